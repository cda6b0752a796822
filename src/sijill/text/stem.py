"""Light stems for search: one key for the ways in which a word is written and bent.

Not for coding: a stem throws away more than a reader of meaning may (docs/decisions/0015-store.md).
"""

from functools import lru_cache

from sijill.text.fold import loosen
from sijill.text.token import keys_of

VERSION = 1
"""Goes up when any text gets other stems, so that a database knows which ones it holds."""

_LEAST = 3
"""Letters that a stem keeps: shorter ones stand for too many words."""
_ARTICLES = ("وبال", "وكال", "فبال", "وال", "بال", "كال", "فال", "ولل", "فلل", "ال", "لل")
"""The article with the particles that are written before it, longest first."""
_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "كم")
_ENDINGS = ("ات", "ون", "ين", "يه", "ه")
"""Plurals and the feminine, after `loosen`."""
_PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فس")
"""What can be written before a word that has no article."""


def stems(text: str) -> list[str]:
    """The stem of every word and number of the text, in order."""
    return [found for key in keys_of(text) if (found := stem(key))]


@lru_cache(maxsize=1 << 17)
def stem(key: str) -> str:
    """The stem of a folded word; empty for one that has no letters.

    Without the article, pronouns, plural and feminine endings and hamza. Particles before a word
    without an article stay: whether "ب" belongs to the word, only the word looked for can tell
    (`forms`).
    """
    rest = loosen(key).replace("ء", "")
    if not rest or not rest[0].isalpha() or rest.isascii():
        return "".join(char for char in rest if char.isalnum())
    for article in _ARTICLES:
        if rest.startswith(article) and len(rest) - len(article) >= _LEAST:
            rest = rest[len(article) :]
            break
    bare = _without(rest, _PRONOUNS)
    if bare != rest and bare.endswith("ت") and len(bare) > _LEAST:
        bare = bare[:-1]  # "مدينتها" has the ة of "مدينة" as ت.
    return _without(bare, _ENDINGS)


def forms(word: str) -> list[str]:
    """The stems under which a text may hold the folded word: with any particle before it."""
    found = stem(word)
    if not found or found.isascii() or not found[0].isalpha():
        return [found] if found else []
    return [particle + found for particle in _PARTICLES]


def _without(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word
