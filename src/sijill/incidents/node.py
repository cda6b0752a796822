"""A telling made ready to be compared many times."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log
from zlib import crc32

from sijill.incidents.telling import Said, Telling, Where
from sijill.text.stem import stems

Count = tuple[int, int | None]
"""Least and most; None where the most is open."""
COUNTED = ("killed", "injured", "captured")
LONGEST = 31
"""Days of a range that still says when: a year holds too many incidents."""
_STEP = 10
"""Distance of two numbers of words, so that none is near another as days are."""
_OWN_NAME = (1, 2, 3)
"""UCDP precisions of places that a name tells apart."""
_SHORT = 3
_KNOWN_SHARE = 0.35
"""A word that stands in so many reports that its weight is less says nothing of one incident."""


class Rarity:
    """How rare each word is among all tellings: 1 for the rarest, 0 for common ones."""

    def __init__(self) -> None:
        self._tellings = 0
        self._words: Counter[str] = Counter()

    def add(self, words: Iterable[str]) -> None:
        """Count the words of one telling."""
        self._tellings += 1
        self._words.update(words)

    def of(self, word: str) -> float:
        """By how few tellings have the word, on a scale from all of them to two.

        In a small collection every word looks rare: it is taken for one of a thousand tellings.
        """
        size = max(1000, self._tellings)
        share = log(size / max(2, self._words[word])) / log(size / 2)
        return max(0.0, (share - _KNOWN_SHARE) / (1 - _KNOWN_SHARE))


def days_of(telling: Telling) -> tuple[int, int, bool]:
    """First and last day, and whether these are days.

    What is not dated stands in no order of days: in their place it has a number of its words,
    among which alone it can find company.
    """
    start, end = telling.start, telling.end
    if start is not None and end is not None and end - start <= LONGEST:
        return start, end, True
    quotes = [said.quote for said in telling.said if said.quote]
    number = -_STEP * (1 + (min(quotes) if quotes else crc32("".join(telling.key).encode())))
    return number, number, False


class Node:
    """A telling with the sets that comparing looks at."""

    __slots__ = (
        "counts",
        "dated",
        "end",
        "initiators",
        "key",
        "named",
        "planned",
        "quotes",
        "start",
        "targets",
        "telling",
        "twins",
        "types",
        "words",
    )

    def __init__(self, telling: Telling, rarity: Rarity) -> None:
        said = telling.said
        self.telling = telling
        self.key = telling.key
        self.quotes = frozenset(one.quote for one in said if one.quote)
        self.start, self.end, self.dated = days_of(telling)
        self.types = frozenset(one.type for one in said)
        self.initiators = frozenset(side for one in said for side in one.initiators)
        self.targets = frozenset(
            side for one in said for side in one.targets if side != "civilians"
        )
        self.named = _named(telling.where)
        """Stems of the place's own name, by which another report may speak of it."""
        self.planned = all(one.status == "planned" for one in said)
        self.counts = {kind: count for kind in COUNTED if (count := _count(said, kind))}
        weighed = ((word, rarity.of(word)) for word in sorted(telling.words))
        self.words = {word: weight for word, weight in weighed if weight > 0}
        self.twins: list[Telling] = []
        """Tellings of other reports that are alike in all that is compared."""


def _named(where: Where | None) -> frozenset[str]:
    if where is None or where.precision not in _OWN_NAME:
        return frozenset()
    return _own_name(where.name)


@lru_cache(maxsize=1 << 14)
def _own_name(name: str) -> frozenset[str]:
    # "the market, the town": the town stands there to tell which market.
    return frozenset(stem for stem in stems(name.split("،")[0]) if len(stem) >= _SHORT)


def _count(said: Iterable[Said], kind: str) -> Count | None:
    """Of how many the telling speaks: of several claims the largest, each over all sides.

    None where it gives no number ("several").
    """
    found: list[Count] = []
    for one in said:
        tolls = [toll for toll in one.tolls if toll.kind == kind]
        if not tolls:
            continue
        low = sum(toll.low for toll in tolls)
        high = None
        if all(toll.high is not None for toll in tolls):
            high = sum(toll.high or 0 for toll in tolls)
        if high is not None or low > 2:
            found.append((low, high))
    return max(found, key=lambda count: (count[0], count[1] or 0)) if found else None
