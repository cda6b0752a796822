"""Numbers in words and digits: where one begins, what it is worth, where it ends."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

from sijill.lexicon.pack import Pack
from sijill.text.fold import fold
from sijill.text.token import COMMA, Token


class Number(NamedTuple):
    """A whole number at tokens `start` up to, not including, `end`."""

    value: int
    start: int
    end: int
    definite: bool
    """The first word has the article: "الثلاثة", and also "الاثنين", which may be Monday."""
    ordinal: bool
    """A rank, not a count: "الثالث", "الخامس والعشرون"."""
    proclitics: str
    """Letters before the first number word, article left out: "و", "ب", "ول" …"""
    digits: bool
    """Written in digits, at least in part."""


class Part(IntEnum):
    """What a number word can be inside a number."""

    ZERO = 0
    UNIT = 1
    BOUND = 2
    TEN = 3
    TENS = 4
    HUNDRED = 5
    HUNDREDS = 6
    SCALE = 7
    DOUBLED = 8
    ORDINAL = 9


class Word(NamedTuple):
    """A number word with what is attached to it."""

    value: int
    part: Part
    proclitics: str
    definite: bool
    plural: bool
    alone: int
    """Its value where no number stands before it: differs from `value` for "ألفا" only."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number words of a pack, by folded key with clitics on."""

    words: Mapping[str, Word]

    def __contains__(self, key: str) -> bool:
        return key in self.words or key[0].isdigit()


_TABLES = (
    ("zero", Part.ZERO),
    ("ordinals", Part.ORDINAL),
    ("bound", Part.BOUND),
    ("units", Part.UNIT),
    ("ten", Part.TEN),
    ("tens", Part.TENS),
    ("hundred", Part.HUNDRED),
    ("hundreds", Part.HUNDREDS),
    ("doubled", Part.DOUBLED),
    ("scales", Part.SCALE),
)


def numbers_of(pack: Pack) -> Numbers:
    """The vocabulary of the pack's `numbers.toml`. A later table wins over an earlier one."""
    rules = pack.rules["numbers"]
    plural = frozenset(fold(word) for word in rules["plural_scales"]["words"])
    alone = {
        fold(word): int(value) for value, words in rules["doubled_alone"].items() for word in words
    }
    before = _attachments(rules["attached"])
    found: dict[str, Word] = {}
    bare: set[str] = set()
    for table, part in _TABLES:
        for value, words in rules[table].items():
            for word in _spellings(words):
                for letters, article in before:
                    key = letters + article + word
                    if letters.endswith("ل") and article:
                        key = letters + "ل" + word
                    if key in bare:
                        continue
                    if not letters and not article:
                        bare.add(key)
                    worth = int(value)
                    found[key] = Word(
                        worth, part, letters, bool(article), word in plural, alone.get(word, worth)
                    )
    return Numbers(found)


def _spellings(words: Iterable[str]) -> Iterator[str]:
    """Each word folded, and with the ه that many write for its ة ("سبعه")."""
    for word in map(fold, words):
        yield word
        if word.endswith("ة"):
            yield word[:-1] + "ه"


def _attachments(rules: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(letters, article), the bare word first so that it is never read as another's clitics."""
    return [
        (conjunction + preposition, article)
        for article in ("", "ال")
        for conjunction in rules["conjunctions"]
        for preposition in rules["prepositions"]
    ]


def read(tokens: list[Token], index: int, numbers: Numbers) -> Number | None:
    """The longest number that begins at token `index`; None where none does.

    Parts that "و" joins are added only while they make one number ("مئة وخمسة وعشرون"): a part
    that cannot follow ends it ("ثلاثة وأربعة" is 3). Percentages, decimals without a scale and
    plural scales without a number ("آلاف") are no numbers.
    """
    key = tokens[index].key
    if key[0].isdigit():
        return _digits(tokens, index, numbers)
    word = numbers.words.get(key)
    if word is None:
        return None
    if word.part == Part.ORDINAL:
        return _ordinal(tokens, index, word, numbers)
    return _Sum(tokens, index, numbers).words(word)


def _next(tokens: list[Token], at: int, numbers: Numbers) -> tuple[Word | None, int, bool]:
    """The number word at `at`, the index after it, and whether "و" leads to it."""
    if at >= len(tokens) or tokens[at].gap >= COMMA:
        return None, at, False
    key = tokens[at].key
    joined = False
    if key == "و":
        at += 1
        joined = True
        if at >= len(tokens) or tokens[at].gap >= COMMA:
            return None, at, False
        key = tokens[at].key
    word = numbers.words.get(key)
    if word is None:
        return None, at, joined
    if not joined and (word.proclitics == "و" or _is_and_one(tokens, at, word, numbers)):
        return word, at + 1, True
    if word.proclitics:
        return None, at, joined
    return word, at + 1, joined


def _is_and_one(tokens: list[Token], at: int, word: Word, numbers: Numbers) -> bool:
    """ "وأحد عشر" after a hundred: folded, "وأحد" is spelt as "واحد"."""
    if word.part != Part.UNIT or word.value != 1 or at + 1 >= len(tokens):
        return False
    after = numbers.words.get(tokens[at + 1].key)
    return after is not None and after.part in (Part.TEN, Part.TENS)


class _Sum:
    """Adds up the parts of one number, highest scale first."""

    __slots__ = ("end", "group", "limit", "numbers", "scale", "start", "tokens", "total")

    def __init__(self, tokens: list[Token], start: int, numbers: Numbers) -> None:
        self.tokens = tokens
        self.start = start
        self.end = start
        self.numbers = numbers
        self.total = 0
        self.group = 0
        self.limit = 1000
        """A part joined to the group must be below this."""
        self.scale = 10**12
        """The next scale word must be below this."""

    def words(self, first: Word) -> Number | None:
        """The number that begins with the word `first` at `start`."""
        if first.plural or (first.part == Part.SCALE and first.value < 1000):
            return None
        if not self._open(first, self.start + 1):
            return None
        self._follow()
        value = self.total + self.group
        if first.part == Part.BOUND and self.end == self.start + 1:
            return None
        return Number(
            value, self.start, self.end, first.definite, False, first.proclitics, digits=False
        )

    def _open(self, word: Word, end: int) -> bool:
        """Begin a group with `word`."""
        part = word.part
        if part in (Part.SCALE, Part.DOUBLED):
            value, base = (word.alone, 1000) if word.value == 1000 else (word.value, word.value)
            if part == Part.DOUBLED:
                value, base = word.value, word.value // 2
            if base >= self.scale or word.plural:
                return False
            if value != word.value and self._another(end):
                value = word.value
            self.total += value
            self.scale = base
            self.group, self.limit = 0, 1000
        elif part == Part.ORDINAL:
            return False
        else:
            self.group = word.value
            self.limit = _below(word)
        self.end = end
        return True

    def _another(self, at: int) -> bool:
        """A number goes on after token `at`: "ألفا وخمسمئة" may then be one thousand."""
        word, _, joined = _next(self.tokens, at, self.numbers)
        return word is not None and joined

    def _follow(self) -> None:
        """Take in every later word that belongs to the number."""
        while True:
            word, end, joined = _next(self.tokens, self.end, self.numbers)
            if word is None:
                if not (joined and self._joined_digits(end)):
                    return
                continue
            if not (self._join(word, end) if joined else self._touch(word, end)):
                return

    def _touch(self, word: Word, end: int) -> bool:
        """A word that follows without "و": عشر, مئة or a scale."""
        unit = 0 < self.group % 100 < 10
        if word.part == Part.TEN and unit and self.limit in (10, 100):
            self.group += 10
            self.limit = 0
        elif word.part == Part.HUNDRED and 2 < self.group < 10:
            self.group *= 100
            self.limit = 100
        elif word.part == Part.SCALE and self.group and word.value < self.scale:
            self.total += self.group * word.value
            self.scale = word.value
            self.group, self.limit = 0, 1000
        else:
            return False
        self.end = end
        return True

    def _join(self, word: Word, end: int) -> bool:
        """A word that follows "و"."""
        if self.group == 0:
            return bool(self.total) and word.part != Part.ZERO and self._open(word, end)
        return self._add(word, end)

    def _add(self, word: Word, end: int) -> bool:
        if word.part == Part.TENS and self.limit in (10, 100):
            self.group += word.value
            self.limit = 0
        elif self.limit == 100 and self.group >= 100 and self.group % 100 == 0:
            if word.part in (Part.UNIT, Part.BOUND):
                self.group += word.value
                self.limit = 10
            elif word.part == Part.TEN:
                self.group += 10
                self.limit = 0
            else:
                return False
        else:
            return False
        self.end = end
        return True

    def _joined_digits(self, at: int) -> bool:
        """ "مليون و200 ألف": digits below the last scale go on with the number."""
        if self.group or at >= len(self.tokens) or not self.tokens[at].key[0].isdigit():
            return False
        value = whole(self.tokens[at].key)
        word, end, joined = _next(self.tokens, at + 1, self.numbers)
        if value is None or value >= self.scale:
            return False
        if word is not None and not joined and word.part == Part.SCALE and word.value < self.scale:
            self.total += value * word.value
            self.scale = word.value
            self.end = end
            return True
        self.group, self.limit = value, 0
        self.end = at + 1
        return True


def _below(word: Word) -> int:
    """What may still join a group that begins with `word`: 100 after hundreds, 10 after units."""
    if word.part in (Part.HUNDRED, Part.HUNDREDS):
        return 100
    if word.part in (Part.UNIT, Part.BOUND):
        return 10
    return 0


def whole(key: str) -> int | None:
    """The whole number in a digit token; None for percentages, decimals and dotted dates."""
    if key.isdigit():
        return int(key)
    pieces = key.replace("\u066c", ",").replace("\u066b", ".").replace(".", ",").split(",")
    if len(pieces) > 1 and all(p.isdigit() and len(p) == 3 for p in pieces[1:]):
        head = pieces[0]
        if head.isdigit() and len(head) <= 3 and head[0] != "0":
            return int("".join(pieces))
    return None


def _digits(tokens: list[Token], index: int, numbers: Numbers) -> Number | None:
    key = tokens[index].key
    value = whole(key)
    word, end, joined = _next(tokens, index + 1, numbers)
    if word is not None and not joined and word.part == Part.SCALE and not word.definite:
        scaled = _scaled(key, value, word.value)
        if scaled is not None:
            total = _Sum(tokens, index, numbers)
            total.total, total.scale, total.end = scaled, word.value, end
            total._follow()
            return Number(total.total + total.group, index, total.end, False, False, "", True)
    if value is None:
        return None
    return Number(value, index, index + 1, False, False, "", True)


def _scaled(key: str, value: int | None, scale: int) -> int | None:
    """ "2.5 مليون": a decimal is whole once it is multiplied."""
    if value is not None and value < scale:
        return value * scale
    head, _, tail = key.replace("\u066b", ".").replace(",", ".").partition(".")
    fraction = int("1" + "0" * len(tail))
    if not (head.isdigit() and tail.isdigit()) or fraction > scale:
        return None
    return int(head) * scale + int(tail) * (scale // fraction)


def _ordinal(tokens: list[Token], index: int, first: Word, numbers: Numbers) -> Number:
    value, end = first.value, index + 1
    word, after, joined = _next(tokens, end, numbers)
    if word is not None and value < 10:
        if not joined and word.part == Part.TEN:
            value, end = value + 10, after
        elif joined and word.part == Part.TENS and word.definite == first.definite:
            value, end = value + word.value, after
    return Number(value, index, end, first.definite, True, first.proclitics, digits=False)
