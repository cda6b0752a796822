"""All of assembly: what holds for the claims of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.model.claim import Claim
from sijill.ontology.types import EVENT_TYPE_OF, LOSS_KINDS, STANCES, STATUSES, TIME_PRECISIONS
from sijill.pipeline import Engine
from tests.claims.room import PUBLISHED, claims

SENTENCES = (
    "قصف الجيش السوداني مواقع لقوات الدعم السريع في مدينة أم درمان صباح اليوم.",
    "قتل 12 مدنيا، بينهم ثلاثة أطفال، في غارة إسرائيلية على مدينة خان يونس.",
    "اندلعت اشتباكات عنيفة بين الجيش السوداني وقوات الدعم السريع في مدينة الفاشر.",
    "ونفى المتحدث باسم الجيش سيطرة قوات الدعم السريع على المدينة.",
    "تسيطر قوات الدعم السريع على معظم مدينة الخرطوم.",
    "وأعلن التنظيم قتل ثلاثة من عناصر قوات سوريا الديمقراطية.",
    "إذا قصفت القوات الروسية مدينة إدلب فسوف ينزح آلاف المدنيين.",
    "غارات على بلدات الخيام ويارون وعيترون",
    "وقالت مصادر محلية إن القصف أوقع خمسة قتلى.",
    "افتتح المعرض أبوابه أمام الزوار.",
)
texts = st.lists(st.sampled_from(SENTENCES), max_size=6).map("\n".join)


@settings(max_examples=40, deadline=None)
@given(texts)
def test_every_value_of_a_claim_is_one_the_codebook_allows(text: str) -> None:
    for claim in claims(text):
        assert claim.type in EVENT_TYPE_OF
        assert claim.stance in STANCES
        assert claim.status in STATUSES
        assert claim.time.precision in TIME_PRECISIONS
        assert claim.place is None or 1 <= claim.place.precision <= 7
        for loss in claim.casualties:
            assert loss.kind in LOSS_KINDS
            assert loss.maximum is None or loss.minimum <= loss.maximum


@settings(max_examples=40, deadline=None)
@given(texts)
def test_every_span_is_the_words_that_are_given_for_it(text: str) -> None:
    for claim in claims(text):
        assert claim.trigger == claim.trigger_span.of(text)
        assert claim.quote == claim.quote_span.of(text)
        assert claim.quote_span.covers(claim.trigger_span)
        for party in (*claim.initiator, *claim.target, *claim.sources):
            assert party.text == party.span.of(text)


@settings(max_examples=40, deadline=None)
@given(texts)
def test_ids_are_unlike_each_other_and_claims_stand_in_text_order(text: str) -> None:
    found = claims(text)
    assert len({claim.id for claim in found}) == len(found)
    starts = [claim.trigger_span.start for claim in found]
    assert starts == sorted(starts)


@settings(max_examples=20, deadline=None)
@given(texts)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert claims(text) == claims(text)


@settings(max_examples=20, deadline=None)
@given(texts)
def test_the_engine_gives_those_claims_that_are_sure_enough(engine: Engine, text: str) -> None:
    floor = engine.pack.rules["confidence"]["floor"]
    sure = [claim.id for claim in claims(text) if claim.field_confidence["claim"] >= floor]
    assert [claim.id for claim in engine(text, published=PUBLISHED).claims] == sure


def _facts(claim: Claim) -> tuple[object, ...]:
    return claim.type, claim.trigger, [party.id for party in claim.initiator], claim.casualties


def test_empty_lines_between_sentences_change_nothing() -> None:
    close = claims(f"{SENTENCES[0]}\n{SENTENCES[2]}")
    apart = claims(f"{SENTENCES[0]}\n\n\n{SENTENCES[2]}")
    assert [_facts(claim)[:3] for claim in close] == [_facts(claim)[:3] for claim in apart]


def test_a_text_without_events_has_no_claims() -> None:
    assert claims("افتتح المعرض أبوابه أمام الزوار.") == ()
    assert claims("") == ()
