"""The unknown day of writing is one variable: what one expression says of it, all others use."""

from datetime import date

from tests.mentions.time.room import dated

TODAY = "شنوا هجوما صباح اليوم السبت الحادي عشر من أيار الجاري"


def test_a_pinned_today_dates_yesterday_and_last_month() -> None:
    found = dated(
        f"{TODAY}. قتل اثنان أمس. بدأت الحملة مطلع نيسان الماضي.",
        earliest=date(2014, 1, 1),
        latest=date(2020, 1, 1),
    )
    assert found["أمس"].start == date(2019, 5, 10)
    assert found["مطلع نيسان الماضي"].start == date(2019, 4, 1)


def test_two_expressions_together_leave_one_day() -> None:
    text = "شنوا هجوما اليوم الأربعاء العاشر من رمضان. وقال الناطق اليوم 15 أيار إنهم انسحبوا."
    value = dated(text)["اليوم الأربعاء العاشر من رمضان"]
    assert value.start == date(2019, 5, 15)
    assert any("leaves out" in reason or "fit one" in reason for reason in value.reasons)


def test_a_year_elsewhere_decides() -> None:
    text = f"{TODAY}. وكان القائد قد قتل في آذار 2019."
    value = dated(text)["صباح اليوم السبت الحادي عشر من أيار الجاري"]
    assert value.start == date(2019, 5, 11)
    assert value.confidence < 0.85


def test_the_year_in_which_something_began_does_not_decide() -> None:
    text = f"{TODAY}. والحي محاصر منذ عام 2013."
    value = dated(text)["صباح اليوم السبت الحادي عشر من أيار الجاري"]
    assert value.start is None
    assert date(2019, 5, 11) in [start for start, _ in value.candidates]


def test_without_any_pin_relative_days_stay_open_and_list_nothing() -> None:
    value = dated("شنوا هجوما أمس الأربعاء")["أمس الأربعاء"]
    assert (value.start, value.end, value.precision) == (None, None, "day")
    assert value.candidates == ()


def test_a_text_older_than_its_publication_date_keeps_its_own_today() -> None:
    found = dated("شنوا هجوما اليوم الاثنين. قتل اثنان أمس.", date(2024, 5, 15))
    assert found["اليوم الاثنين"].start == date(2024, 5, 13)
    assert found["أمس"].start == date(2024, 5, 12)
    assert "the text's own dates put its today at 2024-05-13" in found["أمس"].reasons


def test_one_slip_in_the_weekday_does_not_move_the_others() -> None:
    text = "شنوا هجوما اليوم الاثنين. وقال الناطق اليوم الأربعاء إنهم انسحبوا. قتل اثنان أمس."
    found = dated(text, date(2024, 5, 15))
    assert found["أمس"].start == date(2024, 5, 14)
    assert found["اليوم الاثنين"].contradiction is not None
