"""The pack's triggers, frames and cue words, compiled for the lexicon."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from sijill.lexicon.entry import Entry
from sijill.lexicon.noun import forms
from sijill.lexicon.pack import Pack
from sijill.lexicon.verbs import key_of
from sijill.ontology.frame import EventRule, Frame
from sijill.text.fold import fold


@dataclass(frozen=True, slots=True)
class TriggerVocabulary:
    """What the finder needs besides the lexicon."""

    verbs: Mapping[str, tuple[EventRule, ...]]
    """By folded lemma."""
    pairs: Mapping[str, tuple[tuple[frozenset[str], EventRule], ...]]
    """Verb lemma to the complements that make it an event, anywhere in the next words."""
    light: Mapping[str, str]
    """Light verb lemma to `agent`, `patient` or `event`."""
    signed: frozenset[str]
    """Light verb lemmas whose subject makes the deal they carry ("وقع … اتفاقا")."""
    light_nouns: frozenset[str]
    """Folded nouns that carry an event noun as an agent's verb does ("قيام")."""
    triggers: Mapping[str, EventRule]


def compile_triggers(pack: Pack) -> TriggerVocabulary:
    """The vocabulary of `triggers.toml`."""
    rules = pack.rules["triggers"]
    frames = {name: _frame(name, data) for name, data in rules.get("frame", {}).items()}
    triggers = {item["id"]: _trigger(item, frames) for item in rules.get("trigger", ())}
    verbs: dict[str, list[EventRule]] = {}
    pairs: dict[str, list[tuple[frozenset[str], EventRule]]] = {}
    for item in rules.get("trigger", ()):
        trigger = triggers[item["id"]]
        for lemma in item.get("verbs", ()):
            verbs.setdefault(key_of(lemma), []).append(trigger)
        for lemma, complements in item.get("pairs", ()):
            words = frozenset(fold(word) for word in complements)
            pairs.setdefault(key_of(lemma), []).append((words, trigger))
    return TriggerVocabulary(
        verbs={k: tuple(v) for k, v in verbs.items()},
        pairs={k: tuple(v) for k, v in pairs.items()},
        light={
            key_of(lemma): kind
            for kind in ("agent", "patient", "event")
            for lemma in rules.get("light", {}).get(kind, ())
        },
        signed=frozenset(key_of(lemma) for lemma in rules.get("light", {}).get("signed", ())),
        light_nouns=frozenset(
            letters + fold(word)
            for word in rules.get("light", {}).get("nouns", ())
            for letters in ("", "ب", "و", "ل")
        ),
        triggers=triggers,
    )


def entries(pack: Pack) -> list[Entry]:
    """Event nouns (layer `trigger`), cue words (`cue`), status words, negation."""
    rules = pack.rules["triggers"]
    vocabulary = compile_triggers(pack)
    found: dict[tuple[str, tuple[str, ...], str], Entry] = {}
    for item in rules.get("trigger", ()):
        trigger = vocabulary.triggers[item["id"]]
        for noun in item.get("nouns", ()):
            for words in _noun_phrases(noun):
                found.setdefault(
                    ("trigger", words, trigger.id),
                    Entry("trigger", trigger.id, words, "noun", trigger),
                )
        made = [f"{a} {b}" for pair in (item.get("products"),) if pair for a, b in product(*pair)]
        for phrase in (*item.get("phrases", ()), *item.get("participles", ()), *made):
            words = _words(phrase)
            found.setdefault(
                ("trigger", words, trigger.id),
                Entry("trigger", trigger.id, words, "noun", trigger),
            )
    for layer in ("cue", "thing", "status"):
        groups = rules.get(layer, {})
        for name, phrases in groups.items():
            for phrase in phrases:
                words = _words(phrase)
                kind = "particle" if layer == "status" else "noun"
                for variant in (words,) if layer == "status" else _cue_forms(words):
                    found.setdefault(
                        (layer, variant, name), Entry(layer, name, variant, kind, name)
                    )
    for phrase in rules.get("idioms", {}).get("words", ()):
        words = _words(phrase)
        found.setdefault(("idiom", words, ""), Entry("idiom", phrase, words, "noun", phrase))
    for name, phrases in rules.get("negation", {}).items():
        for phrase in phrases:
            words = _words(phrase)
            found.setdefault(
                ("negation", words, name), Entry("negation", name, words, "particle", name)
            )
    return list(found.values())


def _frame(name: str, data: Mapping[str, Any]) -> Frame:
    return Frame(
        name=name,
        subject=data["subject"],
        genitive=data["genitive"],
        object=data["object"],
        by={fold(k): v for k, v in data.get("by", {}).items()},
    )


def _trigger(item: Mapping[str, Any], frames: Mapping[str, Frame]) -> EventRule:
    return EventRule(
        id=item["id"],
        frame=frames[item["frame"]],
        type=item["type"],
        refine=tuple(item.get("refine", {}).items()),
        needs=item.get("needs", ""),
        civilians=item.get("civilians"),
        protest=item.get("protest"),
        not_after=frozenset(fold(word) for word in item.get("not_after", ())),
    )


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(fold(phrase).split())


def _noun_phrases(noun: str) -> Iterator[tuple[str, ...]]:
    """Every written form of "غارة جوية|غارات جوية": case, dual, article on what follows."""
    for phrase in noun.split("|"):
        words = _words(phrase)
        if len(words) == 1:
            yield from ((form,) for form in forms(words[0]) if not _is_nisba(words[0], form))
            continue
        yield from _variants(words)


def _is_nisba(noun: str, form: str) -> bool:
    """Whether the dual's construct is spelt like an adjective: "حربي", "قتالي", "هجومي"."""
    return form == noun + "ي" and not noun.endswith(("ة", "ي"))


def _cue_forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The forms of a cue; a word with the article is never in construct ("الجمهور", not
    "الجمهوري")."""
    for variant in _variants(words):
        if not (words[0].startswith("ال") and variant[0] == words[0] + "ي"):
            yield variant


def _variants(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    first, rest = words[0], words[1:]
    if not rest:
        yield from ((form,) for form in forms(first))
        return
    tails = [rest]
    if not any(word.startswith("ال") for word in rest):
        tails.append(tuple("ال" + word for word in rest))
        tails.append(tuple(_accusative(word) for word in rest))
        if len(rest) == 1:
            tails += [(form,) for form in forms(rest[0])]
    yield from dict.fromkeys((head, *tail) for head, tail in product(forms(first), tails))


def _accusative(word: str) -> str:
    return word if word.endswith(("ة", "ا", "ى", "ات", "ين", "ون")) else word + "ا"
