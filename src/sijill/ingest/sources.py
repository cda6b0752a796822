"""From what the caller names to single inputs: files, folders, globs, standard input."""

import glob
import io
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sijill.ingest.refusal import Refusal, RefusalKind

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Format(StrEnum):
    """How an input is laid out."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    WARC = "warc"
    WACZ = "wacz"
    UNKNOWN = "unknown"
    """To be recognised by content."""


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".warc": Format.WARC,
    ".warc.gz": Format.WARC,
    ".wacz": Format.WACZ,
}
BUFFER = 1 << 16
"""Bytes read at once, and looked at to recognise what an input is."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a file, bytes at hand, or (with neither) standard input."""

    name: str
    format: Format = Format.UNKNOWN
    path: Path | None = None
    content: bytes | None = None
    url: str | None = None
    """Where on the web the bytes were, if they were; a page's own word goes before it."""
    charset: str | None = None
    """What the server said of their encoding; the page's own word goes before it."""

    def open(self) -> io.BufferedReader:
        """A byte stream from the start, to be closed; OSError if it cannot be opened."""
        if self.content is not None:
            return io.BufferedReader(_Part(io.BytesIO(self.content)), BUFFER)
        if self.path is not None:
            return io.BufferedReader(io.FileIO(self.path), BUFFER)
        return io.BufferedReader(_Part(sys.stdin.buffer), BUFFER)

    def size(self) -> int | None:
        """Bytes, where known before reading."""
        if self.content is not None:
            return len(self.content)
        if self.path is None:
            return None
        status = self.path.stat()
        return status.st_size if stat.S_ISREG(status.st_mode) else None


class _Part(io.RawIOBase):
    """Reads on from a stream that may belong to somebody else: closing it leaves that open."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        take = getattr(self._stream, "read1", self._stream.read)
        return bytes(take(size))

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)


def expand(inputs: Sequence[str]) -> Iterator[Source | Refusal]:
    """Every input that the words name, each file once, in the order given, folders sorted.

    A word is `-` (standard input), a path, or a glob where no such path exists. Folders are
    read with all below them; what they hold besides reports is counted in one refusal.
    """
    walk = _Walk()
    for word in inputs:
        if word == "-":
            yield from walk.stdin()
        elif os.path.lexists(word):
            yield from walk.named(word)
        elif glob.has_magic(word):
            yield from walk.matching(word)
        else:
            message = "there is no such file or folder; check the path"
            yield Refusal(shown(word) or "(empty name)", RefusalKind.UNREADABLE, message)


def shown(path: str) -> str:
    """A path as text that can be written anywhere: undecodable bytes become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


class _Walk:
    """Remembers what was handed out, so that no file comes twice and no link loops."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._stdin = False

    def stdin(self) -> Iterator[Source]:
        if not self._stdin:
            self._stdin = True
            yield Source("stdin")

    def named(self, path: str) -> Iterator[Source | Refusal]:
        """A path that the caller wrote: taken whatever its suffix."""
        if os.path.isdir(path):
            yield from self._top_folder(path)
        elif not os.path.exists(path):
            yield Refusal(shown(path), RefusalKind.UNREADABLE, "the link leads nowhere; remove it")
        else:
            yield from self._file(path)

    def matching(self, pattern: str) -> Iterator[Source | Refusal]:
        """What a glob finds; a suffix spelt out in it counts as the caller's word."""
        suffix = os.path.splitext(pattern)[1]
        spelt = suffix != "" and not glob.has_magic(suffix)
        tally = _Tally()
        for path in sorted(glob.glob(pattern, recursive=True)):
            if not os.path.isdir(path):
                yield from self._seen_from_afar(path, tally, spelt)
            elif "**" not in pattern:
                tally.reports += 1
                yield from self._top_folder(path)
        yield from tally.remark(pattern, "nothing matches it")

    def _file(self, path: str) -> Iterator[Source]:
        real = os.path.realpath(path)
        if real not in self._seen:
            self._seen.add(real)
            yield Source(shown(path), SUFFIXES.get(_suffix(path), Format.UNKNOWN), Path(path))

    def _seen_from_afar(
        self, path: str, tally: "_Tally", spelt: bool = False
    ) -> Iterator[Source | Refusal]:
        """A file that the caller did not name itself: taken if it looks like a report."""
        if (spelt or _suffix(path) in SUFFIXES) and _regular(path):
            tally.reports += 1
            yield from self._file(path)
        else:
            tally.passed[_suffix(path) or "without suffix"] += 1

    def _top_folder(self, folder: str) -> Iterator[Source | Refusal]:
        tally = _Tally()
        yield from self._folder(folder, tally)
        yield from tally.remark(folder, "the folder holds no report")

    def _folder(self, folder: str, tally: "_Tally") -> Iterator[Source | Refusal]:
        """Depth first by name; an explicit stack, for folders can be nested deeply."""
        stack = [folder]
        walked: set[str] = set()
        while stack:
            path = stack.pop()
            if path != folder and os.path.basename(path).startswith("."):
                tally.passed["hidden"] += 1
            elif not os.path.isdir(path):
                yield from self._seen_from_afar(path, tally)
            elif (real := os.path.realpath(path)) not in walked:
                walked.add(real)
                try:
                    names = sorted(os.listdir(path), reverse=True)
                except OSError as error:
                    yield unreadable(shown(path), error)
                    continue
                stack.extend(os.path.join(path, name) for name in names)


class _Tally:
    """What was found in one folder or by one glob, and what was passed over."""

    def __init__(self) -> None:
        self.reports = 0
        self.passed: Counter[str] = Counter()

    def remark(self, name: str, nothing: str) -> Iterator[Refusal]:
        """One refusal if something was passed over or nothing was found."""
        total = sum(self.passed.values())
        listed = ", ".join(f"{count} {suffix}" for suffix, count in sorted(self.passed.items()))
        over = f"{total} file{'' if total == 1 else 's'} passed over ({listed})"
        if self.reports == 0:
            so = f"{nothing}; {over}" if total else nothing
            known = " ".join(SUFFIXES)
            message = f"{so}. Files are known by {known}; name one itself to have it read"
            yield Refusal(shown(name), RefusalKind.NO_REPORTS, message)
        elif total:
            message = f"{over}; name a file itself to have it read"
            yield Refusal(shown(name), RefusalKind.SKIPPED, message)


def unreadable(name: str, error: OSError) -> Refusal:
    """The refusal of a file that the system will not let us read."""
    reason = (error.strerror or type(error).__name__).lower()
    return Refusal(name, RefusalKind.UNREADABLE, f"it cannot be read: {reason}; check its rights")


def _suffix(path: str) -> str:
    rest, suffix = os.path.splitext(path.lower())
    return ".warc.gz" if suffix == ".gz" and rest.endswith(".warc") else suffix


def _regular(path: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False
