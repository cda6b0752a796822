"""What a rule asks for beside its words before they are an event: a party, a place, a weapon."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sijill.claims.crowd import is_crowd, is_gathering
from sijill.claims.draft import Draft
from sijill.claims.kind import flies, is_means
from sijill.claims.scene import Scene
from sijill.claims.side import any_armed, is_armed
from sijill.claims.warfare import fighters, fights
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


def _called_for(scene: Scene, draft: Draft) -> bool:
    """Whether the event is only asked for: "دعا إلى هدنة"."""
    floor = max(draft.left - 4, draft.anchor - 8, 0)
    return any(
        match.entry.id == "call"
        for match in scene.tagged.within("negation", floor, draft.trigger.start)
    )


_NAME = 5
"""Words of a place's name."""
_MOVER = 6
"""Words behind a word of leaving in which the one who leaves is named."""


@dataclass(slots=True)
class Around:
    """What stands around a draft that speaks for an event."""

    speakers: list[ActorMention]
    armed: bool
    """Whether anybody armed takes part or tells of it."""
    harmed: bool
    placed: bool


def around_of(scene: Scene, draft: Draft) -> Around:
    sentence = scene.tagged.sentences[draft.sentence]
    speakers = speaking_parties(scene, draft)
    return Around(
        speakers=speakers,
        armed=any_armed(scene, [*draft.initiator, *draft.target, *speakers]),
        harmed=bool(scene.losses.within(sentence.start, sentence.end)),
        placed=draft.site is not None or _takes_ground(scene, draft),
    )


def needs_met(scene: Scene, draft: Draft, around: Around) -> bool:
    """Whether what the rule's `needs` names is there."""
    test = _NEEDS.get(draft.rule.needs)
    return test is None or test(scene, draft, around)


def _led(scene: Scene, draft: Draft, around: Around) -> bool:
    """Whether somebody armed does it."""
    return any_armed(scene, draft.initiator)


def _partied_or_harmed(scene: Scene, draft: Draft, around: Around) -> bool:
    return bool(draft.initiator or draft.target) or around.harmed


def _has_subject(scene: Scene, draft: Draft, around: Around) -> bool:
    if _is_city(scene, draft):
        return False
    told = bool(draft.initiator or around.speakers)
    if draft.rule.id in ("destroy", "loot") and not told:
        told = _goes_on(scene, draft)
    return told or (draft.trigger.voice == "passive" and around.placed)


def _is_city(scene: Scene, draft: Draft) -> bool:
    """Whether the word is the name of a place here: "تدمر"."""
    start = draft.trigger.start
    return any(site.end > start for site in scene.places.within(start - _NAME, start + 1))


def _armed_near(scene: Scene, draft: Draft) -> bool:
    """Whether the clause of the verb names somebody armed in any part."""
    if draft.trigger.form != "verb" and not (draft.trigger.enclitic and draft.trigger.light):
        return False
    named = scene.actors.within(draft.left, draft.right)
    return any(is_armed(scene, located.item) for located in named)


def _is_closed(scene: Scene, draft: Draft) -> bool:
    """Whether a pronoun ends the words, for the enemy named before: "التعامل معهم"."""
    return scene.tagged.tokens[draft.trigger.end - 1].key != "مع"


def _armed_before(scene: Scene, draft: Draft) -> bool:
    """Whether the sentence names somebody armed before the word."""
    start = scene.tagged.sentences[draft.sentence].start
    named = scene.actors.within(start, draft.trigger.start)
    return any(is_armed(scene, located.item) for located in named)


def _goes_on(scene: Scene, draft: Draft) -> bool:
    """Whether looting or burning follows on armed deeds of its sentence: "… ونهبت الصيدلية".

    What a blow only led to ("أدى إلى إحراق") is no deed of its own.
    """
    before = scene.tagged.tokens[draft.trigger.start - 1].key if draft.trigger.start else ""
    led_to = draft.trigger.light == "event" or before in ("إلى", "في", "عن")
    return not led_to and not _struck_before(scene, draft) and _armed_before(scene, draft)


def _struck_before(scene: Scene, draft: Draft) -> bool:
    """Whether a blow from afar is told before in the sentence, of which this is the harm."""
    start = scene.tagged.sentences[draft.sentence].start
    return any(
        start <= other.start < draft.trigger.start and scene.rules[other.event].frame.name in _BLOWS
        for other in scene.triggers
    )


_BLOWS = frozenset(("strike", "hit", "explosion"))


def _airborne(scene: Scene, draft: Draft) -> bool:
    """Whether warplanes are named in the sentence of sorties over somebody armed."""
    sentence = scene.tagged.sentences[draft.sentence]
    cues = scene.tagged.within("cue", sentence.start, sentence.end)
    flown = any(
        match.entry.id in ("air", "drone") and match.start != draft.trigger.start + 1
        for match in cues
    )
    return flown and any_armed(scene, [*draft.initiator, *draft.target])


def _is_military(scene: Scene, draft: Draft) -> bool:
    """Whether the words themselves say that soldiers move: "وصول تعزيزات عسكرية"."""
    end = min(draft.right, draft.trigger.end + 2)
    tokens = scene.tagged.tokens[draft.trigger.start : end]
    return any(token.key in scene.grammar.soldierly for token in tokens)


def _tried(scene: Scene, draft: Draft) -> bool:
    """Whether the leaving was only tried: "حاولوا الهرب"."""
    matches = scene.tagged.at("verb", draft.trigger.light_start)
    return draft.trigger.light_start >= 0 and any(
        form.lemma in scene.grammar.trying for match in matches for form in match.entry.value
    )


def _armed_mover(scene: Scene, draft: Draft) -> bool:
    """Whether somebody armed stands right behind the word: "خرجت الدفعة الأولى من مقاتلي …"."""
    end = draft.trigger.end
    return any(
        is_armed(scene, located.item)
        for located in scene.actors.within(draft.trigger.start, min(draft.right, end + _MOVER))
    )


def _ground_falls(scene: Scene, draft: Draft) -> bool:
    """Whether what falls is ground, with nobody named who took it, in a report of fighting."""
    end = draft.trigger.end
    if end >= len(scene.tagged.tokens) or not fighters(scene):
        return False
    before = scene.tagged.tokens[draft.trigger.start - 1].key if draft.trigger.start else ""
    if draft.trigger.form == "noun" and before.lstrip("وف") in scene.grammar.before_noun:
        return False  # "قبل سقوط المدينة": it only dates something else.
    if scene.tagged.tokens[end].key in scene.grammar.ground_held:
        return True
    sites = scene.places.within(end, end + 1)
    return bool(sites) and not scene.losses.within(end, draft.right)


_NEEDS: Mapping[str, Callable[[Scene, Draft, Around], bool]] = {
    "place": lambda s, d, around: around.placed,
    "party": lambda s, d, around: around.armed or bool(d.target and d.initiator),
    "party-or-place": lambda s, d, around: around.armed or bool(d.target) or around.placed,
    "party-or-loss": _partied_or_harmed,
    "party-or-loss-or-person": _partied_or_harmed,
    "place-or-loss": lambda s, d, around: around.placed or around.harmed,
    "abuser": lambda s, d, around: (
        _led(s, d, around)
        and (bool(d.target) or d.trigger.light == "agent" or d.trigger.relative >= 0)
    ),
    "advancer": lambda s, d, around: (
        not d.trigger.enclitic and any_armed(s, [*d.initiator, *around.speakers])
    ),
    "raider": lambda s, d, around: _led(s, d, around) or is_crowd(s, d.initiator),
    "armed-near": lambda s, d, around: around.armed or _armed_near(s, d),
    "armed-or-military": lambda s, d, around: (
        around.armed or _armed_near(s, d) or _is_military(s, d)
    ),
    "flying-strike": lambda s, d, around: flies(s, d) or _airborne(s, d),
    "violent-death": lambda s, d, around: (
        "violence" in d.cues or (fighters(s) > 0 and "accident" not in d.cues)
    ),
    "engaged": lambda s, d, around: (
        any(fights(s, a) for a in d.target)
        or (d.trigger.form == "noun" and _is_closed(s, d) and _armed_before(s, d))
    ),
    "intercepted": lambda s, d, around: (
        bool(d.cues & {"munition", "ied", "carbomb"}) or d.trigger.end - d.trigger.start > 1
    ),
    "captor-or-ground": lambda s, d, around: _led(s, d, around) or _ground_falls(s, d),
    "crowd-or-many": lambda s, d, around: is_crowd(s, d.initiator) or is_gathering(s, d),
    "armed-party": lambda s, d, around: around.armed,
    "armed-party-and-place": lambda s, d, around: around.armed and around.placed,
    "armed-mover": lambda s, d, around: (
        not _tried(s, d) and (any_armed(s, [*d.initiator, *around.speakers]) or _armed_mover(s, d))
    ),
    "truce": lambda s, d, around: not _called_for(s, d),
    "armed-subject": _led,
    "armed-carrier": lambda s, d, around: d.trigger.light == "agent" and _led(s, d, around),
    "captor": _led,
    "munition": lambda s, d, around: "munition" in d.cues,
    "air": lambda s, d, around: bool(d.cues & {"air", "drone"}) or flies(s, d),
    "loss": lambda s, d, around: around.harmed,
    "subject": _has_subject,
    "bullets": lambda s, d, around: around.harmed,
    "bomb": lambda s, d, around: is_means(s, d.trigger),
    "weapon": lambda s, d, around: (
        "weapon" in d.cues or (d.trigger.form == "verb" and d.trigger.end - d.trigger.start > 1)
    ),
    "crowd": lambda s, d, around: is_crowd(s, d.initiator),
    "war-toll": lambda s, d, around: around.harmed and d.trigger.definite,
    "armed-and-object-place": lambda s, d, around: _led(s, d, around) and _object_place(s, d),
}
"""By the name in `needs` of a rule: whether a draft has it."""
