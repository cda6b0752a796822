"""Raids: forces that go into a place without a fight, to search it or to take people."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.claims.side import any_armed
from sijill.model.mention import ActorMention

SETTLERS = "settlers"
OTHER = "Other"
_POWERS = frozenset(("israel",))
"""Armies that go in and out of land they hold: where they meet no fire, there is no fight."""
_FIGHTS = frozenset(("clash", "repel", "ambush"))
_RULES = frozenset(("attack", "infiltration"))
_NEAR = 1
"""Sentences around a raid in which the fight that it met is told."""


def enters(scene: Scene, draft: Draft) -> bool:
    """Whether the words are of going in: "اقتحمت", "توغل"."""
    word = scene.tagged.tokens[draft.trigger.start].key
    return any(stem in word for stem in scene.grammar.entering)


def is_raid(scene: Scene, draft: Draft) -> bool:
    """Whether an occupying army or settlers went in and nobody fought or was hurt."""
    if draft.rule.id not in _RULES or not enters(scene, draft) or draft.losses:
        return False
    if not draft.initiator or not all(_goes_in(actor) for actor in draft.initiator):
        return False
    foes = [a for a in draft.target if a.actor not in _POWERS]
    return not any_armed(scene, foes) and not _fought(scene, draft)


def is_fought_raid(scene: Scene, draft: Draft) -> bool:
    """Whether forces went in and met a fight there: then it is one, whoever fell."""
    return draft.rule.id in _RULES and enters(scene, draft) and _fought(scene, draft)


def _goes_in(actor: ActorMention) -> bool:
    return actor.actor in _POWERS or actor.actor == SETTLERS


def _fought(scene: Scene, draft: Draft) -> bool:
    """Whether a fight is told beside it."""
    sentences = scene.tagged.sentences
    start = sentences[draft.sentence].start
    stop = sentences[min(draft.sentence + _NEAR, len(sentences) - 1)].end
    return any(
        trigger.event in _FIGHTS and start <= trigger.start < stop for trigger in scene.triggers
    )


def without_raids(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one sentence; a raid that ends in arrests at no other place is only these."""
    arrests = [d for d in drafts if d.type == "Arrests"]
    return [d for d in drafts if not (_is_told_raid(d) and _ends_in(d, arrests))]


def _is_told_raid(draft: Draft) -> bool:
    return draft.type == OTHER and draft.rule.id in _RULES


def _ends_in(raid: Draft, arrests: Sequence[Draft]) -> bool:
    for arrest in arrests:
        if arrest.site is None:
            arrest.site = raid.site
        if raid.site is None or (
            arrest.site is not None and arrest.site.value.name == raid.site.value.name
        ):
            return True
    return False
