"""Places of Wikidata, as a query's answer in CSV, JSON or JSON lines.

Columns: `item` (address or Q number), `kind` (a kind of `sijill.gazetteer.row`), `ar`, `coord`
(`Point(lon lat)`), `country` (ISO alpha-2); if there also `alias` (one a line, or several parted
by `|`), `en`, `geonames`, `population`. docs/add-a-place.md has a query that gives them. Lines
about one item are joined.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sijill.errors import GazetteerError
from sijill.gazetteer.importers.feature import uncertainty_of
from sijill.gazetteer.importers.intake import Origin, Skip
from sijill.gazetteer.importers.naming import arabic_names
from sijill.gazetteer.row import KINDS, Row

ORIGIN = Origin("wikidata", "Wikidata", "CC0 1.0", "https://www.wikidata.org")
_POINT = re.compile(r"Point\((-?[\d.]+) (-?[\d.]+)\)", re.IGNORECASE)
_ITEM = re.compile(r"Q\d+$")


def records(file: Path) -> Iterator[Row | Skip]:
    """A row for each item, in the order of first mention."""
    items: dict[str, list[Mapping[str, str]]] = {}
    for number, line in enumerate(_lines(file), 1):
        item = _ITEM.search(line.get("item", ""))
        if item is None:
            yield Skip(f"record {number}", "no item")
            continue
        items.setdefault(item.group(), []).append(line)
    for item_id, lines in items.items():
        yield _record(item_id, lines)


def _record(item: str, lines: list[Mapping[str, str]]) -> Row | Skip:
    first = lines[0]
    names = arabic_names(
        [
            *(line.get("ar", "") for line in lines),
            *(alias for line in lines for alias in line.get("alias", "").split("|")),
        ]
    )
    point = _POINT.search(first.get("coord", ""))
    kind = first.get("kind", "")
    if not names:
        return Skip(item, "no Arabic name")
    if point is None:
        return Skip(item, "no point")
    if kind not in KINDS:
        return Skip(item, f"kind {kind or 'missing'} is not one of the gazetteer's")
    return Row(
        id=f"gn:{first['geonames']}" if first.get("geonames") else f"wd:{item}",
        name=names[0],
        kind=kind,
        lat=float(point.group(2)),
        lon=float(point.group(1)),
        country=first.get("country", "").upper(),
        population=int(float(first.get("population") or 0)),
        uncertainty_km=uncertainty_of(kind),
        source=f"Wikidata {item}",
        names=names[1:],
        name_en=first.get("en", ""),
    )


def _lines(file: Path) -> Iterator[Mapping[str, str]]:
    text = file.read_text(encoding="utf-8-sig")
    try:
        if file.suffix.lower() == ".csv":
            yield from csv.DictReader(text.splitlines())
        elif file.suffix.lower() == ".jsonl":
            for line in text.splitlines():
                if line.strip():
                    yield _flat(json.loads(line))
        else:
            content = json.loads(text)
            bindings = content["results"]["bindings"] if isinstance(content, dict) else content
            for binding in bindings:
                yield _flat(binding)
    except (ValueError, KeyError, TypeError) as error:
        raise GazetteerError(f"{file.name}: no answer of a Wikidata query ({error})") from error


def _flat(record: Mapping[str, Any]) -> dict[str, str]:
    """Plain values of a record, also of a SPARQL result's `{"value": …}`."""
    return {
        key: str(value["value"] if isinstance(value, dict) else value)
        for key, value in record.items()
        if value is not None
    }
