"""The compiled lexicon: one pass over a text finds the entries of every layer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sijill.lexicon.clitic import ALLOWED, split
from sijill.lexicon.entry import Entry, Match, Reading
from sijill.text.fold import loosen
from sijill.text.token import COMMA, Token

_MEMO_LIMIT = 400_000
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
        self._memo: dict[str, tuple[tuple[Reading, tuple[tuple[tuple[str, ...], Entry], ...]], ...]]
        self._memo = {}

    def __contains__(self, stem: str) -> bool:
        return stem in self._by_first

    def readings(self, key: str) -> tuple[Reading, ...]:
        """The ways to read a folded token whose stem begins an entry."""
        return tuple(reading for reading, _ in self._analyse(key))

    def scan(self, tokens: Sequence[Token]) -> dict[str, list[Match]]:
        """Every match of every entry, by layer, in order of start then longest first."""
        found: dict[str, list[Match]] = defaultdict(list)
        count = len(tokens)
        for index, token in enumerate(tokens):
            for reading, options in self._analyse(token.key):
                for rest, entry in options:
                    end = index + 1 + len(rest)
                    if end > count:
                        continue
                    enclitic = reading.enclitic
                    if rest:
                        last = self._follow(tokens, index + 1, rest, entry)
                        if last is None:
                            continue
                        enclitic = last
                    found[entry.layer].append(
                        Match(index, end, entry, reading.proclitics, enclitic)
                    )
        for matches in found.values():
            matches.sort(key=lambda m: (m.start, -m.end))
        return dict(found)

    def _follow(
        self, tokens: Sequence[Token], index: int, rest: tuple[str, ...], entry: Entry
    ) -> str | None:
        """The pronoun on the last word if the words from `index` are `rest`; None if not."""
        for word in rest:
            token = tokens[index]
            if token.gap >= COMMA:
                return None
            index += 1
            if loosen(token.key) == word:
                continue
            return None
        return ""

    def _analyse(
        self, key: str
    ) -> tuple[tuple[Reading, tuple[tuple[tuple[str, ...], Entry], ...]], ...]:
        known = self._memo.get(key)
        if known is not None:
            return known
        analysed = self._options(split(key, self._by_first))
        if not analysed:
            analysed = self._options(
                tuple(
                    Reading(r.proclitics, first, r.enclitic)
                    for r in split(loosen(key), self._loose)
                    for first in self._loose[r.stem]
                )
            )
        if len(self._memo) >= _MEMO_LIMIT:
            self._memo.clear()
        self._memo[key] = analysed
        return analysed

    def _options(
        self, readings: tuple[Reading, ...]
    ) -> tuple[tuple[Reading, tuple[tuple[tuple[str, ...], Entry], ...]], ...]:
        kept = []
        for reading in readings:
            bare = reading.proclitics.removesuffix("ال")
            article = reading.proclitics.endswith("ال")
            options = []
            for rest, entry in self._by_first[reading.stem]:
                proclitics, pronoun = ALLOWED[entry.clitics]
                if bare not in proclitics or (article and entry.clitics != "noun"):
                    continue
                if reading.enclitic and (not pronoun or article or rest):
                    continue
                options.append((rest, entry))
            if options:
                kept.append((reading, tuple(options)))
        return tuple(kept)
