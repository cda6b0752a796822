from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.ingest.dates import read_date

DAY = date(2018, 3, 18)


@pytest.mark.parametrize(
    "written",
    [
        "2018-03-18",
        "2018-03-18T23:59:00+03:00",
        "2018-03-18T23:59:00Z",
        "2018-03-18 10:20:30",
        "2018/03/18",
        "2018.3.18",
        "20180318",
        "20180318T102030Z",
        "18/03/2018",
        "18.03.2018 10:20",
        "03/18/2018",
        "18 March 2018",
        "18-Mar-2018",
        "Mar 18, 2018",
        "Sunday, March 18th, 2018",
        "Sun, 18 Mar 2018 10:20:30 GMT",
        "٢٠١٨-٠٣-١٨",
        "۲۰۱۸/۰۳/۱۸",
        "1521370800",
        1521370800,
        1521370800000,
        DAY,
    ],
)
def test_common_forms_give_the_day_as_written(written: object) -> None:
    assert read_date(written).day == DAY


@pytest.mark.parametrize("written", ["03/04/2018", "3.4.2018", "12-11-2018", "٠٣/٠٤/٢٠١٨"])
def test_day_and_month_are_never_guessed(written: str) -> None:
    read = read_date(written)
    assert read.day is None
    assert read.problem is not None
    assert "day-month or month-day" in read.problem


def test_equal_day_and_month_need_no_guess() -> None:
    assert read_date("03/03/2018").day == date(2018, 3, 3)


@pytest.mark.parametrize(
    "written",
    ["yesterday", "2018", "2018-13-45", "31/02/2018", "0001-01-01", "18/03/18", "²", "12", "{}"],
)
def test_what_is_no_date_is_named_as_a_problem(written: str) -> None:
    read = read_date(written)
    assert read.day is None
    assert read.problem is not None
    assert "YYYY-MM-DD" in read.problem


@pytest.mark.parametrize("nothing", [None, "", "  ", True])
def test_nothing_is_no_problem(nothing: object) -> None:
    read = read_date(nothing)
    assert (read.day, read.problem) == (None, None)


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_a_problem(written: str) -> None:
    read = read_date(written)
    assert (read.day is None) or (read.problem is None)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_iso_dates_come_back(day: date) -> None:
    assert read_date(day.isoformat()).day == day
