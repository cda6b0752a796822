"""Which tables make up the gazetteer, in what order, and where the user's own are kept."""

import csv
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import resources
from pathlib import Path

from sijill.errors import GazetteerError

Weaken = Callable[[str], str]

SHIPPED = {
    "countries": "Sijill's own table, CC0 1.0",
    "adm": "Sijill's own table, CC0 1.0; place codes: OCHA COD-AB, CC BY 3.0 IGO",
    "core": "GeoNames (https://www.geonames.org), CC BY 4.0; changed: selected, names chosen",
    "supplement": "Sijill's own table, CC0 1.0",
}
"""The shipped tables, lowest layer first, with licence and credit."""

OWN = "places.csv"
"""The user's own places, in the data folder."""


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


def tables(data: Path | None, overlays: Iterable[Path]) -> Iterator[tuple[str, Path, str]]:
    """(name, file, licence) of each table, lowest layer first; imports by name."""
    for name, licence in SHIPPED.items():
        path = shipped_folder() / f"{name}.csv"
        if path.is_file():
            yield name, path, licence
    folder = imports_folder(data)
    for path in sorted(folder.glob("*.csv")):
        if path.name != OWN:
            yield f"import:{path.stem}", path, _licence_of(path)
    if (folder / OWN).is_file():
        yield "own places", folder / OWN, "yours"
    for path in overlays:
        yield f"overlay:{path.name}", path, "as its owner says"


def _licence_of(table: Path) -> str:
    manifest = table.with_suffix(".json")
    try:
        return str(json.loads(manifest.read_text(encoding="utf-8"))["licence"])
    except FileNotFoundError:
        return "unknown: no manifest"
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GazetteerError(f"{manifest.name}: {error}; import {table.stem} again") from error


def capitals() -> dict[str, str]:
    """Row id of the capital, by country code."""
    path = shipped_folder() / "capitals.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {line["country"]: line["capital"] for line in csv.DictReader(lines)}
