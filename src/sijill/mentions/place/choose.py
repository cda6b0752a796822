"""Choose the gazetteer's place for a mention, or none where none is ahead."""

from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from sijill.gazetteer.table import Row
from sijill.mentions.place.context import Context, kilometres
from sijill.mentions.place.reader import key_of
from sijill.mentions.place.score import Weighed, settled, weigh
from sijill.mentions.place.vocabulary import TypeNoun, Vocabulary, rank
from sijill.model.mention import PlaceMention
from sijill.text.fold import fold

_CLEAR = 2.0
"""Lead at which a reading is settled without the document's other places."""
_ENOUGH = 0.75
"""Lead at which it is settled with them; below it no reading is chosen."""
_APART = 150.0
"""Kilometres from every other place of the document beyond which a small place is not meant."""
_LOOSE = 120.0
"""Kilometres within which a place can be "east of" a town."""
_REMEMBERED = 50_000
"""Spellings whose rows are kept."""
_CITIES = frozenset(("city", "town"))


class Choice(NamedTuple):
    """The readings of a mention, best first, and the one that holds, if any does."""

    readings: list[Weighed]
    best: Weighed | None
    misfit: bool
    """The best reading is of another kind than the words say, or lies far from all else."""


class Chooser:
    """Weighs readings; a name with the same noun and parent is weighed once in a document."""

    def __init__(self, vocabulary: Vocabulary, context: Context) -> None:
        self.vocabulary = vocabulary
        self.gazetteer = vocabulary.gazetteer
        self.context = context
        self._rows: dict[tuple[str, str, str | None], list[Row]] = {}
        self._single: dict[object, list[Weighed]] = {}
        self._tried: set[object] = set()
        self._choices: dict[object, Choice] = {}

    def noun(self, mention: PlaceMention) -> TypeNoun | None:
        """The type noun of a mention's class."""
        return self.vocabulary.types.get(mention.kind) if mention.kind else None

    def settle(self, mention: PlaceMention, parent: Row | None) -> None:
        """Make what is clear without the document's other places an anchor for them."""
        key = (mention.full, mention.name, mention.kind, parent and parent.id)
        if key in self._tried:
            return
        self._tried.add(key)
        readings = self._weigh(mention, parent)
        if not readings or not settled(readings, _CLEAR):
            return
        best = readings[0].row
        local = mention.kind is not None and self.context.share(best.country) >= 0.5
        if rank(best) >= 2 or local or mention.parent is not None:
            self.context.anchor(best, mention.span)

    def choose(self, mention: PlaceMention, parent: Row | None) -> Choice:
        """The choice for a mention whose parent means `parent`."""
        key = (
            mention.full,
            mention.name,
            mention.kind,
            mention.operator == "countryside",
            parent.id if parent is not None else mention.parent is not None,
        )
        known = self._choices.get(key)
        if known is None:
            known = self._choose(mention, parent)
            if known.best is not None:
                self._choices[key] = known
        return known

    def _choose(self, mention: PlaceMention, parent: Row | None) -> Choice:
        readings = self._weigh(mention, parent)
        if not settled(readings, _ENOUGH):
            return Choice(readings, None, False)
        if self._contradicted(mention, readings[0].row):
            return Choice(readings, None, True)
        return Choice(readings, readings[0], False)

    def _weigh(self, mention: PlaceMention, parent: Row | None) -> list[Weighed]:
        rows = self.rows(mention)
        if len(rows) > 1:
            return self._weigh_rows(mention, rows, parent)
        # One row's terms do not depend on what has been settled: weigh it once.
        key = (mention.full, mention.name, mention.kind, mention.operator, parent and parent.id)
        found = self._single.get(key)
        if found is None:
            found = self._single[key] = self._weigh_rows(mention, rows, parent)
        return found

    def _weigh_rows(
        self, mention: PlaceMention, rows: list[Row], parent: Row | None
    ) -> list[Weighed]:
        noun = self.noun(mention)
        found = weigh(mention, rows, noun, parent, self.context)
        if not found and mention.places:
            name = key_of(mention.name)
            other = name[2:] if name.startswith("ال") else f"ال{name}"
            rows = [*self.gazetteer.loose(name), *self.gazetteer.lookup(other)]
            found = weigh(mention, rows, noun, parent, self.context)
        beside = mention.parent is not None and mention.parent.operator in ("direction", "near")
        if not found and beside and parent is not None:
            # "شرقي حلب" is a loose parent: the name itself may say more.
            rows = [
                row
                for row in rows
                if row.country == parent.country
                and kilometres(parent.lat, parent.lon, row) <= _LOOSE
            ]
            found = weigh(mention, rows, noun, None, self.context)
        return found

    def rows(self, mention: PlaceMention) -> list[Row]:
        """The rows the name can mean: as written with its noun, as found, then loosely."""
        key = (mention.full or "", mention.name, mention.kind)
        found = self._rows.get(key)
        if found is None:
            found = self._look_up(mention)
            if found:
                self._rows[key] = found
        return found

    def _look_up(self, mention: PlaceMention) -> list[Row]:
        key = (mention.full, mention.name, mention.kind, mention.places)
        found = self.vocabulary.rows.get(key)
        if found is None:
            if len(self.vocabulary.rows) >= _REMEMBERED:
                self.vocabulary.rows.clear()
            found = self.vocabulary.rows[key] = self._spelt(mention)
        if not found and mention.kind in _CITIES:
            return list({row.id: row for row in self._misspelt(key_of(mention.name))}.values())
        return found

    def _spelt(self, mention: PlaceMention) -> list[Row]:
        """The rows of a spelling; the same for every document."""
        rows: dict[str, Row] = {}
        name = key_of(mention.name)
        full = key_of(mention.full) if mention.full else name
        noun = self.noun(mention)
        typed = f"{fold(noun.word)} {name}" if noun is not None else full
        for key in dict.fromkeys((full, typed)):
            rows.update((row.id, row) for row in self.gazetteer.lookup(key))
        for id_ in mention.places:
            rows[id_] = self.gazetteer.row(id_)
        if not rows:
            for key in dict.fromkeys((full, name)):
                rows.update((row.id, row) for row in self.gazetteer.loose(key))
        return list(rows.values())

    def _misspelt(self, key: str) -> list[Row]:
        """Cities of the document, or of the country it is about, one letter away."""
        if len(key) < 4:
            return []
        near = [row for row in self.context.anchors if rank(row) >= 2]
        near += self.vocabulary.cities(self.context.home)
        return [row for row in near if Levenshtein.distance(key, fold(row.name)) <= 1]

    def _contradicted(self, mention: PlaceMention, row: Row) -> bool:
        """A type noun against the only reading, or a small place far from all the others."""
        noun = self.noun(mention)
        if noun is not None and row.kind not in noun.kinds:
            return not (noun.site and row.kind in ("site", "neighbourhood"))
        size = rank(row)
        if mention.parent is not None or size > 2:
            return False
        distance = self.context.distance(row)
        share = self.context.share(row.country)
        if distance is None:
            return size == 1 and (noun is None or share < 0.5)
        return distance > _APART and (size == 1 or share < 0.5)
