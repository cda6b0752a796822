"""The value of a read place: its full name, its precision, and whether it has a point."""

from sijill.gazetteer.table import Row
from sijill.mentions.place.refer import Reading
from sijill.mentions.place.vocabulary import TypeNoun

_BESIDE = frozenset(("near", "environs", "part"))
_BARE = frozenset(("city", "town", "village", "settlement"))
_AREAS = {"country": 6, "adm1": 4, "river": 5, "desert": 5, "road": 5}


def precision(reading: Reading) -> int:
    """UCDP where_prec: what the words leave open, not how good the gazetteer is."""
    mention, noun, row = reading.mention, reading.noun, reading.row
    own = _own(noun, row)
    if mention.operator == "countryside":
        return 3 if row is not None and row.kind in ("town", "village", "adm2", "adm3") else 4
    if mention.operator == "between":
        return 5
    if own >= 3:
        return own
    if mention.operator in _BESIDE or mention.operator == "direction":
        return 2
    if mention.anaphor and noun is not None and noun.cls == "region":
        return 2
    if mention.role == "toward" and mention.operator is None:
        return 2
    return own


def pointed(code: int, reading: Reading) -> Row | None:
    """The row whose point stands for the place; None where a point would say too much."""
    if code <= 2:
        return reading.row or reading.town
    if code == 3:
        return reading.row
    return None


def full_name(reading: Reading) -> str:
    """The name as a list of places would show it."""
    mention, row = reading.mention, reading.row
    name = reading.name
    if mention.operator == "direction" and row is not None and row.kind in ("country", "adm1"):
        return mention.full or name
    if mention.operator in ("countryside", "between"):
        return mention.full or name
    if row is None and reading.town is not None and reading.noun is not None:
        return f"{name}، {reading.town.name}"
    return name


def typed_name(reading_full: str | None, name: str, noun: TypeNoun | None) -> str:
    """With its type noun where that belongs to the name, bare for towns and villages."""
    if noun is None or noun.cls in _BARE or not noun.keep:
        return name
    return reading_full or name


def _own(noun: TypeNoun | None, row: Row | None) -> int:
    """The precision of a place itself, without operators."""
    if noun is not None and noun.cls == "region" and row is not None:
        return 3 if row.kind in ("adm2", "adm3", "region") else 1
    if noun is not None and noun.cls == "strip" and row is not None:
        return 4 if row.kind in ("adm1", "region") else 1
    if noun is not None:
        return noun.precision
    return _AREAS.get(row.kind, 3 if row.kind == "region" else 1) if row is not None else 1
