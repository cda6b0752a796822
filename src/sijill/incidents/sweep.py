"""A sweep through time: tellings in order of days, and only those of near days in memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from sijill.incidents.cluster import Cluster, Score, clusters
from sijill.incidents.node import Node

GAP = 2
"""Days between the ends of two ranges that may still be of one incident."""
_CROWD = 400
"""Nodes of a component that are compared all with all; a larger one is parted by its days."""

Keys = Callable[[Node], tuple[Sequence[str], Sequence[str]]]
"""The blocks in which a node stands, and those in which it looks for company: each of a pair must
look where the other stands, as either may come first."""


class Sweep:
    """Joins nodes of a block that resemble each other, and parts what is joined into clusters.

    Nodes come by their first day. A component is closed when no later node can reach it.
    """

    def __init__(self, keys: Keys, score: Score, link: float, apart: float) -> None:
        self._keys, self._score, self._link, self._apart = keys, score, link, apart
        self._blocks: dict[str, list[Node]] = {}
        self._components: dict[int, list[Node]] = {}
        self._of: dict[tuple[str, str], int] = {}
        self._numbers = 0

    def advance(self, day: int) -> Iterator[Cluster]:
        """The clusters that no node of that day or later can reach."""
        yield from self._close(day - GAP)

    def add(self, node: Node) -> None:
        """Take in a node; none may come after one of a later day."""
        stands, looks = self._keys(node)
        mine = self._numbers = self._numbers + 1
        self._components[mine] = [node]
        self._of[node.key] = mine
        seen: set[tuple[str, str]] = {node.key}
        for key in looks:
            for other in self._blocks.get(key, ()):
                if other.key in seen or other.end < node.start - GAP:
                    continue
                seen.add(other.key)
                if self._of[other.key] != mine and self._score(node, other) >= self._link:
                    mine = self._join(mine, self._of[other.key])
        for key in stands:
            self._blocks.setdefault(key, []).append(node)

    def finish(self) -> Iterator[Cluster]:
        """The clusters that are still open."""
        yield from self._close(None)

    def opened(self) -> int | None:
        """The first day of an open component; None if none is open."""
        days = [node.start for nodes in self._components.values() for node in nodes]
        return min(days) if days else None

    def _join(self, one: int, other: int) -> int:
        if len(self._components[one]) < len(self._components[other]):
            one, other = other, one
        for node in self._components[other]:
            self._of[node.key] = one
        self._components[one] += self._components.pop(other)
        return one

    def _close(self, before: int | None) -> Iterator[Cluster]:
        """Clusters of the components whose last day lies before that day."""
        done = [
            number
            for number, nodes in self._components.items()
            if before is None or max(node.end for node in nodes) < before
        ]
        closed = [self._components.pop(number) for number in done]
        for node in (node for nodes in closed for node in nodes):
            del self._of[node.key]
        self._sweep_blocks(node for nodes in closed for node in nodes)
        for nodes in closed:
            for some in _parted(nodes):
                yield from clusters(some, self._score, link=self._link, apart=self._apart)

    def _sweep_blocks(self, gone: Iterable[Node]) -> None:
        for key in dict.fromkeys(key for node in gone for key in self._keys(node)[0]):
            kept = [node for node in self._blocks.get(key, ()) if node.key in self._of]
            if kept:
                self._blocks[key] = kept
            else:
                self._blocks.pop(key, None)


def _parted(nodes: list[Node]) -> Iterator[list[Node]]:
    """Pieces that are small enough to compare all with all, cut between days."""
    ordered = sorted(nodes, key=lambda node: (node.start, node.end, node.key))
    piece: list[Node] = []
    for node in ordered:
        full = len(piece) >= _CROWD and node.start != piece[-1].start
        if full or len(piece) >= 4 * _CROWD:
            yield piece
            piece = []
        piece.append(node)
    if piece:
        yield piece
