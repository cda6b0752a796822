"""Sorting more than memory holds: sorted runs on disk, merged as they are read."""

import pickle
from collections.abc import Callable, Iterator
from heapq import merge
from tempfile import TemporaryFile
from typing import IO, Any, Generic, TypeVar

T = TypeVar("T")
RUN = 20_000
"""Things held at once."""
_TOGETHER = 500
"""Things written with one call: one at a time, each would repeat the names of its fields."""


class Spool(Generic[T]):
    """Takes things in any order and gives them sorted; memory holds a run of them.

    Temporary files have no name that another program could open, and go with the process.
    """

    def __init__(self, key: Callable[[T], Any]) -> None:
        self._key = key
        self._held: list[T] = []
        self._runs: list[IO[bytes]] = []

    def add(self, thing: T) -> None:
        """Take one in."""
        self._held.append(thing)
        if len(self._held) == RUN:
            self._held.sort(key=self._key)
            self._runs.append(_written(self._held))
            self._held = []

    def drain(self) -> Iterator[T]:
        """All that were taken in, by key. Once: what is read is let go."""
        held, runs = self._held, self._runs
        self._held, self._runs = [], []
        held.sort(key=self._key)
        try:
            yield from merge(*(_read(run) for run in runs), held, key=self._key)
        finally:
            for run in runs:
                run.close()


def _written(things: list[Any]) -> IO[bytes]:
    file = TemporaryFile()  # noqa: SIM115 - it goes when the spool is drained
    for at in range(0, len(things), _TOGETHER):
        pickle.dump(things[at : at + _TOGETHER], file, protocol=pickle.HIGHEST_PROTOCOL)
    file.seek(0)
    return file


def _read(file: IO[bytes]) -> Iterator[Any]:
    while True:
        try:
            # Our own file, without a name, written a moment ago by this process.
            yield from pickle.load(file)
        except EOFError:
            return
