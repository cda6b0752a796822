"""Names of the registry in a text, with what belongs to the name."""

from sijill.lexicon.entry import Match
from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.phrase import Phrase
from sijill.mentions.actor.vocabulary import Name
from sijill.model.mention import ActorMention
from sijill.model.record import changed
from sijill.model.span import Span
from sijill.text.token import BRACKET


def name_at(ground: Ground, match: Match, depth: int, *, wrapped: bool = False) -> Phrase | None:
    """A registry name, with an adjective that only repeats who it is."""
    name = ground.vocabulary.names[match.entry.value.key]
    if not _means_name(ground, match, name, wrapped=wrapped):
        return None
    actor = name.actor
    end = match.end
    if end < len(ground.tokens) and (end in ground.parts or ground.tokens[end].gap == BRACKET):
        end = _tail(ground, end, actor)
    span = ground.span(match)
    mention = ActorMention(
        span=span if end == match.end else Span(span.start, _closed(ground, match.end, end)),
        head=span,
        actor=actor,
        rule="state" if name.is_state else "name",
        kind=name.kind,
        source=name.source,
        framing=span.of(ground.text) if name.framing else None,
        confidence=0.9 if actor else 0.5,
        alternatives=name.others,
    )
    if end == match.end:
        return Phrase(end, (mention,))
    more = _conjoined_namesakes(ground, match, end, mention)
    return Phrase(more[-1][0] if more else end, (mention, *(m for _, m in more)))


def _means_name(ground: Ground, match: Match, name: Name, *, wrapped: bool) -> bool:
    credited = name.source and ground.key(match.start - 1) in ground.words["credit"]
    if name.contextual and not (wrapped or credited or ground.quoted(match.start)):
        return False
    if name.not_before and ground.key(match.end) in name.not_before:
        return False
    before = ground.key(match.start - 1)
    if name.noun and ground.glued(match.start) and before.startswith(("ال", "وال", "بال", "لل")):
        return False
    if name.not_after and before in name.not_after:
        return False
    if name.is_state:
        if "\u064b" in ground.tokens[match.start].span.of(ground.text):
            # An adverb: "مدعومة روسياً".
            return False
        if match.proclitics.endswith("ب"):
            return before in ground.words["party_before"]
        bare = before[1:] if before.startswith(("و", "ف")) else before
        return ground.words["place_before"].isdisjoint((before, bare))
    return True


def _tail(ground: Ground, end: int, actor: str | None) -> int:
    """The token after adjectives that belong to the name ("الإرهابي", its own nationality)."""
    while ground.glued(end):
        adjective = ground.match(end, "nisba") or ground.match(end, "attribute")
        if adjective is None or adjective.proclitics != "ال":
            break
        if adjective.entry.value.role == "nisba":
            side = ground.vocabulary.sides[adjective.entry.value.key]
            country = adjective.entry.value.key if side.nation else None
            homes = ground.registry.countries(actor or "")
            if country is None or (homes and country not in homes):
                break
        end = adjective.end
    return _apposition(ground, end, actor)


def _apposition(ground: Ground, end: int, actor: str | None) -> int:
    """Past a second name of the same actor in brackets: "تنظيم الدولة (داعش)"."""
    if actor is None or end >= len(ground.tokens) or ground.tokens[end].gap != BRACKET:
        return end
    match = ground.match(end, "name")
    if match is None:
        return end
    options = ground.vocabulary.names[match.entry.value.key].options
    return match.end if any(alias.actor == actor for alias in options) else end


def _closed(ground: Ground, begun: int, end: int) -> int:
    """The character after token `end - 1`, with the bracket that closes there."""
    at = ground.tokens[end - 1].end
    opened = begun < end and ground.tokens[end - 1].gap == BRACKET
    return at + 1 if opened and ground.text[at : at + 1] in (")", "]") else at


def _conjoined_namesakes(
    ground: Ground, match: Match, end: int, mention: ActorMention
) -> list[tuple[int, ActorMention]]:
    """The other bearers of a shared name: "حزبي الله اللبناني والعراقي"."""
    found: list[tuple[int, ActorMention]] = []
    while end > match.end and ground.glued(end):
        other = ground.match(end, "nisba")
        if other is None or other.proclitics != "وال":
            break
        span = ground.span(other)
        actor = None
        for alias in ground.registry.names(mention.actor or ""):
            for namesake in ground.registry.lookup(f"{alias.text} {span.of(ground.text)}"):
                actor = actor or namesake.actor
        found.append((other.end, changed(mention, span=span, head=span, actor=actor, rule="dual")))
        end = other.end
    return found
