"""Words of war that tell of no event: figures, ancient wars, aims, things instead of people."""

import pytest

import sijill
from sijill.claims.assemble import assemble
from tests.claims.room import claims, scene

PEACE = [
    "سيطر لاعبو الفريق الضيف على وسط الملعب طوال الشوط الثاني، وشن المهاجم هجمات متتالية على مرمى "
    "الحارس قبل أن يسجل هدف الفوز في الدقيقة الأخيرة من المباراة التي تابعها آلاف المشجعين.",
    "اجتاحت موجة غلاء أسواق المدينة، وقال تجار إن الأسعار تعرضت لهجوم من المضاربين الذين خاضوا "
    "معركة على الدولار منذ مطلع الشهر، فيما وعدت الحكومة بحماية المستهلك من الفساد والتضخم.",
]


@pytest.mark.parametrize("text", PEACE)
def test_a_report_without_fighters_or_weapons_tells_of_no_fight(text: str) -> None:
    assert sijill.load()(text).claims == ()


def test_a_war_of_another_age_is_no_event() -> None:
    assert claims("هزم صلاح الدين جيش الصليبيين في معركة حطين عام 1187.") == ()


@pytest.mark.parametrize(
    "text",
    ["عثرت الشرطة في الدار على عبوات ناسفة.", "أوقفت الوزارة المفاوضات مع الشركة في القاهرة."],
)
def test_a_thing_that_is_named_or_stopped_is_no_blast_and_no_arrest(text: str) -> None:
    unwanted = {"Remote explosive/landmine/IED", "Arrests"}
    assert unwanted.isdisjoint(claim.type for claim in claims(text))


def test_a_checkpoint_that_is_called_an_ambush_is_none() -> None:
    found = claims(
        "هاجم مسلحون من ولاية سيناء كمينا للشرطة ثم انفجرت عبوة على كمين أمني قرب بئر العبد."
    )
    assert "كمين" not in [claim.trigger for claim in found]


def test_a_reason_is_no_gathering() -> None:
    assert claims("استدعت الوزارة السفير احتجاجا على التصريحات.") == ()


def test_a_leaving_that_was_only_tried_is_none() -> None:
    assert claims("حاول عناصر داعش الهرب من مدينة الموصل.") == ()


def test_what_leaves_an_event_open_is_weighed_and_what_settles_it_is_not() -> None:
    text = "دارت معارك عنيفة بين الجيش السوداني وقوات الدعم السريع في مدينة الخوي. {}"
    open_ = assemble(scene(text.format("واستمرت الاشتباكات حتى المساء.")))
    doubts = [
        "doubt:refers back to an event told elsewhere" in trace.because
        for claim in open_
        for trace in claim.trace
        if trace.field == "claim"
    ]
    assert doubts == [False, True]
    feared = assemble(scene(text.format("ونزح السكان خوفا من معارك جديدة.")))
    assert [claim.trigger for claim in feared] == ["معارك"]
