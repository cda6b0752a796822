"""Which tables make up the gazetteer, in what order, and where the user's own are kept."""

import csv
import json
import os
import sys
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from sijill.errors import GazetteerError

SHIPPED = {
    "countries": "Sijill's own table, CC0 1.0",
    "adm": "Sijill's own table, CC0 1.0; place codes: OCHA COD-AB, CC BY 3.0 IGO; "
    "district seats: GeoNames, CC BY 4.0",
    "core": "GeoNames (https://www.geonames.org), CC BY 4.0; changed: selected, names chosen",
    "supplement": "Sijill's own table, CC0 1.0; points corrected after GeoNames and UCDP GED "
    "(as `source` says), CC BY 4.0",
}
"""The shipped tables, lowest layer first, with licence and credit."""

OWN = "places.csv"
"""The user's own places, in the data folder."""


class Table(NamedTuple):
    """A table to load: its name in listings, its file, licence and credit of its data."""

    name: str
    path: Path
    licence: str


def shipped_folder() -> Path:
    """Where the shipped tables are."""
    return Path(str(resources.files("sijill") / "gazetteer" / "data"))


def data_folder() -> Path:
    """The user's data folder: `SIJILL_DATA`, else the platform's place for a program's data."""
    named = os.environ.get("SIJILL_DATA")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "sijill"


def imports_folder(data: Path | None = None) -> Path:
    """Where imported tables and their manifests are."""
    return (data or data_folder()) / "gazetteer"


def shipped() -> Iterator[Table]:
    """The shipped tables, lowest layer first."""
    for name, licence in SHIPPED.items():
        yield Table(name, shipped_folder() / f"{name}.csv", licence)


def imports(data: Path | None = None) -> list[Table]:
    """The imported tables, in the order in which they were taken in."""
    found = []
    for path in sorted(imports_folder(data).glob("*.csv")):
        if path.name != OWN:
            licence = str(_manifest(path)["licence"])
            found.append((order(path), Table(f"import:{path.stem}", path, licence)))
    return [table for _, table in sorted(found)]


def tables(data: Path | None = None, overlays: Iterable[Path] = ()) -> Iterator[Table]:
    """Every table, lowest layer first: shipped, imports, the user's own, overlays."""
    yield from shipped()
    yield from imports(data)
    own = imports_folder(data) / OWN
    if own.is_file():
        yield Table("own places", own, "yours")
    for path in overlays:
        yield Table(f"overlay:{path.name}", path, "as its owner says")


def share_alike(licence: str) -> bool:
    """Whether a licence binds whoever passes the data on (ODbL, CC BY-SA)."""
    text = licence.lower()
    return any(word in text for word in ("odbl", "open database", "by-sa", "share-alike"))


def order(table: Path) -> int:
    """The place of an imported table among the imports."""
    return int(_manifest(table)["order"])


def _manifest(table: Path) -> dict[str, Any]:
    """What is written of an imported table; it has at least `order` and `licence`."""
    manifest = table.with_suffix(".json")
    try:
        content = json.loads(manifest.read_text(encoding="utf-8"))
        return {**content, "order": int(content["order"]), "licence": content["licence"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GazetteerError(f"{manifest.name}: {error}; import {table.stem} again") from error


def capitals() -> dict[str, str]:
    """Row id of the capital, by country code."""
    path = shipped_folder() / "capitals.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return {line["country"]: line["capital"] for line in csv.DictReader(lines)}
