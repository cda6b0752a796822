"""Crowds and protesters: their deeds and what is done to them."""

import pytest

from tests.claims.room import claims

TYPES = [
    ("أضرم متظاهرون النار في مقر المحافظة بمدينة الديوانية.", "Looting/property destruction"),
    ("اقتحم محتجون مبنى البرلمان في طبرق.", "Violent demonstration"),
    ("هاجم شبان غاضبون رجلا في مدينة حلب.", "Mob violence"),
    ("اعتدى أهالي القرية على نازحين في بلدة بشري.", "Mob violence"),
    (
        "أطلقت قوات الأمن السورية الرصاص على متظاهرين في مدينة درعا.",
        "Excessive force against protesters",
    ),
    ("فرقت الشرطة السودانية متظاهرين في الخرطوم.", "Protest with intervention"),
    ("سير محتجون مواكب في مدينة أم درمان.", "Peaceful protest"),
]


@pytest.mark.parametrize(("text", "expected"), TYPES)
def test_a_crowd_gives_the_deed_its_type(text: str, expected: str) -> None:
    assert expected in [claim.type for claim in claims(text)]


def test_armed_men_beside_a_protest_still_fight() -> None:
    found = claims("هاجم مسلحو تنظيم داعش نقطة للجيش العراقي في بلدة الرشاد.")
    assert [claim.type for claim in found] == ["Armed clash"]
