"""The ledger: every report, coding, claim and decision in one database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from sqlalchemy import Connection

from sijill import __version__
from sijill.errors import StoreError
from sijill.model.document import Document
from sijill.model.judgement import Judgement
from sijill.model.report import Report
from sijill.store import arrival, coding, judging, linked, migrate, reading, search, work
from sijill.store.database import WAIT, Database, check_server, exists
from sijill.store.query import Query
from sijill.store.record import (
    Added,
    Failure,
    LinkedIncident,
    Origin,
    Received,
    Stamp,
    StoredClaim,
    StoredControl,
    StoredReport,
)
from sijill.store.rows import Places


class Store:
    """A database that was opened. Use it in a `with`, or close it.

    Each method that writes is one transaction: done whole when it returns, not done at all if
    the process dies before. Each that reads sees one moment; streams hold it until they end.
    """

    def __init__(self, database: Database, version: int) -> None:
        self._database = database
        self.name = database.name
        self.server = database.server
        """Whether it is a PostgreSQL server; else an SQLite file."""
        self.version = version
        """Of the tables; `migrate.newest()` unless it was opened to be read only."""

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for queries of your own over `schema`; see `Database.read`."""
        with self._database.read() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that alone writes, for tables of your own; see `Database.write`."""
        with self._database.write() as connection:
            yield connection

    # ------------------------------------------------------------------ reports

    def add(
        self,
        received: Sequence[Received],
        *,
        refused: Sequence[Failure] = (),
        anew: Sequence[str] = (),
    ) -> Added:
        """Keep documents: a text that is there already gets one more origin, or nothing new.

        With them what was refused; of the inputs `anew`, in place of what was kept of them.
        """
        with self.write() as connection:
            work.forget(connection, anew)
            work.refuse(connection, refused, _now())
            return arrival.add(connection, received)

    def reports(self) -> Iterator[StoredReport]:
        """Every report without its text, by SHA-256."""
        return self._streamed(reading.listed)

    def origins(self, sha256: str) -> list[Origin]:
        """Every place where the report was found."""
        with self.read() as connection:
            return reading.origins_of(connection, sha256)

    # ------------------------------------------------------------------ codings

    def pending(self, stamp: Stamp, *, after: str = "", limit: int = 64) -> list[Document]:
        """The next documents by SHA-256 that have no current coding of that stamp and date."""
        with self.read() as connection:
            return coding.pending(connection, stamp, after, limit)

    def due(self, stamp: Stamp) -> int:
        """How many documents are pending."""
        with self.read() as connection:
            return coding.due(connection, stamp)

    def enter(
        self,
        coded: Sequence[Report],
        stamp: Stamp,
        places: Places,
        *,
        failed: Sequence[Failure] = (),
    ) -> int:
        """Make these the current codings of their reports; how many were not there yet.

        `failed` are reports at which the engine failed, by SHA-256 as `source`: kept until the
        report is coded.
        """
        with self.write() as connection:
            work.forget(connection, [report.document.sha256 for report in coded])
            work.refuse(connection, failed, _now())
            review = judging.lay_over
            return coding.enter(connection, coded, stamp, places, _now(), review)

    def coded(self, sha256: str) -> Report | None:
        """A report as its current coding read it; None if it was not coded yet."""
        with self.read() as connection:
            return reading.coded(connection, sha256)

    def coded_reports(self) -> Iterator[Report]:
        """Every coded report with its current coding, by SHA-256."""
        return self._streamed(reading.report_stream)

    def past_codings(self, sha256: str) -> list[tuple[str, str, str, list[Any]]]:
        """Codings of the report that were current once: program, pack, when, claims."""
        with self.read() as connection:
            return reading.past(connection, sha256)

    def claims(self) -> Iterator[StoredClaim]:
        """Every current claim, by report's SHA-256 and place in the text."""
        return self._streamed(reading.claim_stream)

    def claim_columns(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """Of every current claim: report's SHA-256, id, and these columns of `schema.claims`."""
        with self.read() as connection:
            yield from reading.claim_columns(connection, names)

    def control(self) -> Iterator[StoredControl]:
        """Every current control statement, by report's SHA-256 and place in the text."""
        return self._streamed(reading.control_stream)

    # ------------------------------------------------------------------ search

    def search(self, query: Query, *, limit: int | None = None) -> list[StoredClaim]:
        """The current claims for which the query holds, latest day first, ties by claim id."""
        with self.read() as connection:
            return search.found(connection, query, limit)

    def count(self, query: Query, *, most: int | None = None) -> int:
        """How many claims the query holds for; counting ends at `most`."""
        with self.read() as connection:
            return search.count(connection, query, most)

    def tally(self, query: Query, by: str) -> list[tuple[str | None, int]]:
        """How many claims there are by each value of one of `search.FACETS`, most first."""
        with self.read() as connection:
            return search.tally(connection, query, by)

    def search_reports(self, query: Query, *, limit: int | None = None) -> list[StoredReport]:
        """The reports whose text holds the words, with a claim for the facets; newest first."""
        with self.read() as connection:
            return search.found_reports(connection, query, limit)

    # ------------------------------------------------------------------ decisions

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a judgement for good and lay it over its claims; as kept, with id and `seen`."""
        with self.write() as connection:
            return judging.keep(connection, judgement)

    def judgements(self) -> list[Judgement]:
        """All judgements in the order in which they were made, undone ones too."""
        with self.read() as connection:
            return judging.every(connection)

    def standing(self, sha256: str) -> list[judging.Standing]:
        """Where the judgements on a report's claims stand after any re-coding."""
        with self.read() as connection:
            return judging.standing(connection, sha256)

    # ------------------------------------------------------------------ incidents

    def replace_incidents(self, found: Iterable[LinkedIncident]) -> int:
        """Put these incidents across reports in place of all that were there."""
        with self.write() as connection:
            return linked.replace_all(connection, found)

    def incidents(self) -> Iterator[LinkedIncident]:
        """Every incident across reports, by id."""
        return self._streamed(linked.stream)

    # ------------------------------------------------------------------ runs and refusals

    def begin(self, kind: str, words: Sequence[str]) -> int:
        """Enter a run that begins; its number."""
        with self.write() as connection:
            return work.begin(connection, kind, words, __version__, _now())

    def end(self, job: int, counts: Mapping[str, int], *, state: str = work.DONE) -> None:
        """Enter how a run ended and what it did."""
        with self.write() as connection:
            work.end(connection, job, state, counts, _now())

    def jobs(self, limit: int = 10) -> list[work.Job]:
        """The last runs, newest first."""
        with self.read() as connection:
            return work.latest(connection, limit)

    def refused(self, limit: int | None = None) -> list[Failure]:
        """What was refused and has not been read since."""
        with self.read() as connection:
            return work.refused(connection, limit)

    def refused_by_kind(self) -> dict[str, int]:
        """How many refusals are kept, by kind."""
        with self.read() as connection:
            return work.refused_by_kind(connection)

    # ------------------------------------------------------------------ numbers

    def counts(self) -> dict[str, int]:
        """How many reports, origins, coded reports, codings, claims … there are."""
        with self.read() as connection:
            return reading.counts(connection)

    def languages(self) -> dict[str, int]:
        """How many reports there are in each language."""
        with self.read() as connection:
            return reading.languages(connection)

    def stamps(self) -> list[tuple[str, str, str, int]]:
        """What current codings were made with: program, pack, digest of data, how many."""
        with self.read() as connection:
            return reading.stamps(connection)

    def _streamed(self, stream: Any) -> Iterator[Any]:
        with self.read() as connection:
            yield from stream(connection)


def create(address: str, *, wait: float = WAIT) -> Store:
    """The store at the address, made or brought up to this program's version if need be.

    Raises StoreError for a database that holds something else or is of a newer program.
    """
    database = Database(address, wait=wait)
    try:
        if not database.server:
            _to_wal(database)
        with database.write() as connection:
            if database.server:
                check_server(connection, database.name)
            version = migrate.bring_up(connection, database.name, __version__)
    except BaseException:
        database.close()
        raise
    return Store(database, version)


def open_(address: str, *, wait: float = WAIT) -> Store:
    """The store at the address, brought up to this program's version if need be.

    Raises StoreError where there is none: `create` makes one.
    """
    if not exists(address):
        raise StoreError(f"{address}: there is no such database; make it with `sijill init`")
    database = Database(address, wait=wait)
    try:
        with database.read() as connection:
            version = migrate.version(connection, database.name)
            if version == 0:
                raise StoreError(
                    f"{database.name}: is empty; make it a database with `sijill init`"
                )
            by = migrate.written_by(connection)
        migrate.refuse_newer(version, database.name, by)
        if version < migrate.newest():
            with database.write() as connection:
                version = migrate.bring_up(connection, database.name, __version__)
    except BaseException:
        database.close()
        raise
    return Store(database, version)


def _to_wal(database: Database) -> None:
    """Let readers read while one writes. It stays so; a database of others is left alone."""
    with database.read() as connection:
        migrate.version(connection, database.name)
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("COMMIT")
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("BEGIN")


def _now() -> datetime:
    return datetime.now(UTC)
