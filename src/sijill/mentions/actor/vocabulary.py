"""The words that actors are named with, compiled from the registry and the pack."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sijill.errors import PackError
from sijill.lexicon.entry import Entry
from sijill.lexicon.noun import sound_feminine, sound_masculine
from sijill.lexicon.pack import Pack
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
    loose: bool
    """Takes the last actor of its kinds, whatever noun it was named with."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the finder reads besides the text. Keys are folded."""

    entries: tuple[Entry, ...]
    names: Mapping[str, Name]
    sides: Mapping[str, Side]
    anaphors: Mapping[str, Anaphor]
    clients: Mapping[str, str]
    media_of: Mapping[str, str]
    state_media: Mapping[str, str]
    traps: Mapping[str, frozenset[str]]
    """For a word that refers back: the words before which it does not."""
    governments: Mapping[str, tuple[tuple[str, date | None, date | None], ...]]
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Plain word lists by name: particles, starters, never, of, made …"""


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
        clients=rules["clients"],
        media_of=rules["media_of"],
        state_media=rules["state_media"],
        traps={fold(k): _folded(row.get("not_before", ())) for k, row in rules["traps"].items()},
        governments={
            country: tuple((actor, first_day(a), last_day(b)) for actor, a, b in periods)
            for country, periods in rules["governments"].items()
        },
        words=_word_lists(rules),
    )


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
    for periods in rules["governments"].values():
        found += [period[0] for period in periods]
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
    traps = {fold(key): row for key, row in rules["traps"].items()}
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
            not_before=_folded(trap.get("not_before", ())),
            not_after=_folded(trap.get("not_after", ())),
            noun=bool(trap.get("noun", False)),
        )
        words = tuple(key.split())
        found.append(Entry("actor", key, words, "name", Part("name", key)))
    return names, found


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
            for adjective in row["adjective"]:
                add(nisba_forms(adjective), Part("nisba", key))
            add(row.get("plural", ()), Part("nisba", key))
            add(row.get("name", ()), Part("country", key), "name")
    add(rules["events"]["words"], Part("event", ""))
    for adjective in rules["attributes"]["words"]:
        add(nisba_forms(adjective), Part("attribute", ""))
    add(rules["attributes"]["other"], Part("attribute", ""), "particle")
    for key in ("part", "client"):
        add(rules["ties"][key], Part("tie", key), "particle")
    add(rules["ties"]["allies"], Part("ally", ""))
    for key, words in rules["organisations"].items():
        if key in ("armed_group", "umbrella", "party", "tribe"):
            add(words, Part("organisation", key))
    add(rules["state_terms"]["words"], Part("term", ""), "name")
    for key, row in rules["anaphors"].items():
        add(row["only"], Part("anaphor", key), "name", "actor_anaphor")
    add(_all_forms(rules["civilians"]), Part("civilian", ""), layer="civilian")
    add(rules["civilians"]["people"], Part("people", ""), layer="civilian")
    for key in ("media", "monitor", "generic"):
        add(rules["outlets"][key], Part(key, ""))
    add(rules["outlets"]["voices"], Part("voice", ""))
    for role in ("local_adjectives", "official_adjectives"):
        for adjective in rules["outlets"][role]:
            add(nisba_forms(adjective), Part(role, ""))
    add(rules["titles"]["words"], Part("title", ""), "name")
    add(rules["titles"]["kunya"], Part("kunya", ""), "name")
    add(rules["quantifiers"]["words"], Part("quantifier", ""), "name")
    return found


def _all_forms(row: Mapping[str, Any]) -> list[str]:
    return [*row["words"], *_sound(row["sound"])]


def _sound(words: Iterable[str]) -> list[str]:
    forms: list[str] = []
    for word in words:
        forms += [word, word + "ا", word + "ان", *sound_masculine(word)]
    return forms


def _bare(row: Mapping[str, Any]) -> list[str]:
    plurals = [form for word in row["bare_plural"] for form in (word + "ون", word + "ين")]
    return [*row["bare"], *plurals]


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
        nouns=_folded(row["nouns"]),
        default=row["default"],
        source=bool(row.get("source", False)),
        state=bool(row.get("state", False)),
        common=bool(row.get("common", False)),
        framing=bool(row.get("framing", False)),
        loose=bool(row.get("loose", False)),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _word_lists(rules: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {
        "particles": _folded(rules["particles"]["words"]),
        "starters": _folded(rules["organisations"]["starters"]),
        "never": _folded(rules["organisations"]["never"]),
        "of": _folded(rules["ties"]["of"]),
        "place_before": _folded(rules["states"]["place_before"]),
        "terms": _folded(rules["state_terms"]["words"]),
        "governing": _folded(rules["state_terms"]["governing"]),
        "civil_terms": _folded(rules["state_terms"]["civil"]),
        "nationals_after": _folded(rules["nationals"]["after"]),
        "made": _folded(rules["nationals"]["made"]),
        "predicates": _folded(rules["events"]["predicates"]),
        "auxiliary": _folded(rules["attributes"]["auxiliary"]),
        "party_before": _folded(rules["states"]["party_before"]),
        "party_voices": _folded(rules["outlets"]["party_voices"]),
        "media_heads": _folded(rules["outlets"]["media_heads"]),
        "adjectival": _folded(
            word for word in _sound(rules["civilians"]["sound"]) if word.endswith("ي")
        ),
        "bare": _folded(_bare(rules["heads"]["person"])),
        "bare_one": _folded(
            form for word in rules["heads"]["person"]["bare_plural"] for form in (word, word + "ا")
        ),
        "bare_after": _folded(rules["heads"]["person"]["bare_after"]),
        "of_country": _folded(rules["heads"]["force"]["of_country"]),
        "never_wraps": _folded(rules["heads"]["force"]["never_wraps"]),
        "led": _folded(rules["ties"]["led"]),
        "leads": _folded([*rules["ties"]["led"], *rules["ties"]["relative"]]),
        "relative": _folded(rules["ties"]["relative"]),
        "sheltered": _folded(rules["civilians"]["sheltered"]),
        "duals": _folded(rules["organisations"]["duals"]),
        "quoted_only": _folded(rules["outlets"]["quoted_only"]),
        "to": _folded(rules["ties"]["to"]),
        "pronouns": _folded(rules["ties"]["pronouns"]),
        "same": _folded(rules["ties"]["same"]),
        "feminine": _folded(rules["gender"]["feminine"]),
        "masculine": _folded(rules["gender"]["masculine"]),
        "name_links": _folded(rules["titles"]["links"]),
        "credit": _folded(rules["outlets"]["credit"]),
        "owned": _folded(rules["heads"]["person"]["owned"]),
        "naming": _folded(rules["organisations"]["naming"]),
        "naming_links": _folded(rules["organisations"]["naming_links"]),
        "local": _folded(rules["outlets"]["local"]),
    }
