"""Work spread over processes with results in order and few things in flight."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from sijill.errors import SijillError

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
    Raises SijillError if a process dies.
    """
    rest = iter(items)
    # Fresh processes: forking beside the thread that draws the counter could copy a held lock.
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=prepare) as pool:
        waiting: deque[Future[list[B]]] = deque()
        try:
            while True:
                while len(waiting) < jobs * AHEAD and (chunk := list(islice(rest, CHUNK))):
                    waiting.append(pool.submit(function, chunk))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise SijillError("a coding process died; try fewer with --jobs") from error
        finally:
            for future in waiting:
                future.cancel()
