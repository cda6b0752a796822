"""How to read: what the caller knows better than the input says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sijill.errors import IngestError
from sijill.ingest.columns import ROLES, role_of
from sijill.ingest.encoding import canonical
from sijill.ingest.sources import Format

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of `read`; raises IngestError for one that cannot be meant."""

    published: date | None = None
    """Publication date of every document, before anything that the input says."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Role (text, title, published, url, id or name, author, site) to field name; a dot goes
    into a nested object."""
    max_bytes: int = 20 * MEBIBYTE
    """Largest file with one document; largest record of JSONL, CSV and TSV."""
    encoding: str | None = None
    """Of all inputs; None has it recognised."""
    format: Format | None = None
    """Of all inputs; None goes by suffix and content."""

    def __post_init__(self) -> None:
        roles = {}
        for word, column in self.columns.items():
            role = role_of(word)
            if role is None:
                raise IngestError(f"no column role '{word}'; the roles are {', '.join(ROLES)}")
            roles[role] = column
        object.__setattr__(self, "columns", roles)
        if self.max_bytes < 1:
            raise IngestError("max_bytes must be at least 1")
        if self.encoding is not None and canonical(self.encoding) is None:
            raise IngestError(
                f"there is no encoding called '{self.encoding}'; try utf-8, utf-16 or windows-1256"
            )
