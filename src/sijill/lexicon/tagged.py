"""A document taken apart: tokens, sentences and what the lexicon found in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import partial

from sijill.lexicon.entry import Match
from sijill.lexicon.lexicon import Lexicon
from sijill.model.document import Document
from sijill.model.span import Span
from sijill.text.fold import fold
from sijill.text.sentence import Sentence, sentences_of
from sijill.text.token import GLUE, Token, tokens_of
from sijill.text.wrap import wrapped

# Made by the hundred, so without the detour over Span's own `__new__`.
_span = partial(tuple.__new__, Span)


_NONE: list[Match] = []
"""What a layer without matches has; nobody adds to it."""


class Tagged:
    """What every finder reads. Token indices are positions in `tokens`."""

    __slots__ = (
        "_at",
        "_begins",
        "_here",
        "_match_starts",
        "_sentence_starts",
        "_starts",
        "document",
        "keys",
        "matches",
        "sentences",
        "text",
        "tokens",
    )

    def __init__(
        self,
        document: Document,
        tokens: list[Token],
        sentences: list[Sentence],
        matches: dict[str, list[Match]],
    ) -> None:
        self.document = document
        self.text = document.text
        self.tokens = tokens
        self.keys = [token.key for token in tokens]
        """The key of each token, for look-ups over a stretch."""
        self.sentences = sentences
        self.matches = matches
        self._at: dict[str, dict[int, list[Match]]] = {}
        self._here: dict[int, list[Match]] | None = None
        self._match_starts: dict[str, list[int]] = {}
        self._begins: dict[tuple[str, ...], list[int]] = {}
        self._starts: list[int] = [token.start for token in tokens]
        self._sentence_starts: list[int] = [sentence.start for sentence in sentences]

    def layer(self, layer: str) -> list[Match]:
        """The layer's matches, by start then longest first."""
        return self.matches.get(layer, _NONE)

    def at(self, layer: str, index: int) -> list[Match]:
        """The layer's matches that start at token `index`, longest first."""
        by_start = self._at.get(layer)
        if by_start is None:
            by_start = self.by_start(layer)
        return by_start.get(index, _NONE)

    def here(self, index: int) -> list[Match]:
        """The matches of every layer that start at token `index`."""
        if self._here is None:
            self._here = {}
            for matches in self.matches.values():
                for match in matches:
                    start = match.start
                    if start in self._here:
                        self._here[start].append(match)
                    else:
                        self._here[start] = [match]
        return self._here.get(index, _NONE)

    def by_start(self, layer: str) -> dict[int, list[Match]]:
        """The layer's matches by the token where they start: for loops over many tokens."""
        by_start = self._at.get(layer)
        if by_start is None:
            by_start = self._at[layer] = {}
            for match in self.layer(layer):
                start = match.start
                if start in by_start:
                    by_start[start].append(match)
                else:
                    by_start[start] = [match]
        return by_start

    def within(self, layer: str, start: int, stop: int) -> list[Match]:
        """The layer's matches that start at tokens `start` up to `stop`."""
        matches = self.layer(layer)
        if not matches:
            return _NONE
        starts = self._match_starts.get(layer)
        if starts is None:
            starts = self._match_starts[layer] = [match.start for match in matches]
        return matches[bisect_left(starts, start) : bisect_left(starts, stop)]

    def starts(self, layers: tuple[str, ...], start: int, stop: int) -> list[int]:
        """The tokens from `start` up to `stop` where a match of any of the layers starts, sorted.

        A finder that walks over these, not over all tokens, passes most of a text by.
        """
        begins = self._begins.get(layers)
        if begins is None:
            begins = sorted({match.start for layer in layers for match in self.layer(layer)})
            self._begins[layers] = begins
        return begins[bisect_left(begins, start) : bisect_left(begins, stop)]

    def span(self, start: int, end: int) -> Span:
        """The characters from token `start` to the end of token `end - 1`."""
        return _span((self.tokens[start].start, self.tokens[end - 1].end))

    def token_at(self, offset: int) -> int:
        """Index of the token that holds the character at `offset`, or of the last one before."""
        return bisect_right(self._starts, offset) - 1

    def sentence_of(self, index: int) -> int:
        """Number of the sentence that holds token `index`, or of the first."""
        return max(0, bisect_right(self._sentence_starts, index) - 1)

    def range_of(self, span: Span) -> tuple[int, int]:
        """Token indices, half-open, of the tokens that `span` touches."""
        starts = self._starts
        first = bisect_right(starts, span.start) - 1
        return first, bisect_right(starts, span.end - 1, max(0, first))

    def stem_span(self, match: Match) -> Span:
        """The match's characters without the proclitics of its first token.

        Every proclitic letter is one letter as written, marks aside; a written لل stands for
        ل + ال, so the article is cut from a stem that names it.
        """
        start = self.tokens[match.start].start
        letters = match.proclitics
        if not letters:
            return _span((start, self.tokens[match.end - 1].end))
        if letters.endswith("لال") and not fold(
            self.text[start : self.tokens[match.start].end]
        ).startswith(letters):
            # ل + ال is written لل.
            letters = letters[:-2]
        text = self.text
        end = self.tokens[match.end - 1].end
        while letters and start < end:
            char = text[start]
            start += 1
            if char.isalpha() and char not in "\u0640":
                letters = letters[1:]
                while start < end and not text[start].isalnum():
                    start += 1
        return _span((start, end))


def _unwrap(text: str, tokens: list[Token]) -> None:
    """Take the ends of lines that a width broke for the blanks that they replace."""
    ends = wrapped(text)
    starts = [token.start for token in tokens] if ends else []
    for end in ends:
        index = bisect_left(starts, end)
        if 0 < index < len(tokens):
            token = tokens[index]
            if not text[tokens[index - 1].end : token.start].strip():
                tokens[index] = token._replace(gap=GLUE)


def tag(document: Document, lexicon: Lexicon, skip: Iterable[Span] = ()) -> Tagged:
    """Take `document` apart, leaving out the stretches in `skip` (residue)."""
    text = document.text
    tokens: list[Token] = []
    start = 0
    for span in sorted(skip):
        tokens += tokens_of(text, start, span.start)
        start = max(start, span.end)
    tokens += tokens_of(text, start)
    _unwrap(text, tokens)
    return Tagged(document, tokens, sentences_of(text, tokens), lexicon.scan(tokens))
