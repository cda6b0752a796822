"""Publication dates in metadata: read where they can mean one day only, never guessed."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t\d{4,6}.*)?$")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_DAY_NAME_YEAR = re.compile(
    r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[-\s]+([a-z]+)\.?,?[-\s]+(\d{4})\b"
)
_NAME_DAY_YEAR = re.compile(
    r"(?:[a-z]+,?\s+)?([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b"
)
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?$")
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date value: the day, or why it was not used (then `problem` says so in words)."""

    day: date | None = None
    problem: str | None = None


def read_date(value: object) -> DateRead:
    """The calendar day that a metadata value names, as written there (its own time zone).

    Understands ISO 8601, year-first and compact dates, English month names, RFC 2822 and Unix
    times (seconds or milliseconds, UTC). 03/04/2018 could be two days and is left unread.
    """
    if value is None or isinstance(value, bool):
        return DateRead()
    if isinstance(value, datetime):
        return DateRead(value.date())
    if isinstance(value, date):
        return DateRead(value)
    written = str(value).strip()
    if written == "":
        return DateRead()
    plain = _ascii_digits(written).lower()
    return (
        _numeric(plain, written)
        or _named(plain)
        or _epoch(plain)
        or DateRead(problem=f"'{written[:60]}' is not a date form known here; write YYYY-MM-DD")
    )


def _ascii_digits(text: str) -> str:
    if text.isascii():
        return text
    kept = (c for c in text if unicodedata.category(c) != "Cf")
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in kept)


def _numeric(plain: str, written: str) -> DateRead | None:
    found = _YEAR_FIRST.match(plain)
    if found:
        return _day(int(found[1]), int(found[3]), int(found[4]), written)
    found = _COMPACT.match(plain)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]), written)
    found = _YEAR_LAST.match(plain)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if first <= 12 and second <= 12 and first != second:
        return DateRead(
            problem=f"'{written[:60]}' could be day-month or month-day; write YYYY-MM-DD"
        )
    day, month = (first, second) if second <= 12 else (second, first)
    return _day(year, month, day, written)


def _named(plain: str) -> DateRead | None:
    found = _DAY_NAME_YEAR.match(plain)
    if found and found[2] in _MONTHS:
        return _day(int(found[3]), _MONTHS[found[2]], int(found[1]), plain)
    found = _NAME_DAY_YEAR.match(plain)
    if found and found[1] in _MONTHS:
        return _day(int(found[3]), _MONTHS[found[1]], int(found[2]), plain)
    return None


def _epoch(plain: str) -> DateRead | None:
    if _EPOCH.match(plain) is None:
        return None
    seconds = float(plain)
    if seconds >= 1e11:
        seconds /= 1000
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    return DateRead(moment.date())


def _day(year: int, month: int, day: int, written: str) -> DateRead:
    if year in _YEARS:
        try:
            return DateRead(date(year, month, day))
        except ValueError:
            pass
    return DateRead(problem=f"'{written[:60]}' is no day of the calendar; write YYYY-MM-DD")
