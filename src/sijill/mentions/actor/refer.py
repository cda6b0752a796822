"""Words that name nobody by themselves: offices of a state, allies, what refers back."""

from sijill.lexicon.entry import Match
from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.head import national
from sijill.mentions.actor.owner import referring
from sijill.mentions.actor.phrase import Phrase
from sijill.mentions.actor.unit import as_force
from sijill.mentions.actor.vocabulary import Anaphor
from sijill.model.mention import ActorMention
from sijill.model.span import Span


def ally_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """Allies of a side, by pronoun or by name: "حلفاؤها", "حلفاء النظام"."""
    span = ground.span(match)
    if match.enclitic:
        return Phrase(match.end, (referring(span, span, "ally"),))
    inner = ground.phrase(match.end, depth + 1) if ground.glued(match.end) else None
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
    if len(match.entry.words) == 1 and not _is_noun(ground, match):
        return None
    span = ground.span(match)
    end = match.end
    nisba = ground.match(end, "nisba") if ground.glued(end) else None
    if nisba is not None and ground.bare(nisba):
        side = ground.vocabulary.sides[nisba.entry.value.key]
        if side.forces and side.nation:
            return national(ground, as_force(match), end)
    rule = "term"
    if nisba is None and ground.glued(end) and _is_epithet(ground.key(end)):
        end, rule = end + 1, "foreign-term"
    whole = ground.span(match, end)
    mention = ActorMention(whole, span, None, rule, "state_forces", confidence=0.6)
    return Phrase(end, (mention,))


def _is_noun(ground: Ground, match: Match) -> bool:
    """Whether "الداخلية" is the ministry: after a definite noun it is an adjective."""
    before = ground.key(match.start - 1)
    return not ground.glued(match.start) or not before.startswith(("ال", "وال", "بال", "لل"))


def _is_epithet(key: str) -> bool:
    """Whether the word can be the adjective of a country that the pack does not list."""
    return key.startswith("ال") and key.endswith("ية") and len(key) > 6


def anaphor_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """A word that refers back; who it is needs the document."""
    key = match.entry.value.key
    words = " ".join(match.entry.words)
    trap = ground.vocabulary.traps.get(words)
    if trap and ground.glued(match.end) and ground.key(match.end) in trap:
        return None
    trap = ground.vocabulary.traps_after.get(words)
    if trap and ground.key(match.start - 1) in trap:
        return None
    anaphor = ground.vocabulary.anaphors[key]
    if ground.glued(match.end) and _is_institution(ground, match.end, anaphor):
        return None
    if words.endswith("ية") and not _is_noun(ground, match):
        return None
    if key == "latter" and not _stands_alone(ground, match):
        return None
    span = ground.span(match)
    end = match.end
    if ground.glued(end) and ground.key(end) in ground.words["same"]:
        end += 1
    kind = "source_generic" if anaphor.source else "armed_group"
    mention = ActorMention(
        Span(span.start, ground.tokens[end - 1].end),
        span,
        None,
        f"anaphor:{key}",
        kind,
        source=anaphor.source,
        framing=span.of(ground.text) if anaphor.framing else None,
        anaphor=True,
        confidence=0.6,
    )
    return Phrase(end, (mention,))


def _is_institution(ground: Ground, index: int, anaphor: Anaphor) -> bool:
    """Whether the next word makes a name of it: "الهيئة العامة", "المنظمة الدولية"."""
    if ground.key(index) in ground.words["institutional"]:
        return True
    nisba = ground.match(index, "nisba") if anaphor.common or anaphor.source else None
    return nisba is not None and nisba.proclitics == "ال"


def _stands_alone(ground: Ground, match: Match) -> bool:
    """Whether "الأخير" is a noun: after a definite noun it is an adjective."""
    before = ground.key(match.start - 1)
    return not ground.glued(match.start) or not (
        before.startswith(("ال", "وال", "بال", "لل")) or before.endswith(("ه", "ها", "هم"))
    )
