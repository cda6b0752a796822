"""Losses of an incident: low, best and high from what its voices last said.

The policy, `POLICY`, is told in docs/decisions/0016-linking.md; a change of it gets another name.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sijill.incidents.actors import Actors
from sijill.incidents.telling import Said, Toll
from sijill.incidents.voices import Word
from sijill.ontology.types import LOSS_KINDS

POLICY = "settle-1"
TOTAL = "total"
"""In place of a side: all sides together."""
_UNSIDED = "unknown"


@dataclass(frozen=True, slots=True)
class LastWord:
    """What one voice says of one kind and side in one report."""

    voice: str
    low: int
    high: int | None
    """None where it is open."""
    party: bool
    """Whether a party speaks of the losses of others."""
    report: str
    claims: tuple[str, ...]
    published: int | None
    superseded: bool = False
    """Whether the same voice said something later."""


@dataclass(frozen=True, slots=True)
class Settled:
    """One kind of loss on one side."""

    kind: str
    of: str
    low: int
    best: int
    high: int
    open: bool
    """Whether a voice said "at least": `high` is no limit then."""
    voices: int
    basis: str
    """`independent`; `party` where only parties speak of the losses of others."""
    words: tuple[LastWord, ...]
    """By voice and date, superseded ones too."""


def settled(words: Sequence[Word], voices: Sequence[str], actors: Actors) -> list[Settled]:
    """Every kind and side of which somebody gives a number, and for each kind all sides."""
    said = _said(words, voices, actors)
    order = {kind: place for place, kind in enumerate(LOSS_KINDS)}
    sides = sorted(said, key=lambda one: (order.get(one[0], 9), one[1] != TOTAL, one[1]))
    return [_settle(kind, of, _dated(said[kind, of])) for kind, of in sides]


def _said(
    words: Sequence[Word], voices: Sequence[str], actors: Actors
) -> Mapping[tuple[str, str], list[LastWord]]:
    """Per kind and side what each voice said in each report, in no order yet."""
    piles: dict[tuple[str, str, bool], list[tuple[Word, Toll]]] = defaultdict(list)
    for word, voice in zip(words, voices, strict=True):
        if word.said.stance != "denies":
            for toll in word.said.tolls:
                party = _of_others(word.said, toll.of, actors)
                piles[voice, word.report, party].append((word, toll))
    found: dict[tuple[str, str], list[LastWord]] = defaultdict(list)
    for (voice, report, party), pile in sorted(piles.items(), key=lambda one: one[0]):
        by_kind: dict[str, dict[str, LastWord]] = defaultdict(dict)
        for kind, of in sorted({(toll.kind, toll.of) for _, toll in pile}):
            some = [(w, toll) for w, toll in pile if (toll.kind, toll.of) == (kind, of)]
            by_kind[kind][of] = _word(voice, report, party, some)
        for kind, sides in by_kind.items():
            for of, one in sides.items():
                found[kind, of].append(one)
            found[kind, TOTAL].append(_total(sides))
    return found


def _of_others(said: Said, of: str, actors: Actors) -> bool:
    """Whether a party to the event speaks here of losses that are not its own."""
    speakers = {actors.is_media_of(one) or one for one in said.sources}
    parties = [side for side in (*said.initiators, *said.targets) if side != "civilians"]
    speaking = [side for side in parties if any(actors.affiliated(one, side) for one in speakers)]
    if said.stance == "claims" and not speaking:
        return not any(actors.affiliated(one, of) for one in speakers)
    return bool(speaking) and not any(actors.affiliated(side, of) for side in speaking)


def _word(voice: str, report: str, party: bool, some: Sequence[tuple[Word, Toll]]) -> LastWord:
    """Of several numbers in one report the largest: a lead is told again in its details.

    Named victims that are told one by one are counted.
    """
    names = {toll.name for _, toll in some if toll.name}
    toll = max((toll for _, toll in some), key=lambda one: (one.low, one.high or one.low))
    low, high = max(toll.low, len(names)), toll.high
    return LastWord(
        voice=voice,
        low=low,
        high=None if high is None else max(low, high),
        party=party,
        report=report,
        claims=tuple(sorted({word.said.id for word, _ in some})),
        published=some[0][0].published,
    )


def _total(sides: Mapping[str, LastWord]) -> LastWord:
    """All sides together; a number without a side holds those with one, and is not added."""
    named = [one for of, one in sides.items() if of != _UNSIDED]
    first = next(iter(sides.values()))
    claims = tuple(sorted({claim for one in sides.values() for claim in one.claims}))
    if not named:
        return replace(first, claims=claims)
    low = sum(one.low for one in named)
    high = None if any(one.high is None for one in named) else sum(one.high or 0 for one in named)
    whole = sides.get(_UNSIDED)
    if whole is not None and whole.low > low:
        low, high = whole.low, whole.high
    return replace(first, low=low, high=high, claims=claims)


def _dated(said: Sequence[LastWord]) -> list[LastWord]:
    """By voice, earlier before later; all but the last of a voice are superseded.

    Of two on one day the larger is taken for the later: tolls rise.
    """
    ordered = sorted(
        said, key=lambda one: (one.voice, one.party, one.published or 0, one.low, one.report)
    )
    return [
        replace(one, superseded=(one.voice, one.party) == (later.voice, later.party))
        for one, later in pairwise(ordered)
    ] + ordered[-1:]


def _settle(kind: str, of: str, words: Sequence[LastWord]) -> Settled:
    last = [one for one in words if not one.superseded]
    counted = [one for one in last if not one.party]
    basis = "independent" if counted else "party"
    counted = counted or last
    return Settled(
        kind=kind,
        of=of,
        low=min(one.low for one in counted),
        best=_best(counted),
        high=max(one.low if one.high is None else one.high for one in last),
        open=any(one.high is None for one in last),
        voices=len({one.voice for one in last}),
        basis=basis,
        words=tuple(words),
    )


def _best(last: Sequence[LastWord]) -> int:
    """The number that most voices allow; of several the one that was said last, then the lower."""
    agreeing: Counter[int] = Counter()
    latest: dict[int, int] = {}
    for candidate in last:
        value = candidate.low
        agreeing[value] = sum(
            one.low <= value and (one.high is None or value <= one.high) for one in last
        )
        latest[value] = max(latest.get(value, 0), candidate.published or 0)
    return max(agreeing, key=lambda value: (agreeing[value], latest[value], -value))
