"""Look-ups at a token: which place words start there, and what is closed to places."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.place.vocabulary import (
    ANAPHOR,
    NAME,
    NISBA,
    OPERATOR,
    PREPOSITION,
    TYPE,
    Known,
    Operator,
    TypeNoun,
    Vocabulary,
)
from sijill.model.span import Span
from sijill.text.fold import fold
from sijill.text.token import GLUE

_CLEAN = str.maketrans(
    dict.fromkeys("ـ\"'“”«»‘’„‟`´*#\u200b\u200c\u200d\u200e\u200f\u202b\u202c") | {"_": " "}
)


class Typed(NamedTuple):
    """A type noun in the text."""

    match: Match
    noun: TypeNoun
    definite: bool
    pronoun: bool


class Reader:
    """The tagged document as the place grammar reads it."""

    def __init__(self, tagged: Tagged, vocabulary: Vocabulary, masked: Sequence[Span]) -> None:
        self.tagged = tagged
        self.text = tagged.text
        self.tokens = tagged.tokens
        self.vocabulary = vocabulary
        self.closed = _closed(tagged, masked)
        self.busy = _busy(tagged)
        self._starts = sorted(
            {
                match.start
                for layer in (TYPE, OPERATOR, ANAPHOR, NAME)
                for match in tagged.layer(layer)
            }
        )

    def starts(self, start: int, end: int) -> Sequence[int]:
        """The tokens from `start` to `end` at which a place word begins, in order."""
        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def glued(self, index: int, end: int) -> bool:
        """Token `index` exists before `end` and only a blank or quote parts it from the last."""
        return index < end and self.tokens[index].gap == GLUE

    def typed(self, index: int) -> Typed | None:
        """The longest type noun at a token, without a pronoun if it can be read so."""
        best: Typed | None = None
        for match in self.tagged.at(TYPE, index):
            if self._masked(match):
                continue
            found = Typed(
                match, match.entry.value, match.proclitics.endswith("ال"), bool(match.enclitic)
            )
            if best is None or (match.end, not found.pronoun, -len(match.proclitics)) > (
                best.match.end,
                not best.pronoun,
                -len(best.match.proclitics),
            ):
                best = found
        return best

    def operator(self, index: int) -> tuple[Match, Operator] | None:
        """The longest operator at a token."""
        for match in self.tagged.at(OPERATOR, index):
            if not match.enclitic and not self._masked(match):
                return match, match.entry.value
        return None

    def direction(self, index: int, definite: bool) -> tuple[Match, str] | None:
        """A point of the compass at a token, with the article or without."""
        for match in self.tagged.at(OPERATOR, index):
            operator: Operator = match.entry.value
            if operator.point is None or match.enclitic or self.closed[index]:
                continue
            if match.proclitics.endswith("ال") == definite:
                return match, operator.point
        return None

    def name(self, index: int) -> tuple[Match, Known] | None:
        """The longest known name at a token, with the fewest letters cut off before it."""
        best: Match | None = None
        for match in self.tagged.at(NAME, index):
            if self._masked(match):
                continue
            if best is None or (match.end, -len(match.proclitics)) > (
                best.end,
                -len(best.proclitics),
            ):
                best = match
        return None if best is None else (best, self.vocabulary.known(best.entry))

    def anaphor(self, index: int) -> Match | None:
        for match in self.tagged.at(ANAPHOR, index):
            if not self._masked(match):
                return match
        return None

    def preposition(self, index: int) -> Match | None:
        for match in self.tagged.at(PREPOSITION, index):
            return match
        return None

    def nisba(self, index: int) -> Match | None:
        """An adjective of a place ("الدمشقي")."""
        for match in self.tagged.at(NISBA, index):
            if not match.enclitic and not self._masked(match):
                return match
        return None

    def stop(self, index: int) -> bool:
        """The word at a token cannot be (part of) a name."""
        key = self.tokens[index].key
        stops = self.vocabulary.stops
        if key in stops or self.closed[index] or key[0].isdigit():
            return True
        return key[0] == "و" and key[1:] in stops

    def article_span(self, match: Match) -> Span:
        """The match's characters with its article but without other clitics."""
        stem = self.tagged.stem_span(match)
        start = self.tokens[match.start].start
        letters = len(match.proclitics.removesuffix("ال"))
        if match.proclitics.endswith("لال"):
            return Span(stem.start - 1, stem.end)
        return Span(start + letters if letters else start, stem.end)

    def between(self, index: int) -> str:
        """The characters between token `index` and the one before it."""
        start = self.tokens[index - 1].end if index else 0
        return self.text[start : self.tokens[index].start]

    def written(self, span: Span) -> str:
        """The characters of a name without quotes, marks and stretching."""
        raw = span.of(self.text).translate(_CLEAN)
        plain = "".join(c for c in raw if not "\u064b" <= c <= "\u065f" and c != "\u0670")
        return " ".join(plain.split())

    def _masked(self, match: Match) -> bool:
        return any(self.closed[match.start : match.end])


def key_of(name: str) -> str:
    """The look-up key of a written name."""
    return " ".join(fold(name).split())


def _closed(tagged: Tagged, masked: Sequence[Span]) -> bytearray:
    """For every token, 1 where no place may be found."""
    tokens = tagged.tokens
    closed = bytearray(len(tokens) + 1)
    starts = [token.start for token in tokens]
    for span in masked:
        index = max(0, bisect_right(starts, span.start) - 1)
        while index < len(tokens) and tokens[index].start < span.end:
            if tokens[index].end > span.start:
                closed[index] = 1
            index += 1
    return closed


def _busy(tagged: Tagged) -> frozenset[int]:
    """Tokens at which another kind of mention was seen: hardly an unknown place's name."""
    found: set[int] = set()
    for layer, matches in tagged.matches.items():
        if not layer.startswith("place") and not layer.startswith("actor"):
            found.update(match.start for match in matches)
    return frozenset(found)
