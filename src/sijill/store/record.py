"""What goes into the store and comes out of it, as typed records."""

from dataclasses import dataclass, field
from datetime import datetime

from sijill.model.claim import Claim, ControlStatement
from sijill.model.document import Document


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report was found, and when. One report can have many."""

    kind: str
    """`file`, `url`, `feed` or `stdin`."""
    location: str
    """Path, URL or feed as it was given."""
    retrieved: datetime
    record: str | None = None
    """Which record of it, where it holds several."""


@dataclass(frozen=True, slots=True)
class Received:
    """A document on its way into the store, with where it was found."""

    document: Document
    origin: Origin


@dataclass(frozen=True, slots=True)
class Added:
    """What became of documents that were handed in."""

    new: int = 0
    """Reports that were not there."""
    again: int = 0
    """Reports that were there and now have one more origin."""
    known: int = 0
    """Reports that were there with that very origin: nothing was written."""
    redated: int = 0
    """Of those with one more origin: a better-known date or title came with it."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who codes: a coding with the same stamp and publication date need not be made again."""

    program: str
    pack: str
    """Label, as `ar 1.0`."""
    digest: str
    """Of everything that decides what is read: the pack's rules and tables, places, actors."""


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report's identity without its text: what a listing needs."""

    id: int
    """Number in this database; another copy may number otherwise. `sha256` holds everywhere."""
    sha256: str
    name: str
    title: str | None
    published: str | None
    """The day that its origins state; else the one that its current coding read in the text."""
    published_basis: str | None
    language: str


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim of a report's current coding, with what linking and search ask for."""

    id: int
    """Number in this database, for this coding only; (`report.sha256`, `claim.id`) stays."""
    report: StoredReport
    claim: Claim
    adm1: str | None
    adm2: str | None
    review: str
    """none, confirmed, corrected, rejected, or again: see `Store.judge`."""

    @property
    def key(self) -> tuple[str, str]:
        """The claim's name across re-codings and databases: the report's SHA-256 and its id."""
        return self.report.sha256, self.claim.id


@dataclass(frozen=True, slots=True)
class StoredControl:
    """A control statement of a report's current coding."""

    report: StoredReport
    ordinal: int
    statement: ControlStatement


@dataclass(frozen=True, slots=True)
class Member:
    """One claim's place in an incident across reports."""

    report: str
    """SHA-256."""
    claim: str
    score: float | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedIncident:
    """An incident across reports: a view that can be made again, never the only place of a fact."""

    id: str
    members: tuple[Member, ...]
    record: dict[str, object] = field(default_factory=dict)
    """Whatever settles it (losses, date, place …), as JSON values."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that was not read, or a report at which the engine failed."""

    source: str
    """The input that holds it; reading that input again replaces what is kept of it."""
    name: str
    kind: str
    message: str
