"""A language pack as read from its folder: TOML rules and CSV tables, not yet compiled."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from sijill.errors import PackError


@dataclass(frozen=True, slots=True)
class Pack:
    """One language's data. `rules[name]` is `name.toml`, `tables[name]` the rows of `name.csv`."""

    language: str
    name: str
    version: str
    direction: str
    rules: Mapping[str, Mapping[str, Any]]
    tables: Mapping[str, tuple[Mapping[str, str], ...]]

    @property
    def label(self) -> str:
        """`ar 1.0`: what goes into outputs."""
        return f"{self.language} {self.version}"


def read(path: Path) -> Pack:
    """The pack in folder `path`. Raises PackError with every unreadable file named."""
    problems: list[str] = []
    rules: dict[str, Mapping[str, Any]] = {}
    tables: dict[str, tuple[Mapping[str, str], ...]] = {}
    for file in sorted(path.glob("*.toml")):
        try:
            rules[file.stem] = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(f"{file.name}: {error}")
    for file in sorted(path.glob("*.csv")):
        try:
            with file.open(encoding="utf-8", newline="") as lines:
                tables[file.stem] = tuple(csv.DictReader(lines))
        except (csv.Error, UnicodeDecodeError) as error:
            problems.append(f"{file.name}: {error}")
    head = rules.get("pack", {})
    if not head and not problems:
        problems.append(f"{path}: no pack.toml; `sijill pack new` makes a folder with one")
    problems += [
        f"pack.toml: {key!r} is missing"
        for key in ("language", "name", "version", "direction")
        if head and key not in head
    ]
    if problems:
        raise PackError(problems)
    return Pack(
        language=str(head["language"]),
        name=str(head["name"]),
        version=str(head["version"]),
        direction=str(head["direction"]),
        rules=rules,
        tables=tables,
    )


def bundled(language: str) -> Pack:
    """The pack that ships with the program for `language`, such as `ar`."""
    folder = Path(str(resources.files("sijill") / "packs" / language))
    if not folder.is_dir():
        raise PackError([f"no language pack {language!r}; give `--pack PATH` or install one"])
    return read(folder)
