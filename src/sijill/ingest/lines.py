"""The lines of a byte stream as text, one at a time, each with its own encoding if need be."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from sijill.ingest.encoding import Decoded, canonical, decode
from sijill.ingest.refusal import RefusalKind, RefusedError
from sijill.ingest.sources import BUFFER

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its line end. `problem` says why `text` is not all of it or not sure."""

    number: int
    """From 1."""
    text: str
    size: int
    """Bytes taken from the stream."""
    label: str
    """How it was decoded."""
    problem: RefusedError | None = None


def lines(stream: io.BufferedReader, max_bytes: int, encoding: str | None) -> Iterator[Line]:
    """Every line; one longer than `max_bytes` comes empty, with a problem.

    The head of the stream decides the encoding. A line that is not in it is decoded by
    itself: files put together from several sources mix UTF-8 and Windows-1256.
    """
    likely = _likely(stream.peek(BUFFER)[:BUFFER], encoding)
    if likely.startswith(("utf-16", "utf-32")):
        yield from _wide_lines(stream, likely, max_bytes)
        return
    number = 0
    while data := stream.readline(max_bytes + 1):
        number += 1
        if len(data) > max_bytes:
            size = len(data) + _drain(stream, data)
            yield Line(number, "", size, likely, _too_long(max_bytes))
        else:
            yield _line(number, data, likely, encoding)


def _likely(head: bytes, encoding: str | None) -> str:
    if encoding is not None:
        return canonical(encoding) or encoding
    cut = head.rfind(b"\n")
    try:
        return decode(head[: cut + 1] if cut > 0 else head).encoding
    except RefusedError:
        return "utf-8"


def _line(number: int, data: bytes, likely: str, told: str | None) -> Line:
    try:
        decoded = _decoded(data, likely, told)
    except RefusedError as problem:
        return Line(number, data.decode("utf-8", "replace"), len(data), likely, problem)
    text = decoded.text.removeprefix(_BOM) if number == 1 else decoded.text
    return Line(number, text, len(data), decoded.label)


def _decoded(data: bytes, likely: str, told: str | None) -> Decoded:
    if told is not None:
        return decode(data, override=told)
    if b"\x00" in data:
        return decode(data)
    for name in ("utf-8", likely):
        try:
            return Decoded(data.decode(name), name)
        except UnicodeError:
            continue
    return decode(data)


def _wide_lines(stream: io.BufferedReader, name: str, max_bytes: int) -> Iterator[Line]:
    reader = io.TextIOWrapper(stream, name, "replace", newline="")
    limit = max_bytes // 2 + 1
    number = 0
    while text := reader.readline(limit):
        number += 1
        full = len(text) == limit
        if number == 1:
            text = text.removeprefix(_BOM)
        if full and not text.endswith(("\n", "\r")):
            size = limit
            while (more := reader.readline(limit)) and not more.endswith(("\n", "\r")):
                size += len(more)
            yield Line(number, "", size * 2, name, _too_long(max_bytes))
        else:
            yield Line(number, text, len(text) * 2, name)


def _drain(stream: io.BufferedReader, data: bytes) -> int:
    """Reads to the end of the line that `data` began; the bytes read."""
    size = 0
    while not data.endswith(b"\n"):
        data = stream.readline(BUFFER)
        if len(data) == 0:
            break
        size += len(data)
    return size


def _too_long(max_bytes: int) -> RefusedError:
    return RefusedError(
        RefusalKind.TOO_LARGE,
        f"the record is larger than {max_bytes:,} bytes; split it, or raise --max-bytes",
    )
