"""Many rows into a table at once."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from sqlalchemy import Connection, Table, func, select

Row = Mapping[str, Any]

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def load(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """All rows, which are new, into the table; every row has every column."""
    if not rows:
        return
    columns = [column.name for column in table.columns]
    names = ", ".join(columns)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        values = [tuple(row[name] for name in columns) for row in rows]
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", values)
        return
    # A row at a time, the driver would wait for the server's answer to each.
    cursor = connection.connection.cursor()
    copied = BytesIO(b"".join(_line(row, columns) for row in rows))
    cursor.execute(f"COPY {table.name} ({names}) FROM STDIN", stream=copied)  # type: ignore[call-arg]
    cursor.close()


def next_number(connection: Connection, table: Table, column: str = "id") -> int:
    """The first number that no row has. Only the one writer may ask."""
    highest = connection.execute(select(func.max(table.c[column]))).scalar()
    return 1 + int(highest or 0)


def chunks(values: Iterable[Any], size: int = 500) -> Iterable[list[Any]]:
    """The values in lists that are short enough for one query."""
    listed = list(values)
    for start in range(0, len(listed), size):
        yield listed[start : start + size]


def _line(row: Row, columns: Sequence[str]) -> bytes:
    cells = (_cell(row[name]) for name in columns)
    return ("\t".join(cells) + "\n").encode()


def _cell(value: Any) -> str:
    if value is None:
        return "\\N"
    return value.translate(_ESCAPES) if isinstance(value, str) else repr(value)
