"""The pack's words of saying, compiled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sijill.lexicon.grammar import PhraseSet
from sijill.lexicon.pack import Pack
from sijill.lexicon.verbs import key_of
from sijill.text.fold import fold


@dataclass(frozen=True, slots=True)
class AttributionVocabulary:
    say: Mapping[str, str]
    """Folded verb lemma to its kind: said, added, documented, published, claimed, denied."""
    unlike: frozenset[str]
    """Words that only look like a verb of saying ("تقل")."""
    per: PhraseSet
    """Phrases that take their source after them ("بحسب")."""
    per_to: frozenset[tuple[str, ...]]
    """Those of them whose source has "ل" on it ("وفقا")."""
    echo: PhraseSet
    """Participles that continue the source before ("مشيرا")."""
    responsibility: PhraseSet
    """Phrases with which a speaker says that he did it ("مسؤوليته عن")."""
    blame: frozenset[str]
    """Words that make a verb of loading one of blaming ("مسؤولية")."""
    denial: frozenset[str]
    """Nouns of happening that may follow a verb of saying ("وقوع")."""
    denied: frozenset[str]
    """Nouns that follow only a verb of denial ("ضلوع")."""
    disowned: PhraseSet
    """Phrases that deny a whole sentence ("لا صحة")."""
    mute: frozenset[str]
    """What an "according to" names that is no speaker ("المادة")."""
    news: frozenset[str]
    """What an "according to" names of which somebody is the source ("معلومات")."""
    before: PhraseSet
    """Words that make the verb of saying after them look back ("على ما")."""
    pronouns: frozenset[str]
    """Words that make the verb of saying before them look back ("عنها")."""
    told: frozenset[str]
    """Lemmas whose pronoun is who was told ("أبلغه"), not what."""
    relative: frozenset[str]
    """Words that make a verb speak of the noun before them ("الذي")."""
    heard: frozenset[str]
    """Prepositions before who is heard by one who learns ("من")."""
    quoted: frozenset[str]
    """Those before who is quoted by one who publishes ("عن")."""
    toward: frozenset[str]
    """Those behind a participle of saying ("إلى")."""
    present: frozenset[str]
    """Lemmas that stand behind what is told in the present too."""
    anybody: frozenset[str]
    """Lemmas that in the present go on from nobody ("ويذكر أن")."""
    ends: frozenset[str]
    """Words before which a speaker's name or title ends ("عن")."""
    asides: frozenset[str]
    """Words between a verb of saying and who says it ("بعدها")."""
    statements: frozenset[str]
    """Nouns in which one speaks ("بيان")."""
    shown: frozenset[str]
    """Nouns of what shows it ("تسجيل"): a source, but not behind a preposition of manner."""
    manner: frozenset[str]
    """Prepositions that make such a noun no speaker ("في بيان")."""
    own: frozenset[str]
    """The names by which an outlet speaks of itself ("الصحيفة")."""
    voices: frozenset[str]
    """First words of a speaker that no list knows ("رئيس بلدية")."""
    disowning: frozenset[str]
    """Participles by which the speaker denies what follows ("نافيا")."""
    taken_up: frozenset[str]
    """Words between a verb of saying and its speaker that take up what was told ("به")."""
    seats: frozenset[str]
    """Words before the place where a speaker sits ("ومقره")."""
    away: frozenset[str]
    """Prepositions whose object is no speaker ("إلى")."""
    belonging: frozenset[str]
    """Words before whom a speaker belongs to ("التابعة")."""
    openers: PhraseSet
    """Words with which a sentence goes on with what the last speaker says."""

    def joined(self, key: str) -> bool:
        """Whether the word is "و" and the first word of an "according to"."""
        return key.startswith("و") and any(key[1:] == words[0] for words in self.per.phrases)


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
        unlike=_folded(rules["unlike"]["words"]),
        # "وفقا ل" is written on the source itself, so only its first word stands alone.
        per=PhraseSet(phrase.removesuffix(" ل") for phrase in per),
        per_to=frozenset(tuple(fold(p).split()[:-1]) for p in per if p.endswith(" ل")),
        echo=PhraseSet((*rules["echo"]["words"], *rules["echo"]["denying"])),
        responsibility=PhraseSet(rules["responsibility"]["phrases"]),
        blame=_folded(rules["responsibility"]["blame"]),
        disowned=PhraseSet(p.removesuffix(" ل") for p in rules["disowned"]["words"]),
        denial=_folded(rules["denial"]["words"]),
        denied=_folded(rules["denial"]["only"]),
        mute=_folded(rules["per"]["mute"]),
        news=_folded(rules["per"]["news"]),
        before=PhraseSet(rules["after"]["before"]),
        pronouns=_folded(rules["after"]["pronouns"]),
        told=frozenset(key_of(lemma) for lemma in rules["after"]["told"]),
        relative=_folded(rules["small"]["relative"]),
        heard=_folded(rules["small"]["heard"]),
        quoted=_folded(rules["small"]["quoted"]),
        toward=_folded(rules["small"]["toward"]),
        present=frozenset(key_of(lemma) for lemma in rules["small"]["present"]),
        anybody=frozenset(key_of(lemma) for lemma in rules["small"]["anybody"]),
        ends=_folded(rules["ends"]["words"]),
        asides=_folded(rules["aside"]["words"]),
        statements=_folded(rules["statement"]["words"]),
        shown=_folded(rules["statement"]["shown"]),
        manner=_folded(rules["statement"]["manner"]),
        own=_folded(rules["own"]["outlets"]),
        voices=_folded(rules["voice"]["heads"]),
        disowning=_folded(rules["echo"]["denying"]),
        taken_up=_folded(rules["small"]["taken_up"]),
        seats=_folded(rules["small"]["seats"]),
        away=_folded(rules["small"]["away"]),
        belonging=_folded(rules["small"]["belonging"]),
        openers=PhraseSet(rules["on"]["openers"]),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
