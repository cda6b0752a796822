"""What a time expression states, field by field, before anything is worked out."""

from typing import Any, NamedTuple

from sijill.model.mention import TimeMention

Fields = dict[str, Any]


class Constraints(NamedTuple):
    """The constraints of one expression; None where it is silent.

    Sides are 0 for "this", -1 for "last", -2 for "last but one", 1 for "next". Weekdays count from
    Monday = 0. A second field (`day2` …) ends a range that the first begins.
    """

    op: str = "at"
    """at, since, ago, during, until, after, before or for."""
    weekday: int | None = None
    weekday2: int | None = None
    weekday_side: int | None = None
    day: int | None = None
    day2: int | None = None
    month: int | None = None
    month2: int | None = None
    other_month: int | None = None
    """A second name in brackets that is not of the same month."""
    nth_week: int | None = None
    """Week of the month by count: days 1-7, 8-14 …; -1 for the last seven days."""
    month_side: int | None = None
    year: int | None = None
    year2: int | None = None
    year_side: int | None = None
    week_side: int | None = None
    hday: int | None = None
    hday2: int | None = None
    hmonth: int | None = None
    hyear: int | None = None
    feast_days: int = 1
    shift: int | None = None
    """Days from the day of publication."""
    day_part: str | None = None
    hour: int | None = None
    minute: int | None = None
    part: str | None = None
    """begin, middle or end of the month, year or week."""
    season: int | None = None
    """The season's first month."""
    unit: str | None = None
    number: int | None = None
    """How many units; 0 for some."""
    quantity: str | None = None
    """more or about."""
    running: bool = False
    """ "During the last days", not "in the last days": up to the day of writing."""
    side: int | None = None
    """Of a duration: "the last three days"."""
    same: int | None = None
    """Days from the day spoken of before: 0 "the same day", 1 "the next day"."""
    same_unit: str | None = None
    effect: str | None = None
    """Of a fixed phrase: now, until, eve or vague."""
    anchored: bool = False
    """The duration counts from an event ("two days after the attack"), not from today."""
    sentence: int = 0

    @classmethod
    def of(cls, mention: TimeMention) -> "Constraints":
        """The constraints that `find` put into a mention."""
        known: Any = mention.constraints
        return cls(**{name: value for name, value in known.items() if name in _NAMES})

    @property
    def dated(self) -> bool:
        """States a day by a number, in either calendar."""
        return self.day is not None or self.hday is not None

    @property
    def full(self) -> bool:
        """Fixes its date on its own: a year, with whatever stands beside it."""
        return self.year is not None or self.hyear is not None


_NAMES = frozenset(Constraints._fields)
