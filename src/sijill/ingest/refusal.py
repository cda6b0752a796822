"""A refusal: an input, or one record of it, that was not read, why, and what to do next."""

from dataclasses import dataclass
from enum import StrEnum

from sijill.errors import IngestError


class RefusalKind(StrEnum):
    """Why something was not read."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    BINARY = "binary"
    ENCODING = "encoding"
    MALFORMED = "malformed"
    MISSING_FIELD = "missing-field"
    LANGUAGE = "language"
    UNREADABLE = "unreadable"
    NO_REPORTS = "no-reports"
    ADDRESS = "address"
    """A web address that may not be asked."""
    FETCH = "fetch"
    """A web address that gave no page."""
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that was handed in and not read. The other inputs are read all the same."""

    name: str
    """The file as given; for one record of it, with the record's number or lines."""
    kind: RefusalKind
    message: str
    """Plain English: what is wrong and the next step."""

    def __str__(self) -> str:
        return f"{self.name}: {self.message}"


class RefusedError(IngestError):
    """Raised inside the room where the name of the input is not known; `read` adds it."""

    def __init__(self, kind: RefusalKind, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message

    def of(self, name: str) -> Refusal:
        """The refusal of the input called `name`."""
        return Refusal(name, self.kind, self.message)
