"""Incidents across reports: a view, put in place whole, that any run can make again."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from sijill.model.codec import line
from sijill.store.bulk import chunks, load
from sijill.store.record import LinkedIncident, Member
from sijill.store.schema import incidents, memberships, reports

_PAGE = 2000


def replace_all(connection: Connection, found: Iterable[LinkedIncident]) -> int:
    """Put these incidents in place of all that were there; how many there are now."""
    connection.execute(memberships.delete())
    connection.execute(incidents.delete())
    count = 0
    batch: list[LinkedIncident] = []
    for one in found:
        batch.append(one)
        count += 1
        if len(batch) == _PAGE:
            _load(connection, batch)
            batch = []
    _load(connection, batch)
    return count


def stream(connection: Connection) -> Iterator[LinkedIncident]:
    """Every incident by its id, members by report and claim."""
    after = ""
    while True:
        query = (
            select(incidents).where(incidents.c.id > after).order_by(incidents.c.id).limit(_PAGE)
        )
        rows = connection.execute(query).all()
        if not rows:
            return
        members = _members(connection, [row.id for row in rows])
        for row in rows:
            yield LinkedIncident(row.id, tuple(members[row.id]), json.loads(row.record))
        after = rows[-1].id


def _load(connection: Connection, batch: list[LinkedIncident]) -> None:
    shas = {member.report for one in batch for member in one.members}
    numbers: dict[str, int] = {}
    for some in chunks(sorted(shas)):
        query = select(reports.c.sha256, reports.c.id).where(reports.c.sha256.in_(some))
        numbers.update((row[0], row[1]) for row in connection.execute(query))
    load(connection, incidents, [{"id": one.id, "record": line(one.record)} for one in batch])
    rows: list[dict[str, Any]] = [
        {
            "report_id": numbers[member.report],
            "claim": member.claim,
            "incident": one.id,
            "score": member.score,
            "reasons": json.dumps(list(member.reasons), ensure_ascii=False),
        }
        for one in batch
        for member in one.members
    ]
    load(connection, memberships, rows)


def _members(connection: Connection, ids: list[str]) -> dict[str, list[Member]]:
    found: dict[str, list[Member]] = {one: [] for one in ids}
    for some in chunks(ids):
        query = (
            select(memberships, reports.c.sha256)
            .join(reports, reports.c.id == memberships.c.report_id)
            .where(memberships.c.incident.in_(some))
            .order_by(reports.c.sha256, memberships.c.claim)
        )
        for row in connection.execute(query):
            reasons = tuple(json.loads(row.reasons))
            found[row.incident].append(Member(row.sha256, row.claim, row.score, reasons))
    return found
