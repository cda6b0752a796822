"""When armed groups held ground, by country: evidence for the date of a report that gives none."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sijill.registry.table import bundled_folder


@dataclass(frozen=True, slots=True)
class Hold:
    """The first and the last day on which an actor held ground in a country; None if open."""

    actor: str
    country: str
    start: date | None
    end: date | None


def holds() -> tuple[Hold, ...]:
    """The bundled periods, in the order of the file."""
    with (bundled_folder() / "ground.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Hold(row["actor"], row["country"], _day(row["from"]), _day(row["to"]))
            for row in csv.DictReader(lines)
        )


def bounds(
    periods: Iterable[Hold], actors: Iterable[str], country: str | None
) -> tuple[date | None, date | None]:
    """The days between which a report of these actors' fights for ground can lie."""
    known = set(actors)
    found = [p for p in periods if p.actor in known and country in (None, p.country)]
    starts = [p.start for p in found if p.start is not None]
    ends = [p.end for p in found if p.end is not None]
    return max(starts, default=None), min(ends, default=None)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
