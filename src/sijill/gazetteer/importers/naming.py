"""Arabic names out of mixed lists, and first-level units out of foreign names for them."""

import csv
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz

from sijill.gazetteer import layers
from sijill.gazetteer.row import ADM1, Row
from sijill.gazetteer.table import Gazetteer
from sijill.text.fold import fold, loosen

_ARABIC = re.compile(r"[\u0621-\u063a\u0640-\u0652\u0670 ()\-0-9]*[\u0621-\u063a\u0641-\u064a]+.*")
_FOREIGN = re.compile(r"[A-Za-z\u0671-\u06d3\u06ee-\u06ff|,،؛;/\n\t]")
_LEAST_LIKENESS = 80.0
_DROPPED = frozenset(("al", "el", "ad", "as", "ash", "az", "ez", "governorate"))


def arabic_names(raw: Iterable[str]) -> tuple[str, ...]:
    """The names in Arabic letters, without marks, one per spelling, in the order given.

    Of spellings that differ only in hamza, ى/ي or ة/ه the one with most of them is kept.
    """
    groups: dict[str, list[str]] = {}
    for name in raw:
        plain = _plain(name)
        if len(plain) >= 2 and _ARABIC.fullmatch(plain) and not _FOREIGN.search(plain):
            groups.setdefault(loosen(fold(plain)), []).append(plain)
    return tuple(max(group, key=_fullness) for group in groups.values())


def _plain(name: str) -> str:
    kept = (c for c in unicodedata.normalize("NFC", name) if not "\u064b" <= c <= "\u0652")
    return " ".join("".join(kept).replace("\u0640", "").replace("\u0670", "").split())


def _fullness(name: str) -> tuple[int, str]:
    return (sum(name.count(letter) for letter in "أإآؤئةءي"), name)


def kind_of_settlement(population: int) -> str:
    """city from 100,000 people, town from 5,000, else village."""
    return "city" if population >= 100_000 else "town" if population >= 5_000 else "village"


@cache
def geonames_units() -> dict[tuple[str, str], str]:
    """Row id of a first-level unit by country and GeoNames admin1 code."""
    return {(line["country"], line["geonames"]): line["adm1"] for line in _codes()}


@cache
def _codes() -> tuple[dict[str, str], ...]:
    with (layers.shipped_folder() / "admin1.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


class Units:
    """The shipped first-level units, found by English name or by place code."""

    def __init__(self, shipped: Gazetteer) -> None:
        also = {line["adm1"]: line["english"].split("|") for line in _codes()}
        self._units = [row for row in shipped if row.kind == ADM1]
        self._names = {
            unit.id: [name for name in (unit.name_en, *also.get(unit.id, ())) if name]
            for unit in self._units
        }
        self._memo: dict[tuple[str, str], Row | None] = {}

    def named(self, country: str, english: str) -> Row | None:
        """The unit whose English name is most like `english`, None if none is like it."""
        key = (country, english)
        if key not in self._memo:
            scored = [
                (max(likeness(english, name) for name in self._names[unit.id]), unit.id, unit)
                for unit in self._units
                if unit.country == country
            ]
            best = max(scored, default=None, key=lambda s: s[:2])
            self._memo[key] = best[2] if best and best[0] >= _LEAST_LIKENESS else None
        return self._memo[key]

    def coded(self, pcode: str) -> Row | None:
        """The unit whose place code `pcode` begins with."""
        fits = [u for u in self._units if u.pcode and pcode.startswith(u.pcode)]
        return max(fits, default=None, key=lambda u: len(u.pcode or ""))


def likeness(one: str, other: str) -> float:
    """How alike two English names of a unit are, 0 to 100, articles aside."""
    return fuzz.ratio(_latin(one), _latin(other))


def _latin(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"\([^)]*\)", "", plain)
    words = re.sub(r"[^a-z ]", "", plain.replace("-", " ")).split()
    return "".join(word for word in words if word not in _DROPPED)
