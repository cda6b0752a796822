"""The same tests on an SQLite file and on a PostgreSQL server that is started for them."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from sijill.store.store import Store, create
from tests.server import Server, running

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One server for all tests; skipped with the reason where none can be had."""
    starting = running()
    try:
        found = starting.__enter__()
    except LookupError as error:
        pytest.skip(str(error))
    yield found
    starting.__exit__(None, None, None)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    server: Server = request.getfixturevalue("server")
    name = f"test_{next(_NUMBERS)}"
    server.run(f"CREATE DATABASE {name}")
    yield server.address(name)
    server.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store."""
    with create(address) as made:
        yield made
