"""Every expression of expressions.csv is found whole and dated as the table says."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.mentions.time.room import dated

TABLE = Path(__file__).with_name("expressions.csv")


def rows() -> Iterator[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="|")


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: f"{row['span']} @{row['published']}")
def test_the_expression_is_found_whole_and_dated(row: dict[str, str]) -> None:
    found = dated(row["sentence"], day(row["published"]))
    assert row["span"] in found
    value = found[row["span"]]
    assert (value.start, value.end, value.precision) == (
        day(row["start"]),
        day(row["end"]),
        row["precision"],
    )
    assert row["contradiction"] in (value.contradiction or "")
    assert bool(row["contradiction"]) == bool(value.contradiction)
