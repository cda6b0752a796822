"""People who are not a side: civilians, and persons by title or by-name."""

from sijill.lexicon.entry import Match
from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.head import is_plural
from sijill.mentions.actor.name import name_at
from sijill.mentions.actor.phrase import Phrase
from sijill.model.mention import ActorMention
from sijill.model.record import changed
from sijill.model.span import Span

_CIVILIANS = "civilians"


def people_at(ground: Ground, index: int) -> Phrase | None:
    """Civilians, nationals or a titled person named from token `index` on."""
    roles = ground.parts.get(index)
    if not roles:
        return None
    if "civilian" in roles:
        return _plain(ground, roles["civilian"], "civilians", 0.8)
    if "people" in roles:
        return _plain(ground, roles["people"], "people", 0.4)
    if "title" in roles:
        return _titled(ground, roles["title"])
    if "kunya" in roles:
        return _by_name(ground, roles["kunya"])
    if "nisba" in roles:
        return _national(ground, roles["nisba"])
    return None


def _plain(ground: Ground, match: Match, rule: str, confidence: float) -> Phrase | None:
    if match.enclitic or (
        ground.definite(match) and match.entry.words[0] in ground.words["adjectival"]
    ):
        # A singular in ي after an article is an adjective: "السكرتير الإعلامي".
        return None
    before = ground.key(match.start - 1)
    if before in ground.words["not_people_after"]:
        return None
    things = ground.words["civil_after"]
    if (before in things or before[1:] in things) and match.entry.words[0] in ground.words["civil"]:
        return None
    if match.proclitics.startswith("ل") and match.entry.words[0] in ground.words["sheltered"]:
        return None
    if " ".join(match.entry.words) in ground.words["crowds"] and (
        ground.key(match.end) in ground.words["of"] or match.proclitics not in ("", "و")
    ):
        return None
    head = ground.span(match)
    end = match.end
    armed = ground.match(end, "attribute") if ground.glued(end) else None
    if armed is not None and ground.bare(armed) and armed.entry.words[0].startswith("مسلح"):
        span = ground.span(match, armed.end)
        mention = ActorMention(span, span, None, "described", "generic_group", confidence=0.4)
        return Phrase(armed.end, (mention,))
    while ground.glued(end):
        nisba = ground.match(end, "nisba")
        if nisba is None or not ground.bare(nisba):
            break
        end = nisba.end
    span = ground.span(match, end)
    kind = _CIVILIANS
    mention = ActorMention(span, head, _CIVILIANS, rule, kind, confidence=confidence)
    return Phrase(end, (mention,))


def _national(ground: Ground, match: Match) -> Phrase | None:
    """People by nationality alone: "الفلسطينيين", "11 سوريا"."""
    side = ground.vocabulary.sides[match.entry.value.key]
    if not side.nation:
        return None
    word = match.entry.words[0]
    before = ground.key(match.start - 1)
    plural = is_plural(match)
    counted = word.endswith("يا") and before.isdigit()
    single = word.endswith(("ي", "يان", "يين")) and before in ground.words["nationals_after"]
    if not (plural or counted or (single and not match.proclitics)):
        return None
    span = ground.span(match)
    others = (side.forces,) if side.forces else ()
    mention = ActorMention(
        span, span, _CIVILIANS, "nationals", _CIVILIANS, confidence=0.4, alternatives=others
    )
    return Phrase(match.end, (mention,))


def _titled(ground: Ground, match: Match) -> Phrase | None:
    """A title and the name that follows: "العقيد فلان الفلاني", "المدعو “فلان”"."""
    if not ground.glued(match.end):
        return None
    if ground.key(match.end) in ground.words["shaykhs"] and _ends_a_name(ground, match.end + 1):
        return None
    nisba = ground.match(match.end, "nisba")
    if nisba is not None and ground.match(match.start, "head"):
        return None
    name = ground.match(match.end, "name")
    leader = name_at(ground, name, 0) if name is not None and ground.bare(name) else None
    if leader is not None and leader.first.kind == "person":
        whole = changed(leader.first, span=Span(ground.start(match), leader.first.span.end))
        return Phrase(leader.end, (whole,))
    end = ground.quotation(match.end)
    if end == match.end:
        end = personal_name(ground, match.end)
    if end == match.end:
        return None
    head = Span(ground.tokens[match.end].start, ground.tokens[end - 1].end)
    return Phrase(end, (_person(ground.span(match, end), head),))


def _ends_a_name(ground: Ground, index: int) -> bool:
    """Whether no second name follows: "الشيخ زويد" is a town, "الشيخ سعيد الفلاني" a man."""
    return not (ground.glued(index) and _is_origin(ground, index))


def _by_name(ground: Ground, match: Match) -> Phrase | None:
    """A by-name ("أبو فلان الفلاني"); without title or quotes only with its adjective of origin."""
    end = ground.quotation(match.start)
    if end == match.start:
        end = match.end + 1
        if not ground.glued(match.end) or not _is_origin(ground, end):
            return None
        end += 1
    span = ground.span(match, end)
    return Phrase(end, (_person(span, span),))


def _person(span: Span, head: Span) -> ActorMention:
    return ActorMention(span, head, None, "person", "person", confidence=0.6)


def _is_origin(ground: Ground, index: int) -> bool:
    key = ground.key(index)
    return ground.glued(index) and key.startswith("ال") and key.endswith("ي") and len(key) > 4


def personal_name(ground: Ground, index: int, limit: int = 4) -> int:
    """The token after a person's name from `index` on; `index` if no name starts there."""
    particles = ground.words["particles"]
    end, plain, origin = index, 0, False
    if any(match.proclitics.startswith("و") for match in ground.parts.get(index, {}).values()):
        return index
    while end < index + limit and (end == index or ground.glued(end)):
        key = ground.key(end)
        if not key.isalpha() or key in particles or key.isascii():
            break
        if end > index and key.endswith("ت") and ground.tagged.at("verb", end):
            break
        roles = ground.parts.get(end, {})
        linked = key in ground.words["name_links"]
        if _is_origin(ground, end) and not linked:
            origin = True
        elif origin:
            break
        elif not linked:
            if roles and not ("organisation" in roles or "kunya" in roles):
                break
            plain += 1
            if plain > 2 or (plain > 1 and key.startswith(("و", "ب", "ل", "ال", "ي", "ت"))):
                break
        end += 1
    return end
