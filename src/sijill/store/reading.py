"""What is in the store, streamed in an order that does not depend on how it came there."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, select

from sijill.errors import StoreError
from sijill.model.claim import Claim
from sijill.model.codec import from_json, read_claim, read_control
from sijill.model.report import Report
from sijill.store.bulk import chunks
from sijill.store.record import Origin, StoredClaim, StoredControl, StoredReport
from sijill.store.schema import (
    claims,
    codings,
    control,
    incidents,
    judgements,
    origins,
    past_claims,
    reports,
)

PAGE = 500
"""Reports read at once: memory holds so many and no more."""
_LISTED = (
    *(reports.c[name] for name in ("id", "sha256", "name", "title", "language")),
    reports.c.published.label("stated"),
    reports.c.published_basis.label("stated_basis"),
    codings.c.published.label("read"),
    codings.c.published_basis.label("read_basis"),
)
_WITH_CODING = reports.outerjoin(
    codings, and_(codings.c.report_id == reports.c.id, codings.c.current == 1)
)


def listed(connection: Connection) -> Iterator[StoredReport]:
    """Every report without its text, by SHA-256."""
    for page in _pages(connection):
        yield from page


def claim_stream(connection: Connection) -> Iterator[StoredClaim]:
    """Every claim of a current coding, by report and place in the text."""
    for page in _pages(connection):
        owners = {report.id: report for report in page}
        query = select(claims).where(claims.c.report_id.in_(list(owners)))
        rows = connection.execute(query).all()
        order = {report.id: place for place, report in enumerate(page)}
        for row in sorted(rows, key=lambda row: (order[row.report_id], row.ordinal)):
            yield stored_claim(row, owners[row.report_id])


def claim_columns(connection: Connection, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Of every current claim the report's SHA-256, the claim's id, and these columns of `claims`.

    In the order of `claim_stream`, at a fraction of its cost.
    """
    columns = [claims.c[name] for name in names]
    for page in _pages(connection):
        shas = {report.id: report.sha256 for report in page}
        query = select(claims.c.report_id, claims.c.ordinal, claims.c.claim, *columns).where(
            claims.c.report_id.in_(list(shas))
        )
        rows = [(shas[row[0]], *row[1:]) for row in connection.execute(query)]
        for row in sorted(rows, key=lambda row: row[:2]):
            yield (row[0], *row[2:])


def control_stream(connection: Connection) -> Iterator[StoredControl]:
    """Every control statement of a current coding, by report and place in the text."""
    for page in _pages(connection):
        owners = {report.id: report for report in page}
        query = select(control).where(control.c.report_id.in_(list(owners)))
        found = [
            StoredControl(owners[row.report_id], row.ordinal, read_control(json.loads(row.record)))
            for row in connection.execute(query)
        ]
        yield from sorted(found, key=lambda one: (one.report.sha256, one.ordinal))


def report_stream(connection: Connection) -> Iterator[Report]:
    """Every coded report as its current coding read it, by SHA-256."""
    for page in _pages(connection, size=50):
        for one in page:
            report = coded(connection, one.sha256)
            if report is not None:
                yield report


def coded(connection: Connection, sha256: str) -> Report | None:
    """A report with its current coding; None if it has none. StoreError if there is no report."""
    row = connection.execute(select(reports).where(reports.c.sha256 == sha256)).mappings().first()
    if row is None:
        raise StoreError(f"{sha256[:12]}…: no such report; `sijill status` tells what is there")
    current = select(codings).where(codings.c.report_id == row["id"], codings.c.current == 1)
    coding = connection.execute(current).first()
    if coding is None:
        return None
    whole = {
        **json.loads(coding.record),
        "claims": _records(connection, claims, coding.id),
        "control": _records(connection, control, coding.id),
        "text": row["text"],
    }
    return from_json(whole)


def past(connection: Connection, sha256: str) -> list[tuple[str, str, str, list[Claim]]]:
    """The codings of a report that are no longer current: program, pack, when, and claims."""
    query = (
        select(codings)
        .join(reports, reports.c.id == codings.c.report_id)
        .where(reports.c.sha256 == sha256, codings.c.current == 0)
        .order_by(codings.c.id)
    )
    return [
        (
            row.program,
            row.pack,
            row.coded_at,
            [read_claim(one) for one in _records(connection, past_claims, row.id)],
        )
        for row in connection.execute(query).all()
    ]


def origins_of(connection: Connection, sha256: str) -> list[Origin]:
    """Where a report was found, in a fixed order."""
    query = (
        select(origins)
        .join(reports, reports.c.id == origins.c.report_id)
        .where(reports.c.sha256 == sha256)
        .order_by(origins.c.kind, origins.c.location, origins.c.record, origins.c.digest)
    )
    return [
        Origin(row.kind, row.location, datetime.fromisoformat(row.retrieved_at), row.record)
        for row in connection.execute(query)
    ]


def counts(connection: Connection) -> dict[str, int]:
    """How many there are of each kind of record."""
    counted = {
        "reports": select(func.count()).select_from(reports),
        "origins": select(func.count()).select_from(origins),
        "coded": select(func.count()).select_from(codings).where(codings.c.current == 1),
        "codings": select(func.count()).select_from(codings),
        "claims": select(func.coalesce(func.sum(codings.c.claims), 0)).where(
            codings.c.current == 1
        ),
        "control": select(func.count()).select_from(control),
        "judgements": select(func.count()).select_from(judgements),
        "incidents": select(func.count()).select_from(incidents),
    }
    return {name: int(connection.execute(query).scalar_one()) for name, query in counted.items()}


def languages(connection: Connection) -> dict[str, int]:
    """How many reports there are in each language."""
    query = select(reports.c.language, func.count()).group_by(reports.c.language)
    return {row[0]: row[1] for row in sorted(connection.execute(query).all())}


def stamps(connection: Connection) -> list[tuple[str, str, str, int]]:
    """The programs and packs behind current codings: program, pack, data digest, how many."""
    columns = (codings.c.program, codings.c.pack, codings.c.digest)
    query = (
        select(*columns, func.count())
        .where(codings.c.current == 1)
        .group_by(*columns)
        .order_by(*columns)
    )
    return [(row[0], row[1], row[2], int(row[3])) for row in connection.execute(query)]


def stored_claim(row: Any, report: StoredReport) -> StoredClaim:
    """The claim behind a row of `claims`."""
    return StoredClaim(
        id=row.id,
        report=report,
        claim=read_claim(json.loads(row.record)),
        adm1=row.adm1,
        adm2=row.adm2,
        review=row.review,
    )


def stored_reports(connection: Connection, ids: Sequence[int]) -> dict[int, StoredReport]:
    """The reports of these numbers, without their texts."""
    found: dict[int, StoredReport] = {}
    for some in chunks(ids):
        query = select(*_LISTED).select_from(_WITH_CODING).where(reports.c.id.in_(some))
        found.update((row.id, _listed(row)) for row in connection.execute(query))
    return found


def _pages(connection: Connection, size: int = PAGE) -> Iterator[list[StoredReport]]:
    after = ""
    listing = select(*_LISTED).select_from(_WITH_CODING).order_by(reports.c.sha256).limit(size)
    while True:
        rows = connection.execute(listing.where(reports.c.sha256 > after))
        page = [_listed(row) for row in rows]
        if not page:
            return
        yield page
        after = page[-1].sha256


def _listed(row: Any) -> StoredReport:
    stated = (row.stated, row.stated_basis) if row.stated else (row.read, row.read_basis)
    return StoredReport(row.id, row.sha256, row.name, row.title, *stated, row.language)


def _records(connection: Connection, table: Any, coding_id: int) -> list[Any]:
    query = select(table.c.record).where(table.c.coding_id == coding_id).order_by(table.c.ordinal)
    return [json.loads(row.record) for row in connection.execute(query)]
