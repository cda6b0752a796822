"""Tokens of the original text: words and numbers, each with the folded key to look up."""

import re
from functools import lru_cache, partial
from typing import NamedTuple

from sijill.model.span import Span
from sijill.text.fold import fold

GLUE, BRACKET, COMMA, STOP = 0, 1, 2, 3
"""What stands between a token and the one before, by strength."""


class Token(NamedTuple):
    """One word or number.

    `key` is folded, clitics still on. `gap` says what separates it from the token before:
    GLUE (blanks, quotes, `#`, `_`), BRACKET, COMMA (any other mark) or STOP (end of sentence).
    """

    start: int
    end: int
    key: str
    gap: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


_LETTER = (
    "\u0621-\u063a\u0640-\u065f\u0670-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06fc"
    "\u0750-\u077f\u0610-\u061a\u061c\u200b-\u200f\u00ad\u2060-\u2064\ufb50-\ufdfb\ufe70-\ufefc"
)
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
# Writers who fear a platform's filter split words with dots, bars and stretched letters:
# a letter that is stretched on either side of the mark belongs to one word.
_SPLIT = f"(?:(?<=\u0640)[.|*/\\-]|[.|*/\\-]\u0640+|\\| ?(?=[{_LETTER}]+[.|]?\u0640))"
_TOKEN = re.compile(
    f"[{_LETTER}]+(?:{_SPLIT}[{_LETTER}]+)*"
    f"|[{_DIGIT}]+(?:[.,\u066b\u066c][{_DIGIT}]+)*(?: ?[%\u066a])?"
    f"|[A-Za-z\u00c0-\u024f]+[0-9]*"
)
# A bar drawn in place of a letter is an alef.
_SPLITTERS = str.maketrans({"|": "ا", **dict.fromkeys(".*/- ")})

# Egyptian printing leaves the dots off a final ي. Names and nouns are found in either spelling;
# of these words, which are asked for by their key, the dotted one is meant.
_UNDOTTED = frozenset(
    proclitic + word
    for word in ("فى", "التى", "الذى", "هى", "اى", "كى", "حوالى")
    for proclitic in ("", "و", "ف")
)

_BLANK = frozenset(
    " \t\u00a0_#\"'“”«»‘’„‟`´*\u202f\u2009\u200a\u3000"
    # Marks of direction and joining, which part nothing.
    "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_BRACKETS = frozenset("()[]{}<>﴾﴿")
_STOPS = frozenset(".!?؟۔\n\r\u2028\u2029\u0085\x0b\x0c•▪●")


@lru_cache(maxsize=1 << 12)
def gap_of(between: str) -> int:
    """How strongly the characters between two tokens part them."""
    strength = GLUE
    if "(...)" in between or "(…)" in between:
        # Words left out of a quotation; the sentence goes on.
        return COMMA
    for char in between:
        if char in _BLANK:
            continue
        if char in _STOPS:
            return STOP
        strength = max(strength, BRACKET if char in _BRACKETS else COMMA)
    return strength


@lru_cache(maxsize=1 << 17)
def _key_of(written: str) -> str:
    """The key of a word or number as written; empty if no letter is left of it."""
    key = fold(written)
    if key in _UNDOTTED:
        return key[:-1] + "ي"
    if not key or key.isalnum():
        return key
    return key.replace(" ", "") if key[0].isdigit() else key.translate(_SPLITTERS)


# A text has hundreds of tokens: they are made without the detour over Token's own `__new__`.
_token = partial(tuple.__new__, Token)


def keys_of(text: str) -> list[str]:
    """The keys of the text's tokens, for who needs no offsets."""
    return [key for written in _TOKEN.findall(text) if (key := _key_of(written))]


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with offsets into `text`."""
    found: list[Token] = []
    stop = len(text) if end is None else end
    before = start
    for match in _TOKEN.finditer(text, start, stop):
        at, to = match.span()
        key = _key_of(text[at:to])
        if key:
            between = text[before:at]
            gap = STOP if not found else GLUE if between == " " else gap_of(between)
            found.append(_token((at, to, key, gap)))
            before = to
    return found
