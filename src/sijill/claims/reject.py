"""Why the words of a trigger are no event here: metaphor, aim, condition, denial, accident."""

from collections.abc import Callable

from sijill.claims.draft import Draft
from sijill.claims.host import SUBJECT, is_outcome
from sijill.claims.items import listed_places
from sijill.claims.needs import Around, around_of, needs_met
from sijill.claims.scene import Scene
from sijill.claims.side import is_armed
from sijill.claims.warfare import WEAPONS, fighters, is_ancient, is_figure


def _costs(scene: Scene, draft: Draft) -> bool:
    """Whether losses are told as its outcome: "خلفت الغارة التي طالت … 9 قتلى"."""
    start = draft.trigger.start
    if not any(is_outcome(scene, at) for at in range(max(0, start - SUBJECT), start)):
        return False
    return bool(scene.losses.within(start, scene.tagged.sentences[draft.sentence].end))


def _refers_back(scene: Scene, draft: Draft) -> bool:
    """Whether a definite noun says nothing of its own: "وجاء القصف ردا على …"."""
    trigger = draft.trigger
    if trigger.form != "noun" or not trigger.definite or trigger.enclitic:
        return False
    if trigger.light in ("agent", "patient") or draft.initiator or draft.target:
        return False
    if _costs(scene, draft) or listed_places(scene, draft):
        return False
    if scene.losses.within(trigger.end, draft.right) or scene.places.within(
        trigger.end, draft.right
    ):
        return False
    before = scene.tagged.tokens[trigger.start - 1].key if trigger.start else ""
    return not (
        before in scene.grammar.before_noun and scene.losses.within(draft.left, trigger.start)
    )


def _accident_near(scene: Scene, draft: Draft) -> bool:
    sentence = scene.tagged.sentences[draft.sentence]
    return any(
        match.entry.id == "accident"
        for match in scene.tagged.within("cue", sentence.start, sentence.end)
    )


def _is_deliberate(scene: Scene, draft: Draft) -> bool:
    """Whether the word itself says that somebody did it: "تفجير", not "انفجار"."""
    key = scene.tagged.tokens[draft.trigger.start].key
    return draft.rule.id == "outrage" or key in scene.grammar.deliberate


def _subject_unknown(scene: Scene, draft: Draft) -> bool:
    """Whether an unlisted "place" right after a verb of taking is what takes ("سيطر القلق")."""
    if draft.rule.frame.name != "capture" or draft.trigger.form != "verb" or draft.site is None:
        return False
    start, _ = scene.tagged.range_of(draft.site.mention.span)
    return start == draft.trigger.end and draft.site.value.lat is None


def _supposed(scene: Scene, draft: Draft) -> bool:
    """Whether words before the trigger make it a condition, a fear or something to be stopped."""
    trigger = draft.trigger
    floor = max(draft.left - 1, trigger.start - 3, 0)
    return any(
        match.entry.id == "conditional" and match.end <= trigger.start
        for match in scene.tagged.within("negation", floor, trigger.start)
    )


def _negated(scene: Scene, draft: Draft) -> bool:
    """Whether words deny the event, as no source does: "لم تستهدف", "دون وقوع أي هجوم"."""
    trigger = draft.trigger
    reach = 1 if trigger.form == "verb" else 3
    floor = max(draft.left - 1, trigger.start - reach, 0)
    found = scene.tagged.within("negation", floor, trigger.start)
    if not found or any(a.denial for a in scene.attributions):
        return False
    undone = {match.start for match in found if match.entry.id == "affirms"}
    return any(
        match.entry.id == "words" and match.end <= trigger.start and match.end not in undone
        for match in found
    )


def _is_aim(scene: Scene, draft: Draft) -> bool:
    """ "لطرده", "في محاولة للسيطرة": what is wanted, unless the report says it is planned."""
    trigger = draft.trigger
    if trigger.form != "noun" or trigger.light == "patient":
        return False
    tokens = scene.tagged.tokens
    floor = max(draft.left - 1, trigger.start - 5, 0)
    aimed = any(
        scene.grammar.purpose.at(tokens, index, trigger.start)
        for index in scene.grammar.purpose.places(scene.tagged.keys, floor, trigger.start)
    )
    to_do = (
        trigger.proclitics in ("ل", "ول", "لال")
        and trigger.light == ""
        and draft.rule.frame.name in ("capture", "expel")
    )
    return (aimed or to_do) and not any(
        match.entry.id == "planned" and draft.left - 8 <= match.start < trigger.start
        for match in scene.tagged.layer("status")
    )


def _tells_of_place(scene: Scene, draft: Draft) -> bool:
    """ "المناطق التي خرجت منها القوات": who left is told to say which place is meant."""
    trigger = draft.trigger
    relative = scene.grammar.control["relative"]
    return (
        draft.rule.id == "withdrawal"
        and trigger.form == "verb"
        and bool(relative.before(scene.tagged.tokens, trigger.start, 0))
    )


def _is_motive(scene: Scene, draft: Draft) -> bool:
    """ "احتجاجا على القرار": the reason of what was told before, unless of a crowd."""
    tokens, grammar = scene.tagged.tokens, scene.grammar
    if tokens[draft.trigger.start].key not in grammar.motive:
        return False
    start = scene.tagged.sentences[draft.sentence].start
    words = [token.key.removeprefix("ال") for token in tokens[start : draft.trigger.start]]
    told = any(
        other.event in ("protest", "march", "rally") and start <= other.start < draft.trigger.start
        for other in scene.triggers
    )
    return told or not any(word in grammar.crowd | grammar.protesters for word in words)


def _stops_a_thing(scene: Scene, draft: Draft) -> bool:
    """ "أوقفت المفاوضات": an active verb with nobody after it who could be held."""
    trigger = draft.trigger
    if draft.rule.id != "arrest" or draft.target:
        return False
    if trigger.form != "verb" or trigger.voice == "passive" or trigger.enclitic:
        return False
    return not any(
        located.item.kind == "captured" for located in scene.losses.within(trigger.end, draft.right)
    )


_UNTOLD: tuple[tuple[str, Callable[[Scene, Draft], bool]], ...] = (
    ("supposed, feared or to be stopped, not told", _supposed),
    ("negated", _negated),
    ("refers back to an event told elsewhere", _refers_back),
    ("before the wars of today", is_ancient),
    ("nobody who is arrested", _stops_a_thing),
    ("why something was done, no gathering", _is_motive),
    ("tells of a place, not of a move", _tells_of_place),
)
"""Why words that have all they need tell nothing all the same; asked in this order."""


INSTRUMENTS = ("means", "bullets")
"""Needs of nouns that are an event only as the means of one."""
_DOUBTS = frozenset(
    (
        "no party, place or loss in the sentence",
        "refers back to an event told elsewhere",
        "needs party-or-place",
        "needs place",
        "needs place-or-loss",
    )
)
"""Reasons that speak against an event and do not settle it: what else the report tells is weighed
with them (`evidence`)."""


def is_doubt(scene: Scene, draft: Draft, reason: str) -> bool:
    """Whether what speaks against an event leaves it open: no means, no men who were lost."""
    if reason not in _DOUBTS or draft.rule.needs in INSTRUMENTS:
        return False
    end = scene.tagged.sentences[draft.sentence].end
    return draft.rule.id != "lose" or not scene.losses.within(draft.trigger.end, end)


def why_not(scene: Scene, draft: Draft) -> str:
    """What speaks against the draft's words being an event here; empty if nothing does."""
    around = around_of(scene, draft)
    if not needs_met(scene, draft, around):
        return f"needs {draft.rule.needs}"
    for reason, holds in _UNTOLD:
        if holds(scene, draft):
            return reason
    if is_figure(scene, draft, around.harmed):
        return "no fighter and no weapon in the report"
    return "" if around.armed else _unarmed(scene, draft, around)


def _unarmed(scene: Scene, draft: Draft, around: Around) -> str:
    """Why words without an armed party are no event."""
    sentence = scene.tagged.sentences[draft.sentence]
    named = scene.actors.within(sentence.start, sentence.end)
    fighters = any(is_armed(scene, located.item) for located in named)
    harmed, told = around.harmed, fighters or around.harmed
    if not fighters and _accident_near(scene, draft) and not _is_deliberate(scene, draft):
        return "an accident"
    if _subject_unknown(scene, draft):
        return "what follows the verb is its subject, not a place"
    if draft.rule.id == "siege" and draft.trigger.form == "verb":
        return "nobody who besieges"
    if draft.rule.id == "detonate" and not (harmed or draft.cues & WEAPONS):
        return "nothing that explodes"
    if "metaphor" in draft.cues and not harmed:
        return "figure of speech"
    if not (
        told
        or draft.site is not None
        or draft.initiator
        or around.speakers
        or _is_literal(scene, draft)
    ):
        return "no party, place or loss in the sentence"
    return ""


def _is_literal(scene: Scene, draft: Draft) -> bool:
    """Whether the words name a weapon going off: "انفجر لغم", shots in a report of fighting."""
    if draft.rule.id in ("blast", "bomb"):
        return draft.trigger.end - draft.trigger.start > 1
    if draft.rule.id in ("intercept", "seized-weapons"):
        return draft.trigger.end - draft.trigger.start > 1 or "weapon" in draft.cues
    return draft.rule.id in _SHOTS and fighters(scene) > 0


_SHOTS = frozenset(("gunfire", "shelling", "airstrike"))
