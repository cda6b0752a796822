"""Rows of places as CSV: the format of shipped tables, imports and the user's own places.

One header line; columns may stand in any order and all but `id`, `name`, `kind`, `lat`, `lon`
and `country` may be missing. Several names are parted by `|`.
"""

import csv
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from sijill.errors import GazetteerError
from sijill.gazetteer.row import KINDS, Row

COLUMNS = (
    "id",
    "name",
    "kind",
    "lat",
    "lon",
    "country",
    "adm1",
    "adm2",
    "population",
    "uncertainty_km",
    "source",
    "names",
    "name_en",
    "pcode",
)
REQUIRED = COLUMNS[:6]


def read(path: Path) -> Iterator[Row]:
    """The rows of a table, in file order. Raises GazetteerError naming file and line."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines)
            header = [cell.strip() for cell in next(reader, [])]
            missing = [column for column in REQUIRED if column not in header]
            if missing:
                raise GazetteerError(f"{path.name}: no column {', '.join(missing)}")
            at = [header.index(c) if c in header else len(header) for c in COLUMNS]
            for cells in reader:
                if cells:
                    yield _row(cells, at, len(header), f"{path.name}:{reader.line_num}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GazetteerError(f"{path.name}: {error}") from error


def _row(cells: list[str], at: list[int], width: int, where: str) -> Row:
    if len(cells) != width:
        raise GazetteerError(f"{where}: {len(cells)} cells, the header has {width}")
    cells.append("")
    (id_, name, kind, lat, lon, country, adm1, adm2, people, radius, source, names, en, pcode) = [
        cells[index] for index in at
    ]
    share = sys.intern
    try:
        return Row(
            share(id_),
            name,
            share(kind),
            float(lat),
            float(lon),
            share(country),
            share(adm1) if adm1 else None,
            share(adm2) if adm2 else None,
            int(people) if people else 0,
            float(radius) if radius else 1.0,
            share(source),
            tuple(names.split("|")) if names else (),
            en,
            pcode or None,
        )
    except ValueError as error:
        raise GazetteerError(f"{where}: {error}") from error


def check(row: Row) -> list[str]:
    """What is wrong with a row on its own, one sentence each; empty if nothing is."""
    problems = []
    if not row.id or not row.name.strip():
        problems.append("id and name must not be empty")
    if row.kind not in KINDS:
        problems.append(f"kind {row.kind!r} is none of {', '.join(KINDS)}")
    if not (-90 <= row.lat <= 90 and -180 <= row.lon <= 180):
        problems.append(f"{row.lat}, {row.lon} is no latitude and longitude in degrees")
    if row.country and not (
        len(row.country) == 2 and row.country.isascii() and row.country.isupper()
    ):
        problems.append(f"country {row.country!r} is no ISO 3166 code of two capital letters")
    if row.uncertainty_km <= 0:
        problems.append("uncertainty_km must be more than 0")
    if any("|" in name or "\n" in name for name in (row.name, *row.names)):
        problems.append("a name must not hold | or a line end")
    return problems


def _is_country_code(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isalpha() and text.isupper()


def cells_of(row: Row) -> tuple[str, ...]:
    """The row as the cells of `COLUMNS`; coordinates with at most five decimals (1 m)."""
    return (
        row.id,
        row.name,
        row.kind,
        _number(row.lat, 5),
        _number(row.lon, 5),
        row.country,
        row.adm1 or "",
        row.adm2 or "",
        str(row.population) if row.population else "",
        _number(row.uncertainty_km, 1),
        row.source,
        "|".join(row.names),
        row.name_en,
        row.pcode or "",
    )


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write a table whole or not at all: a reader never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(cells_of(row) for row in rows)
        publish(Path(draft), path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def publish(draft: Path, path: Path) -> None:
    """Put a finished draft in its place, readable as any new file of the user's is."""
    mask = os.umask(0)
    os.umask(mask)
    draft.chmod(0o666 & ~mask)
    draft.replace(path)


def _number(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".")
