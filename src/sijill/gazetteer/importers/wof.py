"""Who's On First as a table: tab-separated, one place a line, columns told by the header.

Needed: `wof_id placetype lat lon` and `names_ar` (several parted by `|`). Used if there:
`gn_id wd_id name_en population region_en`. The country is given, or read from a column
`country`, or from a file name like `sy.tsv`.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from sijill.errors import GazetteerError
from sijill.gazetteer.importers.feature import uncertainty_of
from sijill.gazetteer.importers.intake import Origin, Skip
from sijill.gazetteer.importers.naming import Units, arabic_names, kind_of_settlement
from sijill.gazetteer.row import Row
from sijill.gazetteer.table import Gazetteer

ORIGIN = Origin(
    "wof",
    "Who's On First, with points from GeoNames and others",
    "CC0 1.0 and, for the points, CC BY 4.0 (https://whosonfirst.org/docs/licenses/)",
    "https://whosonfirst.org",
)
_NEEDED = ("wof_id", "placetype", "lat", "lon", "names_ar")
_KINDS = {
    "region": "adm1",
    "county": "adm2",
    "localadmin": "adm3",
    "borough": "neighbourhood",
    "macrohood": "neighbourhood",
    "neighbourhood": "neighbourhood",
    "microhood": "neighbourhood",
    "campus": "site",
}


def records(file: Path, country: str | None = None) -> Iterator[Row | Skip]:
    """A row for each place with an Arabic name and a placetype of use here."""
    units = Units(Gazetteer.shipped())
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        missing = [c for c in _NEEDED if c not in (reader.fieldnames or ())]
        if missing:
            raise GazetteerError(f"{file.name}: no column {', '.join(missing)}")
        code = (country or (file.stem if len(file.stem) == 2 else "")).upper()
        for line in reader:
            yield _record(line, line.get("country") or code, units)


def _record(line: Mapping[str, str], country: str, units: Units) -> Row | Skip:
    where = f"wof:{line['wof_id']}"
    if not country:
        return Skip(where, "no country: give --country")
    names = arabic_names((line["names_ar"] or "").split("|"))
    if not names:
        return Skip(where, "no Arabic name")
    people = int(float(line.get("population") or 0))
    kind = _kind(line["placetype"], people)
    if kind is None:
        return Skip(where, f"placetype {line['placetype']} is not used")
    english = line.get("name_en") or ""
    if kind == "adm1":
        return _unit(line, country, names, units)
    unit = units.named(country, line.get("region_en") or "")
    return Row(
        id=f"gn:{line['gn_id']}" if line.get("gn_id") and kind != "adm2" else where,
        name=names[0],
        kind=kind,
        lat=float(line["lat"]),
        lon=float(line["lon"]),
        country=country,
        adm1=unit.id if unit else None,
        population=people,
        uncertainty_km=uncertainty_of(kind),
        source="Who's On First",
        names=names[1:],
        name_en=english,
    )


def _unit(
    line: Mapping[str, str], country: str, names: tuple[str, ...], units: Units
) -> Row | Skip:
    """First-level units are shipped already: a foreign one only adds spellings."""
    unit = units.named(country, line.get("name_en") or "")
    if unit is None:
        return Skip(f"wof:{line['wof_id']}", "first-level unit not among the shipped ones")
    return Row(
        id=unit.id,
        name=names[0],
        kind=unit.kind,
        lat=unit.lat,
        lon=unit.lon,
        country=country,
        source="Who's On First",
        names=names[1:],
        uncertainty_km=unit.uncertainty_km,
    )


def _kind(placetype: str, population: int) -> str | None:
    if placetype == "locality":
        return kind_of_settlement(population)
    return _KINDS.get(placetype)
