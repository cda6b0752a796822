"""Where an event's words let a place follow: "غارة على …", "سيطر على …", "اشتباكات في …"."""

from bisect import bisect_right
from collections.abc import Sequence

from sijill.lexicon.tagged import Tagged
from sijill.mentions.place.vocabulary import Expectation, Vocabulary
from sijill.model.mention import TriggerMention
from sijill.model.span import Span
from sijill.text.token import COMMA, GLUE, STOP

_PARTIES = ("fighter", "people", "civilian", "actor", "actor_anaphor", "place_nisba")
"""Layers whose words can be (part of) a verb's subject."""
_PLACES = ("place", "place_type", "place_operator")
_SUBJECT = 6
"""Words that a subject takes at most."""


def expected(
    tagged: Tagged,
    vocabulary: Vocabulary,
    triggers: Sequence[TriggerMention],
    masked: Sequence[Span] = (),
) -> list[int]:
    """Token indices at which the grammar of `triggers` lets a place begin, in text order.

    Losses ("مقتل … في") and clauses of an event that open with their place ("وفي …،") too.
    `triggers` are in text order; `masked` are the spans of parties, sources and persons: a
    verb's subject is passed over to reach its object. Whether the word there can be a name is
    for `find` to say.
    """
    rules = vocabulary.expectation
    found: set[int] = set()
    for number, trigger in enumerate(triggers):
        after = triggers[number + 1].start if number + 1 < len(triggers) else len(tagged.tokens)
        stop = min(after, trigger.end + rules.reach, _sentence_end(tagged, trigger.start))
        allowed = rules.after.get(trigger.event, rules.always)
        _after_prepositions(tagged, rules, allowed, trigger.end, stop, found)
        if trigger.light == "patient" and trigger.light_start >= 0:
            found.add(trigger.light_start + 1)
        if trigger.form == "noun" and trigger.event in rules.genitives and not trigger.definite:
            if _genitive(tagged, vocabulary, trigger.end, stop):
                found.add(trigger.end)
        elif trigger.form == "verb" and trigger.event in rules.objects and not trigger.enclitic:
            index = _object(tagged, trigger, stop, masked)
            if index is not None:
                found.add(index)
    for match in tagged.layer("loss"):
        if tagged.tokens[match.start].key not in rules.always:
            stop = min(match.end + rules.near, _sentence_end(tagged, match.start))
            _after_prepositions(tagged, rules, rules.always, match.end, stop, found)
    _openings(tagged, rules, triggers, found)
    return sorted(found)


def _openings(
    tagged: Tagged, rules: Expectation, triggers: Sequence[TriggerMention], found: set[int]
) -> None:
    """Add the words after a preposition that opens the clause of a trigger."""
    tokens = tagged.tokens
    for trigger in triggers:
        index = trigger.start - 1
        floor = max(1, trigger.start - rules.near)
        while index >= floor:
            gap = tokens[index].gap
            before = tokens[index - 1]
            key = before.key
            opens = index == 1 or before.gap >= COMMA
            if opens and gap == GLUE and (key in rules.always or key[1:] in rules.always):
                found.add(index)
            if gap == STOP:
                break
            index -= 1


def _after_prepositions(
    tagged: Tagged,
    rules: Expectation,
    allowed: frozenset[str],
    start: int,
    stop: int,
    found: set[int],
) -> None:
    """Add the words after the prepositions that lead from the event to its place."""
    tokens = tagged.tokens
    for index in range(start, stop - 1):
        token = tokens[index]
        if token.gap == STOP:
            return
        key = token.key
        if key in allowed or (key[0] == "و" and key[1:] in allowed):
            at = index + 1
            while at < stop and tokens[at].gap == GLUE and tokens[at].key in rules.between:
                at += 1
            if at < stop and tokens[at].gap < COMMA:
                found.add(at)


def _object(
    tagged: Tagged, trigger: TriggerMention, stop: int, masked: Sequence[Span]
) -> int | None:
    """The word after a verb, or after the party that is its subject."""
    tokens = tagged.tokens
    index = trigger.end
    while index < min(stop, trigger.end + _SUBJECT) and tokens[index].gap == GLUE:
        if not _covered(masked, tokens[index].start) and (
            any(tagged.at(layer, index) for layer in _PLACES)
            or not any(tagged.at(layer, index) for layer in _PARTIES)
        ):
            return index
        index += 1
    return None


def _genitive(tagged: Tagged, vocabulary: Vocabulary, index: int, stop: int) -> bool:
    """Whether the word after an event noun can name its place: "مجزرة …", not "مجزرة مروعة"."""
    if index >= stop or tagged.tokens[index].gap != GLUE:
        return False
    key = tagged.tokens[index].key
    return key.startswith("ال") or not vocabulary.everyday.describes(key)


def _covered(masked: Sequence[Span], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in masked)


def _sentence_end(tagged: Tagged, index: int) -> int:
    sentences = tagged.sentences
    number = bisect_right(sentences, index, key=lambda sentence: sentence.start) - 1
    return sentences[number].end
