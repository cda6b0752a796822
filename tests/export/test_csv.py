"""CSV: a row a claim, every cell in its column, nothing that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings

from sijill.export.csv import COLUMNS, guarded, pieces
from sijill.export.options import Options
from sijill.model.report import Report
from tests import samples, strategies


def rows(*reports: Report, bom: bool = False) -> list[dict[str, str]]:
    written = "".join(pieces(reports, Options(bom=bom)))
    return list(csv.DictReader(io.StringIO(written, newline="")))


def test_each_claim_is_a_row_with_its_values_in_columns() -> None:
    strike, advance = rows(samples.report())
    expected = {
        "document": "oasis.txt",
        "event_type": "Explosions/Remote violence",
        "time_start": "2024-05-14",
        "latitude": "15.47",
        "longitude": "44.2",
        "place_precision": "2",
        "killed_min": "12",
        "injured_max": "20",
        "captured_min": "",
        "casualties": "killed civilians 12 | injured civilians ~20",
        "sources_id": "oasis-network",
        "initiator_id": "",
    }
    assert {key: strike[key] for key in expected} == expected
    assert (advance["latitude"], advance["time_start"], advance["stance"]) == ("", "", "claims")


def test_a_breakdown_is_not_added_to_its_whole() -> None:
    assert rows(samples.report())[0]["killed_max"] == "12"


def test_a_sum_with_an_open_part_has_no_maximum() -> None:
    report = samples.report()
    claim = report.claims[0]
    killed = claim.casualties[0]
    losses = (killed, replace(killed, of="unknown", minimum=2, maximum=None))
    open_ended = replace(report, claims=(replace(claim, casualties=losses),))
    assert [rows(open_ended)[0][key] for key in ("killed_min", "killed_max")] == ["14", ""]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_text_that_begins_like_a_formula_is_guarded(start: str) -> None:
    report = samples.report(name=f"{start}cmd|' /C calc'!A0")
    assert rows(report)[0]["document"].startswith(f"'{start}")


def test_numbers_are_not_guarded() -> None:
    assert guarded(-5.25) == -5.25
    assert guarded("-5.25") == "'-5.25"


def test_the_byte_order_mark_comes_first_and_once() -> None:
    written = "".join(pieces([samples.report()] * 2, Options(bom=True)))
    assert written.startswith("\ufeffdocument,")
    assert written.count("\ufeff") == 1
    assert not "".join(pieces([], Options())).startswith("\ufeff")


@settings(max_examples=12, deadline=None)
@given(strategies.reports())
def test_every_report_reads_back_as_one_row_a_claim(report: Report) -> None:
    found = rows(report)
    assert [row["claim"] for row in found] == [claim.id for claim in report.claims]
    assert all(list(row) == list(COLUMNS) for row in found)
    for row in found:
        assert not any(cell.startswith(("=", "@", "\t", "\r")) for cell in row.values())
