"""A search as data: words and facets, all of which must hold."""

from dataclasses import dataclass
from datetime import date

Forms = tuple[str, ...]
"""Stems of which one must be there."""
Phrase = tuple[Forms, ...]
"""Words that must all be there."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is looked for: any of these phrases, actors or places."""

    phrases: tuple[Phrase, ...]
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees; west may be greater than east, across the date line."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class Circle:
    """A point and what lies within so many kilometres of it."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True)
class Within:
    """Places by gazetteer id, with all that lies in them; or by a name that no table has."""

    ids: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO codes."""
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Any of these actors, in one role or in any."""

    actors: tuple[str, ...]
    role: str | None = None
    """`initiator`, `target` or `source`."""


@dataclass(frozen=True, slots=True)
class Loss:
    """At least so many, by what the claim says for certain."""

    kind: str
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Query:
    """All of it must hold; what is empty asks for nothing."""

    words: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    whole_report: bool = False
    """Look for the words in the report's text, not in the claim's own words."""
    start: date | None = None
    end: date | None = None
    """A claim's time must touch these days; one without a date never does."""
    within: tuple[Within, ...] = ()
    box: Box | None = None
    circle: Circle | None = None
    types: tuple[str, ...] = ()
    """Sub-event types or event types, any of them."""
    sides: tuple[Side, ...] = ()
    stances: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()
    confidence: float | None = None
    reviews: tuple[str, ...] = ()
