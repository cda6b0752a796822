"""Nouns for fighters, forces, officials and property, with what says whose they are."""

from sijill.lexicon.entry import Match
from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.name import name_at
from sijill.mentions.actor.owner import PERSONAL, extended, owned_by, referring
from sijill.mentions.actor.phrase import Phrase, spanning
from sijill.model.mention import ActorMention
from sijill.model.record import changed
from sijill.model.span import Span


def head_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """A noun for fighters, forces, officials or property with what says whose they are."""
    kind = match.entry.value.key
    end = match.end
    if match.enclitic:
        return _possessed(ground, match)
    if kind == "force":
        end = _past_model(ground, end)
    while ground.glued(end) and _is_attribute(ground, end):
        end += 1
    if (
        end == match.end
        and kind != "asset"
        and " ".join(match.entry.words) not in (ground.words["never_wraps"])
    ):
        inner = wrapped(ground, match, end, depth)
        if inner is not None:
            return inner
    nation = national(ground, match, end)
    if nation is not None or kind == "asset":
        return nation
    if (kind == "militia" or kind in PERSONAL) and ground.glued(end) and ground.match(end, "nisba"):
        end += ground.bare(ground.parts[end]["nisba"])
    return owned_by(ground, match, end, depth) or _described(ground, match, end)


def _described(ground: Ground, match: Match, end: int) -> Phrase | None:
    """Armed people of no named side: "جماعات إسلامية", "مقاتلون"."""
    kind = match.entry.value.key
    described = end > match.end and (
        kind in ("militia", "soldier", "person") or _is_band(ground, match, end)
    )
    if not described and not _speaks_alone(ground, match):
        return None
    if ground.definite(match) and kind != "militia" and ground.key(match.start - 1)[:2] == "ال":
        # After a definite noun it is that noun's adjective: "اليهود المتشددين".
        return None
    span = Span(ground.start(match), ground.tokens[end - 1].end)
    rule = "described" if described else "fighters"
    named = _self_named(ground, end) if described else end
    if named > end:
        end, span = named, Span(span.start, ground.stop(span.start, named))
    mention = ActorMention(span, span, None, rule, "generic_group", confidence=0.4)
    return Phrase(end, (mention,))


def _is_band(ground: Ground, match: Match, end: int) -> bool:
    """Whether it is troops of nobody named: "قوة راجلة", "قوات خاصة"."""
    return (
        " ".join(match.entry.words) in ground.words["bands"]
        and not match.proclitics.endswith(("ب", "ال"))
        and ground.key(end - 1) in ground.words["of_troops"]
    )


def _speaks_alone(ground: Ground, match: Match) -> bool:
    """Whether the noun alone is armed people: "مقاتلون", "فجر انتحاري نفسه"."""
    words = " ".join(match.entry.words)
    if words in ground.words["bare"]:
        return True
    before = ground.key(match.start - 1)
    return words in ground.words["bare_one"] and (
        before.isdigit()
        or before in ground.words["bare_after"]
        or bool(ground.tagged.at("verb", match.start - 1) and not match.proclitics)
    )


def _self_named(ground: Ground, index: int) -> int:
    """The token after "تطلق على نفسها اسم “كذا”"; `index` if that does not follow."""
    if not ground.glued(index) or ground.key(index) not in ground.words["naming"]:
        return index
    at = index + 1
    while at < index + 5 and ground.key(at) in ground.words["naming_links"]:
        at += 1
    end = ground.quotation(at) if at < len(ground.tokens) else at
    return end if end > at else index


def _past_model(ground: Ground, index: int) -> int:
    """Past what kind of craft it is, if that stands before a nationality: "طائرات F-16 عراقية"."""
    end = index
    while end < index + 5 and (ground.glued(end) or ground.hyphened(end)):
        key = ground.key(end)
        if not (key.isascii() or key in ground.words["models"]):
            return end if ground.match(end, "nisba") else index
        if end == index and key.isdigit():
            # "قوات الاحتلال 15 فلسطينيا": a number that counts what follows.
            return index
        end += 1
    return index


def _is_attribute(ground: Ground, index: int) -> bool:
    match = ground.match(index, "attribute")
    if match is None or not ground.bare(match) or ground.match(index, "name"):
        return False
    return not ground.match(index, "tie") or ground.match(match.end, "nisba") is not None


def wrapped(ground: Ground, match: Match, index: int, depth: int) -> Phrase | None:
    """A noun in construct with a name: "مقاتلو تنظيم داعش", "طيران التحالف"."""
    if not ground.glued(index) or match.proclitics.endswith("ال"):
        return None
    name = ground.match(index, "name")
    inner = None
    if name is not None and ground.bare(name):
        inner = name_at(ground, name, depth, wrapped=True)
    if inner is None:
        inner = ground.phrase(index, depth + 1)
        head = ground.match(index, "head")
        if inner is not None and not ground.text.startswith(
            ground.tokens[index].key[:1], inner.first.span.start
        ):
            inner = None
        if head is not None and not ground.bare(head):
            inner = None
    return extended(ground, match, inner)


def national(ground: Ground, match: Match, index: int) -> Phrase | None:
    """A noun with adjectives of nationality, each a mention: "قوات روسية وإيرانية"."""
    nisba = ground.match(index, "nisba") or _country(ground, match, index)
    head_class = match.entry.value.key
    if nisba is None or not ground.glued(index) or not ground.bare(nisba):
        return None
    if ground.key(nisba.end) in ground.words["made"]:
        return None
    if head_class not in PERSONAL and is_plural(nisba):
        # "مركبات الفلسطينيين": people, not an adjective.
        return None
    if any(ground.key(i) in ground.words["auxiliary"] for i in range(match.end, index)):
        head_class = "militia"
    first = _sided(ground, match, nisba, head_class)
    if first is None:
        return None
    end = nisba.end
    while ground.glued(end) and _is_attribute(ground, end):
        if ground.definite(ground.parts[end]["attribute"]) != ground.definite(nisba):
            break
        end += 1
    mentions = [spanning(first, Span(ground.start(match), ground.tokens[end - 1].end))]
    while ground.glued(end):
        other = ground.match(end, "nisba")
        if other is None or not ground.joined(other):
            break
        more = _sided(ground, match, other, head_class)
        if more is None:
            break
        mentions.append(spanning(more, ground.span(other)))
        end = other.end
    end, mentions[-1] = _loyal_tail(ground, end, mentions[-1])
    return Phrase(end, tuple(mentions))


def _country(ground: Ground, match: Match, index: int) -> Match | None:
    """The country whose office or force the noun is: "حكومة اليمن", "رئيس لبنان"."""
    if match.end != index or match.enclitic or match.proclitics.endswith("ال"):
        return None
    words = " ".join(match.entry.words)
    if match.entry.value.key != "office" and words not in ground.words["of_country"]:
        return None
    return ground.match(index, "country")


def is_plural(nisba: Match) -> bool:
    """Whether the adjective is a sound masculine plural, said of people only."""
    word = nisba.entry.words[0]
    return word.endswith(("ون", "ين")) and not word.endswith("تين")


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
    if tie is None or ground.key(end + 1) not in ground.words["pronouns"]:
        return end, mention
    stop = ground.tokens[end + 1].end
    return end + 2, changed(mention, span=Span(mention.span.start, stop))


def _possessed(ground: Ground, match: Match) -> Phrase | None:
    """Fighters named by a pronoun: "عناصرها", "ميليشياته المحلية والأجنبية"."""
    kind = match.entry.value.key
    if kind == "office":
        return national(ground, match, match.end)
    if kind not in ("soldier", "person", "militia", "force"):
        return None
    if match.enclitic == "نا":
        word = match.entry.words[0]
        kin = kind == "person" and word not in ground.words["fighters"]
        return None if kin else _own_voice(ground, match)
    if match.enclitic not in ("ه", "ها"):
        return None
    if kind == "force" and " ".join(match.entry.words) not in ground.words["owned"]:
        return None
    span = ground.span(match)
    rule = "ally" if kind == "militia" else "own"
    mentions = [referring(span, span, rule)]
    end = match.end
    nisba = ground.match(end, "nisba") if ground.glued(end) else None
    while nisba is not None and kind == "militia":
        side = ground.vocabulary.sides[nisba.entry.value.key]
        mention = _sided(ground, match, nisba, "militia")
        if mention is not None and not side.by_country:
            span = ground.span(nisba)
            start = mentions[0].span.start if end == match.end else span.start
            mention = changed(mention, span=Span(start, span.end))
            mentions = [mention] if end == match.end else [*mentions, mention]
        else:
            mentions[0] = changed(
                mentions[0], span=Span(mentions[0].span.start, ground.span(nisba).end)
            )
        end = nisba.end
        nisba = ground.match(end, "nisba") if ground.glued(end) else None
        if nisba is not None and not ground.joined(nisba):
            nisba = None
    return Phrase(end, tuple(mentions))


def _own_voice(ground: Ground, match: Match) -> Phrase | None:
    """A side that speaks of its own: "قواتنا المسلحة", "مجاهدونا"; who it is needs the document."""
    end = match.end
    while ground.glued(end) and _is_attribute(ground, end) and ground.key(end).startswith("ال"):
        end += 1
    span = ground.span(match, end)
    mention = ActorMention(
        span, ground.span(match), None, "own-voice", "state_forces", anaphor=True, confidence=0.6
    )
    return Phrase(end, (mention,))
