"""A scene: everything the finders saw in one document, indexed by token, ready to assemble."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from sijill.lexicon.grammar import Grammar
from sijill.lexicon.tagged import Tagged
from sijill.model.claim import Party, Place
from sijill.model.mention import (
    ActorMention,
    AttributionMention,
    LossMention,
    PlaceMention,
    PlaceValue,
    TimeMention,
    TimeValue,
    TriggerMention,
)
from sijill.model.record import record
from sijill.model.span import Span
from sijill.ontology.frame import EventRule
from sijill.registry.registry import Registry
from sijill.text.sentence import Sentence

T = TypeVar("T")


class Located(NamedTuple, Generic[T]):
    """A mention with its token range, half-open."""

    start: int
    end: int
    item: T


@record(frozen=True, slots=True)
class Site:
    """A place mention with what it resolved to."""

    mention: PlaceMention
    value: PlaceValue


@record(frozen=True, slots=True)
class Moment:
    """A time mention with what it resolved to."""

    mention: TimeMention
    value: TimeValue


_RANGE = attrgetter("start", "end")


class Row(Generic[T]):
    """Located items in text order, to be asked for by token range."""

    __slots__ = ("_starts", "items")

    def __init__(self, items: Sequence[Located[T]]) -> None:
        self.items = sorted(items, key=_RANGE)
        self._starts = [item.start for item in self.items]

    def within(self, start: int, end: int) -> list[Located[T]]:
        """Items that begin in tokens `start` up to, not including, `end`."""
        return self.items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


@dataclass(slots=True)
class Scene:
    """What `assemble` works from; nothing here is changed by it."""

    tagged: Tagged
    grammar: Grammar
    rules: Mapping[str, EventRule]
    registry: Registry
    published: date | None
    triggers: list[TriggerMention]
    actors: Row[ActorMention]
    places: Row[Site]
    times: Row[Moment]
    losses: Row[LossMention]
    attributions: list[AttributionMention]
    sides: Mapping[str, str] = field(default_factory=dict)
    """Victim class to its side: fighter, police, civilian, generic."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """Weights of the evidence for a claim."""
    floor: float = 0.0
    """The least confidence with which a claim is given."""
    walls: dict[int, list[int]] = field(default_factory=dict)
    """By sentence start: where clauses begin, found once."""
    speakers: frozenset[Span] = field(default_factory=frozenset)
    """Spans of actors that are quoted, not acting."""
    made: dict[str, Any] = field(default_factory=dict)
    """By name: what `once` has made."""
    parties: dict[int, tuple[ActorMention, Party]] = field(default_factory=dict)
    """By identity of the mention, which is kept: the party as it is handed out."""
    named: dict[int, tuple[Site, Place]] = field(default_factory=dict)
    """The same of places."""
    said: dict[Span, list[AttributionMention]] = field(default_factory=dict)
    """By span: what `said_of` has found."""

    def sentence_of(self, index: int) -> int:
        """Number of the sentence that holds token `index`."""
        return self.tagged.sentence_of(index)

    def triggers_in(self, sentence: Sentence) -> list[TriggerMention]:
        """The triggers that begin in a sentence, in text order."""
        starts = self.once("trigger starts", lambda: [t.start for t in self.triggers])
        first = bisect_left(starts, sentence.start)
        return self.triggers[first : bisect_left(starts, sentence.end, first)]

    def trigger_at(self, index: int) -> TriggerMention | None:
        """The trigger that begins at token `index`, if one does."""
        starts = self.once("trigger starts", lambda: [t.start for t in self.triggers])
        first = bisect_left(starts, index)
        return self.triggers[first] if first < len(starts) and starts[first] == index else None

    def said_of(self, span: Span) -> list[AttributionMention]:
        """The attributions whose scope covers `span`, in text order."""
        known = self.said.get(span)
        if known is None:
            start, end = span
            known = [a for a in self.attributions if a.scope.start <= start and end <= a.scope.end]
            self.said[span] = known
        return known

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What `make()` gives, made at the first call: for what holds of the whole report."""
        if name not in self.made:
            self.made[name] = make()
        found: T = self.made[name]
        return found


def locate(tagged: Tagged, items: Sequence[T], spans: Sequence[Span]) -> Row[T]:
    """The items with their token ranges."""
    return Row(
        [Located(*tagged.range_of(span), item) for item, span in zip(items, spans, strict=True)]
    )
