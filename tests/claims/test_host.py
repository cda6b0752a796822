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
