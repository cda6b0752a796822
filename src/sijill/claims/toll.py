"""Tolls: deaths told after their event, which belong to the claim that told it."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.host import HARMFUL
from sijill.claims.say import attribute
from sijill.claims.scene import Scene
from sijill.claims.status import settle_status
from sijill.model.claim import Loss

_MANY = 10
"""The fewest victims whose number, told again, is taken for the same ones."""


def told_before(alone: Draft, earlier: Sequence[Draft]) -> bool:
    """Whether the losses only repeat an earlier claim's; its whole then gives way to their parts.

    "ارتفاع الخسائر إلى 27، هم 6 من … و21 من …" after "مقتل 27".
    """
    split = all(loss.rule.startswith("quantity.breakdown") for loss in alone.losses)
    if not alone.losses or not (split or alone.trigger.span == alone.losses[0].span):
        return False
    total = sum(loss.minimum for loss in alone.losses)
    kinds = {loss.kind for loss in alone.losses}
    for draft in reversed(earlier):
        for number, loss in enumerate(draft.losses):
            if kinds == {loss.kind} and loss.minimum == total >= _MANY and not loss.approximate:
                if split:
                    rest = draft.losses[:number] + draft.losses[number + 1 :]
                    known = {_key(part) for part in alone.losses}
                    draft.losses[:] = [*alone.losses, *(r for r in rest if _key(r) not in known)]
                return True
    return False


def goes_on(scene: Scene, alone: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """The event of the sentence before that deaths with no event of their own go on from.

    Only where the sentence names no doer, place, time or source for them.
    """
    before = [d for d in earlier if d.sentence == alone.sentence - 1 and d.type in HARMFUL]
    if not before or alone.initiator or alone.site is not None or alone.moment is not None:
        return None
    attribute(scene, alone)
    settle_status(scene, alone)
    if alone.sources or alone.status != "new" or before[-1].status in ("background", "planned"):
        return None
    return before[-1]


def hand_over(alone: Draft, host: Draft) -> None:
    """Give the losses to the host, those of a kind and side that it has left out."""
    known = {_key(loss) for loss in host.losses}
    host.losses.extend(loss for loss in alone.losses if _key(loss) not in known)


def hand_back(drafts: Sequence[Draft], earlier: Sequence[Draft]) -> list[Draft]:
    """The drafts without nouns that only add victims to the attack told last: they go to it."""
    found = []
    for draft in drafts:
        told = [d for d in earlier if d.type == "Attack"]
        bare = draft.site is None and draft.moment is None and bool(draft.losses)
        if draft.resumed and bare and told:
            hand_over(draft, told[-1])
        else:
            found.append(draft)
    return found


def _key(loss: Loss) -> tuple[str, str]:
    return loss.kind, loss.of
