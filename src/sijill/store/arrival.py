"""Reports into the store: each text once, with every place where it was found."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from sijill.model.codec import line
from sijill.model.document import DateBasis, Document
from sijill.store.bulk import chunks, load, next_number
from sijill.store.record import Added, Origin, Received
from sijill.store.rows import stream
from sijill.store.schema import origins, reports
from sijill.text.stem import stems

_BASES = {DateBasis.OPTION.value: 0, DateBasis.METADATA.value: 1, DateBasis.DATELINE.value: 2}
_HEADING = ("name", "title", "published", "published_basis", "facts")


@dataclass(slots=True)
class _Known:
    """A report that is there: its number, and the rows of its origins."""

    id: int
    origins: list[Mapping[str, Any]]
    heading: tuple[Any, ...]


def add(connection: Connection, received: Sequence[Received]) -> Added:
    """Keep the documents that are not there, and the origins that are not known.

    What a report is called and when it was published goes by the best of its origins, whatever
    the order in which they came: `_leading`.
    """
    known = _known(connection, {one.document.sha256 for one in received})
    new_reports: list[dict[str, Any]] = []
    new_origins: list[dict[str, Any]] = []
    report_id = next_number(connection, reports)
    origin_id = next_number(connection, origins)
    touched: dict[str, None] = {}
    same = 0
    for one in received:
        digest = one.document.sha256
        if digest not in known:
            known[digest] = _Known(report_id + len(new_reports), [], ())
            new_reports.append(_report_row(known[digest].id, one))
        row = _origin_row(origin_id + len(new_origins), known[digest].id, one)
        if any(row["digest"] == other["digest"] for other in known[digest].origins):
            same += 1
            continue
        known[digest].origins.append(row)
        new_origins.append(row)
        touched[digest] = None
    fresh = {row["sha256"]: row for row in new_reports}
    for digest, row in fresh.items():
        row.update(_heading(known[digest].origins))
    load(connection, reports, new_reports)
    load(connection, origins, new_origins)
    redated = _rename(connection, [known[digest] for digest in touched if digest not in fresh])
    return Added(
        new=len(new_reports),
        again=len(new_origins) - len(new_reports),
        known=same,
        redated=redated,
    )


def origin_of(document: Document, kind: str, location: str, now: datetime) -> Origin:
    """The origin of a document that was read from `location`."""
    record = document.name if document.name != location else None
    return Origin(kind, location, now, record)


def document_of(row: Mapping[str, Any]) -> Document:
    """The document that a row of `reports` keeps."""
    published = row["published"]
    return Document(
        name=row["name"],
        text=row["text"],
        sha256=row["sha256"],
        title=row["title"],
        published=date.fromisoformat(published) if published else None,
        published_basis=DateBasis(row["published_basis"]) if row["published_basis"] else None,
        language=row["language"],
        origin=json.loads(row["facts"]),
    )


def _known(connection: Connection, digests: set[str]) -> dict[str, _Known]:
    found: dict[str, _Known] = {}
    by_id: dict[int, _Known] = {}
    columns = [reports.c.id, reports.c.sha256, *(reports.c[name] for name in _HEADING)]
    for some in chunks(sorted(digests)):
        for row in connection.execute(select(*columns).where(reports.c.sha256.in_(some))):
            found[row.sha256] = by_id[row.id] = _Known(row.id, [], tuple(row[2:]))
    for ids in chunks(sorted(by_id)):
        rows = connection.execute(select(origins).where(origins.c.report_id.in_(ids)))
        for origin in rows.mappings():
            by_id[origin["report_id"]].origins.append(dict(origin))
    return found


def _rename(connection: Connection, changed: Sequence[_Known]) -> int:
    """Give the reports what their best origins now say; how many got something new."""
    count = 0
    for one in changed:
        heading = _heading(one.origins)
        if tuple(heading[name] for name in _HEADING) != one.heading:
            connection.execute(reports.update().where(reports.c.id == one.id).values(**heading))
            count += 1
    return count


def _heading(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    best = min(rows, key=_leading)
    titled = min((row for row in rows if row["title"]), key=_leading, default=best)
    return {
        "name": best["record"] or best["location"],
        "title": titled["title"],
        "published": best["published"],
        "published_basis": best["published_basis"],
        "facts": best["facts"],
    }


def _leading(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Best-known date first, then the earliest: a report is as old as its first publication."""
    basis = _BASES.get(row["published_basis"], len(_BASES))
    return basis, row["published"], row["kind"], row["location"], row["record"] or ""


def _report_row(number: int, one: Received) -> dict[str, Any]:
    document = one.document
    return {
        "id": number,
        "sha256": document.sha256,
        "text": document.text,
        "language": document.language,
        "added_at": moment(one.origin.retrieved),
        "stems": stream(stems(document.text)),
    }


def _origin_row(number: int, report_id: int, one: Received) -> dict[str, Any]:
    document, origin = one.document, one.origin
    basis = document.published_basis
    row = {
        "kind": origin.kind,
        "location": origin.location,
        "record": origin.record,
        "title": document.title,
        "published": document.published.isoformat() if document.published else "",
        "published_basis": basis.value if basis else "",
        "facts": line({key: document.origin[key] for key in sorted(document.origin)}),
    }
    return {
        "id": number,
        "report_id": report_id,
        "digest": sha256(line(row).encode()).hexdigest(),
        **row,
        "retrieved_at": moment(origin.retrieved),
    }


def moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
