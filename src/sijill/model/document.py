"""A document: one report as received."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sijill.model.span import Span


class DateBasis(StrEnum):
    """How a publication date is known, best first."""

    OPTION = "option"
    """Given by the caller."""
    METADATA = "metadata"
    """Stated by the file's or page's metadata."""
    DATELINE = "dateline"
    """Read from the text's own date line."""


@dataclass(frozen=True, slots=True)
class Residue:
    """A stretch of the text that is not the report: a menu, a counter, other headlines."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """One report. `text` is never changed after ingest; every span points into it."""

    name: str
    """File name, URL or id under which the report was handed in."""
    text: str
    sha256: str
    """Of `text` in UTF-8: the report's identity."""
    title: str | None = None
    """The title, where metadata give one; not necessarily part of `text`."""
    published: date | None = None
    published_basis: DateBasis | None = None
    language: str = "ar"
    residue: tuple[Residue, ...] = ()
    """In text order, not overlapping; not coded, but kept."""
    origin: Mapping[str, str] = field(default_factory=dict)
    """What the metadata say: url, site, author, encoding …"""
