import json
from pathlib import Path

import pytest

from sijill.errors import GazetteerError
from sijill.gazetteer import layers, overlay, sheet
from sijill.gazetteer.importers.intake import Origin, store
from sijill.gazetteer.row import Row
from sijill.gazetteer.table import Gazetteer

HERE = Origin("csv", "a colleague", "CC0")


def place(id_: str, name: str, **more: object) -> Row:
    fields: dict[str, object] = {"kind": "village", "lat": 35.0, "lon": 40.0, "country": "SY"}
    return Row(id_, name, **{**fields, **more})  # type: ignore[arg-type]


def taken_in(data: Path, name: str, *rows: Row) -> None:
    file = data.parent / f"{name}.csv"
    sheet.write(file, rows)
    store(name, sheet.read(file), HERE, [file], data)


def test_overlays_lie_over_own_places_over_imports_over_shipped(data: Path) -> None:
    taken_in(data, "one", place("x", "شرحبيل"))
    assert Gazetteer.load_default().row("x").name == "شرحبيل"
    overlay.add(place("x", "شرحبيلة"), Gazetteer.load_default())
    assert Gazetteer.load_default().row("x").name == "شرحبيلة"
    sheet.write(data.parent / "over.csv", [place("x", "شرحبيلات")])
    places = Gazetteer.load_default(overlays=[data.parent / "over.csv"])
    assert places.row("x").name == "شرحبيلات"
    assert [layer.name for layer in places.layers][-3:] == [
        "import:one",
        "own places",
        "overlay:over.csv",
    ]


def test_a_later_import_keeps_what_an_earlier_one_added(data: Path) -> None:
    taken_in(data, "zed", place("gn:170654", "دمشق الفيحاء", kind="city"))
    taken_in(data, "alpha", place("gn:170654", "جلق", kind="city"))
    damascus = Gazetteer.load_default().row("gn:170654")
    assert damascus.name == "دمشق"
    assert damascus.names[-2:] == ("دمشق الفيحاء", "جلق")


def test_an_import_of_the_same_name_replaces_the_earlier(data: Path) -> None:
    taken_in(data, "one", place("x", "شرحبيل"))
    taken_in(data, "one", place("y", "شرحبيلة"))
    places = Gazetteer.load_default()
    assert "x" not in places
    assert "y" in places


def test_the_same_file_gives_the_same_bytes(data: Path) -> None:
    taken_in(data, "one", place("x", "شرحبيل"))
    folder = layers.imports_folder()
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    taken_in(data, "one", place("x", "شرحبيل"))
    assert before == {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_table_without_manifest_is_told_by_name(data: Path) -> None:
    sheet.write(layers.imports_folder() / "stray.csv", [place("x", "تل")])
    with pytest.raises(GazetteerError, match="import stray again"):
        Gazetteer.load_default()


def test_the_data_folder_follows_the_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SIJILL_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    monkeypatch.setattr("sys.platform", "linux")
    assert layers.data_folder() == Path("/somewhere/sijill")
    monkeypatch.setattr("sys.platform", "darwin")
    assert layers.data_folder().parts[-3:] == ("Library", "Application Support", "sijill")


def test_the_manifest_tells_file_licence_and_what_was_left_out(data: Path) -> None:
    file = data.parent / "mixed.csv"
    sheet.write(file, [place("x", "تل"), place("y", "تل", kind="tell")])
    text = data.parent / "LICENCE"
    text.write_text("Open Database License", encoding="utf-8")
    store("mixed", sheet.read(file), Origin("csv", "a map", "ODbL 1.0"), [file], data, text)
    folder = layers.imports_folder()
    manifest = json.loads((folder / "mixed.json").read_text(encoding="utf-8"))
    assert manifest["rows"] == 1
    assert manifest["share_alike"] is True
    assert len(manifest["files"]["mixed.csv"]) == 64
    assert [*manifest["skipped"].values()] == [1]
    assert (folder / "mixed.licence.txt").read_text(encoding="utf-8") == "Open Database License"


def test_an_import_without_a_usable_row_writes_nothing(data: Path) -> None:
    file = data.parent / "bad.csv"
    sheet.write(file, [place("y", "تل", kind="tell")])
    with pytest.raises(GazetteerError, match="nothing to import"):
        store("bad", sheet.read(file), HERE, [file], data)
    assert not data.exists()


def test_a_known_place_gets_spellings_but_keeps_name_and_kind(data: Path) -> None:
    known = Gazetteer.shipped().row("sy-omar-oil-field")
    taken_in(data, "one", place(known.id, "حقول العمر", kind="town", lat=1.0, lon=1.0))
    now = Gazetteer.load_default().row(known.id)
    assert (now.name, now.kind) == (known.name, "field")
    assert "حقول العمر" in now.names


def test_a_namesake_close_by_is_the_same_place_and_sharpens_a_point_off_a_map(data: Path) -> None:
    known = Gazetteer.shipped().row("sy-kansafra")
    near = place("w:1", known.name, lat=known.lat + 0.01, lon=known.lon, uncertainty_km=0.5)
    taken_in(data, "one", near)
    places = Gazetteer.load_default()
    assert "w:1" not in places
    assert places.row(known.id).lat == near.lat
    assert places.row(known.id).uncertainty_km == 0.5


def test_a_namesake_far_away_is_another_place(data: Path) -> None:
    known = Gazetteer.shipped().row("sy-kansafra")
    taken_in(data, "one", place("w:1", known.name, lat=known.lat + 0.5, lon=known.lon))
    assert "w:1" in Gazetteer.load_default()


def test_an_own_place_must_keep_the_rules(data: Path) -> None:
    places = Gazetteer.shipped()
    with pytest.raises(GazetteerError, match="no first-level unit of SY"):
        overlay.add(place("x", "تل", adm1="iq/anbar"), places)
    assert not data.exists()
    assert overlay.new_id(places) == "own-1"
