"""Where it happened: one claim for each place of a list, and losses with the first alone."""

import pytest

from tests.claims.room import claims, one, sides, site, tolls

LIST = (
    "شنت طائرات حربية إسرائيلية غارات على بلدات الخيام ويارون وعيترون، ما أدى إلى مقتل ستة مدنيين."
)


def test_a_list_of_places_is_one_claim_for_each() -> None:
    assert [site(claim) for claim in claims(LIST)] == ["الخيام", "يارون", "عيترون"]


def test_the_claims_of_a_list_share_type_sides_and_trigger() -> None:
    found = claims(LIST)
    assert {claim.type for claim in found} == {"Air/drone strike"}
    assert {claim.trigger for claim in found} == {"غارات"}
    assert [sides(claim) for claim in found] == [(["israel"], ["civilians"])] * 3


def test_losses_given_once_for_a_list_go_to_its_first_place() -> None:
    assert [tolls(claim) for claim in claims(LIST)] == [[("killed", "civilians", 6, 6)], [], []]


def test_the_places_of_a_list_are_incidents_of_their_own() -> None:
    assert [claim.incident for claim in claims(LIST)] == ["i1", "i2", "i3"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قصف الجيش السوداني مدينتي نيالا والضعين.", ["نيالا", "الضعين"]),
        (
            "سيطرت الفصائل على قرى الزربة وخان طومان والعيس جنوب حلب.",
            ["الزربة", "خان طومان", "العيس"],
        ),
        ("سيطر الجيش السوداني على مدينة بارا وبلدة الخوي.", ["بارا", "الخوي"]),
    ],
)
def test_places_joined_by_and_are_a_list(text: str, places: list[str]) -> None:
    assert [site(claim) for claim in claims(text)] == places


def test_two_clauses_keep_their_own_places_and_parties() -> None:
    first, second = claims("قصفت قوات الدعم السريع مدينة الأبيض، وقصف الجيش السوداني مدينة نيالا.")
    assert (site(first), sides(first)[0]) == ("الأبيض", ["rsf"])
    assert (site(second), sides(second)[0]) == ("نيالا", ["saf"])


def test_near_a_town_is_not_in_it() -> None:
    near = one("شن تنظيم داعش هجوما على نقطة للجيش العراقي قرب مدينة الرطبة.")
    inside = one("شن تنظيم داعش هجوما على نقطة للجيش العراقي في مدينة الرطبة.")
    assert near.place is not None
    assert inside.place is not None
    assert (near.place.precision, inside.place.precision) == (2, 1)
    assert near.place.name == inside.place.name == "الرطبة"


def test_a_destination_is_as_near_as_the_event_gets() -> None:
    claim = one("وصلت تعزيزات عسكرية للجيش اليمني إلى مدينة مأرب.")
    assert claim.place is not None
    assert (claim.place.name, claim.place.precision) == ("مأرب", 2)


def test_what_is_left_is_the_place_of_a_withdrawal() -> None:
    claim = one("انسحبت قوات الدعم السريع من مدينة ود مدني.")
    assert (claim.type, site(claim)) == ("Change to group/activity", "ود مدني")


def test_the_town_goes_back_to_the_one_named_before() -> None:
    first, second = claims("قصفت قوات النظام السوري مدينة إدلب. وقتل في المدينة أربعة مدنيين.")
    assert site(first) == site(second) == "إدلب"
    assert first.incident == second.incident


def test_a_place_that_opens_the_sentence_frames_what_follows() -> None:
    found = claims("وفي القاهرة، اعتقلت قوات الأمن المصرية ثلاثة ناشطين.")
    assert [site(claim) for claim in found] == ["القاهرة"]


def test_the_place_of_a_source_is_not_the_place_of_the_event() -> None:
    claim = one(
        "شنت طائرات أمريكية على مواقع تنظيم داعش بمدينة سرت غارات عدة، "
        "حسب القيادة العسكرية الأمريكية في أفريقيا."
    )
    assert site(claim) == "سرت"


def test_an_event_without_a_place_takes_one_of_its_sentence() -> None:
    (claim,) = claims("أعلن حظر التجول في مدينة كربلاء بعد أن أحرق محتجون القنصلية فيها.")
    assert site(claim) == "كربلاء"


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثلاثة جنود بانفجار عبوة ناسفة في مدينة الناصرية، جنوبي العراق.",
        "قتل ثلاثة جنود بانفجار عبوة ناسفة في مدينة الناصرية، مركز محافظة ذي قار.",
        "قتل ثلاثة جنود بانفجار عبوة ناسفة في الناصرية عاصمة محافظة ذي قار.",
    ],
)
def test_where_a_place_lies_is_no_second_place(text: str) -> None:
    assert site(one(text)) == "الناصرية"


def test_a_word_that_begins_with_waw_joins_nothing() -> None:
    claim = one("هاجمت قوات الدعم السريع قرية ود النورة في ولاية الجزيرة وسط البلاد.")
    assert site(claim) == "ود النورة"


def test_the_way_between_two_places_is_one_place() -> None:
    claim = one("انفجرت عبوة ناسفة بدورية للجيش العراقي بين بيجي وتكريت.")
    assert site(claim) == "بيجي"


def test_who_withdraws_leaves_a_place_and_passes_through_others() -> None:
    claim = one("انسحبت قوات الجيش السوداني من مدينة ود مدني عبر جسر حنتوب.")
    assert site(claim) == "ود مدني"


def test_a_place_told_after_the_event_is_its_own_even_behind_a_verb_of_falling() -> None:
    found = claims(
        "فجر انتحاري نفسه في حي النور بمدينة الموصل، كما أصيب خمسة مدنيين بقذيفة هاون أطلقها "
        "تنظيم داعش من الضفة المقابلة وسقطت على منزل في حي الفيصلية."
    )
    assert [site(claim) for claim in found][-1] == "حي الفيصلية"


def test_a_state_that_acts_is_no_place() -> None:
    found = claims("قصفت إيران بالمدفعية قرى حدودية في منطقة سيدكان بمحافظة أربيل.")
    assert {site(claim) for claim in found} == {"سيدكان"}


def test_an_attack_aimed_at_a_place_is_there() -> None:
    claim = one("شنت القوات الحكومية اليمنية هجوما باتجاه مدينة الحديدة المطلة على البحر الأحمر.")
    assert site(claim) == "الحديدة"
