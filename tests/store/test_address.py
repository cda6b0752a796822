"""Where a database is: what is taken, what is refused, and that no password is told."""

from pathlib import Path

import pytest

from sijill.errors import StoreError
from sijill.store.address import connection_arguments, parse, shown


@pytest.mark.parametrize("path", ["ledger.db", "/tmp/a b.db", "سجل.db", "./x"])
def test_a_path_is_a_file(path: str) -> None:
    url = parse(path)
    assert (url.drivername, shown(url)) == ("sqlite", str(Path(path)))


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_a_server_is_named_without_its_password(scheme: str) -> None:
    url = parse(f"{scheme}://reader:secret@db.example.org:5433/ledger?sslmode=require")
    assert url.drivername == "postgresql+pg8000"
    assert shown(url) == "postgresql://reader@db.example.org:5433/ledger"


def test_the_password_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", "secret")
    assert parse("postgresql://reader@localhost/ledger").password == "secret"
    assert parse("postgresql://reader:own@localhost/ledger").password == "own"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", "the name of the database is empty"),
        ("mysql://u:secret@h/d", "mysql: no such kind of database"),
        ("postgresql://u:secret@h:port/d", "h:port/d: is no address of a database"),
    ],
)
def test_what_is_no_database_is_refused(address: str, told: str) -> None:
    with pytest.raises(StoreError, match=told) as error:
        parse(address)
    assert "secret" not in str(error.value)


def test_options_of_the_server_are_taken_or_refused_by_name() -> None:
    url, arguments = connection_arguments(parse("postgresql://u@h/d?host=/run/pg&sslmode=disable"))
    assert arguments["unix_sock"] == str(Path("/run/pg/.s.PGSQL.5432"))
    assert arguments["ssl_context"] is False
    assert not url.query
    with pytest.raises(StoreError, match="cannot take target_session_attrs"):
        connection_arguments(parse("postgresql://u@h/d?target_session_attrs=any"))
    with pytest.raises(StoreError, match="sslmode=maybe: no such mode"):
        connection_arguments(parse("postgresql://u@h/d?sslmode=maybe"))


@pytest.mark.parametrize("mode", ["require", "verify-ca", "verify-full"])
def test_encryption_that_is_asked_for_is_not_left_out(mode: str) -> None:
    _, arguments = connection_arguments(parse(f"postgresql://u@h/d?sslmode={mode}"))
    assert arguments["ssl_context"].check_hostname is (mode == "verify-full")
