"""Reliability tables: bins, shares, and the error between them."""

import pytest

from sijill.evaluate.calibration import calibration, reliability
from sijill.evaluate.coded import GoldDocument, coded_from
from sijill.evaluate.score import score


def test_confidence_that_tells_the_truth_has_no_error() -> None:
    table = reliability("claim", [(0.75, True), (0.75, True), (0.75, True), (0.75, False)])
    assert table.ece == 0
    assert [(one.low, one.high, one.count, one.right) for one in table.bins] == [
        (0.7, 0.8, 4, 0.75)
    ]


def test_the_error_is_weighted_by_count() -> None:
    table = reliability("claim", [(1.0, False), (0.0, False), (0.0, False), (0.0, False)])
    assert table.ece == pytest.approx(0.25)
    assert [one.count for one in table.bins] == [3, 1]


def test_nothing_seen_has_no_error() -> None:
    assert reliability("claim", []).ece == 0.0


def test_claims_and_their_fields_are_judged_from_the_alignment() -> None:
    claim = {
        "type": "Attack",
        "trigger": "قتل",
        "quote": "قتل رجل",
        "time": {"start": "2024-01-01"},
    }
    gold = GoldDocument(coded_from({"document": "d", "claims": [claim]}), "قتل رجل وجرح آخر")
    right = {**claim, "confidence": 0.9, "field_confidence": {"time": 0.8, "cause": 0.5}}
    spurious = {**claim, "quote": "جرح آخر", "confidence": 0.3, "field_confidence": {"time": 0.1}}
    scored = score(gold, coded_from({"document": "d", "claims": [right, spurious]}))
    tables = {table.field: table for table in calibration([scored])}
    assert list(tables) == ["claim", "time"]
    assert [(one.confidence, one.right) for one in tables["claim"].bins] == [(0.3, 0.0), (0.9, 1.0)]
    assert [(one.confidence, one.right) for one in tables["time"].bins] == [(0.8, 1.0)]
