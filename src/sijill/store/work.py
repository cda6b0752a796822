"""Runs of commands and what they refused: kept, so that tomorrow's reader knows of today's."""

import json
import os
import socket
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from sijill.model.codec import line
from sijill.store.arrival import moment
from sijill.store.bulk import chunks, load, next_number
from sijill.store.record import Failure
from sijill.store.schema import jobs, refusals

RUNNING, DONE, FAILED, BROKEN = "running", "done", "failed", "broken off"


@dataclass(frozen=True, slots=True)
class Job:
    """One run of a command."""

    id: int
    kind: str
    state: str
    started: str
    ended: str | None
    program: str
    words: tuple[str, ...]
    counts: dict[str, int]


def begin(
    connection: Connection, kind: str, words: Sequence[str], program: str, now: datetime
) -> int:
    """Enter a run that begins; its number. Runs of this machine that were killed are told so."""
    host = socket.gethostname()
    running = select(jobs.c.id, jobs.c.process).where(jobs.c.state == RUNNING, jobs.c.host == host)
    dead = [row.id for row in connection.execute(running) if not _alive(row.process)]
    if dead:
        connection.execute(jobs.update().where(jobs.c.id.in_(dead)).values(state=BROKEN))
    number = next_number(connection, jobs)
    row = {
        "id": number,
        "kind": kind,
        "state": RUNNING,
        "started_at": moment(now),
        "ended_at": None,
        "program": program,
        "host": host,
        "process": os.getpid(),
        "words": json.dumps(list(words)),
        "counts": "{}",
    }
    load(connection, jobs, [row])
    return number


def end(
    connection: Connection, number: int, state: str, counts: Mapping[str, int], now: datetime
) -> None:
    """Enter how a run ended, and what it did."""
    values = {"state": state, "counts": line(dict(counts)), "ended_at": moment(now)}
    connection.execute(jobs.update().where(jobs.c.id == number).values(**values))


def latest(connection: Connection, limit: int) -> list[Job]:
    """The last runs, newest first."""
    query = select(jobs).order_by(jobs.c.id.desc()).limit(limit)
    return [
        Job(
            row.id,
            row.kind,
            row.state,
            row.started_at,
            row.ended_at,
            row.program,
            tuple(json.loads(row.words)),
            json.loads(row.counts),
        )
        for row in connection.execute(query)
    ]


def forget(connection: Connection, sources: Sequence[str]) -> None:
    """Drop what is kept of inputs that are read anew."""
    if connection.execute(select(refusals.c.id).limit(1)).first() is None:
        return
    for some in chunks(sources):
        connection.execute(refusals.delete().where(refusals.c.source.in_(some)))


def refuse(connection: Connection, found: Sequence[Failure], now: datetime) -> None:
    """Keep what was refused, each once."""
    number = next_number(connection, refusals)
    fresh: list[Failure] = []
    for one in dict.fromkeys(found):
        same = select(refusals.c.id).where(
            refusals.c.source == one.source,
            refusals.c.name == one.name,
            refusals.c.kind == one.kind,
            refusals.c.message == one.message,
        )
        if connection.execute(same).first() is None:
            fresh.append(one)
    rows = [
        {
            "id": number + place,
            "source": one.source,
            "name": one.name,
            "kind": one.kind,
            "message": one.message,
            "refused_at": moment(now),
        }
        for place, one in enumerate(fresh)
    ]
    load(connection, refusals, rows)


def refused(connection: Connection, limit: int | None = None) -> list[Failure]:
    """What was refused and has not been read since, by name."""
    order = (refusals.c.source, refusals.c.name, refusals.c.message)
    query = select(refusals).order_by(*order).limit(limit)
    return [
        Failure(row.source, row.name, row.kind, row.message) for row in connection.execute(query)
    ]


def refused_by_kind(connection: Connection) -> dict[str, int]:
    """How many refusals there are of each kind."""
    query = select(refusals.c.kind, func.count()).group_by(refusals.c.kind)
    return {row[0]: row[1] for row in sorted(connection.execute(query).all())}


def _alive(process: int) -> bool:
    """Whether a process of this machine runs; another user's does too."""
    with suppress(PermissionError):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
    return True
