"""How surely a draft is a claim: named pieces of evidence, each with a weight from the pack."""

import math
from collections.abc import Mapping, Sequence

from sijill.claims.control import is_headline
from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.claims.side import any_armed, is_civilian
from sijill.claims.warfare import fighters, weapons
from sijill.ontology.types import EVENT_TYPE_OF

VIOLENT_LOSSES = frozenset(("killed", "injured"))
LINE, SHORT = "company line", "company short"
_LINE, _SHORT = 22, 45
"""Tokens up to which a text is one line, or too short for company to say anything."""


def company_of(drafts: Sequence[Draft], tokens: int, sentences: int) -> str:
    """How much a report of that size tells of events: the more it does, the surer each one."""
    if tokens <= _LINE:
        return LINE
    if tokens <= _SHORT or sentences == 1:
        return SHORT
    firm = sum(
        1
        for draft in drafts
        if draft.losses
        or draft.trigger.form == "verb"
        or draft.trigger.light in ("agent", "patient")
        or (draft.site is not None and "place" not in draft.confidence)
    )
    return "company none" if firm < 2 else "company few" if firm < 5 else "company many"


def evidence(scene: Scene, draft: Draft, company: str) -> tuple[str, ...]:
    """The names of all that speaks for or against the draft, in a fixed order."""
    return (
        company,
        f"rule:{draft.rule.id}",
        f"type:{EVENT_TYPE_OF[_told_type(draft)]}",
        *_kind(scene, draft),
        *([] if company == LINE else [_fighting(scene)]),
        *_doubt(draft),
        *_grammar(draft),
        *_parties(scene, draft),
        *_circumstances(scene, draft),
        *_setting(scene, draft),
        *_telling(scene, draft),
    )


def _told_type(draft: Draft) -> str:
    """The type that its words tell: whom they hurt makes them neither more nor less an event."""
    return draft.rule.type if draft.type == draft.rule.civilians else draft.type


def _kind(scene: Scene, draft: Draft) -> list[str]:
    """What the rule's words are worth alone, with a fighter, and with harm done."""
    armed = any_armed(scene, [*draft.initiator, *draft.target])
    harm = "harm" if draft.losses else "no harm"
    return [
        f"rule:{draft.rule.id}, {'armed' if armed else 'unarmed'}, {harm}",
        f"rule:{draft.rule.id}, {draft.trigger.light or draft.trigger.form}",
    ]


def _doubt(draft: Draft) -> list[str]:
    """What the words lack, and what it is worth with this rule."""
    if not draft.doubt:
        return []
    return [f"doubt:{draft.doubt}", f"doubt:{draft.doubt}, {draft.rule.id}"]


def _fighting(scene: Scene) -> str:
    """How often the report names fighters, weapons and losses."""
    named = fighters(scene) + weapons(scene)
    named += sum(1 for located in scene.losses.items if located.item.kind in VIOLENT_LOSSES)
    return "no fighting" if named == 0 else "some fighting" if named < 4 else "much fighting"


def _grammar(draft: Draft) -> list[str]:
    trigger = draft.trigger
    found = [f"form:{trigger.form}"]
    if trigger.form == "verb":
        found.append(f"tense:{trigger.tense or 'past'}")
        if trigger.voice == "passive":
            found.append("passive")
    else:
        found.append(f"light:{trigger.light or 'none'}")
        found.append("definite" if trigger.definite else "indefinite")
        if trigger.number == "plural":
            found.append("plural")
        if trigger.relative >= 0:
            found.append("relative")
    return found


def _parties(scene: Scene, draft: Draft) -> list[str]:
    found: list[str] = []
    for name, side in (("initiator", draft.initiator), ("target", draft.target)):
        if not side:
            found.append(f"no {name}")
        elif draft.confidence.get(name, 1.0) < 1.0:
            found.append(f"{name} filled")
        elif any_armed(scene, side):
            found.append(f"{name} armed")
        elif all(is_civilian(actor) for actor in side):
            found.append(f"{name} civilian")
        else:
            found.append(f"{name} other")
    if (
        draft.initiator
        and draft.target
        and min(draft.confidence.get(n, 1.0) for n in ("initiator", "target")) == 1.0
    ):
        found.append("both sides")
    return found


def _circumstances(scene: Scene, draft: Draft) -> list[str]:
    found: list[str] = []
    if draft.site is None:
        found.append("no place")
    elif "place" in draft.confidence:
        found.append("place filled")
    else:
        found.append("place near" if draft.site.value.precision <= 2 else "place wide")
    if draft.moment is not None:
        dated = draft.moment.value.start is not None or draft.moment.value.precision == "day"
        found.append("time dated" if dated else "time vague")
        if draft.moment.value.precision in ("year", "month"):
            found.append("time long")
    elif draft.inherited is not None:
        found.append("time filled")
    else:
        found.append("no time")
    counted = [loss for loss in draft.losses if loss.maximum is not None]
    found.append("losses counted" if counted else "losses" if draft.losses else "no losses")
    if draft.cues & {"air", "drone", "artillery", "rocket", "ied", "suicide", "smallarms"}:
        found.append("weapon")
    if draft.cues & {"metaphor", "accident"}:
        found.append("figure or accident near")
    return found


def _setting(scene: Scene, draft: Draft) -> list[str]:
    found = [f"status:{draft.status}", f"stance:{draft.stance}"]
    if draft.sources:
        found.append("attributed")
    if len(scene.tagged.sentences) > 1 and is_headline(scene, draft.trigger.start):
        found.append("headline")
    return found


def _telling(scene: Scene, draft: Draft) -> list[str]:
    """How the sentence speaks of the event: as news, or to tell of something else by it."""
    trigger = draft.trigger
    found = [f"told of it: {_shape(draft)}"]
    tokens, grammar = scene.tagged.tokens, scene.grammar
    if trigger.start:
        before = tokens[draft.anchor - 1].key if draft.anchor else ""
        if trigger.form == "verb" and before in grammar.relative_words:
            found.append("in a relative clause")
        elif trigger.form == "noun" and before.removeprefix("و") in grammar.before_noun:
            found.append("behind a preposition")
    if "court" in _words_near(scene, draft):
        found.append("court near")
    return found


def _shape(draft: Draft) -> str:
    """What the clause itself tells besides the event: place, losses, sides."""
    told = (
        ("place", draft.site is not None and "place" not in draft.confidence),
        ("losses", bool(draft.losses)),
        ("doer", bool(draft.initiator) and "initiator" not in draft.confidence),
        ("sufferer", bool(draft.target) and "target" not in draft.confidence),
    )
    return ", ".join(name for name, holds in told if holds) or "nothing"


def _words_near(scene: Scene, draft: Draft) -> frozenset[str]:
    """The kinds of cues in the sentence."""
    sentence = scene.tagged.sentences[draft.sentence]
    cues = scene.tagged.within("cue", sentence.start, sentence.end)
    return frozenset(match.entry.id for match in cues)


def confidence_of(names: tuple[str, ...], weights: Mapping[str, float]) -> float:
    """The probability that a draft with this evidence is a claim, by a logistic model."""
    total = weights.get("bias", 0.0) + sum(weights.get(name, 0.0) for name in names)
    return 1.0 / (1.0 + math.exp(-total))
