"""Control of places through time: who is said to hold what from when, by whom, with conflicts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sijill.incidents.actors import Actors, Strangers

HELD, TAKEN, LOST = "held", "taken", "lost"
_ORDER = {LOST: 0, TAKEN: 1, HELD: 2}
_STALE = 60
"""Days after which a last word no longer contradicts a newer one: a taking may have gone untold."""
_PARTS = ("part",)

TAKING = frozenset(
    (
        "Government regains territory",
        "Non-state actor overtakes territory",
        "Non-violent transfer of territory",
    )
)


class Saying(NamedTuple):
    """One word on who holds a place: a control statement, or a claim of ground taken."""

    place: str
    """Gazetteer id, else the name in one spelling."""
    name: str
    day: int
    """Of the taking; for a statement that of its report."""
    kind: str
    actor: str
    extent: str | None
    denied: bool
    voice: str
    report: str
    source: str
    """The claim's id, or `control` and its number in the report."""


@dataclass(slots=True)
class Span:
    """A time in which one side is said to hold a place."""

    actor: str
    first: int
    last: int
    """Day of the last word for it; the side may hold the place longer."""
    taken: bool
    """Whether its beginning was told, and not found held."""
    words: list[Saying] = field(default_factory=list)
    ended: int | None = None


@dataclass(slots=True)
class Timeline:
    """One place."""

    place: str
    name: str
    spans: list[Span]
    parts: list[Saying]
    """Words on parts of the place, which several may hold."""
    conflicts: list[tuple[Saying, str]]
    """Words against the side that is held to hold the place then: the word, and that side."""

    def record(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "place": self.place,
            "name": self.name,
            "spans": [
                {
                    "actor": span.actor,
                    "from": _iso(span.first),
                    "last": _iso(span.last),
                    "ended": None if span.ended is None else _iso(span.ended),
                    "beginning": TAKEN if span.taken else HELD,
                    "words": [_word(word) for word in span.words],
                }
                for span in self.spans
            ],
            "parts": [_word(word) for word in self.parts],
            "conflicts": [{**_word(word), "against": side} for word, side in self.conflicts],
        }


def timelines(words: Iterable[Saying], actors: Actors | None = None) -> Iterator[Timeline]:
    """A timeline for each place, by place; the same whatever the order of the words."""
    known = actors or Strangers()
    places: dict[str, list[Saying]] = {}
    for word in sorted(words, key=lambda one: (one.place, one.day, _ORDER[one.kind], one[4:])):
        places.setdefault(word.place, []).append(word)
    for place, some in places.items():
        timeline = Timeline(place, min(word.name for word in some), [], [], [])
        for word in some:
            _enter(timeline, word, known)
        yield timeline


def _enter(timeline: Timeline, word: Saying, actors: Actors) -> None:
    now = timeline.spans[-1] if timeline.spans else None
    holds = now is not None and now.ended is None
    ours = now is not None and holds and actors.affiliated(now.actor, word.actor)
    if word.denied:
        timeline.conflicts.append((word, now.actor if now and holds else ""))
    elif word.kind == LOST:
        if now is not None and ours:
            now.ended, now.last = word.day, word.day
            now.words.append(word)
        elif now is not None and holds:
            timeline.conflicts.append((word, now.actor))
    elif _of_a_part(word.extent):
        timeline.parts.append(word)
    elif now is not None and ours:
        now.last = max(now.last, word.day)
        now.words.append(word)
    elif now is None or not holds or _replaces(word, now):
        if now is not None and now.ended is None:
            now.ended = word.day
        timeline.spans.append(Span(word.actor, word.day, word.day, word.kind == TAKEN, [word]))
    else:
        timeline.conflicts.append((word, now.actor))


def _replaces(word: Saying, now: Span) -> bool:
    """Whether the word tells of a change, and not against the side that holds the place."""
    if word.kind == TAKEN:
        return word.day > now.first or not now.taken
    return word.day - now.last > _STALE


def _of_a_part(extent: str | None) -> bool:
    if extent is None:
        return False
    share = extent.removesuffix("%")
    return extent in _PARTS or (share.isdigit() and int(share) <= 50)


def _word(word: Saying) -> dict[str, Any]:
    return {
        "day": _iso(word.day),
        "kind": word.kind,
        "actor": word.actor,
        "extent": word.extent,
        "denied": word.denied,
        "voice": word.voice,
        "report": word.report,
        "source": word.source,
    }


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
