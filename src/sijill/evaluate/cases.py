"""Hand-written reports with the incident that each tells of: `evals/links/cases.csv`."""

import csv
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from sijill.errors import LinkError

_COLUMNS = ("id", "case", "kind", "published", "incident", "text")


@dataclass(frozen=True, slots=True)
class Case:
    """One report; those of a case are compared as pairs, those of one incident belong together."""

    id: str
    case: str
    kind: str
    published: date
    incident: str
    text: str

    @property
    def truth(self) -> str:
        """Names the incident across cases."""
        return f"{self.case}:{self.incident}"


def read_cases(file: Path) -> list[Case]:
    """The reports in file order. Raises LinkError for a file that is not such a table."""
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        found = [
            Case(**{**{name: row[name] for name in _COLUMNS}, "published": _day(row)})  # type: ignore[arg-type]
            for row in rows
        ]
    except (OSError, KeyError, ValueError) as error:
        raise LinkError(f"{file}: is no table of {', '.join(_COLUMNS)}: {error!r}") from error
    if len({one.id for one in found}) < len(found):
        raise LinkError(f"{file}: an id stands there twice")
    return found


def _day(row: dict[str, str]) -> date:
    return date.fromisoformat(row["published"])


def pairs(cases: list[Case]) -> list[tuple[Case, Case]]:
    """Every two reports of one case."""
    return [(one, other) for one, other in combinations(cases, 2) if one.case == other.case]
