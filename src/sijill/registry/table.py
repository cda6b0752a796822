"""Registry tables as read from a folder of CSV files, with every fault collected."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import TypeVar

from sijill.errors import RegistryError
from sijill.registry.actor import Actor, Alias, Crosswalk, Relation, first_day, last_day

COLUMNS = {
    "actors.csv": ("id", "kind", "name_en", "name_ar", "countries", "from", "to"),
    "aliases.csv": (
        "text",
        "actor",
        "lang",
        "kind",
        "valid_from",
        "valid_to",
        "countries",
        "requires_context",
    ),
    "relations.csv": ("actor", "relation", "target", "from", "to"),
    "crosswalk.csv": ("actor", "scheme", "code", "name", "relation"),
}
"""The files of a registry folder and their columns; any of the files may be missing."""

_Record = TypeVar("_Record")


@dataclass(slots=True)
class Tables:
    """The rows of one or more folders, later folders after earlier ones."""

    actors: dict[str, Actor] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    crosswalk: list[Crosswalk] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def bundled_folder() -> Path:
    """Where the tables that ship with the program are."""
    return Path(str(resources.files("sijill") / "registry" / "data"))


def read(folder: Path, into: Tables) -> None:
    """Add the tables in `folder`; an actor with a known id replaces it.

    Faults are collected in `into.problems`, one sentence each. Raises RegistryError only if
    there is no registry table in the folder at all.
    """
    if not any((folder / name).is_file() for name in COLUMNS):
        raise RegistryError(
            f"{folder}: none of {', '.join(COLUMNS)} is there; "
            "`sijill actors add --overlay FOLDER` makes them"
        )
    seen: set[str] = set()
    for actor in _records(folder / "actors.csv", _actor, into.problems):
        if actor.id in seen:
            into.problems.append(f"{folder / 'actors.csv'}: id {actor.id!r} stands twice")
        seen.add(actor.id)
        into.actors[actor.id] = actor
    into.aliases += _records(folder / "aliases.csv", _alias, into.problems)
    into.relations += _records(folder / "relations.csv", _relation, into.problems)
    into.crosswalk += _records(folder / "crosswalk.csv", _crosswalk, into.problems)


def _records(
    path: Path, make: Callable[[Mapping[str, str]], _Record], problems: list[str]
) -> Iterator[_Record]:
    if not path.is_file():
        return
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        missing = [c for c in COLUMNS[path.name] if c not in (rows.fieldnames or ())]
        if missing:
            problems.append(f"{path}: column {', '.join(missing)} is missing")
            return
        for row in rows:
            try:
                yield make({key: (value or "").strip() for key, value in row.items() if key})
            except ValueError as error:
                problems.append(f"{path}: line {rows.line_num}: {error}")


def _countries(text: str) -> tuple[str, ...]:
    return tuple(text.replace("|", " ").split())


def _actor(row: Mapping[str, str]) -> Actor:
    return Actor(
        row["id"],
        row["kind"],
        row["name_en"],
        row["name_ar"],
        _countries(row["countries"]),
        first_day(row["from"]),
        last_day(row["to"]),
    )


def _alias(row: Mapping[str, str]) -> Alias:
    return Alias(
        text=row["text"],
        actor=row["actor"],
        language=row["lang"],
        kind=row["kind"],
        start=first_day(row["valid_from"]),
        end=last_day(row["valid_to"]),
        countries=_countries(row["countries"]),
        requires_context=row["requires_context"] == "yes",
    )


def _relation(row: Mapping[str, str]) -> Relation:
    return Relation(
        row["actor"],
        row["relation"],
        row["target"],
        first_day(row["from"]),
        last_day(row["to"]),
    )


def _crosswalk(row: Mapping[str, str]) -> Crosswalk:
    return Crosswalk(row["actor"], row["scheme"], row["code"], row["name"], row["relation"])
