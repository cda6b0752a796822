"""Who took ground: the types of deeds that change who holds a place."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.claims.side import is_armed, is_government
from sijill.model.mention import ActorMention

GOVERNMENT, NON_STATE = "Government regains territory", "Non-state actor overtakes territory"
_MEASURE_REACH = 12
"""Words behind an advance in which its measure is told."""
_TOWARDS = 9
"""Words after a verb of advancing in which it says where to."""


def captor_type(scene: Scene, captors: Sequence[ActorMention], country: str | None) -> str:
    """By whether a government's forces are among those who hold it now."""
    if any(is_government(scene, actor, country) for actor in captors):
        return GOVERNMENT
    return NON_STATE


def taker_type(scene: Scene, draft: Draft, country: str | None) -> str:
    """By who takes the ground; if nobody is named, by who loses it or whose it was."""
    if draft.initiator or any(is_armed(scene, actor) for actor in draft.target):
        return loser_type(scene, draft, country)
    again = any(
        token.key.removeprefix("ال").startswith(scene.grammar.again)
        for token in scene.tagged.tokens[draft.trigger.start : draft.trigger.end]
    )
    if again and any(is_government(scene, a.item, country) for a in scene.actors.items):
        return GOVERNMENT
    return NON_STATE


def advance_type(scene: Scene, draft: Draft, country: str | None) -> str:
    """Ground gained where its measure is told, a fight where a foe is, else a movement."""
    end = draft.trigger.end
    tokens = scene.tagged.tokens[end : end + _MEASURE_REACH]
    if any(token.key.removeprefix("ب") in scene.grammar.lengths for token in tokens):
        return captor_type(scene, draft.initiator, country)
    if draft.target or draft.losses:
        return "Armed clash"
    towards = any(
        token.key in scene.grammar.aiming and token.key != "على" for token in tokens[:_TOWARDS]
    ) or any(site.item.mention.role == "toward" for site in scene.places.within(end, draft.right))
    return "Change to group/activity" if towards else "Armed clash"


def loser_type(scene: Scene, draft: Draft, country: str | None) -> str:
    """By who takes the ground, and if nobody is named by who loses it."""
    if draft.initiator:
        return captor_type(scene, draft.initiator, country)
    if any(is_government(scene, actor, country) for actor in draft.target):
        return NON_STATE
    return GOVERNMENT
