"""Everyday words: what stands where a place could, and is none ("على منزل", "في بيان")."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sijill.text.fold import fold

_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "كم", "ه", "ي", "ك")
_SUFFIXES = ("ات", "ين", "ون", "ان", "تين", "تان", "ية", "ة", "ا", "ي", "يا")
_LIMIT = 1 << 16
"""Spellings remembered."""


class Everyday:
    """Tells everyday words by a list of nouns and by the forms of derived ones.

    Ask with a folded key, without و before it.
    """

    def __init__(self, rules: Mapping[str, Any]) -> None:
        words = (fold(word) for group in rules.get("nouns", {}).values() for word in group)
        self._nouns = frozenset(form for word in words for form in (word, word.removesuffix("ة")))
        shapes = rules.get("shapes", {})
        self._any = _by_length(shapes.get("any", ()))
        self._bare = _by_length(shapes.get("bare", ()))
        self._subject = _by_length(shapes.get("subject", ()))
        self._quality = _by_length(shapes.get("quality", ()))
        self._ends = tuple(fold(end) for end in shapes.get("ends", ()))
        self._bare_ends = tuple(fold(end) for end in shapes.get("bare_ends", ()))
        self._definite_ends = tuple(fold(end) for end in shapes.get("definite_ends", ()))
        self._memo: dict[str, bool] = {}

    def __contains__(self, key: str) -> bool:
        found = self._memo.get(key)
        if found is None:
            if len(self._memo) >= _LIMIT:
                self._memo.clear()
            found = self._memo[key] = self._is(key)
        return found

    def acts(self, key: str) -> bool:
        """Whether the word, right after a verb, is a plural of people who act."""
        return _fits(key, self._subject)

    def describes(self, key: str) -> bool:
        """Whether the word can be an adjective of an indefinite noun before it."""
        return key.endswith(("ة", "ي", "ا")) or _fits(key, self._quality)

    def listed(self, key: str) -> bool:
        """Whether the word is one of the listed nouns, whatever its form."""
        return any(stem in self._nouns for stem in _stems(key.removeprefix("ال")))

    def _is(self, key: str) -> bool:
        definite = key.startswith("ال") and len(key) > 4
        stem = key[2:] if definite else key
        if key in self._nouns or any(form in self._nouns for form in _stems(stem)):
            return True
        if stem.endswith(self._ends):
            return True
        if stem.endswith(self._definite_ends if definite else self._bare_ends):
            return True
        return _fits(stem, self._any) or (not definite and _fits(stem, self._bare))


def _stems(word: str) -> Iterator[str]:
    """The word, and what is left of it without a pronoun and an ending."""
    yield word
    for ending in (*_SUFFIXES, *_PRONOUNS):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word[: -len(ending)]
            yield stem
            if ending in _PRONOUNS and stem.endswith(("ت", "ات", "ا")):
                yield stem[:-1]
                yield stem[:-2] if stem.endswith("ات") else stem[:-1] + "ى"


def _by_length(shapes: Iterable[str]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for shape in shapes:
        folded = fold(shape)
        found.setdefault(len(folded), []).append(folded)
    return {length: tuple(group) for length, group in found.items()}


def _fits(word: str, shapes: Mapping[int, tuple[str, ...]]) -> bool:
    """Whether a form has the word's letters; ? is any letter but ة."""
    return any(
        all(a == b or (b == "?" and a != "ة") for a, b in zip(word, shape, strict=True))
        for shape in shapes.get(len(word), ())
    )
