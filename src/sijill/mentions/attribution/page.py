"""What every rule of saying reads: the tagged text and its actors by their place."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sijill.lexicon.entry import Match
from sijill.lexicon.grammar import Grammar
from sijill.lexicon.tagged import Tagged
from sijill.mentions.attribution.vocabulary import AttributionVocabulary
from sijill.model.mention import ActorMention
from sijill.text.token import STOP

_COUNTING = frozenset(("members", "toll", "produces", "blocks", "breakdown", "continues", "most"))
"""Words of the layer `loss` that only count or part, and tell of nothing."""
_DATING = ("shift.", "weekday.", "part.")
_NAMING = ("people", "civilian", "actor", "actor_part", "fighter", "collective")
"""Layers of words that name who: a word of theirs is no verb beside a word of saying."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document with the words of saying and the actors found in it."""

    tagged: Tagged
    vocabulary: AttributionVocabulary
    grammar: Grammar
    actors: Sequence[ActorMention]
    """In text order."""
    starts: Sequence[int]
    """First character of each actor."""

    def between(self, first: int, stop: int) -> list[ActorMention]:
        """The actors whose first character lies in tokens `first` up to `stop`."""
        if first >= stop:
            return []
        tokens = self.tagged.tokens
        low = bisect_left(self.starts, tokens[first].start)
        high = bisect_left(self.starts, tokens[stop - 1].end)
        return list(self.actors[low:high])

    def tells(self, index: int) -> bool:
        """Whether the word at `index` tells of an event or a loss."""
        tagged = self.tagged
        return bool(tagged.at("trigger", index)) or any(
            match.entry.id not in _COUNTING for match in tagged.at("loss", index)
        )

    def says(self, index: int) -> tuple[Match | None, str]:
        """The verb of saying at `index`, not negated ("ولم تذكر"), and its kind."""
        matches = self.tagged.at("verb", index)
        unlike = self.tagged.tokens[index].key.lstrip("وف") in self.vocabulary.unlike
        if not matches or unlike or self._negated(index):
            return None, ""
        kinds = self.vocabulary.say
        verb = next((kinds[f.lemma] for f in matches[0].entry.value if f.lemma in kinds), "")
        return (matches[0], verb) if verb else (None, "")

    def _negated(self, index: int) -> bool:
        return index > 0 and any(
            match.end == index for match in self.tagged.at("negation", index - 1)
        )

    def dates(self, index: int) -> bool:
        """Whether the word at `index` says on what day, or at what time of it: "أمس الاثنين"."""
        return any(match.entry.id.startswith(_DATING) for match in self.tagged.at("time", index))

    def is_verb(self, index: int) -> bool:
        """Whether the word at `index` is a verb and no word for people."""
        tagged = self.tagged
        return bool(tagged.at("verb", index)) and not any(
            tagged.at(layer, index) for layer in _NAMING
        )

    def first_of(self, actor: ActorMention) -> int:
        """The token in which the actor begins."""
        return self.tagged.token_at(actor.span.start)

    def end_of(self, actor: ActorMention) -> int:
        """The token after the actor's last one."""
        return self.tagged.token_at(actor.span.end - 1) + 1

    def adjacent(self, actor: ActorMention, index: int) -> bool:
        """Whether nothing but the actor's own modifiers stands between it and token `index`."""
        end = self.end_of(actor)
        return index - end <= 2 and all(
            self.tagged.tokens[at].gap < STOP and not self.is_verb(at) for at in range(end, index)
        )

    def addressed(self, actor: ActorMention) -> bool:
        """Whether the actor is spoken to: "ل" on it or before it."""
        tokens = self.tagged.tokens
        at = self.first_of(actor)
        key = tokens[at].key
        if key.startswith("ل") and (actor.span.start > tokens[at].start or key.startswith("لل")):
            return True
        return at > 0 and tokens[at - 1].key == "ل"


def page_of(
    tagged: Tagged,
    vocabulary: AttributionVocabulary,
    grammar: Grammar,
    actors: Sequence[ActorMention],
) -> Page:
    """The page of a tagged document."""
    ordered = sorted(actors, key=lambda actor: actor.span)
    return Page(tagged, vocabulary, grammar, ordered, [actor.span.start for actor in ordered])
