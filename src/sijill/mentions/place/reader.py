"""Look-ups at a token: which place words start there, and what is closed to places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
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

_WHOLE = frozenset(("", "و", "ال", "وال"))
"""Clitics with which another layer's match is its word rather than a name that looks like it."""
_CLAUSES = frozenset(("verb", "time", "cue", "status", "negation", "idiom"))
"""Layers whose words end the phrase before them."""
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

    def __init__(
        self,
        tagged: Tagged,
        vocabulary: Vocabulary,
        masked: Sequence[Span],
        expected: Sequence[int] = (),
    ) -> None:
        self.tagged = tagged
        self.text = tagged.text
        self.tokens = tagged.tokens
        self.vocabulary = vocabulary
        self.closed = _closed(tagged, masked)
        layers = [layer for layer in tagged.matches if not layer.startswith(("place", "thing"))]
        self.busy = _Words(tagged, [name for name in layers if not name.startswith("actor")])
        """Tokens at which another kind of mention was seen: hardly an unknown place's name."""
        self.taken = _Words(tagged, [name for name in layers if name != "verb"])
        """The same with parties and without verbs."""
        self.verbal = _Words(tagged, [name for name in layers if name in _CLAUSES], any_form=True)
        """Tokens that begin a clause or an adverb."""
        self.expected = set(expected)
        self._typed = self._nouns()
        self._operators: dict[int, tuple[Match, Operator]] = {
            index: (match, match.entry.value) for index, match in self._first(OPERATOR).items()
        }
        self._anaphors = self._first(ANAPHOR)
        self._nisbas = self._first(NISBA)
        self._prepositions = self._first(PREPOSITION)
        known = vocabulary.known
        self._names: dict[int, tuple[Match, Known]] = {
            index: (match, known(match.entry)) for index, match in self._longest().items()
        }
        found = {*self._typed, *self._operators, *self._anaphors, *self._names, *expected}
        self._starts = sorted(found)
        self.begins = found | self._nisbas.keys()
        """Tokens at which some place word begins."""

    def _open(self, layer: str) -> Iterator[Match]:
        """The layer's matches that touch no closed token, in text order."""
        closed = self.closed
        if not any(closed):
            yield from self.tagged.layer(layer)
            return
        for match in self.tagged.layer(layer):
            start, end = match.start, match.end
            if not closed[start] and (end - start == 1 or not any(closed[start:end])):
                yield match

    def _first(self, layer: str) -> dict[int, Match]:
        """For every token the longest match without a pronoun."""
        found: dict[int, Match] = {}
        for match in self._open(layer):
            if not match.enclitic:
                found.setdefault(match.start, match)
        return found

    def _longest(self) -> dict[int, Match]:
        """For every token the longest known name, with the fewest letters cut off before it."""
        found: dict[int, Match] = {}
        for match in self._open(NAME):
            best = found.get(match.start)
            if best is None or (
                match.end == best.end and len(match.proclitics) < len(best.proclitics)
            ):
                found[match.start] = match
        return found

    def _nouns(self) -> dict[int, Typed]:
        """For every token the longest type noun, without a pronoun if it can be read so."""
        found: dict[int, Typed] = {}
        for match in self._open(TYPE):
            best = found.get(match.start)
            if best is None or (match.end, not match.enclitic, -len(match.proclitics)) > (
                best.match.end,
                not best.pronoun,
                -len(best.match.proclitics),
            ):
                definite = match.proclitics.endswith("ال")
                found[match.start] = Typed(match, match.entry.value, definite, bool(match.enclitic))
        return found

    def starts(self, start: int, end: int) -> Sequence[int]:
        """The tokens from `start` to `end` at which a place word begins, in order."""
        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def glued(self, index: int, end: int) -> bool:
        """Token `index` exists before `end` and only a blank or quote parts it from the last."""
        return index < end and self.tokens[index].gap == GLUE

    def typed(self, index: int) -> Typed | None:
        """The longest type noun at a token."""
        return self._typed.get(index)

    def operator(self, index: int) -> tuple[Match, Operator] | None:
        """The longest operator at a token."""
        return self._operators.get(index)

    def direction(self, index: int, definite: bool) -> tuple[Match, str] | None:
        """A point of the compass at a token, with the article or without."""
        found = self._operators.get(index)
        if found is None or found[0].proclitics.endswith("ال") != definite:
            return None
        point = found[1].point
        return None if point is None else (found[0], point)

    def name(self, index: int) -> tuple[Match, Known] | None:
        """The longest known name at a token."""
        return self._names.get(index)

    def anaphor(self, index: int) -> Match | None:
        """ "العاصمة" or "البلاد" at a token."""
        return self._anaphors.get(index)

    def preposition(self, index: int) -> Match | None:
        """A preposition that a place can follow."""
        return self._prepositions.get(index)

    def nisba(self, index: int) -> Match | None:
        """An adjective of a place ("الدمشقي")."""
        return self._nisbas.get(index)

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
        raw = span.of(self.text)
        if raw.isalpha() and "\u0640" not in raw:
            return raw
        raw = raw.translate(_CLEAN)
        plain = "".join(c for c in raw if not "\u064b" <= c <= "\u065f" and c != "\u0670")
        return " ".join(plain.split())


@lru_cache(maxsize=1 << 14)
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


class _Words:
    """The tokens at which a match of some layers begins; asked for few of them."""

    __slots__ = ("_here", "_known", "_layers", "_whole")

    def __init__(self, tagged: Tagged, layers: Sequence[str], any_form: bool = False) -> None:
        self._here = tagged.here
        self._layers = frozenset(layers)
        self._whole = not any_form
        self._known: dict[int, bool] = {}

    def __contains__(self, index: int) -> bool:
        known = self._known.get(index)
        if known is None:
            known = self._known[index] = any(
                match.entry.layer in self._layers
                and (not self._whole or match.proclitics in _WHOLE)
                for match in self._here(index)
            )
        return known
