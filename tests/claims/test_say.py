"""According to whom, and whether the speaker is a party to what he tells."""

import pytest

from tests.claims.room import claims, ids, one

SOURCES = {
    "who says it": ("قال المرصد السوري لحقوق الإنسان إن طائرات روسية قصفت بلدة كفرنبل.", ["sohr"]),
    "who it is according to": (
        "قصفت طائرات روسية بلدة كفرنبل، بحسب المرصد السوري لحقوق الإنسان.",
        ["sohr"],
    ),
    "a ministry that counts the dead": (
        "أعلنت وزارة الصحة في غزة مقتل 21 فلسطينيا في غارات إسرائيلية على مدينة غزة.",
        ["health-ministry-gaza"],
    ),
    "who is named first, with a comma": (
        "وفقا للمرصد السوري لحقوق الإنسان، قصفت طائرات روسية بلدة كفرنبل.",
        ["sohr"],
    ),
    "an agency": ("ذكرت وكالة رويترز أن قوات الدعم السريع سيطرت على مدينة بارا.", ["reuters"]),
    "people without a name": (
        "أفادت مصادر محلية بأن مسلحين مجهولين خطفوا مهندسا في مدينة سرت.",
        ["local-sources"],
    ),
    "nobody, where the report speaks in its own voice": (
        "قصفت طائرات روسية بلدة كفرنبل صباح اليوم.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SOURCES.values(), ids=SOURCES)
def test_the_source_is(text: str, expected: list[str]) -> None:
    claim = one(text)
    assert ids(claim.sources) == expected
    assert claim.stance == "reports"


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الجيش السوداني سيطرته على مدينة بارا.",
        "أعلنت جماعة الحوثي أنها استهدفت سفينة في البحر الأحمر بصاروخ باليستي.",
        "تبنى تنظيم داعش تفجيرا انتحاريا في مدينة بغداد.",
        "أكدت قوات الدعم السريع أنها قصفت مواقع الجيش السوداني في مدينة الأبيض.",
    ],
)
def test_a_party_that_tells_its_own_deed_claims(text: str) -> None:
    claim = one(text)
    assert claim.stance == "claims"
    assert ids(claim.sources) == ids(claim.initiator)


def test_a_party_that_accuses_the_other_side_reports() -> None:
    claim = one("اتهم الجيش السوداني قوات الدعم السريع بقصف مستشفى في مدينة الأبيض.")
    assert (ids(claim.sources), ids(claim.initiator)) == (["saf"], ["rsf"])
    assert claim.stance == "reports"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("نفى المتحدث باسم الجيش السوداني سيطرة قوات الدعم السريع على مدينة الفاشر.", "saf"),
        ("نفت قوات الدعم السريع قصف مدينة الأبيض.", "rsf"),
        ("نفى الجيش الإسرائيلي استهداف المدنيين في مدينة رفح.", "israel"),
        ("نفى الجيش السوداني أن تكون قوات الدعم السريع قد سيطرت على مدينة الأبيض.", "saf"),
    ],
)
def test_a_denial_is_a_claim_that_denies(text: str, source: str) -> None:
    claim = one(text)
    assert (claim.stance, ids(claim.sources)) == ("denies", [source])


def test_a_spokesman_speaks_for_his_party() -> None:
    claim = one("وقال الناطق العسكري باسم الحوثيين يحيى سريع إن قواته قصفت مطار مدينة أبها.")
    assert (ids(claim.initiator), claim.stance) == (["houthis"], "claims")


def test_a_commander_speaks_for_his_party() -> None:
    claim = one("قال قائد في قوات الدعم السريع إن قواته سيطرت على مدينة بارا.")
    assert (ids(claim.initiator), claim.stance) == (["rsf"], "claims")


def test_one_denial_makes_only_its_own_claim_a_denial() -> None:
    found = claims(
        "قصفت قوات الدعم السريع مدينة الأبيض صباح اليوم. "
        "ونفى الجيش السوداني سيطرة قوات الدعم السريع على مدينة الفاشر."
    )
    assert [claim.stance for claim in found] == ["reports", "denies"]


def test_a_source_is_where_it_is_written() -> None:
    text = "قصفت طائرات روسية بلدة كفرنبل، بحسب المرصد السوري لحقوق الإنسان."
    assert [source.span.of(text) for source in one(text).sources] == ["المرصد السوري لحقوق الإنسان"]


def test_a_claim_of_responsibility_claims_what_the_sentence_tells() -> None:
    (claim, *_) = claims("انفجرت سيارة مفخخة في مدينة بغداد، وتبنى تنظيم داعش الهجوم.")
    assert (ids(claim.sources), claim.stance) == (["isis"], "claims")


@pytest.mark.parametrize(
    "text",
    [
        "قال مصدر طبي إن طائرات روسية قصفت بلدة كفرنبل. وأضاف أن مسلحين خطفوا طبيبا في إدلب.",
        "قال مصدر طبي إن «طائرات روسية قصفت بلدة كفرنبل. وخطف مسلحون طبيبا في إدلب».",
        "مصدر طبي:\n- طائرات روسية قصفت بلدة كفرنبل.\n- مسلحون خطفوا طبيبا في إدلب.",
    ],
    ids=["by a verb that goes on", "in one quotation", "in one list"],
)
def test_a_speaker_s_later_sentences_are_his_too(text: str) -> None:
    assert [ids(claim.sources) for claim in claims(text)] == [["local-sources"]] * 2


def test_what_follows_a_speaker_without_his_words_is_the_report_s_own() -> None:
    found = claims("قال مصدر طبي إن طائرات روسية قصفت بلدة كفرنبل. وخطف مسلحون طبيبا في إدلب.")
    assert [ids(claim.sources) for claim in found] == [["local-sources"], []]


def test_two_speakers_of_one_sentence_speak_of_their_own_part() -> None:
    found = claims("هاجم مسلحون نقطة في مدينة درعا، وقالت مصادر طبية إن المسلحين خطفوا طبيبا.")
    assert [ids(claim.sources) for claim in found] == [[], ["local-sources"]]


def test_a_report_of_our_own_forces_claims_without_a_source() -> None:
    claim = one("قصفت قواتنا مواقع الحوثيين في مدينة مأرب.")
    assert (ids(claim.sources), claim.stance) == ([], "claims")


def test_a_party_that_was_attacked_claims_its_own_fight() -> None:
    claim = one("قال الجيش السوداني إن قوات الدعم السريع هاجمت نقطة للجيش السوداني في بارا.")
    assert (ids(claim.sources), claim.stance) == (["saf"], "claims")


def test_a_ministry_of_health_counts_the_dead_and_does_no_deed() -> None:
    (claim,) = claims("قالت وزارة الصحة إن غارة على خان يونس قتلت خمسة مواطنين.")
    assert (claim.initiator, claim.stance) == ((), "reports")


def test_a_soldier_speaks_of_his_army_s_deed() -> None:
    (claim,) = claims("قال قائد ميداني إن الجيش السوداني قصف مواقع في مدينة بارا.")
    assert claim.stance == "claims"


def test_a_report_that_takes_a_side_tells_its_own_deeds() -> None:
    (claim,) = claims("بواسل الجيش السوداني يقصفون مواقع للميليشيا في مدينة بارا.")
    assert (claim.sources, claim.stance) == ((), "claims")
