"""Which sub-event type a draft is, and whether its words are an event at all."""

from collections.abc import Sequence

from sijill.claims.crowd import crowd_type
from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.claims.side import any_armed, is_armed, is_civilian, is_government
from sijill.claims.warfare import WEAPONS, is_ancient, is_figure
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
        for match in scene.tagged.layer("cue")
        if start <= match.start < draft.right
        and not draft.trigger.start <= match.start < draft.trigger.end
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
        civilian = draft.target and all(is_civilian(actor) for actor in draft.target)
        draft.type = "Abduction/forced disappearance" if civilian else "Armed clash"
    else:
        draft.type = rule.type
    if draft.type in (SHELLING, "Armed clash") and _flies(scene, draft):
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


def _hit_type(scene: Scene, draft: Draft) -> str:
    if any(actor.actor in AIR_POWERS for actor in draft.initiator):
        return AIR
    if draft.target and all(is_civilian(a) for a in draft.target) and not draft.initiator:
        return "Attack"
    return SHELLING


def _flies(scene: Scene, draft: Draft) -> bool:
    """Whether the initiator itself is aircraft ("طائرات النظام")."""
    tagged = scene.tagged
    for actor in draft.initiator:
        start, end = tagged.range_of(actor.span)
        for index in range(start, end):
            if any(m.entry.id in ("air", "drone") for m in tagged.at("cue", index)):
                return True
    return False


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
    before = scene.tagged.tokens[trigger.start - 1].key if trigger.start else ""
    return not (
        before in scene.grammar.before_noun and scene.losses.within(draft.left, trigger.start)
    )


def _accident_near(scene: Scene, draft: Draft) -> bool:
    sentence = scene.tagged.sentences[draft.sentence]
    return any(
        match.entry.id == "accident" and sentence.start <= match.start < sentence.end
        for match in scene.tagged.layer("cue")
    )


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
        for a in scene.attributions
        if a.scope.covers(draft.trigger.span)
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
    return any(
        match.entry.id == "call"
        for index in range(max(draft.left - 4, draft.anchor - 8, 0), draft.trigger.start)
        for match in scene.tagged.at("negation", index)
    )


def _supposed(scene: Scene, draft: Draft) -> bool:
    """Whether words before the trigger make it a condition, a fear or something to be stopped."""
    trigger = draft.trigger
    for index in range(max(draft.left - 1, trigger.start - 3, 0), trigger.start):
        for match in scene.tagged.at("negation", index):
            if match.entry.id == "conditional" and match.end <= trigger.start:
                return True
    return False


def _negated(scene: Scene, draft: Draft) -> bool:
    """Whether the words deny the event: "لم تستهدف", "دون وقوع أي هجوم"."""
    trigger = draft.trigger
    reach = 1 if trigger.form == "verb" else 3
    for index in range(max(draft.left - 1, trigger.start - reach, 0), trigger.start):
        for match in scene.tagged.at("negation", index):
            if match.entry.id == "words" and match.end <= trigger.start:
                return True
    return False


def _is_aim(scene: Scene, draft: Draft) -> bool:
    """ "لطرده", "في محاولة للسيطرة": what is wanted, unless the report says it is planned."""
    trigger = draft.trigger
    if trigger.form != "noun" or trigger.light == "patient":
        return False
    tokens = scene.tagged.tokens
    floor = max(draft.left - 1, trigger.start - 5, 0)
    aimed = any(
        scene.grammar.purpose.at(tokens, index, trigger.start)
        for index in range(floor, trigger.start)
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
    if trigger.form != "verb" or trigger.voice == "passive" or trigger.enclitic or draft.target:
        return False
    return not any(
        located.item.kind == "captured" for located in scene.losses.within(trigger.end, draft.right)
    )


def why_not(scene: Scene, draft: Draft) -> str:
    """Why the draft's words are no event here; empty if they are one."""
    needs = draft.rule.needs
    sentence = scene.tagged.sentences[draft.sentence]
    speakers = speaking_parties(scene, draft)
    armed = any_armed(scene, [*draft.initiator, *draft.target, *speakers])
    harmed = bool(scene.losses.within(sentence.start, sentence.end))
    placed = draft.site is not None or _takes_ground(scene, draft)
    fighters = [
        located.item
        for located in scene.actors.within(sentence.start, sentence.end)
        if is_armed(scene, located.item)
    ]
    tests = {
        "": True,
        "place": placed,
        "party": armed or bool(draft.target and draft.initiator),
        "party-or-place": armed or bool(draft.target) or placed,
        "party-or-loss": bool(draft.initiator or draft.target) or harmed,
        "party-or-loss-or-person": bool(draft.initiator or draft.target) or harmed,
        "place-or-loss": placed or harmed,
        "armed-party": armed,
        "armed-party-and-place": armed and placed,
        "armed-mover": any_armed(scene, [*draft.initiator, *speakers]),
        "truce": not _called_for(scene, draft),
        "armed-subject": any_armed(scene, draft.initiator),
        "armed-carrier": any_armed(scene, draft.initiator) and draft.trigger.light == "agent",
        "captor": any_armed(scene, draft.initiator),
        "munition": "munition" in draft.cues,
        "air": "air" in draft.cues or _flies(scene, draft),
        "loss": harmed,
        "subject": bool(draft.initiator or speakers)
        or (draft.trigger.voice == "passive" and placed),
        "means": True,
        "bullets": harmed,
        "weapon": "weapon" in draft.cues,
        "war-toll": harmed and draft.trigger.definite,
        "armed-and-object-place": any_armed(scene, draft.initiator) and _object_place(scene, draft),
        "attack": True,
    }
    if not tests.get(needs, True):
        return f"needs {needs}"
    if _supposed(scene, draft):
        return "supposed, feared or to be stopped, not told"
    if _negated(scene, draft) and not any(a.denial for a in scene.attributions):
        return "negated"
    if _refers_back(scene, draft):
        return "refers back to an event told elsewhere"
    if _is_aim(scene, draft):
        return "an aim or an attempt, not a deed"
    if _accident_near(scene, draft) and not (armed or fighters):
        return "an accident"
    if is_figure(scene, draft, harmed):
        return "no fighter and no weapon in the report"
    if not armed and _subject_unknown(scene, draft):
        return "what follows the verb is its subject, not a place"
    if is_ancient(scene, draft):
        return "before the wars of today"
    if draft.rule.id == "arrest" and _stops_a_thing(scene, draft):
        return "nobody who is arrested"
    if draft.rule.id == "siege" and draft.trigger.form == "verb" and not armed:
        return "nobody who besieges"
    if draft.rule.id == "detonate" and not (armed or harmed or draft.cues & WEAPONS):
        return "nothing that explodes"
    if "metaphor" in draft.cues and not (armed or harmed):
        return "figure of speech"
    if not (fighters or harmed or draft.site is not None or draft.initiator or speakers):
        return "no party, place or loss in the sentence"
    if "metaphor" in draft.cues and not (fighters or harmed):
        return "figure of speech"
    return ""
