"""Spans are whole expressions, and words that only look like times are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.mentions.time.constraint import Constraints
from sijill.mentions.time.find import find
from tests.mentions.time.room import spans, tagged, words

FALSE_FRIENDS = [
    "مارس القائد ضغوطا على خصومه",
    "فجر المهاجم سيارته أمام البوابة",
    "ظهر الناطق في تسجيل جديد",
    "أصيب شاب عمره 19 عاما",
    "قتل كهل (60 عاما) وطفلة (5 أعوام)",
    "استمرت العملية لمدة ثلاثة أيام",
    "أعلنوا هدنة 72 ساعة",
    "نشرت صحيفة المصري اليوم تقريرا",
    "بثت قناة ليبيا اليوم لقطات",
    "أغلقت ساحة 17 شباط",
    "قوات تحالف 14 آذار",
    "انسحب لواء 30 حزيران",
    "قرب مشفى تشرين العسكري",
    "وصلت إلى باب المدينة",
    "قال شعبان إن الوضع هادئ",
    "أبو رجب قائد الكتيبة",
    "بلغت النسبة 70%",
    "شاهدها 2727 شخصا",
    "على الطريق رقم 2015",
    "انتهت المباراة بنتيجة 3-1",
    "للمرة الأولى في تاريخها",
    "القتيل الأول من عائلته",
    "استشهد العشرات",
    "لليوم الثالث على التوالي",
    "في اليوم الأول من الهجوم",
    "صفر مقابل صفر",
    "ساعة الصفر",
    "يوم القيامة",
    "عام دراسي جديد",
    "شهر العسل",
    "شارع الثلاثين",
    "الفرقة 17",
    "محطة T2",
    "أرسل 2014 رسالة و2015 طردا",
    "",
]


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_a_false_friend_is_no_time(text: str) -> None:
    assert spans(text) == []


def test_expressions_come_in_text_order_and_do_not_overlap() -> None:
    text = "قتل ثلاثة أمس وأصيب اثنان صباح اليوم السبت 4 أيار، ثم هدأت الجبهة حتى الآن"
    assert spans(text) == ["أمس", "صباح اليوم السبت 4 أيار", "حتى الآن"]


def test_a_conjunction_is_not_part_of_the_expression() -> None:
    assert spans("ومنذ أيام يحاصرون الحي ومؤخرا قصفوه") == ["منذ أيام", "مؤخرا"]


def test_an_expression_does_not_run_over_the_end_of_a_sentence() -> None:
    assert spans("هاجموا السبت. 14 أيار عيد المدينة") == ["السبت", "14 أيار"]


def test_marks_and_stretched_letters_do_not_hide_a_time() -> None:
    text = "هاجموا يَوْمَ الأَحَـــد المَاضِي"
    assert spans(text) == ["يَوْمَ الأَحَـــد المَاضِي"]


def test_the_constraints_say_what_the_words_say() -> None:
    (mention,) = find(tagged("هاجموا مساء السبت الرابع من أيار الجاري"), words())
    stated = Constraints.of(mention)
    assert (stated.day_part, stated.weekday, stated.day, stated.month) == ("evening", 5, 4, 5)
    assert (stated.month_side, stated.year) == (0, None)


def test_each_mention_knows_its_sentence() -> None:
    found = find(tagged("قتلوا أمس. هدأ الحي. عادوا اليوم."), words())
    assert [Constraints.of(m).sentence for m in found] == [0, 2]


HEAP = """
اليوم أمس السبت الأحد من في شهر أيار مايو رمضان 14 2018 الثالث والعشرين منذ قبل خلال أيام
الماضي الجاري / - ، . ( ) عام يومي و الساعة صباحا مطلع هذا الأسبوع عيد الفطر ال ٣
17/3/2018 حتى الآن ألفين بين الموافق هـ م نفسه 99 0 31 12.5.2018 قتل
"""
PIECES = st.lists(st.sampled_from(HEAP.split()), max_size=14).map(" ".join)


@given(PIECES)
def test_any_heap_of_time_words_is_read_without_overlap(text: str) -> None:
    end = 0
    for mention in find(tagged(text), words()):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
