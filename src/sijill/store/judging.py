"""Judgements: kept for good, and laid over the claims of whatever coding is current."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from sijill.errors import StoreError
from sijill.model.codec import line
from sijill.model.judgement import Judgement, Verdict, claim_key, claim_of
from sijill.store.arrival import moment
from sijill.store.bulk import chunks, load, next_number
from sijill.store.schema import claims, judgements, reports, subjects

_REVIEWS = {
    Verdict.CONFIRM: "confirmed",
    Verdict.CORRECT: "corrected",
    Verdict.REJECT: "rejected",
}
NONE, AGAIN = "none", "again"
REVIEWS = (NONE, *_REVIEWS.values(), AGAIN)
"""What a claim's review can be. `again`: a person judged it, and its ground has moved since."""

_HOW = frozenset(
    ("confidence", "field_confidence", "trace", "rule", "reasons", "alternatives", "candidates")
)
"""How a value was read, and not what it is."""
_LABEL = "incident"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one judgement on a claim stands, now that the report may have been coded again."""

    judgement: Judgement
    subject: str
    state: str
    """`holds`; `moved`: the claim is there and says something else than was seen; `lost`: the
    claim's id is gone, and `offered` is the claim whose trigger overlaps, if one does."""
    offered: str | None = None


def keep(connection: Connection, judgement: Judgement) -> Judgement:
    """Keep the judgement, with what was on the screen where the caller did not say; as kept.

    The same judgement twice is kept once. Raises StoreError for a claim or a judgement that is
    not there.
    """
    wanted = judgement if judgement.id else replace(judgement, id=id_of(judgement))
    there = select(judgements.c.id).where(judgements.c.id == wanted.id)
    if connection.execute(there).first() is not None:
        return wanted
    rows = [_subject(connection, wanted, key) for key in wanted.subject]
    if wanted.seen is None and rows and rows[0]["record"] is not None:
        wanted = replace(wanted, seen=_seen(rows[0]["record"], wanted.field))
    seq = next_number(connection, judgements, "seq")
    load(connection, judgements, [_row(seq, wanted)])
    for ordinal, row in enumerate(rows):
        del row["record"]
        row.update(judgement_seq=seq, ordinal=ordinal)
    load(connection, subjects, rows)
    named = _reports_of(connection, wanted)
    # Also where no judgement is left standing: an undoing takes its mark off the claim.
    _lay_over(connection, named, _effective(connection, named))
    return wanted


def id_of(judgement: Judgement) -> str:
    """`j-` and twelve hex digits of all that the judgement says."""
    parts = [
        list(judgement.subject),
        judgement.verdict.value,
        judgement.author,
        moment(judgement.at),
        judgement.field,
        judgement.value,
        judgement.reason,
    ]
    return f"j-{sha256(json.dumps(parts).encode()).hexdigest()[:12]}"


def every(connection: Connection) -> list[Judgement]:
    """All judgements in the order in which they were made, undone ones too."""
    return _read(connection, select(judgements).order_by(judgements.c.seq))


def standing(connection: Connection, report: str) -> list[Standing]:
    """Where the judgements on a report's claims stand, in the order in which they were made."""
    return _standing(_effective(connection, [report]), _current(connection, [report]), report)


def lay_over(connection: Connection, shas: Sequence[str]) -> None:
    """Write into the claims of these reports what judgements make of them."""
    touched = _effective(connection, shas)
    if touched:
        _lay_over(connection, shas, touched)


def _lay_over(
    connection: Connection, shas: Sequence[str], touched: Sequence[tuple[Judgement, Any]]
) -> None:
    current = _current(connection, shas)
    for sha in dict.fromkeys(shas):
        states: dict[str, str] = dict.fromkeys(current.get(sha, {}), NONE)
        for one in _standing(touched, current, sha):
            review = _REVIEWS.get(one.judgement.verdict)
            target = one.subject if one.state != "lost" else one.offered
            found = claim_of(target) if target else None
            if review is not None and found is not None:
                states[found[1]] = review if one.state == "holds" else AGAIN
        for claim, review in states.items():
            connection.execute(
                claims.update()
                .where(claims.c.id == current[sha][claim].id, claims.c.review != review)
                .values(review=review)
            )


def _standing(
    touched: Sequence[tuple[Judgement, Any]], current: dict[str, dict[str, Any]], sha: str
) -> list[Standing]:
    found: list[Standing] = []
    here = current.get(sha, {})
    for judgement, subject in touched:
        if subject.report != sha:
            continue
        row = here.get(subject.claim)
        if row is None:
            near = next((one for one in here.values() if _overlaps(one, subject)), None)
            offered = claim_key(sha, near.claim) if near is not None else None
            found.append(Standing(judgement, subject.subject, "lost", offered))
        else:
            same = judgement.seen in (None, _seen(row.record, judgement.field))
            found.append(Standing(judgement, subject.subject, "holds" if same else "moved"))
    return found


def _overlaps(claim: Any, subject: Any) -> bool:
    if subject.trigger_start is None:
        return False
    return bool(
        claim.trigger_start < subject.trigger_end and subject.trigger_start < claim.trigger_end
    )


def _effective(connection: Connection, shas: Sequence[str]) -> list[tuple[Judgement, Any]]:
    """The judgements on claims of these reports that were not undone, each with its subject."""
    found: list[Any] = []
    for some in chunks(dict.fromkeys(shas)):
        query = select(subjects).where(subjects.c.report.in_(some))
        found += connection.execute(query).all()
    if not found:
        return []
    by_seq: dict[int, Judgement] = {}
    for seqs in chunks(sorted({row.judgement_seq for row in found})):
        query = select(judgements).where(judgements.c.seq.in_(seqs)).order_by(judgements.c.seq)
        by_seq.update(zip(seqs, _read(connection, query), strict=True))
    undone = _undone(connection)
    ordered = sorted(found, key=lambda row: (row.judgement_seq, row.ordinal))
    return [
        (by_seq[row.judgement_seq], row)
        for row in ordered
        if by_seq[row.judgement_seq].id not in undone
    ]


def _undone(connection: Connection) -> set[str]:
    """Ids of the judgements that an undoing, itself not undone, takes back."""
    query = (
        select(judgements.c.id, subjects.c.subject)
        .join(subjects, subjects.c.judgement_seq == judgements.c.seq)
        .where(judgements.c.verdict == Verdict.UNDO.value)
        .order_by(judgements.c.seq.desc())
    )
    undone: set[str] = set()
    # The latest first: whether an undoing holds is settled before what it takes back.
    for id_, subject in connection.execute(query):
        if id_ not in undone:
            undone.add(subject)
    return undone


def _current(connection: Connection, shas: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The current claims of these reports: their rows by report and claim id, in text order."""
    found: dict[str, dict[str, Any]] = {}
    columns = ("id", "claim", "trigger_start", "trigger_end", "record")
    for some in chunks(dict.fromkeys(shas)):
        query = (
            select(reports.c.sha256, *(claims.c[name] for name in columns))
            .join(claims, claims.c.report_id == reports.c.id)
            .where(reports.c.sha256.in_(some))
            .order_by(reports.c.sha256, claims.c.ordinal)
        )
        for row in connection.execute(query):
            found.setdefault(row.sha256, {})[row.claim] = row
    return found


def _subject(connection: Connection, judgement: Judgement, key: str) -> dict[str, Any]:
    row: dict[str, Any] = {"subject": key, "report": None, "claim": None, "record": None}
    row.update(trigger_start=None, trigger_end=None)
    if judgement.verdict is Verdict.UNDO:
        if (
            connection.execute(select(judgements.c.id).where(judgements.c.id == key)).first()
            is None
        ):
            raise StoreError(f"{key}: no such judgement to undo")
        return row
    named = claim_of(key)
    if named is None:
        return row
    sha, claim = named
    there = _current(connection, [sha]).get(sha, {}).get(claim)
    if there is None:
        raise StoreError(f"{claim}: no such claim in report {sha[:12]}…; it may have been re-coded")
    row.update(report=sha, claim=claim, record=there.record)
    row.update(trigger_start=there.trigger_start, trigger_end=there.trigger_end)
    return row


def _reports_of(connection: Connection, judgement: Judgement) -> list[str]:
    """The reports whose claims the judgement speaks of, or spoke of before it was undone."""
    found = [named[0] for key in judgement.subject if (named := claim_of(key)) is not None]
    if judgement.verdict is Verdict.UNDO:
        for key in judgement.subject:
            (other,) = _read(connection, select(judgements).where(judgements.c.id == key))
            found += _reports_of(connection, other)
    return found


def _seen(record: str, field: str | None) -> str:
    """What a claim's record says, of one field or of all: values alone, as one line of JSON."""
    values = _values(json.loads(record))
    if field is not None:
        return line({field: values.get(field)})
    values.pop(_LABEL, None)
    return line(values)


def _values(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _values(one) for key, one in value.items() if key not in _HOW}
    return [_values(one) for one in value] if isinstance(value, list) else value


def _row(seq: int, judgement: Judgement) -> dict[str, Any]:
    return {
        "seq": seq,
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "author": judgement.author,
        "made_at": moment(judgement.at),
        "field": judgement.field,
        "value": judgement.value,
        "seen": judgement.seen,
        "reason": judgement.reason,
    }


def _read(connection: Connection, query: Any) -> list[Judgement]:
    rows = connection.execute(query).all()
    named: dict[int, list[str]] = {row.seq: [] for row in rows}
    for some in chunks(named):
        query = (
            select(subjects)
            .where(subjects.c.judgement_seq.in_(some))
            .order_by(subjects.c.judgement_seq, subjects.c.ordinal)
        )
        for row in connection.execute(query):
            named[row.judgement_seq].append(row.subject)
    return [
        Judgement(
            id=row.id,
            subject=tuple(named[row.seq]),
            verdict=Verdict(row.verdict),
            author=row.author,
            at=datetime.fromisoformat(row.made_at),
            field=row.field,
            value=row.value,
            reason=row.reason,
            seen=row.seen,
        )
        for row in rows
    ]
