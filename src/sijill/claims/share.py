"""Share: sides that one clause of an incident leaves out and another one names."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.kind import AIR, SHELLING
from sijill.claims.scene import Scene
from sijill.model.mention import ActorMention

_ABROAD = frozenset(("state", "coalition"))
"""Kinds of parties that fly over other countries."""
_ADJECTIVES = 2
"""Words behind an event noun among which its adjectives stand."""
_SHARED = frozenset(
    (
        "Armed clash",
        AIR,
        SHELLING,
        "Suicide bomb",
        "Remote explosive/landmine/IED",
        "Grenade",
        "Chemical weapon",
        "Attack",
        "Abduction/forced disappearance",
    )
)
"""Types of deeds that one side does to another."""


def share_incident(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give a deed without a doer or a target those of the same incident told elsewhere."""
    for draft in drafts:
        if draft.type not in _SHARED:
            continue
        if not draft.initiator:
            _take(drafts, draft, "initiator")
        if not draft.initiator and (draft.type == AIR or _is_hostile(scene, draft)):
            _lone_flyer(scene, drafts, draft)
        if not draft.target:
            _take(drafts, draft, "target")


def _lone_flyer(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> None:
    """Strikes of nobody named are of the one foreign air force whose strikes are told of."""
    told = [d for d in drafts if d.type == AIR and d.initiator and d.stance != "denies"]
    flyers = {actor.actor for d in told for actor in d.initiator}
    if len(flyers) == 1 and draft.stance != "denies":
        flyer = told[0].initiator[0]
        at_home = scene.registry.kind(flyer.actor) not in _ABROAD
        if at_home or flyers & {actor.actor for actor in draft.target}:
            return
        draft.initiator.extend(told[0].initiator[:1])
        draft.note("initiator", "fill:flyer", "the one air force whose strikes are told of")
        draft.confidence["initiator"] = 0.5


def _is_hostile(scene: Scene, draft: Draft) -> bool:
    """Whether an adjective lays the event on the enemy: "قصف مدفعي معاد"."""
    end = draft.trigger.end
    keys = scene.tagged.keys[draft.trigger.start : min(draft.right, end + _ADJECTIVES)]
    return any(key in scene.grammar.hostile for key in keys)


def _take(drafts: Sequence[Draft], draft: Draft, role: str) -> None:
    donors = [d for d in drafts if d is not draft and _fits(draft, d, role)]
    if not donors:
        return
    donor = min(donors, key=lambda d: (abs(d.sentence - draft.sentence), d.anchor))
    _side(draft, role).extend(_side(donor, role))
    draft.note(role, "fill:incident", "the side that the same incident names elsewhere")
    draft.confidence[role] = 0.5


def _side(draft: Draft, role: str) -> list[ActorMention]:
    return draft.initiator if role == "initiator" else draft.target


def _fits(draft: Draft, donor: Draft, role: str) -> bool:
    given = _side(donor, role)
    if not given or (role in donor.confidence and donor.confidence[role] < 0.7):
        return False
    if draft.type != donor.type or not _one_time(draft, donor) or not _one_place(draft, donor):
        return False
    other = "target" if role == "initiator" else "initiator"
    theirs = {a.actor for a in given}
    mine = _side(draft, other)
    if theirs & {a.actor for a in mine}:
        return False
    opposite = _side(donor, other)
    return not (mine and opposite and not {a.actor for a in mine} & {a.actor for a in opposite})


def _one_place(draft: Draft, donor: Draft) -> bool:
    if draft.site is None or donor.site is None:
        return abs(draft.sentence - donor.sentence) <= 1
    return draft.site.value.name == donor.site.value.name


def _one_time(draft: Draft, donor: Draft) -> bool:
    if (draft.status == "background") != (donor.status == "background"):
        return False
    if (draft.status == "planned") != (donor.status == "planned"):
        return False
    mine, theirs = (d.moment or d.inherited for d in (draft, donor))
    if mine is None or theirs is None or mine.value.start is None or theirs.value.start is None:
        return True
    first, second = mine.value.start, theirs.value.start
    return first <= (theirs.value.end or second) and second <= (mine.value.end or first)
