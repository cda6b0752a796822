"""Whether a confidence of 0.8 is right eight times in ten: reliability tables.

A claim is right when it has a gold partner of the same type; a field is right when all its
items agree with the partner's. Only predictions that carry a confidence are counted.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sijill.evaluate.agree import SAME, agreeing
from sijill.evaluate.coded import CodedClaim
from sijill.evaluate.score import Scored

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions with a confidence in [low, high); the last bin holds 1.0 too."""

    low: float
    high: float
    count: int
    confidence: float
    """Mean confidence."""
    right: float
    """Share that is right."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """How confidence and correctness go together for one field, or for `claim`."""

    field: str
    bins: tuple[Bin, ...]
    """Only bins that hold something, lowest first."""
    count: int
    ece: float
    """Expected calibration error: mean distance of confidence and share right, by count."""


def reliability(field: str, seen: Sequence[tuple[float, bool]], bins: int = BINS) -> Reliability:
    """The table for pairs of (confidence, right)."""
    boxes: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in seen:
        boxes[min(bins - 1, max(0, int(confidence * bins)))].append((confidence, right))
    filled = [
        Bin(
            low=at / bins,
            high=(at + 1) / bins,
            count=len(box),
            confidence=sum(confidence for confidence, _ in box) / len(box),
            right=sum(right for _, right in box) / len(box),
        )
        for at, box in enumerate(boxes)
        if box
    ]
    error = sum(one.count * abs(one.confidence - one.right) for one in filled)
    return Reliability(field, tuple(filled), len(seen), error / len(seen) if seen else 0.0)


def calibration(scored: Iterable[Scored], bins: int = BINS) -> list[Reliability]:
    """Tables for `claim` and for every field that carries confidences, claim first."""
    seen: dict[str, list[tuple[float, bool]]] = {}
    for field, confidence, right in _judged(scored):
        seen.setdefault(field, []).append((confidence, right))
    order = ("claim", *sorted(seen.keys() - {"claim"}))
    return [reliability(field, seen[field], bins) for field in order if field in seen]


def _judged(scored: Iterable[Scored]) -> Iterator[tuple[str, float, bool]]:
    for document in scored:
        gold, said = document.document.gold.claims, document.said.claims
        partner = {j: i for i, j in document.pairs}
        for j, claim in enumerate(said):
            other = gold[partner[j]] if j in partner else None
            if claim.confidence is not None:
                right = other is not None and other.type == claim.type
                yield "claim", claim.confidence, right
            if other is not None:
                for field, confidence in sorted((claim.field_confidence or {}).items()):
                    right_field = _agrees(field, other, claim)
                    if right_field is not None:
                        yield field, confidence, right_field


def _agrees(field: str, gold: CodedClaim, said: CodedClaim) -> bool | None:
    """Whether a field agrees in full; None for one that the gold does not hold."""
    if field in SAME:
        items, others = gold.items(field), said.items(field)
        return len(agreeing(items, others, SAME[field])) == len(items) == len(others)
    if field in ("type", "trigger", "quote", "stance", "status"):
        return bool(getattr(gold, field) == getattr(said, field))
    return None
