"""The words of places: type nouns, operators, prepositions, adjectives and known names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from rapidfuzz.distance import Levenshtein

from sijill.gazetteer.table import Gazetteer, Row
from sijill.lexicon.entry import Entry
from sijill.lexicon.pack import Pack
from sijill.mentions.place.everyday import Everyday
from sijill.text.fold import fold

TYPE = "place_type"
OPERATOR = "place_operator"
PREPOSITION = "place_preposition"
ANAPHOR = "place_anaphor"
NISBA = "place_nisba"
NAME = "place"

_SETTLED = frozenset(("country", "adm1", "city"))
_MIDDLE = frozenset(("adm2", "adm3", "town", "island", "river", "region", "desert", "mountain"))
_LARGE = 50_000
"""Inhabitants from which a place is known beyond its own district."""


@dataclass(frozen=True, slots=True)
class TypeNoun:
    """What a type noun says of the place whose name follows it."""

    cls: str
    word: str
    """Its singular, as written."""
    number: int
    """1, 2 or 3 (more): how many places share the noun."""
    kinds: frozenset[str] = frozenset()
    """Gazetteer kinds that agree with it."""
    keep: bool = False
    """The noun is part of the full name ("حي القدم")."""
    site: bool = False
    """Stands in a town; may lack coordinates of its own."""
    line: bool = False
    precision: int = 1
    unknown: bool = True
    """A name the gazetteer does not have is read after it."""
    refers: bool = False
    """With the article alone it refers back ("المدينة")."""
    alone: bool = False
    """With the article alone it is a name ("الغوطة")."""
    digits: bool = False
    """Only a number names it."""


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that shifts from a named place to somewhere at, in or beside it."""

    op: str
    unknown: bool = False
    definite: bool = False
    """Only with the article and an adjective ("القسم الجنوبي من")."""
    point: str | None = None
    """For op `direction`: N, S, E, W or C (middle)."""


@dataclass(frozen=True, slots=True)
class Known:
    """The gazetteer places of one spelling, summed up for the finder."""

    ids: tuple[str, ...]
    rank: int
    """4 country, 3 governorate or city, 2 town, district or natural feature, 1 smaller."""
    kinds: frozenset[str]
    countries: frozenset[str]
    common: bool
    """Also an everyday word or a person's name."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """After which words of an event a place is expected."""

    reach: int
    """How many words after the event's."""
    near: int
    """How many words after a loss."""
    always: frozenset[str]
    """Prepositions that can lead to the place of any event."""
    after: Mapping[str, frozenset[str]]
    """By trigger id: all prepositions that can lead to its place, if there are more."""
    objects: frozenset[str]
    """Triggers whose verbs can have a place as their object."""
    genitives: frozenset[str]
    """Triggers whose nouns can be followed by a place as their genitive."""
    lists: frozenset[str]
    """Triggers that can head a list of places, or follow the place that heads an item."""
    between: frozenset[str]
    """Words between the preposition and the place ("على كل من")."""


class Ballot(NamedTuple):
    """What a name says of the countries that a document is about."""

    countries: tuple[str, ...]
    weight: int
    named: bool
    """The name is a country's own."""


class Vocabulary:
    """What `find` and `resolve` ask about words; names are summed up on first use."""

    def __init__(
        self, rules: Mapping[str, Any], gazetteer: Gazetteer, everyday: Mapping[str, Any]
    ) -> None:
        names = rules["names"]
        self.gazetteer = gazetteer
        self.openers = _keys(names["openers"])
        self.adjectives = _keys(names["adjectives"])
        self.descriptive = _keys(names["descriptive"])
        self.stops = _keys(names["stops"])
        self.nouns = frozenset(fold(w) for t in rules["type"] for w in t["one"])
        self.linking = _keys(names["linking"])
        self.superlatives = _keys(names["superlatives"])
        self.seats = _keys(names["seats"])
        self.months = _keys(names.get("months", ()))
        self.live = _keys(names.get("live", ()))
        self.common = _keys(names["common"])
        self.everyday = Everyday(everyday)
        self.expectation = _expectation(rules.get("expect", {}))
        self.types: dict[str, TypeNoun] = {}
        for noun, _ in _nouns(rules):
            self.types.setdefault(noun.cls, noun)
        self._cities: dict[str, tuple[Row, ...]] = {}
        self.ballots: dict[tuple[tuple[str, ...], str | None], Ballot] = {}
        self.rows: dict[tuple[str | None, str, str | None, tuple[str, ...]], list[Row]] = {}
        self._known: dict[tuple[str, ...], Known] = {}

    def known(self, entry: Entry) -> Known:
        """The sum of a `place` entry's rows."""
        found = self._known.get(entry.words)
        if found is None:
            found = self._sum(entry)
            self._known[entry.words] = found
        return found

    def cities(self, country: str | None) -> tuple[Row, ...]:
        """The cities of a country, for names written with one wrong letter."""
        if country is None:
            return ()
        found = self._cities.get(country)
        if found is None:
            rows = self.gazetteer
            found = tuple(row for row in rows if row.country == country and row.kind == "city")
            self._cities[country] = found
        return found

    def similar(self, key: str) -> Known | None:
        """The capital that is one letter away from `key`, if there is one alone."""
        if len(key) < 3:
            return None
        rows = self.gazetteer
        codes = sorted({row.country for row in rows if row.kind == "country"})
        found = [
            capital
            for capital in map(rows.capital, codes)
            if capital and Levenshtein.distance(key, fold(capital.name), score_cutoff=1) == 1
        ]
        return self.known_by(found[0].name) if len(found) == 1 else None

    def known_by(self, name: str) -> Known | None:
        """The sum of the rows of a name that the pack mentions, None if it has none."""
        words = _words(name)
        rows = self.gazetteer.lookup(" ".join(words))
        if not rows:
            return None
        return self.known(Entry(NAME, name, words, "name", tuple(row.id for row in rows)))

    def _sum(self, entry: Entry) -> Known:
        rows = [self.gazetteer.row(id_) for id_ in entry.value]
        return Known(
            ids=entry.value,
            rank=max(map(rank, rows)),
            kinds=frozenset(row.kind for row in rows),
            countries=frozenset(row.country for row in rows),
            common=" ".join(entry.words) in self.common,
        )


def rank(row: Row) -> int:
    """How widely known a place is: 4 country, 3 governorate or city, 2 town or area, 1 other."""
    if row.kind == "country":
        return 4
    if row.kind in _SETTLED or row.population >= _LARGE:
        return 3
    return 2 if row.kind in _MIDDLE else 1


def entries(pack: Pack, gazetteer: Gazetteer) -> list[Entry]:
    """The lexicon entries of the pack's `places.toml` and of every gazetteer name."""
    rules = pack.rules["places"]
    found = [Entry(TYPE, noun.cls, _words(word), "noun", noun) for noun, word in _nouns(rules)]
    found += _operators(rules)
    for table in rules["preposition"]:
        found += [
            Entry(PREPOSITION, table["role"], _words(word), "particle", table["role"])
            for word in table["words"]
        ]
    for table in rules["anaphor"]:
        found += [
            Entry(ANAPHOR, table["class"], _words(word), "name", table["class"])
            for word in table["words"]
        ]
    for stem, place in sorted(rules["nisba"].items()):
        for form in (stem, stem + "ة", stem + "ين", stem + "تين"):
            found.append(Entry(NISBA, place, _words(form), "noun", place))
    found += _names(gazetteer, _keys(rules["names"]["joined"]))
    return found


def _names(gazetteer: Gazetteer, joined: frozenset[str]) -> list[Entry]:
    """An entry for every name, and for "كفر تعال" also "كفرتعال", and the other way round."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {
        words: ids
        for words, ids in gazetteer.keys()  # noqa: SIM118
        if len(words) > 1 or len(words[0]) > 1
    }
    for words, ids in list(found.items()):
        if len(words) == 2 and words[0] in joined:
            found.setdefault((words[0] + words[1],), ids)
        elif len(words) == 1 and words[0].startswith("كفر") and len(words[0]) > 5:
            found.setdefault(("كفر", words[0][3:]), ids)
    return [Entry(NAME, ids[0], words, "name", ids) for words, ids in found.items()]


def compiled(pack: Pack, gazetteer: Gazetteer) -> Vocabulary:
    """The vocabulary object for `find` and `resolve`."""
    return Vocabulary(pack.rules["places"], gazetteer, pack.rules.get("everyday", {}))


def _expectation(rules: Mapping[str, Any]) -> Expectation:
    always = _keys(rules.get("always", ()))
    after: dict[str, frozenset[str]] = {}
    for table in rules.get("after", ()):
        for event in table["events"]:
            after[event] = after.get(event, always) | _keys(table["words"])
    return Expectation(
        reach=int(rules.get("reach", 0)),
        near=int(rules.get("near", 0)),
        always=always,
        after=after,
        objects=frozenset(rules.get("objects", ())),
        genitives=frozenset(rules.get("genitives", ())),
        lists=frozenset(rules.get("lists", ())),
        between=_keys(rules.get("between", ())),
    )


def _nouns(rules: Mapping[str, Any]) -> Iterable[tuple[TypeNoun, str]]:
    for table in rules["type"]:
        for number, field in enumerate(("one", "two", "many"), start=1):
            for word in table.get(field, ()):
                yield _noun(table, number, word if number == 1 else table["one"][0]), word


def _noun(table: Mapping[str, Any], number: int, singular: str) -> TypeNoun:
    return TypeNoun(
        cls=table["class"],
        word=singular,
        number=number,
        kinds=frozenset(table["kinds"]),
        keep=table.get("keep", False),
        site=table.get("site", False),
        line=table.get("line", False),
        precision=table.get("precision", 1),
        unknown=table.get("unknown", True),
        refers=table.get("refers", False) and number == 1,
        alone=table.get("alone", False),
        digits=table.get("number", False),
    )


def _operators(rules: Mapping[str, Any]) -> Iterable[Entry]:
    for table in rules["operator"]:
        operator = Operator(
            table["op"],
            unknown=table.get("unknown", False),
            definite=table.get("definite", False),
        )
        for word in table["words"]:
            yield Entry(OPERATOR, operator.op, _words(word), "noun", operator)
    for table in rules["direction"]:
        operator = Operator("direction", point=table["point"])
        for word in table["words"]:
            yield Entry(OPERATOR, table["point"], _words(word), "noun", operator)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(fold(phrase).split())


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
