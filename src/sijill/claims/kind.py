"""Which sub-event type a draft is, and whether its words are an event at all."""

from collections.abc import Sequence

from sijill.claims.crowd import crowd_type
from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.claims.side import is_armed, is_civilian, is_government
from sijill.lexicon.entry import Match
from sijill.model.mention import ActorMention, TriggerMention
from sijill.ontology.types import EVENT_TYPE_OF

_CUE_REACH = 12
"""Words before a trigger in which a cue still colours it ("طائرات … شنت")."""

GOVERNMENT, NON_STATE = "Government regains territory", "Non-state actor overtakes territory"
SHELLING, AIR = "Shelling/artillery/missile attack", "Air/drone strike"

AIR_POWERS = frozenset(("coalition", "usa", "israel", "saudi-coalition", "uk", "france"))
"""Parties that reports name as striking only from the air, when no weapon is named."""


def cues_of(scene: Scene, draft: Draft) -> frozenset[str]:
    """The cue words around the draft's trigger, within its domain."""
    start = max(draft.left, draft.anchor - _CUE_REACH)
    return frozenset(
        match.entry.id
        for match in scene.tagged.within("cue", start, draft.right)
        if not draft.trigger.start <= match.start < draft.trigger.end
        and (match.entry.id != "ied" or _wields(scene, draft, match))
        and (match.entry.id != "drone" or _is_drone(scene, draft, match))
    )


def _is_drone(scene: Scene, draft: Draft, match: Match) -> bool:
    """Whether "مسيرة" is a drone and no march: marked, or in a sentence without protest."""
    if len(match.entry.words) > 1:
        return True
    token = scene.tagged.tokens[match.start]
    if "\u0651" in scene.tagged.text[token.start : token.end]:
        return True
    sentence = scene.tagged.sentences[draft.sentence]
    return not any(
        trigger.event in ("protest", "march", "disperse")
        for trigger in scene.triggers
        if sentence.start <= trigger.start < sentence.end
    )


def _wields(scene: Scene, draft: Draft, match: Match) -> bool:
    """Whether a bomb is the means of the event ("بعبوة ناسفة"), not merely spoken of."""
    if draft.rule.frame.name == "explosion":
        return True
    before = scene.tagged.tokens[match.start - 1].key if match.start else ""
    return "ب" in match.proclitics or before.startswith("ب") or before in scene.grammar.cause


def settle_type(scene: Scene, draft: Draft, country: str | None) -> None:
    """Set `draft.type` from the rule, the cues and the parties."""
    rule = draft.rule
    if draft.means is not None and draft.means.type in EVENT_TYPE_OF:
        draft.type = draft.means.type
        draft.note("type", draft.trigger.rule, f"by means of {draft.means.id}")
        return
    if rule.id == "detonate" and _clears(scene, draft, country):
        draft.type = "Disrupted weapons use"
        draft.note("type", draft.trigger.rule, "a state blows up a bomb")
        return
    for cue, refined in rule.refine:
        if cue in draft.cues:
            draft.type = refined
            draft.note("type", f"{draft.trigger.rule}+{cue}", f"the clause speaks of {cue}")
            return
    if rule.type == "capture":
        draft.type = _captor_type(scene, draft.initiator, country)
    elif rule.type == "lose":
        draft.type = _loser_type(scene, draft, country)
    elif rule.type == "hit":
        draft.type = _hit_type(scene, draft)
    elif rule.type == "seizure":
        draft.type = _seizure_type(scene, draft, country)
    else:
        draft.type = rule.type
    if draft.type in (SHELLING, "Armed clash") and flies(scene, draft):
        draft.type = AIR
    if rule.protest and _of_protest(scene, draft):
        draft.type = rule.protest
    if rule.civilians and _against_civilians(scene, draft):
        draft.type = rule.civilians
    draft.type = crowd_type(scene, draft) or draft.type
    draft.note("type", draft.trigger.rule, f"rule {rule.id}")


def _against_civilians(scene: Scene, draft: Draft) -> bool:
    """Whether all who suffer are civilians, or nobody armed is named in the whole report."""
    if draft.target:
        return all(is_civilian(actor) for actor in draft.target)
    if draft.initiator:
        return False
    return not any(is_armed(scene, located.item) for located in scene.actors.items)


def _of_protest(scene: Scene, draft: Draft) -> bool:
    """Whether the report, or for shots the sentence, speaks of protesters."""
    sentence = scene.tagged.sentences[draft.sentence]
    near = draft.rule.id == "bullets"
    return any(
        match.entry.id in ("protest", "protester", "march")
        and (not near or sentence.start <= match.start < sentence.end)
        for layer in ("trigger", "people")
        for match in scene.tagged.layer(layer)
    )


def _captor_type(scene: Scene, captors: Sequence[ActorMention], country: str | None) -> str:
    if any(is_government(scene, actor, country) for actor in captors):
        return GOVERNMENT
    return NON_STATE


def _loser_type(scene: Scene, draft: Draft, country: str | None) -> str:
    if draft.initiator:
        return _captor_type(scene, draft.initiator, country)
    if any(is_government(scene, actor, country) for actor in draft.target):
        return NON_STATE
    return GOVERNMENT


def _clears(scene: Scene, draft: Draft, country: str | None) -> bool:
    """Whether a state's forces blow up a bomb: "فجرت القوات 14 عبوة ناسفة"."""
    if not any(is_government(scene, actor, country) for actor in draft.initiator):
        return False
    end = max([draft.trigger.end, *(scene.tagged.range_of(a.span)[1] for a in draft.initiator)])
    return any(
        match.entry.id == "ied" and "ب" not in match.proclitics
        for match in scene.tagged.within("cue", draft.trigger.end, end + 3)
    )


def _seizure_type(scene: Scene, draft: Draft, country: str | None) -> str:
    if any(is_government(scene, actor, country) for actor in draft.initiator):
        return "Arrests"
    civilian = draft.target and all(is_civilian(actor) for actor in draft.target)
    return "Abduction/forced disappearance" if civilian else "Armed clash"


def _hit_type(scene: Scene, draft: Draft) -> str:
    if any(actor.actor in AIR_POWERS for actor in draft.initiator):
        return AIR
    if draft.target and all(is_civilian(a) for a in draft.target) and not draft.initiator:
        return "Attack"
    return SHELLING


def flies(scene: Scene, draft: Draft) -> bool:
    """Whether the initiator itself is aircraft ("طائرات النظام")."""
    tagged = scene.tagged
    for actor in draft.initiator:
        start, end = tagged.range_of(actor.span)
        for index in range(start, end):
            if any(m.entry.id in ("air", "drone") for m in tagged.at("cue", index)):
                return True
    return False


def is_means(scene: Scene, trigger: TriggerMention) -> bool:
    """Whether the noun is what did it: "بقذيفة", "جراء صاروخ", "سقطت قذيفة"."""
    before = scene.tagged.tokens[trigger.start - 1].key if trigger.start else ""
    return (
        "ب" in trigger.proclitics
        or before in scene.grammar.cause
        or (before.startswith("ب") and len(before) > 3)
        or trigger.light == "event"
        or _falls(scene, trigger)
    )


def _falls(scene: Scene, trigger: TriggerMention) -> bool:
    """Whether a verb of falling, with at most a number between, stands before the munition."""
    return any(
        other.event == "fall" and 0 <= trigger.start - other.end <= 1 for other in scene.triggers
    )
