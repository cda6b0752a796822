"""Vague tellings: each joins the one incident that it fits plainly best, or none."""

from collections.abc import Iterable, Iterator

from sijill.incidents.block import around
from sijill.incidents.cluster import Cluster, Score
from sijill.incidents.node import Node
from sijill.incidents.sweep import GAP
from sijill.incidents.weights import Weights

_LOOKED_AT = 40
"""Nodes of an incident that a vague telling is compared with."""


class Attach:
    """Holds incidents until no vague telling can come that may join them.

    A vague telling is compared with what is told precisely only, never with other vague ones that
    joined before it: it makes no difference which of them is looked at first.
    """

    def __init__(self, score: Score, weights: Weights) -> None:
        self._score, self._weights = score, weights
        self._blocks: dict[str, list[int]] = {}
        self._open: dict[int, Cluster] = {}
        self._cores: dict[int, list[Node]] = {}
        self._spans: dict[int, tuple[int, int]] = {}
        self._number = 0
        self._waiting: list[Node] = []

    def hold(self, cluster: Cluster) -> None:
        """Take in an incident that vague tellings may join."""
        self._number += 1
        self._open[self._number] = cluster
        self._cores[self._number] = cluster.nodes[:_LOOKED_AT]
        self._spans[self._number] = (cluster.start, cluster.end)
        for key in self._keys_of(self._cores[self._number]):
            self._blocks.setdefault(key, []).append(self._number)

    def wait(self, node: Node) -> None:
        """Take in a vague telling; it is decided when all it could join are there."""
        self._waiting.append(node)

    def decide(self, before: int | None) -> Iterator[Node]:
        """Decide all that end before that day; those that join nothing are handed back."""
        ripe: list[Node] = []
        waiting: list[Node] = []
        for node in self._waiting:
            (ripe if before is None or node.end + GAP < before else waiting).append(node)
        self._waiting = waiting
        for node in ripe:
            if not self._joins(node):
                yield node

    def release(self, before: int | None) -> Iterator[Cluster]:
        """The incidents that nothing can join any more, once all before that day is decided."""
        first = min((node.start for node in self._waiting), default=None)
        done = [
            number
            for number, (_, end) in self._spans.items()
            if before is None or (end + GAP < before and (first is None or end + GAP < first))
        ]
        for number in done:
            yield self._open.pop(number)
            self._forget(number)

    def _joins(self, node: Node) -> bool:
        ranked = sorted(
            self._fits(node), key=lambda fit: (-fit[0], self._open[fit[2]].nodes[0].key)
        )
        if not ranked or ranked[0][0] < self._weights.link:
            return False
        best, partner, number = ranked[0]
        if len(ranked) > 1 and best - ranked[1][0] < self._weights.margin:
            return False
        cluster = self._open[number]
        cluster.nodes = sorted([*cluster.nodes, node], key=lambda one: one.key)
        cluster.link(node, partner, best)
        return True

    def _fits(self, node: Node) -> Iterator[tuple[float, Node, int]]:
        """For each incident that the telling may speak of: how well it fits, best to whom."""
        for number in self._near(node):
            scores = [(self._score(node, other), other) for other in self._cores[number]]
            if min(score for score, _ in scores) <= self._weights.apart:
                continue
            average = sum(score for score, _ in scores) / len(scores)
            yield average, max(scores, key=lambda one: one[0])[1], number

    def _near(self, node: Node) -> Iterable[int]:
        found: dict[int, None] = {}
        for key in around(node):
            for number in self._blocks.get(key, ()):
                start, end = self._spans[number]
                if start - GAP <= node.end and node.start - GAP <= end:
                    found[number] = None
        return found

    def _forget(self, number: int) -> None:
        del self._spans[number]
        for key in self._keys_of(self._cores.pop(number)):
            block = self._blocks[key]
            block.remove(number)
            if not block:
                del self._blocks[key]

    @staticmethod
    def _keys_of(nodes: Iterable[Node]) -> Iterable[str]:
        return dict.fromkeys(key for node in nodes for key in around(node))
