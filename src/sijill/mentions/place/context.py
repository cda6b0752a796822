"""What the rest of a document says about its places: countries and places already settled."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import cos, hypot, radians

from sijill.gazetteer.table import Gazetteer, Row
from sijill.mentions.place.vocabulary import Vocabulary, rank
from sijill.model.mention import PlaceMention
from sijill.model.span import Span

_NEAR = 100
"""How many settled places, the latest, are asked: keeps long lists of places linear."""
SETTLED = frozenset(("city", "town", "village", "camp", "neighbourhood", "adm2", "adm3"))
"""Kinds whose point says where in the country the report is."""


def kilometres(lat: float, lon: float, row: Row) -> float:
    """The distance from a point to a place; flat, good to a few per cent below 500 km."""
    north = row.lat - lat
    east = (row.lon - lon) * cos(radians((row.lat + lat) / 2))
    return 111.2 * hypot(north, east)


class Context:
    """The countries a document speaks of and the places settled in it so far."""

    def __init__(
        self,
        mentions: Sequence[PlaceMention],
        vocabulary: Vocabulary,
        gazetteer: Gazetteer,
        countries: Iterable[str],
        near: Iterable[str],
    ) -> None:
        self.vocabulary = vocabulary
        self.gazetteer = gazetteer
        self.named: set[str] = set()
        """Countries that the text names."""
        self.votes = self._vote(mentions, countries)
        self._top = max(self.votes.values(), default=0)
        self.home = min(
            self.votes, key=lambda country: (-self.votes[country], country), default=None
        )
        """The country that the document is most about."""
        self.anchors: list[Row] = []
        self._seen: dict[str, Span | None] = {}
        for id_ in near:
            row = gazetteer.get(id_)
            if row is not None:
                self.anchor(row)

    def anchor(self, row: Row, span: Span | None = None) -> None:
        """Count `row` as settled by the mention at `span`."""
        if row.id not in self._seen and row.kind in SETTLED:
            self._seen[row.id] = span
            self.anchors.append(row)

    def share(self, country: str) -> float:
        """How much the document is about `country`: 1 for the first, 0 for one unheard of."""
        return self.votes[country] / self._top if self._top else 0.0

    def distance(self, row: Row) -> float | None:
        """Kilometres to the nearest settled place other than itself; None if there is none."""
        lat, lon = row.lat, row.lon
        near = self.anchors[-_NEAR:]
        found = [kilometres(lat, lon, other) for other in near if other is not row]
        return min(found, default=None)

    def seen(self, row: Row, span: Span) -> bool:
        """Whether a mention other than the one at `span` has been settled as `row` already."""
        return self._seen.get(row.id, span) != span

    def _agreeing(self, mention: PlaceMention) -> list[Row]:
        """The rows of the name, without those that its type noun rules out."""
        rows = [self.gazetteer.row(id_) for id_ in mention.places]
        noun = self.vocabulary.types.get(mention.kind) if mention.kind else None
        return [row for row in rows if noun is None or row.kind in noun.kinds]

    def _vote(self, mentions: Sequence[PlaceMention], countries: Iterable[str]) -> Counter[str]:
        votes: Counter[str] = Counter()
        for country in countries:
            votes[country] += 2
        for mention in mentions:
            node: PlaceMention | None = mention
            while node is not None:
                rows = self._agreeing(node)
                found = {row.country for row in rows if row.country}
                if any(row.kind == "country" for row in rows):
                    votes.update(found)
                    self.named |= found
                elif any(rank(row) >= 3 for row in rows):
                    leading = sorted({row.country for row in rows if rank(row) >= 3})
                    clear = len(leading) == 1 and mention.role != "dateline"
                    for country in leading:
                        votes[country] += 3 if clear else 1
                elif len(found) == 1 and (node.kind is not None or any(map(_middling, rows))):
                    votes.update(found)
                node = node.parent
        return votes


def _middling(row: Row) -> bool:
    return rank(row) == 2
