"""The words that actors are named with, compiled from the registry and the pack."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sijill.errors import PackError
from sijill.lexicon.entry import Entry
from sijill.lexicon.noun import forms, sound_feminine
from sijill.lexicon.pack import Pack
from sijill.mentions.actor.words import folded, sound, word_lists
from sijill.registry.actor import FRAMING_KINDS, Alias, first_day, last_day
from sijill.registry.registry import Registry
from sijill.text.fold import fold

LAYERS = ("actor", "fighter", "actor_anaphor", "civilian", "actor_part")
"""The layers this room puts into the lexicon and reads from it."""


class Part(NamedTuple):
    """What a word is good for in naming an actor."""

    role: str
    """name, head, nisba, anaphor, term, civilian, people, event, attribute, outlet …"""
    key: str
    """The role's own sub-class: a head's class, a nation's code, an anaphor's id."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the registry and the records it can mean."""

    options: tuple[Alias, ...]
    actor: str | None
    """Whom it means wherever nothing says otherwise."""
    others: tuple[str, ...]
    """Whom else it can mean."""
    kind: str
    source: bool
    framing: bool
    contextual: bool
    is_state: bool
    not_before: frozenset[str]
    not_after: frozenset[str]
    noun: bool
    """After a definite noun it is that noun's adjective, and no name."""


@dataclass(frozen=True, slots=True)
class Side:
    """What an adjective of nationality or side says of the noun before it."""

    forces: str | None
    militias: str | None
    abroad: Mapping[str, str]
    by_country: Mapping[str, str]
    only: frozenset[str]
    nation: bool
    state: bool
    framing: bool


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A word that refers back: what it can refer to, and what it means with nothing named."""

    id: str
    ids: frozenset[str]
    kinds: frozenset[str]
    nouns: frozenset[str]
    default: Mapping[str, str]
    source: bool
    state: bool
    common: bool
    """An ordinary word as well: names somebody only where somebody fits."""
    framing: bool
    """The word itself takes a side."""
    air: bool
    """Aircraft: with nobody named, whoever flies in the country on the day."""
    loose: bool
    """Takes the last actor of its kinds, whatever noun it was named with."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the finder reads besides the text. Keys are folded."""

    entries: tuple[Entry, ...]
    names: Mapping[str, Name]
    sides: Mapping[str, Side]
    anaphors: Mapping[str, Anaphor]
    anaphor_of: Mapping[str, str]
    """The anaphor that a word is."""
    clients: Mapping[str, str]
    units_of: Mapping[str, str]
    """Whose numbered units are spoken of where that is not the country's own army."""
    air_of: Mapping[str, tuple[tuple[str, date | None, date | None], ...]]
    """Whose aircraft fly where that is not the country's own force."""
    sworn_of: Mapping[str, str]
    """Who calls its fighters by a solemn word, by country."""
    media_of: Mapping[str, str]
    state_media: Mapping[str, str]
    traps: Mapping[str, frozenset[str]]
    """For a word that refers back: the words before which it does not."""
    traps_after: Mapping[str, frozenset[str]]
    """For a word that refers back: the words after which it does not."""
    governments: Mapping[str, tuple[tuple[str, date | None, date | None], ...]]
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Plain word lists by name: particles, starters, never, of, made …"""

    def aliases(self, key: str) -> tuple[Alias, ...]:
        """The registry's names so written, in any spelling of their words."""
        name = self.names.get(key)
        return name.options if name is not None else ()


def read(pack: Pack, registry: Registry) -> Vocabulary:
    """The pack's `actors.toml` and the registry's names, ready to look up.

    Raises PackError if the rules speak of an actor that the registry does not have.
    """
    rules = pack.rules.get("actors")
    if rules is None:
        raise PackError([f"pack {pack.language}: actors.toml is missing"])
    problems = [
        f"actors.toml: no actor {actor!r} in the registry"
        for actor in _actors_named(rules)
        if actor not in registry
    ]
    if problems:
        raise PackError(problems)
    names, name_entries = _names(rules, registry)
    return Vocabulary(
        entries=(*name_entries, *_part_entries(rules)),
        names=names,
        sides={
            key: _side(row, nation=group == "nations")
            for group in ("nations", "sides")
            for key, row in rules[group].items()
        },
        anaphors={key: _anaphor(key, row) for key, row in rules["anaphors"].items()},
        anaphor_of={
            fold(word): key for key, row in rules["anaphors"].items() for word in row["only"]
        },
        clients=rules["clients"],
        units_of=rules["units"]["of"],
        air_of=_periods(rules["state_terms"]["air_of"]),
        sworn_of=rules["voice"]["of"],
        media_of=rules["media_of"],
        state_media=rules["state_media"],
        traps=_beside(rules, "not_before"),
        traps_after=_beside(rules, "not_after"),
        governments=_periods(rules["governments"]),
        words=word_lists(rules),
    )


def _periods(
    rows: Mapping[str, Any],
) -> dict[str, tuple[tuple[str, date | None, date | None], ...]]:
    return {
        country: tuple((actor, first_day(a), last_day(b)) for actor, a, b in periods)
        for country, periods in rows.items()
    }


def entries(vocabulary: Vocabulary) -> list[Entry]:
    """What this room adds to the lexicon."""
    return list(vocabulary.entries)


def _actors_named(rules: Mapping[str, Any]) -> list[str]:
    found: list[str] = []
    for row in (*rules["nations"].values(), *rules["sides"].values()):
        found += [row[key] for key in ("forces", "militias") if key in row]
        found += [*row.get("abroad", {}).values(), *row.get("by_country", {}).values()]
    for row in rules["anaphors"].values():
        found += [*row.get("ids", ()), *row.get("default", {}).values()]
    for table in (rules["governments"], rules["state_terms"]["air_of"]):
        found += [period[0] for periods in table.values() for period in periods]
    for row in (rules["units"]["of"], rules["voice"]["of"]):
        found += [actor for actor in row.values() if actor]
    for table in ("clients", "media_of"):
        found += [*rules[table], *rules[table].values()]
    return list(dict.fromkeys(found))


def _names(rules: Mapping[str, Any], registry: Registry) -> tuple[dict[str, Name], list[Entry]]:
    pairs = [(fold(a), fold(b)) for a, b in rules["spelling"]["pairs"]]
    by_key: dict[str, list[Alias]] = defaultdict(list)
    for alias in registry.aliases():
        for key in _spellings(fold(alias.text), pairs):
            if alias not in by_key[key]:
                by_key[key].append(alias)
    states = {fold(name) for name in rules["states"]["names"]}
    traps = {fold(key): row for key, row in _traps(rules).items()}
    names: dict[str, Name] = {}
    found: list[Entry] = []
    for key, aliases in by_key.items():
        trap = traps.get(key, {})
        actor = registry.actor(aliases[0].actor)
        bearers = list(dict.fromkeys(alias.actor for alias in aliases))
        free = [alias.actor for alias in aliases if not alias.countries]
        chosen = free[0] if free else bearers[0] if len(bearers) == 1 else None
        names[key] = Name(
            options=tuple(aliases),
            actor=chosen,
            others=tuple(bearer for bearer in bearers if bearer != chosen),
            kind="person" if all(a.kind == "leader" for a in aliases) else actor.kind,
            source=actor.is_source,
            framing=all(alias.kind in FRAMING_KINDS for alias in aliases),
            contextual=all(alias.requires_context for alias in aliases),
            is_state=key in states,
            not_before=folded(trap.get("not_before", ())),
            not_after=folded(trap.get("not_after", ())),
            noun=bool(trap.get("noun", False)),
        )
        words = tuple(key.split())
        found.append(Entry("actor", key, words, "name", Part("name", key)))
    return names, found


def _traps(rules: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {key: row for key, row in rules["traps"].items() if isinstance(row, Mapping)}


def _beside(rules: Mapping[str, Any], side: str) -> dict[str, frozenset[str]]:
    return {fold(key): folded(row.get(side, ())) for key, row in _traps(rules).items()}


def _spellings(key: str, pairs: list[tuple[str, str]]) -> list[str]:
    found = [" ".join(key.replace("-", " ").split())]
    for one, other in pairs:
        for old, new in ((one, other), (other, one)):
            found += [spelt.replace(old, new) for spelt in list(found) if old in spelt]
    return list(dict.fromkeys(found))


def _part_entries(rules: Mapping[str, Any]) -> list[Entry]:
    found: list[Entry] = []

    def add(words: Iterable[str], part: Part, clitics: str = "noun", layer: str = "") -> None:
        for word in dict.fromkeys(fold(word) for word in words):
            found.append(
                Entry(
                    layer or "actor_part",
                    f"{part.role}:{part.key}:{word}",
                    tuple(word.split()),
                    clitics,
                    part,
                )
            )

    for key, row in rules["heads"].items():
        add(_all_forms(row), Part("head", key), layer="fighter")
    for group in ("nations", "sides"):
        for key, row in rules[group].items():
            add(_adjectives(row["adjective"]), Part("nisba", key))
            add(row.get("plural", ()), Part("nisba", key))
            add(row.get("name", ()), Part("country", key), "name")
    add(_adjectives(rules["attributes"]["words"]), Part("attribute", ""))
    for key in ("armed_group", "umbrella", "party", "tribe"):
        add(rules["organisations"][key], Part("organisation", key))
    for key, cities in rules["capitals"]["cities"].items():
        add(cities, Part("capital", key), "name")
    for key, row in rules["anaphors"].items():
        add(row["only"], Part("anaphor", key), "name", "actor_anaphor")
    add(_all_forms(rules["civilians"]), Part("civilian", ""), layer="civilian")
    add(rules["civilians"]["people"], Part("people", ""), layer="civilian")
    for key in ("local_adjectives", "official_adjectives"):
        add(_adjectives(rules["outlets"][key]), Part(key, ""))
    for table, key, part, clitics in _LISTS:
        add(rules[table][key], part, clitics)
    return found


_LISTS = (
    ("events", "words", Part("event", ""), "noun"),
    ("attributes", "other", Part("attribute", ""), "particle"),
    ("ties", "part", Part("tie", "part"), "particle"),
    ("ties", "client", Part("tie", "client"), "particle"),
    ("ties", "allies", Part("ally", ""), "noun"),
    ("state_terms", "words", Part("term", ""), "name"),
    ("units", "nouns", Part("unit", ""), "noun"),
    ("units", "of_place", Part("unit", "of_place"), "noun"),
    ("ministries", "nouns", Part("ministry", ""), "noun"),
    ("outlets", "media", Part("media", ""), "noun"),
    ("outlets", "monitor", Part("monitor", ""), "noun"),
    ("outlets", "generic", Part("generic", ""), "noun"),
    ("outlets", "voices", Part("voice", ""), "noun"),
    ("titles", "words", Part("title", ""), "name"),
    ("titles", "kunya", Part("kunya", ""), "name"),
    ("quantifiers", "words", Part("quantifier", ""), "name"),
)
"""Plain lists of the pack: table, key, what the words are good for, the clitics they take."""


def _adjectives(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in nisba_forms(word)]


def _all_forms(row: Mapping[str, Any]) -> list[str]:
    counted = [form for word in row.get("counted", ()) for form in _counted(word)]
    return [*row["words"], *counted, *sound(row["sound"])]


def _counted(word: str) -> list[str]:
    """A thing in the singular, the dual and, of a feminine, the plural."""
    return [*forms(word), *([sound_feminine(word)] if word.endswith("ة") else [])]


def nisba_forms(adjective: str) -> list[str]:
    """An adjective in both genders, singular, dual and sound plural."""
    feminine = adjective + "ة"
    return [
        adjective,
        adjective + "ا",
        feminine,
        adjective + "ان",
        adjective + "ين",
        adjective + "ون",
        adjective + "تان",
        adjective + "تين",
        sound_feminine(feminine),
    ]


def _side(row: Mapping[str, Any], *, nation: bool) -> Side:
    return Side(
        forces=row.get("forces"),
        militias=row.get("militias"),
        abroad=row.get("abroad", {}),
        by_country=row.get("by_country", {}),
        only=frozenset(row.get("only", ())),
        nation=nation,
        state=bool(row.get("state", False)),
        framing=bool(row.get("framing", False)),
    )


def _anaphor(key: str, row: Mapping[str, Any]) -> Anaphor:
    return Anaphor(
        id=key,
        ids=frozenset(row.get("ids", ())),
        kinds=frozenset(row.get("kinds", ())),
        nouns=folded(row["nouns"]),
        default=row["default"],
        source=bool(row.get("source", False)),
        state=bool(row.get("state", False)),
        common=bool(row.get("common", False)),
        framing=bool(row.get("framing", False)),
        air=bool(row.get("air", False)),
        loose=bool(row.get("loose", False)),
    )
