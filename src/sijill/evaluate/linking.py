"""How well items are brought together: pairwise and B-cubed figures, and every mistake."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Confusion:
    """Two items that were brought together wrongly, or kept apart wrongly."""

    one: str
    other: str
    together: bool
    """What was found; the truth is the contrary."""


def pairwise(truth: Mapping[str, str], found: Mapping[str, str]) -> Figures:
    """Over all pairs of items: of those brought together how many belong, and the reverse.

    Both map an item to its incident, and hold the same items.
    """
    right = _pairs(Counter((truth[item], found[item]) for item in truth))
    said = _pairs(Counter(found[item] for item in truth))
    true = _pairs(Counter(truth.values()))
    return Figures(right / said if said else 1.0, right / true if true else 1.0)


def b_cubed(truth: Mapping[str, str], found: Mapping[str, str]) -> Figures:
    """Averaged over items: the share of its company that belongs to it, and of its own it has."""
    both = Counter((truth[item], found[item]) for item in truth)
    said = Counter(found[item] for item in truth)
    true = Counter(truth.values())
    if not truth:
        return Figures(1.0, 1.0)
    precision = sum(count * count / said[cluster] for (_, cluster), count in both.items())
    recall = sum(count * count / true[label] for (label, _), count in both.items())
    return Figures(precision / len(truth), recall / len(truth))


def confusions(truth: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Confusion]:
    """Every pair that was decided wrongly, by item."""
    for mapping, other, together in ((found, truth, True), (truth, found, False)):
        groups: dict[str, list[str]] = {}
        for item in sorted(truth):
            groups.setdefault(mapping[item], []).append(item)
        for group in groups.values():
            for one, two in combinations(group, 2):
                if other[one] != other[two]:
                    yield Confusion(one, two, together)


def _pairs(counts: Mapping[object, int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())
