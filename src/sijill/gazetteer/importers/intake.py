"""Taking in a foreign table: rows that are new, rows that are known already, rows left out.

An import never changes what a known place is. A row that is a shipped or imported place (same
id, same place code, or same name close by) only adds spellings, a place code or a population to
it, and a better point where the shipped one is the editor's own reading of a map.
"""

import hashlib
import json
import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from sijill.errors import GazetteerError
from sijill.gazetteer import layers, sheet
from sijill.gazetteer.distance import km
from sijill.gazetteer.row import Row
from sijill.gazetteer.table import Gazetteer, bare
from sijill.text.fold import fold

_SETTLEMENTS = frozenset(("city", "town", "village", "neighbourhood", "camp"))
_NEAR_KM = 2.0
_EXAMPLES = 3
KNOWN = "nothing new about a known place"
EDITOR = "editor's reading"
"""How the source of a shipped row begins whose point is not from a gazetteer."""


class Skip(NamedTuple):
    """A record left out: where it stands and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a table comes from and on what terms."""

    format: str
    source: str
    licence: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an import did; written beside its table."""

    name: str
    format: str
    source: str
    licence: str
    url: str
    share_alike: bool
    files: Mapping[str, str]
    """SHA-256 by file name."""
    order: int
    """Imports are laid over each other in this order."""
    rows: int
    known: int
    """Rows among them that add to a place known before."""
    skipped: Mapping[str, int]
    examples: Mapping[str, list[str]] = field(default_factory=dict)
    """The first few records of each reason."""


def store(
    name: str,
    records: Iterable[Row | Skip],
    origin: Origin,
    files: Iterable[Path],
    data: Path | None = None,
    licence_file: Path | None = None,
) -> Manifest:
    """Write the records as import `name`, with manifest and licence text; all or nothing.

    An earlier import of that name is replaced. Raises GazetteerError if no record is usable.
    """
    taken: dict[str, Row] = {}
    skipped: Counter[str] = Counter()
    examples: dict[str, list[str]] = defaultdict(list)
    known = 0
    others = [t for t in layers.imports(data) if t.path.stem != name]
    matcher = Matcher(Gazetteer.of([*layers.shipped(), *others]))
    for record in records:
        row = record if isinstance(record, Skip) else matcher.settle(record)
        if isinstance(row, Row) and row.id in taken:
            row = Skip(row.id, "the same place twice in the file")
        if isinstance(row, Skip):
            skipped[row.reason] += 1
            if len(examples[row.reason]) < _EXAMPLES:
                examples[row.reason].append(row.where)
            continue
        known += row.id in matcher.places
        taken[row.id] = row
    if not taken and KNOWN not in skipped:
        why = "; ".join(f"{reason}: {count}" for reason, count in skipped.most_common(3))
        raise GazetteerError(f"nothing to import ({why or 'the file holds no record'})")
    manifest = Manifest(
        name=name,
        format=origin.format,
        source=origin.source,
        licence=origin.licence,
        url=origin.url,
        share_alike=layers.share_alike(origin.licence),
        files={file.name: digest(file) for file in files},
        order=1 + max((layers.order(t.path) for t in others), default=0),
        rows=len(taken),
        known=known,
        skipped=dict(sorted(skipped.items())),
        examples=dict(sorted(examples.items())),
    )
    _write(layers.imports_folder(data), manifest, taken.values(), licence_file)
    return manifest


def _write(
    folder: Path, manifest: Manifest, rows: Iterable[Row], licence_file: Path | None
) -> None:
    """The table last: a table without its manifest must never be seen."""
    folder.mkdir(parents=True, exist_ok=True)
    if licence_file is not None:
        _put(folder / f"{manifest.name}.licence.txt", licence_file.read_bytes())
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=2) + "\n"
    _put(folder / f"{manifest.name}.json", text.encode())
    sheet.write(folder / f"{manifest.name}.csv", rows)


def _put(path: Path, content: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    sheet.publish(Path(draft), path)


def digest(file: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


class Matcher:
    """Tells which known place an imported row is, if any."""

    def __init__(self, places: Gazetteer) -> None:
        self.places = places
        self._by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in places:
            if row.kind in _SETTLEMENTS:
                for key in _keys(row):
                    self._by_name[row.country, key].append(row)

    def settle(self, row: Row) -> Row | Skip:
        """The row to store: as it is, or joined to the known place that it is."""
        problems = sheet.check(row)
        if problems:
            return Skip(row.id, problems[0])
        known = self._known(row)
        if known is None:
            return row
        joined = _joined(known, row)
        return joined if joined != known else Skip(row.id, KNOWN)

    def _known(self, row: Row) -> Row | None:
        known = self.places.get(row.id)
        if known is None and row.pcode:
            known = self.places.pcode(row.pcode)
        if known is not None or row.kind not in _SETTLEMENTS:
            return known
        for key in _keys(row):
            for other in self._by_name.get((row.country, key), ()):
                reach = max(other.uncertainty_km, _NEAR_KM)
                if km(row.lat, row.lon, other.lat, other.lon) <= reach:
                    return other
        return None


def _keys(row: Row) -> Iterator[str]:
    yield from dict.fromkeys(bare(fold(name)) for name in (row.name, *row.names))


def _joined(known: Row, row: Row) -> Row:
    spelt = {fold(name) for name in (known.name, *known.names)}
    new = [name for name in (row.name, *row.names) if name and fold(name) not in spelt]
    better = known.source.startswith(EDITOR) and row.uncertainty_km < known.uncertainty_km
    changed = replace(
        known,
        names=(*known.names, *dict.fromkeys(new)),
        pcode=known.pcode or row.pcode,
        population=known.population or row.population,
        lat=row.lat if better else known.lat,
        lon=row.lon if better else known.lon,
        uncertainty_km=row.uncertainty_km if better else known.uncertainty_km,
    )
    return changed if changed == known else replace(changed, source=f"{known.source}; {row.source}")
