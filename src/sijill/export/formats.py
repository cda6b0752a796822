"""The formats by name; a new one is a module with `pieces` and a line here."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

from sijill.export.options import Options
from sijill.model.report import Report

Pieces = Callable[[Iterable[Report], Options], Iterator[str]]

FORMATS = ("jsonl", "csv", "geojson", "html", "table")
_STARTS = (
    b'{"format":"sijill-report/',
    b"document,published,title,claim,",
    b'{"type":"FeatureCollection","generator":"sijill"',
)
_PAGE = "<title>Sijill · سِجِلّ</title>".encode()
_SUFFIXES = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".geojson": "geojson",
    ".html": "html",
    ".htm": "html",
}


def pieces_of(name: str) -> Pieces:
    """What writes format `name`: reports in, text out, a piece at a time."""
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; the formats are {', '.join(FORMATS)}")
    # Imported when asked for: a template engine and a table printer are slow to load.
    pieces: Pieces = import_module(f"sijill.export.{name}").pieces
    return pieces


def is_output(file: Path) -> bool:
    """Whether a file was written by this program, by how it begins; an empty one may have been."""
    with file.open("rb") as stream:
        head = stream.read(2048).removeprefix(b"\xef\xbb\xbf")
    return head == b"" or head.startswith(_STARTS) or _PAGE in head


def format_of(target: Path | None, *, terminal: bool) -> str:
    """The format meant by a file's name; a table for a terminal, else JSON lines."""
    if target is None:
        return "table" if terminal else "jsonl"
    return _SUFFIXES.get(target.suffix.lower(), "jsonl")
