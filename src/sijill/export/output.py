"""Where an output goes: standard output, or a file that appears whole or not at all."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sijill.errors import ExportError

Write = Callable[[str], None]


@contextmanager
def opened(target: Path | None) -> Iterator[Write]:
    """A function that writes text, in UTF-8, to `target` or (None) to standard output.

    A file is written beside its place and put there when the block ends well; on any error the
    file that was there stays as it was. A device or a pipe is written to directly. Raises
    ExportError at once where nothing could be written, before any work is done; a reader that
    went away from standard output is a BrokenPipeError.
    """
    if target is None:
        yield _writer(sys.stdout.buffer, "standard output")
        with _faults("standard output"):
            sys.stdout.buffer.flush()
    elif target.exists() and not target.is_file() and not target.is_dir():
        with _faults(target), target.open("wb") as stream:
            yield _writer(stream, target)
    else:
        yield from _whole(target)


def write(pieces: Iterable[str], target: Path | None) -> None:
    """All pieces to `target`, or (None) to standard output."""
    with opened(target) as put:
        for piece in pieces:
            put(piece)


def _whole(target: Path) -> Iterator[Write]:
    # Through a link, so that the link stays and its file is replaced.
    place = Path(os.path.realpath(target))
    if place.is_dir():
        raise ExportError(f"{target}: is a folder; give the name of a file in it")
    partial = place.with_name(f".{place.name}.{os.getpid()}.part")
    with _faults(target):
        stream = partial.open("xb")
    try:
        with stream:
            yield _writer(stream, target)
            with _faults(target):
                stream.flush()
                os.fsync(stream.fileno())
        with _faults(target):
            os.replace(partial, place)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _writer(stream: BinaryIO, target: Path | str) -> Write:
    def put(text: str) -> None:
        with _faults(target):
            stream.write(text.encode("utf-8"))

    return put


@contextmanager
def _faults(target: Path | str) -> Iterator[None]:
    """Turns the system's refusal into one that says which output and what to do."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise ExportError(
            f"{target}: cannot be written: {reason}; choose another place with -o"
        ) from error
