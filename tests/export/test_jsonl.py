"""JSON lines: a line a report, the same bytes each time, the format that its name says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sijill.export.formats import FORMATS, format_of, is_output, pieces_of
from sijill.export.jsonl import pieces
from sijill.export.options import Options
from sijill.model.codec import loads
from sijill.model.report import Report
from tests import samples


def test_each_report_is_a_line_that_reads_back() -> None:
    reports = [samples.report("a"), samples.report("b")]
    written = "".join(pieces(reports, Options()))
    assert [loads(one) for one in written.splitlines()] == reports
    assert written == "".join(pieces(reports, Options()))


def test_reports_are_written_as_they_come() -> None:
    def coming() -> Iterator[Report]:
        yield samples.report()
        raise RuntimeError("later")

    assert next(pieces(coming(), Options())).endswith("\n")


def test_the_text_can_be_left_out() -> None:
    (written,) = pieces([samples.report()], Options(text=False))
    assert '"text":null}' in written


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_pieces(name: str) -> None:
    assert len("".join(pieces_of(name)([samples.report()], Options()))) > 100


@pytest.mark.parametrize("name", ["jsonl", "csv", "geojson", "html"])
@pytest.mark.parametrize("bom", [False, True])
def test_what_was_written_is_known_again(name: str, bom: bool, tmp_path: Path) -> None:
    written = "".join(pieces_of(name)([samples.report()], Options(bom=bom)))
    (tmp_path / "out").write_text(written, encoding="utf-8")
    assert is_output(tmp_path / "out")
    (tmp_path / "report.txt").write_text(samples.TEXT, encoding="utf-8")
    assert not is_output(tmp_path / "report.txt")


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="jsonl, csv"):
        pieces_of("xls")


@pytest.mark.parametrize(
    ("target", "terminal", "expected"),
    [
        (None, True, "table"),
        (None, False, "jsonl"),
        (Path("a.CSV"), True, "csv"),
        (Path("a.geojson"), False, "geojson"),
        (Path("a.html"), False, "html"),
        (Path("a"), True, "jsonl"),
    ],
)
def test_the_format_follows_the_name(target: Path | None, terminal: bool, expected: str) -> None:
    assert format_of(target, terminal=terminal) == expected
