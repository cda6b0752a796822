"""Aim: attacks on people who do not fight, apart from fights between armed sides."""

import pytest

from tests.claims.room import claims, one, tolls

ON_PEOPLE = [
    "قتل تسعة أشخاص في هجوم لتنظيم داعش على قرية في ديالى.",
    "شن مسلحون قبليون هجوما على قافلة مساعدات في الفاشر.",
    "أطلق مسلحو الحركة النار على عربة تابعة لوزارة التعليم في مدينة كتم.",
    "طارد مسلحون العميد المتقاعد حتى تمكنوا من إطلاق الرصاص عليه قرب جسر الكرخ في بغداد.",
    "ارتكبت قوات الدعم السريع فظائع بحق المدنيين في مدينة بارا.",
    "إن الحملة الانتقامية التي شنتها المليشيا على قرى ريف جبلة خلفت 40 قتيلا.",
]


@pytest.mark.parametrize("text", ON_PEOPLE)
def test_a_deed_against_people_without_arms_is_an_attack(text: str) -> None:
    assert one(text).type == "Attack"


ON_FIGHTERS = [
    "مسلحون يهاجمون نقطة تفتيش للشرطة في كركوك ويقتلون ثلاثة من عناصرها.",
    "هاجمت قوات النظام قرية كفرنبودة بريف حماة.",
    "قتل 30 شخصا في هجوم شنته الفصائل لاقتحام بلدة كنسبا.",
    "أطلق مسلحون النار على حاجز للجيش في مدينة درنة.",
    "أطلق مسلحون النار على موكب لوزارة الدفاع في مدينة عدن.",
]


@pytest.mark.parametrize("text", ON_FIGHTERS)
def test_a_deed_against_those_who_fight_is_a_clash(text: str) -> None:
    assert {claim.type for claim in claims(text)} == {"Armed clash"}


def test_people_killed_in_an_attack_are_civilians() -> None:
    found = one("قتل تسعة أشخاص في هجوم لتنظيم داعش على قرية في ديالى.")
    assert tolls(found) == [("killed", "civilians", 9, 9)]


def test_deaths_told_after_an_attack_are_of_its_doer() -> None:
    found = claims(
        "قتل 21 شخصا في هجوم لقوات الدعم السريع على قرى شمال الأبيض. وقتل تسعة أشخاص في مدينة بارا."
    )
    assert [(claim.type, [p.id for p in claim.initiator]) for claim in found] == [
        ("Attack", ["rsf"]),
        ("Attack", ["rsf"]),
    ]


def test_bodies_found_were_killed_by_nobody_named() -> None:
    found = one("عثر على أربع جثث مجهولة الهوية في بعقوبة، وفق الشرطة.")
    assert found.type == "Attack"
    assert not found.initiator


def test_an_assault_on_nobody_named_is_what_its_doer_does_elsewhere() -> None:
    found = claims(
        "قتل 21 شخصا في هجوم لقوات الدعم السريع على قرى شمال الأبيض. "
        "وشنت قوات الدعم السريع هجوما واسعا على مدينة بارا."
    )
    assert [claim.type for claim in found] == ["Attack", "Attack"]
