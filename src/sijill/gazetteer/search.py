"""Search by likeness, for people: an Arabic or Latin name, not quite as written."""

import unicodedata
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from sijill.gazetteer.row import Row
from sijill.text.fold import fold, loosen

if TYPE_CHECKING:
    from sijill.gazetteer.table import Gazetteer

_LEAST = 60.0
_DROPPED = str.maketrans("-", " ", "'’‘`ʿʾ")


def search(gazetteer: "Gazetteer", query: str, limit: int) -> list[tuple[Row, float]]:
    """The rows most like `query`, best first; ties in the order of `Row.rank`."""
    wanted = _plain(query)
    names: list[str] = []
    owners: list[Row] = []
    arabic = not wanted.isascii()
    for row in gazetteer:
        for name in (row.name, *row.names) if arabic else (row.name_en, row.id, row.pcode or ""):
            if name:
                names.append(_plain(name))
                owners.append(row)
    best: dict[str, float] = {}
    hits = process.extract(
        wanted, names, scorer=fuzz.ratio, processor=None, limit=limit * 8, score_cutoff=_LEAST
    )
    rows: dict[str, Row] = {}
    for _, score, index in hits:
        row = owners[index]
        rows[row.id] = row
        best[row.id] = max(score, best.get(row.id, 0.0))
    order = sorted(rows.values(), key=lambda row: (-best[row.id], row.rank))
    return [(row, best[row.id]) for row in order[:limit]]


def _plain(name: str) -> str:
    """Folded and loosened; Latin without accents, apostrophes, hyphens and the article."""
    key = loosen(fold(name)).translate(_DROPPED)
    if any("\u0600" <= char <= "\u06ff" for char in key):
        return key
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode().strip()
    return plain.removeprefix("al ")
