"""Losses: on the claim they belong to, of the side that bore them, parts inside their whole."""

import pytest

from tests.claims.room import claims, one, tolls

NUMBERS = [
    ("قتل عدد من المدنيين بقصف على مدينة إدلب.", 2, None, True),
    ("قتل العشرات من مسلحي الحوثي في معارك مع الجيش اليمني غربي مأرب.", 20, 99, True),
    ("قتل ما بين 10 و15 مدنيا بغارة على مدينة الرقة.", 10, 15, False),
    ("قتل مدني برصاص قناص في مدينة تعز.", 1, 1, False),
    ("قتل قرابة 40 مدنيا بغارة على مدينة الرقة.", 40, 40, True),
    ("أوقعت الغارة الإسرائيلية على مدينة رفح 14 قتيلا من المدنيين.", 14, 14, False),
]


@pytest.mark.parametrize(("text", "minimum", "maximum", "approximate"), NUMBERS)
def test_the_number_of_the_killed(
    text: str, minimum: int, maximum: int | None, approximate: bool
) -> None:
    (loss,) = one(text).casualties
    assert loss.kind == "killed"
    assert (loss.minimum, loss.maximum, loss.approximate) == (minimum, maximum, approximate)


def test_killed_and_injured_are_two_losses_of_one_side() -> None:
    claim = one(
        "نفذ الطيران الإسرائيلي غارة على منزل في مدينة رفح، "
        "ما أسفر عن مقتل أربعة مدنيين وإصابة تسعة آخرين."
    )
    assert tolls(claim) == [("killed", "civilians", 4, 4), ("injured", "civilians", 9, 9)]


def test_the_side_named_by_one_number_holds_for_the_number_beside_it() -> None:
    claim = one(
        "قتل خمسة عناصر من قوات سوريا الديمقراطية وأصيب سبعة آخرون "
        "في هجوم لتنظيم داعش قرب بلدة البصيرة."
    )
    assert tolls(claim) == [("killed", "sdf", 5, 5), ("injured", "sdf", 7, 7)]


def test_parts_stand_inside_their_whole_and_are_not_added_to_it() -> None:
    claim = one("قتل 12 مدنيا، بينهم ثلاثة أطفال وامرأتان، في غارة إسرائيلية على مدينة خان يونس.")
    assert tolls(claim) == [("killed", "civilians", 12, 12)]
    (whole,) = claim.casualties
    assert whole.parts
    assert sum(part.minimum for part in whole.parts) == 5


def test_killed_and_injured_together_are_each_none_to_all_of_them() -> None:
    claim = one("قتل وأصيب 30 شخصا بانفجار سيارة مفخخة في مدينة أعزاز.")
    assert [(kind, low, high) for kind, _, low, high in tolls(claim)] == [
        ("killed", 0, 30),
        ("injured", 0, 30),
    ]
    assert all(loss.approximate for loss in claim.casualties)


def test_the_latter_is_the_party_named_last() -> None:
    claim = one(
        "اندلعت اشتباكات بين قوات الدعم السريع والجيش السوداني في مدينة الخوي، "
        "وخسر الأخير عشرين من جنوده."
    )
    assert tolls(claim) == [("killed", "saf", 20, 20)]


def test_soldiers_fall_on_the_side_of_the_state() -> None:
    claim = one(
        "فجر انتحاري نفسه عند حاجز للجيش المصري في مدينة العريش، ما أدى إلى مقتل أربعة جنود."
    )
    assert tolls(claim) == [("killed", "egypt-government", 4, 4)]


def test_fighters_taken_in_a_clash_are_captured() -> None:
    claim, *_ = claims("أسر الجيش اليمني خمسة من مسلحي الحوثي خلال اشتباكات في جبهة صرواح.")
    assert (claim.type, tolls(claim)) == ("Armed clash", [("captured", "houthis", 5, 5)])


def test_the_arrested_are_captured() -> None:
    claim = one("اعتقلت القوات الإسرائيلية عشرين فلسطينيا في مدينة نابلس.")
    assert (claim.type, tolls(claim)) == ("Arrests", [("captured", "civilians", 20, 20)])


def test_one_person_is_one() -> None:
    claim = one("خطف مسلحون مجهولون طبيبا في مدينة الزاوية.")
    assert tolls(claim) == [("captured", "civilians", 1, 1)]


def test_who_was_driven_out_is_displaced_and_a_civilian() -> None:
    claim = one("نزح نحو 200 مدني من مدينة الفاشر هربا من القصف.")
    assert tolls(claim) == [("displaced", "civilians", 200, 200)]
    assert claim.casualties[0].approximate


def test_each_event_keeps_its_own_losses() -> None:
    first, second = claims(
        "قتل ثلاثة مدنيين بقصف مدفعي لقوات الدعم السريع على مدينة الأبيض، "
        "وأصيب سبعة مدنيين بغارة جوية للجيش السوداني على مدينة نيالا."
    )
    assert tolls(first) == [("killed", "civilians", 3, 3)]
    assert tolls(second) == [("injured", "civilians", 7, 7)]


def test_at_least_has_no_upper_end_and_more_than_begins_above() -> None:
    claim = one("قتل ما لا يقل عن 25 مدنيا وأصيب أكثر من 40 آخرين بقصف على مدينة إدلب.")
    assert [(kind, low, high) for kind, _, low, high in tolls(claim)] == [
        ("killed", 25, None),
        ("injured", 41, None),
    ]


def test_no_loss_is_made_of_a_denied_one() -> None:
    assert not any(claim.casualties for claim in claims("لم يقتل أي مدني في غارة على مدينة صنعاء."))


def test_deaths_with_no_event_of_their_own_are_a_claim() -> None:
    claim = one("عثر الأهالي على جثث سبعة مدنيين قتلهم تنظيم داعش في مدينة الموصل.")
    assert claim.type == "Attack"
    assert ("killed", "civilians", 7, 7) in tolls(claim)


def test_each_side_has_its_own_dead() -> None:
    claim = one("قتل 5 من عناصر الجيش السوداني و12 من قوات الدعم السريع في معارك بمدينة بابنوسة.")
    assert tolls(claim) == [("killed", "saf", 5, 5), ("killed", "rsf", 12, 12)]


def test_the_dead_of_both_sides_together_are_of_both() -> None:
    claim = one("أسفرت الاشتباكات عن مقتل 20 من الطرفين في مدينة الكفرة.")
    assert tolls(claim) == [("killed", "both-sides", 20, 20)]


def test_the_missing_and_those_who_fled_are_counted_as_such() -> None:
    missing = one("فقد سبعة مدنيين في مدينة درنة بعد هجوم لمسلحين.")
    assert tolls(missing) == [("missing", "civilians", 7, 7)]
    fled = one(
        "أدت المعارك بين الجيش السوداني وقوات الدعم السريع إلى نزوح 3000 أسرة من مدينة الفاشر."
    )
    assert tolls(fled) == [("displaced", "civilians", 3000, 3000)]


def test_an_accident_and_a_collapse_are_no_claim() -> None:
    assert claims("توفي ثلاثة أشخاص في حادث سير على طريق مدينة دمشق.") == ()
    assert claims("قتل أربعة من أسرة واحدة بانهيار مبنى في مدينة القاهرة.") == ()


def test_victims_of_a_massacre_hang_on_it() -> None:
    claim = one("ارتكب الطيران الروسي مجزرة في بلدة معرة حرمة راح ضحيتها ثمانية مدنيين.")
    assert claim.type == "Air/drone strike"
    assert tolls(claim) == [("killed", "civilians", 8, 8)]


def test_the_wounded_and_the_dead_of_a_struck_vehicle_are_its_owners() -> None:
    claim = one(
        "استهدف تنظيم داعش بعبوة ناسفة عربة للجيش العراقي جنوبي كركوك فقتل جنديان وجرح ثالث."
    )
    assert tolls(claim) == [
        ("killed", "iraq-government", 2, 2),
        ("injured", "iraq-government", 1, 1),
    ]


def test_a_bare_noun_beside_a_number_tells_no_further_loss() -> None:
    (claim,) = claims(
        "غارة على مدينة سراقب قتلت رجلا وأصابت تسعة بجروح، وعثر على جرحى تحت الأنقاض."
    )
    assert [loss.kind for loss in claim.casualties] == ["killed", "injured"]
