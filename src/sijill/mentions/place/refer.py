"""Expressions that name no place: which earlier mention, or which unit, they refer to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sijill.gazetteer.table import Gazetteer, Row
from sijill.mentions.place.context import Context
from sijill.mentions.place.vocabulary import TypeNoun
from sijill.model.mention import PlaceMention

_TOWNS = frozenset(("city", "town", "village"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention as read so far: its place, where it inherits a point from, its full name."""

    mention: PlaceMention
    noun: TypeNoun | None
    row: Row | None
    name: str
    town: Row | None = None
    """The town whose point stands for the place, where it has no row of its own."""


def antecedent(
    mention: PlaceMention, noun: TypeNoun | None, before: Sequence[Reading], home: str | None
) -> Reading | None:
    """The last earlier mention that `mention` can refer to, one of its own class first.

    Places known to lie outside the country `home` are passed over.
    """
    fallback = None
    for reading in _latest(before):
        if reading.mention.operator in ("countryside", "between"):
            continue
        row = reading.row
        if row is not None and home is not None and row.country not in ("", home):
            continue
        if noun is not None and noun.cls == "region":
            if reading.mention.kind != "country" and _local(reading):
                return reading
            continue
        if _same(mention, noun, reading):
            return reading
        if fallback is None and noun is not None and noun.cls in _TOWNS and _town(reading):
            fallback = reading
    return fallback


def _latest(before: Sequence[Reading]) -> Iterator[Reading]:
    """Earlier places, the last first; the cities that reports are sent from after all others."""
    yield from (reading for reading in reversed(before) if reading.mention.role != "dateline")
    yield from (reading for reading in before if reading.mention.role == "dateline")


def shortened(mention: PlaceMention, before: Sequence[Reading]) -> Reading | None:
    """The earlier place of which `mention` is the first word ("المطاحن" of "مطاحن …")."""
    word = mention.name.removeprefix("ال")
    if word == mention.name or " " in word:
        return None
    for reading in reversed(before):
        first, _, rest = reading.name.partition(" ")
        if rest and first.removeprefix("ال") == word:
            return Reading(mention, reading.noun, reading.row, reading.name, reading.town)
    return None


def river(before: Sequence[Reading]) -> str | None:
    """The river named last, as "الضفة الشمالية" leaves it out."""
    for reading in reversed(before):
        node: PlaceMention | None = reading.mention
        while node is not None:
            if node.kind == "river":
                return node.full or node.name
            node = node.parent
    return None


def unit(
    mention: PlaceMention, gazetteer: Gazetteer, before: Sequence[Reading], context: Context
) -> Row | None:
    """The governorate, country or capital that "المحافظة", "البلاد", "العاصمة" stand for."""
    home = context.home
    owner = mention.parent
    if owner is not None and owner.places:
        home = gazetteer.row(owner.places[0]).country
    if mention.kind == "country":
        return gazetteer.country(home) if home else None
    if mention.kind == "capital":
        return gazetteer.capital(home) if home else None
    for reading in reversed(before):
        row = reading.row or reading.town
        if row is None or reading.mention.operator == "between":
            continue
        if row.kind == "adm1":
            return row
        if row.adm1 is not None:
            return gazetteer.get(row.adm1)
    return None


def _same(mention: PlaceMention, noun: TypeNoun | None, reading: Reading) -> bool:
    kind = noun.cls if noun is not None else mention.kind
    if kind in ("city", "town", "village"):
        exact = reading.noun is not None and reading.noun.cls == kind
        if kind == "city":
            return exact or (reading.row is not None and reading.row.kind == "city")
        return exact or (reading.row is not None and reading.row.kind == kind)
    if reading.noun is not None:
        return reading.noun.cls == kind
    return reading.row is not None and noun is not None and reading.row.kind in noun.kinds


def _town(reading: Reading) -> bool:
    if reading.noun is not None:
        return reading.noun.cls in _TOWNS
    return reading.row is not None and reading.row.kind in _TOWNS


def _local(reading: Reading) -> bool:
    """Smaller than a governorate."""
    row = reading.row
    if row is not None:
        return row.kind not in ("country", "adm1", "river", "desert", "road")
    if reading.noun is None:
        return bool(reading.mention.places)
    return reading.noun.cls != "governorate"
