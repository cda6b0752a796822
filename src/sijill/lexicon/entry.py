"""Entries of the lexicon and their matches in a text."""

from typing import Any, NamedTuple


class Entry(NamedTuple):
    """A word or phrase that means something to one layer of the pack.

    `words` are folded keys without clitics; the first may carry proclitics in the text, the
    last an attached pronoun, as far as `clitics` allows. `value` is the layer's own record.
    """

    layer: str
    id: str
    words: tuple[str, ...]
    clitics: str
    """verb, noun, name or particle: see `lexicon.clitic`."""
    value: Any


class Reading(NamedTuple):
    """One way to take a token apart: proclitics, stem, attached pronoun."""

    proclitics: str
    stem: str
    enclitic: str


class Match(NamedTuple):
    """An entry found at tokens `start` up to, not including, `end`."""

    start: int
    end: int
    entry: Entry
    proclitics: str
    """Letters before the first word: و ف ب ل ك س and the article, as folded."""
    enclitic: str
    """Pronoun on the last word, or empty."""
