"""Allegiance: the side of victims whose own words leave it open, once the parties are known."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.kind import AIR, SHELLING
from sijill.claims.link import groups
from sijill.claims.scene import Scene
from sijill.claims.side import is_armed, is_civilian, is_state, kind_of
from sijill.claims.victim import BOMBERS, GENERIC, NOUNLESS
from sijill.model.claim import Loss
from sijill.model.mention import LossMention
from sijill.model.record import changed
from sijill.ontology.types import EVENT_TYPE_OF

_SHARE_REACH = 4
"""Words between two numbers of victims told in one breath."""
_DIRECTED = frozenset(("assault", "strike", "hit", "destroy", "kill"))
"""Frames of deeds that one side does to another."""
_TOLD = 0.7
"""Confidence under which a side was taken from elsewhere in the text."""
_CLIENT = "client-of:"
_TAKINGS = frozenset(("Arrests", "Abduction/forced disappearance"))
"""Types in which people are taken: those who are only called people are civilians."""
_OPEN = frozenset(("unknown", "civilians", "unidentified-armed-group"))
_OPPOSED = frozenset(("مع", "ضد"))
_REBELS = frozenset(("armed_group", "umbrella"))
_FIGHTING = frozenset(("fighter", "police"))
_EXPLOSIONS = "Explosions/Remote violence"


def share_sides(scene: Scene, draft: Draft) -> None:
    """Losses told in one breath share their side: "قتل 5 وأصيب 7 من …", "وإصابة آخرين".

    Fighters do not share the side of civilians, nor soldiers that of rebels.
    """
    known = {loss.of for loss in draft.losses} - {"unknown", "both-sides"}
    if len(known) != 1:
        return
    for number, loss in enumerate(draft.losses):
        if loss.of != "unknown":
            continue
        near = draft.losses[number + 1 : number + 2] + draft.losses[max(0, number - 1) : number]
        for other in near:
            if other.of in known and _alike(scene, loss, other):
                _set(draft, number, other.of, "the side of the number beside it")
                break


def settle_generic(scene: Scene, draft: Draft) -> None:
    """People without a side are civilians where they died under fire from afar or protested.

    Not where the fire was on fighters, nor beside fighters who fell with them.
    """
    protest = EVENT_TYPE_OF.get(draft.type) in ("Protests", "Riots")
    taken = draft.type in _TAKINGS
    if not (protest or taken) and draft.type not in (AIR, SHELLING, "Attack", "Chemical weapon"):
        return
    if any(is_armed(scene, a) for a in draft.target) and draft.type in (AIR, SHELLING):
        return
    if _is_military(scene, draft):
        return
    if any(loss.of not in _OPEN for loss in draft.losses):
        return
    for number, loss in enumerate(draft.losses):
        if loss.of != "unknown" or not loss.rule.endswith((GENERIC, NOUNLESS)):
            continue
        if taken and not _are_just_people(scene, loss):
            continue
        before = draft.losses[number - 1] if number else None
        if (
            before is not None
            and before.of == "unknown"
            and _side(scene, before) in _FIGHTING
            and _apart(scene, before, loss) <= _SHARE_REACH
        ):
            continue
        _set(draft, number, "civilians", "under fire from afar")


def _are_just_people(scene: Scene, loss: Loss) -> bool:
    """Whether a noun says no more than that they are people: "14 شخصا"."""
    mention = _mention(scene, loss)
    return mention is not None and mention.group == "generic" and not _is_bare(scene, loss)


def _is_military(scene: Scene, draft: Draft) -> bool:
    """Whether what was hit is an army's: a tank, a column, a camp."""
    tokens = scene.tagged.tokens[draft.trigger.end : draft.limit]
    return any(token.key.lstrip("وبل") in scene.grammar.military for token in tokens)


def settle_fighters(scene: Scene, draft: Draft) -> None:
    """Soldiers fall on the state's side, rebels on the other, where the event has just these.

    Fighters who fell "in clashes with" a side are of the other one; those whom a deed was done
    to are of its target.
    """
    sides = [a for a in (*draft.initiator, *draft.target) if a.actor and is_armed(scene, a)]
    states = {a.actor for a in sides if a.actor and is_state(scene, a)} | {
        a.rule.removeprefix(_CLIENT)
        for a in (*draft.initiator, *draft.target)
        if a.rule.startswith(_CLIENT)
    }
    others = {a.actor for a in sides if a.actor and not is_state(scene, a)}
    for number, loss in enumerate(draft.losses):
        if loss.of not in ("unknown", "unidentified-armed-group") or loss.kind == "displaced":
            continue
        if loss.rule.endswith(BOMBERS):
            own = [a.actor for a in draft.initiator if a.actor]
            _set(draft, number, own[0] if own else "unknown", "the side that sent them")
            continue
        if _has(scene, loss, scene.grammar.attackers):
            own = [a.actor for a in draft.initiator if a.actor]
            _set(draft, number, own[0] if own else loss.of, "those who attacked")
            continue
        noun = _noun(scene, loss)
        fallen = states if noun == "soldier" else others if noun == "rebel" else set()
        if len(fallen) == 1:
            _set(draft, number, min(fallen), "by the fighters' noun")
            continue
        if fallen:
            continue
        struck = _struck(scene, draft, loss)
        if noun == "rebel" and struck in states:
            struck = ""
        if struck:
            _set(draft, number, struck, "the side that was struck")


def settle_rebels(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Rebels whose side no clause names are of the one group that the report's state fights."""
    foe = _foe(scene, drafts)
    if not foe:
        return
    for draft in drafts:
        for number, loss in enumerate(draft.losses):
            if loss.of == "unknown" and _noun(scene, loss) == "rebel":
                _set(draft, number, foe, "the one group that the report's state fights")


def _foe(scene: Scene, drafts: Sequence[Draft]) -> str:
    opposed: set[str] = set()
    every: set[str] = set()
    for draft in drafts:
        for one, other in ((draft.initiator, draft.target), (draft.target, draft.initiator)):
            rebels = {a.actor for a in one if a.actor and kind_of(scene, a) in _REBELS}
            every |= rebels
            if any(is_state(scene, a) for a in other):
                opposed |= rebels
    found = opposed or every
    return min(found) if len(found) == 1 else ""


def _struck(scene: Scene, draft: Draft, loss: Loss) -> str:
    """The one side that can have lost fighters here; empty if that is open."""
    side = _side(scene, loss)
    bare = side == "generic" and _is_bare(scene, loss) and not _beside_people(scene, draft, loss)
    if side not in ("fighter", "") and not bare:
        return ""
    if draft.rule.frame.name == "repel" or draft.met:
        attackers = [a.actor for a in draft.initiator if a.actor and is_armed(scene, a)]
        return attackers[0] or "" if attackers else ""
    doers = {a.actor for a in draft.initiator}
    guessed = draft.confidence.get("target", 1.0) < _TOLD
    targets = [
        a.actor
        for a in draft.target
        if a.actor and a.actor not in doers and is_armed(scene, a) and not guessed
    ]
    if draft.rule.frame.name in _DIRECTED or EVENT_TYPE_OF.get(draft.type) == _EXPLOSIONS:
        if targets and not any(is_civilian(a) for a in draft.target):
            return targets[0]
        return ""
    if side != "fighter" or draft.rule.frame.name != "clash":
        return ""
    sides = {a.actor for a in (*draft.initiator, *draft.target) if a.actor and is_armed(scene, a)}
    sides |= {a.actor for a in draft.sources if a.actor and is_armed(scene, a)}
    opposed = {
        a.actor
        for group in groups(scene, draft.trigger.end, draft.right)
        if group.link in _OPPOSED
        for a in group.actors
    }
    rest = sides - opposed
    own = [a.actor for a in draft.sources if a.actor in rest]
    if opposed and (own or len(rest) == 1):
        return own[0] or "" if own else min(rest)
    return ""


def _beside_people(scene: Scene, draft: Draft, loss: Loss) -> bool:
    """Whether a number stands beside one of people without a side: "28 شخصا وأصابت 61"."""
    return any(
        other is not loss
        and _apart(scene, other, loss) <= _SHARE_REACH
        and _side(scene, other) == "generic"
        and not _is_bare(scene, other)
        for other in draft.losses
    )


def _alike(scene: Scene, loss: Loss, other: Loss) -> bool:
    if _apart(scene, loss, other) > _SHARE_REACH:
        return False
    mine, theirs = _noun(scene, loss), _noun(scene, other)
    if mine and theirs and mine != theirs:
        return False
    return not (_side(scene, loss) in _FIGHTING and other.of == "civilians")


def _noun(scene: Scene, loss: Loss) -> str:
    if _has(scene, loss, scene.grammar.soldiers):
        return "soldier"
    return "rebel" if _has(scene, loss, scene.grammar.insurgents) else ""


def _has(scene: Scene, loss: Loss, words: frozenset[str]) -> bool:
    tokens = list(scene.tagged.tokens[slice(*_range(scene, loss))])
    mention = _mention(scene, loss)
    if mention is not None and mention.victims is not None:
        # The noun may stand apart: "عدد المسلحين … إلى 38".
        tokens += scene.tagged.tokens[slice(*scene.tagged.range_of(mention.victims))]
    return any(token.key.removeprefix("و") in words for token in tokens)


def _range(scene: Scene, loss: Loss) -> tuple[int, int]:
    return scene.tagged.range_of(loss.span)


def _mention(scene: Scene, loss: Loss) -> LossMention | None:
    first = scene.tagged.range_of(loss.span)[0]
    for located in scene.losses.within(first, first + 1):
        if located.item.span == loss.span and located.item.kind == loss.kind:
            return located.item
    return None


def _side(scene: Scene, loss: Loss) -> str:
    """What the victims' noun says: fighter, police, civilian, generic; empty without a noun."""
    mention = _mention(scene, loss)
    return scene.sides.get(mention.group or "", "") if mention is not None else ""


def _is_bare(scene: Scene, loss: Loss) -> bool:
    """Whether a number or a noun of loss stands alone: "العشرات", "قتلى وجرحى"."""
    start, end = scene.tagged.range_of(loss.span)
    return all(
        match.entry.value.kind is not None
        for index in range(start, end)
        for match in scene.tagged.at("people", index)
    )


def _set(draft: Draft, number: int, of: str, because: str) -> None:
    loss = draft.losses[number]
    draft.losses[number] = changed(loss, of=of, rule=f"{loss.rule}; {because}")


def _apart(scene: Scene, one: Loss, other: Loss) -> int:
    first, second = sorted((scene.tagged.range_of(one.span), scene.tagged.range_of(other.span)))
    return second[0] - first[1]
