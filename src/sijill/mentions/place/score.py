"""Weigh the gazetteer's readings of a name: a sum of terms, each of which can be shown."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log10
from typing import NamedTuple

from sijill.gazetteer.table import Row
from sijill.mentions.place.context import Context, kilometres
from sijill.mentions.place.reader import key_of
from sijill.mentions.place.vocabulary import TypeNoun, rank
from sijill.model.mention import PlaceCandidate, PlaceMention
from sijill.text.fold import fold

_FAR = 60.0
"""Kilometres beyond which a place is not "of" a town that is named as its parent."""
_SAME = 15.0
"""Kilometres within which two readings are one place for a reader."""
_KNOWN = 100_000
"""Inhabitants from which a city may be meant in a report about another country."""
_SIZES = {"city": 1.5, "town": 0.5, "adm1": 0.4, "country": 1.0}


class Weighed(NamedTuple):
    """A reading of a name, weighed."""

    score: float
    row: Row
    terms: tuple[tuple[str, float], ...]
    """The terms of the score, by name."""

    @property
    def candidate(self) -> PlaceCandidate:
        row = self.row
        shown = tuple((name, round(value, 2)) for name, value in self.terms if value)
        return PlaceCandidate(row.id, row.name, row.lat, row.lon, round(self.score, 2), shown)


def weigh(
    mention: PlaceMention,
    rows: Iterable[Row],
    noun: TypeNoun | None,
    parent: Row | None,
    context: Context,
) -> list[Weighed]:
    """The readings that no hard constraint excludes, best first."""
    found = []
    rows = list(rows)
    alone = len(rows) == 1
    spelling = key_of(mention.name)
    for row in rows:
        terms = _terms(mention, row, noun, parent, context, alone)
        if terms is not None and row.id not in mention.places and fold(row.name) != spelling:
            terms.append(("spelling", -0.5))
        if terms is not None:
            found.append(Weighed(sum(value for _, value in terms), row, tuple(terms)))
    return (
        found
        if len(found) < 2
        else sorted(found, key=lambda reading: (-reading.score, reading.row.rank))
    )


def settled(readings: Sequence[Weighed], margin: float) -> bool:
    """Whether the best reading leads every other that lies elsewhere by `margin`."""
    if not readings:
        return False
    best = readings[0]
    return all(
        best.score - other.score >= margin
        for other in readings[1:]
        if kilometres(best.row.lat, best.row.lon, other.row) > _SAME
    )


def _terms(
    mention: PlaceMention,
    row: Row,
    noun: TypeNoun | None,
    parent: Row | None,
    context: Context,
    alone: bool,
) -> list[tuple[str, float]] | None:
    terms: list[tuple[str, float]] = []
    if parent is not None:
        within = _within(row, parent)
        if within is None:
            return None
        terms.append(("parent", within))
    share = context.share(row.country) if row.country else 0.5
    if share < 0.2 and parent is None and not _foreign(row, noun, context):
        return None
    terms.append(("country", 3 * share))
    terms.append(("type", _agreement(mention, row, noun)))
    terms.append(("size", _size(row.kind, row.population)))
    if context.seen(row, mention.span):
        terms.append(("named elsewhere", 1.5))
    nearest = None if alone else context.distance(row)
    if nearest is not None:
        terms.append(("near", 2.0 if nearest < 30 else 1.0 if nearest < 80 else 0.0))
        if row.adm1 in context.units:
            terms.append(("same governorate", 1.0))
    return terms


@lru_cache(maxsize=1 << 13)
def _size(kind: str, population: int) -> float:
    return _SIZES.get(kind, 0.0) + min(1.5, log10(population + 1) / 4)


def _foreign(row: Row, noun: TypeNoun | None, context: Context) -> bool:
    """A place so well known that a report about another country names it as it is."""
    if noun is not None and noun.cls not in ("city", "governorate"):
        return False
    if row.kind == "country" or row.country in context.named:
        return True
    capital = context.gazetteer.capital(row.country)
    return rank(row) >= 3 and (row.population >= _KNOWN or capital is row)


def _agreement(mention: PlaceMention, row: Row, noun: TypeNoun | None) -> float:
    if mention.operator == "countryside" and noun is None:
        return 5.0 if row.kind == "adm1" else 0.0
    if noun is None:
        return 0.0
    if row.kind in noun.kinds:
        return 2.0
    return -2.0 if row.kind != "site" else 0.0


def _within(row: Row, parent: Row) -> float | None:
    """4 if the gazetteer says that `row` lies in `parent`, 2 if it is near, None if neither."""
    if row.id == parent.id:
        return None
    if parent.kind == "country":
        return 4.0 if row.country == parent.country else None
    if parent.kind == "adm1" and row.adm1 is not None:
        return 4.0 if row.adm1 == parent.id else _beside(row, parent, 25)
    if parent.kind == "adm2" and row.adm2 == parent.id:
        return 4.0
    distance = kilometres(parent.lat, parent.lon, row)
    reach = _FAR + (parent.uncertainty_km if parent.kind not in ("city", "town") else 0)
    if parent.adm1 and row.adm1 == parent.adm1:
        return 3.0 + max(0.0, 2 - 2 * distance / _FAR) if distance < 2 * reach else None
    return 2.0 + max(0.0, 2 - 2 * distance / _FAR) if distance <= reach else None


def _beside(row: Row, parent: Row, reach: float) -> float | None:
    return 2.0 if kilometres(parent.lat, parent.lon, row) <= reach else None
