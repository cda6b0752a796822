"""Dates periods: months of either calendar, weeks, seasons, years."""

from collections.abc import Iterator
from datetime import date

from sijill.mentions.time.almanac import (
    DAY,
    Range,
    hijri_month,
    hijri_year,
    month_of,
    months_away,
    week_of,
    year_of,
)
from sijill.mentions.time.constraint import Constraints
from sijill.mentions.time.day import hijri_years, years
from sijill.mentions.time.reading import Frame


def periods(c: Constraints, frame: Frame) -> Iterator[Range]:
    if c.hmonth is not None or c.hyear is not None:
        yield from _hijri_periods(c, frame)
    elif c.season is not None:
        yield from _seasons(c, frame)
    elif c.month is not None:
        yield from _named_months(c, frame)
    elif c.month_side is not None:
        if frame.today is not None:
            first = months_away(frame.today.replace(day=1), c.month_side)
            yield month_of(first.year, first.month)
    elif c.week_side is not None:
        if frame.today is not None:
            yield week_of(frame.today + 7 * c.week_side * DAY)
    elif c.year is not None:
        yield year_of(c.year, c.year2)
    elif c.year_side is not None and frame.today is not None:
        yield year_of(frame.today.year + c.year_side)


def _named_months(c: Constraints, frame: Frame) -> Iterator[Range]:
    assert c.month is not None
    months = [_months_to(year, c.month, c.month2, c.year2) for year in years(c, frame)]
    if c.year is not None:
        yield months[0]
    elif frame.today is not None:
        yield _month_meant(c, months, frame.today)


def _months_to(year: int, first: int, last: int | None, last_year: int | None) -> Range:
    """The month, or the months up to `last`, of the next year if that comes earlier in it."""
    if last is None:
        return month_of(year, first)
    return month_of(year, first)[0], month_of(last_year or year + (last < first), last)[1]


def _seasons(c: Constraints, frame: Frame) -> Iterator[Range]:
    """Three months; a winter is of the year in which it begins."""
    assert c.season is not None
    if c.year is None and frame.today is None:
        return
    firsts = [date(year, c.season, 1) for year in years(c, frame)]
    seasons = [(first, months_away(first, 3) - DAY) for first in firsts]
    if c.year is not None or c.year_side is not None:
        yield seasons[0]
    elif frame.today is not None:
        yield _month_meant(c, seasons, frame.today)


def _hijri_periods(c: Constraints, frame: Frame) -> Iterator[Range]:
    if c.hmonth is None:
        year = hijri_year(c.hyear or 0)
        if year is not None:
            yield year
        return
    if c.hyear is None and c.year is None and frame.today is None:
        return
    months = [m for y in hijri_years(c, frame) if (m := hijri_month(y, c.hmonth)) is not None]
    if c.hyear is not None:
        yield from months
    elif c.year is not None:
        yield from [m for m in months if m[0].year == c.year][:1]
    elif frame.today is not None and months:
        yield _month_meant(c, months, frame.today)


def _month_meant(c: Constraints, months: list[Range], today: date) -> Range:
    """The one of the months, in order, that a writer of `today` means."""
    if c.month_side == 1:
        return next((m for m in months if m[0] > today), months[-1])
    if c.month_side == 0:
        return min(months, key=lambda m: (abs((m[0] - today).days), m))
    past = [m for m in months if (m[1] if c.month_side is not None else m[0]) < today + DAY]
    if c.month_side is not None:
        past = [m for m in past if m[1] < today]
    return past[-1] if past else months[0]
