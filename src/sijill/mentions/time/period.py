"""Works out one expression: every stretch of days that fits all it states.

With a known day of writing there is one; without, as many as the years allow.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from sijill.mentions.time.almanac import (
    DAY,
    Range,
    day_of,
    hijri_day,
    hijri_month,
    hijri_year,
    hijri_year_of,
    month_of,
    months_away,
    part_of,
    precision_of,
    seven_days,
    week_of,
    weekday_before,
    year_of,
)
from sijill.mentions.time.constraint import Constraints

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
AHEAD = timedelta(days=3)
"""A date without a year is of the past, or at most this far ahead …"""
SOON = timedelta(days=60)
"""… or this far, where its weekday fits there and not in the past."""


class Reading(NamedTuple):
    """One way to date an expression."""

    start: date | None
    end: date | None
    precision: str
    reason: str = ""
    contradiction: str | None = None


class Frame(NamedTuple):
    """What an expression is read against."""

    today: date | None
    """The day of writing."""
    first: date
    last: date
    """Bounds of the dates thought of where there is no day of writing."""
    spoken: Range | None = None
    """The days that the text spoke of last, for "the same day"."""


def read(c: Constraints, frame: Frame) -> list[Reading]:
    """Every reading of `c`, earliest first; one at most where the day of writing is known."""
    return [_governed(c.op, reading, frame) for reading in _ungoverned(c, frame)]


def _ungoverned(c: Constraints, frame: Frame) -> list[Reading]:
    if c.same is not None:
        return [_same(c, frame)]
    if c.dated and (c.month is not None or c.hmonth is not None):
        return _dates(c, frame)
    if c.dated:
        return [_day_of_side(c, frame)]
    if c.shift is not None:
        return [_shifted(c, frame)]
    if c.weekday is not None:
        return [_weekday(c, frame)]
    periods = list(_periods(c, frame))
    if periods:
        if c.part is not None:
            periods = [part_of(period, c.part) for period in periods]
        if c.nth_week is not None:
            periods = [seven_days(period, c.nth_week) for period in periods]
        return [Reading(a, b, precision_of(a, b), "", _two_months(c)) for a, b in periods]
    if c.hour is not None or c.day_part is not None:
        return [_hour(frame)]
    return [Reading(None, None, _silent(c))]


def _silent(c: Constraints) -> str:
    """The precision of a period that cannot be dated."""
    if c.nth_week is not None:
        return "week"
    if c.part is not None:
        return "week" if c.month_side is not None or c.month is not None else "month"
    if c.week_side is not None:
        return "week"
    if c.month is not None or c.hmonth is not None or c.month_side is not None:
        return "month"
    return "year" if c.year_side is not None else "unknown"


# -- days with a number


def _dates(c: Constraints, frame: Frame) -> list[Reading]:
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


def _two_months(c: Constraints) -> str | None:
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
    return _two_months(c)


def _hijri_on(c: Constraints, year: int) -> date | None:
    assert c.hmonth is not None and c.hday is not None
    return hijri_day(c.hyear or year, c.hmonth, c.hday)


def _years(c: Constraints, frame: Frame) -> Iterable[int]:
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
    days = (day_of(year, c.month, c.day) for year in _years(c, frame))
    return [d for d in days if d is not None and (c.full or _within(d, frame))]


def _within(day: date, frame: Frame) -> bool:
    return frame.today is not None or frame.first <= day <= frame.last


def _hijri_years(c: Constraints, frame: Frame) -> Iterable[int]:
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
    for year in _hijri_years(c, frame):
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


def _day_of_side(c: Constraints, frame: Frame) -> Reading:
    """ "The 12th of this month"."""
    if frame.today is None or c.day is None:
        return Reading(None, None, "day")
    month = months_away(frame.today.replace(day=1), c.month_side or 0)
    if c.month_side is None and c.same_unit == "month" and frame.spoken is not None:
        month = frame.spoken[0]
    day = day_of(month.year, month.month, c.day)
    return Reading(None, None, "day") if day is None else _with_range(c, day)


# -- days without a number


def _shifted(c: Constraints, frame: Frame) -> Reading:
    if frame.today is None or c.shift is None:
        return Reading(None, None, "day")
    day = frame.today + c.shift * DAY
    reason = f"{_distance(c.shift)} the day of writing, {frame.today.isoformat()}"
    if c.weekday is not None and day.weekday() != c.weekday:
        said = weekday_before(frame.today + max(c.shift, 0) * DAY, c.weekday)
        clash = f"the text says {WEEKDAYS[c.weekday]}, but that day is a {WEEKDAYS[day.weekday()]}"
        return Reading(said, said, "day", f"the latest {WEEKDAYS[c.weekday]}", clash)
    return Reading(day, day, "day", reason)


def _distance(shift: int) -> str:
    if shift == 0:
        return "it is"
    return f"{abs(shift)} day{'s' if abs(shift) > 1 else ''} {'after' if shift > 0 else 'before'}"


def _weekday(c: Constraints, frame: Frame) -> Reading:
    assert c.weekday is not None
    precision = "days" if c.weekday2 is not None else "day"
    if frame.today is None:
        return Reading(None, None, precision)
    length = (c.weekday2 - c.weekday) % 7 if c.weekday2 is not None else 0
    if c.week_side is not None:
        monday = week_of(frame.today)[0] + 7 * c.week_side * DAY
        start = monday + c.weekday * DAY
        reason = "that day of the week named"
    elif c.weekday_side == 1:
        start = weekday_before(frame.today + 7 * DAY, c.weekday)
        reason = f"the next {WEEKDAYS[c.weekday]} after {frame.today.isoformat()}"
    else:
        limit = frame.today - length * DAY
        if c.weekday_side is not None and c.weekday_side < 0:
            limit = frame.today - max(length, 1) * DAY + (c.weekday_side + 1) * 7 * DAY
        start = weekday_before(limit, c.weekday)
        reason = f"the latest {WEEKDAYS[c.weekday]} for a text of {frame.today.isoformat()}"
    return Reading(start, start + length * DAY, precision, reason)


def _hour(frame: Frame) -> Reading:
    """A time of day alone: of the day spoken of, else of today."""
    if frame.spoken is not None and frame.spoken[0] == frame.spoken[1]:
        day = frame.spoken[0]
        return Reading(day, day, "day", "a time on the day that the sentence speaks of")
    if frame.today is None:
        return Reading(None, None, "day")
    return Reading(frame.today, frame.today, "day", "a time on the day of writing")


def _same(c: Constraints, frame: Frame) -> Reading:
    """ "The same day", "the next day", "the same month"."""
    unit = c.same_unit or "day"
    if frame.spoken is None:
        return Reading(None, None, "day" if c.dated else unit)
    start, end = frame.spoken
    if unit == "month":
        start, end = month_of(start.year, start.month)
        day = day_of(start.year, start.month, c.day) if c.day is not None else None
        if day is not None:
            start = end = day
    elif unit == "year":
        start, end = year_of(start.year)
        day = day_of(start.year, c.month, c.day or 1) if c.month is not None else None
        if day is not None:
            start, end = (day, day) if c.day is not None else month_of(day.year, day.month)
    elif unit == "week":
        start, end = week_of(start)
    else:
        start, end = end + (c.same or 0) * DAY, end + (c.same or 0) * DAY
    return Reading(start, end, precision_of(start, end), "counted from the day named before")


# -- months, weeks, years


def _periods(c: Constraints, frame: Frame) -> Iterator[Range]:
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
    months = [_months_to(year, c.month, c.month2, c.year2) for year in _years(c, frame)]
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
    firsts = [date(year, c.season, 1) for year in _years(c, frame)]
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
    months = [m for y in _hijri_years(c, frame) if (m := hijri_month(y, c.hmonth)) is not None]
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


# -- what governs the expression


def _governed(op: str, reading: Reading, frame: Frame) -> Reading:
    """The reading under "since", "until", "before" or "after"."""
    start, end, today = reading.start, reading.end, frame.today
    if op == "since" and start is not None:
        if today is None or today < start:
            return reading._replace(end=None if today is None else end, precision="unknown")
        return reading._replace(end=today, precision=precision_of(start, today))
    if op == "until":
        return reading._replace(start=None, precision="unknown")
    if op == "before":
        before = None if start is None else start - DAY
        return reading._replace(start=None, end=before, precision="unknown")
    if op == "after":
        return reading._replace(start=None, end=None, precision="unknown")
    return reading
