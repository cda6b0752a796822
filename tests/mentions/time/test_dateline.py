"""The publication date is read from a date line, never from running prose."""

from datetime import date

import pytest

from sijill.mentions.time.dateline import publication_date
from tests.mentions.time.room import tagged, words

BODY = (
    "سيطرت القوة على التلال المحيطة بالبلدة بعد اشتباكات عنيفة استمرت حتى ساعات المساء الأولى "
    "وأسفرت عن مقتل عدد من المقاتلين من الطرفين بحسب ما قال شهود من سكان المنطقة"
)


def stated(text: str) -> date | None:
    value = publication_date(tagged(text), words())
    return None if value is None else value.start


@pytest.mark.parametrize(
    "line",
    [
        "7 مارس، 2019",
        "الخميس 7 آذار, 2019",
        "7 آذار 2019 1520 مشاهدات",
        "Published: 2019-03-07",
        "Published: 2019-03-07T10:15:00",
        "تاريخ النشر: 7/3/2019",
        "نشر في 7 مارس/آذار 2019 الساعة 10:15",
        "March 7, 2019",
        "دمشق – 7 آذار 2019",
        "أخبار | الخميس، 7 مارس 2019",
        "آخر تحديث: الخميس 7 مارس 2019 - 10:15 بتوقيت غرينتش",
    ],
)
def test_a_line_that_is_only_a_date_states_it(line: str) -> None:
    assert stated(f"عنوان الخبر عن البلدة والقوة\n{BODY}\n{line}\n") == date(2019, 3, 7)
    assert stated(f"{line}\n{BODY}\n") == date(2019, 3, 7)


def test_an_opener_with_place_and_date_states_it() -> None:
    assert stated(f"صنعاء - 7 مارس 2019: {BODY}") == date(2019, 3, 7)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY} في 7 آذار 2019 كما قالوا",
        f"{BODY}\nمشهد من الحي بعد القصف الذي تعرض له في 7 آذار 2019",
        f"{BODY}\n7 آذار",
        "",
    ],
)
def test_prose_captions_and_dates_without_a_year_state_nothing(text: str) -> None:
    assert stated(text) is None


def test_the_line_next_to_the_body_wins_over_the_clock_of_the_site() -> None:
    clock = "الجمعة 3 تموز, 2026\nالرئيسية\nسياسة\nرياضة\nعنوان الخبر عن البلدة"
    assert stated(f"{clock}\n{BODY}\n7 آذار، 2019") == date(2019, 3, 7)


def test_an_unlabelled_date_high_above_the_body_is_the_day_of_the_visit() -> None:
    menu = "\n".join(["الرئيسية", "سياسة", "رياضة", "اقتصاد", "صور", "اللغة"])
    assert stated(f"عنوان الخبر\nالجمعة 3 تموز, 2026\n{menu}\n{BODY}") is None
    assert stated(f"عنوان الخبر\nتاريخ النشر: 7 آذار 2019\n{menu}\n{BODY}") == date(2019, 3, 7)


def test_a_labelled_line_wins_over_a_nearer_one() -> None:
    text = f"تاريخ النشر: 7/3/2019\nسياسة\nعنوان\n{BODY}\n9 آذار، 2019"
    assert stated(text) == date(2019, 3, 7)


def test_a_line_that_contradicts_the_texts_own_today_is_passed_over() -> None:
    text = f"الجمعة 3 تموز, 2026\n{BODY} اليوم الخميس\nالرئيسية\nسياسة\nرياضة\n7 آذار، 2019"
    assert stated(text) == date(2019, 3, 7)


def test_a_date_line_whose_weekday_is_wrong_is_not_believed() -> None:
    assert stated(f"{BODY}\nالأحد 7 آذار 2019") is None
