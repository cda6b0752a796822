"""Calendar arithmetic holds at the edges."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sijill.mentions.time.almanac import (
    hijri_day,
    hijri_month,
    month_of,
    months_away,
    part_of,
    precision_of,
    week_of,
    weekday_before,
    year_of,
)

DAYS = st.dates(date(1950, 1, 1), date(2070, 1, 1))


@given(DAYS, st.sampled_from(["month", "year", "week"]))
def test_the_three_parts_of_a_period_cover_it_without_gap(day: date, unit: str) -> None:
    period = {
        "month": month_of(day.year, day.month),
        "year": year_of(day.year),
        "week": week_of(day),
    }[unit]
    first, middle, last = (part_of(period, part) for part in ("begin", "middle", "end"))
    one = timedelta(days=1)
    assert (first[0], last[1]) == period
    assert (middle[0], last[0]) == (first[1] + one, middle[1] + one)


@given(DAYS, st.integers(-40, 40))
def test_months_away_keeps_the_day_or_takes_the_last(day: date, months: int) -> None:
    away = months_away(day, months)
    assert (away.year - day.year) * 12 + away.month - day.month == months
    assert away.day == min(day.day, month_of(away.year, away.month)[1].day)


@given(DAYS, st.integers(0, 6))
def test_the_weekday_before_is_within_the_last_seven_days(day: date, weekday: int) -> None:
    found = weekday_before(day, weekday)
    assert found.weekday() == weekday and 0 <= (day - found).days <= 6


def test_hijri_days_outside_the_calendar_are_none() -> None:
    assert hijri_day(1440, 9, 31) is None
    assert hijri_day(700, 1, 1) is None
    assert hijri_month(700, 1) is None


def test_lengths_have_the_codebooks_words() -> None:
    start = date(2024, 5, 1)
    words = [precision_of(start, start + timedelta(days=n)) for n in (0, 1, 5, 6, 13, 29, 366)]
    assert words == ["day", "days", "days", "week", "week", "month", "year"]
    assert precision_of(None, start) == "unknown"
