"""Names in a query: which actors and places they mean, in Arabic or in Latin letters."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from sijill.gazetteer.row import Row
from sijill.gazetteer.table import Gazetteer
from sijill.registry.registry import Registry
from sijill.text.fold import fold, loosen

_NO_NAMES = frozenset(("anaphor", "leader"))
"""Kinds of aliases that say who is meant only beside other words."""
_ARTICLES = frozenset(
    ("al", "el", "ar", "as", "ad", "an", "at", "az", "ash", "ath", "adh", "the", "ul")
)
_SEPARATORS = re.compile(r"[\s_-]+")
LONGEST = 6
"""Words of the longest name that is looked for in a query."""


class Names:
    """Looks names up in a registry of actors and a gazetteer. Never changes."""

    def __init__(self, registry: Registry, gazetteer: Gazetteer) -> None:
        self._registry = registry
        self._gazetteer = gazetteer

    def actors(self, name: str) -> tuple[str, ...]:
        """The ids of the actors called exactly that, articles and spelling aside."""
        if name in self._registry:
            return (name,)
        known = self._registry.lookup(name)
        found = [one.actor for one in known if one.kind not in _NO_NAMES]
        return tuple(dict.fromkeys(found)) or self._latin_actors.get(latin(name), ())

    def like(self, name: str) -> tuple[str, ...]:
        """The actors called so, else the one whose name is most like it; empty for none."""
        exact = self.actors(name)
        return exact or tuple(actor.id for actor in self._registry.search(name, 1))

    def places(self, name: str) -> tuple[Row, ...]:
        """The places called exactly that, articles and spelling aside, or of that id or code.

        A Latin name means all places that are written as its places are in Arabic, so that either
        name finds the same.
        """
        row = self._gazetteer.get(name) or self._gazetteer.country(name)
        if row is not None:
            return (row,)
        rows: Iterable[Row] = self._arabic(name)
        if not rows:
            called = self._latin_places.get(latin(name), ())
            spelt = [row for one in called for row in self._arabic(one.name)]
            rows = (*called, *spelt)
        return tuple({row.id: row for row in rows}.values())

    def actor_words(self, actor: str) -> tuple[str, ...]:
        """The Arabic names by which a text can speak of the actor."""
        return tuple(
            alias.text
            for alias in self._registry.names(actor)
            if alias.kind not in _NO_NAMES and alias.language == "ar" and not alias.requires_context
        )

    def _arabic(self, name: str) -> tuple[Row, ...]:
        key = " ".join(fold(name).split())
        return self._gazetteer.lookup(key) or self._gazetteer.loose(key)

    @cached_property
    def _latin_actors(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for actor in self._registry.actors():
            for name in (actor.id, actor.name_en):
                found[latin(name)].append(actor.id)
        found.pop("", None)
        return {key: tuple(dict.fromkeys(ids)) for key, ids in found.items()}

    @cached_property
    def _latin_places(self) -> dict[str, tuple[Row, ...]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self._gazetteer:
            if row.name_en:
                found[latin(row.name_en)].append(row)
        found.pop("", None)
        return {key: tuple(rows) for key, rows in found.items()}


def latin(name: str) -> str:
    """A Latin spelling of an Arabic name without what writers do as they like.

    Accents, apostrophes, hyphens, articles, doubled letters and a final h. Empty for Arabic.
    """
    if any("\u0600" <= char <= "\u06ff" for char in name):
        return ""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = [re.sub(r"[^a-z0-9]", "", word) for word in _SEPARATORS.split(plain)]
    kept = [word for word in words if word and word not in _ARTICLES] or [w for w in words if w]
    return " ".join(_worn(word) for word in kept)


def _worn(word: str) -> str:
    single = re.sub(r"([a-z])\1", r"\1", word)
    return single[:-1] if single.endswith("ah") else single


def name_key(name: str) -> str:
    """A place's name as `claims.place_name` keeps it."""
    return loosen(fold(name))
