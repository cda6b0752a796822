"""What reading an expression of time needs and yields."""

from datetime import date
from typing import NamedTuple

from sijill.mentions.time.almanac import Range

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
    news: date | None = None
    """The day of the news, for an hour without a day."""
