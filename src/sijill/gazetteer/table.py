"""The gazetteer: every known place, found by its Arabic name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from sijill.gazetteer import layers, sheet
from sijill.gazetteer.row import Row
from sijill.text.fold import fold, loosen
from sijill.text.token import tokens_of

__all__ = ["Gazetteer", "Layer", "Row", "bare", "words_of"]


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, as the tokens of a text would spell them."""
    key = fold(name)
    letters = key.replace(" ", "")
    if letters.isalpha() and min(letters) > "z" and "ى" not in letters:
        return tuple(key.split())
    return tuple(token.key for token in tokens_of(name))


def bare(key: str) -> str:
    """A folded key loosened, without hamza on the line and without the words' articles."""
    words = loosen(key).replace("ء", "").split()
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in words)


@dataclass(frozen=True, slots=True)
class Layer:
    """A table that was loaded: its name, its rows' number and its licence."""

    name: str
    rows: int
    licence: str


class Gazetteer:
    """Places by id and by name. Of two rows with one id the later one holds."""

    def __init__(
        self,
        rows: Iterable[Row],
        capitals: Mapping[str, str] | None = None,
        layers: Sequence[Layer] = (),
    ) -> None:
        self._rows: dict[str, Row] = {row.id: row for row in rows}
        self._capitals = dict(capitals or {})
        self.layers: tuple[Layer, ...] = tuple(layers)
        found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in self._rows.values():
            for words in dict.fromkeys(map(words_of, (row.name, *row.names))):
                if words:
                    found[words].append(row)
        self._by_words: dict[tuple[str, ...], tuple[Row, ...]] = {}
        self._by_key: dict[str, tuple[Row, ...]] = {}
        for words, group in found.items():
            rows_ = tuple(group) if len(group) == 1 else tuple(sorted(group, key=_rank))
            self._by_words[words] = self._by_key[" ".join(words)] = rows_

    @classmethod
    def load_default(cls, overlays: Iterable[Path] = (), data: Path | None = None) -> "Gazetteer":
        """The shipped tables, then the imports and own places in `data`, then `overlays`.

        `data` is by default the user's data folder (`layers.data_folder`); a folder that does
        not exist adds nothing. Raises GazetteerError for a table that cannot be read.
        """
        return cls.of(layers.tables(data, overlays))

    @classmethod
    @cache
    def shipped(cls) -> "Gazetteer":
        """The shipped tables alone; read once."""
        return cls.of(layers.shipped())

    @classmethod
    def of(cls, tables: Iterable[layers.Table]) -> "Gazetteer":
        """The gazetteer of these tables, lowest layer first."""
        rows: list[Row] = []
        loaded: list[Layer] = []
        for table in tables:
            before = len(rows)
            rows.extend(sheet.read(table.path))
            loaded.append(Layer(table.name, len(rows) - before, table.licence))
        return cls(rows, layers.capitals(), loaded)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows.values())

    def __contains__(self, id_: str) -> bool:
        return id_ in self._rows

    def row(self, id_: str) -> Row:
        """The place with this id. Raises KeyError if there is none."""
        return self._rows[id_]

    def get(self, id_: str | None) -> Row | None:
        """The place with this id, None if there is none."""
        return self._rows.get(id_) if id_ else None

    def lookup(self, key: str) -> tuple[Row, ...]:
        """The places spelt so: `key` is folded words with one blank between.

        Settlements come first, then areas; larger ones first (`Row.rank`).
        """
        return self._by_key.get(key, ())

    def loose(self, key: str) -> tuple[Row, ...]:
        """The places spelt so but for ى/ي and ة/ه; failing those, but for articles and ء too."""
        return self._loose.get(loosen(key)) or self._bare.get(bare(key), ())

    def keys(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Every name as folded words, with the ids of the places it names, sorted by words."""
        for words in sorted(self._by_words):
            yield words, tuple(row.id for row in self._by_words[words])

    def country(self, code: str) -> Row | None:
        """The row of the country with this ISO alpha-2 code."""
        return self._rows.get(code.lower())

    def capital(self, code: str) -> Row | None:
        """The capital of the country with this ISO alpha-2 code."""
        return self.get(self._capitals.get(code))

    def pcode(self, code: str) -> Row | None:
        """The place with this OCHA code."""
        return self._by_pcode.get(code)

    def search(self, query: str, limit: int = 10) -> list[tuple[Row, float]]:
        """The places whose Arabic or English name is most like `query`, best first.

        With each its likeness from 0 to 100; below 60 nothing is returned.
        """
        from sijill.gazetteer.search import search

        return search(self, query, limit)

    def licences(self) -> tuple[tuple[str, str], ...]:
        """For every loaded table its name and the licence and credit of its data."""
        return tuple((layer.name, layer.licence) for layer in self.layers)

    @cached_property
    def _loose(self) -> dict[str, tuple[Row, ...]]:
        return self._grouped(loosen)

    @cached_property
    def _bare(self) -> dict[str, tuple[Row, ...]]:
        return self._grouped(bare)

    @cached_property
    def _by_pcode(self) -> dict[str, Row]:
        return {row.pcode: row for row in self._rows.values() if row.pcode}

    def _grouped(self, weaken: Callable[[str], str]) -> dict[str, tuple[Row, ...]]:
        """Rows by a weaker key; each group in the order of `lookup`."""
        found: dict[str, dict[str, Row]] = defaultdict(dict)
        for key, rows in self._by_key.items():
            found[weaken(key)].update((row.id, row) for row in rows)
        return {key: tuple(sorted(group.values(), key=_rank)) for key, group in found.items()}


def _rank(row: Row) -> tuple[int, int, str]:
    return row.rank
