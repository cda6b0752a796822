"""Raids: forces that go into a place without a fight."""

import pytest

from tests.claims.room import claims, one, site

RAIDS = [
    ("اقتحمت قوات الاحتلال بلدة عزون شرق قلقيلية.", "Other"),
    ("اقتحم عشرات المستوطنين باحات المسجد الأقصى بحماية شرطة الاحتلال.", "Other"),
    ("توغلت آليات الاحتلال الإسرائيلي شرق بلدة القرارة.", "Other"),
    ("اقتحم مقاتلو الحركة ثكنة للجيش في مدينة درنة.", "Armed clash"),
]


@pytest.mark.parametrize(("text", "expected"), RAIDS)
def test_going_in_without_a_fight_is_no_clash(text: str, expected: str) -> None:
    assert one(text).type == expected


def test_a_raid_that_meets_fire_is_a_clash() -> None:
    found = claims("اقتحمت قوات الاحتلال مخيم جنين واندلعت اشتباكات مسلحة مع مقاومين.")
    assert {claim.type for claim in found} == {"Armed clash"}


def test_a_raid_that_ends_in_arrests_is_these() -> None:
    found = one("اقتحمت قوات الاحتلال مدينة قلقيلية واعتقلت ثلاثة شبان.")
    assert (found.type, site(found)) == ("Arrests", "قلقيلية")
