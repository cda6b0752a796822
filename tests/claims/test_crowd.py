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
    (
        "فتحت قوات الأمن السورية النار على مظاهرة في مدينة دوما.",
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


CROWDS = [
    ("اعتصم معلمون أمام مديرية التربية في مدينة الناصرية.", ["معلمون"]),
    ("خرج المئات في مظاهرة وسط مدينة تعز.", ["المئات"]),
    ("احتشد عدد كبير من أهالي البلدة في وقفة احتجاجية بمدينة جنين.", ["أهالي البلدة"]),
]


@pytest.mark.parametrize(("text", "expected"), CROWDS)
def test_who_gathers_is_named_by_trade_town_or_number(text: str, expected: list[str]) -> None:
    found = [c for c in claims(text) if c.type == "Peaceful protest"]
    assert [[p.text for p in c.initiator] for c in found[:1]] == [expected]


def test_no_armed_party_of_the_report_takes_to_the_streets() -> None:
    found = claims("انتشر الجيش العراقي في مدينة البصرة. واعتصم محامون أمام المحكمة.")
    protest = [c for c in found if c.type == "Peaceful protest"]
    assert all(p.id is None for c in protest for p in c.initiator)


FORCE = [
    (
        "تقدمت قوة من الجيش العراقي نحو المعتصمين في الناصرية وفتحت النار.",
        "Excessive force against protesters",
    ),
    (
        "أصيب ستة متظاهرين بقنابل غاز أطلقتها الشرطة العراقية في مدينة النجف.",
        "Protest with intervention",
    ),
    ("اندلعت مواجهات بين شبان وقوات الاحتلال في بلدة تقوع.", "Violent demonstration"),
    (
        "أصيب ثلاثة شبان بالرصاص الحي خلال مواجهات مع قوات الاحتلال في بلدة بيتا.",
        "Excessive force against protesters",
    ),
    (
        "استشهد الفتى محمد سعيد برصاص الاحتلال خلال مواجهات في بلدة سلواد.",
        "Excessive force against protesters",
    ),
    ("أضرم محتجون النار في الإطارات وسط مدينة صور.", "Violent demonstration"),
    ("رشق شبان بالحجارة مركز الشرطة العراقية في مدينة الكوت.", "Violent demonstration"),
]


@pytest.mark.parametrize(("text", "expected"), FORCE)
def test_force_between_crowds_and_police(text: str, expected: str) -> None:
    assert expected in [claim.type for claim in claims(text)]
