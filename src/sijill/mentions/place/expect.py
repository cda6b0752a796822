"""Where an event's words let a place follow: "غارة على …", "سيطر على …", "اشتباكات في …"."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sijill.lexicon.tagged import Tagged
from sijill.mentions.place.vocabulary import NAME, OPERATOR, PREPOSITION, TYPE, Vocabulary
from sijill.model.mention import TriggerMention
from sijill.model.span import Span
from sijill.text.items import heads_of, lists_of
from sijill.text.sentence import Sentence
from sijill.text.token import COMMA, GLUE

_PARTIES = frozenset(("fighter", "people", "civilian", "actor", "actor_anaphor", "place_nisba"))
"""Layers whose words can be (part of) a verb's subject."""
_PLACES = frozenset((NAME, TYPE, OPERATOR))
_SUBJECT = 6
"""Words that a subject takes at most."""
_HEADED = 3
"""Words between an item's head and the noun of its event ("درعا: 3 غارات …")."""


def expected(
    tagged: Tagged,
    vocabulary: Vocabulary,
    triggers: Sequence[TriggerMention],
    masked: Sequence[Span] = (),
) -> list[int]:
    """Token indices at which the grammar of `triggers` lets a place begin, in text order.

    Losses ("مقتل … في"), clauses of an event that open with their place ("وفي …،"), items of
    a list that an event heads ("الغارات: أ، ب") and heads of items ("أ: غارة") too.
    `triggers` are in text order; `masked` are the spans of parties, sources and persons: a
    verb's subject is passed over to reach its object. Whether the word there can be a name is
    for `find` to say.
    """
    walk = _Walk(tagged, vocabulary, masked)
    for number, trigger in enumerate(triggers):
        after = triggers[number + 1].start if number + 1 < len(triggers) else len(tagged.tokens)
        walk.trigger(trigger, after)
    walk.losses()
    walk.lists(triggers)
    return sorted(walk.found)


class _Walk:
    """The expected tokens of one document while they are gathered."""

    def __init__(self, tagged: Tagged, vocabulary: Vocabulary, masked: Sequence[Span]) -> None:
        self.tagged = tagged
        self.tokens = tagged.tokens
        self.everyday = vocabulary.everyday
        self.rules = vocabulary.expectation
        self.masked = masked
        self.found: set[int] = set()
        self._prepositions = [match.start for match in tagged.layer(PREPOSITION)]
        self._starts = [sentence.start for sentence in tagged.sentences]
        self._ends = [sentence.end for sentence in tagged.sentences]

    def trigger(self, trigger: TriggerMention, after: int) -> None:
        """Add what `trigger` lets expect before token `after`, where the next one begins."""
        rules = self.rules
        sentence = bisect_right(self._starts, trigger.start) - 1
        stop = min(after, trigger.end + rules.reach, self._ends[sentence])
        self._follow(rules.after.get(trigger.event, rules.always), trigger.end, stop)
        self._open(max(self._starts[sentence], trigger.start - rules.near), trigger.start)
        if trigger.light == "patient" and trigger.light_start >= 0:
            self.found.add(trigger.light_start + 1)
        if trigger.form == "noun":
            if trigger.event in rules.genitives and not trigger.definite:
                self._genitive(trigger.end, stop)
        elif trigger.event in rules.objects and not trigger.enclitic:
            self._object(trigger.end, stop)

    def losses(self) -> None:
        """Add what follows the words of losses."""
        rules = self.rules
        last = -1
        for match in self.tagged.layer("loss"):
            if match.end == last:
                continue
            last = match.end
            end = self._ends[bisect_right(self._starts, match.start) - 1]
            self._follow(rules.always, match.end, min(match.end + rules.near, end))

    def lists(self, triggers: Sequence[TriggerMention]) -> None:
        """Add what begins the items below an event, and what an event's item begins with."""
        tagged = self.tagged
        places = [t.start for t in triggers if t.event in self.rules.lists]
        if not places:
            return
        every = [t.start for t in triggers]
        for head in heads_of(tagged.text, self.tokens, tagged.sentences):
            if _has(places, head.end, head.end + _HEADED) and not _has(every, head.start, head.end):
                self._expect(head)
        for listed in lists_of(tagged.text, self.tokens, tagged.sentences):
            if _has(places, listed.start, listed.end):
                for item in listed.items:
                    if not _has(every, item.start, item.end):
                        self._expect(item)

    def _expect(self, words: Sentence) -> None:
        if not self._covered(self.tokens[words.start].start):
            self.found.add(words.start)

    def _follow(self, allowed: frozenset[str], start: int, stop: int) -> None:
        """Add the words after the prepositions that lead from an event to its place."""
        tokens, prepositions = self.tokens, self._prepositions
        for number in range(bisect_left(prepositions, start), len(prepositions)):
            index = prepositions[number]
            if index >= stop - 1:
                return
            key = tokens[index].key
            if key not in allowed and not (key[0] == "و" and key[1:] in allowed):
                continue
            at = index + 1
            while at < stop and tokens[at].gap == GLUE and tokens[at].key in self.rules.between:
                at += 1
            if at < stop and tokens[at].gap < COMMA:
                self.found.add(at)

    def _open(self, start: int, stop: int) -> None:
        """Add the word after a preposition that opens the clause of a trigger at `stop`."""
        tokens, prepositions = self.tokens, self._prepositions
        for number in range(bisect_left(prepositions, start), len(prepositions)):
            index = prepositions[number]
            if index + 1 >= stop:
                return
            key = tokens[index].key
            opens = index == 0 or tokens[index].gap >= COMMA
            if opens and (key in self.rules.always or key[1:] in self.rules.always):
                self.found.add(index + 1)

    def _object(self, index: int, stop: int) -> None:
        """Add the word after a verb, or after the party that is its subject."""
        tokens, tagged = self.tokens, self.tagged
        stop = min(stop, index + _SUBJECT)
        while index < stop and tokens[index].gap == GLUE:
            if not self._covered(tokens[index].start):
                layers = {match.entry.layer for match in tagged.here(index)}
                if layers & _PLACES or not layers & _PARTIES:
                    self.found.add(index)
                    return
            index += 1

    def _covered(self, offset: int) -> bool:
        return any(span.start <= offset < span.end for span in self.masked)

    def _genitive(self, index: int, stop: int) -> None:
        """Add the word after an event noun if it can name its place.

        It can in "مجزرة حولة", not in "مجزرة مروعة".
        """
        if index >= stop or self.tokens[index].gap != GLUE:
            return
        key = self.tokens[index].key
        if key.startswith("ال") or not self.everyday.describes(key):
            self.found.add(index)


def _has(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of `places`, which are in order, lies in the range."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end
