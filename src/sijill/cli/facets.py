"""The words and options of a search to a query; names are looked up, and it is told as what."""

from collections.abc import Sequence
from datetime import date

import click

from sijill.export.bidi import plain
from sijill.gazetteer.row import COUNTRY, Row
from sijill.gazetteer.table import Gazetteer
from sijill.ontology.types import EVENT_TYPE_OF, EVENT_TYPES, LOSS_KINDS
from sijill.registry.registry import load as load_registry
from sijill.store.names import Names, name_key
from sijill.store.query import Box, Circle, Loss, Query, Side, Within
from sijill.store.rows import unlisted_key
from sijill.store.terms import parse

_TYPES = {name.casefold(): name for name in (*EVENT_TYPES, *EVENT_TYPE_OF)}


def read_query(
    text: str,
    start: date | None,
    end: date | None,
    *,
    without: tuple[str, ...],
    in_report: bool,
    place: tuple[str, ...],
    country: tuple[str, ...],
    box: str | None,
    near: str | None,
    km: float,
    types: tuple[str, ...],
    actor: tuple[str, ...],
    initiator: tuple[str, ...],
    target: tuple[str, ...],
    source: tuple[str, ...],
    stance: tuple[str, ...],
    status: tuple[str, ...],
    losses: tuple[str, ...],
    confidence: float | None,
    review: tuple[str, ...],
) -> tuple[Query, list[str]]:
    """The query, and how names were understood. Raises BadParameter for what cannot be meant."""
    gazetteer = Gazetteer.load_default()
    names = Names(load_registry(), gazetteer)
    notes: list[str] = []
    wanted, unwanted = parse(text, names)
    for one in without:
        unwanted += parse(one, names)[0]
    roles = (("initiator", initiator), ("target", target), ("source", source), (None, actor))
    within = [_within(one, names, notes) for one in place]
    if country:
        within.append(Within(countries=tuple(code.upper() for code in country)))
    query = Query(
        words=wanted,
        without=unwanted,
        whole_report=in_report,
        start=start,
        end=end,
        within=tuple(within),
        box=None if box is None else _box(box),
        circle=None if near is None else _circle(near, km, names, notes),
        types=tuple(_type(one) for one in types),
        sides=tuple(
            Side(_actors(one, names, notes), role) for role, given in roles for one in given
        ),
        stances=stance,
        statuses=status,
        losses=tuple(_loss(one) for one in losses),
        confidence=confidence,
        reviews=review,
    )
    return query, notes


def _within(name: str, names: Names, notes: list[str]) -> Within:
    rows = names.places(name)
    if not rows:
        notes.append(f"no place is called {plain(name)}; claims that write it so are searched")
        return Within(name=name_key(name))
    notes.append(f"{plain(name)}: {_listed(rows)}")
    return Within(
        ids=tuple(row.id for row in rows if row.kind != COUNTRY),
        countries=tuple(row.country for row in rows if row.kind == COUNTRY),
    )


def _actors(name: str, names: Names, notes: list[str]) -> tuple[str, ...]:
    exact = names.actors(name)
    found = exact or names.like(name)
    if exact == (name,):
        return exact
    if found:
        notes.append(f"{plain(name)}: {', '.join(found)}{'' if exact else ', the nearest name'}")
    else:
        notes.append(f"nobody is called {plain(name)}; claims that write it so are searched")
    return found if exact else (*found, unlisted_key(name))


def _circle(near: str, km: float, names: Names, notes: list[str]) -> Circle:
    point = _numbers(near, 2)
    if point is not None:
        return Circle(point[0], point[1], km)
    rows = names.places(near)
    if not rows:
        raise click.BadParameter(
            f"no place is called {near}; write LAT,LON, or find it with `sijill gazetteer find`",
            param_hint="--near",
        )
    notes.append(f"{plain(near)}: {_listed(rows[:1])}")
    return Circle(rows[0].lat, rows[0].lon, km)


def _box(text: str) -> Box:
    found = _numbers(text, 4)
    if found is None or found[0] > found[2] or max(map(abs, found)) > 180:
        message = f"{text!r}: write the degrees south,west,north,east, such as 35,36,37,39"
        raise click.BadParameter(message, param_hint="--box")
    return Box(*found)


def _numbers(text: str, count: int) -> list[float] | None:
    try:
        found = [float(part) for part in text.split(",")]
    except ValueError:
        return None
    return found if len(found) == count else None


def _type(name: str) -> str:
    found = _TYPES.get(name.casefold())
    if found is None:
        raise click.BadParameter(
            f"{name!r} is no type; the types are {', '.join(_TYPES.values())}", param_hint="--type"
        )
    return found


def _loss(text: str) -> Loss:
    kind, sign, number = text.partition(":")
    if kind not in LOSS_KINDS or (sign and not number.isdecimal()):
        message = (
            f"{text!r}: write KIND or KIND:N, such as killed:10; kinds: {', '.join(LOSS_KINDS)}"
        )
        raise click.BadParameter(message, param_hint="--losses")
    return Loss(kind, int(number) if sign else 1)


def _listed(rows: Sequence[Row]) -> str:
    return "; ".join(f"{row.name} ({row.id}, {row.kind}, {row.country})" for row in rows)
