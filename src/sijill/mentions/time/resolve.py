"""Dates the time expressions of a document, all constraints and all of them together."""

from collections.abc import Sequence
from datetime import date

from sijill.mentions.time import length, period
from sijill.mentions.time.almanac import DAY, Range
from sijill.mentions.time.constraint import Constraints
from sijill.mentions.time.reading import WEEKDAYS, Frame, Reading
from sijill.mentions.time.writing import (
    FIRST,
    LAST,
    RECENT,
    Writing,
    latest_year,
    writing_day,
)
from sijill.model.mention import TimeMention, TimeValue

_TOO_MANY = 31
"""More dates than this are no candidates: nothing is known."""
_CONFIDENCE = {"published": 0.95, "text": 0.85, "evidence": 0.65}


def resolve(
    mentions: Sequence[TimeMention],
    published: date | None = None,
    *,
    earliest: date | None = None,
    latest: date | None = None,
) -> list[TimeValue]:
    """One value for each mention, in the same order.

    With `published` every expression is read against it. Without it the unknown day of writing is
    a variable that the whole document shares: expressions narrow it, and what it leaves open stays
    None, with the candidates listed. `earliest` and `latest` bound the day of writing and all dates
    without a year (known lifetimes of the parties, say); 2003 to 2030 if not given.
    """
    stated = [Constraints.of(mention) for mention in mentions]
    writing = writing_day(stated, published, earliest, latest)
    solver = _Solver(stated, writing, earliest or FIRST, latest or LAST)
    values = [solver.value(m, c) for m, c in zip(mentions, stated, strict=True)]
    return _told_twice(stated, values)


class _Solver:
    """Reads the expressions of one document in order, remembering the day spoken of."""

    __slots__ = ("day", "first", "last", "sentence", "spoken", "stated", "writing")

    def __init__(
        self, stated: Sequence[Constraints], writing: Writing, first: date, last: date
    ) -> None:
        self.stated = stated
        self.writing = writing
        self.first = first
        self.last = last
        self.spoken: Range | None = None
        self.day: date | None = None
        """The day of the news: the first that the text names by today, yesterday or a weekday."""
        self.sentence = -1

    def value(self, mention: TimeMention, c: Constraints) -> TimeValue:
        readings, basis = self._readings(c)
        readings, basis, notes = self._decide(c, readings, basis)
        chosen = readings[0] if len(readings) == 1 else None
        value = self._as_value(mention, c, chosen, readings, basis, notes)
        if value.start is not None and value.end is not None:
            self.spoken, self.sentence = (value.start, value.end), c.sentence
            if self.day is None and value.start == value.end and _is_news(c):
                self.day = value.start
        return value

    def _readings(self, c: Constraints) -> tuple[list[Reading], str]:
        """Every reading under every day of writing, without repeats, in order."""
        days: tuple[date | None, ...] = self.writing.days or (None,)
        found: dict[tuple[date | None, date | None], Reading] = {}
        for today in days:
            for reading in self._read(c, today):
                found.setdefault((reading.start, reading.end), reading)
            if len(found) > _TOO_MANY:
                return [Reading(None, None, reading.precision)], self.writing.basis
        basis = "full" if c.full and c.op == "at" else self.writing.basis
        ordered = sorted(found.values(), key=lambda r: (r.start or date.min, r.end or date.min))
        return ordered, basis

    def _read(self, c: Constraints, today: date | None) -> list[Reading]:
        if c.effect == "eve":
            return [_eve(self.spoken if c.sentence == self.sentence else None, today)]
        if c.effect is not None:
            return [_phrase(c.effect, today)]
        if c.unit is not None:
            return [length.read(c, today)]
        spoken = self.spoken
        if c.same is None and c.sentence != self.sentence:
            spoken = None
        return period.read(c, Frame(today, self.first, self.last, spoken, self.day))

    def _decide(
        self, c: Constraints, readings: list[Reading], basis: str
    ) -> tuple[list[Reading], str, tuple[str, ...]]:
        """Where several dates remain, the ones that other dates of the text speak for."""
        if len(readings) < 2 or any(r.start is None for r in readings):
            return readings, basis, ()
        full = self.writing.full
        if full is not None:
            near = [r for r in readings if r.start and abs(r.start - full) <= RECENT]
            if len(near) == 1:
                return near, "evidence", (f"the one nearest to {full.isoformat()} in the text",)
        year = latest_year(self.stated)
        named = [r for r in readings if r.start and r.start.year == year]
        if len(named) == 1:
            return named, "evidence", (f"the text names the year {year}",)
        return readings, basis, ()

    def _as_value(
        self,
        mention: TimeMention,
        c: Constraints,
        chosen: Reading | None,
        readings: list[Reading],
        basis: str,
        notes: tuple[str, ...],
    ) -> TimeValue:
        told = basis == "full" or (chosen is not None and chosen.start is None and not chosen.end)
        reasons = ("dated in full",) if basis == "full" else () if told else self.writing.reasons
        if chosen is None:
            open_reason = f"{len(readings)} dates fit and nothing in the text decides"
            dated = tuple(
                (r.start, r.end) for r in readings if r.start is not None and r.end is not None
            )
            precision = readings[0].precision
            return TimeValue(
                mention.span, None, None, precision, mention.rule, (open_reason,), dated, None, 0.5
            )
        if chosen.reason:
            reasons = (*reasons, chosen.reason)
        if c.weekday is not None and c.dated and chosen.start and not chosen.contradiction:
            reasons = (*reasons, f"{chosen.start.isoformat()} is a {_weekday_name(chosen.start)}")
        sure = _CONFIDENCE.get(basis, 0.98)
        return TimeValue(
            mention.span,
            chosen.start,
            chosen.end,
            chosen.precision,
            mention.rule,
            (*reasons, *notes),
            (),
            chosen.contradiction,
            round(sure * 0.6, 2) if chosen.contradiction else sure,
        )


def _is_news(c: Constraints) -> bool:
    """Whether the words date by the day of writing, in the past and near."""
    if c.dated or c.op != "at" or c.effect is not None:
        return False
    return c.shift in (0, -1) or (c.weekday is not None and c.weekday_side is None)


def _weekday_name(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def _phrase(effect: str, today: date | None) -> Reading:
    """A fixed phrase: just now, until now, or no date at all."""
    if effect == "now":
        return Reading(today, today, "day")
    if effect == "until":
        return Reading(None, today, "unknown", "it ends on the day of writing" if today else "")
    return Reading(None, None, "unknown", "the words name no date")


def _eve(spoken: Range | None, today: date | None) -> Reading:
    """ "غداة مقتل …": the day before the one that is told of."""
    day = spoken[1] if spoken is not None else today
    if day is None:
        return Reading(None, None, "day")
    return Reading(day - DAY, day - DAY, "day", "the day before the one told of")


def _told_twice(stated: Sequence[Constraints], values: list[TimeValue]) -> list[TimeValue]:
    """ "Six months ago" is the one day of that month that the text dates, if there is just one."""
    days = {
        value.start
        for c, value in zip(stated, values, strict=True)
        if c.dated and c.shift is None and value.start is not None and value.start == value.end
    }
    found = []
    for c, value in zip(stated, values, strict=True):
        inside = [d for d in days if value.start and value.end and value.start <= d <= value.end]
        if c.op == "ago" and c.unit == "month" and len(inside) == 1:
            reason = f"the text dates one day of that month, {inside[0].isoformat()}"
            value = TimeValue(
                value.span,
                inside[0],
                inside[0],
                "day",
                value.rule,
                (*value.reasons, reason),
                confidence=0.7,
            )
        found.append(value)
    return found
