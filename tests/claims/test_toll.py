"""Tolls: deaths told after their event belong to the claim that told it."""

from tests.claims.room import claims, tolls


def test_deaths_with_no_event_of_their_own_go_on_from_the_event_before() -> None:
    (claim,) = claims(
        "هاجم تنظيم داعش مواقع الجيش السوري في مدينة الميادين. كما قتل عدد من مقاتلي التنظيم."
    )
    assert tolls(claim) == [("killed", "isis", 2, None)]


def test_a_toll_told_again_by_its_parts_gives_the_claim_its_sides() -> None:
    first, *rest = claims(
        "قتل 27 شخصا في غارات إسرائيلية على مدينة البوكمال يوم السبت. "
        "وارتفعت الخسائر البشرية إلى 27 هم 6 من قوات النظام و21 من حزب الله."
    )
    assert rest == []
    assert tolls(first) == [
        ("killed", "syria-government", 6, 6),
        ("killed", "hezbollah", 21, 21),
    ]
