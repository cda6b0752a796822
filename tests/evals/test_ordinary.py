"""Ordinary news must not become conflict data: sport, markets, illness, accidents, history.

Each passage of evals/ar/ordinary.csv holds no event of the codebook. evals/ordinary_ceiling.json
says what share of them may yield a claim all the same. The ceiling may only fall.
"""

import csv
import json
from pathlib import Path

import pytest

import sijill
from sijill.model.report import Report

ROOT = Path(__file__).parents[2]
PASSAGES = ROOT / "evals" / "ar" / "ordinary.csv"
CEILING = ROOT / "evals" / "ordinary_ceiling.json"

Row = dict[str, str]


@pytest.fixture(scope="module")
def passages() -> list[Row]:
    with PASSAGES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def offenders(passages: list[Row]) -> list[tuple[Row, Report]]:
    """The passages that yield at least one claim, with what they were taken for."""
    engine = sijill.load("ar")
    coded = [(row, engine(row["text"], name=row["id"])) for row in passages]
    return [(row, report) for row, report in coded if report.claims]


def told(row: Row, report: Report) -> str:
    """One offender on a line: its id, what it was taken for and by which rule, its text."""
    taken = "; ".join(f"{c.rule} {c.trigger!r} as {c.type}" for c in report.claims)
    return f"{row['id']}: {taken}\n    {row['text']}"


def test_the_passages_are_many_short_distinct_and_named_once(passages: list[Row]) -> None:
    assert len(passages) >= 220
    assert len({row["id"] for row in passages}) == len(passages)
    assert len({row["text"] for row in passages}) == len(passages)
    assert [row["id"] for row in passages if not 120 <= len(row["text"]) <= 500] == []


def test_ordinary_news_yields_no_more_claims_than_the_ceiling_allows(
    passages: list[Row], offenders: list[tuple[Row, Report]]
) -> None:
    ceiling = json.loads(CEILING.read_text(encoding="utf-8"))["share"]
    share = len(offenders) / len(passages)
    assert share <= ceiling, (
        f"{len(offenders)} of {len(passages)} passages ({share:.4f}) yield a claim, "
        f"more than {ceiling}:\n" + "\n".join(told(row, report) for row, report in offenders)
    )
