"""Parts of an army or police that a number or a place names: "اللواء 51", "قيادة عمليات كذا"."""

from sijill.lexicon.entry import Match
from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.head import national
from sijill.mentions.actor.name import name_at
from sijill.mentions.actor.owner import owned_by
from sijill.mentions.actor.phrase import Phrase
from sijill.model.mention import ActorMention
from sijill.model.record import changed
from sijill.model.span import Span


def unit_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """A unit with its number or arm, and whose it is where that follows.

    Rule `unit`: whose it is the document decides.
    """
    if match.enclitic:
        return None
    if match.entry.value.key == "of_place":
        return _of_place(ground, match)
    end, numbered, armed = match.end, False, False
    while ground.glued(end) and end < match.end + 4:
        key = ground.key(end)
        if (key.isdigit() and not numbered and len(key) < 5) or (
            key in ground.words["ordinals"] and not numbered
        ):
            numbered = True
        elif key in ground.words["arms"] and (numbered or _of_arm(ground, match, key)):
            armed = True
        else:
            break
        end += 1
    if not (numbered or armed) or (numbered and ground.key(end) in ground.words["counted"]):
        return None
    return _owned(ground, match, end, depth)


def _is_number(key: str) -> bool:
    return key.isdigit() and len(key) < 5


def _of_arm(ground: Ground, match: Match, key: str) -> bool:
    """Whether the noun is in construct with the arm: "لواء المشاة"."""
    return key.startswith("ال") and not ground.definite(match)


def _owned(ground: Ground, match: Match, end: int, depth: int) -> Phrase | None:
    nation = national(ground, as_force(match), end) if ground.match(end, "nisba") else None
    if nation is not None:
        return nation
    name = ground.match(end, "name") if ground.glued(end) else None
    if name is not None and ground.bare(name):
        owner = name_at(ground, name, depth, wrapped=True)
        if owner is not None and not owner.first.source and owner.first.kind != "person":
            span = Span(ground.start(match), owner.first.span.end)
            return Phrase(owner.end, (changed(owner.first, span=span),))
    longer = owned_by(ground, match, end, depth)
    if longer is not None:
        return longer
    if match.entry.words[0] in ground.words["loose_units"] and _some_of(ground, end):
        return None
    span = ground.span(match, end)
    return Phrase(end, (ActorMention(span, span, None, "unit", "state_forces", confidence=0.6),))


def _some_of(ground: Ground, index: int) -> bool:
    return ground.glued(index) and ground.key(index) in ground.words["of"]


def _of_place(ground: Ground, match: Match) -> Phrase | None:
    """A command or directorate by its place: "قيادة عمليات بابل"."""
    at = match.end
    if not ground.glued(at) or match.proclitics.endswith("ال"):
        return None
    key = ground.key(at)
    if not key.isalpha() or key in ground.words["particles"]:
        return None
    end = at + 1 + (key in ground.words["compound"] and ground.glued(at + 1))
    span = ground.span(match, end)
    police = any(word.startswith("شرطة") for word in match.entry.words)
    actor = "police" if police else None
    kind = "police" if police else "state_forces"
    return Phrase(end, (ActorMention(span, span, actor, "command", kind, confidence=0.6),))


def as_force(match: Match) -> Match:
    """The match read as a noun of forces."""
    value = match.entry.value._replace(key="force")
    return match._replace(entry=match.entry._replace(value=value))
