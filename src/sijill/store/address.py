"""Where a database is: the path of an SQLite file, or the address of a PostgreSQL server."""

import os
import re
from pathlib import Path
from ssl import CERT_NONE, SSLContext, create_default_context
from typing import Any

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from sijill.errors import StoreError

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_SERVERS = ("postgresql", "postgres")
_PLAIN, _UNCHECKED = ("disable", "allow", "prefer"), ("require",)
_CHECKED = ("verify-ca", "verify-full")


def parse(address: str) -> URL:
    """The address as SQLAlchemy takes it. Raises StoreError for one that is neither kind.

    A server's password may be left out and given as PGPASSWORD, where no list of processes
    and no shell's history shows it.
    """
    if not _SCHEME.match(address):
        if address.strip() == "":
            raise StoreError("the name of the database is empty; give a file or postgresql://…")
        return URL.create("sqlite", database=str(Path(address)))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"{address.split('@')[-1]}: is no address of a database") from error
    if url.drivername == "sqlite":
        return url
    if url.drivername not in _SERVERS:
        raise StoreError(
            f"{url.drivername}: no such kind of database; give a file, or postgresql://HOST/NAME"
        )
    return url.set(
        drivername="postgresql+pg8000", password=url.password or os.environ.get("PGPASSWORD")
    )


def shown(url: URL) -> str:
    """The address as messages name it, without its password."""
    if url.drivername.startswith("sqlite"):
        return url.database or ":memory:"
    plain = url.set(drivername="postgresql", query={})._replace(password=None)
    return plain.render_as_string(hide_password=True)


def connection_arguments(url: URL) -> tuple[URL, dict[str, Any]]:
    """The address without what the driver takes apart from it: `sslmode`, a socket's folder."""
    query = dict(url.query)
    mode = str(query.pop("sslmode", "prefer"))
    folder = query.pop("host", None)
    arguments: dict[str, Any] = {"application_name": "sijill", "ssl_context": _encryption(mode)}
    if folder is not None:
        arguments["unix_sock"] = str(Path(str(folder)) / f".s.PGSQL.{url.port or 5432}")
    if query:
        raise StoreError(f"{shown(url)}: cannot take {', '.join(sorted(query))}; leave it out")
    return url.set(query={}, username=url.username or os.environ.get("PGUSER")), arguments


def _encryption(mode: str) -> SSLContext | bool | None:
    """What `sslmode` asks for, in libpq's words."""
    if mode in _PLAIN:
        return False if mode == "disable" else None
    if mode not in (*_UNCHECKED, *_CHECKED):
        modes = ", ".join((*_PLAIN, *_UNCHECKED, *_CHECKED))
        raise StoreError(f"sslmode={mode}: no such mode; the modes are {modes}")
    context = create_default_context()
    context.check_hostname = mode == "verify-full"
    if mode in _UNCHECKED:
        context.verify_mode = CERT_NONE
    return context
