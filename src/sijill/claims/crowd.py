"""Crowds and protesters: their deeds and what is done to them have types of their own."""

from collections.abc import Iterable, Sequence

from sijill.claims.draft import Draft
from sijill.claims.raid import SETTLERS
from sijill.claims.scene import Scene
from sijill.claims.side import any_armed, is_state
from sijill.model.mention import ActorMention, TriggerMention
from sijill.text.fold import fold

MOB, VIOLENT = "Mob violence", "Violent demonstration"
EXCESSIVE = "Excessive force against protesters"
DISPERSED = "Protest with intervention"

_ROUGH = frozenset(("Attack", "Armed clash", MOB))
"""Types of what a crowd does to people without weapons of war; what it burns is destruction."""
_SHOT = frozenset(("Attack", "Armed clash"))
_SHOOTING = frozenset(("gunfire", "bullets", "sniping", "killing"))
_GATHERED = 5
"""Words between a verb of gathering and who gathers ("احتشد عدد كبير من أهالي …")."""
_REACH = 2
"""Tokens after a verb in which an unlisted crowd is its subject ("هاجم حشد غاضب")."""


def crowd_type(scene: Scene, draft: Draft) -> str | None:
    """The type that the presence of a crowd gives to the draft, None if there is none.

    After ACLED: protesters who use violence make a violent demonstration, other unarmed crowds mob
    violence; lethal force against protesters is excessive force.
    """
    grammar = scene.grammar
    if draft.type in _ROUGH and _by_settlers(scene, draft):
        return MOB
    if draft.rule.id == "mob" and any(is_state(scene, actor) for actor in draft.target):
        return VIOLENT  # Stones at the police are a riot against the state.
    if draft.type in _ROUGH and _confronts(scene, draft):
        return EXCESSIVE if _hit_by_fire(draft) else VIOLENT
    armed = any_armed(scene, draft.initiator)
    if draft.type in _ROUGH and not armed:
        if _named(scene, draft.initiator, grammar.protesters):
            return VIOLENT
        if _by_crowd(scene, draft):
            return MOB
    protesters = (
        draft.protesters
        or _named(scene, draft.target, grammar.protesters)
        or _shoots_into(scene, draft)
        or _amid_confrontation(scene, draft)
    )
    if draft.type in _SHOT and protesters and draft.trigger.light != "patient":
        if draft.rule.frame.name == "clash":
            return VIOLENT
        return EXCESSIVE if _lethal(draft) else DISPERSED
    return None


def _by_settlers(scene: Scene, draft: Draft) -> bool:
    """Whether settlers did it, or fought with villagers, and no army and no shot is told of."""
    if draft.rule.id in _SHOOTING or "smallarms" in draft.cues:
        return False
    sides = [*draft.initiator, *draft.target]
    if draft.rule.frame.name != "clash":
        sides = list(draft.initiator)
    settlers = [actor for actor in sides if actor.actor == SETTLERS]
    others = [actor for actor in sides if actor.actor != SETTLERS]
    return bool(settlers) and not any_armed(scene, others)


def gathered(scene: Scene, draft: Draft) -> ActorMention | None:
    """Who protests, by trade, town or number, where no party is named: "اعتصم تجار", "خرج الآلاف".

    They stand right after the verb that tells of the protest or carries its noun.
    """
    if draft.rule.frame.name != "protest":
        return None
    tokens, words = scene.tagged.tokens, scene.grammar.gathered
    start, stop = draft.trigger.end, draft.right
    if draft.trigger.form == "verb" and start - draft.trigger.start > 1:
        # "خرج المئات في مظاهرة": they stand inside the words of the event.
        start, stop = draft.trigger.start + 1, draft.trigger.end
    if draft.trigger.form == "noun":
        first = max(draft.left, draft.trigger.start - _GATHERED)
        verbs = [n for n in range(first, draft.trigger.start) if scene.tagged.at("verb", n)]
        start, stop = (verbs[-1] + 1 if verbs else first), draft.trigger.start
    for index in range(start, min(stop, start + _GATHERED)):
        key = tokens[index].key
        if key in words or key.removeprefix("ال") in words:
            end = index + 1
            while end < stop and end <= index + 2 and tokens[end].key.startswith("ال"):
                end += 1
            span = scene.tagged.span(index, end)
            return ActorMention(span, span, None, "crowd", "civilians", confidence=0.5)
        if index > start and key in scene.grammar.only_noun and key != "من":
            return None
    return None


def _confronts(scene: Scene, draft: Draft) -> bool:
    """Whether people without arms face a state's forces: "مواجهات بين شبان وقوات الاحتلال"."""
    if not _is_confrontation(scene, draft.trigger):
        return False
    sides = [*draft.initiator, *draft.target]
    states = [actor for actor in sides if is_state(scene, actor)]
    others = [actor for actor in sides if actor not in states]
    people = bool(others) or _people_fell(scene, draft)
    return bool(states) and people and not any_armed(scene, others)


def _is_confrontation(scene: Scene, trigger: TriggerMention) -> bool:
    """Whether the word is of clashes in which one side may have no arms."""
    word = scene.tagged.tokens[trigger.start].key.removeprefix("ال")
    return trigger.event == "clash" and word in scene.grammar.confrontations


def _people_fell(scene: Scene, draft: Draft) -> bool:
    """Whether the sentence tells of harm to people without arms, and to no fighter."""
    sentence = scene.tagged.sentences[draft.sentence]
    sides = {
        scene.sides.get(located.item.group or "")
        for located in scene.losses.within(sentence.start, sentence.end)
        if located.item.kind in ("killed", "injured")
    }
    return "civilian" in sides and not sides & {"fighter", "police"}


def _amid_confrontation(scene: Scene, draft: Draft) -> bool:
    """Whether a state's forces shot people in a confrontation that the sentence tells of."""
    if draft.rule.id not in _SHOOTING or not draft.initiator:
        return False
    if not all(is_state(scene, actor) for actor in draft.initiator):
        return False
    sentence = scene.tagged.sentences[draft.sentence]
    return _people_fell(scene, draft) and any(
        sentence.start <= trigger.start < sentence.end and _is_confrontation(scene, trigger)
        for trigger in scene.triggers
    )


def without_scenes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one sentence, confrontations that are only where people were shot left out."""
    found: list[Draft] = []
    for draft in drafts:
        shot = next((d for d in found if d.type == EXCESSIVE), None)
        if shot and draft.type == VIOLENT and draft.rule.id == "clash" and not draft.losses:
            shot.site = shot.site or draft.site
        else:
            found.append(draft)
    return found


def _hit_by_fire(draft: Draft) -> bool:
    return any(loss.kind == "killed" for loss in draft.losses) or (
        "smallarms" in draft.cues and bool(draft.losses)
    )


def _shoots_into(scene: Scene, draft: Draft) -> bool:
    """Whether a state's forces fire where the sentence names protesters and no foe."""
    if draft.rule.id not in _SHOOTING or draft.target:
        return False
    if not draft.initiator or not all(is_state(scene, actor) for actor in draft.initiator):
        return False
    if _at_gathering(scene, draft):
        return True
    sentence = scene.tagged.sentences[draft.sentence]
    return any(
        match.entry.value.group == "protester"
        for match in scene.tagged.within("people", sentence.start, draft.trigger.end)
    )


def _at_gathering(scene: Scene, draft: Draft) -> bool:
    """Whether the shots go at a gathering named right behind them: "النار على مظاهرة"."""
    end = draft.trigger.end
    return any(
        other.event in ("protest", "march") and end < other.start <= end + _REACH
        for other in scene.triggers
    )


def is_crowd(scene: Scene, actors: Iterable[ActorMention]) -> bool:
    """Whether one of the parties is an unarmed crowd, protesters included."""
    grammar = scene.grammar
    return _named(scene, actors, grammar.protesters | grammar.crowd)


def is_gathering(scene: Scene, draft: Draft) -> bool:
    """Whether the trigger's own words hold many people: "نزل الآلاف إلى الشوارع"."""
    grammar, trigger = scene.grammar, draft.trigger
    crowd = grammar.protesters | grammar.crowd
    tokens = scene.tagged.tokens[trigger.start : trigger.end]
    return any(token.key.removeprefix("ال") in crowd for token in tokens)


def _lethal(draft: Draft) -> bool:
    """Whether live fire was used, or somebody died."""
    shot = draft.rule.id in _SHOOTING or "smallarms" in draft.cues
    return shot or any(loss.kind == "killed" for loss in draft.losses)


def _by_crowd(scene: Scene, draft: Draft) -> bool:
    grammar, tokens = scene.grammar, scene.tagged.tokens
    if draft.initiator:
        return _named(scene, draft.initiator, grammar.crowd)
    end = draft.trigger.end
    if draft.trigger.form == "verb":
        return any(t.key in grammar.crowd for t in tokens[end : end + _REACH])
    return "hands" in draft.cues and not any_armed(scene, draft.target)


def _named(scene: Scene, actors: Iterable[ActorMention], words: frozenset[str]) -> bool:
    text = scene.tagged.text
    return any(
        word.removeprefix("ال") in words or word in words
        for actor in actors
        for word in fold(actor.span.of(text)).split()
    )
