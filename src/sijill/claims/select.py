"""Which triggers of one sentence speak of one event: merge them."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.scene import Scene

_RELATIVE_REACH = 3
"""Words between an event noun and the verb that resumes it ("غارة جوية … استهدفت")."""


def merge(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that only resume another one of the same sentence."""
    found: list[Draft] = []
    skip: set[int] = set()
    for number, draft in enumerate(drafts):
        if number in skip:
            continue
        later = drafts[number + 1] if number + 1 < len(drafts) else None
        if later is not None and (
            _resumes(draft, later) or (draft.rule.id == "repel" and later.rule.id in _REPELLED)
        ):
            draft.right = later.right
            draft.struck = later.rule.id == "hit"
            skip.add(number + 1)
        elif draft.rule.id == "repel":
            continue
        found.append(draft)
    return found


_REPELLED = frozenset(("attack", "infiltration", "ambush", "clash"))


def _resumes(noun: Draft, verb: Draft) -> bool:
    """ "غارات استهدفت …", "هجوم … الذي طال …": the verb tells whom the noun struck."""
    if noun.trigger.form != "noun" or verb.trigger.form != "verb" or verb.rule.id != "hit":
        return False
    return verb.trigger.start - noun.trigger.end <= _RELATIVE_REACH
