"""An incident as its voices tell it: values with who says them, contradictions, denials.

A view: made anew from claims and judgements at any time, the same every time.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, TypeVar

from sijill.incidents.actors import Actors, Strangers
from sijill.incidents.link import Linked
from sijill.incidents.losses import POLICY, TOTAL, Settled, settled
from sijill.incidents.telling import Where
from sijill.incidents.voices import Word, voices
from sijill.ontology.types import EVENT_TYPE_OF

T = TypeVar("T", bound=Hashable)
_ORDER = {name: place for place, name in enumerate(EVENT_TYPE_OF)}


@dataclass(frozen=True, slots=True)
class Context:
    """What settling knows besides the claims."""

    chains: Mapping[str, str]
    """Report to the report that stands for its copies (`copies.Copies.chains`)."""
    credits: Mapping[str, str]
    """Report to the agency that it is credited to (`voices.credit`)."""
    actors: Actors


ALONE = Context({}, {}, Strangers())
"""No copies, no credits, nobody known."""


def settle(incident: Linked, context: Context = ALONE) -> dict[str, Any]:
    """The incident's record, of JSON values alone."""
    words = [
        Word(link.telling.report, link.telling.published, said)
        for link in incident.links
        for said in link.telling.said
    ]
    named = voices(words, context.chains, context.credits, context.actors)
    told = [pair for pair in zip(words, named, strict=True) if pair[0].said.stance != "denies"]
    told = told or list(zip(words, named, strict=True))
    types = _said([(word.said.type, voice) for word, voice in told])
    days = _said(
        [
            ((word.said.start, word.said.end), voice)
            for word, voice in told
            if word.said.precision == "day"
        ]
    )
    blamed = _said([(side, voice) for word, voice in told for side in word.said.initiators])
    targets = _said([(side, voice) for word, voice in told for side in word.said.targets])
    losses = settled(words, named, context.actors)
    start, end = _dates(incident, days)
    return {
        "policy": POLICY,
        "type": min(types, key=lambda one: (-len(types[one]), _ORDER.get(one, 99), one)),
        "types": _listed(types),
        "start": start,
        "end": end,
        "place": _place(incident),
        "initiator": _listed(blamed),
        "target": _listed(targets),
        "losses": [_loss(one) for one in losses],
        "contradictions": [
            *_apart("type", types),
            *_apart("date", {_iso(day[0]): who for day, who in days.items()}),
            *_blame(told, context.actors),
            *_tolls(losses),
        ],
        "denials": [
            {"voice": voice, "report": word.report, "claim": word.said.id}
            for word, voice in zip(words, named, strict=True)
            if word.said.stance == "denies"
        ],
        "status": sorted({word.said.status for word in words}),
        "voices": len(set(named)),
        "reports": len({word.report for word in words}),
        "claims": len(words),
    }


def _said(pairs: Sequence[tuple[T, str]]) -> dict[T, list[str]]:
    """Each value with the voices that say it, each once, both in a fixed order."""
    found: dict[T, set[str]] = {}
    for value, voice in pairs:
        found.setdefault(value, set()).add(voice)
    ordered = sorted(found, key=lambda value: (-len(found[value]), str(value)))
    return {value: sorted(found[value]) for value in ordered}


def _listed(said: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    return [{"value": value, "voices": who} for value, who in said.items()]


def _dates(
    incident: Linked, days: Mapping[tuple[int | None, int | None], list[str]]
) -> tuple[str | None, str | None]:
    """The day that most voices give, the earlier of two; else the narrowest range."""
    if days:
        start, end = min(days, key=lambda day: (-len(days[day]), day[0] or 0, day[1] or 0))
        return _iso(start), _iso(end)
    ranges = [
        (link.telling.end - link.telling.start, link.telling.start, link.telling.end)
        for link in incident.links
        if link.telling.start is not None and link.telling.end is not None
    ]
    if not ranges:
        return None, None
    _, first, last = min(ranges)
    return _iso(first), _iso(last)


def _place(incident: Linked) -> dict[str, Any] | None:
    """The most precise place, of several the one that most reports name."""
    named: dict[Where, set[str]] = {}
    for link in incident.links:
        if link.telling.where is not None:
            named.setdefault(link.telling.where, set()).add(link.telling.report)
    if not named:
        return None
    best = min(
        named,
        key=lambda one: (one.lat is None, one.precision, -len(named[one]), one.id or "", one.name),
    )
    return {
        "id": best.id,
        "name": best.name,
        "lat": best.lat,
        "lon": best.lon,
        "precision": best.precision,
        "uncertainty_km": best.radius,
        "country": best.country,
        "adm1": best.adm1,
        "adm2": best.adm2,
    }


def _loss(one: Settled) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "of": one.of,
        "low": one.low,
        "best": one.best,
        "high": one.high,
        "open": one.open,
        "voices": one.voices,
        "basis": one.basis,
        "words": [
            {
                "voice": word.voice,
                "low": word.low,
                "high": word.high,
                "party": word.party,
                "report": word.report,
                "claims": list(word.claims),
                "published": _iso(word.published),
                "superseded": word.superseded,
            }
            for word in one.words
        ],
    }


def _apart(field: str, said: Mapping[Any, list[str]]) -> list[dict[str, Any]]:
    """A contradiction where voices give different values; one voice may give several."""
    if len(said) < 2 or len({voice for who in said.values() for voice in who}) < 2:
        return []
    return [{"field": field, "values": _listed(said)}]


def _blame(told: Sequence[tuple[Word, str]], actors: Actors) -> list[dict[str, Any]]:
    """Initiators, where two voices name none in common, nor parts of one side.

    In a clash the side that is named first is the initiator for want of a better: there both
    sides count as named.
    """
    named: dict[str, set[str]] = {}
    for word, voice in told:
        sides = word.said.initiators
        if sides and word.said.type == "Armed clash":
            sides += word.said.targets
        named.setdefault(voice, set()).update(sides)
    blaming = [sides for _, sides in sorted(named.items()) if sides]
    if all(
        any(actors.affiliated(a, b) for a in sorted(one) for b in sorted(other))
        for one, other in combinations(blaming, 2)
    ):
        return []
    return _apart(
        "initiator", _said([(side, voice) for word, voice in told for side in word.said.initiators])
    )


def _tolls(losses: Sequence[Settled]) -> list[dict[str, Any]]:
    """Last words of different voices that cannot both be true."""
    found = []
    for one in losses:
        last = [word for word in one.words if not word.superseded]
        highs = [word.high for word in last if word.high is not None]
        if one.of == TOTAL and highs and max(word.low for word in last) > min(highs):
            said = _said([(_range(word.low, word.high), word.voice) for word in last])
            found += _apart(one.kind, said)
    return found


def _range(low: int, high: int | None) -> str:
    return f"{low}+" if high is None else str(low) if low == high else f"{low}-{high}"


def _iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()
