"""Dates days that have a number: in either calendar, in both, or in "this month"."""

from collections.abc import Iterable
from datetime import date, timedelta

from sijill.mentions.time.almanac import (
    DAY,
    day_of,
    hijri_day,
    hijri_year_of,
    months_away,
    precision_of,
)
from sijill.mentions.time.constraint import Constraints
from sijill.mentions.time.reading import WEEKDAYS, Frame, Reading

AHEAD = timedelta(days=3)
"""A date without a year is of the past, or at most this far ahead …"""
SOON = timedelta(days=60)
"""… or this far, where its weekday fits there and not in the past."""


def dates(c: Constraints, frame: Frame) -> list[Reading]:
    """A day and month, in one calendar or both, with all that stands beside them."""
    days = _gregorian(c, frame) if c.day is not None and c.month is not None else _hijri(c, frame)
    if not days:
        return [Reading(None, None, "day")]
    matching = [d for d in days if c.weekday is None or d.weekday() == c.weekday]
    if frame.today is not None:
        chosen = _chosen(c, days, matching, frame.today)
        return [_with_range(c, chosen)]
    if not matching and c.full:
        return [_with_range(c, days[0])]
    return [_with_range(c, day) for day in matching] or [Reading(None, None, "day")]


def _with_range(c: Constraints, day: date) -> Reading:
    """The day as a reading, with the day that ends its range and what contradicts it."""
    end = day
    if c.day2 is not None or c.hday2 is not None:
        end = day + ((c.day2 or 0) - (c.day or 0) + (c.hday2 or 0) - (c.hday or 0)) * DAY
    elif c.feast_days > 1:
        end = day + (c.feast_days - 1) * DAY
    return Reading(day, end, precision_of(day, end), "", _contradiction(c, day))


def two_months(c: Constraints) -> str | None:
    if c.other_month is None:
        return None
    return f"the text names month {c.month} and in brackets month {c.other_month}"


def _contradiction(c: Constraints, day: date) -> str | None:
    if c.weekday is not None and day.weekday() != c.weekday:
        return (
            f"the text says {WEEKDAYS[c.weekday]}, "
            f"but {day.isoformat()} is a {WEEKDAYS[day.weekday()]}"
        )
    if c.day is not None and c.hday is not None and c.hmonth is not None:
        near = [_hijri_on(c, y) for y in (hijri_year_of(day) - 1, hijri_year_of(day))]
        near.append(_hijri_on(c, hijri_year_of(day) + 1))
        if not any(h is not None and abs((h - day).days) <= 1 for h in near):
            return f"the Hijri date beside it does not fall on {day.isoformat()}"
    return two_months(c)


def _hijri_on(c: Constraints, year: int) -> date | None:
    assert c.hmonth is not None and c.hday is not None
    return hijri_day(c.hyear or year, c.hmonth, c.hday)


def years(c: Constraints, frame: Frame) -> Iterable[int]:
    if c.year is not None:
        return (c.year,)
    if frame.today is None:
        return range(frame.first.year, frame.last.year + 1)
    if c.year_side is not None:
        return (frame.today.year + c.year_side,)
    # Four years back reach a 29 February.
    return range(frame.today.year - 4, frame.today.year + 2)


def _gregorian(c: Constraints, frame: Frame) -> list[date]:
    assert c.day is not None and c.month is not None
    days = (day_of(year, c.month, c.day) for year in years(c, frame))
    return [d for d in days if d is not None and (c.full or _within(d, frame))]


def _within(day: date, frame: Frame) -> bool:
    return frame.today is not None or frame.first <= day <= frame.last


def hijri_years(c: Constraints, frame: Frame) -> Iterable[int]:
    if c.hyear is not None:
        return (c.hyear,)
    if c.year is not None:
        first = hijri_year_of(date(c.year, 1, 1))
        return range(first, first + 2)
    if frame.today is not None:
        this = hijri_year_of(frame.today)
        side = c.year_side
        return (this + side,) if side is not None else range(this - 1, this + 2)
    return range(hijri_year_of(frame.first), hijri_year_of(frame.last) + 1)


def _hijri(c: Constraints, frame: Frame) -> list[date]:
    """The Hijri day, moved by a day at most where the weekday or today asks for it."""
    found = []
    for year in hijri_years(c, frame):
        day = _hijri_on(c, year)
        if day is None or (c.year is not None and day.year != c.year):
            continue
        if c.hyear is None and not _within(day, frame):
            continue
        found.append(_sighted(c, day, frame.today))
    return found


def _sighted(c: Constraints, day: date, today: date | None) -> date:
    """The day that the writer meant: the moon may have been seen a day earlier or later."""
    if c.weekday is not None:
        return next((d for d in (day, day + DAY, day - DAY) if d.weekday() == c.weekday), day)
    if c.shift is not None and today is not None:
        meant = today + c.shift * DAY
        return meant if abs((meant - day).days) <= 1 else day
    return day


def _chosen(c: Constraints, days: list[date], matching: list[date], today: date) -> date:
    """The one of the days that a writer of `today` means."""
    if c.shift is not None and today + c.shift * DAY in days:
        return today + c.shift * DAY
    plain = _nearest(c, days, today)
    if plain in matching or not matching:
        return plain
    soon = [d for d in matching if today < d <= today + SOON]
    return soon[0] if soon else plain


def _nearest(c: Constraints, days: list[date], today: date) -> date:
    side = c.month_side if c.month_side is not None else c.weekday_side
    if side == 1:
        return next((d for d in days if d > today), days[-1])
    if side == 0:
        return min(days, key=lambda d: (abs((d - today).days), d))
    limit = today - DAY if side is not None else today + AHEAD
    past = [d for d in days if d <= limit]
    return past[-1] if past else days[0]


def day_of_side(c: Constraints, frame: Frame) -> Reading:
    """ "The 12th of this month"."""
    if frame.today is None or c.day is None:
        return Reading(None, None, "day")
    month = months_away(frame.today.replace(day=1), c.month_side or 0)
    if c.month_side is None and c.same_unit == "month" and frame.spoken is not None:
        month = frame.spoken[0]
    day = day_of(month.year, month.month, c.day)
    return Reading(None, None, "day") if day is None else _with_range(c, day)
