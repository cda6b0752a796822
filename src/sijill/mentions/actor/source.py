"""Sources: media, monitors, spokespeople and the unnamed, as a phrase that can be quoted."""

from sijill.lexicon.entry import Match
from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.name import name_at
from sijill.mentions.actor.organisation import name_run
from sijill.mentions.actor.phrase import Phrase
from sijill.model.mention import ActorMention
from sijill.model.record import changed
from sijill.model.span import Span


def source_at(ground: Ground, index: int, depth: int = 0) -> Phrase | None:
    """The longest phrase from token `index` on that names a source; None if there is none."""
    roles = ground.parts.get(index)
    if not roles or depth > 2:
        return None
    best: Phrase | None = None
    if "voice" in roles:
        best = _voice(ground, roles["voice"], depth)
    for role in ("media", "monitor"):
        if role in roles:
            best = _longer(best, _outlet(ground, roles[role], role))
    if "generic" in roles:
        best = _longer(best, _generic(ground, roles["generic"]))
    return best


def _longer(one: Phrase | None, other: Phrase | None) -> Phrase | None:
    if one is None or other is None:
        return one or other
    return other if other.end > one.end else one


def _voice(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """A voice of somebody named: "مراسل وكالة كذا", "مصادر في حزب كذا", "بيان للجيش"."""
    index = match.end
    while ground.glued(index) and _is_adjective(ground, index):
        index += 1
    tie = ground.match(index, "tie") if ground.glued(index) else None
    if tie is not None:
        index = tie.end
        if ground.key(index) in ground.words["pronouns"]:
            return _loyal(ground, match, index + 1)
    elif ground.key(index) in ground.words["of"]:
        index += 1
    if not ground.glued(index):
        return None
    inner = ground.phrase(index, depth + 1) or source_at(ground, index, depth + 1)
    if inner is None or inner.first.kind == "civilians" or inner.first.rule == "local-source":
        return None
    first = inner.first
    told = first.source and not tie and ground.key(index).startswith("ل")
    if told and first.span.start > ground.tokens[index].start - (ground.key(index)[:2] == "لل"):
        return None
    if not (first.source or tie or " ".join(match.entry.words) in ground.words["party_voices"]):
        return None
    actor = first.actor
    rule = first.rule
    if first.source and not tie and " ".join(match.entry.words) in ground.words["local"]:
        # "مصدر الوكالة" is whom the agency asked, not the agency.
        span = Span(ground.start(match), first.span.end)
        unnamed = ActorMention(
            span, span, "local-sources", "local-source", "source_generic", True, confidence=0.6
        )
        return Phrase(inner.end, (unnamed,))
    if _is_media(ground, match) and actor is not None and not first.source:
        actor = ground.vocabulary.media_of.get(actor, actor)
    elif _is_media(ground, match) and first.anaphor:
        rule = f"media-of:{rule}"
    mention = changed(
        first,
        span=Span(ground.start(match), first.span.end),
        actor=actor,
        rule=rule,
        source=True,
    )
    return Phrase(inner.end, (mention, *inner.mentions[1:]))


def _loyal(ground: Ground, match: Match, end: int) -> Phrase:
    span = ground.span(match, end)
    mention = ActorMention(
        span, ground.span(match), None, "media-of:own", "party_media", True, anaphor=True
    )
    return Phrase(end, (mention,))


def _is_media(ground: Ground, match: Match) -> bool:
    return " ".join(match.entry.words) in ground.words["media_heads"]


def _is_adjective(ground: Ground, index: int) -> bool:
    roles = ground.parts.get(index, {})
    match = roles.get("local_adjectives") or roles.get("official_adjectives")
    return match is not None and ground.bare(match)


def _outlet(ground: Ground, match: Match, kind: str) -> Phrase | None:
    """A medium or organisation that the registry does not have, by noun and name."""
    if match.enclitic or not ground.glued(match.end):
        return None
    definite = match.proclitics.endswith("ال")
    name = ground.match(match.end, "name")
    if name is not None and not definite and ground.bare(name):
        known = name_at(ground, name, 0, wrapped=True)
        if known is not None and known.first.source:
            span = Span(ground.start(match), known.first.span.end)
            return Phrase(known.end, (changed(known.first, span=span),))
    end = match.end if definite else ground.quotation(match.end)
    head_start = ground.tokens[match.end].start
    rule = "outlet"
    if end == match.end and " ".join(match.entry.words) in ground.words["quoted_only"]:
        end = _registered(ground, end)
        head_start = ground.start(match)
    elif end == match.end:
        end = _adjectives(ground, match.end) if definite else _outlet_name(ground, match.end)
        head_start = ground.start(match)
    if end == match.end:
        return None
    while ground.glued(end) and _is_epithet(ground, end):
        end += 1
    mention = ActorMention(
        span=ground.span(match, end),
        head=Span(head_start, ground.tokens[end - 1].end),
        actor=None,
        rule=rule,
        kind="media" if kind == "media" else "ngo",
        source=True,
        confidence=0.6,
    )
    return Phrase(end, (mention,))


def _registered(ground: Ground, index: int) -> int:
    """The token after a name of the registry or in Latin letters; `index` if there is none."""
    match = ground.match(index, "name")
    if match is not None and ground.bare(match):
        return match.end
    return index + (ground.key(index).isascii() and ground.key(index).isalpha())


def _outlet_name(ground: Ground, index: int) -> int:
    """The token after a name without quotes: names and definite words, at most four."""
    known = _registered(ground, index)
    if known > index:
        return known
    end = name_run(ground, index)
    if end == index and _is_epithet(ground, index):
        end = index + 1
    return end


def _adjectives(ground: Ground, index: int) -> int:
    end = index
    while ground.glued(end) and _is_epithet(ground, end):
        end += 1
    return end


def _is_epithet(ground: Ground, index: int) -> bool:
    """An adjective that places an outlet: its country, "المحلية", "الرسمية"."""
    roles = ground.parts.get(index, {})
    match = roles.get("nisba") or roles.get("local_adjectives") or roles.get("official_adjectives")
    return match is not None and ground.bare(match)


def _of_a_thing(ground: Ground, match: Match) -> bool:
    """Whether a definite noun follows that it is the origin of: "مصادر النيران"."""
    end = match.end
    if not ground.glued(end) or ground.definite(match) or len(match.entry.words) > 1:
        return False
    return ground.key(end).startswith("ال") and not _is_adjective(ground, end)


def _generic(ground: Ground, match: Match) -> Phrase | None:
    """A source without a name: "مصادر محلية", "شهود عيان", "مسؤولون عسكريون"."""
    if match.enclitic:
        return None
    end = match.end
    local = " ".join(match.entry.words) in ground.words["local"]
    if local and _of_a_thing(ground, match):
        return None
    state = False
    kind = "source_generic"
    while ground.glued(end):
        roles = ground.parts.get(end, {})
        adjective = roles.get("local_adjectives") or roles.get("official_adjectives")
        if adjective is None or not ground.bare(adjective):
            break
        if "local_adjectives" not in roles:
            local, state = False, True
        end = adjective.end
    media = _is_media(ground, match)
    if media and end == match.end and len(match.entry.words) == 1:
        return None
    rule = "local-source" if local else "state-media" if media and state else "unnamed-source"
    mention = ActorMention(
        span=ground.span(match, end),
        head=ground.span(match),
        actor="local-sources" if local else None,
        rule=rule,
        kind=kind,
        source=True,
        confidence=0.7 if local else 0.5,
    )
    return Phrase(end, (mention,))
