"""Items: a list that an event heads is one claim for each place; a head places its item."""

import pytest

from tests.claims.room import claims, one, sides, site


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "غارات الطيران الإسرائيلي اليوم:\n- كفركلا\n- الخيام\n- ميس الجبل",
            ["كفركلا", "الخيام", "ميس الجبل"],
        ),
        ("القصف المدفعي على لبنان:\nحولا\nأطراف عيترون\n", ["حولا", "عيترون"]),
        ("قصف مدفعي على: علما الشعب - الضهيرة - يارين", ["علما الشعب", "الضهيرة", "يارين"]),
        (
            "استهدف الطيران الإسرائيلي البلدات التالية: عيترون، بنت جبيل، الطيري",
            ["عيترون", "بنت جبيل", "الطيري"],
        ),
    ],
)
def test_an_event_that_heads_a_list_is_told_of_each_of_its_places(
    text: str, places: list[str]
) -> None:
    assert [site(claim) for claim in claims(text)] == places


def test_a_head_that_tells_an_event_is_no_speaker() -> None:
    found = claims("غارات العدو الإسرائيلي اليوم:\nكفركلا\nعيترون\n")
    assert [claim.sources for claim in found] == [(), ()]
    assert [sides(claim)[0] for claim in found] == [["israel"], ["israel"]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("الخيام: قصف مدفعي", "الخيام"),
        ("مركبا: غارة من مسيرة إسرائيلية", "مركبا"),
        ("درعا: قصف مدفعي على بلدة اليادودة", "اليادودة"),
    ],
)
def test_the_place_that_heads_an_item_is_its_events_own(text: str, place: str) -> None:
    assert site(one(text)) == place


def test_unlisted_places_between_commas_belong_to_the_list() -> None:
    found = claims("غارات إسرائيلية على بلدات حانين، زبدلين، القوزح وشقرا")
    assert [site(claim) for claim in found] == ["حانين", "زبدلين", "القوزح", "شقرا"]


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("قصف إسرائيلي استهدف أطراف بلدة عيترون", "Shelling/artillery/missile attack", "عيترون"),
        ("تحليق مسيرات فوق صور", "Other", "صور"),
        ("تفجير منازل في بلدة يارون", "Looting/property destruction", "يارون"),
        ("نفذت قوات سوريا الديمقراطية حملة تفتيش في مدينة الطبقة", "Other", "الطبقة"),
    ],
)
def test_a_nominal_item_is_one_claim(text: str, type_: str, place: str) -> None:
    claim = one(text)
    assert (claim.type, site(claim)) == (type_, place)
