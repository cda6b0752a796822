"""Hosts: the event that each loss belongs to."""

from tests.claims.room import claims, tolls


def test_a_loss_goes_to_the_cause_that_follows_it_and_not_to_the_event_before() -> None:
    strike, fight = claims(
        "شن طيران التحالف العربي ثلاث غارات على مديرية نهم، "
        "فيما قتل 14 حوثيا وأسر ستة آخرون في معارك مع الجيش اليمني في جبهة صرواح."
    )
    assert tolls(strike) == []
    assert tolls(fight) == [("killed", "houthis", 14, 14), ("captured", "houthis", 6, 6)]


def test_mutual_losses_belong_to_the_fight() -> None:
    losing = [
        claim
        for claim in claims(
            "اندلعت معارك بين الجيش السوداني وقوات الدعم السريع في مدينة بابنوسة "
            "وسط قصف مدفعي على المدينة، ما أوقع عشرات القتلى من الطرفين."
        )
        if claim.casualties
    ]
    assert [(claim.type, tolls(claim)) for claim in losing] == [
        ("Armed clash", [("killed", "both-sides", 20, 99)])
    ]


def test_a_killing_by_a_strike_is_one_claim() -> None:
    (claim,) = claims("اغتيال القيادي في حركة حماس صالح حمدان بغارة إسرائيلية في بيروت")
    assert (claim.type, tolls(claim)) == ("Air/drone strike", [("killed", "hamas", 1, 1)])


def test_an_event_told_by_when_is_the_cause_of_the_loss_before_it() -> None:
    (claim,) = claims("قتل ستة مدنيين عندما قصفت طائرات روسية سوقا في مدينة سراقب.")
    assert tolls(claim) == [("killed", "civilians", 6, 6)]


def test_the_subject_of_a_verb_of_outcome_cost_what_it_tells() -> None:
    strike = claims("خلفت الغارة التي أصابت مركز احتجاز في مدينة ذمار ستة قتلى و14 مصابا.")[0]
    assert strike.type == "Air/drone strike"
    assert tolls(strike) == [("killed", "civilians", 6, 6), ("injured", "civilians", 14, 14)]


def test_the_cause_of_a_part_is_not_that_of_the_whole() -> None:
    found = claims(
        "أدت الاشتباكات بين الجيش السوداني وقوات الدعم السريع "
        "إلى سقوط أكثر من 900 قتيل في الجنينة، من بينهم 40 شخصا قضوا في غارة على سوق المدينة."
    )
    losing = {claim.type: tolls(claim) for claim in found if claim.casualties}
    assert losing["Armed clash"] == [("killed", "unknown", 901, None)]
    assert losing["Air/drone strike"] == [("killed", "civilians", 40, 40)]


def test_fighters_who_fell_in_a_fight_were_not_murdered_apart() -> None:
    (claim,) = claims("تصفية ثلاثة إرهابيين خلال تبادل لإطلاق النار في العريش")
    assert claim.type == "Armed clash"
    assert [loss.minimum for loss in claim.casualties] == [3]


def test_those_counted_place_by_place_belong_to_their_places() -> None:
    found = claims("قنص مقاتلو الحوثي أربعة جنود سعوديين في جيزان، وجنديين في عسير.")
    assert [[loss.minimum for loss in claim.casualties] for claim in found] == [[4], [2]]


def test_a_toll_of_the_whole_war_is_not_the_losses_of_the_day() -> None:
    (claim,) = claims(
        "غارة على رفح تقتل خمسة أشخاص، ما يرفع حصيلة الشهداء منذ 7 أكتوبر 2023 إلى 41500 شهيد."
    )
    assert tolls(claim) == [("killed", "civilians", 5, 5)]
