"""Works out one expression: every stretch of days that fits all it states.

With a known day of writing there is one; without, as many as the years allow.
"""

from sijill.mentions.time.almanac import (
    DAY,
    day_of,
    month_of,
    part_of,
    precision_of,
    seven_days,
    week_of,
    weekday_before,
    year_of,
)
from sijill.mentions.time.constraint import Constraints
from sijill.mentions.time.day import dates, day_of_side, two_months
from sijill.mentions.time.reading import WEEKDAYS, Frame, Reading
from sijill.mentions.time.stretch import periods


def read(c: Constraints, frame: Frame) -> list[Reading]:
    """Every reading of `c`, earliest first; one at most where the day of writing is known."""
    found = _ungoverned(c, frame)
    if c.op == "since" and c.part == "middle":
        found = [_from_middle(reading) for reading in found]
    return [_governed(c.op, reading, frame) for reading in found]


def _from_middle(reading: Reading) -> Reading:
    """ "Since the middle of May" begins on the middle day, not with the middle third."""
    if reading.start is None or reading.end is None:
        return reading
    middle = reading.start + (reading.end - reading.start) // 2
    return reading._replace(start=middle)


def _ungoverned(c: Constraints, frame: Frame) -> list[Reading]:
    if c.same is not None:
        return [_same(c, frame)]
    if c.dated and (c.month is not None or c.hmonth is not None):
        return dates(c, frame)
    if c.dated:
        return [day_of_side(c, frame)]
    if c.shift is not None:
        return [_shifted(c, frame)]
    if c.weekday is not None:
        return [_weekday(c, frame)]
    found = list(periods(c, frame))
    if found:
        if c.part is not None:
            found = [part_of(period, c.part) for period in found]
        if c.nth_week is not None:
            found = [seven_days(period, c.nth_week) for period in found]
        return [Reading(a, b, precision_of(a, b), "", two_months(c)) for a, b in found]
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
    if c.day_part == "past_midnight" and length:
        # "بعد منتصف ليل السبت - الأحد" is already the second day.
        return Reading(start + length * DAY, start + length * DAY, "day", reason)
    return Reading(start, start + length * DAY, precision, reason)


def _hour(frame: Frame) -> Reading:
    """A time of day alone: of the day spoken of, else of today."""
    if frame.spoken is not None and frame.spoken[0] == frame.spoken[1]:
        day = frame.spoken[0]
        return Reading(day, day, "day", "a time on the day that the sentence speaks of")
    if frame.news is not None:
        return Reading(frame.news, frame.news, "day", "a time on the day of the news")
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
