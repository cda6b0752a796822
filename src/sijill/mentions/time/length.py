"""Works out durations counted from the day of writing."""

from datetime import date

from sijill.mentions.time.almanac import DAY, month_of, months_away, precision_of, week_of, year_of
from sijill.mentions.time.constraint import Constraints
from sijill.mentions.time.reading import Reading

_SOME = {"day": "days", "month": "month"}
"""Precision of "the last days", "the last months"; other units say too little."""


def read(c: Constraints, today: date | None) -> Reading:
    """The days that a duration covers, or reaches back to."""
    if c.anchored:
        return Reading(None, None, _SOME.get(c.unit or "", "unknown"), "counted from an event")
    if c.op == "for":
        end = today if c.quantity == "more" else None
        return Reading(None, end, "unknown", "how long, not since when")
    if c.quantity == "more":
        end = today if c.op != "ago" else None
        return Reading(None, end, "unknown", "no exact length")
    if c.op == "during" and not c.number and c.side is None:
        return Reading(None, None, "unknown", "a few of them, before or ahead")
    if c.op == "after" or (c.side or 0) > 0:
        return _ahead(c, today)
    if today is None:
        return Reading(None, None, _unanchored(c))
    return _ago(c, today) if c.op == "ago" else _back(c, today)


def _unanchored(c: Constraints) -> str:
    """The precision that the words give even where they cannot be dated."""
    if c.unit in ("minute", "hour"):
        return "days" if (c.number or 0) >= 24 else "day"
    if c.number == 0:
        return _SOME.get(c.unit or "", "unknown")
    if c.unit == "day":
        return "day" if c.op == "ago" or c.number == 1 else "days"
    return c.unit or "unknown"


def _ahead(c: Constraints, today: date | None) -> Reading:
    if today is None or not c.number or c.unit is None or c.op == "after":
        return Reading(None, None, _SOME.get(c.unit or "", "unknown"), "lies ahead")
    end = _away(today, c.unit, c.number)
    return Reading(today, end, precision_of(today, end), "counted on from the day of writing")


def _away(day: date, unit: str, count: int) -> date:
    """`count` units after `day`, before it if negative; hours are counted in whole days."""
    if unit == "minute":
        return day
    if unit == "hour":
        return day + (-(-abs(count) // 24)) * (1 if count > 0 else -1) * DAY
    if unit in ("day", "week"):
        return day + count * (7 if unit == "week" else 1) * DAY
    return months_away(day, count * (12 if unit == "year" else 1))


def _back(c: Constraints, today: date) -> Reading:
    """ "The last three days", "for two weeks now"."""
    assert c.unit is not None
    reason = f"counted back from the day of writing, {today.isoformat()}"
    if not c.number:
        if c.unit in ("minute", "hour"):
            return Reading(today, today, "day", reason)
        return Reading(None, today, _SOME.get(c.unit, "unknown"), reason)
    if c.unit == "minute" or (c.unit == "hour" and c.number < 24):
        return Reading(today, today, "day", reason)
    start = _away(today, c.unit, -c.number)
    whole = c.op == "since" or c.unit == "hour" or c.running
    end = today if whole else today - DAY
    return Reading(start, end, precision_of(start, end), reason)


def _ago(c: Constraints, today: date) -> Reading:
    """ "Two days ago": the day; "six months ago": that month, as far as known."""
    assert c.unit is not None
    reason = f"counted back from the day of writing, {today.isoformat()}"
    if not c.number:
        if c.unit in ("minute", "hour"):
            return Reading(today, today, "day", reason)
        return Reading(None, today, _SOME.get(c.unit, "unknown"), reason)
    if c.unit == "hour":
        day = today - (c.number // 24) * DAY
        return Reading(day, day, "day", reason)
    day = _away(today, c.unit, -c.number)
    start, end = day, day
    if c.unit == "week":
        start, end = week_of(day)
    elif c.unit == "month":
        start, end = month_of(day.year, day.month)
    elif c.unit == "year":
        start, end = year_of(day.year)
    return Reading(start, end, precision_of(start, end), reason)
