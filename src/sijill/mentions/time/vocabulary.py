"""The words of time of a pack, as lexicon entries and as sets to look tokens up in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sijill.lexicon.entry import Entry
from sijill.lexicon.pack import Pack
from sijill.mentions.quantity.number import Numbers, numbers_of
from sijill.text.fold import fold

LAYER = "time"


class Word(NamedTuple):
    """What one entry of the layer means."""

    kind: str
    """weekday, month, shift, day_part, part, season, unit, side, clock, feast, of_it or phrase."""
    value: int = 0
    """Weekday, month, days from today, count of units (0: some), side."""
    name: str = ""
    """Calendar, part, unit or effect."""
    form: str = ""
    """`weak` for words that need company; `definite`, `adverb` or empty."""
    day: int = 0
    """First day of a feast."""
    days: int = 0
    """Length of a feast."""


Phrases = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Look-ups that the reader of expressions needs beside the lexicon's matches."""

    numbers: Numbers
    before: Mapping[str, str]
    """Word before an expression -> since, ago, during, throughout, until, after or at."""
    heads: Mapping[str, str]
    weak_months_after: frozenset[str]
    weak_shifts_after: frozenset[str]
    not_today_after: frozenset[str]
    definite_after: frozenset[str]
    day_tails: frozenset[str]
    few: Phrases
    unit_tails: frozenset[str]
    more: Phrases
    about: Phrases
    this: frozenset[str]
    same: frozenset[str]
    same_before: frozenset[str]
    next: frozenset[str]
    links: frozenset[str]
    source: frozenset[str]
    half: frozenset[str]
    both: frozenset[str]
    article: frozenset[str]
    era: frozenset[str]
    hijri_era: frozenset[str]
    days_of: frozenset[str]
    fractions: Mapping[str, int]
    names: frozenset[str]
    never: frozenset[str]
    """As spelt, not folded."""
    counted: frozenset[str]
    labels: frozenset[str]
    published: frozenset[str]


def entries(pack: Pack) -> list[Entry]:
    """The lexicon entries of `time.toml`, layer `time`, value a `Word`."""
    rules = pack.rules["time"]
    found = [
        *_numbered(rules["weekdays"], "weekday"),
        *_months(rules),
        *_numbered(rules["shifts"], "shift", rules["shift"]["weak"]),
        *_numbered(rules["sides"], "side"),
        *_numbered(rules["seasons"], "season"),
        *_parts(rules),
        *_units(rules["units"]),
        *(_entry(words, Word("clock")) for words in rules["clock"]["words"]),
        *(_entry(words, Word("of_it"), "particle") for words in rules["between"]["of_it"]),
    ]
    for feast in rules["feast"]:
        word = Word("feast", feast["month"], feast["calendar"], "", feast["day"], feast["days"])
        found += [_entry(words, word) for words in feast["words"]]
    for effect, phrases in rules["phrases"].items():
        found += [_entry(words, Word("phrase", 0, effect)) for words in phrases]
    unique = {(entry.words, entry.value): entry for entry in found}
    return list(unique.values())


def vocabulary(pack: Pack) -> Vocabulary:
    """The look-ups of `time.toml`, folded."""
    rules = pack.rules["time"]
    between = rules["between"]
    fractions = rules["clock"]["fractions"]
    return Vocabulary(
        numbers=numbers_of(pack),
        before={fold(w): op for op, ws in rules["before"].items() if op != "heads" for w in ws},
        heads={fold(w): fold(head) for w, head in rules["before"]["heads"].items()},
        weak_months_after=_set(rules["month"]["weak_after"]),
        weak_shifts_after=_set(rules["shift"]["weak_after"]),
        not_today_after=_set(rules["shift"]["not_after"]),
        definite_after=_set(rules["part_of_day"]["definite_after"]),
        day_tails=_set(rules["part_of_day"]["tails"]),
        few=_phrases(rules["unit"]["few"]),
        unit_tails=_set(rules["unit"]["tails"]),
        more=_phrases(rules["unit"]["more"]),
        about=_phrases(rules["unit"]["about"]),
        this=_set(rules["side"]["this"]),
        same=_set(rules["side"]["same"]),
        same_before=_set(rules["side"]["same_before"]),
        next=_set(rules["side"]["next"]),
        links=_set(between["links"]),
        source=_set(between["from"]),
        half=_set(between["half"]),
        both=_set(between["both"]),
        article=_set(between["article"]),
        era=_set(between["era"]),
        hijri_era=_set(between["hijri_era"]),
        days_of=_set(between["days_of"]),
        fractions={fold(w): int(minutes) for minutes, ws in fractions.items() for w in ws},
        names=_set(rules["names"]["nouns"]),
        never=frozenset(rules["names"]["never"]),
        counted=_set(rules["names"]["counted"]),
        labels=_set(rules["dateline"]["labels"]),
        published=_set(rules["dateline"]["published"]),
    )


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _phrases(phrases: Iterable[str]) -> Phrases:
    return frozenset(tuple(fold(phrase).split()) for phrase in phrases)


def _entry(words: str, value: Word, clitics: str = "name") -> Entry:
    folded = tuple(fold(words).split())
    return Entry(LAYER, f"{value.kind}.{value.name or value.value}", folded, clitics, value)


def _numbered(
    table: Mapping[str, list[str]], kind: str, weak: Iterable[str] = ()
) -> Iterable[Entry]:
    for value, words in table.items():
        for word in words:
            yield _entry(word, Word(kind, int(value), "", "weak" if word in weak else ""))


def _months(rules: Mapping[str, Any]) -> Iterable[Entry]:
    weak, bare = rules["month"]["weak"], rules["month"]["bare"]
    for calendar, table in rules["months"].items():
        for month, words in table.items():
            for word in words:
                value = Word("month", int(month), calendar, "weak" if word in weak else "")
                yield _entry(word, value, "particle" if word in bare else "name")


def _parts(rules: Mapping[str, Any]) -> Iterable[Entry]:
    for name, words in rules["parts"].items():
        yield from (_entry(word, Word("part", 0, name)) for word in words)
    for name, words in rules["parts_of_day"].items():
        yield from (_entry(word, Word("day_part", 0, name)) for word in words)
    for form, key in (("adverb", "adverbs"), ("definite", "definite")):
        for name, words in rules["part_of_day"][key].items():
            yield from (_entry(word, Word("day_part", 0, name, form)) for word in words)


def _units(units: Mapping[str, Mapping[str, list[str]]]) -> Iterable[Entry]:
    for unit, numbers in units.items():
        for count, number in ((1, "one"), (2, "two"), (0, "many")):
            for word in numbers[number]:
                yield _entry(word, Word("unit", count, unit))
                if not word.endswith("ا"):
                    yield _entry("ال" + word, Word("unit", count, unit, "definite"))
