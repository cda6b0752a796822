"""Nouns for people: their forms, number and group, as entries of the layer `people`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

from sijill.lexicon.entry import Entry
from sijill.lexicon.pack import Pack
from sijill.text.fold import fold

PEOPLE = "people"
COLLECTIVE = "collective"


class Size(IntEnum):
    """How many a noun form speaks of by itself."""

    ONE = 1
    TWO = 2
    MANY = 3


class Person(NamedTuple):
    """What a noun form says about the people it names."""

    group: str
    """fighter, officer, child, journalist, generic … or `thing` for what is no person."""
    size: Size
    kind: str | None = None
    """The loss that the noun states by itself: killed of "قتيل"."""
    weak: bool = False
    """The noun may also name a lasting state ("نازح"): not a loss without a loss word."""
    accusative: bool = False
    """Singular with the accusative alef: the object of a verb, or counted by 11 and more."""
    kin: bool = False
    """Certain persons only with a pronoun attached ("والديهم")."""


THING = "thing"
FAMILY = "family"
CREW = "crew"


@dataclass(frozen=True, slots=True)
class Sides:
    """Which side a group counts to: fighter, police, civilian, generic or thing."""

    of: Mapping[str, str]

    def __getitem__(self, group: str) -> str:
        return self.of.get(group, group)


def sides_of(pack: Pack) -> Sides:
    """The `[sides]` of the pack's `people.toml`."""
    return Sides(
        {group: side for side, groups in pack.rules["people"]["sides"].items() for group in groups}
    )


def people_entries(pack: Pack) -> list[Entry]:
    """One entry for every written form; a form that two nouns share is entered for both."""
    rules = pack.rules["people"]
    found: dict[tuple[tuple[str, ...], Person], None] = {}
    countries = {fold(word) + "ا" for word in rules["countries"]["words"]}
    for key, person in _all(rules):
        if key in countries:
            continue
        found.setdefault((tuple(key.split()), person))
    return [
        Entry(PEOPLE, person.group, words, "noun", person)
        for words, person in sorted(found, key=lambda item: item[0])
    ]


def collective_entries(pack: Pack) -> list[Entry]:
    """Heads of group names ("قوات"), each with the class of its members as value."""
    return [
        Entry(COLLECTIVE, group, tuple(fold(word).split()), "noun", group)
        for group, words in pack.rules["people"]["collectives"].items()
        for word in words
    ]


def _all(rules: Mapping[str, Any]) -> Iterator[tuple[str, Person]]:
    for group, nouns in rules["groups"].items():
        for singular, plurals in nouns.items():
            yield from _inflected(fold(singular), plurals, Person(group, Size.ONE))
    for table in rules["nouns"]:
        base = Person(table["group"], Size.ONE, table["kind"], table.get("weak", False))
        for singular, plurals in table["words"].items():
            yield from _inflected(fold(singular), plurals, base)
    for word in rules["kin"]["dual"]:
        yield fold(word), Person("relative", Size.TWO, kin=True)
    for word in rules["things"]["words"]:
        yield fold(word), Person(THING, Size.MANY)


def _inflected(singular: str, plurals: list[str], person: Person) -> Iterator[tuple[str, Person]]:
    yield singular, person
    many = person._replace(size=Size.MANY)
    if " " in singular:
        head, _, rest = singular.partition(" ")
        yield f"{head}ا {rest}", person._replace(accusative=True)
        yield f"{head}ي {rest}", person._replace(size=Size.TWO)
    elif singular.endswith("ة"):
        for ending in ("تان", "تين"):
            yield singular[:-1] + ending, person._replace(size=Size.TWO)
    elif len(singular) > 2:
        # "أما" and "إبان" are particles, not a mother and two fathers.
        yield from _masculine(singular, plurals, person)
    for plural in plurals:
        if plural == "+ون":
            for ending in ("ون", "ين", "و", "ي", "وا"):
                yield singular + ending, many
        elif plural == "+ات":
            yield (singular[:-1] if singular.endswith("ة") else singular) + "ات", many
        else:
            folded = fold(plural)
            yield folded, many
            if not folded.endswith(("ا", "ى", "ة", "ون", "ين", "اء")):
                yield folded + "ا", many


def _masculine(singular: str, plurals: list[str], person: Person) -> Iterator[tuple[str, Person]]:
    yield singular + "ا", person._replace(accusative=True)
    two = person._replace(size=Size.TWO)
    yield singular + "ان", two
    if "+ون" not in plurals:
        # Unvocalised, the dual "ين" of the others is their sound plural.
        yield singular + "ين", two
