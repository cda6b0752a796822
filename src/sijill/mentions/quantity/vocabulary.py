"""The quantity room's words, compiled from `numbers.toml`, `people.toml` and `losses.toml`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from sijill.lexicon.entry import Entry
from sijill.lexicon.pack import Pack
from sijill.mentions.quantity.number import Numbers, numbers_of
from sijill.mentions.quantity.people import Sides, collective_entries, people_entries, sides_of
from sijill.text.fold import fold

LOSS = "loss"
MEASURE = "measure"


class Role(StrEnum):
    """What a loss word does in its clause."""

    VERB = "verb"
    NOUN = "noun"
    """A verbal noun: its object suffers."""
    AFTER = "after"
    """The victims stand before it."""
    PHRASE = "phrase"
    """States a loss without people: "خسائر بشرية"."""
    TOLL = "toll"
    PRODUCES = "produces"
    BLOCKS = "blocks"
    BREAKDOWN = "breakdown"
    CONTINUES = "continues"
    MOST = "most"
    """Says what most of those just counted were."""
    MEMBERS = "members"


class LossWord(NamedTuple):
    """A word of the layer `loss`."""

    role: Role
    kind: str = ""
    voice: str = ""
    """patient, agent or either."""
    near: bool = False
    """A loss only with counted or described people right after it."""
    falls: bool = False
    """Says only that people fell: dead, unless their noun or the words after them say more."""
    mass: bool = False
    """A loss only of many people ("فر 20 ألف شخص")."""
    named: bool = False
    """A name may follow at once."""
    past: bool = True
    many: bool = False
    """The verb's form says that its subject is more than one."""
    reach: int = 0
    """For `blocks`: words to the right it holds for; for `breakdown`: words from the whole."""


class Measure(NamedTuple):
    """A word of the layer `measure`: it bounds, loosens or replaces a number."""

    role: str
    """at_least, more, about, up_to, fewer; `after` forms; vague, several, one."""
    low: int = 0
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the finder looks up besides the lexicon: number words and folded word sets."""

    numbers: Numbers
    sides: Sides
    stops: frozenset[str]
    skipped: frozenset[str]
    modifiers: frozenset[str]
    between: frozenset[str]
    range_from: frozenset[str]
    range_to: frozenset[str]
    toll_to: frozenset[str]
    name_leads: frozenset[str]
    opening: frozenset[str]
    """Words that may begin an amount: number words, "بين", "من"."""
    grammar: Mapping[str, frozenset[str]]
    """The sets of `[grammar]` in `losses.toml`, and of its pronouns, by name."""
    insurgents: frozenset[str]
    """Nouns of those who fight the state."""
    lives: frozenset[str]
    """After people lost: it was their lives."""


def vocabulary_of(pack: Pack) -> Vocabulary:
    """The room's look-up sets."""
    losses = pack.rules["losses"]
    ranges = pack.rules["numbers"]["ranges"]
    numbers = numbers_of(pack)
    between = _keys(losses["both"]["between"])
    range_from = _keys(ranges["from"], ("", "و"))
    return Vocabulary(
        numbers=numbers,
        sides=sides_of(pack),
        stops=_keys(losses["stops"]["words"], ("", "و", "ف")),
        skipped=_keys(losses["skipped"]["words"]),
        modifiers=_keys(losses["modifiers"]["words"], ("", "و")),
        between=between,
        range_from=range_from,
        opening=frozenset((*numbers.words, *between, *range_from, fold("ما"))),
        range_to=_keys(ranges["to"]),
        toll_to=_keys(losses["toll"]["to"]),
        name_leads=_keys(pack.rules["people"]["names"]["leads"]),
        grammar=_grammar(losses["grammar"]),
        insurgents=_keys(pack.rules.get("grammar", {}).get("fighters", {}).get("insurgents", ())),
        lives=_keys(losses["lives"]["words"]),
    )


def entries(pack: Pack) -> list[Entry]:
    """Every entry of the layers `people`, `collective`, `loss` and `measure`."""
    people = people_entries(pack) + collective_entries(pack)
    return people + _loss_entries(pack) + _measure_entries(pack)


def _keys(words: Iterable[str], before: tuple[str, ...] = ("",)) -> frozenset[str]:
    return frozenset(letters + fold(word) for word in words for letters in before)


def _grammar(rules: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    sets = {**{k: v for k, v in rules.items() if k != "pronouns"}, **rules["pronouns"]}
    return {name: _keys(words) for name, words in sets.items()}


def _entry(layer: str, word: str, clitics: str, value: LossWord | Measure) -> Entry:
    name = value.kind or value.role if isinstance(value, LossWord) else value.role
    return Entry(layer, str(name), tuple(fold(word).split()), clitics, value)


def _loss_entries(pack: Pack) -> list[Entry]:
    rules = pack.rules["losses"]
    found: dict[Entry, None] = {}
    for entry in _loss_words(rules):
        found.setdefault(entry)
    return list(found)


def _loss_words(rules: Mapping[str, Any]) -> Iterator[Entry]:
    for table in rules["verbs"]:
        base = LossWord(Role.VERB, table["kind"], table["voice"], **_flags(table))
        for stem in table["past"]:
            for form, many in past_forms(fold(stem)):
                yield _entry(LOSS, form, "verb", base._replace(many=many))
        for stem in table["present"]:
            for form, many in present_forms(fold(stem)):
                yield _entry(LOSS, form, "verb", base._replace(many=many, past=False))
    for name, role in (("nouns", Role.NOUN), ("after", Role.AFTER), ("phrases", Role.PHRASE)):
        for table in rules[name]:
            voice = table.get("voice", "patient")
            value = LossWord(role, table["kind"], voice, **_flags(table))
            for word in table["words"]:
                yield _entry(LOSS, word, "noun", value)
    for name, role in (
        ("produces", Role.PRODUCES),
        ("breakdown", Role.BREAKDOWN),
        ("continues", Role.CONTINUES),
        ("most", Role.MOST),
        ("members", Role.MEMBERS),
    ):
        for word in rules[name]["words"]:
            yield _entry(
                LOSS, word, "particle" if role != Role.PRODUCES else "noun", LossWord(role)
            )
    for word in rules["toll"]["heads"]:
        yield _entry(LOSS, word, "noun", LossWord(Role.TOLL))
    for word in rules["toll"]["whole"]:
        yield _entry(LOSS, word, "name", LossWord(Role.TOLL, "killed"))
    for word in rules["breakdown"]["counted"]:
        yield _entry(LOSS, word, "particle", LossWord(Role.BREAKDOWN, near=True))
    for word in rules["breakdown"]["close"]:
        yield _entry(LOSS, word, "particle", LossWord(Role.BREAKDOWN, reach=2))
    yield from _block_entries(rules["blocks"])


def _flags(table: Mapping[str, Any]) -> dict[str, bool]:
    return {name: table[name] for name in ("near", "falls", "mass", "named") if name in table}


def _block_entries(rules: Mapping[str, Any]) -> Iterator[Entry]:
    for name, table in rules.items():
        if name == "free":
            for word in table:
                yield _entry(LOSS, word, "particle", LossWord(Role.BLOCKS))
            continue
        for word in table["words"]:
            value = LossWord(Role.BLOCKS, reach=table["reach"])
            yield _entry(LOSS, word, "noun" if len(word) > 3 else "particle", value)


def past_forms(stem: str) -> Iterator[tuple[str, bool]]:
    """Third persons of the past; `stem` is the folded masculine singular."""
    if stem.endswith(("ى", "ي")):
        short = stem[:-1]
        weak = stem.endswith("ى")
        yield from ((stem, False), (short + "ت" if weak else stem + "ت", False))
        yield from ((short + "وا", True), (short + "يا", True), (short + "ين", True))
        yield short + "ي", False
        return
    yield from ((stem, False), (stem + "ت", False))
    yield from ((stem + "وا", True), (stem + "ا", True), (stem + "تا", True))


def present_forms(stem: str) -> Iterator[tuple[str, bool]]:
    """Third persons of the present; `stem` is what follows the prefix."""
    for prefix in ("ي", "ت"):
        yield prefix + stem, False
        yield from ((prefix + stem + "ون", True), (prefix + stem + "وا", True))
        yield prefix + stem + "ان", True


def _measure_entries(pack: Pack) -> list[Entry]:
    rules = pack.rules["numbers"]
    found: dict[Entry, None] = {}
    for role, words in rules["bounds"].items():
        for word in words:
            found.setdefault(_entry(MEASURE, word, "name", Measure(role)))
    for role, words in rules["bounds_after"].items():
        for word in words:
            found.setdefault(_entry(MEASURE, word, "particle", Measure(role + "_after")))
    for word, low, high in rules["vague"]["words"]:
        found.setdefault(_entry(MEASURE, word, "noun", Measure("vague", low, high)))
    for word in rules["several"]["bare"]:
        found.setdefault(_entry(MEASURE, word, "particle", Measure("vague", 2)))
    for word, low, high in rules["vague"]["after"]:
        found.setdefault(_entry(MEASURE, word, "particle", Measure("vague_after", low, high)))
    for word in rules["several"]["words"]:
        found.setdefault(_entry(MEASURE, word, "noun", Measure("several", 2)))
    for word in rules["one_of"]["words"]:
        found.setdefault(_entry(MEASURE, word, "noun", Measure("one", 1, 1)))
    return list(found)
