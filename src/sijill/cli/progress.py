"""Lines and a counter on standard error, for people; a pipe sees only the lines."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from sijill.export.bidi import plain

T = TypeVar("T")


class Teller:
    """Says lines, and counts what passes where a person is watching."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress

    def say(self, message: str) -> None:
        """One line; what a file name or a text brought into it cannot steer the terminal."""
        if self._progress is None:
            click.echo(plain(message), err=True)
        else:
            self._progress.console.print(plain(message), markup=False, highlight=False)

    def counted(self, items: Iterable[T]) -> Iterator[T]:
        """The items, counted as they pass."""
        if self._progress is None:
            yield from items
            return
        task = self._progress.add_task("", total=None)
        for item in items:
            yield item
            self._progress.advance(task)


@contextmanager
def teller(*, quiet: bool, to_terminal: bool) -> Iterator[Teller]:
    """A teller; with a counter only where stderr is a terminal and results go elsewhere."""
    if quiet or to_terminal or not sys.stderr.isatty():
        yield Teller(None)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:.0f} reports"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        yield Teller(shown)
