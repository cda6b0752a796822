"""The rows of a CSV or TSV stream as records, one at a time."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from sijill.ingest.lines import Line, lines
from sijill.ingest.refusal import RefusalKind, RefusedError

_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """One row as a record, or why it is none. `number` counts the rows below the header."""

    number: int
    record: dict[str, str]
    line: int
    """Where it begins."""
    label: str
    """How it was decoded."""
    problem: RefusedError | None = None


class _Feed:
    """Hands lines to the csv reader and remembers those of the current row."""

    def __init__(self, source: Iterator[Line], max_bytes: int) -> None:
        self._source = source
        self._max_bytes = max_bytes
        self._peeked: Line | None = None
        self._size = 0
        self.taken: list[Line] = []
        self.exhausted = False

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        line = self.peek()
        self._peeked = None
        if line is None:
            self.exhausted = True
            raise StopIteration
        self.taken.append(line)
        self._size += line.size
        if self._size > self._max_bytes:
            raise _too_large(self.taken[0].number, self._max_bytes)
        return line.text

    def begin(self) -> None:
        """A new row begins with the next line."""
        self.taken = []
        self._size = 0

    def peek(self) -> Line | None:
        """The next line, not yet taken; None at the end."""
        if self._peeked is None:
            self._peeked = next(self._source, None)
        return self._peeked

    def drop(self) -> None:
        """Forget the line last peeked at."""
        self._peeked = None


def table(
    stream: io.BufferedReader, delimiter: str | None, max_bytes: int, encoding: str | None
) -> tuple[list[str], Iterator[Row]]:
    """The header and every row below it; `delimiter` None is recognised in the header.

    A quoted field may hold line ends, and they are kept. Blank rows are passed over. Raises
    RefusedError if the header cannot be read; without any row the header is empty.
    """
    # The limit is one for the whole process; it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), max_bytes))
    feed = _Feed(lines(stream, max_bytes, encoding), max_bytes)
    delimiter = _announced(feed) or delimiter or _delimiter(feed)
    found = _cells(feed, delimiter)
    cells, problem = next(found, ([], None))
    if problem is not None:
        raise problem
    header = [cell.strip() for cell in cells]
    return header, _rows(header, found, feed)


def _rows(
    header: list[str], found: Iterator[tuple[list[str], RefusedError | None]], feed: _Feed
) -> Iterator[Row]:
    for number, (cells, problem) in enumerate(found, start=1):
        record = dict(zip_longest(header, cells[: len(header)], fillvalue=""))
        first = feed.taken[0]
        yield Row(number, record, first.number, first.label, problem or _too_wide(header, cells))


def _cells(feed: _Feed, delimiter: str) -> Iterator[tuple[list[str], RefusedError | None]]:
    """The cells of each row that is not blank, and what is wrong with the row."""
    reader = csv.reader(feed, delimiter=delimiter)
    while True:
        feed.begin()
        cells: list[str] | None = []
        problem: RefusedError | None = None
        try:
            cells = next(reader, None)
        except RefusedError as error:
            problem = error
        except csv.Error as error:
            problem = RefusedError(RefusalKind.MALFORMED, f"the row cannot be read: {error}")
        if cells is None:
            return
        problem = problem or _problem(feed, delimiter)
        if problem is not None or any(cell.strip() for cell in cells):
            yield cells, problem


def _announced(feed: _Feed) -> str | None:
    """The delimiter of a spreadsheet's leading "sep=;" line, which is dropped."""
    first = feed.peek()
    if first is None or not first.text.startswith("sep="):
        return None
    mark = first.text[4:5]
    feed.drop()
    return mark if mark in _DELIMITERS else None


def _delimiter(feed: _Feed) -> str:
    """The sign that is most frequent in the header outside quotes; the comma wins ties."""
    first = feed.peek()
    if first is None:
        return ","
    bare = "".join(first.text.split('"')[0::2])
    return max(_DELIMITERS, key=bare.count)


def _problem(feed: _Feed, delimiter: str) -> RefusedError | None:
    """What is wrong with the lines of the row just read, if anything."""
    for line in feed.taken:
        if line.problem is not None:
            return line.problem
    if not feed.exhausted or len(feed.taken) == 0:
        return None
    try:
        list(csv.reader([line.text for line in feed.taken], delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            first, last = feed.taken[0].number, feed.taken[-1].number
            return RefusedError(
                RefusalKind.MALFORMED,
                f"a quotation mark opened in line {first} is never closed, so lines {first} to "
                f"{last} were not read; close it in the file",
            )
    return None


def _too_wide(header: list[str], cells: list[str]) -> RefusedError | None:
    if not any(cell.strip() for cell in cells[len(header) :]):
        return None
    return RefusedError(
        RefusalKind.MALFORMED,
        f"it has {len(cells)} fields and the header {len(header)}: "
        "put fields that hold the delimiter in quotation marks",
    )


def _too_large(first: int, max_bytes: int) -> RefusedError:
    return RefusedError(
        RefusalKind.TOO_LARGE,
        f"the record that begins in line {first} is larger than {max_bytes:,} bytes (perhaps a "
        "quotation mark is never closed); split it, or raise --max-bytes",
    )
