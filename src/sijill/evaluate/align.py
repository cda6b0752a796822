"""Which predicted claim stands for which gold claim: one to one, the best pairs first."""

from collections.abc import Sequence

from sijill.evaluate.agree import SAME, agreeing
from sijill.evaluate.coded import CodedClaim
from sijill.model.span import Span
from sijill.ontology.types import EVENT_TYPE_OF

SHARED_QUOTE = 0.3
"""Two quotes must share this part of the shorter one."""


def align(
    gold: Sequence[CodedClaim], said: Sequence[CodedClaim], text: str
) -> list[tuple[int, int]]:
    """Pairs of (gold index, predicted index), in gold order.

    Claims can pair where their quotes share text and their types belong to one event type.
    Of equal pairs the earlier in the files comes first.
    """
    gold_spans = [_quoted(claim, text) for claim in gold]
    said_spans = [_quoted(claim, text) for claim in said]
    options = [
        (-_affinity(one, other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(said)
        if EVENT_TYPE_OF.get(one.type or "") == EVENT_TYPE_OF.get(other.type or "")
        and _share_text(gold_spans[i], said_spans[j])
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(options):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return sorted(pairs.items())


def _quoted(claim: CodedClaim, text: str) -> Span | None:
    """Where the quote first stands in the text: gold files have words, not offsets."""
    start = text.find(claim.quote) if claim.quote else -1
    return Span(start, start + len(claim.quote or "")) if start >= 0 else None


def _share_text(first: Span | None, second: Span | None) -> bool:
    if first is None or second is None:
        return False
    shared = min(first.end, second.end) - max(first.start, second.start)
    shorter = min(first.end - first.start, second.end - second.start)
    return shared > 0 and shared >= SHARED_QUOTE * shorter


def _affinity(gold: CodedClaim, said: CodedClaim) -> float:
    """How much two claims say the same: type counts twice, each slot and the trigger once."""
    score = 2.0 * (gold.type == said.type)
    for slot, same in SAME.items():
        a, b = gold.items(slot), said.items(slot)
        score += len(agreeing(a, b, same)) / max(1, len(a), len(b))
    return score + (gold.trigger == said.trigger)
