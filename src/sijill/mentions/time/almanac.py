"""Calendar arithmetic: months, weeks, parts of periods, Hijri dates as Gregorian ones."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from hijridate import Gregorian, Hijri

Range = tuple[date, date]
"""First and last day, both included."""

DAY = timedelta(days=1)


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, None where the month has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Range:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_of(year: int, last: int | None = None) -> Range:
    return date(year, 1, 1), date(last or year, 12, 31)


def week_of(day: date) -> Range:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + 6 * DAY


def months_away(day: date, months: int) -> date:
    """The same day `months` later (earlier if negative), the month's last if it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def weekday_before(day: date, weekday: int) -> date:
    """The latest such weekday not after `day`."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


@lru_cache(maxsize=4096)
def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Umm al-Qura date; None where that calendar has none. Sighting may differ by a day."""
    try:
        return _plain(Hijri(year, month, day).to_gregorian())
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=1024)
def hijri_month(year: int, month: int) -> Range | None:
    """First and last day of the month."""
    first = hijri_day(year, month, 1)
    after = hijri_day(year + month // 12, month % 12 + 1, 1)
    return None if first is None or after is None else (first, after - DAY)


def hijri_year(year: int) -> Range | None:
    first, after = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    return None if first is None or after is None else (first, after - DAY)


@lru_cache(maxsize=1024)
def hijri_year_of(day: date) -> int:
    """The Hijri year in which `day` falls."""
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return int((day.year - 622) * 33 / 32)


def _plain(day: date) -> date:
    return date(day.year, day.month, day.day)


def part_of(period: Range, part: str) -> Range:
    """The beginning, middle or end of a period.

    A third of a month (days 1-10, 11-20, 21 on), a month of a season, a quarter at either end
    of a year with the half between, two days at either end of a week.
    """
    first, last = period
    length = (last - first).days + 1
    if length <= 7:
        cut = (2, 5)
    elif length <= 31:
        cut = (10, 20)
    elif length <= 100:
        cut = ((months_away(first, 1) - first).days, (months_away(first, 2) - first).days)
    else:
        spring, autumn = months_away(first, 3), months_away(last + DAY, -3)
        cut = ((spring - first).days, (autumn - first).days)
    if part == "begin":
        return first, first + (cut[0] - 1) * DAY
    if part == "middle":
        return first + cut[0] * DAY, first + (cut[1] - 1) * DAY
    return first + cut[1] * DAY, last


def seven_days(period: Range, nth: int) -> Range:
    """The nth seven days of a period, cut at its end; the last seven for -1."""
    first, last = period
    if nth < 0:
        return last - 6 * DAY, last
    start = min(first + 7 * (nth - 1) * DAY, last)
    return start, min(start + 6 * DAY, last)


def precision_of(start: date | None, end: date | None) -> str:
    """The codebook's word for a length: a fortnight is still a week, half a year still months."""
    if start is None or end is None:
        return "unknown"
    days = (end - start).days + 1
    if days <= 1:
        return "day"
    for limit, word in ((6, "days"), (14, "week"), (185, "month")):
        if days <= limit:
            return word
    return "year"
