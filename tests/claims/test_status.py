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
        ("شهدت مدينة تعز عام 2015 معارك بين الجيش اليمني وجماعة الحوثي.", "background"),
        ("يواصل الجيش الإسرائيلي قصف مدينة رفح.", "ongoing"),
        ("توعد حزب الله بقصف مدينة حيفا.", "planned"),
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
        "طالب الأهالي بوقف القصف على مدينة إدلب.",
        "لو سيطرت الحركة على مدينة مأرب لتغيرت المعادلة.",
        "خوفا من قصف جديد أخلى السكان منازلهم في مدينة رفح.",
        "لم تسجل أي غارة على مدينة صنعاء.",
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
        "حرب الأسعار تشتعل في أسواق مدينة بغداد.",
        "أطلقت وزارة الصحة حملة تطعيم في مدينة الموصل.",
        "اندلعت حرب كلامية بين الوزيرين في مدينة بيروت.",
        "قاد المدرب هجوما كاسحا في مباراة مدينة جدة.",
        "أوقفت البلدية العمل بمشروع الجسر في مدينة البصرة.",
        "انسحب النائب من جلسة البرلمان في مدينة بغداد.",
        "انفجار سكاني في مدينة القاهرة يقلق خبراء التخطيط.",
        "سجل المهاجم هدفا بضربة جزاء في مباراة الديربي بمدينة جدة.",
    ],
)
def test_a_figure_of_speech_is_no_claim(text: str) -> None:
    assert claims(text) == ()


RECALLED = {
    "since an event": "تقاتل العشائر الحوثيين منذ سيطرة الجماعة على مدينة صنعاء.",
    "a time after an event": "وصل الوفد بعد شهر من استعادة الجيش السوداني مدينة بارا.",
    "in answer to an event": "وصل الوفد ردا على قصف جماعة الحوثي مدينة مأرب.",
    "lately": "وسيطرت جماعة الحوثي مؤخرا على مدينة الحزم.",
    "the months past": "وقصفت طائرات روسية مدينة إدلب خلال الأشهر الماضية.",
    "ground that a place is known for": "وصل الوفد إلى مدينة بارا التي سيطر عليها الجيش السوداني.",
}


@pytest.mark.parametrize("text", RECALLED.values(), ids=RECALLED)
def test_what_only_dates_or_describes_is_background(text: str) -> None:
    assert [claim.status for claim in claims(text) if claim.type != "Armed clash"] == ["background"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("تقصف قوات الدعم السريع مدينة الأبيض منذ أيام.", "ongoing"),
        ("وقعت اشتباكات عنيفة تدور بين الجيش السوداني ومسلحين في مدينة بارا.", "ongoing"),
        ("اعترض الجيش السوداني صواريخ كانت موجهة إلى مدينة بورتسودان.", "new"),
        ("اغتال مسلحون الرئيس السابق للمجلس المحلي في مدينة درعا.", "new"),
    ],
)
def test_a_status_word_speaks_of_what_it_stands_by(text: str, status: str) -> None:
    assert [claim.status for claim in claims(text)][:1] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ستقصف القوات الإسرائيلية مدينة صور غدا.", "planned"),
        ("قد تقصف القوات الإسرائيلية مدينة صور.", "planned"),
        ("كانت دبابات الجيش السوداني تقصف مدينة الفاشر.", "new"),
    ],
)
def test_what_may_come_is_planned_and_what_went_on_is_news(text: str, status: str) -> None:
    assert one(text).status == status
