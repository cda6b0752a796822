"""Linking: tellings of many reports in, incidents out, whatever order the tellings come in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sijill.incidents.actors import Actors, Strangers
from sijill.incidents.attach import Attach
from sijill.incidents.block import among_vague, near
from sijill.incidents.cluster import Cluster
from sijill.incidents.compare import Comparer
from sijill.incidents.decisions import Decisions
from sijill.incidents.node import Node, Rarity, days_of
from sijill.incidents.spool import Spool
from sijill.incidents.sweep import Sweep
from sijill.incidents.telling import Key, Telling
from sijill.incidents.weights import Weights, weights

_ALIKE = "told alike in everything that is compared"
_MERGED = "merged by a person"


@dataclass(frozen=True, slots=True)
class Link:
    """One telling in its incident: how strongly, to which other claim, and why."""

    telling: Telling
    score: float | None
    """Of its best link; None where it stands alone or a person put it there."""
    to: Key | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """An incident across reports."""

    id: str
    """`e-` and sixteen hex digits of its first claim by report and id."""
    links: tuple[Link, ...]
    """By report and claim."""


def link(
    tellings: Iterable[Telling],
    actors: Actors | None = None,
    decisions: Decisions | None = None,
    table: Weights | None = None,
) -> Iterator[Linked]:
    """The incidents that the tellings speak of; each telling is in one.

    Memory holds the tellings of some weeks, whatever their number. The order of what comes out
    is of no meaning.
    """
    return _Linker(actors or Strangers(), decisions or Decisions(), table or weights()).run(
        tellings
    )


class _Linker:
    def __init__(self, actors: Actors, decisions: Decisions, table: Weights) -> None:
        self._decisions, self._table = decisions, table
        self._comparer = Comparer(table, actors)
        self._rarity = Rarity()
        # With nothing decided, no pair needs to be asked about.
        self._score = self._decided if decisions else self._comparer.score

    def run(self, tellings: Iterable[Telling]) -> Iterator[Linked]:
        """All incidents; those that a person merged come last."""
        held: list[tuple[list[Key], Cluster]] = []
        for cluster in self._clusters(tellings):
            groups = [
                group for node in cluster.nodes for group in self._decisions.merged(node.telling)
            ]
            if groups:
                held.append((groups, cluster))
            else:
                yield self._linked([cluster])
        for clusters in _united(held):
            yield self._linked(clusters)

    def _clusters(self, tellings: Iterable[Telling]) -> Iterator[Cluster]:
        left: Spool[Node] = Spool(lambda node: (node.start, node.key))
        yield from self._precise(self._nodes(tellings), left)
        sweep = Sweep(among_vague, self._score, self._table.link, self._table.apart)
        for node in left.drain():
            yield from sweep.advance(node.start)
            sweep.add(node)
        yield from sweep.finish()

    def _precise(self, nodes: Iterable[Node], left: Spool[Node]) -> Iterator[Cluster]:
        """Incidents around what is told precisely; `left` gets what is vague and joined none."""
        sweep = Sweep(near, self._score, self._table.link, self._table.apart)
        attach = Attach(self._score, self._table)
        day: int | None = None
        for node in nodes:
            if node.start != day:
                day = node.start
                for cluster in sweep.advance(day):
                    attach.hold(cluster)
                opened = sweep.opened()
                yield from _settled(attach, left, day if opened is None else min(day, opened))
            if node.telling.is_vague:
                attach.wait(node)
            else:
                sweep.add(node)
        for cluster in sweep.finish():
            attach.hold(cluster)
        yield from _settled(attach, left, None)

    def _nodes(self, tellings: Iterable[Telling]) -> Iterator[Node]:
        """The tellings by their first day; those alike in all that is compared are one node."""
        spool: Spool[Telling] = Spool(lambda one: (days_of(one)[0], one.key))
        for telling in tellings:
            self._rarity.add(telling.words)
            spool.add(telling)
        twins: dict[object, Node] = {}
        day: int | None = None
        for telling in spool.drain():
            node = Node(telling, self._rarity)
            if node.start != day:
                yield from twins.values()
                twins, day = {}, node.start
            alike = node.key if self._decisions.concerns(telling) else _looks(node)
            if alike in twins:
                twins[alike].twins.append(telling)
            else:
                twins[alike] = node
        yield from twins.values()

    def _decided(self, one: Node, other: Node) -> float:
        if self._decisions.apart(one.telling, other.telling):
            return self._table.never
        return self._comparer.score(one, other)

    def _linked(self, clusters: Sequence[Cluster]) -> Linked:
        links: list[Link] = []
        for cluster in clusters:
            for node in cluster.nodes:
                links.append(self._link(cluster, node, len(clusters) > 1))
                links += [Link(twin, None, node.key, (_ALIKE,)) for twin in node.twins]
        links.sort(key=lambda link: link.telling.key)
        report, claim = links[0].telling.key
        return Linked(f"e-{sha256(f'{report}:{claim}'.encode()).hexdigest()[:16]}", tuple(links))

    def _link(self, cluster: Cluster, node: Node, merged: bool) -> Link:
        partner = cluster.partners.get(node.key)
        if partner is None:
            return Link(node.telling, None, None, (_MERGED,) if merged else ())
        reasons = self._comparer.reasons(node, partner)
        return Link(node.telling, round(cluster.scores[node.key], 3), partner.key, reasons)


def _settled(attach: Attach, left: Spool[Node], before: int | None) -> Iterator[Cluster]:
    for node in attach.decide(before):
        left.add(node)
    yield from attach.release(before)


def _looks(node: Node) -> object:
    """Equal for nodes that no comparison can tell apart."""
    telling = node.telling
    return (
        telling.where,
        telling.country,
        telling.precision,
        node.start,
        node.end,
        node.planned,
        node.types,
        node.initiators,
        node.targets,
        node.quotes,
        telling.words,
        telling.victims,
        tuple(sorted(node.counts.items())),
    )


def _united(held: Sequence[tuple[list[Key], Cluster]]) -> Iterator[list[Cluster]]:
    """The clusters that a person's merges bring together."""
    heads: dict[Key, Key] = {}

    def head(key: Key) -> Key:
        while heads.setdefault(key, key) != key:
            key = heads[key]
        return key

    for groups, _ in held:
        for group in groups[1:]:
            first, second = sorted((head(groups[0]), head(group)))
            heads[second] = first
    found: dict[Key, list[Cluster]] = {}
    for groups, cluster in held:
        found.setdefault(head(groups[0]), []).append(cluster)
    yield from found.values()
