"""Noun phrases that name an actor: a name, a noun with a name, a noun with a nationality."""

from dataclasses import dataclass, replace

from sijill.lexicon.entry import Match
from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.vocabulary import Name
from sijill.model.mention import ActorMention
from sijill.model.span import Span
from sijill.text.token import BRACKET

_PERSONAL = frozenset(("soldier", "person", "office"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Mentions read from one stretch of text, and the token after it."""

    end: int
    mentions: tuple[ActorMention, ...]

    @property
    def first(self) -> ActorMention:
        return self.mentions[0]


def phrase_at(ground: Ground, index: int, depth: int = 0) -> Phrase | None:
    """The longest phrase that names an actor from token `index` on; None if there is none.

    Of equally long readings a name is preferred to a noun with a nationality, and that to a
    word that refers back.
    """
    roles = ground.parts.get(index)
    if not roles or depth > 3:
        return None
    best: Phrase | None = None
    for role, read in _READERS:
        if role in roles:
            found = read(ground, roles[role], depth)
            if found is not None and (best is None or found.end > best.end):
                best = found
    return best


def name_at(ground: Ground, match: Match, depth: int, *, wrapped: bool = False) -> Phrase | None:
    """A registry name, with an adjective that only repeats who it is."""
    name = ground.vocabulary.names[match.entry.value.key]
    if not _means_name(ground, match, name, wrapped=wrapped):
        return None
    options = list(dict.fromkeys(alias.actor for alias in name.options))
    free = [alias.actor for alias in name.options if not alias.countries]
    actor = free[0] if free else options[0] if len(options) == 1 else None
    end = _tail(ground, match.end, actor)
    span = ground.span(match)
    mention = ActorMention(
        span=Span(span.start, _closed(ground, end)),
        head=span,
        actor=actor,
        rule="state" if name.is_state else "name",
        kind=name.kind,
        source=name.source,
        framing=span.of(ground.text) if name.framing else None,
        confidence=0.9 if actor else 0.5,
        alternatives=tuple(o for o in options if o != actor),
    )
    more = _conjoined_namesakes(ground, match, end, mention)
    return Phrase(more[-1][0] if more else end, (mention, *(m for _, m in more)))


def _means_name(ground: Ground, match: Match, name: Name, *, wrapped: bool) -> bool:
    if name.contextual and not wrapped and not ground.quoted(match.start):
        return False
    if name.not_before and ground.key(match.end) in name.not_before:
        return False
    before = ground.key(match.start - 1)
    if name.not_after and before in name.not_after:
        return False
    if name.is_state:
        bare = match.proclitics
        if bare.endswith("ب") or before in ground.words["place_before"]:
            return False
    return True


def _tail(ground: Ground, end: int, actor: str | None) -> int:
    """The token after adjectives that belong to the name ("الإرهابي", its own nationality)."""
    while ground.glued(end):
        adjective = ground.match(end, "nisba") or ground.match(end, "attribute")
        if adjective is None or not adjective.proclitics == "ال":
            break
        if adjective.entry.value.role == "nisba":
            side = ground.vocabulary.sides[adjective.entry.value.key]
            country = adjective.entry.value.key if side.nation else None
            if country is None or country not in ground.registry.countries(actor or ""):
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


def _closed(ground: Ground, end: int) -> int:
    """The character after token `end - 1`, with the bracket that closes there."""
    at = ground.tokens[end - 1].end
    opened = ground.tokens[end - 1].gap == BRACKET
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
        found.append((other.end, replace(mention, span=span, head=span, actor=actor, rule="dual")))
        end = other.end
    return found


def head_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """A noun for fighters, forces, officials or property with what says whose they are."""
    kind = match.entry.value.key
    end = match.end
    if match.enclitic:
        return _possessed(ground, match)
    while ground.glued(end) and _is_attribute(ground, end):
        end += 1
    if end == match.end and kind != "asset":
        inner = _wrapped(ground, match, end, depth)
        if inner is not None:
            return inner
    national = _national(ground, match, end)
    if national is not None or kind == "asset":
        return national
    return (
        _tied(ground, match, end, depth)
        or _of(ground, match, end, depth)
        or _described(ground, match, end)
    )


def _described(ground: Ground, match: Match, end: int) -> Phrase | None:
    """Armed people of no named side: "جماعات إسلامية", "مقاتلون"."""
    kind = match.entry.value.key
    described = end > match.end and kind in ("militia", "soldier", "person")
    if not described and " ".join(match.entry.words) not in ground.words["bare"]:
        return None
    span = Span(ground.start(match), ground.tokens[end - 1].end)
    rule = "described" if described else "fighters"
    mention = ActorMention(span, span, None, rule, "generic_group", confidence=0.4)
    return Phrase(end, (mention,))


def _is_attribute(ground: Ground, index: int) -> bool:
    match = ground.match(index, "attribute")
    if match is None or not ground.bare(match) or ground.match(index, "name"):
        return False
    return not ground.match(index, "tie") or ground.match(match.end, "nisba") is not None


def _wrapped(ground: Ground, match: Match, index: int, depth: int) -> Phrase | None:
    """A noun in construct with a name: "مقاتلو تنظيم داعش", "طيران التحالف"."""
    if not ground.glued(index) or match.proclitics.endswith("ال"):
        return None
    name = ground.match(index, "name")
    inner = None
    if name is not None and ground.bare(name):
        inner = name_at(ground, name, depth, wrapped=True)
    if inner is None:
        inner = phrase_at(ground, index, depth + 1)
        head = ground.match(index, "head")
        if inner is not None and not ground.text.startswith(
            ground.tokens[index].key[:1], inner.first.span.start
        ):
            inner = None
        if head is not None and not ground.bare(head):
            inner = None
    return _extended(ground, match, inner)


def _extended(ground: Ground, match: Match, inner: Phrase | None) -> Phrase | None:
    """`inner` with its first mention begun at `match`."""
    if inner is None:
        return None
    first = inner.first
    personal = match.entry.value.key in _PERSONAL
    whole = replace(
        first,
        span=Span(ground.start(match), first.span.end),
        kind="person" if personal and match.entry.value.key == "office" else first.kind,
    )
    return Phrase(inner.end, (whole, *inner.mentions[1:]))


def _national(ground: Ground, match: Match, index: int) -> Phrase | None:
    """A noun with adjectives of nationality, each a mention: "قوات روسية وإيرانية"."""
    nisba = ground.match(index, "nisba")
    if nisba is None or not ground.glued(index) or not ground.bare(nisba):
        return None
    if ground.key(nisba.end) in ground.words["made"]:
        return None
    head_class = match.entry.value.key
    first = _sided(ground, match, nisba, head_class)
    if first is None:
        return None
    end = nisba.end
    while ground.glued(end) and _is_attribute(ground, end):
        end += 1
    mentions = [replace(first, span=Span(ground.start(match), ground.tokens[end - 1].end))]
    while ground.glued(end):
        other = ground.match(end, "nisba")
        if other is None or not ground.joined(other):
            break
        more = _sided(ground, match, other, head_class)
        if more is None:
            break
        mentions.append(replace(more, span=ground.span(other)))
        end = other.end
    end, mentions[-1] = _loyal_tail(ground, end, mentions[-1])
    return Phrase(end, tuple(mentions))


def _sided(ground: Ground, head: Match, nisba: Match, head_class: str) -> ActorMention | None:
    """Who the noun with this one adjective is."""
    key = nisba.entry.value.key
    side = ground.vocabulary.sides[key]
    if side.only and head_class not in side.only:
        return None
    span = ground.span(nisba)
    if side.state:
        return ActorMention(span, span, None, "term", "state_forces", confidence=0.6)
    irregular = head_class in ("militia", "person")
    actor = side.militias if irregular and side.militias else side.forces
    if head_class == "person" and side.nation:
        actor = side.militias
    if actor is None and not side.nation:
        actor = side.militias
    return ActorMention(
        span=span,
        head=span,
        actor=actor,
        rule=f"nisba-{head_class}:{key}",
        kind="militia" if head_class == "militia" else "state_forces",
        framing=span.of(ground.text) if side.framing else None,
        confidence=0.8,
        alternatives=(*side.abroad.values(), *side.by_country.values()),
    )


def _loyal_tail(ground: Ground, end: int, mention: ActorMention) -> tuple[int, ActorMention]:
    """Past "الموالية لها" after a named force: it says whose side it is on, not who it is."""
    tie = ground.match(end, "tie") if ground.glued(end) else None
    if tie is None or not _is_pronoun(ground.key(end + 1)):
        return end, mention
    stop = ground.tokens[end + 1].end
    return end + 2, replace(mention, span=Span(mention.span.start, stop))


def _is_pronoun(key: str) -> bool:
    return key in ("له", "لها", "لهم", "لهما", "منها", "منه", "منهم")


def _tied(ground: Ground, match: Match, index: int, depth: int) -> Phrase | None:
    """Parts and clients of a side: "مقاتلين تابعين للتنظيم", "المليشيات الموالية لها"."""
    tie = ground.match(index, "tie") if ground.glued(index) else None
    if tie is None:
        return None
    client = tie.entry.value.key == "client"
    start, after = ground.start(match), ground.key(index + 1)
    if _is_pronoun(after):
        end = index + 2
        span = Span(start, ground.tokens[end - 1].end)
        client = client or match.entry.value.key == "militia"
        rule = "ally" if client else "own"
        return Phrase(end, (_referring(span, ground.span(match), rule),))
    at = index + 2 if after in ("من", "الي", "الى") else index + 1
    if not ground.glued(at):
        return None
    inner = phrase_at(ground, at, depth + 1)
    if inner is None or (at == index + 1 and not _with_l(ground, at)):
        return None
    first = inner.first
    actor = first.actor
    if client or (match.entry.value.key == "militia" and actor == "syria-government"):
        actor = ground.vocabulary.clients.get(actor or "") if actor else None
    whole = replace(
        first,
        span=Span(start, first.span.end),
        actor=actor,
        kind="militia" if client else first.kind,
        rule=f"client-of:{first.actor or first.rule}" if client else first.rule,
        source=False,
        alternatives=() if client else first.alternatives,
    )
    return Phrase(inner.end, (whole,))


def _with_l(ground: Ground, index: int) -> bool:
    return ground.key(index).startswith(("ل", "ب"))


def _of(ground: Ground, match: Match, index: int, depth: int) -> Phrase | None:
    """Some of a side: "عناصر من التنظيم", "مسؤولين في حزب الله", "مقاتل بتنظيم القاعدة"."""
    if not ground.glued(index):
        return None
    within = ground.key(index) in ground.words["of"]
    inner = None
    if within and ground.glued(index + 1):
        inner = phrase_at(ground, index + 1, depth + 1)
    elif match.entry.value.key in _PERSONAL and ground.key(index).startswith("ب"):
        inner = phrase_at(ground, index, depth + 1)
        if inner is not None and inner.first.span.start == ground.tokens[index].start:
            inner = None
    if inner is None or inner.first.rule == "state" or inner.first.source:
        return None
    return _extended(ground, match, Phrase(inner.end, inner.mentions))


def _possessed(ground: Ground, match: Match) -> Phrase | None:
    """Fighters named by a pronoun: "عناصرها", "ميليشياته المحلية والأجنبية"."""
    kind = match.entry.value.key
    if kind == "office":
        return _national(ground, match, match.end)
    if kind not in ("soldier", "person", "militia", "force"):
        return None
    span = ground.span(match)
    rule = "ally" if kind == "militia" else "own"
    mentions = [_referring(span, span, rule)]
    end = match.end
    nisba = ground.match(end, "nisba") if ground.glued(end) else None
    while nisba is not None and kind == "militia":
        side = ground.vocabulary.sides[nisba.entry.value.key]
        mention = _sided(ground, match, nisba, "militia")
        if mention is not None and not side.by_country:
            span = ground.span(nisba)
            start = mentions[0].span.start if end == match.end else span.start
            mention = replace(mention, span=Span(start, span.end))
            mentions = [mention] if end == match.end else [*mentions, mention]
        else:
            mentions[0] = replace(
                mentions[0], span=Span(mentions[0].span.start, ground.span(nisba).end)
            )
        end = nisba.end
        nisba = ground.match(end, "nisba") if ground.glued(end) else None
        if nisba is not None and not ground.joined(nisba):
            nisba = None
    return Phrase(end, tuple(mentions))


def _referring(span: Span, head: Span, rule: str) -> ActorMention:
    kind = "militia" if rule == "ally" else "armed_group"
    return ActorMention(span, head, None, rule, kind, anaphor=True, confidence=0.6)


def ally_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """Allies of a side, by pronoun or by name: "حلفاؤها", "حلفاء النظام"."""
    span = ground.span(match)
    if match.enclitic:
        return Phrase(match.end, (_referring(span, span, "ally"),))
    inner = phrase_at(ground, match.end, depth + 1) if ground.glued(match.end) else None
    if inner is None:
        return None
    first = inner.first
    client = ground.vocabulary.clients.get(first.actor or "")
    whole = Span(span.start, first.span.end)
    rule = f"client-of:{first.actor or first.rule}"
    mention = ActorMention(whole, whole, client, rule, "militia", confidence=0.7)
    return Phrase(inner.end, (mention,))


def term_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """The state's forces by their office: "القوات الحكومية", "قوات الأمن"."""
    span = ground.span(match)
    end = match.end
    nisba = ground.match(end, "nisba") if ground.glued(end) else None
    if nisba is not None and ground.bare(nisba):
        side = ground.vocabulary.sides[nisba.entry.value.key]
        if side.forces and side.nation:
            return _national(ground, _as_force(match), end)
    mention = ActorMention(span, span, None, "term", "state_forces", confidence=0.6)
    return Phrase(end, (mention,))


def _as_force(match: Match) -> Match:
    value = match.entry.value._replace(key="force")
    return match._replace(entry=match.entry._replace(value=value))


def anaphor_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """A word that refers back; who it is needs the document."""
    key = match.entry.value.key
    trap = ground.vocabulary.traps.get(" ".join(match.entry.words), frozenset())
    if ground.glued(match.end) and ground.key(match.end) in trap:
        return None
    span = ground.span(match)
    end = match.end
    if ground.glued(end) and ground.key(end) in ("نفسه", "نفسها", "ذاته", "ذاتها"):
        end += 1
    anaphor = ground.vocabulary.anaphors[key]
    kind = "source_generic" if anaphor.source else "armed_group"
    mention = ActorMention(
        Span(span.start, ground.tokens[end - 1].end),
        span,
        None,
        f"anaphor:{key}",
        kind,
        source=anaphor.source,
        anaphor=True,
        confidence=0.6,
    )
    return Phrase(end, (mention,))


def organisation_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """An organisation that the registry does not have, by the noun it is built with."""
    if match.proclitics.endswith("ال") or match.enclitic or not ground.glued(match.end):
        return None
    if match.entry.value.key != "tribe":
        inner = _wrapped(ground, match, match.end, depth)
        if inner is not None and not inner.first.anaphor:
            return inner
    end = ground.quotation(match.end)
    head = Span(ground.tokens[match.end].start, ground.tokens[end - 1].end)
    if end == match.end:
        end = name_run(ground, match.end)
        if end == match.end and len(match.entry.words) > 1:
            end += ground.key(end) not in ground.words["particles"]
        if end == match.end:
            return None
        head = ground.span(match, end)
    mention = ActorMention(
        span=ground.span(match, end),
        head=head,
        actor=None,
        rule="organisation",
        kind=match.entry.value.key,
        confidence=0.5,
    )
    return Phrase(end, (mention,))


def name_run(ground: Ground, index: int, limit: int = 4) -> int:
    """The token after the words of an unlisted name that begins at `index`.

    A name's words are definite, or stand after a word that names are begun with ("شهداء").
    """
    starters, never = ground.words["starters"], ground.words["never"]
    end, open_ended = index, False
    while end < index + limit and (end == index or ground.glued(end)) and ground.key(end):
        key = ground.key(end)
        if key in never or key in ground.words["particles"]:
            break
        starter = key in starters
        if not (starter or open_ended or (key.startswith("ال") and len(key) > 4)):
            break
        open_ended = starter
        end += 1
    return end


_READERS = (
    ("name", name_at),
    ("term", term_at),
    ("head", head_at),
    ("ally", ally_at),
    ("anaphor", anaphor_at),
    ("organisation", organisation_at),
)
