"""The verb layer: every written form of every verb of the pack, so that clauses can be told."""

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from sijill.lexicon.conjugate import forms, read_verbs
from sijill.lexicon.entry import Entry
from sijill.lexicon.pack import Pack
from sijill.text.fold import fold


class VerbForm(NamedTuple):
    """One reading of a written verb."""

    lemma: str
    """Folded, as `key_of` gives it."""
    tense: str
    voice: str
    number: str
    gender: str
    doubtful: bool = False
    """Far more often another word: an event only where the clause supports it."""


@lru_cache(maxsize=4096)
def key_of(lemma: str) -> str:
    """The folded spelling by which rules name a verb, vowels or not."""
    return fold(lemma)


def entries(pack: Pack) -> list[Entry]:
    """One entry per written form, in layer `verb`; its value is every VerbForm it can be."""
    by_surface: dict[str, list[VerbForm]] = defaultdict(list)
    for verb in read_verbs(pack.tables.get("verbs", ()), pack.rules.get("verbs")):
        for form in forms(verb):
            by_surface[form.surface].append(
                VerbForm(verb.key, form.tense, form.voice, form.number, form.gender, form.doubtful)
            )
    return [
        Entry("verb", surface, (surface,), "verb", tuple(dict.fromkeys(found)))
        for surface, found in sorted(by_surface.items())
    ]


def lemmas(pack: Pack) -> frozenset[str]:
    """The folded lemmas of the pack's verbs."""
    rows = pack.tables.get("verbs", ())
    return frozenset(verb.key for verb in read_verbs(rows, pack.rules.get("verbs")))
