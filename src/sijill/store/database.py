"""A database to read from and write to, one writer at a time, and its faults in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from sijill.errors import StoreError
from sijill.store import address as addresses
from sijill.store.fault import fault

WAIT = 30.0
"""Seconds to wait for another writer."""
LOCK = 5_196_340
"""The number that PostgreSQL locks for the one writer; any would do, if none else uses it."""
OLDEST_SERVER = (15,)


class Database:
    """Connections to one database.

    `read` sees one moment of it. `write` is alone, on either kind of database, and ends whole or
    not at all; batches are short, so that others wait little. What goes wrong is a StoreError
    that says what to do.
    """

    def __init__(self, address: str, *, wait: float = WAIT) -> None:
        url = addresses.parse(address)
        self.name = addresses.shown(url)
        self.server = url.drivername != "sqlite"
        self._engine = _server(url, wait) if self.server else _file(url, wait)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees the database as it is now, whatever others write meanwhile."""
        with fault(self.name), self._engine.connect() as connection, connection.begin():
            if self.server:
                connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that alone writes; its changes are kept if the block ends well.

        Raises StoreWriteError where another writer does not let go in time.
        """
        engine = self._engine.execution_options(sijill_writes=True)
        with fault(self.name), engine.begin() as connection:
            if self.server:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()


def _file(url: URL, wait: float) -> Engine:
    """SQLite: a writer begins at once (a reader that turns writer late would fail, not wait)."""
    memory = url.database in (None, "", ":memory:")
    pool = StaticPool if memory else QueuePool
    engine = create_engine(url, poolclass=pool, connect_args={"timeout": wait})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # Transactions are begun below, not by the driver.
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA journal_size_limit = 67108864")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA temp_store = MEMORY")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("sijill_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _server(url: URL, wait: float) -> Engine:
    url, arguments = addresses.connection_arguments(url)
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=2, pool_pre_ping=True, connect_args=arguments
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"SET lock_timeout = {max(1, int(wait * 1000))}")
        cursor.execute("SET client_min_messages = warning")
        connection.commit()
        cursor.close()

    return engine


def exists(address: str) -> bool:
    """Whether there is a file of that name; a server's database is asked when it is opened."""
    url = addresses.parse(address)
    return url.drivername != "sqlite" or Path(url.database or "").exists()


def check_server(connection: Connection, name: str) -> None:
    """Raises StoreError for a server that is too old, or a database that cannot hold Arabic."""
    version = connection.dialect.server_version_info or (0,)
    if tuple(version) < OLDEST_SERVER:
        told = ".".join(map(str, version))
        raise StoreError(f"{name}: PostgreSQL {told} is too old; 15 or newer is needed")
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        raise StoreError(
            f"{name}: holds text in {encoding}, which has no room for every letter; make the "
            "database anew with ENCODING 'UTF8'"
        )
