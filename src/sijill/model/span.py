"""A span: a half-open range of Unicode code points in a document's original text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` up to, not including, `end` of `Document.text`.

    Offsets count Unicode code points, not bytes and not UTF-16 units, so that
    `document.text[span.start:span.end]` is what was written, marks and all.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def join(self, other: "Span") -> "Span":
        """The smallest span that covers both."""
        if self.covers(other):
            return self
        return Span(min(self.start, other.start), max(self.end, other.end))
