"""A database goes from any version to this program's, and never to an unknown one."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect, select

from sijill.errors import StoreError
from sijill.store import migrate, schema
from sijill.store.database import Database
from sijill.store.store import Store, create, open_


def test_the_tables_are_the_ones_that_queries_name(store: Store) -> None:
    with store.read() as connection:
        found = inspect(connection)
        for table in schema.METADATA.sorted_tables:
            there = {column["name"] for column in found.get_columns(table.name)}
            ours = {column.name for column in table.columns}
            assert there - ours <= {"words"}, table.name
            assert ours <= there, table.name
        own = {name for name in found.get_table_names() if "_words" not in name}
    assert own == set(schema.METADATA.tables)


def test_every_step_is_written_for_both_databases() -> None:
    steps = migrate.steps()
    assert steps == list(range(1, len(steps) + 1))
    for step in steps:
        assert migrate.statements(step, "sqlite")
        assert migrate.statements(step, "postgresql")


@pytest.mark.parametrize("step", [0, *migrate.steps()])
def test_a_database_of_any_earlier_version_is_brought_up(address: str, step: int) -> None:
    database = Database(address)
    if step:
        with database.write() as connection:
            assert migrate.bring_up(connection, database.name, "0.0.9", to=step) == step
    database.close()
    with create(address) as store, store.read() as connection:
        assert migrate.version(connection, store.name) == migrate.newest() == store.version


def test_bringing_up_what_is_up_changes_nothing(store: Store, address: str) -> None:
    with store.write() as connection:
        before = connection.execute(select(schema.meta)).all()
        migrate.bring_up(connection, store.name, "9.9.9")
        assert connection.execute(select(schema.meta)).all() == before


def newer(store: Store) -> None:
    with store.write() as connection:
        for key, value in (("version", "99"), ("program", "3.1.0")):
            kept = schema.meta.update().where(schema.meta.c.key == key).values(value=value)
            connection.execute(kept)


@pytest.mark.parametrize("door", [create, open_])
def test_a_database_of_a_newer_program_is_refused(store: Store, address: str, door: object) -> None:
    newer(store)
    with pytest.raises(StoreError) as told:
        door(address)  # type: ignore[operator]
    assert str(told.value) == (
        f"{store.name}: was brought to version 99 by Sijill 3.1.0, and this program knows "
        f"versions up to {migrate.newest()}; update Sijill (nothing was changed)"
    )


def test_a_database_of_others_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE notes (text TEXT)")
    theirs.close()
    before = path.read_bytes()
    for door in (create, open_):
        with pytest.raises(StoreError, match="holds tables that are not Sijill's"):
            door(str(path))
    assert path.read_bytes() == before


def test_a_database_that_is_not_there_is_not_made_by_opening(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    with pytest.raises(StoreError, match=r"no such database; make it with `sijill init`"):
        open_(str(path))
    assert not path.exists()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("قصف على بلدة المرج\n" * 50, encoding="utf-8")
    for door in (create, open_):
        with pytest.raises(StoreError, match="is no database of Sijill"):
            door(str(path))
    assert path.read_text(encoding="utf-8").startswith("قصف")


def test_an_empty_file_becomes_a_database_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(StoreError, match="is empty; make it a database with `sijill init`"):
        open_(str(path))
    create(str(path)).close()
    open_(str(path)).close()
