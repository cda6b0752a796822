"""A text cut where marks begin and end, so that marks which overlap can be shown flat."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sijill.model.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that stands for one value."""

    span: Span
    kind: str
    """quote, event, who, whom, time, place, loss, source, control or residue."""
    value: str
    """Names the value on the page; marks of one value share it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Text under the same marks from end to end."""

    text: str
    marks: tuple[Mark, ...]
    """Shortest first, so that the first is the one most specific to these words."""


def segments(text: str, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The whole text in pieces, in order; joined they are the text again.

    Empty marks are dropped and marks beyond the text are cut.
    """
    whole = [mark for mark in marks if 0 <= mark.span.start < min(mark.span.end, len(text))]
    cuts = sorted({0, len(text), *(min(p, len(text)) for mark in whole for p in mark.span)})
    coming = sorted(whole, key=lambda mark: mark.span.start, reverse=True)
    open_marks: list[Mark] = []
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        while coming and coming[-1].span.start <= start:
            open_marks.append(coming.pop())
        by_length = sorted(open_marks, key=lambda mark: (_length(mark), mark.kind, mark.value))
        yield Segment(text[start:end], tuple(by_length))


def _length(mark: Mark) -> int:
    return mark.span.end - mark.span.start
