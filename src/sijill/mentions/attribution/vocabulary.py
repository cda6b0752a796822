"""The pack's words of saying, compiled."""

from collections.abc import Mapping
from dataclasses import dataclass

from sijill.lexicon.grammar import PhraseSet
from sijill.lexicon.pack import Pack
from sijill.lexicon.verbs import key_of
from sijill.text.fold import fold


@dataclass(frozen=True, slots=True)
class AttributionVocabulary:
    say: Mapping[str, str]
    """Folded verb lemma to its kind: said, added, documented, published, claimed, denied."""
    per: PhraseSet
    """Phrases that take their source after them ("بحسب")."""
    echo: PhraseSet
    """Participles that continue the source before ("مشيرا")."""
    responsibility: PhraseSet
    denial: frozenset[str]
    disowned: PhraseSet
    """Phrases that deny a whole sentence ("لا صحة")."""


def compile_attribution(pack: Pack) -> AttributionVocabulary:
    """The vocabulary of `attribution.toml`."""
    rules = pack.rules["attribution"]
    per = rules["per"]["according"]
    return AttributionVocabulary(
        say={
            key_of(lemma): kind
            for kind, verbs in rules["say"].items()
            if isinstance(verbs, list)
            for lemma in verbs
        },
        # "وفقا ل" is written on the source itself, so only its first word stands alone.
        per=PhraseSet(phrase.removesuffix(" ل") for phrase in per),
        echo=PhraseSet(rules["echo"]["words"]),
        responsibility=PhraseSet(rules["responsibility"]["phrases"]),
        disowned=PhraseSet(p.removesuffix(" ل") for p in rules["disowned"]["words"]),
        denial=frozenset(fold(word) for word in rules["denial"]["words"]),
    )
