"""Migrations: numbered steps from an empty database to this program's tables."""

from importlib import resources

from sqlalchemy import Connection, inspect, select

from sijill.errors import StoreError
from sijill.store.schema import meta

MARK = "sijill-store"
VERSION_KEY, PROGRAM_KEY = "version", "program"


def steps() -> list[int]:
    """The numbers of the migrations, in order."""
    folder = resources.files("sijill.store") / "migrations"
    return sorted(
        int(file.name.partition(".")[0])
        for file in folder.iterdir()
        if file.name.endswith(".sqlite.sql")
    )


def newest() -> int:
    """The version of the tables that this program reads and writes."""
    return steps()[-1]


def version(connection: Connection, name: str) -> int:
    """The version of the database's tables, 0 if it is empty.

    Raises StoreError if its tables are not Sijill's.
    """
    tables = set(inspect(connection).get_table_names())
    if "meta" in tables:
        rows = connection.execute(select(meta.c.key, meta.c.value))
        kept = {row.key: row.value for row in rows}
        if kept.get("format") == MARK:
            return int(kept[VERSION_KEY])
    if tables:
        raise StoreError(
            f"{name}: holds tables that are not Sijill's; choose another database, or make a "
            "new one with `sijill init`"
        )
    return 0


def refuse_newer(found: int, name: str, written_by: str | None) -> None:
    """Raises StoreError for a database of a newer program, whose additions this one could lose."""
    if found > newest():
        by = f" by Sijill {written_by}" if written_by else ""
        raise StoreError(
            f"{name}: was brought to version {found}{by}, and this program knows versions up to "
            f"{newest()}; update Sijill (nothing was changed)"
        )


def written_by(connection: Connection) -> str | None:
    """The program that last changed the tables."""
    return connection.execute(select(meta.c.value).where(meta.c.key == PROGRAM_KEY)).scalar()


def bring_up(connection: Connection, name: str, program: str, *, to: int | None = None) -> int:
    """Take every step that the database lacks; the version it now has.

    In the caller's transaction: a database is at the old version or at the new one.
    """
    found = version(connection, name)
    if found:
        refuse_newer(found, name, written_by(connection))
    target = newest() if to is None else to
    for step in steps():
        if found < step <= target:
            for statement in statements(step, connection.dialect.name):
                connection.exec_driver_sql(statement)
    if found < target:
        _keep(connection, {"format": MARK, VERSION_KEY: str(target), PROGRAM_KEY: program})
    return max(found, target)


def statements(step: int, dialect: str) -> list[str]:
    """The statements of one step, in order; a blank line parts them in the file."""
    file = resources.files("sijill.store") / "migrations" / f"{step:04}.{dialect}.sql"
    text = file.read_text(encoding="utf-8")
    return [one.strip().removesuffix(";") for one in text.split("\n\n") if one.strip()]


def _keep(connection: Connection, values: dict[str, str]) -> None:
    for key, value in values.items():
        connection.execute(meta.delete().where(meta.c.key == key))
        connection.execute(meta.insert().values(key=key, value=value))
