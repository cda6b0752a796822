"""Blocks: where a telling looks for others, so that not all are compared with all."""

from math import floor

from sijill.incidents.node import Node
from sijill.incidents.telling import Where

_FINE, _COARSE = 8.0, 2.5
"""Cells a degree: of some 13 and 40 km. A node looks into its own cell and the eight around it."""
_WIDE = 5.0
"""Kilometres of a radius from which a node must look farther than the fine cells reach."""
_MANY = 5
_RARE = 0.6
"""From how rare on a word alone leads a vague telling to an incident."""

_READINGS = 3
"""Other readings of a name under which a telling stands."""

Blocks = tuple[list[str], list[str]]


def near(node: Node) -> Blocks:
    """Blocks of a node with a place: its cell, its name, and the district of places without point.

    The first are those in which it stands, the second those in which it looks.
    """
    stands = [f"q:{quote}" for quote in sorted(node.quotes)]
    where = node.telling.where
    if not node.dated or where is None:
        return stands, list(stands)
    stands += _names(where)
    looks = list(stands)
    if where.lat is None or where.lon is None:
        if where.adm2:
            stands.append(f"e:{where.adm2}")
            looks += [f"e:{where.adm2}", f"d:{where.adm2}"]
        return stands, looks
    point = where.lat, where.lon
    stands += [_cell("c", point, _FINE), _cell("b", point, _COARSE)]
    # Wide nodes look at all in the coarse cells, and all look there at wide ones.
    looks += _cells("w", point, _COARSE)
    if where.radius >= _WIDE:
        stands.append(_cell("w", point, _COARSE))
        looks += _cells("b", point, _COARSE)
    else:
        looks += _cells("c", point, _FINE)
    if where.adm2:
        stands.append(f"d:{where.adm2}")
        looks.append(f"e:{where.adm2}")
    return stands, looks


def _cell(grid: str, point: tuple[float, float], cells: float) -> str:
    return f"{grid}:{floor(point[0] * cells)}:{floor(point[1] * cells)}"


def _cells(grid: str, point: tuple[float, float], cells: float) -> list[str]:
    row, column = floor(point[0] * cells), floor(point[1] * cells)
    return [f"{grid}:{row + up}:{column + aside}" for up in (-1, 0, 1) for aside in (-1, 0, 1)]


def around(node: Node) -> list[str]:
    """Blocks of a node whatever it says of place: governorate, name, numbers and rare words."""
    found = [f"q:{quote}" for quote in sorted(node.quotes)]
    if not node.dated:
        return found
    where = node.telling.where
    if where is not None and where.precision < 6:
        found += _names(where)
        unit = where.id if where.precision == 4 else where.adm1
        if unit:
            found.append(f"u:{unit}")
    found += [f"n:{kind}:{low}" for kind, (low, _) in sorted(node.counts.items()) if low >= _MANY]
    found += [f"w:{word}" for word, rarity in node.words.items() if rarity >= _RARE]
    found += [f"w:{word}" for word in sorted(node.named) if word not in node.words]
    found += [f"v:{name}" for name in sorted(node.telling.victims)]
    return found


def _names(where: Where) -> list[str]:
    """The place's name, and the ids of all places that it can mean."""
    ids = (where.id, *where.others[:_READINGS])
    return [f"p:{where.key}", *(f"i:{one}" for one in dict.fromkeys(ids) if one)]


def among_vague(node: Node) -> Blocks:
    """Blocks in which vague tellings look for each other."""
    found = around(node)
    return found, found
