"""Quotations that run over several sentences."""

from sijill.mentions.attribution.page import Page
from sijill.model.span import Span

_PAIRS = (("«", "»"), ("“", "”"))
_LONGEST = 1500
"""Characters that a quotation may run on after the sentence in which it opens."""


def quotation_end(page: Page, scope: Span) -> int:
    """Where a quotation that `scope` leaves open closes, else where `scope` ends.

    Straight marks do not say whether they open or close, so they count for nothing.
    """
    text = page.tagged.text
    for opening, closing in _PAIRS:
        start = text.rfind(opening, scope.start, scope.end)
        if start < 0 or text.find(closing, start, scope.end) >= 0:
            continue
        close = text.find(closing, scope.end, scope.end + _LONGEST)
        again = text.find(opening, scope.end, max(close, scope.end))
        if close >= 0 and again < 0:
            return close
    return scope.end
