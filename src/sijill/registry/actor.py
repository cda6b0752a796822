"""Records of the actor registry: actors, their names, their relations, their codes elsewhere."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

KINDS = (
    "armed_group",
    "umbrella",
    "state",
    "state_forces",
    "police",
    "militia",
    "coalition",
    "generic_group",
    "tribe",
    "party",
    "civilians",
    "monitor",
    "media",
    "news_agency",
    "party_media",
    "ngo",
    "igo",
    "source_generic",
)
"""What an actor can be. A name that stands for many ("the opposition") is a record too."""

SOURCE_KINDS = frozenset(
    ("monitor", "media", "news_agency", "party_media", "ngo", "igo", "source_generic")
)
"""Kinds that speak rather than act: found as sources."""

ALIAS_KINDS = (
    "official",
    "acronym",
    "exonym",
    "pejorative",
    "framing",
    "spelling",
    "hashtag",
    "anaphor",
    "leader",
)
FRAMING_KINDS = frozenset(("pejorative", "framing"))
"""Names that take a side: joined to the neutral id, and kept as evidence."""

RELATIONS = (
    "part_of",
    "allied_with",
    "sponsored_by",
    "splinter_of",
    "successor_of",
    "mouthpiece_of",
)
MATCHES = ("exact", "broader", "predecessor")
"""How another scheme's code fits: the same actor, a wider one, or an earlier one."""


class Actor(NamedTuple):
    """One party or source. `countries` are ISO alpha-2, home first."""

    id: str
    kind: str
    name_en: str
    name_ar: str
    countries: tuple[str, ...]
    start: date | None
    """First day active, None if not stated."""
    end: date | None
    """Last day active, None if not stated."""

    @property
    def is_source(self) -> bool:
        return self.kind in SOURCE_KINDS


@dataclass(frozen=True, slots=True)
class Alias:
    """A way to name an actor, and when, where and with what slant it is used."""

    text: str
    actor: str
    language: str
    kind: str
    start: date | None
    end: date | None
    countries: tuple[str, ...]
    """Where the name means this actor; empty for anywhere."""
    requires_context: bool
    """A common word as well: taken only after a noun such as "صحيفة" or in quotes."""

    def valid(self, day: date | None) -> bool:
        """Whether the name could mean the actor on `day`; an unknown day allows all."""
        return day is None or within(day, self.start, self.end)


class Relation(NamedTuple):
    """`actor` stands in `relation` to `target` during the stated days."""

    actor: str
    relation: str
    target: str
    start: date | None
    end: date | None


class Crosswalk(NamedTuple):
    """What `actor` is called in another scheme; `relation` is one of MATCHES."""

    actor: str
    scheme: str
    code: str
    name: str
    relation: str


def within(day: date, start: date | None, end: date | None) -> bool:
    """Whether `day` lies in the inclusive range; None is open."""
    return (start is None or start <= day) and (end is None or day <= end)


def first_day(text: str) -> date | None:
    """The first day of `2014`, `2014-06` or `2014-06-10`; None for an empty text.

    Raises ValueError if it is none of these.
    """
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1) if year else None


def last_day(text: str) -> date | None:
    """The last day of `2014`, `2014-06` or `2014-06-10`; None for an empty text.

    Raises ValueError if it is none of these.
    """
    year, month, day = _parts(text)
    if not year:
        return None
    return date(year, month or 12, day or monthrange(year, month or 12)[1])


def _parts(text: str) -> tuple[int, int, int]:
    if not text:
        return 0, 0, 0
    pieces = text.split("-")
    if len(pieces) > 3 or not all(piece.isdigit() for piece in pieces):
        raise ValueError(f"{text!r} is not a date such as 2014, 2014-06 or 2014-06-10")
    year, month, day = (*map(int, pieces), 0, 0)[:3]
    return year, month, day
