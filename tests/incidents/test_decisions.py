"""Merges and splits by people go before anything that is computed."""

from datetime import UTC, datetime

from sijill.incidents.decisions import Decisions, decisions
from sijill.incidents.telling import Key, tellings_of
from sijill.model.judgement import Judgement, Verdict, claim_key
from tests.incidents.test_link import together
from tests.incidents.told import DAY, FAR, said, told

A, B, C = ("a", "c-1"), ("b", "c-1"), ("c", "c-1")


def merge(one: Key, other: Key) -> tuple[bool, Key, Key]:
    return True, one, other


def split(one: Key, other: Key) -> tuple[bool, Key, Key]:
    return False, one, other


def test_a_merge_brings_together_what_is_far_apart() -> None:
    tellings = told("a"), told("b", where=FAR, day=DAY + 90)
    assert together(*tellings, decisions=Decisions([merge(A, B)])) == {"a b"}


def test_a_merge_brings_the_company_of_both() -> None:
    tellings = told("a"), told("b", where=FAR), told("c", where=FAR)
    assert together(*tellings, decisions=Decisions([merge(A, B)])) == {"a b c"}


def test_a_split_parts_what_is_alike() -> None:
    tellings = told("a"), told("b")
    assert together(*tellings, decisions=Decisions([split(A, B)])) == {"a", "b"}


def test_what_is_apart_from_one_is_apart_from_all_merged_with_it() -> None:
    tellings = told("a", where=FAR), told("b"), told("c")
    decided = Decisions([merge(A, B), split(A, C)])
    assert together(*tellings, decisions=decided) == {"a b", "c"}


def test_of_two_that_contradict_each_other_the_later_holds() -> None:
    tellings = told("a"), told("b")
    assert together(*tellings, decisions=Decisions([split(A, B), merge(A, B)])) == {"a b"}
    decided = Decisions([merge(A, B), split(A, B)])
    assert together(*tellings, decisions=decided) == {"a", "b"}
    assert decided.overruled == [(A, B)]


def test_a_merge_that_leads_around_a_later_split_is_overruled() -> None:
    decided = Decisions([merge(A, C), merge(C, B), split(A, B)])
    assert len(decided.overruled) == 1
    assert decided.group(A) != decided.group(B)


def test_a_claim_split_from_its_own_report_s_incident_is_a_telling_of_its_own() -> None:
    decided = Decisions([split(("a", "c-1"), ("a", "c-2"))])
    assert decided.taken_out == {("a", "c-2"): 1}
    assert tellings_of("a", None, (), {}, decided.taken_out) == []


def judgement(id_: str, verdict: Verdict, *subject: str) -> Judgement:
    return Judgement(id_, subject, verdict, "lina", datetime(2024, 1, 1, tzinfo=UTC))


def test_judgements_name_claims_and_follow_them_through_a_re_coding() -> None:
    keys = [claim_key(name * 64, "c-1") for name in "ab"]
    moved = {("j-1", keys[0]): claim_key("a" * 64, "c-9"), ("j-2", keys[0]): None}
    decided = decisions(
        [judgement("j-1", Verdict.MERGE, *keys), judgement("j-2", Verdict.SPLIT, *keys)], moved
    )
    assert decided.group(("a" * 64, "c-9")) == decided.group(("b" * 64, "c-1"))
    assert decided.group(("a" * 64, "c-1")) == ("a" * 64, "c-1")


def test_other_judgements_decide_nothing_about_links() -> None:
    keys = [claim_key(name * 64, "c-1") for name in "ab"]
    decided = decisions([judgement("j-1", Verdict.CONFIRM, *keys)])
    assert not decided.concerns(told("a" * 64, said("c-1")))
