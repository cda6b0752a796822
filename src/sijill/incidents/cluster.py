"""Clusters of a component: the best pairs first, and no two that a veto parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from sijill.incidents.node import Node

Score = Callable[[Node, Node], float]


@dataclass(slots=True)
class Cluster:
    """Nodes of one incident."""

    nodes: list[Node]
    """By key."""
    scores: dict[tuple[str, str], float] = field(default_factory=dict)
    """For each node that was linked, by key, the score of its best link."""
    partners: dict[tuple[str, str], Node] = field(default_factory=dict)
    """For each node that was linked, the one it was best linked to."""

    @property
    def start(self) -> int:
        return min(node.start for node in self.nodes)

    @property
    def end(self) -> int:
        return max(node.end for node in self.nodes)

    def link(self, node: Node, other: Node, score: float) -> None:
        """Enter a link at the node, if it is the best so far."""
        if score > self.scores.get(node.key, float("-inf")):
            self.scores[node.key] = score
            self.partners[node.key] = other


@dataclass(slots=True)
class _Between:
    """All pairs between two clusters."""

    total: float
    pairs: int
    lowest: float

    def joined(self, other: "_Between") -> "_Between":
        return _Between(
            self.total + other.total, self.pairs + other.pairs, min(self.lowest, other.lowest)
        )


def clusters(nodes: Sequence[Node], score: Score, *, link: float, apart: float) -> list[Cluster]:
    """The nodes in clusters: on average linked, and no pair at or under `apart`.

    Of all pairs of clusters the one with the best average is joined first, until none reaches
    `link`. A third that resembles two incidents can so not bring them together. Ties go by
    key, so that the order of the nodes does not matter.
    """
    order = sorted(nodes, key=lambda node: node.key)
    groups: dict[int, list[int]] = {at: [at] for at in range(len(order))}
    between: dict[int, dict[int, _Between]] = {at: {} for at in groups}
    heap: list[tuple[float, int, int]] = []
    scores: dict[tuple[int, int], float] = {}
    for one in groups:
        for other in range(one + 1, len(order)):
            value = score(order[one], order[other])
            scores[one, other] = value
            between[one][other] = between[other][one] = _Between(value, 1, value)
            if value >= link:
                heap.append((-value, one, other))
    heapify(heap)
    while heap:
        average, one, other = heappop(heap)
        if one not in groups or other not in groups:
            continue
        pair = between[one][other]
        if -average != pair.total / pair.pairs or pair.lowest <= apart:
            continue
        groups[one] += groups.pop(other)
        old = between.pop(other)
        for third in groups:
            if third == one:
                continue
            joined = between[one][third].joined(old[third])
            between[one][third] = between[third][one] = joined
            del between[third][other]
            value = joined.total / joined.pairs
            if value >= link and joined.lowest > apart:
                first, second = sorted((one, third))
                heappush(heap, (-value, first, second))
        del between[one][other]
    return [_cluster(order, sorted(group), scores) for _, group in sorted(groups.items())]


def _cluster(
    order: Sequence[Node], group: Sequence[int], scores: dict[tuple[int, int], float]
) -> Cluster:
    found = Cluster([order[at] for at in group])
    for place, one in enumerate(group):
        for other in group[place + 1 :]:
            value = scores[one, other]
            found.link(order[one], order[other], value)
            found.link(order[other], order[one], value)
    return found
