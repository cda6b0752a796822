"""Find every party and source that a text names; the document's context comes in `resolve`."""

from collections.abc import Iterable

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.owner import with_owner
from sijill.mentions.actor.people import people_at, personal_name
from sijill.mentions.actor.phrase import Phrase, spanning
from sijill.mentions.actor.read import phrase_at
from sijill.mentions.actor.source import source_at
from sijill.mentions.actor.vocabulary import Vocabulary
from sijill.model.mention import ActorMention
from sijill.model.span import Span
from sijill.registry.registry import Registry
from sijill.text.fold import fold


def find(tagged: Tagged, vocabulary: Vocabulary, registry: Registry) -> list[ActorMention]:
    """The mentions of `tagged` in text order, none within another.

    At each word the longest naming wins; of equals a party before a source before people.
    """
    ground = Ground(tagged, vocabulary, registry, phrase_at)
    found: list[ActorMention] = []
    free = 0
    for index, roles in sorted(ground.parts.items()):
        if index < free or _LINKS.issuperset(roles):
            continue
        phrase = _at(ground, index)
        if phrase is not None:
            for mention in phrase.mentions:
                found.append(_closed(ground, mention))
            free = phrase.end
    return _with_surnames(ground, found)


def _closed(ground: Ground, mention: ActorMention) -> ActorMention:
    """The mention with the quotation mark that closes what it opened."""
    start, end = mention.span
    stop = ground.closing(start, end)
    return mention if stop == end else spanning(mention, Span(start, stop))


def _with_surnames(ground: Ground, found: list[ActorMention]) -> list[ActorMention]:
    """`found` with the later places where a person named before goes by the last name."""
    names: dict[str, int] = {}
    for mention in found:
        if mention.kind == "person" and mention.rule == "person":
            last = fold(mention.head.of(ground.text).split()[-1].strip('”"»“«'))
            if len(last) > 3:
                names.setdefault(last, mention.span.end)
    if not names:
        return found
    taken = [mention.span for mention in found]
    again: list[ActorMention] = []
    for token in ground.tokens:
        since = names.get(token.key)
        if since is None or token.start < since or any(s.overlaps(token.span) for s in taken):
            continue
        again.append(
            ActorMention(token.span, token.span, None, "surname", "person", confidence=0.5)
        )
    return sorted([*found, *again], key=lambda mention: mention.span)


def masks(mentions: Iterable[ActorMention]) -> list[Span]:
    """The stretches in which no place is to be sought, in order.

    States by their bare name, civilians and words that refer back hide no place.
    """
    return sorted(
        mention.span
        for mention in mentions
        if not mention.anaphor and mention.kind != "civilians" and mention.rule not in _OPEN
    )


_LINKS = frozenset(("attribute", "tie", "quantifier", "local_adjectives", "official_adjectives"))
"""Roles that alone begin no naming."""

_PARTY, _SOURCE, _PERSON = 1, 2, 4
_DOES = {
    **dict.fromkeys(("name", "term", "head", "ally", "anaphor", "organisation"), _PARTY),
    **dict.fromkeys(("unit", "ministry", "capital", "country"), _PARTY),
    **dict.fromkeys(("voice", "media", "monitor", "generic"), _SOURCE),
    **dict.fromkeys(("civilian", "people", "title", "kunya", "nisba"), _PERSON),
}
"""What a word of each role can begin."""

_OPEN = frozenset(
    ("state", "described", "fighters", "unnamed-source", "local-source", "term", "unit")
)


def _at(ground: Ground, index: int) -> Phrase | None:
    if {ground.key(index - 1), ground.key(index - 2)} & ground.words["dress"]:
        return None
    roles = ground.parts[index]
    does = 0
    for role in roles:
        does |= _DOES.get(role, 0)
    best = ground.phrase(index) if does & _PARTY else None
    if does & _SOURCE:
        best = _longer(best, source_at(ground, index))
    if does & _PERSON:
        best = _longer(best, people_at(ground, index))
    event = ground.match(index, "event") if "event" in roles else None
    if event is not None and (best is None or best.end <= event.end):
        best = _doer(ground, event) or best
    if best is not None and best.first.rule == "organisation" and _is_front(ground, index):
        return None
    if best is None:
        return _predicate(ground, index)
    if ground.glued(best.end):
        best = with_owner(ground, best)
        best = _named_officer(ground, index, best)
    return best


def _is_front(ground: Ground, index: int) -> bool:
    """Whether what could name a group is a line of battle: "في جبهة كلبا"."""
    words = ground.words
    return ground.key(index) in words["front"] and ground.key(index - 1) in words["on"]


def _longer(one: Phrase | None, other: Phrase | None) -> Phrase | None:
    if one is None or other is None:
        return one or other
    return other if other.end > one.end else one


def _doer(ground: Ground, event: Match) -> Phrase | None:
    """Who did it, by an adjective after the event's noun: "غارات إسرائيلية"."""
    index = event.end
    if event.enclitic:
        return None
    while ground.glued(index) and ground.match(index, "attribute"):
        index += 1
    mentions: list[ActorMention] = []
    nisba = ground.match(index, "nisba") if ground.glued(index) else None
    while nisba is not None:
        mention = _nisba(ground, nisba)
        if mention is None or ground.key(nisba.end) in ground.words["made"]:
            break
        if mentions and not ground.joined(nisba):
            break
        mentions.append(mention)
        index = nisba.end
        nisba = ground.match(index, "nisba") if ground.glued(index) else None
    return Phrase(index, tuple(mentions)) if mentions else None


def _predicate(ground: Ground, index: int) -> Phrase | None:
    """Who did it, as a predicate: "يعتقد أنها إسرائيلية"."""
    nisba = ground.match(index, "nisba")
    if nisba is None or nisba.proclitics or ground.key(index - 1) not in ground.words["predicates"]:
        return None
    mention = _nisba(ground, nisba)
    return Phrase(index + 1, (mention,)) if mention is not None else None


def _nisba(ground: Ground, match: Match) -> ActorMention | None:
    key = match.entry.value.key
    side = ground.vocabulary.sides[key]
    if side.only or (not side.forces and not side.by_country):
        return None
    span = ground.span(match)
    return ActorMention(
        span=span,
        head=span,
        actor=side.forces,
        rule=f"nisba-event:{key}",
        kind="state_forces",
        confidence=0.7,
        alternatives=tuple(side.by_country.values()),
    )


def _takes_a_name(ground: Ground, index: int, phrase: Phrase) -> bool:
    """Whether the phrase is an office whose holder may be named after it."""
    first = phrase.first
    if len(phrase.mentions) > 1 or not ground.glued(phrase.end):
        return False
    if first.kind == "person":
        return first.rule not in ("person", "leader")
    title = ground.match(index, "title") or ground.match(index, "ministry")
    if title is None or first.kind != "state_forces" or first.rule in ("name", "unit"):
        return False
    if title.entry.words[0] in ground.words["bodies"]:
        return False
    if first.rule != "ministry":
        return True
    verb = ground.tagged.at("verb", phrase.end) or ground.quoted(phrase.end)
    return not (verb or ground.key(phrase.end).startswith("ال"))


def _named_officer(ground: Ground, index: int, phrase: Phrase) -> Phrase:
    """`phrase` with the name of the officer it speaks of: "الرئيس الروسي فلان"."""
    if not _takes_a_name(ground, index, phrase):
        return phrase
    rank = ground.match(phrase.end, "title")
    leader = ground.match(rank.end if rank is not None else phrase.end, "name")
    actor, rule = phrase.first.actor, phrase.first.rule
    if leader is not None and ground.vocabulary.names[leader.entry.value.key].kind == "person":
        end = leader.end
        side = ground.vocabulary.names[leader.entry.value.key].actor
        actor, rule = (side, "leader") if side else (actor, rule)
    elif rule == "name" or not (rank or rule == "ministry" or "title" in ground.parts[index]):
        return phrase
    else:
        end = personal_name(ground, phrase.end)
    if end == phrase.end:
        return phrase
    first = phrase.first
    span = Span(first.span.start, ground.tokens[end - 1].end)
    mention = ActorMention(span, first.head, actor, rule, "person", confidence=first.confidence)
    return Phrase(end, (mention,))
