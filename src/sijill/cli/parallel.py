"""Work spread over processes with results in order and few things in flight."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

CHUNK = 16
"""Documents sent at a time: sending costs about as much as coding a short report."""
AHEAD = 3
"""Chunks in flight for each process: enough to keep it busy, little enough to hold."""


def in_order(
    function: Callable[[list[A]], list[B]],
    items: Iterable[A],
    jobs: int,
    prepare: Callable[[], None],
) -> Iterator[B]:
    """`function` of all items, chunk by chunk, in the order of the items.

    `prepare` runs once in each process. Items are drawn as results leave, never all at once.
    """
    rest = iter(items)
    with ProcessPoolExecutor(jobs, initializer=prepare) as pool:
        waiting: deque[Future[list[B]]] = deque()
        try:
            while True:
                while len(waiting) < jobs * AHEAD and (chunk := list(islice(rest, CHUNK))):
                    waiting.append(pool.submit(function, chunk))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
