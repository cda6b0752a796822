"""What is told as news, as going on, as past or as planned; and what is not told at all."""

import pytest

from tests.claims.room import claims, one


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قصفت قوات الدعم السريع مدينة الأبيض صباح اليوم.", "new"),
        (
            "لا تزال الاشتباكات مستمرة بين الجيش السوداني وقوات الدعم السريع في مدينة الفاشر.",
            "ongoing",
        ),
        ("وكانت جماعة الحوثي قد قصفت مدينة مأرب الشهر الماضي بصاروخ باليستي.", "background"),
        ("هددت جماعة الحوثي باستهداف مدينة عدن.", "planned"),
        ("يعتزم الجيش السوداني اقتحام مدينة بارا.", "planned"),
        ("يعتزم الجيش العراقي شن عملية عسكرية على مواقع تنظيم داعش في جبال حمرين.", "planned"),
    ],
)
def test_the_standing_of_an_event_in_the_news(text: str, status: str) -> None:
    assert one(text).status == status


def test_a_date_long_before_the_publication_is_background() -> None:
    assert one("قصفت قوات الدعم السريع مدينة الأبيض في 3 مارس 2024.").status == "background"


@pytest.mark.parametrize(
    "text",
    [
        "إذا قصفت القوات الروسية مدينة إدلب فسوف ينزح آلاف المدنيين.",
        "حذر مصدر طبي من كارثة إذا اقتحم الجيش الإسرائيلي مدينة رفح.",
        "لم تقصف الطائرات مدينة إدلب اليوم.",
        "دعا المبعوث الأممي إلى وقف القصف على مدينة الفاشر.",
    ],
)
def test_a_condition_a_negation_and_a_call_are_no_claim(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "معركة انتخابية حامية بين الحزبين في مدينة بيروت.",
        "شن الوزير هجوما لاذعا على خصومه.",
        "زرع اللاعبون أشجارا في حديقة المدينة.",
        "انفجار سكاني في مدينة القاهرة يقلق خبراء التخطيط.",
        "سجل المهاجم هدفا بضربة جزاء في مباراة الديربي بمدينة جدة.",
    ],
)
def test_a_figure_of_speech_is_no_claim(text: str) -> None:
    assert claims(text) == ()
