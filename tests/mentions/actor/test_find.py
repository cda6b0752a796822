"""What holds of all mentions: order, spans, masks, framing, the countries they point to."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.mentions.actor.country import countries_of
from sijill.mentions.actor.find import masks
from sijill.mentions.actor.vocabulary import LAYERS
from tests.mentions.actor.room import found, lexicon, registry, resolved

_WORDS = [
    "قوات",
    "مقاتلو",
    "تنظيم",
    "داعش",
    "النظام",
    "الروسية",
    "والتركية",
    "من",
    "في",
    "مصادر",
    "محلية",
    "“أعماق”",
    "وكالة",
    "المدنيين",
    "التابعة",
    "للتنظيم",
    "الموالية",
    "لها",
    "غارات",
    "إسرائيلية",
    "حلفاؤها",
    "كتيبة",
    "شهداء",
    "العقيد",
    "أبو",
    "عمر",
    "الحلبي",
    "الأخير",
    "الطرفين",
    "،",
    ".",
    "#قسد",
    "(داعش)",
    "حزبي",
    "الله",
    "اللبناني",
    "والعراقي",
    "القوات",
    "الحكومية",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=25))
def test_mentions_are_in_order_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    mentions = found(text)
    ends = [0]
    for mention in mentions:
        assert ends[-1] <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.covers(mention.head)
        ends.append(mention.span.end)
    assert found(text) == mentions


def test_the_head_is_the_name_without_the_noun_that_wraps_it() -> None:
    text = "قتل مقاتلو تنظيم الدولة في الكمين"
    mention = found(text)[0]
    assert mention.span.of(text) == "مقاتلو تنظيم الدولة"
    assert mention.head.of(text) == "تنظيم الدولة"


def test_a_loaded_name_leads_to_the_neutral_id_and_is_kept() -> None:
    mention = found("قصف نظام الأسد المدينة")[0]
    assert (mention.actor, mention.framing) == ("syria-government", "نظام الأسد")
    assert found("هاجم الجيش السوري المدينة")[0].framing is None


def test_names_hide_the_places_within_them_and_states_do_not() -> None:
    text = "قالت شبكة دير الزور 24 إن إسرائيل قصفت مدنيين، وأكد العقيد سالم الحمصي ذلك"
    hidden = [span.of(text) for span in masks(found(text))]
    assert hidden == ["شبكة دير الزور 24", "العقيد سالم الحمصي"]


def test_a_source_is_told_from_a_party() -> None:
    text = "قال المرصد السوري إن حماس نفت"
    assert [(m.actor, m.source) for m in found(text)] == [("sohr", True), ("hamas", False)]


def test_the_country_is_judged_by_actors_with_one_home() -> None:
    text = "اشتبكت قوات الدعم السريع مع الجيش السوداني بحسب الأمم المتحدة وروسيا"
    assert countries_of(found(text), registry())[0] == "SD"
    assert countries_of(found("قالت الأمم المتحدة"), registry()) == []


def test_a_name_with_several_bearers_stays_open_without_a_country() -> None:
    mention = resolved("تقدم الجيش الوطني في الجبهات الثلاث")[0]
    assert mention.actor is None
    assert set(mention.alternatives) == {"snf", "yemen-government", "lna"}


def test_an_office_without_a_known_country_is_nobody_s() -> None:
    assert resolved("انتشرت القوات الحكومية")[0].actor is None


def test_the_date_decides_between_two_holders_of_one_office() -> None:
    for day, actor in ((date(2018, 1, 1), "gna"), (date(2022, 1, 1), "gnu")):
        assert resolved("أعلنت قوات الحكومة ذلك", "LY", day)[0].actor == actor


def test_both_sides_are_named_by_a_rule_of_their_own() -> None:
    mention = resolved("سقط قتلى من الطرفين", "SY")[-1]
    assert (mention.rule, mention.actor) == ("both-sides", None)


def test_every_layer_of_the_room_is_in_the_lexicon() -> None:
    assert {entry.layer for entry in lexicon().entries} == set(LAYERS)
