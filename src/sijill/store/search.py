"""Claims and reports by words and facets; the same on both databases, newest first."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from math import cos, radians
from typing import Any

from sqlalchemy import Connection, and_, desc, exists, func, not_, or_, select

from sijill.gazetteer.distance import km
from sijill.ontology.types import EVENT_TYPES
from sijill.store import words
from sijill.store.bulk import chunks
from sijill.store.query import Box, Circle, Query, Within
from sijill.store.reading import stored_claim, stored_reports
from sijill.store.record import StoredClaim, StoredReport
from sijill.store.schema import claims, codings, parties, reports
from sijill.store.words import Condition

_KM_A_DEGREE = 111.2
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
    by_index(connection)
    ids = list(islice(_ids(connection, query, limit), limit))
    rows: dict[int, Any] = {}
    # Found first and fetched then: sorting would drag every claim's whole record along.
    for some in chunks(ids):
        chosen = select(claims).where(claims.c.id.in_(some))
        rows.update((row.id, row) for row in connection.execute(chosen))
    owners = stored_reports(connection, sorted({row.report_id for row in rows.values()}))
    return [stored_claim(rows[one], owners[rows[one].report_id]) for one in ids]


def _ids(connection: Connection, query: Query, limit: int | None) -> Iterator[int]:
    order = (desc(claims.c.day), claims.c.claim, claims.c.report_id)
    columns = (claims.c.id, claims.c.lat, claims.c.lon)
    chosen = select(*columns).where(*conditions(connection, query)).order_by(*order)
    circle = query.circle
    if circle is None:
        chosen = chosen if limit is None else chosen.limit(limit)
    for row in connection.execute(chosen):
        if circle is None or _in_circle(row, circle):
            yield row.id


def count(connection: Connection, query: Query, most: int | None = None) -> int:
    """How many claims there are; counting ends at `most`."""
    by_index(connection)
    columns = (claims.c.id, claims.c.lat, claims.c.lon)
    chosen = select(*columns).where(*conditions(connection, query))
    if query.circle is not None:
        rows = connection.execute(chosen)
        return sum(1 for _ in islice((r for r in rows if _in_circle(r, query.circle)), most))
    counted = select(func.count()).select_from(chosen.limit(most).subquery())
    return int(connection.execute(counted).scalar_one())


def found_reports(connection: Connection, query: Query, limit: int | None) -> list[StoredReport]:
    """The reports whose text holds the words and that have a claim for all facets; newest first."""
    by_index(connection)
    coded = and_(codings.c.report_id == reports.c.id, codings.c.current == 1)
    stated = func.nullif(reports.c.published, "")
    published = func.coalesce(stated, codings.c.published, "")
    chosen = select(reports.c.id).outerjoin(codings, coded)
    chosen = chosen.order_by(desc(published), reports.c.sha256)
    facets = _facets(connection, query)
    if facets:
        chosen = chosen.where(reports.c.id.in_(_owners(connection, query, facets)))
    chosen = chosen.where(*words.in_reports(connection, query.words))
    chosen = chosen.where(*(not_(words.report_holds(connection, one)) for one in query.without))
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


def by_index(connection: Connection) -> None:
    """Keep the server from reading a whole table for a few rows.

    How frequent a word is it learns only when it gathers statistics, and rarely rightly.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")


def conditions(connection: Connection, query: Query) -> list[Condition]:
    """What must hold of a row of `claims`, but for the circle's edge."""
    facets = _facets(connection, query)
    if not query.whole_report:
        lacks = [not_(words.claim_holds(connection, term)) for term in query.without]
        return [*words.in_claims(connection, query.words), *lacks, *facets]
    lacks = [
        not_(
            exists().where(reports.c.id == claims.c.report_id, words.report_holds(connection, term))
        )
        for term in query.without
    ]
    return [*words.in_reports_of_claims(connection, query.words), *lacks, *facets]


def _facets(connection: Connection, query: Query) -> list[Condition]:
    held: list[Condition] = []
    if query.start is not None:
        first = query.start.toordinal()
        # A claim that began long before can reach into the days asked for, but none is longer
        # than the longest: that leaves a stretch of the index to walk.
        held += [claims.c.end_day >= first, claims.c.day >= max(1, first - _longest(connection))]
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
    held += [words.with_side(connection, side) for side in query.sides]
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


def _longest(connection: Connection) -> int:
    """Days of the claim that lasts longest; from an index."""
    length = claims.c.end_day - claims.c.start_day
    longest = select(length).where(length.is_not(None)).order_by(desc(length)).limit(1)
    return int(connection.execute(longest).scalar() or 0)


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
