"""What the rest of a document says about its places: countries and places already settled."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import cos, hypot, radians, sqrt

from sijill.gazetteer.table import Gazetteer, Row
from sijill.mentions.place.vocabulary import Ballot, Vocabulary, rank
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
        self.units: set[str] = set()
        """The governorates of the settled places."""
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
            if row.adm1:
                self.units.add(row.adm1)

    def share(self, country: str) -> float:
        """How much the document is about `country`: 1 for the first, 0 for one unheard of."""
        return self.votes[country] / self._top if self._top else 0.0

    def distance(self, row: Row) -> float | None:
        """Kilometres to the nearest settled place other than itself; None if there is none."""
        lat, lon = row.lat, row.lon
        width = cos(radians(lat))
        least = min(
            [
                (other.lat - lat) ** 2 + ((other.lon - lon) * width) ** 2
                for other in self.anchors[-_NEAR:]
                if other is not row
            ],
            default=None,
        )
        return None if least is None else 111.2 * sqrt(least)

    def seen(self, row: Row, span: Span) -> bool:
        """Whether a mention other than the one at `span` has been settled as `row` already."""
        return self._seen.get(row.id, span) != span

    def _ballot(self, mention: PlaceMention) -> Ballot:
        """What a mention says of countries; the same for every document."""
        key = (mention.places, mention.kind)
        known = self.vocabulary.ballots.get(key)
        if known is None:
            rows = [self.gazetteer.row(id_) for id_ in mention.places]
            noun = self.vocabulary.types.get(mention.kind) if mention.kind else None
            rows = [row for row in rows if noun is None or row.kind in noun.kinds]
            known = self.vocabulary.ballots[key] = _ballot(rows, mention.kind is not None)
        return known

    def _vote(self, mentions: Sequence[PlaceMention], countries: Iterable[str]) -> Counter[str]:
        votes: Counter[str] = Counter()
        for country in countries:
            votes[country] += 2
        for mention in mentions:
            node: PlaceMention | None = mention
            while node is not None:
                ballot = self._ballot(node)
                if ballot.named:
                    self.named.update(ballot.countries)
                weight = 1 if mention.role == "dateline" else ballot.weight
                for country in ballot.countries:
                    votes[country] += weight
                node = node.parent
        return votes


def _ballot(rows: Sequence[Row], typed: bool) -> Ballot:
    """Countries count once; 3 for a governorate or city of that name in one country alone."""
    found = sorted({row.country for row in rows if row.country})
    if any(row.kind == "country" for row in rows):
        return Ballot(tuple(found), 1, True)
    if any(rank(row) >= 3 for row in rows):
        leading = sorted({row.country for row in rows if rank(row) >= 3})
        return Ballot(tuple(leading), 3 if len(leading) == 1 else 1, False)
    if len(found) == 1 and (typed or any(rank(row) == 2 for row in rows)):
        return Ballot(tuple(found), 1, False)
    return Ballot((), 0, False)
