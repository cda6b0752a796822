"""GeoNames country dumps: the table of a country, with the table of names if at hand.

`SY.zip` or `SY.txt` has 19 tab-separated columns without a header; `alternateNames.zip` and
`alternateNamesV2.zip` give each name its language. Without them Arabic names are told by their
letters.
"""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sijill.errors import GazetteerError
from sijill.gazetteer.importers.feature import kind_of, uncertainty_of
from sijill.gazetteer.importers.intake import Origin, Skip
from sijill.gazetteer.importers.naming import arabic_names, geonames_units
from sijill.gazetteer.row import Row

ORIGIN = Origin("geonames", "GeoNames", "CC BY 4.0", "https://www.geonames.org")
_COLUMNS = 19


def records(file: Path, names: Path | None = None) -> Iterator[Row | Skip]:
    """A row for each place of a dump that has an Arabic name and a kind of use here."""
    labelled = _arabic(names) if names else {}
    with _open(file) as lines:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != _COLUMNS:
                yield Skip(f"line {number}", f"not {_COLUMNS} columns: no GeoNames dump?")
                continue
            yield _record(cells, labelled.get(cells[0], []))


def _record(cells: list[str], labelled: list[str]) -> Row | Skip:
    id_, name, _, others, lat, lon, _, code, country = cells[:9]
    people = int(cells[14] or 0)
    kind = kind_of(code, people)
    if kind is None:
        return Skip(id_, f"feature code {code or 'missing'} is not used")
    names = arabic_names([*labelled, *(() if labelled else (name, *others.split(",")))])
    if not names:
        return Skip(id_, "no Arabic name")
    return Row(
        id=f"gn:{id_}",
        name=names[0],
        kind=kind,
        lat=float(lat),
        lon=float(lon),
        country=country,
        adm1=geonames_units().get((country, cells[10])),
        population=people,
        uncertainty_km=uncertainty_of(kind),
        source="GeoNames",
        names=names[1:],
        name_en=name,
    )


def _arabic(file: Path) -> dict[str, list[str]]:
    """Arabic names by id, preferred ones first; historic and colloquial ones left out."""
    found: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    with _open(file) as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t") + [""] * 4
            if cells[2] == "ar" and cells[6] != "1" and cells[7] != "1":
                found[cells[1]].append((cells[4] != "1", cells[3]))
    return {id_: [name for _, name in sorted(group)] for id_, group in found.items()}


@contextmanager
def _open(file: Path) -> Iterator[TextIO]:
    """The lines of a text file, or of the largest one in a zip archive."""
    if file.suffix.lower() != ".zip":
        with file.open(encoding="utf-8") as lines:
            yield lines
        return
    try:
        with zipfile.ZipFile(file) as archive:
            tables = [i for i in archive.infolist() if i.filename.endswith(".txt")]
            if not tables:
                raise GazetteerError(f"{file.name}: no .txt file in the archive")
            largest = max(tables, key=lambda i: i.file_size)
            with archive.open(largest) as content:
                yield io.TextIOWrapper(content, encoding="utf-8")
    except zipfile.BadZipFile as error:
        raise GazetteerError(f"{file.name}: {error}") from error
