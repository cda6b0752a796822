"""Resolving places: country, kind, neighbours, references, precision, abstention."""

import pytest

from sijill.model.mention import PlaceValue
from tests.mentions.place.room import values


def _last(text: str) -> PlaceValue:
    return values(text)[-1]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قصف على مدينة إدلب", "sy:idlib"),
        ("قصف على محافظة إدلب", "sy/idlib"),
        ("قصف على ريف إدلب", "sy/idlib"),
        ("معارك في بنغازي ثم في طرابلس", "ly:tripoli"),
        ("توتر في بيروت ثم في طرابلس", "lb:tripoli"),
        ("قصف على بلدة الزهراء قرب نبل", "sy:zahra1"),
        ("قصف على قرية الزهراء بريف حمص", "sy:zahra2"),
        ("غارة على رفح في قطاع غزة", "ps:rafah"),
        ("هجوم في رفح بشمال سيناء قرب العريش", "eg:arish"),
        ("هجوم في مدينة رفح بمحافظة شمال سيناء", "eg:rafah"),
        ("نزوح من مدينة دير الزور ومن قرية الجنينة", "sy:janina"),
        ("قصف على الفاشر والجنينة في السودان", "sd:geneina"),
        ("قصف كفرتخاريم في إدلب", "sy:kafrtakh"),
        ("في العاصمة دشق قتل شخص", "sy:damascus"),
        ("معارك في مدينة الفلوجه", "iq:falluja"),
    ],
)
def test_the_reading_fits_the_document(text: str, place: str) -> None:
    assert place in [value.place for value in values(text)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("في مدينة الرقة", 1),
        ("في محيط مدينة الرقة", 2),
        ("قرب الرقة", 2),
        ("غربي البوكمال", 2),
        ("باتجاه الرقة", 2),
        ("في مديرية صرواح", 3),
        ("في محافظة مأرب", 4),
        ("في ريف حلب الشمالي", 4),
        ("عند الضفة الجنوبية لنهر الفرات", 5),
        ("على الحدود السورية التركية", 5),
        ("على طريق دمشق - حلب", 5),
        ("في سوريا", 6),
        ("في شمال سوريا", 6),
    ],
)
def test_precision_is_what_the_words_leave_open(text: str, code: int) -> None:
    (value,) = values(text)
    assert value.precision == code
    assert (value.lat is None) or code <= 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("سقطت مدينة سرت. ثم عاد الناس إلى المدينة", "سرت"),
        ("قصف على حي الورود في حمص. وهرب سكان الحي", "حي الورود، حمص"),
        ("انفجار في الفلوجة. وأغلقت المحافظة الطرق", "محافظة الأنبار"),
        ("قتال في الموصل. ووصل الوفد إلى العاصمة", "بغداد"),
        ("قتال في الموصل وفي شمال البلاد", "شمال العراق"),
        ("هدوء قرب سد تشرين. وأغلق السد", "سد تشرين"),
        ("قتال في سراقب. ونزح أهل المنطقة", "سراقب"),
    ],
)
def test_a_definite_noun_means_the_place_before(text: str, name: str) -> None:
    assert _last(text).name == name


def test_a_place_in_another_country_is_not_taken() -> None:
    _, quarter = values("اشتباكات في دمشق وفي حي القدم")
    assert quarter.place is None
    assert quarter.country == "SY"


def test_a_loose_parent_keeps_its_country() -> None:
    (value,) = values("قتال في حي القدم شمال دمشق")
    assert value.country == "SY"
    assert value.place is None


def test_a_side_of_the_river_named_before_is_named_in_full() -> None:
    value = _last("عند الضفة الجنوبية لنهر الفرات. وعند الضفة الشمالية")
    assert value.name == "الضفة الشمالية لنهر الفرات"


def test_without_a_lead_there_is_no_point() -> None:
    (value,) = values("قصف على قرية الزهراء")
    assert (value.place, value.lat) == (None, None)
    assert value.name == "الزهراء"
    assert {other.place for other in value.alternatives} == {"sy:zahra1", "sy:zahra2"}


def test_an_unknown_site_takes_the_point_of_its_town() -> None:
    (value,) = values("حريق في مشفى الرازي وسط حلب")
    assert value.name == "مشفى الرازي، حلب"
    assert (value.lat, value.lon, value.uncertainty_km) == (36.2, 37.13, 10.0)


def test_an_unknown_village_of_a_governorate_has_no_point() -> None:
    (value,) = values("قصف على قرية طيبلة بريف إدلب")
    assert (value.name, value.lat, value.precision) == ("طيبلة", None, 1)


def test_nothing_to_refer_to_is_said() -> None:
    (value,) = values("دخلوا المدينة")
    assert (value.precision, value.lat) == (7, None)


def test_a_country_given_from_outside_decides() -> None:
    (bare,) = values("قتال في طرابلس")
    assert bare.place is None or bare.confidence < 1
    (value,) = values("قتال في طرابلس", ["LB"])
    assert value.place == "lb:tripoli"


def test_every_value_says_why() -> None:
    for value in values("قصف على نبل والزهراء وقرية طيبلة في حلب"):
        assert value.reasons
        assert value.reasons[0]


def test_values_stand_in_the_order_of_the_mentions() -> None:
    text = "من دمشق إلى حلب ثم حمص"
    assert [value.span.of(text) for value in values(text)] == ["دمشق", "حلب", "حمص"]
