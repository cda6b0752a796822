import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sijill.cli.gazetteer import gazetteer
from sijill.errors import GazetteerError


def run(*arguments: str) -> Result:
    return CliRunner().invoke(gazetteer, list(arguments))


def test_find_shows_id_kind_unit_and_point(data: Path) -> None:
    result = run("find", "حقل العمر", "--limit", "1")
    assert result.output.startswith("sy-omar-oil-field  حقل العمر  field  دير الزور, SY  35.")
    assert len(result.output.splitlines()) == 1


def test_find_keeps_to_the_country_asked_for(data: Path) -> None:
    result = run("find", "المنصورة", "--country", "ye", "--json")
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert rows
    assert {row["country"] for row in rows} == {"YE"}


@pytest.mark.parametrize("arguments", [("find", "qqqqqzzz"), ("show", "nowhere")])
def test_nothing_found_is_exit_code_1_and_a_next_step(
    data: Path, arguments: tuple[str, ...]
) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert "sijill gazetteer" in result.output


def test_show_gives_all_as_json(data: Path) -> None:
    shown = json.loads(run("show", "sy/homs", "--json").output)
    assert shown["pcode"] == "SY04"
    assert "name: حمص" in run("show", "sy/homs").output


def test_add_warns_of_a_namesake_close_by(data: Path) -> None:
    result = run(
        *("add", "--name", "كنصفره", "--kind", "village", "--country", "sy"),
        *("--lat", "35.66", "--lon", "36.48"),
    )
    assert result.exit_code == 0
    assert "note: sy-kansafra" in result.output


def test_add_refuses_what_breaks_a_rule(data: Path) -> None:
    result = run(
        *("add", "--name", "تل", "--kind", "village", "--country", "sy"),
        *("--lat", "135.66", "--lon", "36.48"),
    )
    assert isinstance(result.exception, GazetteerError)
    assert not data.exists()


def test_the_data_folder_can_be_given(data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    run(
        *("--data", str(other), "add", "--name", "تل", "--kind", "village", "--country", "sy"),
        *("--lat", "35.6", "--lon", "36.4"),
    )
    assert (other / "gazetteer/places.csv").is_file()
    assert not data.exists()


def test_licences_flag_share_alike_data(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "osm.csv"
    file.write_text("id,name,kind,lat,lon,country\nosm:1,تل,town,35,40,SY\n", encoding="utf-8")
    result = run(
        *("import", "csv", "--file", str(file), "--source", "OpenStreetMap"),
        *("--licence", "ODbL 1.0", "--name", "osm"),
    )
    assert "share-alike" in result.output
    output = run("licences").output
    assert "import:osm: ODbL 1.0\n  share-alike" in output
    assert output.count("share-alike") == 1


def test_list_counts_the_places_of_each_table(data: Path) -> None:
    lines = run("list").output.splitlines()
    counts = {line.split(maxsplit=1)[1]: int(line.split()[0]) for line in lines}
    assert counts["different places"] == sum(counts.values()) - counts["different places"]


@pytest.mark.parametrize("kind", ["geonames", "cod-ab", "pcodes", "wof", "wikidata", "csv"])
def test_every_import_explains_itself(kind: str) -> None:
    result = run("import", kind, "--help")
    assert result.exit_code == 0
    assert "--file" in result.output


def test_import_reads_each_format_from_its_command(data: Path, tmp_path: Path) -> None:
    table = tmp_path / "sy.tsv"
    table.write_text(
        "placetype\twof_id\tnames_ar\tlat\tlon\nlocality\t5\tتل الرمل\t35.1\t40.2\n",
        encoding="utf-8",
    )
    answer = tmp_path / "answer.csv"
    answer.write_text("item,kind,ar,coord,country\nQ5,dam,سد الرمل,Point(40 35),SY\n", "utf-8")
    codes = tmp_path / "codes.csv"
    codes.write_text(
        "Location,Admin Level,P-Code,Name,Parent P-Code\nSYR,1,SY04,Homs,SYR\n", encoding="utf-8"
    )
    units = tmp_path / "adm3.csv"
    units.write_text("ADM3_AR,ADM3_PCODE,lat,lon\nتل,SY040101,34.7,36.7\n", encoding="utf-8")
    dump = tmp_path / "SY.txt"
    cells = ["9", "Tell", "Tell", "تل الرمال", "35.5", "38.5", "P", "PPL", "SY", "", "09"]
    dump.write_text("\t".join([*cells, "", "", "", "0", "", "0", "", ""]) + "\n", encoding="utf-8")
    for kind, file in (
        ("wof", table),
        ("wikidata", answer),
        ("pcodes", codes),
        ("cod-ab", units),
        ("geonames", dump),
    ):
        result = run("import", kind, "--file", str(file))
        assert result.exit_code == 0, result.output
    names = [line.split()[-1] for line in run("list").output.splitlines()]
    assert "import:wof-sy" in names
    assert "import:geonames-sy" in names
