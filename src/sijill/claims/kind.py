"""Which sub-event type a draft is, and whether its words are an event at all."""

from collections.abc import Callable, Mapping

from sijill.claims.aim import at_civilians
from sijill.claims.crowd import crowd_type, is_crowd
from sijill.claims.draft import Draft
from sijill.claims.raid import OTHER, is_raid
from sijill.claims.scene import Scene
from sijill.claims.side import any_armed, is_civilian, is_government, is_state
from sijill.claims.territory import advance_type, loser_type, taker_type
from sijill.claims.warfare import weapons
from sijill.lexicon.entry import Match
from sijill.model.mention import TriggerMention
from sijill.ontology.types import EVENT_TYPE_OF
from sijill.text.fold import fold

_CUE_REACH = 12
"""Words before a trigger in which a cue still colours it ("طائرات … شنت")."""

_OBJECT_REACH = 5
"""Words after a verb in which its object stands."""
_WEAPONS_APART = frozenset(("drone", "rocket"))
_PROTEST_WORDS = frozenset(("protest", "protester", "march"))
_MANY_PROTESTS = 3
"""Words of protest that make a report one of protests."""
_DRIVER_REACH = 7
"""Words after a bomb in which who drove it is told."""
_WRECKS = frozenset(("destroy", "damage"))
_FROM_ABOVE = frozenset(("air", "drone"))
_BLASTS = frozenset(("detonate", "blast"))

SHELLING, AIR = "Shelling/artillery/missile attack", "Air/drone strike"

AIR_POWERS = frozenset(("coalition", "usa", "israel", "saudi-coalition", "uk", "france"))
"""Parties that reports name as striking only from the air, when no weapon is named."""


def cues_of(scene: Scene, draft: Draft) -> frozenset[str]:
    """The cue words around the draft's trigger, within its domain."""
    start = max(draft.left, draft.anchor - _CUE_REACH)
    found = frozenset(
        match.entry.id
        for match in scene.tagged.within("cue", start, draft.right)
        if not draft.trigger.start <= match.start < draft.trigger.end
        and (match.entry.id != "ied" or _wields(scene, draft, match))
        and (match.entry.id != "air" or not _helps(scene, match, start))
        and (match.entry.id != "drone" or _is_drone(scene, draft, match))
        and _stands_right(draft, match)
    )
    return found | {"suicide"} if _driven(scene, draft) else found


def _driven(scene: Scene, draft: Draft) -> bool:
    """Whether a bomber drives or wears the bomb: "سيارة مفخخة يقودها انتحاري"."""
    if draft.rule.id not in _BLASTS:
        return False
    start = draft.trigger.end
    sentence = scene.tagged.sentences[draft.sentence]
    return any(
        match.entry.id == "suicide" and scene.tagged.at("verb", match.start - 1)
        for match in scene.tagged.within("cue", start, min(sentence.end, start + _DRIVER_REACH))
    )


def _stands_right(draft: Draft, match: Match) -> bool:
    """Whether, beside a verb of destroying, the cue is on its side: what destroyed comes before
    it or behind "ب", what was destroyed after it."""
    if draft.rule.id != "destroy":
        return True
    before = match.start < draft.trigger.start
    if match.entry.id == "weapon":
        return not before
    return match.entry.id not in _FROM_ABOVE or before or "ب" in match.proclitics


def _helps(scene: Scene, match: Match, floor: int) -> bool:
    """Whether the aircraft only help those who fight on the ground: "بدعم من الطيران"."""
    return bool(scene.grammar.support.before(scene.tagged.tokens, match.start, floor))


def _is_drone(scene: Scene, draft: Draft, match: Match) -> bool:
    """Whether "مسيرة" is a drone and no march: marked, or in a sentence without protest."""
    if len(match.entry.words) > 1:
        return True
    token = scene.tagged.tokens[match.start]
    if "\u0651" in scene.tagged.text[token.start : token.end]:
        return True
    sentence = scene.tagged.sentences[draft.sentence]
    return not any(
        trigger.event in ("protest", "march", "disperse") for trigger in scene.triggers_in(sentence)
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
    told = _by_means(scene, draft) or _by_deed(scene, draft, country) or _by_cue(scene, draft)
    if told is not None:
        draft.type, by, because = told
        draft.note("type", by, because)
        return
    settle = _SETTLED.get(rule.type)
    draft.type = settle(scene, draft, country) if settle is not None else rule.type
    if draft.type in (SHELLING, "Armed clash", "Grenade") and flies(scene, draft):
        draft.type = AIR
    if rule.protest and _of_protest(scene, draft):
        draft.type = rule.protest
    settle_aim(scene, draft)
    draft.type = crowd_type(scene, draft) or draft.type
    draft.note("type", draft.trigger.rule, f"rule {rule.id}")


_Told = tuple[str, str, str]
"""A type, the rule that gives it and why."""


def _by_means(scene: Scene, draft: Draft) -> _Told | None:
    """By what the deed was done with: "استهدف … بقذيفة"."""
    if draft.means is None or draft.means.type not in EVENT_TYPE_OF:
        return None
    near = "antitank" in draft.cues and draft.means.type == SHELLING
    found = "Armed clash" if near else draft.means.type
    found = AIR if found == SHELLING and flies(scene, draft) else found
    found = "Suicide bomb" if draft.means.id == "bomb" and "suicide" in draft.cues else found
    if draft.means.civilians and found == draft.means.type and at_civilians(scene, draft):
        found = draft.means.civilians
    return found, draft.trigger.rule, f"by means of {draft.means.id}"


def _by_deed(scene: Scene, draft: Draft, country: str | None) -> _Told | None:
    """By what was done to what: bombs cleared, houses blown up, tanks destroyed, raids."""
    rule, said = draft.rule, draft.trigger.rule
    if rule.id == "detonate" and _clears(scene, draft, country):
        return "Disrupted weapons use", said, "a state blows up a bomb"
    if rule.id in _BLASTS and _razes(scene, draft):
        return "Looting/property destruction", said, "a building or a line is blown up on purpose"
    if rule.id == "capture" and _object(scene, draft, "goods", through="على"):
        return "Looting/property destruction", said, "goods are taken, not ground"
    if (
        rule.id == "destroy"
        and is_crowd(scene, draft.initiator)
        and _object(scene, draft, "tyres", through="في")
    ):
        return "Violent demonstration", said, "tyres are burnt in the street"
    if rule.id == "launch" and _launched_above(scene, draft):
        return AIR, said, "an aircraft launched it"
    if rule.id == "airstrike" and _with_guns(scene, draft):
        return SHELLING, said, "guns fire beside the aircraft"
    if is_raid(scene, draft):
        return OTHER, said, "they went in and met no fight"
    if rule.id in _WRECKS and not draft.cues & _FROM_ABOVE and _object(scene, draft, "vehicle"):
        return "Armed clash", said, "an army's vehicle is destroyed"
    return None


def _by_cue(scene: Scene, draft: Draft) -> _Told | None:
    first = _first_weapon(scene, draft)
    for cue, refined in draft.rule.refine:
        if cue in draft.cues and not (first == "rocket" and cue in _FROM_ABOVE):
            if cue == "smallarms" and at_civilians(scene, draft):
                refined = "Attack"
            if cue == "air" and _with_guns(scene, draft):
                refined = SHELLING
            return refined, f"{draft.trigger.rule}+{cue}", f"the clause speaks of {cue}"
    return None


def _launched_above(scene: Scene, draft: Draft) -> bool:
    """Whether an aircraft is the subject: "صاروخ أطلقته طائرة"."""
    return any(
        match.entry.id in _FROM_ABOVE and match.start == draft.trigger.end
        for match in scene.tagged.within("cue", draft.trigger.end, draft.right)
    )


def _object(scene: Scene, draft: Draft, thing: str, through: str = "") -> bool:
    """Whether a thing of that kind is what the deed was done to, behind a preposition if the
    verb asks for one: "دمر دبابة", "استولى على مركبات"."""
    start = draft.trigger.end
    tokens, grammar = scene.tagged.tokens, scene.grammar
    doers = [scene.tagged.range_of(actor.span)[0] for actor in draft.initiator]
    return any(
        match.entry.id == thing
        and "ب" not in match.proclitics
        and (
            tokens[match.start - 1].key == fold(through)
            if through
            else not grammar.prepositions.before(tokens, match.start, start)
        )
        # "هدمت جرافات الجيش بناية": what belongs to the doer did it.
        and not any(match.start <= doer < match.end + 2 for doer in doers)
        for match in scene.tagged.within("thing", start, min(draft.right, start + _OBJECT_REACH))
    )


def _razes(scene: Scene, draft: Draft) -> bool:
    """Whether somebody blows up a house, a bridge, a pipeline, and nobody is hurt by it."""
    if draft.losses or draft.cues & {"suicide", "ied", "air", "drone"}:
        return False
    if not any_armed(scene, draft.initiator) or draft.trigger.light == "event":
        return False
    return _object(scene, draft, "property")


def _with_guns(scene: Scene, draft: Draft) -> bool:
    """Whether guns fire beside the aircraft in one breath: "الطائرات والمدفعية"."""
    ends = {
        match.end
        for match in scene.tagged.within("cue", draft.left, draft.right)
        if match.entry.id == "air"
    }
    return any(
        match.entry.id in ("artillery", "ground")
        and match.start in ends
        and match.proclitics.startswith("و")
        for match in scene.tagged.within("cue", draft.left, draft.right)
    )


def _first_weapon(scene: Scene, draft: Draft) -> str:
    """Of rockets and drones used together, the one told first; empty if not both were."""
    if draft.trigger.form != "noun" or not draft.cues >= _WEAPONS_APART:
        return ""
    told = scene.tagged.within("cue", draft.trigger.end, draft.limit or draft.right)
    return next((match.entry.id for match in told if match.entry.id in _WEAPONS_APART), "")


def settle_aim(scene: Scene, draft: Draft) -> None:
    """Give a fight the type of an attack on civilians once it shows that they were its aim."""
    rule = draft.rule
    if rule.civilians and draft.type == rule.type and (draft.resumed or at_civilians(scene, draft)):
        draft.type = rule.civilians


def _shoots_crowds(scene: Scene, draft: Draft) -> bool:
    """Whether a state's bullets hit nobody armed, in a report that is of protests."""
    if not draft.initiator or not all(is_state(scene, actor) for actor in draft.initiator):
        return False
    if draft.target and not all(is_civilian(actor) for actor in draft.target):
        return False
    told = [
        match
        for layer in ("trigger", "people")
        for match in scene.tagged.layer(layer)
        if match.entry.id in _PROTEST_WORDS
    ]
    return len(told) >= _MANY_PROTESTS and len(told) >= weapons(scene)


def _of_protest(scene: Scene, draft: Draft) -> bool:
    """Whether the report is of protests, or for shots the sentence speaks of protesters."""
    sentence = scene.tagged.sentences[draft.sentence]
    near = draft.rule.id == "bullets"
    told = sum(
        match.entry.id in _PROTEST_WORDS
        and (not near or sentence.start <= match.start < sentence.end)
        for layer in ("trigger", "people")
        for match in scene.tagged.layer(layer)
    )
    if near:
        return told > 0 or _shoots_crowds(scene, draft)
    return told > 0 and told >= weapons(scene)


def _clears(scene: Scene, draft: Draft, country: str | None) -> bool:
    """Whether a state's forces blow up a bomb: "فجرت القوات 14 عبوة ناسفة"."""
    if not any(is_government(scene, actor, country) for actor in draft.initiator):
        return False
    end = max([draft.trigger.end, *(scene.tagged.range_of(a.span)[1] for a in draft.initiator)])
    return any(
        match.entry.id == "ied" and "ب" not in match.proclitics
        for match in scene.tagged.within("cue", draft.trigger.end, end + 3)
    )


def _outrage_type(scene: Scene) -> str:
    """What "the criminal act" was, by the words of the report that name it."""
    cues = {match.entry.id for match in scene.tagged.layer("cue")}
    if "suicide" in cues:
        return "Suicide bomb"
    blasts = any(trigger.event in ("blast", "bomb", "detonate") for trigger in scene.triggers)
    return "Remote explosive/landmine/IED" if blasts else "Attack"


def _seizure_type(scene: Scene, draft: Draft, country: str | None) -> str:
    if any(is_government(scene, actor, country) for actor in draft.initiator):
        return "Arrests"
    tokens = scene.tagged.tokens[draft.trigger.end : draft.right]
    if any(token.key.removeprefix("ال") in scene.grammar.suspects for token in tokens):
        return "Arrests"
    return "Abduction/forced disappearance"


def _hit_type(scene: Scene, draft: Draft) -> str:
    if any(actor.actor in AIR_POWERS for actor in draft.initiator):
        return AIR
    if draft.target and all(is_civilian(a) for a in draft.target) and not draft.initiator:
        return "Attack"
    return SHELLING


def flies(scene: Scene, draft: Draft) -> bool:
    """Whether the initiator itself is aircraft ("طائرات النظام"), not one that helps it."""
    tagged = scene.tagged
    for actor in draft.initiator[:1]:
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
        or _strikes(scene, trigger)
    )


def _strikes(scene: Scene, bomb: TriggerMention) -> bool:
    """Whether the bomb is the subject of a verb of striking: "استهدفت عبوة ناسفة رتلا"."""
    return bomb.event == "bomb" and any(
        other.event in ("hit", "destroy") and other.form == "verb" and other.end == bomb.start
        for other in scene.triggers
    )


def _falls(scene: Scene, trigger: TriggerMention) -> bool:
    """Whether a verb of falling, with at most a number between, stands before the munition."""
    return any(
        other.event == "fall" and 0 <= trigger.start - other.end <= 1 for other in scene.triggers
    )


_SETTLED: Mapping[str, Callable[[Scene, Draft, str | None], str]] = {
    "capture": taker_type,
    "lose": loser_type,
    "hit": lambda s, d, country: _hit_type(s, d),
    "advance": advance_type,
    "outrage": lambda s, d, country: _outrage_type(s),
    "seizure": _seizure_type,
}
"""By the `type` of a rule that the parties settle: how."""
