"""How surely a draft is a claim: what is looked at, and the probability that follows."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.claims.evidence import company_of, confidence_of
from sijill.lexicon.pack import bundled
from tests.claims.drafts import draft, loss, trigger
from tests.claims.room import claims, one

weights = st.dictionaries(st.sampled_from("abcdef"), st.floats(-5, 5), max_size=6)


def test_no_evidence_and_no_weights_is_even() -> None:
    assert confidence_of((), {}) == 0.5


def test_the_bias_speaks_without_any_evidence() -> None:
    assert confidence_of((), {"bias": 1.0}) == pytest.approx(1 / (1 + math.exp(-1)))


def test_evidence_without_a_weight_says_nothing() -> None:
    assert confidence_of(("unheard of",), {"bias": 0.3}) == confidence_of((), {"bias": 0.3})


@given(weights)
def test_a_confidence_is_a_probability(given_weights: dict[str, float]) -> None:
    assert 0.0 < confidence_of(tuple(given_weights), given_weights) < 1.0


@given(weights, st.floats(0.01, 5))
def test_evidence_for_a_claim_makes_it_surer_and_against_it_less_sure(
    given_weights: dict[str, float], weight: float
) -> None:
    plain = confidence_of(tuple(given_weights), given_weights)
    more = {**given_weights, "extra": weight}
    less = {**given_weights, "extra": -weight}
    assert confidence_of((*given_weights, "extra"), less) < plain
    assert confidence_of((*given_weights, "extra"), more) > plain


@given(weights, st.data())
def test_the_order_of_evidence_changes_nothing(
    given_weights: dict[str, float], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(list(given_weights)))
    one_way = confidence_of(tuple(given_weights), given_weights)
    assert confidence_of(tuple(shuffled), given_weights) == pytest.approx(one_way)


LONG = 400
MANY = 9
"""Tokens of a report of common length."""


def test_a_verb_a_loss_or_a_carrying_verb_makes_a_draft_firm() -> None:
    idle = [draft() for _ in range(8)]
    verbs = [draft(trigger(form="verb")) for _ in range(8)]
    carried = [draft(trigger(light="agent", light_start=1)) for _ in range(8)]
    harmed = [draft() for _ in range(8)]
    for each in harmed:
        each.losses.append(loss())
    firm = {company_of(drafts, LONG, MANY) for drafts in (verbs, carried, harmed)}
    assert firm == {"company many"}
    assert company_of(idle, LONG, MANY) == company_of([], LONG, MANY) == "company none"


def test_the_more_a_report_tells_the_surer_each_claim() -> None:
    known = bundled("ar").rules["confidence"]["weights"]
    names = [company_of([draft(trigger(form="verb"))] * count, LONG, MANY) for count in (0, 3, 8)]
    assert names == ["company none", "company few", "company many"]
    none, few, many = (confidence_of((name,), known) for name in names)
    assert none <= few < many


@pytest.mark.parametrize("tokens", [5, 20, 40])
def test_a_post_of_a_few_sentences_is_not_held_against_its_only_event(tokens: int) -> None:
    only = [draft(trigger(form="verb"))]
    assert company_of(only, tokens, 2) == company_of(only * 8, tokens, 2)


def test_every_claim_says_what_spoke_for_it() -> None:
    claim = one("قصفت قوات الدعم السريع مدينة الأبيض صباح اليوم.")
    (trace,) = [trace for trace in claim.trace if trace.field == "claim"]
    names = trace.because.split("; ")
    assert {"rule:shelling", "form:verb", "initiator armed", "time dated", "no losses"} <= set(
        names
    )
    assert len(names) == len(set(names))


def test_a_claim_with_losses_is_surer_than_the_same_without() -> None:
    bare = one("قصفت قوات الدعم السريع مدينة الأبيض.")
    harmed = one("قصفت قوات الدعم السريع مدينة الأبيض ما أدى إلى مقتل أربعة مدنيين.")
    assert harmed.field_confidence["claim"] > bare.field_confidence["claim"]


def test_the_weights_of_the_pack_name_evidence_that_there_is() -> None:
    known = set(bundled("ar").rules["confidence"]["weights"]) - {"bias"}
    told = {
        name
        for claim in claims("قتل ثلاثة مدنيين بقصف مدفعي لقوات الدعم السريع على مدينة الأبيض.")
        for trace in claim.trace
        if trace.field == "claim"
        for name in trace.because.split("; ")
    }
    assert len(told & known) >= len(told) // 2
