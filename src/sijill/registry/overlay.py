"""Write a user's own registry tables."""

import csv
from collections.abc import Sequence
from pathlib import Path

from sijill.errors import RegistryError
from sijill.registry.registry import load
from sijill.registry.table import COLUMNS


def add_actor(folder: Path, actor: Sequence[str], names: Sequence[str]) -> None:
    """Append the actor's row and its Arabic names to the tables in `folder`.

    The folder and its tables are made if they are not there. Nothing is written if the tables
    would not be sound with it: RegistryError then says why.
    """
    rows = {
        "actors.csv": [list(actor)],
        "aliases.csv": [
            [name, actor[0], "ar" if not name.isascii() else "en", "official", "", "", "", ""]
            for name in dict.fromkeys(names)
        ],
    }
    folder.mkdir(parents=True, exist_ok=True)
    before = {name: _bytes(folder / name) for name in rows}
    try:
        for name, added in rows.items():
            _append(folder / name, COLUMNS[name], added)
        load([folder])
    except RegistryError:
        for name, content in before.items():
            _restore(folder / name, content)
        raise


def _append(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    fresh = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        if fresh:
            writer.writerow(columns)
        writer.writerows(rows)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)
