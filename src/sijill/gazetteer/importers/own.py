"""A table of the user's own making, in the columns of `sijill.gazetteer.sheet`."""

from collections.abc import Iterator
from pathlib import Path

from sijill.gazetteer import sheet
from sijill.gazetteer.importers.intake import Skip
from sijill.gazetteer.row import Row


def records(file: Path) -> Iterator[Row | Skip]:
    """The table's rows as they are; rows that break a rule are left out with the reason."""
    for row in sheet.read(file):
        problems = sheet.check(row)
        yield Skip(row.id or "a row without id", problems[0]) if problems else row
