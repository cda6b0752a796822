"""What a database complains of, in plain words with the next step."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pg8000
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from sijill.errors import StoreError, StoreWriteError

_AGAIN = "then run the command again: it goes on where it stopped"
_BUSY = (
    f"another program is writing to it and did not let go; wait for it to end or stop it, {_AGAIN}"
)
_FULL = f"the disk is full; make room, {_AGAIN}"
_READ_ONLY = "may only be read; give yourself the right to write to it, or choose another"
_NOT_OURS = "is no database of Sijill; give another name, or make one with `sijill init`"
_NO_PLACE = "cannot be opened; check that its folder is there and that you may write in it"
_DAMAGED = "is damaged; put back your last copy of it, or save what can be read with `.recover`"
_UNREACHABLE = "no server answers there; start it, or check the address"
_REFUSED = "the server does not let you in; check user and password (PGPASSWORD)"
_NO_SUCH = "the server has no such database; make it with createdb"
_NO_RIGHT = "you have no right to do this there; ask the server's keeper for it"
_GONE = f"the server went away; {_AGAIN}"

_FILE = (
    ("SQLITE_BUSY", StoreWriteError, _BUSY),
    ("SQLITE_LOCKED", StoreWriteError, _BUSY),
    ("SQLITE_FULL", StoreWriteError, _FULL),
    ("SQLITE_IOERR", StoreWriteError, f"the disk fails or is full; see to it, {_AGAIN}"),
    ("SQLITE_READONLY", StoreWriteError, _READ_ONLY),
    ("SQLITE_NOTADB", StoreError, _NOT_OURS),
    ("SQLITE_CANTOPEN", StoreError, _NO_PLACE),
    ("SQLITE_CORRUPT", StoreError, _DAMAGED),
)
"""By the beginning of SQLite's name for the fault."""
_SERVER = (
    ("55P03", StoreWriteError, _BUSY),
    ("40P01", StoreWriteError, _BUSY),
    ("53100", StoreWriteError, _FULL),
    ("25006", StoreWriteError, _READ_ONLY),
    ("28", StoreError, _REFUSED),
    ("3D", StoreError, _NO_SUCH),
    ("42501", StoreError, _NO_RIGHT),
    ("57P", StoreWriteError, _GONE),
)
"""By the beginning of SQLSTATE."""


@contextmanager
def fault(name: str) -> Iterator[None]:
    """Turns the database's complaint into a StoreError that names the database."""
    try:
        yield
    except DBAPIError as error:
        raise _told(name, error.orig) from error
    except (sqlite3.Error, pg8000.Error) as error:
        raise _told(name, error) from error
    except SQLAlchemyError as error:
        raise StoreError(f"{name}: {error}") from error


def _told(name: str, cause: BaseException | None) -> StoreError:
    code, message = _code(cause)
    for begin, kind, words in (*_FILE, *_SERVER):
        if code.startswith(begin):
            return kind(f"{name}: {words}")
    if type(cause).__name__ == "InterfaceError":
        told = "connection" in message or "communication" in message
        return StoreError(f"{name}: {_UNREACHABLE}") if told else StoreError(f"{name}: {_GONE}")
    return StoreError(f"{name}: {message}")


def _code(cause: BaseException | None) -> tuple[str, str]:
    """The fault's code and its words; PostgreSQL's driver hands over a mapping of both."""
    name = getattr(cause, "sqlite_errorname", None)
    if isinstance(name, str):
        return name, str(cause)
    given = cause.args[0] if cause is not None and cause.args else ""
    if isinstance(given, dict):
        return str(given.get("C", "")), str(given.get("M", given))
    return "", str(given)
