"""OCHA's list of place codes: joins each code to the shipped unit of that name.

Columns `Location` (ISO alpha-3), `Admin Level`, `P-Code`, `Name`, `Parent P-Code`; the list has
English names only and no points, so a code whose unit is not shipped is left out.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from sijill.errors import GazetteerError
from sijill.gazetteer.importers.intake import Origin, Skip
from sijill.gazetteer.importers.naming import likeness
from sijill.gazetteer.row import Row
from sijill.gazetteer.table import Gazetteer

ORIGIN = Origin(
    "pcodes",
    "OCHA global P-code list",
    "CC BY 3.0 IGO",
    "https://data.humdata.org/dataset/global-pcodes",
)
_NEEDED = ("Location", "Admin Level", "P-Code", "Name", "Parent P-Code")
_ALPHA2 = {
    "SYR": "SY",
    "IRQ": "IQ",
    "YEM": "YE",
    "LBY": "LY",
    "SDN": "SD",
    "PSE": "PS",
    "LBN": "LB",
    "EGY": "EG",
}
_LEAST_LIKENESS = 75.0


def records(file: Path) -> Iterator[Row | Skip]:
    """For each code of a covered country, the shipped unit with that code."""
    shipped = Gazetteer.shipped()
    with file.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        missing = [c for c in _NEEDED if c not in (reader.fieldnames or ())]
        if missing:
            raise GazetteerError(f"{file.name}: no column {', '.join(missing)}")
        for line in reader:
            if not line["Location"].startswith("#"):
                yield _record(line, shipped)


def _record(line: Mapping[str, str], shipped: Gazetteer) -> Row | Skip:
    code, name = line["P-Code"], line["Name"]
    country = _ALPHA2.get(line["Location"])
    if country is None:
        return Skip(code, "country not covered")
    known = shipped.pcode(code)
    if known is not None:
        return known
    kind = f"adm{line['Admin Level']}"
    parent = shipped.pcode(line["Parent P-Code"])
    options = [
        (likeness(name, row.name_en), row.id)
        for row in shipped
        if row.kind == kind
        and row.country == country
        and row.pcode is None
        and (parent is None or row.adm1 == parent.id)
    ]
    score, id_ = max(options, default=(0.0, ""))
    if score < _LEAST_LIKENESS:
        return Skip(f"{code} {name}", "no shipped unit of that name")
    return replace(shipped.row(id_), pcode=code, source="P-code: OCHA")
