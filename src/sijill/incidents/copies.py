"""Near-copies: reports that print one text, whole, cut or with a few other words."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias
from zlib import crc32

from sijill.text.fold import fold, loosen

_WHOLE, _RATE = 128, 8
"""A text of more than `_WHOLE` shingles keeps one in `_RATE`: which, its words alone decide, so
that two texts keep the same ones of those they share."""
_OF_SHORTER, _OF_LONGER = 0.6, 0.3
"""Shares of shingles in common that make a copy. The first allows for other words, the second
for a text that was cut; a bulletin that reprints ten items is a copy of none."""
_LEAST = 4
"""Shingles in common that say anything."""
_BESIDE = 3
"""Texts that share a shingle are compared with so many neighbours by content each: copies share
most shingles and so are neighbours often, while a stock phrase in a thousand texts makes no
million pairs."""
_PARTS = 16
"""What is sorted is sorted in so many parts, so that it holds little memory."""
_MASK = 0xFFFFFFFF

Sketch: TypeAlias = "array[int]"


class Copies:
    """Collects reports, in any order and number of runs, and tells which are copies.

    Holds some 200 bytes a report, not its text.
    """

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch] = {}

    def add(self, sha256: str, text: str) -> None:
        """Take in a report."""
        self._sketches[sha256] = sketch(text)

    def chains(self) -> dict[str, str]:
        """For every report that has copies the report that stands for them: the first by SHA-256.

        The same whatever the order in which they came.
        """
        order = sorted(self._sketches, key=lambda sha: (self._sketches[sha].tobytes(), sha))
        sketches = [self._sketches[sha] for sha in order]
        heads = list(range(len(order)))
        for one, other in _meetings(sketches):
            if _copied(sketches[one], sketches[other]):
                _join(heads, one, other)
        members: dict[int, list[str]] = {}
        for number, sha in enumerate(order):
            members.setdefault(_head(heads, number), []).append(sha)
        return {sha: min(chain) for chain in members.values() if len(chain) > 1 for sha in chain}


def sketch(text: str) -> Sketch:
    """The shingles by which a text is known, as sorted numbers of 32 bits.

    Of four words: with three, stock phrases of news count; with five, one other word in twenty
    hides a copy.
    """
    words = [key for word in text.split() if (key := _key(word))]
    # Four odd multipliers, so that the order of the words counts; the middle bits are the best.
    found = {
        (a * 0x9E3779B1 + b * 0x85EBCA6B + c * 0xC2B2AE35 + d * 0x27D4EB2F) >> 13 & _MASK
        for a, b, c, d in zip(words, words[1:], words[2:], words[3:], strict=False)
    }
    if len(found) > _WHOLE:
        found = {one for one in found if one % _RATE == 0}
    return array("I", sorted(found))


@lru_cache(maxsize=1 << 17)
def _key(word: str) -> int:
    """A number for the word in one spelling, marks off; 0 if nothing is left."""
    bare = "".join(char for char in loosen(fold(word)) if char.isalnum())
    return crc32(bare.encode("utf-8", "surrogatepass")) if bare else 0


def _meetings(sketches: list[Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that have two shingles in common and are neighbours by content, each once."""
    distinct: list[int] = []
    for number, one in enumerate(sketches):
        if number and one == sketches[number - 1]:
            if len(one):
                yield number - 1, number
        else:
            distinct.append(number)
    pairs: array[int] = array("Q")
    for sharing in _sharing(sketches, distinct):
        for at, one_number in enumerate(sharing):
            for other in sharing[at + 1 : at + 1 + _BESIDE]:
                pairs.append(one_number << 32 | other)
    for part in range(_PARTS):
        for pair, count in _runs(sorted(p for p in pairs if (p >> 32) % _PARTS == part)):
            if count >= 2:
                yield pair >> 32, pair & _MASK


def _runs(ordered: list[int]) -> Iterator[tuple[int, int]]:
    """Each number with how often it comes."""
    start = 0
    for at in range(1, len(ordered) + 1):
        if at == len(ordered) or ordered[at] != ordered[start]:
            yield ordered[start], at - start
            start = at


def _sharing(sketches: list[Sketch], numbers: list[int]) -> Iterator[list[int]]:
    """For each shingle of two texts or more, the texts, by content."""
    for part in range(_PARTS):
        pairs = sorted(
            one << 32 | number
            for number in numbers
            for one in sketches[number]
            if (one >> 5) % _PARTS == part
        )
        start = 0
        for at in range(1, len(pairs) + 1):
            if at == len(pairs) or pairs[at] >> 32 != pairs[start] >> 32:
                if at - start > 1:
                    yield [pair & _MASK for pair in pairs[start:at]]
                start = at


def _copied(one: Sketch, other: Sketch) -> bool:
    if one == other:
        return True
    a, b = set(one), set(other)
    if _is_thin(one) != _is_thin(other):
        a, b = _thinned(a), _thinned(b)
    short, long = sorted((len(a), len(b)))
    needed = max(min(_LEAST, short), 1, _OF_SHORTER * short, _OF_LONGER * long)
    return len(a & b) >= needed


def _is_thin(shingles: Sketch) -> bool:
    """Whether only those were kept that stand for many; by chance so only of very short texts."""
    return all(one % _RATE == 0 for one in shingles)


def _thinned(shingles: set[int]) -> set[int]:
    return {one for one in shingles if one % _RATE == 0}


def _head(heads: list[int], number: int) -> int:
    while heads[number] != number:
        heads[number] = heads[heads[number]]
        number = heads[number]
    return number


def _join(heads: list[int], one: int, other: int) -> None:
    first, second = sorted((_head(heads, one), _head(heads, other)))
    heads[second] = first


def chains_of(texts: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """`Copies.chains` of (SHA-256, text) pairs."""
    copies = Copies()
    for sha256, text in texts:
        copies.add(sha256, text)
    return copies.chains()
