"""Surfaces that are forms of more than one verb, or of one verb in more than one sense."""

from collections import defaultdict
from collections.abc import Iterable

from sijill.lexicon.verb.derive import nominals
from sijill.lexicon.verb.inflect import forms
from sijill.lexicon.verb.row import Verb


def ambiguities(verbs: Iterable[Verb]) -> dict[str, tuple[str, ...]]:
    """For each surface with several readings, the readings: lemma, then voice or noun kind.

    In alphabetic order of surface; readings in order of the table. Tense, number and gender
    make no reading of their own.
    """
    readings: dict[str, dict[str, None]] = defaultdict(dict)
    for verb in verbs:
        for form in forms(verb):
            readings[form.surface][f"{verb.lemma} {form.voice}"] = None
        for noun in nominals(verb):
            readings[noun.surface][f"{verb.lemma} {noun.kind}"] = None
    return {surface: tuple(found) for surface, found in sorted(readings.items()) if len(found) > 1}
