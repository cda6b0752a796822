"""Why the words of a trigger are no event here: metaphor, aim, condition, denial, accident."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sijill.claims.crowd import is_crowd
from sijill.claims.draft import Draft
from sijill.claims.host import SUBJECT, is_outcome
from sijill.claims.kind import flies, is_means
from sijill.claims.scene import Scene
from sijill.claims.side import any_armed, is_armed
from sijill.claims.warfare import WEAPONS, is_ancient, is_figure
from sijill.model.mention import ActorMention


def _takes_ground(scene: Scene, draft: Draft) -> bool:
    """Whether the words after the trigger name ground ("نقاط", "عليها") though no place."""
    tokens = scene.tagged.tokens
    end = draft.trigger.end
    if not (
        any_armed(scene, draft.initiator)
        or draft.trigger.number == "plural"
        or (draft.subject_missing and draft.trigger.light == "agent")
    ):
        return False
    ground = scene.grammar.ground
    return any(
        (tokens[index].key in ground or tokens[index].key.removeprefix("و") in ground)
        and (index < end + 5 or tokens[index - 1].key in ("على", "من"))
        for index in range(end, draft.right)
    )


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
    if scene.losses.within(trigger.end, draft.right) or scene.places.within(
        trigger.end, draft.right
    ):
        return False
    if _costs(scene, draft):
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


def _object_place(scene: Scene, draft: Draft) -> bool:
    """Whether a place, and no preposition, follows the verb and its subject."""
    if draft.trigger.enclitic:
        return True
    tokens = scene.tagged.tokens
    for site in scene.places.within(draft.trigger.end, draft.right)[:1]:
        return not scene.grammar.prepositions.before(tokens, site.start, draft.trigger.end) and (
            site.item.mention.role == "at"
        )
    return False


def speaking_parties(scene: Scene, draft: Draft) -> list[ActorMention]:
    """Armed parties that tell of the event themselves, or are accused of it."""
    return [
        source
        for a in scene.said_of(draft.trigger.span)
        for source in (*a.sources, *a.accused)
        if is_armed(scene, source)
    ]


def _subject_unknown(scene: Scene, draft: Draft) -> bool:
    """Whether an unlisted "place" right after a verb of taking is what takes ("سيطر القلق")."""
    if draft.rule.frame.name != "capture" or draft.trigger.form != "verb" or draft.site is None:
        return False
    start, _ = scene.tagged.range_of(draft.site.mention.span)
    return start == draft.trigger.end and draft.site.value.lat is None


def _called_for(scene: Scene, draft: Draft) -> bool:
    """Whether the event is only asked for: "دعا إلى هدنة"."""
    floor = max(draft.left - 4, draft.anchor - 8, 0)
    return any(
        match.entry.id == "call"
        for match in scene.tagged.within("negation", floor, draft.trigger.start)
    )


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
    ("an aim or an attempt, not a deed", _is_aim),
    ("before the wars of today", is_ancient),
    ("nobody who is arrested", _stops_a_thing),
)
"""Why words that have all they need tell nothing all the same; asked in this order."""


@dataclass(slots=True)
class _Around:
    """What stands around a draft that speaks for an event."""

    speakers: list[ActorMention]
    armed: bool
    """Whether anybody armed takes part or tells of it."""
    harmed: bool
    placed: bool


def why_not(scene: Scene, draft: Draft) -> str:
    """Why the draft's words are no event here; empty if they are one."""
    around = _around(scene, draft)
    if not _needs_met(scene, draft, around):
        return f"needs {draft.rule.needs}"
    for reason, holds in _UNTOLD:
        if holds(scene, draft):
            return reason
    if is_figure(scene, draft, around.harmed):
        return "no fighter and no weapon in the report"
    return "" if around.armed else _unarmed(scene, draft, around)


def _unarmed(scene: Scene, draft: Draft, around: _Around) -> str:
    """Why words without an armed party are no event."""
    sentence = scene.tagged.sentences[draft.sentence]
    named = scene.actors.within(sentence.start, sentence.end)
    fighters = any(is_armed(scene, located.item) for located in named)
    harmed, told = around.harmed, fighters or around.harmed
    if not fighters and _accident_near(scene, draft):
        return "an accident"
    if _subject_unknown(scene, draft):
        return "what follows the verb is its subject, not a place"
    if draft.rule.id == "siege" and draft.trigger.form == "verb":
        return "nobody who besieges"
    if draft.rule.id == "detonate" and not (harmed or draft.cues & WEAPONS):
        return "nothing that explodes"
    if "metaphor" in draft.cues and not harmed:
        return "figure of speech"
    if not (told or draft.site is not None or draft.initiator or around.speakers):
        return "no party, place or loss in the sentence"
    return ""


def _around(scene: Scene, draft: Draft) -> _Around:
    sentence = scene.tagged.sentences[draft.sentence]
    speakers = speaking_parties(scene, draft)
    return _Around(
        speakers=speakers,
        armed=any_armed(scene, [*draft.initiator, *draft.target, *speakers]),
        harmed=bool(scene.losses.within(sentence.start, sentence.end)),
        placed=draft.site is not None or _takes_ground(scene, draft),
    )


def _needs_met(scene: Scene, draft: Draft, around: _Around) -> bool:
    """Whether what the rule's `needs` names is there."""
    test = _NEEDS.get(draft.rule.needs)
    return test is None or test(scene, draft, around)


def _led(scene: Scene, draft: Draft, around: _Around) -> bool:
    """Whether somebody armed does it."""
    return any_armed(scene, draft.initiator)


def _partied_or_harmed(scene: Scene, draft: Draft, around: _Around) -> bool:
    return bool(draft.initiator or draft.target) or around.harmed


def _has_subject(scene: Scene, draft: Draft, around: _Around) -> bool:
    told = bool(draft.initiator or around.speakers)
    return told or (draft.trigger.voice == "passive" and around.placed)


def _names_weapon(draft: Draft) -> bool:
    """Whether the event's own words name the weapon: "تفكيك عبوة ناسفة"."""
    return draft.rule.id == "intercept" and draft.trigger.end - draft.trigger.start > 1


_NEEDS: Mapping[str, Callable[[Scene, Draft, _Around], bool]] = {
    "place": lambda s, d, around: around.placed,
    "party": lambda s, d, around: around.armed or bool(d.target and d.initiator),
    "party-or-place": lambda s, d, around: around.armed or bool(d.target) or around.placed,
    "party-or-loss": _partied_or_harmed,
    "party-or-loss-or-person": _partied_or_harmed,
    "place-or-loss": lambda s, d, around: around.placed or around.harmed,
    "armed-party": lambda s, d, around: around.armed,
    "armed-party-and-place": lambda s, d, around: around.armed and around.placed,
    "armed-mover": lambda s, d, around: any_armed(s, [*d.initiator, *around.speakers]),
    "truce": lambda s, d, around: not _called_for(s, d),
    "armed-subject": _led,
    "armed-carrier": lambda s, d, around: d.trigger.light == "agent" and _led(s, d, around),
    "captor": _led,
    "munition": lambda s, d, around: "munition" in d.cues or _names_weapon(d),
    "air": lambda s, d, around: "air" in d.cues or flies(s, d),
    "loss": lambda s, d, around: around.harmed,
    "subject": _has_subject,
    "bullets": lambda s, d, around: around.harmed,
    "bomb": lambda s, d, around: is_means(s, d.trigger),
    "weapon": lambda s, d, around: "weapon" in d.cues,
    "crowd": lambda s, d, around: is_crowd(s, d.initiator),
    "abuser": lambda s, d, around: (
        _led(s, d, around)
        and (bool(d.target) or d.trigger.light == "agent" or d.trigger.relative >= 0)
    ),
    "advancer": lambda s, d, around: (
        not d.trigger.enclitic and any_armed(s, [*d.initiator, *around.speakers])
    ),
    "raider": lambda s, d, around: _led(s, d, around) or is_crowd(s, d.initiator),
    "war-toll": lambda s, d, around: around.harmed and d.trigger.definite,
    "armed-and-object-place": lambda s, d, around: _led(s, d, around) and _object_place(s, d),
}
"""By the name in `needs` of a rule: whether a draft has it."""
