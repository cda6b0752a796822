"""Pairwise and B-cubed figures of groupings whose figures can be counted by hand."""

from pathlib import Path

import pytest

from sijill.errors import LinkError
from sijill.evaluate.cases import read_cases
from sijill.evaluate.linking import Confusion, b_cubed, confusions, pairwise
from sijill.evaluate.made import Site, made

TRUTH = {"a": "1", "b": "1", "c": "1", "d": "2"}
SITES = [
    Site("p1", "سرمين", 35.9, 36.7, 2.0, "SY", "u", "إدلب"),
    Site("p2", "بنش", 35.95, 36.71, 2.0, "SY", "u", "إدلب"),
]


def test_a_perfect_grouping_is_perfect() -> None:
    assert pairwise(TRUTH, TRUTH).f1 == b_cubed(TRUTH, TRUTH).f1 == 1.0


def test_all_apart_has_no_recall_between_pairs() -> None:
    apart = {item: item for item in TRUTH}
    assert (pairwise(TRUTH, apart).precision, pairwise(TRUTH, apart).recall) == (1.0, 0.0)
    assert b_cubed(TRUTH, apart).recall == pytest.approx((1 / 3 * 3 + 1) / 4)


def test_all_together_has_the_precision_of_chance() -> None:
    together = dict.fromkeys(TRUTH, "x")
    assert pairwise(TRUTH, together).precision == pytest.approx(3 / 6)
    assert b_cubed(TRUTH, together).precision == pytest.approx((3 * 3 / 4 + 1 / 4) / 4)


def test_every_wrong_pair_is_named_once() -> None:
    found = {"a": "x", "b": "x", "c": "y", "d": "y"}
    assert list(confusions(TRUTH, found)) == [
        Confusion("c", "d", True),
        Confusion("a", "c", False),
        Confusion("b", "c", False),
    ]


def test_made_up_reports_are_the_same_for_the_same_seed() -> None:
    assert list(made(60, 1, SITES)) == list(made(60, 1, SITES))
    assert list(made(60, 1, SITES)) != list(made(60, 2, SITES))


def test_made_up_reports_tell_of_no_incident_twice_and_know_the_truth_of_every_claim() -> None:
    for one in made(200, 1, SITES):
        assert set(one.truth) == {claim.id for claim in one.claims}
        assert len(set(one.truth.values())) == len(one.claims)


def test_a_table_that_holds_no_cases_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text("id,case\n1,2\n", encoding="utf-8")
    with pytest.raises(LinkError, match="is no table of"):
        read_cases(file)
