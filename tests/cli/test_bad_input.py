"""Bad inputs among good ones: each is named with its next step, and the good ones are coded."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from sijill.cli import exits
from tests.cli.conftest import Run

GOOD = "قصفت طائرات حربية بلدة المرج صباح اليوم ما أدى إلى مقتل مدنيين.\n"
MEBIBYTE = 1 << 20
DEEP = 100_000
PROGRAM = "from sijill.cli.main import main; main()"


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _blank(path: Path) -> None:
    path.write_text(" \n\t\u200f\n", encoding="utf-8")


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.write(GOOD.encode() * 10)
        file.truncate(50 * MEBIBYTE)


def _binary(path: Path) -> None:
    path.write_bytes(b"\x00\x01\x02\xff" * 500)


def _picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)


def _cut_json(path: Path) -> None:
    path.write_text('{"text": "قصفت طائرات', encoding="utf-8")


def _no_text(path: Path) -> None:
    path.write_text(json.dumps({"headline": "قصف", "date": "2024-05-15"}), encoding="utf-8")


def _number(path: Path) -> None:
    path.write_text("17", encoding="utf-8")


def _wall(path: Path) -> None:
    path.write_text("<html><head><title></title></head><body></body></html>", encoding="utf-8")


REFUSED = {
    "empty.txt": (_empty, "empty"),
    "blank.txt": (_blank, "empty"),
    "huge.txt": (_huge, "too-large"),
    "binary.txt": (_binary, "binary"),
    "picture.txt": (_picture, "binary"),
    "cut.json": (_cut_json, "malformed"),
    "no-text.json": (_no_text, "missing-field"),
    "number.json": (_number, "malformed"),
    "wall.html": (_wall, "empty"),
}


def _said(done: Result, name: str) -> str:
    """The one line that speaks of the input called `name`."""
    (line,) = [line for line in done.stderr.splitlines() if re.search(rf"{name}[^/]*: ", line)]
    return line


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_input_is_named_with_reason_and_the_others_are_coded(
    run: Run, reports: Path, name: str
) -> None:
    make, kind = REFUSED[name]
    make(reports / name)
    done = run("code", reports)
    assert done.exit_code == exits.SOME_REFUSED
    assert len(done.stdout.splitlines()) == 2
    line = _said(done, name)
    assert line.startswith("refused: ")
    assert re.search(r"[;.:,] .*\w+", line.split(name)[1]), "a reason and a next step"
    assert f"1 refused ({kind} 1)" in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_input_alone_is_3(run: Run, tmp_path: Path, name: str) -> None:
    REFUSED[name][0](tmp_path / name)
    done = run("code", tmp_path / name)
    assert done.exit_code == exits.NOTHING_CODED
    assert done.stdout == ""
    assert "0 reports coded" in done.stderr


def test_the_summary_accounts_for_every_input(run: Run, reports: Path) -> None:
    for name, (make, _) in REFUSED.items():
        make(reports / name)
    (reports / "english.txt").write_text("Aircraft struck the town this morning.\n" * 3)
    (reports / "notes.docx").write_bytes(b"PK")
    done = run("code", reports)
    summary = done.stderr.splitlines()[-1]
    assert summary == (
        "2 reports coded: 2 claims and 0 control statements; "
        "1 passed over, in another language (latn 1); "
        f"{len(REFUSED)} refused (binary 2, empty 3, malformed 2, missing-field 1, too-large 1)."
    )
    assert "1 file passed over (1 .docx)" in done.stderr


def test_a_large_file_says_how_large_may_be(run: Run, tmp_path: Path) -> None:
    _huge(tmp_path / "huge.txt")
    line = _said(run("code", tmp_path / "huge.txt"), "huge.txt")
    assert "larger than 20,971,520 bytes" in line
    assert "split it" in line


def test_a_record_without_text_names_the_fields_there_and_the_option(
    run: Run, tmp_path: Path
) -> None:
    _no_text(tmp_path / "feed.json")
    line = _said(run("code", tmp_path / "feed.json"), "feed.json")
    assert "headline" in line
    assert "--columns text=" in line


def test_records_without_text_are_named_by_line_and_the_rest_is_coded(
    run: Run, tmp_path: Path
) -> None:
    rows = [{"text": GOOD}, {"title": "قصف"}, {"text": None}, {"text": GOOD}]
    lines = [*(json.dumps(row) for row in rows), "{broken", json.dumps({"text": GOOD})]
    (tmp_path / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("code", tmp_path / "feed.jsonl")
    assert done.exit_code == exits.SOME_REFUSED
    assert len(done.stdout.splitlines()) == 3
    refused = [line for line in done.stderr.splitlines() if line.startswith("refused: ")]
    assert ["2" in refused[0], "3" in refused[1], "5" in refused[2]] == [True] * 3
    assert "3 refused" in done.stderr


def test_broken_utf8_is_read_and_said_in_the_record(run: Run, tmp_path: Path) -> None:
    raw = (GOOD * 20).encode()
    (tmp_path / "broken.txt").write_bytes(raw[:500] + b"\xff\xfe" + raw[500:])
    done = run("code", tmp_path / "broken.txt")
    assert done.exit_code == exits.DONE
    record = json.loads(done.stdout)
    assert "\ufffd" in record["text"]
    assert record["origin"]["encoding"]


def test_a_page_nested_a_hundred_thousand_deep_keeps_its_words(run: Run, tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * DEEP + f"<p>{GOOD}</p>" + "</div>" * DEEP
    (tmp_path / "deep.html").write_text(page, encoding="utf-8")
    done = run("code", tmp_path / "deep.html")
    assert done.exit_code == exits.DONE
    assert GOOD.strip() in json.loads(done.stdout)["text"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("deep.json", "[" * DEEP + "]" * DEEP), ("deep.jsonl", '{"a":' * DEEP + "1" + "}" * DEEP)],
)
def test_json_nested_a_hundred_thousand_deep_is_refused(
    run: Run, reports: Path, name: str, text: str
) -> None:
    (reports / name).write_text(text, encoding="utf-8")
    done = run("code", reports)
    assert done.exit_code == exits.SOME_REFUSED
    assert len(done.stdout.splitlines()) == 2
    assert _said(done, name).startswith("refused: ")


def test_a_folder_without_reports_says_what_is_looked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "none").mkdir()
    for folder in ("pictures", "none"):
        done = run("code", tmp_path / folder)
        assert done.exit_code == exits.NOTHING_CODED
        line = _said(done, folder)
        assert "the folder holds no report" in line
        assert ".txt" in line
        assert ".jsonl" in line
        assert "1 refused (no-reports 1)" in done.stderr


def test_a_pattern_that_matches_nothing_is_told(run: Run, tmp_path: Path) -> None:
    done = run("code", tmp_path / "*.html")
    assert done.exit_code == exits.NOTHING_CODED
    assert "nothing matches it" in done.stderr


@pytest.mark.parametrize("output", ["folder", "file.txt/out.csv", "none/out.jsonl"])
def test_an_output_that_cannot_be_is_4_names_itself_and_leaves_all_as_it_was(
    run: Run, reports: Path, tmp_path: Path, output: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("kept", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    done = run("code", reports, "-o", tmp_path / output, "-f", "jsonl")
    assert done.exit_code == exits.NOT_WRITTEN
    assert output in done.stderr
    assert re.search(r"cannot be written|give the name of a file", done.stderr)
    assert "Traceback" not in done.output
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "file.txt").read_text(encoding="utf-8") == "kept"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_rights_is_4(run: Run, reports: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    done = run("code", reports, "-o", locked / "out.csv")
    assert done.exit_code == exits.NOT_WRITTEN
    assert "out.csv: cannot be written" in done.stderr


def test_the_whole_program_codes_the_good_among_the_bad(tmp_path: Path) -> None:
    """With the real engine, in a process of its own."""
    for name, (make, _) in REFUSED.items():
        make(tmp_path / name)
    page = "<html><body>" + "<div>" * DEEP + f"<p>{GOOD}</p>"
    (tmp_path / "deep.html").write_text(page, encoding="utf-8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "code", str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == exits.SOME_REFUSED
    names = [Path(json.loads(line)["document"]).name for line in done.stdout.splitlines()]
    assert names == ["deep.html", "good.txt"]
    assert all(name in done.stderr for name in REFUSED)
    assert "Traceback" not in done.stderr
    assert "2 reports coded" in done.stderr
    assert f"{len(REFUSED)} refused" in done.stderr
