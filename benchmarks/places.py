"""Places to measure with: as many as a user imports, with names spelt like Arabic toponyms."""

import random
from collections.abc import Iterator

from sijill.gazetteer.layers import capitals
from sijill.gazetteer.table import Gazetteer, Row

COUNT = 60_000
"""Places of two or three countries in full, as imports bring them."""
_ROOT = "بتثجحخدذرزسشصضطعغفقكلمنهوي"
_WEIGHTS = (6, 3, 1, 4, 5, 2, 5, 1, 8, 2, 5, 4, 3, 1, 3, 6, 2, 4, 4, 4, 7, 7, 6, 4, 4, 4)
"""How often each of the letters stands in the roots of names, about."""
_SHAPES = (
    "{0}{1}{2}",
    "{0}{1}{2}ة",
    "{0}ا{1}{2}",
    "{0}ا{1}{2}ة",
    "{0}{1}ا{2}",
    "{0}{1}ي{2}ة",
    "{0}{1}و{2}",
    "{0}{1}{2}ين",
    "{0}{1}{2}ان",
    "م{0}{1}و{2}ة",
    "م{0}{1}{2}ة",
    "ال{0}{1}ي{2}ة",
    "ال{0}ا{1}{2}ية",
    "ال{0}{1}{2}اء",
    "أم {0}{1}{2}",
    "أبو {0}{1}ي{2}",
)
_HEADS = ("تل", "خربة", "كفر", "بير", "عين", "وادي", "دير", "بيت", "شيخ", "قصر")
_BOXES = {
    "SY": (32.5, 37.0, 35.8, 42.0),
    "IQ": (29.5, 37.0, 39.5, 48.0),
    "YE": (12.8, 17.0, 42.8, 52.0),
}
"""South, north, west and east of the countries that the places lie in."""


def rows(count: int = COUNT, seed: int = 1) -> Iterator[Row]:
    """`count` villages; the same for the same seed. Some names come more than once."""
    chance = random.Random(seed)
    countries = sorted(_BOXES)
    for number in range(count):
        country = chance.choice(countries)
        south, north, west, east = _BOXES[country]
        yield Row(
            id=f"bench:{number}",
            name=_name(chance),
            kind="village",
            lat=round(chance.uniform(south, north), 4),
            lon=round(chance.uniform(west, east), 4),
            country=country,
            population=chance.choice((0, 0, 0, 300, 1500, 8000)),
            source="bench",
        )


def _name(chance: random.Random) -> str:
    name = chance.choice(_SHAPES).format(*chance.choices(_ROOT, _WEIGHTS, k=3))
    return f"{chance.choice(_HEADS)} {name}" if chance.random() < 0.35 else name


def gazetteer(count: int = COUNT) -> Gazetteer:
    """The shipped places with `count` more."""
    return Gazetteer([*Gazetteer.shipped(), *rows(count)], capitals())
