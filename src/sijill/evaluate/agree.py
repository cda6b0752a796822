"""When two coded values count as the same: names in one spelling, places by distance."""

from collections.abc import Callable, Iterable, Mapping
from math import asin, cos, radians, sin, sqrt
from typing import Any

from sijill.evaluate.coded import Json

NEAR_KM = 15
"""Two coordinates at most this far apart are one place …"""
NEAR_PROVINCE_KM = 60
"""… or this far where one of the two says no more than the province."""
_EARTH_DIAMETER_KM = 12742
_PROVINCE = 4

# Looser than `text.fold`, as scores must not turn on ى/ي, ة/ه or quotation marks; and it
# leaves digits and Latin letters alone, so that figures can be compared with other scorers.
_SPELLING: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    **dict.fromkeys(
        [
            *range(0x064B, 0x0660),
            0x0670,
            0x0640,
            *range(0x200B, 0x2010),
            *range(0x202A, 0x202F),
            *range(0x2066, 0x206A),
            *map(ord, '«»“”"'),
        ]
    ),
    ord("ى"): "ي",
    ord("ة"): "ه",
    ord("ؤ"): "و",
    ord("ئ"): "ي",
}


def spelling(name: str | None) -> str:
    """A name in one spelling, blanks single, for comparison only."""
    return " ".join((name or "").translate(_SPELLING).split())


def _one_names_the_other(first: str | None, second: str | None) -> bool:
    a, b = spelling(first), spelling(second)
    return a != "" and b != "" and (a in b or b in a)


def same_party(first: Json, second: Json) -> bool:
    """Equal ids, or where one has none, a name that contains the other's."""
    if first.get("id") and second.get("id"):
        return bool(first["id"] == second["id"])
    return _one_names_the_other(first.get("text"), second.get("text"))


def same_place(first: Json, second: Json) -> bool:
    """Near each other, or where one has no coordinates, a name that contains the other's."""
    a, b = _coordinates(first), _coordinates(second)
    if a is not None and b is not None:
        province = _PROVINCE in (first.get("precision"), second.get("precision"))
        return kilometres(a, b) <= (NEAR_PROVINCE_KM if province else NEAR_KM)
    return _one_names_the_other(
        first.get("name") or first.get("text"), second.get("name") or second.get("text")
    )


def kilometres(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude)."""
    a, b = radians(first[0]), radians(second[0])
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(second[1] - first[1]) / 2) ** 2
    return _EARTH_DIAMETER_KM * asin(sqrt(half))


def _coordinates(place: Json) -> tuple[float, float] | None:
    lat, lon = place.get("lat"), place.get("lon")
    if isinstance(lat, int | float) and isinstance(lon, int | float):
        return lat, lon
    return None


def equal(first: object, second: object) -> bool:
    return first == second


def same_control(first: Json, second: Json) -> bool:
    """One actor in one place; a statement without a place agrees with none."""
    places = first.get("place"), second.get("place")
    if not places[0] or not places[1]:
        return False
    return same_party(first["actor"], second["actor"]) and same_place(places[0], places[1])


SAME: Mapping[str, Callable[[Any, Any], bool]] = {
    "initiator": same_party,
    "target": same_party,
    "sources": same_party,
    "place": same_place,
    "time": equal,
    "casualties": equal,
}
"""The slots scored by their items, each with what makes two items one."""


def agreeing(
    gold: Iterable[Any], said: Iterable[Any], same: Callable[[Any, Any], bool]
) -> list[tuple[int, int]]:
    """Items that pair one to one, as (index in gold, index in said); the first that fits."""
    free = list(enumerate(said))
    pairs: list[tuple[int, int]] = []
    for at, item in enumerate(gold):
        for place, (index, other) in enumerate(free):
            if same(item, other):
                pairs.append((at, index))
                del free[place]
                break
    return pairs
