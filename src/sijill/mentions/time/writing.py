"""The day on which a text was written: given, or left as a variable that its dates narrow."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sijill.mentions.time.almanac import (
    DAY,
    day_of,
    hijri_day,
    hijri_year_of,
    month_of,
)
from sijill.mentions.time.constraint import Constraints
from sijill.mentions.time.reading import WEEKDAYS

FIRST, LAST = date(2003, 1, 1), date(2030, 12, 31)
"""Where nothing else is known, reports are of these years."""
RECENT = timedelta(days=183)
"""A report names full dates of the last half-year rather than of older ones."""
_MANY = 62
_LATE = 6
"""A publication date may follow the writing by this many days at most."""


class Writing(NamedTuple):
    """What is known of the day of writing."""

    days: tuple[date, ...]
    """Every day it can be, in order; empty where nothing narrows it."""
    reasons: tuple[str, ...]
    basis: str
    """published, text (its own dates leave this) or evidence (a year elsewhere suggests it)."""
    full: date | None = None
    """The latest day that the text itself dates in full."""


def writing_day(
    stated: Sequence[Constraints],
    published: date | None,
    earliest: date | None = None,
    latest: date | None = None,
) -> Writing:
    """The days on which a text with these expressions can have been written.

    A publication date settles it, unless every "today" and "yesterday" that names its weekday or
    date contradicts it and all agree on a day at most six days before it or one day after.
    Without one, each expression that pins today ("today, Saturday 14 May") leaves some days, and
    all must hold; where several remain, the half-year after the latest fully dated day in the text
    is preferred, then the latest year that the text names.
    """
    pins = [c for c in stated if _pins(c)]
    full = _latest_full(stated)
    if published is not None:
        return _published(pins, published, full)
    first, last = earliest or FIRST, latest or LAST
    days = sorted({d for d in _proposed(pins) if first <= d <= last})
    if not days:
        return Writing((), (), "text", full)
    reasons = [f"{len(days)} days fit one expression: {_listed(days)}"]
    days = _held(pins, days, reasons)
    basis = "text"
    if len(days) > 1:
        days, basis = _by_evidence(stated, days, full, reasons)
    return Writing(_thinned(days), tuple(reasons), basis, full)


def _thinned(days: Sequence[date]) -> tuple[date, ...]:
    """Of many days, the first and last of each month: enough to see that they disagree."""
    if len(days) <= _MANY:
        return tuple(days)
    ends: dict[tuple[int, int], tuple[date, date]] = {}
    for day in days:
        first, _ = ends.get((day.year, day.month), (day, day))
        ends[day.year, day.month] = (first, day)
    return tuple(sorted({day for pair in ends.values() for day in pair}))


def _pins(c: Constraints) -> bool:
    """Says something of today that can be checked."""
    if c.op not in ("at", "since", "until", "during"):
        return False
    beside = c.weekday is not None or c.dated or c.full
    if c.shift is not None:
        return beside
    return c.month_side == 0 and c.month is not None


def _listed(days: Sequence[date]) -> str:
    shown = ", ".join(day.isoformat() for day in days[:8])
    return shown if len(days) <= 8 else f"{shown} …"


def fits(c: Constraints, today: date) -> bool:
    """A text written on `today` can say `c`."""
    if c.shift is None:
        if c.month is not None and c.month_side == 0:
            late = c.day is not None and c.day > today.day + 1
            return c.month == today.month and not late and (c.year or today.year) == today.year
        return True
    day = today + c.shift * DAY
    if c.weekday is not None and day.weekday() != c.weekday:
        return False
    if c.day is not None and c.month is not None and (day.day, day.month) != (c.day, c.month):
        return False
    if c.year is not None and day.year != c.year:
        return False
    return c.hday is None or c.hmonth is None or _near_hijri(c, day)


def _near_hijri(c: Constraints, day: date) -> bool:
    assert c.hmonth is not None and c.hday is not None
    this = hijri_year_of(day)
    for year in (c.hyear,) if c.hyear is not None else (this - 1, this, this + 1):
        found = hijri_day(year, c.hmonth, c.hday)
        if found is not None and abs((found - day).days) <= 1:
            return True
    return False


# -- with a publication date


def _published(pins: Sequence[Constraints], published: date, full: date | None) -> Writing:
    stated = f"the publication date is {published.isoformat()}"
    if all(fits(c, published) for c in pins) or any(
        c.shift is not None and fits(c, published) for c in pins
    ):
        return Writing((published,), (stated,), "published", full)
    for days in (-1, 1, *range(-2, -_LATE - 1, -1)):
        day = published + days * DAY
        if all(fits(c, day) for c in pins):
            reason = f"the text's own dates put its today at {day.isoformat()}"
            return Writing((day,), (stated, reason), "published", full)
    return Writing((published,), (stated,), "published", full)


# -- without


def _proposed(pins: Sequence[Constraints]) -> Iterator[date]:
    """The days that the most telling expression leaves."""
    years = range(FIRST.year, LAST.year + 1)
    proposers: tuple[Callable[[Constraints, range], Iterator[date]], ...] = (
        _by_day,
        _by_hijri,
        _by_month,
    )
    for propose in proposers:
        for c in pins:
            found = [day for day in propose(c, years) if fits(c, day)]
            if found:
                yield from found
                return


def _by_day(c: Constraints, years: range) -> Iterator[date]:
    if c.shift is None or c.day is None or c.month is None:
        return
    for year in (c.year,) if c.year is not None else years:
        day = day_of(year, c.month, c.day)
        if day is not None:
            yield day - c.shift * DAY


def _by_hijri(c: Constraints, years: range) -> Iterator[date]:
    if c.shift is None or c.hday is None or c.hmonth is None:
        return
    first, last = hijri_year_of(date(years[0], 1, 1)), hijri_year_of(date(years[-1], 12, 31))
    for year in (c.hyear,) if c.hyear is not None else range(first, last + 1):
        day = hijri_day(year, c.hmonth, c.hday)
        if day is not None:
            yield from (day + near * DAY - c.shift * DAY for near in (-1, 0, 1))


def _by_month(c: Constraints, years: range) -> Iterator[date]:
    """ "The 16th of this March": the rest of that month, in any year that its weekday allows."""
    if c.month_side != 0 or c.month is None or c.day is None:
        return
    for year in (c.year,) if c.year is not None else years:
        day = day_of(year, c.month, c.day)
        if day is None or (c.weekday is not None and day.weekday() != c.weekday):
            continue
        while day <= month_of(year, c.month)[1]:
            yield day
            day += DAY


def _held(pins: Sequence[Constraints], days: list[date], reasons: list[str]) -> list[date]:
    """The days that every other expression allows too; one that allows none is left aside."""
    for c in pins:
        kept = [day for day in days if fits(c, day)]
        if kept and len(kept) < len(days):
            dropped = [day for day in days if day not in kept]
            reasons.append(f"{_words(c)} leaves out {_listed(dropped)}")
            days = kept
    return days


def _words(c: Constraints) -> str:
    if c.weekday is not None and c.shift is not None:
        return f"{WEEKDAYS[c.weekday]} as the day {c.shift:+d} from today"
    return "another expression of the text"


def _by_evidence(
    stated: Sequence[Constraints], days: list[date], full: date | None, reasons: list[str]
) -> tuple[list[date], str]:
    if full is not None:
        near = [day for day in days if full - DAY <= day <= full + RECENT]
        if near:
            reasons.append(f"the text dates {full.isoformat()} in full, so it is not much later")
            return near, "evidence"
    year = latest_year(stated)
    named = [day for day in days if day.year == year]
    if named:
        reasons.append(f"the text names the year {year}")
        return named, "evidence"
    return days, "text"


def latest_year(stated: Sequence[Constraints]) -> int | None:
    """The latest year that the text names on its own account, not as the start of a state."""
    years = [c.year for c in stated if c.year is not None and c.op in ("at", "during", "until")]
    return max(years, default=None)


def _latest_full(stated: Sequence[Constraints]) -> date | None:
    """The latest day, or month's first day, that is dated in full."""
    found = []
    for c in stated:
        if c.year is None or c.month is None or c.op == "after":
            continue
        day = day_of(c.year, c.month, c.day or 1)
        if day is not None:
            found.append(day)
    return max(found, default=None)
