"""The user's own places: additions and corrections in one small table."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from sijill.errors import GazetteerError
from sijill.gazetteer import layers, sheet
from sijill.gazetteer.distance import km
from sijill.gazetteer.row import ADM1, Row
from sijill.gazetteer.table import Gazetteer, bare
from sijill.text.fold import fold

_CLOSE_KM = 3.0


def new_id(places: Gazetteer) -> str:
    """The first of own-1, own-2 … that no place has."""
    return next(id_ for id_ in (f"own-{number}" for number in count(1)) if id_ not in places)


def namesakes(places: Gazetteer, row: Row) -> Iterator[Row]:
    """Other places of that name, spelling aside, within 3 km or their uncertainty."""
    for other in places.loose(bare(fold(row.name))):
        reach = max(_CLOSE_KM, other.uncertainty_km)
        if other.id != row.id and km(row.lat, row.lon, other.lat, other.lon) <= reach:
            yield other


def add(row: Row, places: Gazetteer, data: Path | None = None) -> Path:
    """Write the row into the user's table, in place of an earlier one with its id.

    Returns the table. Raises GazetteerError, and writes nothing, if the row breaks a rule.
    """
    problems = sheet.check(row)
    if row.adm1:
        unit = places.get(row.adm1)
        if unit is None or unit.kind != ADM1 or unit.country != row.country:
            problems.append(f"{row.adm1} is no first-level unit of {row.country}")
    if problems:
        raise GazetteerError("; ".join(problems))
    table = layers.imports_folder(data) / layers.OWN
    kept = [other for other in sheet.read(table) if other.id != row.id] if table.is_file() else []
    sheet.write(table, [*kept, row])
    return table
