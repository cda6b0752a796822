"""The document's own publication date, where a line of the text states it."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sijill.lexicon.tagged import Tagged
from sijill.mentions.time.constraint import Constraints
from sijill.mentions.time.find import find
from sijill.mentions.time.resolve import resolve
from sijill.mentions.time.vocabulary import LAYER, Vocabulary
from sijill.mentions.time.writing import fits
from sijill.model.mention import TimeMention, TimeValue
from sijill.model.span import Span

_STRANGERS = 2
"""Words on a date line that are neither date nor label: a place, a category, a name."""
_OPENER = 4
"""Words before the date in an opener ("دمشق – 18 آذار 2018 – …")."""
_BODY = 20
"""A line of at least this many words belongs to the report's body."""
_PAGE = 10
"""More lines than this and none of them body: a page of headlines, its dates are its own."""
_HEAD = 5
"""An unlabelled date more lines than this above the body is a site's clock."""


class _Line(NamedTuple):
    """A line that can state the publication date."""

    value: TimeValue
    rank: int
    """0 labelled, 1 a date line, 2 an opener of the first body line."""
    at: int
    """Number of the line among those that are not blank."""


def publication_date(
    tagged: Tagged, vocabulary: Vocabulary, mentions: Sequence[TimeMention] | None = None
) -> TimeValue | None:
    """The date that a date line gives; None where no line is one.

    `mentions` are those that `find` returned for this text, if it has run already. A date line
    holds a full date and next to nothing else; a date in running prose is never one. Lines that
    contradict the text's own "today, Saturday" are passed over, and so are unlabelled ones high
    above the body, where sites show the day of the visit. Of several the labelled one
    wins ("تاريخ النشر"), then the one nearest to the body, then the one behind it.
    """
    found = list(find(tagged, vocabulary)) if mentions is None else list(mentions)
    stated = [Constraints.of(mention) for mention in found]
    full = [m for m, c in zip(found, stated, strict=True) if c.full and c.dated and c.op == "at"]
    if not full:
        return None
    page = _Page(tagged, vocabulary)
    lines = [line for m, v in zip(full, resolve(full), strict=True) if (line := page.line(m, v))]
    if not lines:
        return None
    pins = [c for c in stated if c.shift is not None]
    agreeing = [line for line in lines if _agrees(line.value.start, pins)]
    return min(agreeing or lines, key=page.order).value


def _agrees(day: date | None, pins: Sequence[Constraints]) -> bool:
    return day is not None and all(fits(c, day) for c in pins)


class _Page:
    """The text as lines."""

    __slots__ = ("body", "starts", "tagged", "vocabulary")

    def __init__(self, tagged: Tagged, vocabulary: Vocabulary) -> None:
        self.tagged = tagged
        self.vocabulary = vocabulary
        self.starts = _line_starts(tagged)
        ends = [*self.starts[1:], len(tagged.tokens)]
        lengths = [end - start for start, end in zip(self.starts, ends, strict=True)]
        self.body = [number for number, length in enumerate(lengths) if length >= _BODY]

    def order(self, line: _Line) -> tuple[int, int, bool, int]:
        distance = min((abs(line.at - body) for body in self.body), default=0)
        before = bool(self.body) and line.at < self.body[0]
        return min(line.rank, 1), distance, before, line.at

    def line(self, mention: TimeMention, value: TimeValue) -> _Line | None:
        """The line of a full date, if that line is a date line."""
        if value.start is None or value.start != value.end or value.contradiction:
            return None
        tokens = self.tagged.tokens
        first = bisect_left(tokens, mention.span.start, key=lambda token: token.start)
        after = bisect_left(tokens, mention.span.end, key=lambda token: token.start)
        number = max(0, bisect_left(self.starts, first + 1) - 1)
        begin = self.starts[number]
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(tokens)
        rank = self._rank((begin, first, after, end))
        if rank and (number < self.body[0] - _HEAD if self.body else len(self.starts) > _PAGE):
            return None
        return None if rank is None else _Line(_stated(value, rank), rank, number)

    def _rank(self, at: tuple[int, int, int, int]) -> int | None:
        begin, first, after, end = at
        beside = [*range(begin, first), *range(after, end)]
        keys = [self.tagged.tokens[i].key for i in beside]
        strangers = sum(not self._belongs(i) for i in beside)
        if strangers <= _STRANGERS:
            return 0 if any(key in self.vocabulary.published for key in keys) else 1
        if first - begin <= _OPENER and first > begin and end > after:
            behind = self.tagged.text[
                self.tagged.tokens[after - 1].end : self.tagged.tokens[after].start
            ]
            if behind.strip() in ("-", "–", "—", ":", ") -", "):", ")", ") –", "/", "-:"):
                return 2
        return None

    def _belongs(self, at: int) -> bool:
        key = self.tagged.tokens[at].key
        if key[0].isdigit() or key in self.vocabulary.labels:
            return True
        return bool(self.tagged.at(LAYER, at)) or (key[0] == "t" and key[1:].isdigit())


def _line_starts(tagged: Tagged) -> list[int]:
    """The first token of every line that has one."""
    starts: list[int] = []
    before = -1
    for index, token in enumerate(tagged.tokens):
        if before < 0 or "\n" in tagged.text[before : token.start]:
            starts.append(index)
        before = token.end
    return starts


_RULES = ("dateline.label", "dateline.line", "dateline.opener")


def _stated(value: TimeValue, rank: int) -> TimeValue:
    span: Span | None = value.span
    reason = ("a label names it the date of publication", "the line holds only a date")
    said = (*reason, "the report opens with place and date")[rank]
    sure = (0.95, 0.85, 0.8)[rank]
    return TimeValue(span, value.start, value.end, "day", _RULES[rank], (said,), confidence=sure)
