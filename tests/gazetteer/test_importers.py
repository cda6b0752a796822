"""Each format on a small file of its shape, and on the real ones where they are at hand."""

import csv
import json
import zipfile
from pathlib import Path

import pytest

from sijill.errors import GazetteerError
from sijill.gazetteer.importers import codab, geonames, own, pcodes, wikidata, wof
from sijill.gazetteer.importers.intake import Skip, store
from sijill.gazetteer.importers.naming import Units, arabic_names
from sijill.gazetteer.row import Row
from sijill.gazetteer.table import Gazetteer


def dump_line(id_: str, code: str, others: str, people: int = 0) -> str:
    cells = [id_, "Tell", "Tell", others, "35.5", "38.5", "S", code, "SY", "", "09"]
    return "\t".join([*cells, "", "", "", str(people), "", "0", "Asia/Damascus", "2020-01-01"])


def test_geonames_takes_arabic_names_and_kinds_from_codes(tmp_path: Path) -> None:
    lines = [
        dump_line("1", "PPL", "Tell,تل الرمل,تله,تل رمل", 7000),
        dump_line("2", "AIRB", "قاعدة الرمل"),
        dump_line("3", "PPL", "Tell,Телль"),
        dump_line("4", "SCH", "مدرسة"),
        "one cell",
    ]
    file = tmp_path / "SY.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = list(geonames.records(file))
    first, second = (row for row in found if isinstance(row, Row))
    assert (first.id, first.name, first.kind, first.adm1) == (
        "gn:1",
        "تل الرمل",
        "town",
        "sy/aleppo",
    )
    assert first.names == ("تله", "تل رمل")
    assert second.kind == "base"
    reasons = [skip.reason for skip in found if isinstance(skip, Skip)]
    assert reasons == [
        "no Arabic name",
        "feature code SCH is not used",
        "not 19 columns: no GeoNames dump?",
    ]


def test_geonames_prefers_the_preferred_name_of_the_names_table(tmp_path: Path) -> None:
    file, names = tmp_path / "SY.zip", tmp_path / "alternateNamesV2.zip"
    table = [
        "11\t1\tar\tتل قديم\t\t\t\t1\t\t",
        "12\t1\tar\tتل آخر\t\t\t\t\t\t",
        "13\t1\tar\tتل الرمل\t1\t\t\t\t\t",
        "14\t1\tfa\tتل رمل فارسی\t1\t\t\t\t\t",
    ]
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "x")
        archive.writestr("SY.txt", dump_line("1", "PPLX", "تلة") + "\n")
    with zipfile.ZipFile(names, "w") as archive:
        archive.writestr("alternateNamesV2.txt", "\n".join(table) + "\n")
    (row,) = geonames.records(file, names)
    assert isinstance(row, Row)
    assert (row.name, row.names, row.kind) == ("تل الرمل", ("تل آخر",), "neighbourhood")


def test_a_broken_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "SY.zip").write_bytes(b"no zip")
    with pytest.raises(GazetteerError, match=r"SY\.zip"):
        list(geonames.records(tmp_path / "SY.zip"))


SQUARE = {"type": "Polygon", "coordinates": [[[40, 35], [41, 35], [41, 36], [40, 36], [40, 35]]]}


@pytest.mark.parametrize(
    "fields",
    [
        {"ADM3_AR": "تل الرمل", "ADM3_EN": "Tell", "ADM3_PCODE": "SY090107", "ADM1_PCODE": "SY09"},
        {
            "adm3_name": "Tell",
            "adm3_name1": "تل الرمل",
            "lang": "en",
            "lang1": "ar",
            "adm3_pcode": "SY090107",
        },
        {"admin3Name_en": "Tell", "admin3Name_ar": "تل الرمل", "admin3Pcode": "SY090107"},
    ],
)
def test_cod_ab_reads_its_three_dialects(tmp_path: Path, fields: dict[str, str]) -> None:
    file = tmp_path / "adm3.geojson"
    features = [{"type": "Feature", "properties": fields, "geometry": SQUARE}]
    file.write_text(json.dumps({"features": features}), encoding="utf-8")
    (row,) = codab.records(file)
    assert isinstance(row, Row)
    assert (row.name, row.name_en, row.kind, row.pcode) == ("تل الرمل", "Tell", "adm3", "SY090107")
    assert (row.lat, row.lon, row.adm1) == (35.5, 40.5, "sy/deir-ez-zor")


def test_cod_ab_takes_the_point_of_its_columns_in_csv(tmp_path: Path) -> None:
    file = tmp_path / "adm3.csv"
    file.write_text(
        "ADM3_AR,ADM3_PCODE,center_lat,center_lon\nتل,SY090107,35.1,40.2\nبل,SY090108,,\n",
        encoding="utf-8",
    )
    row, skip = codab.records(file)
    assert isinstance(row, Row)
    assert (row.lat, row.lon) == (35.1, 40.2)
    assert isinstance(skip, Skip)


def test_cod_ab_refuses_what_is_no_feature_collection(tmp_path: Path) -> None:
    (tmp_path / "x.geojson").write_text("[]", encoding="utf-8")
    with pytest.raises(GazetteerError, match="no GeoJSON feature collection"):
        list(codab.records(tmp_path / "x.geojson"))


def test_place_codes_join_the_unit_of_that_name(tmp_path: Path) -> None:
    file = tmp_path / "codes.csv"
    file.write_text(
        "Location,Admin Level,P-Code,Name,Parent P-Code\n"
        "#country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent\n"
        "YEM,2,YE1499,Rada,YE14\nYEM,2,YE1498,Nowhere,YE14\nFRA,1,FR1,Bretagne,FRA\n",
        encoding="utf-8",
    )
    row, nowhere, foreign = pcodes.records(file)
    assert isinstance(row, Row)
    assert (row.id, row.pcode) == ("ye/bayda/rada", "YE1499")
    assert isinstance(nowhere, Skip)
    assert isinstance(foreign, Skip)


def test_wof_reads_columns_by_their_names(tmp_path: Path) -> None:
    file = tmp_path / "sy.tsv"
    file.write_text(
        "placetype\twof_id\tgn_id\tnames_ar\tlat\tlon\tregion_en\tname_en\n"
        "locality\t5\t77\tتل الرمل|Tell\t35.1\t40.2\tHoms (Hims)\tTell\n"
        "region\t6\t\tالحمصية\t35\t40\t\tHoms\n"
        "continent\t7\t\tآسيا\t35\t40\t\tAsia\n",
        encoding="utf-8",
    )
    town = Row("gn:77", "تل الرمل", "village", 35.1, 40.2, "SY", "sy/homs", None, 0, 1.5)
    village, unit, continent = wof.records(file)
    assert isinstance(village, Row)
    assert (village.id, village.name, village.adm1, village.country) == (
        town.id,
        town.name,
        town.adm1,
        town.country,
    )
    assert isinstance(unit, Row)
    assert unit.id in Gazetteer.shipped()
    assert isinstance(continent, Skip)


def test_wof_tells_a_missing_column(tmp_path: Path) -> None:
    (tmp_path / "sy.tsv").write_text("wof_id\n1\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="no column placetype"):
        list(wof.records(tmp_path / "sy.tsv"))


ANSWER = [
    {
        "item": "http://www.wikidata.org/entity/Q5",
        "kind": "dam",
        "ar": "سد الرمل",
        "alias": "سد التل",
        "coord": "Point(40.5 35.25)",
        "country": "SY",
    },
    {"item": "Q5", "alias": "خزان الرمل"},
    {"item": "Q6", "kind": "dam", "ar": "Sadd", "coord": "Point(1 1)", "country": "SY"},
    {"item": "Q7", "kind": "moon", "ar": "قمر", "coord": "Point(1 1)", "country": "SY"},
    {"item": "Q8", "kind": "dam", "ar": "سد", "country": "SY"},
]


def _wikidata_files(folder: Path) -> list[Path]:
    lines = folder / "a.jsonl"
    lines.write_text("\n".join(json.dumps(line) for line in ANSWER), encoding="utf-8")
    whole = folder / "b.json"
    bindings = [{k: {"value": v} for k, v in line.items()} for line in ANSWER]
    whole.write_text(json.dumps({"results": {"bindings": bindings}}), encoding="utf-8")
    table = folder / "c.csv"
    columns = ("item", "kind", "ar", "alias", "coord", "country")
    rows = [",".join(line.get(c, "") for c in columns) for line in ANSWER]
    table.write_text("\n".join([",".join(columns), *rows]), encoding="utf-8")
    return [lines, whole, table]


def test_wikidata_joins_the_lines_of_an_item_in_all_three_forms(tmp_path: Path) -> None:
    for file in _wikidata_files(tmp_path):
        row, *skips = wikidata.records(file)
        assert isinstance(row, Row)
        assert (row.id, row.name, row.names) == ("wd:Q5", "سد الرمل", ("سد التل", "خزان الرمل"))
        assert (row.lat, row.lon, row.kind) == (35.25, 40.5, "dam")
        assert [type(skip) for skip in skips] == [Skip, Skip, Skip]


def test_wikidata_refuses_another_json(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"a": 1}', encoding="utf-8")
    with pytest.raises(GazetteerError, match="no answer of a Wikidata query"):
        list(wikidata.records(tmp_path / "x.json"))


def test_an_own_table_loses_only_its_faulty_rows(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(
        "id,name,kind,lat,lon,country\na,تل,town,35,40,SY\nb,بل,tell,35,40,SY\n", encoding="utf-8"
    )
    row, skip = own.records(file)
    assert isinstance(row, Row)
    assert isinstance(skip, Skip)


def test_names_in_other_letters_are_left_out_and_doubles_joined() -> None:
    raw = ["Tell", "تَلّ الرَمل", "تل الرمل", "احمد", "أحمد", "کۆبانی", "تل، رمل", ""]
    assert arabic_names(raw) == ("تل الرمل", "أحمد")


@pytest.mark.parametrize(
    ("country", "english", "unit"),
    [
        ("SY", "Hasaka (Al Haksa)", "sy/hasakah"),
        ("SY", "Rif Dimashq", "sy/rif-dimashq"),
        ("YE", "Sa`dah", "ye/saada"),
        ("LB", "South Lebanon", "lb/south"),
        ("SD", "South Kordufan", "sd/south-kordofan"),
        ("EG", "Shamal Sina'", "eg/north-sinai"),
        ("SY", "Paris", ""),
    ],
)
def test_units_are_found_by_foreign_spellings(country: str, english: str, unit: str) -> None:
    found = Units(Gazetteer.shipped()).named(country, english)
    assert (found.id if found else "") == unit


def test_the_real_tables_are_taken_in(shared: Path, data: Path) -> None:
    lebanon = shared / "wof/lb.tsv"
    manifest = store("wof-lb", wof.records(lebanon), wof.ORIGIN, [lebanon], data)
    assert manifest.rows > 1500
    syria = shared / "ocha/syr_admin1.geojson"
    manifest = store("cod-ab-sy", codab.records(syria), codab.ORIGIN, [syria], data)
    assert manifest.rows + sum(manifest.skipped.values()) == 14
    codes = shared / "ocha/global_pcodes_adm1_2_8countries.csv"
    manifest = store("pcodes", pcodes.records(codes), pcodes.ORIGIN, [codes], data)
    assert manifest.rows > 100
    places = Gazetteer.load_default()
    assert len(places) > len(Gazetteer.shipped()) + 1000


def test_first_level_place_codes_agree_with_the_list_of_ocha(shared: Path) -> None:
    codes = shared / "ocha/global_pcodes_adm1_2_8countries.csv"
    with codes.open(encoding="utf-8", newline="") as lines:
        first = [line for line in csv.DictReader(lines) if line["Admin Level"] == "1"]
    places = Gazetteer.shipped()
    # Libya's three regions of the list are no units of government; its 22 districts are shipped.
    unknown = [line["P-Code"] for line in first if places.pcode(line["P-Code"]) is None]
    assert unknown == ["LY01", "LY02", "LY03"]
