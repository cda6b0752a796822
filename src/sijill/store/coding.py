"""Codings into the store: what one program and pack read in a report, the newest being current."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, and_, exists, func, select

from sijill.lexicon.pack import Pack
from sijill.model.document import DateBasis, Document
from sijill.model.report import Report
from sijill.registry.registry import Registry
from sijill.store.arrival import document_of, moment
from sijill.store.bulk import chunks, load, next_number
from sijill.store.record import Stamp
from sijill.store.rows import Places, Rows, rows_of
from sijill.store.schema import claims, codings, control, parties, past_claims, reports

Review = Callable[[Connection, Sequence[str]], None]


def stamp_of(pack: Pack, rows: Sequence[object], registry: Registry, program: str) -> Stamp:
    """The stamp of an engine: its program, its pack, and a digest of all its data.

    `rows` are the gazetteer's. A place or an actor that you add is other data too, and may be
    read in old reports.
    """
    digest = sha256()
    for part in (
        sorted(pack.rules.items()),
        sorted(
            (name, [sorted(row.items()) for row in table]) for name, table in pack.tables.items()
        ),
        rows,
        registry.actors(),
        registry.aliases(),
        [registry.relations(actor.id) for actor in registry.actors()],
    ):
        digest.update(repr(part).encode("utf-8", "surrogatepass"))
    return Stamp(program, pack.label, digest.hexdigest())


def given(document: Document) -> str:
    """The publication date that the engine was given, not one that it read in the text."""
    if document.published is None or document.published_basis in (None, DateBasis.DATELINE):
        return "/"
    return f"{document.published.isoformat()}/{document.published_basis.value}"


def pending(connection: Connection, stamp: Stamp, after: str, limit: int) -> list[Document]:
    """The next documents, by SHA-256, whose current coding is not this stamp's, or is of another

    publication date. `after` is the SHA-256 of the last one, empty for the first.
    """
    query = (
        select(reports)
        .where(reports.c.sha256 > after, ~_done(stamp))
        .order_by(reports.c.sha256)
        .limit(limit)
    )
    return [document_of(dict(row)) for row in connection.execute(query).mappings()]


def due(connection: Connection, stamp: Stamp) -> int:
    """How many documents are pending."""
    query = select(func.count()).select_from(reports).where(~_done(stamp))
    return int(connection.execute(query).scalar_one())


def _done(stamp: Stamp) -> Any:
    return exists().where(
        and_(
            codings.c.report_id == reports.c.id,
            codings.c.current == 1,
            codings.c.program == stamp.program,
            codings.c.pack == stamp.pack,
            codings.c.digest == stamp.digest,
            codings.c.given == reports.c.published + "/" + reports.c.published_basis,
        )
    )


def enter(
    connection: Connection,
    coded: Sequence[Report],
    stamp: Stamp,
    places: Places,
    now: datetime,
    review: Review,
) -> int:
    """Make these codings their reports' current ones; how many were not there yet.

    What was current before is kept as a past coding. Entering the same again changes nothing.
    `review` lays judgements over the new claims.
    """
    by_sha = {report.document.sha256: report for report in coded}
    ids = _numbers(connection, by_sha)
    there = _codings(connection, ids.values(), stamp)
    fresh = [
        (ids[sha], report)
        for sha, report in sorted(by_sha.items())
        if not any(row.current for row in _same(there, ids[sha], report))
    ]
    if not fresh:
        return 0
    _retire(connection, [report_id for report_id, _ in fresh])
    number = next_number(connection, codings)
    rows: list[dict[str, Any]] = []
    of_report: dict[int, int] = {}
    kept = {report_id: rows_of(report, places) for report_id, report in fresh}
    for report_id, report in fresh:
        earlier = _same(there, report_id, report)
        if earlier:
            of_report[report_id] = earlier[0].id
            _revive(connection, earlier[0].id)
            continue
        of_report[report_id] = number + len(rows)
        record = kept[report_id].record
        rows.append(_coding_row(number + len(rows), report_id, report, record, stamp, now))
    load(connection, codings, rows)
    _load_claims(connection, kept, of_report)
    review(connection, [report.document.sha256 for _, report in fresh])
    return len(fresh)


def _numbers(connection: Connection, shas: dict[str, Report]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(sorted(shas)):
        query = select(reports.c.sha256, reports.c.id).where(reports.c.sha256.in_(some))
        found.update((row[0], row[1]) for row in connection.execute(query))
    return found


def _codings(connection: Connection, ids: Any, stamp: Stamp) -> list[Any]:
    found: list[Any] = []
    columns = (codings.c.id, codings.c.report_id, codings.c.given, codings.c.current)
    for some in chunks(ids):
        found += connection.execute(
            select(*columns).where(
                codings.c.report_id.in_(some),
                codings.c.program == stamp.program,
                codings.c.pack == stamp.pack,
                codings.c.digest == stamp.digest,
            )
        ).all()
    return found


def _same(there: Sequence[Any], report_id: int, report: Report) -> list[Any]:
    date = given(report.document)
    return [row for row in there if row.report_id == report_id and row.given == date]


def _retire(connection: Connection, ids: Sequence[int]) -> None:
    """Move the claims of the current codings of these reports to the past ones."""
    for some in chunks(ids):
        old = [
            row.id
            for row in connection.execute(
                select(codings.c.id).where(codings.c.report_id.in_(some), codings.c.current == 1)
            )
        ]
        if not old:
            continue
        columns = ("coding_id", "ordinal", "claim", "record")
        moved = select(*(claims.c[name] for name in columns)).where(claims.c.coding_id.in_(old))
        connection.execute(past_claims.insert().from_select(columns, moved))
        connection.execute(claims.delete().where(claims.c.coding_id.in_(old)))
        connection.execute(control.delete().where(control.c.coding_id.in_(old)))
        connection.execute(codings.update().where(codings.c.id.in_(old)).values(current=0))


def _revive(connection: Connection, coding_id: int) -> None:
    """A coding that was made before and is current again; its claims are loaded anew."""
    connection.execute(past_claims.delete().where(past_claims.c.coding_id == coding_id))
    connection.execute(codings.update().where(codings.c.id == coding_id).values(current=1))


def _coding_row(
    number: int, report_id: int, report: Report, record: str, stamp: Stamp, now: datetime
) -> dict[str, Any]:
    published, basis = report.document.published, report.document.published_basis
    return {
        "id": number,
        "report_id": report_id,
        "program": stamp.program,
        "pack": stamp.pack,
        "digest": stamp.digest,
        "given": given(report.document),
        "published": None if published is None else published.isoformat(),
        "published_basis": None if basis is None else basis.value,
        "coded_at": moment(now),
        "current": 1,
        "claims": len(report.claims),
        "control": len(report.control),
        "record": record,
    }


def _load_claims(
    connection: Connection, kept: Mapping[int, Rows], of_report: Mapping[int, int]
) -> None:
    claim_id, control_id = next_number(connection, claims), next_number(connection, control)
    rows: list[dict[str, Any]] = []
    sides: list[dict[str, Any]] = []
    held: list[dict[str, Any]] = []
    for report_id, own in kept.items():
        common = {"report_id": report_id, "coding_id": of_report[report_id]}
        for row, pairs in zip(own.claims, own.parties, strict=True):
            number = claim_id + len(rows)
            rows.append({"id": number, **common, "review": "none", **row})
            sides += [{"claim_id": number, **side} for side in pairs]
        for row in own.control:
            held.append({"id": control_id + len(held), **common, **row})
    load(connection, claims, rows)
    load(connection, parties, sides)
    load(connection, control, held)
