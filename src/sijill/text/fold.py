"""One spelling for Arabic text, with the way back to the characters as written.

Two levels, because folding everything loses words (docs/decisions/0002-fold-levels.md):

`fold`   removes marks, tatweel and invisible characters, unifies alef and the seats of hamza,
         digits, Persian letter shapes and Latin case. It keeps ى apart from ي and ة from ه.
`loosen` goes on to merge those two pairs: a fallback for names and words not found as folded.
"""

import unicodedata
from bisect import bisect_right
from functools import lru_cache

from sijill.model.span import Span

_REMOVED = (
    *range(0x064B, 0x0660),  # tanwin, short vowels, shadda, sukun, combining hamza and madda
    *range(0x0610, 0x061B),  # honorific signs
    *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E9),
    *range(0x06EA, 0x06EE),  # Quranic marks
    0x0640,  # tatweel
    0x0670,  # superscript alef
    0x00AD,
    0x061C,
    *range(0x200B, 0x2010),  # zero-width and direction marks
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    0xFE0F,
    0xFEFF,
)
_UNIFIED = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ؤ": "و",
    "ئ": "ي",
    "ی": "ي",
    "ې": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۀ": "ه",
    "ۆ": "و",
    "ڤ": "ف",
    "چ": "ج",
    "پ": "ب",
    "ژ": "ز",
    "\u00a0": " ",
}


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys(_REMOVED)
    table.update({ord(k): v for k, v in _UNIFIED.items()})
    for zero in (0x0660, 0x06F0):
        table.update({zero + n: str(n) for n in range(10)})
    presentation = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))
    for code in presentation:
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            table[code] = "".join(_UNIFIED.get(c, c) for c in plain if ord(c) not in _REMOVED)
    for code in (*range(0x41, 0x5B), *range(0xC0, 0xDF)):
        if code != 0xD7:
            table[code] = chr(code).lower()
    return table


_TABLE = _table()
_LOOSE = str.maketrans({"ى": "ي", "ة": "ه"})


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """The text in one spelling; idempotent. Length may change: see `Folded` for offsets."""
    return text.translate(_TABLE)


@lru_cache(maxsize=1 << 17)
def loosen(key: str) -> str:
    """A folded text with ى as ي and ة as ه."""
    return key.translate(_LOOSE)


class Folded:
    """A folded text that knows where each of its characters stood in the original.

    `text` is `fold(original)`; `origin(span)` turns a span of it into the span of the
    original that produced it, trailing marks included.
    """

    __slots__ = ("_starts", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        pieces: list[str] = []
        starts: list[int] = []
        for index, char in enumerate(original):
            piece = _TABLE.get(ord(char), char)
            if piece:
                pieces.append(piece)
                starts.extend([index] * len(piece))
        self.text = "".join(pieces)
        self._starts = starts

    def origin(self, span: Span) -> Span:
        """The original characters behind `span` of the folded text.

        Raises IndexError for a span outside the folded text.
        """
        if not 0 <= span.start <= span.end <= len(self.text):
            raise IndexError(f"span {span} is outside the folded text of {len(self.text)}")
        if span.start == span.end:
            at = self._starts[span.start] if span.start < len(self._starts) else len(self.original)
            return Span(at, at)
        last = self._starts[span.end - 1]
        after = bisect_right(self._starts, last)
        end = self._starts[after] if after < len(self._starts) else len(self.original)
        return Span(self._starts[span.start], end)

    def find(self, phrase: str, start: int = 0) -> Span | None:
        """Where the folded `phrase` first occurs, as a span of the original; None if nowhere."""
        at = self.text.find(fold(phrase), start)
        return None if at < 0 else self.origin(Span(at, at + len(fold(phrase))))
