"""OCHA COD-AB boundaries as GeoJSON or CSV: administrative units with Arabic name and code.

Three dialects of column names are read, for levels 1 to 4: `ADM1_AR ADM1_EN ADM1_PCODE`,
`adm1_name adm1_name1 adm1_pcode` with languages in `lang` and `lang1`, and `admin1Name_ar
admin1Name_en admin1Pcode`. The point is the columns `center_lat center_lon` (or `lat lon`), else
the middle of the largest polygon.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from sijill.errors import GazetteerError
from sijill.gazetteer.importers.feature import uncertainty_of
from sijill.gazetteer.importers.intake import Origin, Skip
from sijill.gazetteer.importers.naming import Units, arabic_names
from sijill.gazetteer.row import Row
from sijill.gazetteer.table import Gazetteer

ORIGIN = Origin("cod-ab", "OCHA COD-AB", "CC BY 3.0 IGO", "https://data.humdata.org/dashboards/cod")
_LEVELS = (4, 3, 2, 1)
_KINDS = {1: "adm1", 2: "adm2", 3: "adm3", 4: "neighbourhood"}
Point = tuple[float, float]
"""Longitude and latitude, in the order of GeoJSON."""


def records(file: Path) -> Iterator[Row | Skip]:
    """A row for each unit of the deepest level that the file has."""
    units = Units(Gazetteer.shipped())
    for number, (fields, point) in enumerate(_features(file), 1):
        yield _record(fields, point, f"record {number}", units)


def _features(file: Path) -> Iterator[tuple[Mapping[str, str], Point | None]]:
    """Fields with lower-case names, and the point of the geometry if there is one."""
    if file.suffix.lower() == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for line in csv.DictReader(lines):
                yield {k.lower(): v or "" for k, v in line.items() if k}, None
        return
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        features = content["features"]
    except (ValueError, KeyError, TypeError) as error:
        raise GazetteerError(f"{file.name}: no GeoJSON feature collection ({error})") from error
    for feature in features:
        fields = {str(k).lower(): str(v) for k, v in feature["properties"].items() if v is not None}
        yield fields, _middle(feature.get("geometry"))


def _record(fields: Mapping[str, str], point: Point | None, where: str, units: Units) -> Row | Skip:
    level = next((n for n in _LEVELS if _code(fields, n)), None)
    if level is None:
        return Skip(where, "no place code: column names not of COD-AB")
    code = _code(fields, level)
    names = arabic_names(_names(fields, level, "ar"))
    if not names:
        return Skip(code, "no Arabic name")
    for lat, lon in (("center_lat", "center_lon"), ("lat", "lon"), ("latitude", "longitude")):
        if fields.get(lat) and fields.get(lon):
            point = (float(fields[lon]), float(fields[lat]))
            break
    if point is None:
        return Skip(code, "no point: neither geometry nor center_lat and center_lon")
    unit = units.coded(code)
    kind = _KINDS[level]
    return Row(
        id=f"pcode:{code}",
        name=names[0],
        kind=kind,
        lat=point[1],
        lon=point[0],
        country=code[:2],
        adm1=unit.id if unit and level > 1 else None,
        uncertainty_km=uncertainty_of(kind),
        source="OCHA COD-AB",
        names=names[1:],
        name_en=next(iter(_names(fields, level, "en")), ""),
        pcode=code,
    )


def _code(fields: Mapping[str, str], level: int) -> str:
    return fields.get(f"adm{level}_pcode") or fields.get(f"admin{level}pcode") or ""


def _names(fields: Mapping[str, str], level: int, language: str) -> list[str]:
    """The level's names in `ar` or `en`, whichever dialect."""
    found = [fields.get(f"adm{level}_{language}"), fields.get(f"admin{level}name_{language}")]
    for suffix in ("", "1", "2", "3"):
        name, spoken = fields.get(f"adm{level}_name{suffix}"), fields.get(f"lang{suffix}")
        if name and (spoken == language or (not spoken and name.isascii() == (language == "en"))):
            found.append(name)
    return [name for name in found if name]


def _middle(geometry: Mapping[str, Any] | None) -> Point | None:
    """The centre of area of the largest outer ring."""
    if not geometry:
        return None
    shape, parts = geometry.get("type"), geometry.get("coordinates") or []
    if shape == "Point":
        return (float(parts[0]), float(parts[1]))
    if shape not in ("Polygon", "MultiPolygon"):
        return None
    rings = [parts[0]] if shape == "Polygon" else [part[0] for part in parts]
    return max((_centroid(ring) for ring in rings), key=lambda c: c[0])[1]


def _centroid(ring: list[list[float]]) -> tuple[float, Point]:
    """(area, centre) of a closed ring, in degrees; good enough for a label's place."""
    area = east = north = 0.0
    for (x1, y1, *_), (x2, y2, *_) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        area += cross
        east += (x1 + x2) * cross
        north += (y1 + y2) * cross
    if not area:
        return 0.0, (ring[0][0], ring[0][1])
    return abs(area) / 2, (east / (3 * area), north / (3 * area))
