"""Claims and reports by words and facets; the same on both databases, newest first."""

from collections.abc import Iterable
from datetime import date
from math import cos, radians
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    cast,
    desc,
    func,
    literal_column,
    not_,
    or_,
    select,
    table,
    union,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from sijill.gazetteer.distance import km
from sijill.ontology.types import EVENT_TYPES
from sijill.store.query import Box, Circle, Query, Side, Term, Within
from sijill.store.reading import stored_claim, stored_reports
from sijill.store.record import StoredClaim, StoredReport
from sijill.store.schema import claims, codings, parties, reports

Condition = ColumnElement[bool]

_KM_A_DEGREE = 111.2
_PAGE = 200
FACETS = {
    "type": claims.c.type,
    "event": claims.c.event_type,
    "country": claims.c.country,
    "place": claims.c.place_name,
    "adm1": claims.c.adm1,
    "stance": claims.c.stance,
    "status": claims.c.status,
    "review": claims.c.review,
    "year": claims.c.day,
    "month": claims.c.day,
    "actor": parties.c.actor,
    "source": parties.c.actor,
}
"""What claims can be counted by, and the column behind it."""


def found(connection: Connection, query: Query, limit: int | None) -> list[StoredClaim]:
    """The claims, those of the latest day first, undated ones last; ties by claim id."""
    order = (desc(claims.c.day), claims.c.claim, claims.c.report_id)
    rows: list[Any] = []
    chosen = select(claims).where(*conditions(connection, query)).order_by(*order)
    if query.circle is None:
        rows = list(connection.execute(chosen if limit is None else chosen.limit(limit)))
    else:
        for row in connection.execute(chosen):
            if limit is not None and len(rows) == limit:
                break
            if _in_circle(row, query.circle):
                rows.append(row)
    owners = stored_reports(connection, sorted({row.report_id for row in rows}))
    return [stored_claim(row, owners[row.report_id]) for row in rows]


def count(connection: Connection, query: Query) -> int:
    """How many claims there are."""
    if query.circle is not None:
        columns = (claims.c.lat, claims.c.lon)
        rows = connection.execute(select(*columns).where(*conditions(connection, query)))
        return sum(_in_circle(row, query.circle) for row in rows)
    counted = select(func.count()).select_from(claims).where(*conditions(connection, query))
    return int(connection.execute(counted).scalar_one())


def found_reports(connection: Connection, query: Query, limit: int | None) -> list[StoredReport]:
    """The reports whose text holds the words and that have a claim for all facets; newest first."""
    coded = and_(codings.c.report_id == reports.c.id, codings.c.current == 1)
    stated = func.nullif(reports.c.published, "")
    published = func.coalesce(stated, codings.c.published, "")
    chosen = select(reports.c.id).outerjoin(codings, coded)
    chosen = chosen.order_by(desc(published), reports.c.sha256)
    facets = _facets(query)
    if facets or query.circle is not None:
        chosen = chosen.where(reports.c.id.in_(_owners(connection, query, facets)))
    chosen = chosen.where(*(_in_text(connection, term) for term in query.words))
    chosen = chosen.where(*(not_(_in_text(connection, term)) for term in query.without))
    ids = [row.id for row in connection.execute(chosen if limit is None else chosen.limit(limit))]
    owners = stored_reports(connection, ids)
    return [owners[one] for one in ids]


def tally(connection: Connection, query: Query, by: str) -> list[tuple[str | None, int]]:
    """How many of the claims there are by each value of a facet, most first."""
    column = FACETS[by]
    columns = (column.label("value"), claims.c.id, claims.c.lat, claims.c.lon)
    chosen = select(*columns).where(*conditions(connection, query))
    if column.table is parties:
        chosen = chosen.join(parties, parties.c.claim_id == claims.c.id)
        roles = ("source",) if by == "source" else ("initiator", "target")
        chosen = chosen.where(parties.c.role.in_(roles)).distinct()
    counts: dict[str | None, int] = {}
    for row in connection.execute(chosen):
        if query.circle is None or _in_circle(row, query.circle):
            value = _shown(by, row.value)
            counts[value] = counts.get(value, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] or ""))


def _shown(by: str, value: Any) -> str | None:
    if by not in ("year", "month"):
        return None if value is None else str(value)
    if not value:
        return None
    return date.fromordinal(value).isoformat()[: 4 if by == "year" else 7]


def conditions(connection: Connection, query: Query) -> list[Condition]:
    """What must hold of a row of `claims`, but for the circle's edge."""
    where = _in_text_of_owner if query.whole_report else _in_claim
    held = [where(connection, term) for term in query.words]
    held += [not_(where(connection, term)) for term in query.without]
    return [*held, *_facets(query)]


def _facets(query: Query) -> list[Condition]:
    held: list[Condition] = []
    if query.start is not None:
        held.append(claims.c.end_day >= query.start.toordinal())
    if query.end is not None:
        held += [claims.c.day <= query.end.toordinal(), claims.c.day > 0]
    held += [_within(one) for one in query.within]
    if query.box is not None:
        held += _in_box(query.box)
    if query.circle is not None:
        held += _in_box(_around(query.circle))
    if query.types:
        subs = [sub for one in query.types for sub in EVENT_TYPES.get(one, (one,))]
        held.append(claims.c.type.in_(subs))
    held += [_has(side) for side in query.sides]
    for column, values in (
        (claims.c.stance, query.stances),
        (claims.c.status, query.statuses),
        (claims.c.review, query.reviews),
    ):
        if values:
            held.append(column.in_(values))
    held += [claims.c[f"{loss.kind}_min"] >= loss.at_least for loss in query.losses]
    if query.confidence is not None:
        held.append(claims.c.confidence >= query.confidence)
    return held


# ---------------------------------------------------------------------- words


def _in_claim(connection: Connection, term: Term) -> Condition:
    """The claim's words hold it, or it is one of the claim's actors or places."""
    if not term.actors and not term.places:
        return _holds(connection, claims, term)
    ways: list[Select[Any]] = [select(claims.c.id).where(_holds(connection, claims, term))]
    if term.actors:
        ways.append(select(parties.c.claim_id).where(parties.c.actor.in_(term.actors)))
    if term.places:
        ways.append(select(claims.c.id).where(claims.c.place.in_(term.places)))
    return claims.c.id.in_(union(*ways))


def _in_text_of_owner(connection: Connection, term: Term) -> Condition:
    return claims.c.report_id.in_(select(reports.c.id).where(_in_text(connection, term)))


def _in_text(connection: Connection, term: Term) -> Condition:
    """The report's text holds it, or one of its claims has it as actor or place."""
    words = _holds(connection, reports, term)
    if not term.actors and not term.places:
        return words
    owners: list[Select[Any]] = [select(reports.c.id).where(words)]
    if term.actors:
        joined = select(claims.c.report_id).join(parties, parties.c.claim_id == claims.c.id)
        owners.append(joined.where(parties.c.actor.in_(term.actors)))
    if term.places:
        owners.append(select(claims.c.report_id).where(claims.c.place.in_(term.places)))
    return reports.c.id.in_(union(*owners))


def _holds(connection: Connection, rows: Any, term: Term) -> Condition:
    """The rows whose stems hold one of the term's phrases."""
    if connection.dialect.name == "postgresql":
        vector: Condition = literal_column(f"{rows.name}.words")
        return vector.op("@@")(cast(_expression(term, " | ", " & ", "'"), TSQUERY))
    index = f"{rows.name}_words"
    asked: Condition = literal_column(index)
    asked = asked.op("MATCH")(_expression(term, " OR ", " AND ", '"'))
    hits: Select[Any] = select(literal_column("rowid")).select_from(table(index)).where(asked)
    held: Condition = rows.c.id.in_(hits)
    return held


def _expression(term: Term, either: str, both: str, mark: str) -> str:
    """The phrases in a database's own language. Stems are letters and digits, nothing to escape."""

    def joined(parts: Iterable[str], sign: str) -> str:
        listed = list(parts)
        return listed[0] if len(listed) == 1 else f"({sign.join(listed)})"

    def word(forms: tuple[str, ...]) -> str:
        return joined((f"{mark}{form}{mark}" for form in forms), either)

    return joined((joined(map(word, phrase), both) for phrase in term.phrases), either)


# ---------------------------------------------------------------------- facets


def _within(place: Within) -> Condition:
    ways: list[Condition] = []
    if place.ids:
        ways += [column.in_(place.ids) for column in (claims.c.place, claims.c.adm2, claims.c.adm1)]
    if place.countries:
        ways.append(claims.c.country.in_(place.countries))
    if place.name is not None:
        ways.append(claims.c.place_name == place.name)
    return or_(*ways)


def _has(side: Side) -> Condition:
    named = select(parties.c.claim_id).where(parties.c.actor.in_(side.actors))
    if side.role is not None:
        named = named.where(parties.c.role == side.role)
    return claims.c.id.in_(named)


def _in_box(box: Box) -> list[Condition]:
    lat = and_(claims.c.lat >= box.south, claims.c.lat <= box.north)
    east, west = claims.c.lon <= box.east, claims.c.lon >= box.west
    return [lat, and_(east, west) if box.west <= box.east else or_(east, west)]


def _around(circle: Circle) -> Box:
    """A box that holds the circle, wide enough near a pole and across the date line."""
    height = circle.km / _KM_A_DEGREE + 0.01
    south, north = circle.lat - height, circle.lat + height
    widest = max(abs(south), abs(north))
    if widest >= 89 or (width := height / cos(radians(widest))) >= 180:
        return Box(south, -180.0, north, 180.0)
    west, east = circle.lon - width, circle.lon + width
    return Box(
        south,
        west + 360 if west < -180 else west,
        north,
        east - 360 if east > 180 else east,
    )


def _in_circle(row: Any, circle: Circle) -> bool:
    return km(row.lat, row.lon, circle.lat, circle.lon) <= circle.km


def _owners(connection: Connection, query: Query, facets: list[Condition]) -> Any:
    """Reports with a claim for which all facets hold."""
    if query.circle is None:
        return select(claims.c.report_id).where(*facets)
    columns = (claims.c.report_id, claims.c.lat, claims.c.lon)
    rows = connection.execute(select(*columns).where(*facets))
    return sorted({row.report_id for row in rows if _in_circle(row, query.circle)})
