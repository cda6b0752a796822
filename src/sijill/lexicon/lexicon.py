"""The compiled lexicon: one pass over a text finds the entries of every layer."""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from sijill.lexicon.clitic import ALLOWED, split
from sijill.lexicon.entry import Entry, Match, Reading
from sijill.text.fold import loosen
from sijill.text.token import COMMA, Token

_MEMO_LIMIT = 200_000
"""Distinct words kept analysed: about 100 MB at most; a year of one newspaper has fewer."""


class Lexicon:
    """Entries of all layers, indexed by their first word.

    A token is analysed once for its spelling; the result is remembered. Entries match whole
    words only. Words after the first are compared loosely (ى as ي, ة as ه), since a misspelt
    second word is still the same phrase; a first word is tried loosely only where nothing
    matches it as spelt.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        self._loose: dict[str, list[str]] = defaultdict(list)
        self.entries: list[Entry] = list(entries)
        for entry in self.entries:
            rest = tuple(loosen(word) for word in entry.words[1:])
            self._by_first[entry.words[0]].append((rest, entry))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))
        for first in self._by_first:
            loose = loosen(first)
            if loose != first or loose not in self._by_first:
                self._loose[loose].append(first)
        self._by_first = dict(self._by_first)
        self._loose = dict(self._loose)
        self._memo: dict[str, _Analysis] = {}

    def __contains__(self, stem: str) -> bool:
        return stem in self._by_first

    def readings(self, key: str) -> tuple[Reading, ...]:
        """The ways to read a folded token whose stem begins an entry."""
        return self._analyse(key).readings

    def scan(self, tokens: list[Token]) -> dict[str, list[Match]]:
        """Every match of every entry, by layer, in order of start then longest first."""
        found: dict[str, list[Match]] = defaultdict(list)
        memo = self._memo
        keys = [token.key for token in tokens]
        analyses = [memo[key] if key in memo else self._analyse(key) for key in keys]
        followers = [analysis.loose for analysis in analyses[1:]]
        for index, (analysis, following) in enumerate(zip_longest(analyses, followers)):
            if following in analysis.phrases and tokens[index + 1].gap < COMMA:
                for match in self._phrases(tokens, index, analysis.phrases[following]):
                    found[match.entry.layer].append(match)
            for layer, entry, proclitics, enclitic in analysis.words:
                found[layer].append(_match((index, index + 1, entry, proclitics, enclitic)))
        return dict(found)

    def _phrases(
        self,
        tokens: list[Token],
        index: int,
        options: "tuple[_Phrase, ...]",
    ) -> list[Match]:
        """The phrases at `index` whose words after the second follow too, longest first."""
        found: list[Match] = []
        count = len(tokens)
        for tail, entry, proclitics in options:
            at = index + 2
            end = at + len(tail)
            if end > count:
                continue
            for word in tail:
                token = tokens[at]
                if token.gap >= COMMA or loosen(token.key) != word:
                    break
                at += 1
            else:
                found.append(Match(index, end, entry, proclitics, ""))
        found.sort(key=_length, reverse=True)
        return found

    def _analyse(self, key: str) -> "_Analysis":
        known = self._memo.get(key)
        if known is not None:
            return known
        loose = loosen(key)
        analysed = self._options(loose, split(key, self._by_first))
        if not analysed.readings:
            analysed = self._options(
                loose,
                tuple(
                    Reading(r.proclitics, first, r.enclitic)
                    for r in split(loose, self._loose)
                    for first in self._loose[r.stem]
                ),
            )
        if len(self._memo) >= _MEMO_LIMIT:
            self._memo.clear()
        self._memo[key] = analysed
        return analysed

    def _options(self, loose: str, readings: tuple[Reading, ...]) -> "_Analysis":
        kept: list[Reading] = []
        words: list[_Word] = []
        phrases: dict[str, list[_Phrase]] = defaultdict(list)
        for reading in readings:
            bare = reading.proclitics.removesuffix("ال")
            article = reading.proclitics.endswith("ال")
            fits = False
            for rest, entry in self._by_first[reading.stem]:
                proclitics, pronoun = ALLOWED[entry.clitics]
                if bare not in proclitics or (article and entry.clitics != "noun"):
                    continue
                if reading.enclitic and (not pronoun or article or rest):
                    continue
                fits = True
                if rest:
                    phrases[rest[0]].append((rest[1:], entry, reading.proclitics))
                else:
                    words.append((entry.layer, entry, reading.proclitics, reading.enclitic))
            if fits:
                kept.append(reading)
        return _Analysis(
            loose,
            tuple(kept),
            tuple(words),
            {word: tuple(found) for word, found in phrases.items()},
        )


_Word = tuple[str, Entry, str, str]
"""Layer, entry, proclitics, attached pronoun."""
_Phrase = tuple[tuple[str, ...], Entry, str]
"""The loosened words after the second, the entry, proclitics."""


# A report has hundreds of matches: they are made without the detour over Match's own `__new__`.
_match = partial(tuple.__new__, Match)


class _Analysis(NamedTuple):
    """What one spelling can be: remembered, since a language has few spellings."""

    loose: str
    """The spelling, loosened."""
    readings: tuple[Reading, ...]
    words: tuple[_Word, ...]
    phrases: dict[str, tuple[_Phrase, ...]]
    """By the loosened second word."""


def _length(match: Match) -> int:
    return match.end
