"""How alike two tellings are: levels of features, weighed by the table."""

from collections.abc import Iterator
from math import cos, hypot, radians
from typing import NamedTuple

from sijill.incidents.actors import Actors
from sijill.incidents.node import COUNTED, Count, Node
from sijill.incidents.telling import INFERRED, Where
from sijill.incidents.weights import Weights

_KM_A_DEGREE = 111.2
_LONG = 7
_SAME_SPOT = 1.0
"""Kilometres between two entries of the gazetteer for one place."""
_BESIDE = 10.0
"""Kilometres up to which one place may be mistaken for the next."""
_TOWN = 4.0
"""Kilometres from the middle of any town to its quarters, at least."""
_NAMED = 3
"""UCDP precision down to which a name tells a place apart."""
_SETTLEMENTS = frozenset(("city", "town", "village", "adm2", "adm3", "adm1"))
"""Kinds that have quarters; a district's row is its town's too."""
_ANYBODY = frozenset(("generic_group", "civilians"))
"""Kinds of actors that many can be called: they contradict nobody."""
_REGION = 40.0
"""Kilometres of a radius of which a point says little."""
_WEAK = frozenset(("unknown", "near", "other"))
"""Levels of place that the name of the one in the words of the other is stronger than."""
_CLOSE, _UNLIKE = 1.6, 4.0
_FEW = 5


class Found(NamedTuple):
    """One feature of a pair: how it stands and what that counts."""

    feature: str
    level: str
    weight: float

    def __str__(self) -> str:
        return f"{self.feature}: {self.level} ({self.weight:+.1f})"


class Comparer:
    """Scores pairs; holds the table and what is known of actors."""

    def __init__(self, weights: Weights, actors: Actors) -> None:
        self.weights = weights
        self._actors = actors
        self._affiliated: dict[tuple[str, str], bool] = {}

    def score(self, one: Node, other: Node) -> float:
        """The sum of all features; `weights.never` where one forbids the pair."""
        weights = self.weights
        when, where = _time(one, other), _place(one, other)
        first = weights.of["time"][when] + weights.of["place"][where]
        if first <= weights.never / 2:
            return weights.never
        rest = sum(found.weight for found in self._rest(one, other))
        return max(weights.never, weights.base + first + rest)

    def reasons(self, one: Node, other: Node) -> tuple[str, ...]:
        """The features in words, those that count for nothing left out."""
        of = self.weights.of
        when, where = _time(one, other), _place(one, other)
        found = [
            Found("time", when, of["time"][when]),
            Found("place", where, of["place"][where]),
            *self._rest(one, other),
        ]
        return tuple(str(feature) for feature in found if feature.weight)

    def _rest(self, one: Node, other: Node) -> Iterator[Found]:
        """Every feature but time and place, which forbid most pairs and are looked at first."""
        of = self.weights.of
        if one.planned != other.planned:
            yield Found("status", "planned", of["status"]["planned"])
        level = self._type(one, other)
        yield Found("type", level, of["type"][level])
        level = self._sides(one, other)
        yield Found("sides", level, of["sides"][level])
        for kind in COUNTED:
            a, b = one.counts.get(kind), other.counts.get(kind)
            if a is not None and b is not None:
                level = _numbers(a, b)
                if level in ("unlike", "far") and _rises(one, other, a, b):
                    level = "rising"
                yield Found("numbers", f"{kind} {level}", of["numbers"][level])
        yield from self._words(one, other)
        if one.key[0] == other.key[0]:
            yield Found("report", "same", of["report"]["same"])
        elif one.quotes & other.quotes:
            yield Found("report", "copy", of["report"]["copy"])

    def _type(self, one: Node, other: Node) -> str:
        if one.types & other.types:
            return "same"
        kin = self.weights.kin
        return "kin" if any(kin.get(kind, _NONE) & other.types for kind in one.types) else "other"

    def _sides(self, one: Node, other: Node) -> str:
        a, b = one.initiators, other.initiators
        c, d = one.targets, other.targets
        if (a & b and c & d) or (a & d and c & b):
            return "both"
        if a & b:
            return "initiator"
        named, others = self._named(a), self._named(b)
        if named and others:
            if any(self._one_side(x, y) for x in named for y in others):
                return "affiliated"
            return "target" if a & d or c & b else "other"
        return "target" if c & d else "unknown"

    def _named(self, sides: frozenset[str]) -> list[str]:
        """Sides that are somebody: not "gunmen", "police" or a name that no registry has."""
        return [
            side
            for side in sorted(sides)
            if not side.startswith("~") and self._actors.kind(side) not in _ANYBODY
        ]

    def _one_side(self, one: str, other: str) -> bool:
        pair = (one, other)
        if pair not in self._affiliated:
            self._affiliated[pair] = self._actors.affiliated(one, other)
        return self._affiliated[pair]

    def _words(self, one: Node, other: Node) -> Iterator[Found]:
        table = self.weights.of["words"]
        if one.telling.victims & other.telling.victims:
            yield Found("words", "victim", table["victim"])
        shared = one.words.keys() & other.words.keys()
        if shared:
            words = sorted(shared, key=lambda word: (-one.words[word], word))
            weight = min(table["most"], table["rare"] * sum(one.words[word] for word in words))
            yield Found("words", " ".join(words[:6]), weight)


_NONE: frozenset[str] = frozenset()


def _time(one: Node, other: Node) -> str:
    if not (one.dated and other.dated):
        return "unknown"
    gap = max(one.start, other.start) - min(one.end, other.end)
    exact = one.telling.precision == other.telling.precision == "day"
    inferred = INFERRED in (one.telling.precision, other.telling.precision)
    long = one.end - one.start >= _LONG or other.end - other.start >= _LONG
    if gap <= 0:
        if long:
            return "loose"
        return "same_day" if exact else "inferred" if inferred else "overlap"
    if gap == 1 and not long:
        return "next_day_inferred" if inferred else "next_day"
    return "two_days" if gap == 2 and not long else "far"


def _place(one: Node, other: Node) -> str:
    level = _places(one.telling.where, other.telling.where)
    if level in _WEAK:
        a, b = one.telling.country, other.telling.country
        if level == "unknown" and a and b and a != b:
            return "far"
        if _speaks_of(one, other) or _speaks_of(other, one):
            return "named"
    return level


def _speaks_of(one: Node, other: Node) -> bool:
    """Whether one says the name of the other's place, though it was not read as its own.

    Of "the market of Maarrat al-Numan" two words are enough.
    """
    return bool(other.named) and len(other.named & one.telling.words) >= min(2, len(other.named))


def _places(one: Where | None, other: Where | None) -> str:
    if one is None or other is None:
        return "unknown"
    wide = max(one.precision, other.precision)
    if one.id and one.id == other.id:
        return "unknown" if wide >= 6 else "same_unit" if wide == 4 else "same"
    if one.key == other.key:
        return "other_reading" if one.id and other.id else "same"
    if wide != 4 and (one.id in other.others or other.id in one.others):
        return "other_reading"
    if one.country and other.country and one.country != other.country:
        return "far"
    if wide in (6, 7):
        return "unknown"
    if wide == 4:
        return _in_unit(one, other) if one.precision == 4 else _in_unit(other, one)
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return _by_units(one, other)
    return _by_distance(one, other, _km(one.lat, one.lon, other.lat, other.lon))


def _in_unit(unit: Where, other: Where) -> str:
    if other.precision == 4 or other.adm1:
        return "in_unit" if unit.id == other.adm1 and other.precision != 4 else "far"
    return "unknown"


def _by_units(one: Where, other: Where) -> str:
    if one.adm2 and other.adm2:
        if one.adm2 != other.adm2:
            return "far"
        return "inside" if 3 in (one.precision, other.precision) else "near"
    if one.adm1 and other.adm1 and one.adm1 != other.adm1:
        return "far"
    # Two names, of which one is in no table: two places, for all that is known.
    return "other" if max(one.precision, other.precision) <= _NAMED else "unknown"


def _by_distance(one: Where, other: Where, distance: float) -> str:
    reach = one.radius + other.radius
    if max(one.radius, other.radius) >= _REGION:
        return "in_unit" if distance <= reach else "unknown" if distance <= 2 * reach else "far"
    if distance <= _SAME_SPOT:
        return "within"
    if 3 in (one.precision, other.precision):
        if one.precision == other.precision:
            return "other" if distance <= reach else "far"
        same = bool(one.adm2) and one.adm2 == other.adm2
        return "inside" if same or distance <= reach else "far"
    if one.precision == other.precision == 1 and one.kind and other.kind:
        if _holds(one, other) and distance <= max(_TOWN, reach):
            return "inside"
        return "other" if distance <= _BESIDE else "far"
    if distance <= reach:
        return "within"
    return "near" if distance <= 1.3 * reach + 2 else "far"


def _holds(one: Where, other: Where) -> bool:
    """Whether one is a settlement and the other a quarter or site, or a site and a quarter."""
    return _rank(one) != _rank(other)


def _rank(where: Where) -> int:
    if where.kind in _SETTLEMENTS:
        return 2
    return 1 if where.kind == "neighbourhood" else 0


def _km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Kilometres, on the flat: exact enough for the few dozen that matter here."""
    return _KM_A_DEGREE * hypot(lat2 - lat, (lon2 - lon) * cos(radians((lat + lat2) / 2)))


def _rises(one: Node, other: Node, a: Count, b: Count) -> bool:
    """Whether the later report has the larger number, as tolls go."""
    first, second = one.telling.published, other.telling.published
    if first is None or second is None or first == second:
        return False
    return (a[0] < b[0]) == (first < second)


def _numbers(one: Count, other: Count) -> str:
    (low, high), (low2, high2) = one, other
    words = (high is not None and high > low) or (high2 is not None and high2 > low2)
    if low == low2 and not words:
        # "Dozens" of two reports are a range that agrees, and no number.
        return "equal_many" if low >= _FEW else "equal"
    if low <= (low2 if high2 is None else high2) and low2 <= (low if high is None else high):
        return "overlap"
    if (high is None and low < low2) or (high2 is None and low2 < low):
        # "At least 25" leaves room for 30, and for 300.
        most, least = max(low, low2), min(low, low2)
        return "close" if most <= _CLOSE * least else "unlike"
    most, least = max(low, low2), min(high or low, high2 or low2)
    if most <= _CLOSE * least or most - least <= 2:
        return "close"
    return "unlike" if most <= _UNLIKE * least or most - least <= _FEW else "far"
