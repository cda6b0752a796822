"""Verbs in their written forms: read a pack's table, conjugate, derive nouns, weigh vowels.

    verbs = read_verbs(pack.tables["verbs"], pack.rules["verbs"])
    forms(verbs[0])     # third persons: Form(surface, tense, voice, gender, number, mood, …)
    nominals(verbs[0])  # masdars and participles: Nominal(surface, kind, number, …)

Why forms are generated and not listed: docs/decisions/0003-generated-forms.md.
"""

from sijill.lexicon.verb.ambiguity import ambiguities
from sijill.lexicon.verb.derive import Nominal, nominals
from sijill.lexicon.verb.evidence import evidence
from sijill.lexicon.verb.inflect import Form, forms
from sijill.lexicon.verb.row import Verb
from sijill.lexicon.verb.table import read_verbs

__all__ = [
    "Form",
    "Nominal",
    "Verb",
    "ambiguities",
    "evidence",
    "forms",
    "nominals",
    "read_verbs",
]
