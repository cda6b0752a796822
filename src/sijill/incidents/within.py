"""Incidents within one document: claims of one place and one fight belong together."""

from collections.abc import Sequence
from typing import NamedTuple

from sijill.model.claim import Claim, Incident
from sijill.model.record import changed
from sijill.ontology.types import EVENT_TYPE_OF
from sijill.text.fold import fold, loosen

_OUTCOMES = frozenset(
    ("Abduction/forced disappearance", "Change to group/activity", "Disrupted weapons use")
)
"""What a fight may end in: one side leaves, people and weapons are taken."""
_AFTERWARDS = frozenset(("Arrests", "Looting/property destruction"))
"""What is told after a fight that ended in it: men are taken, houses razed."""
_HAUL = frozenset(("Arrests", "Disrupted weapons use"))
"""What one search ends in."""
_BESIDE = 300
"""Characters between the triggers of two claims that one paragraph tells of one thing."""
_WIDE = 4
"""Least precision of a governorate, a line or a land."""
_UNREST = frozenset(("Protests", "Riots"))
_FIGHT = frozenset(("Battles", "Explosions/Remote violence"))


def group(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Incident, ...]]:
    """The claims with their incident labels, and the incidents in order of first claim.

    Two claims share an incident when they name the same place, speak of the same kind of event
    (battles and their suicide bombs, what a fight beside them ended in, unrest and what it burnt
    count as one kind), and neither their dates nor their standing in the news contradict each
    other. A denial joins what it denies.
    """
    labels: list[int] = []
    wheres = [_where(claim) for claim in claims]
    for number, claim in enumerate(claims):
        label, where = number, wheres[number]
        for earlier in range(number - 1, -1, -1):
            if _same_place(wheres[earlier], where) and _same(claims[earlier], claim):
                label = labels[earlier]
                break
        labels.append(label)
    order = {label: f"i{n + 1}" for n, label in enumerate(dict.fromkeys(labels))}
    named = tuple(
        changed(claim, incident=order[label]) for claim, label in zip(claims, labels, strict=True)
    )
    incidents = tuple(
        Incident(
            id=name,
            claims=tuple(claim.id for claim in named if claim.incident == name),
            reasons=("same place, kind of event and time",),
        )
        for name in order.values()
    )
    return named, incidents


def _same(one: Claim, other: Claim) -> bool:
    return _same_kind(one, other) and _same_time(one, other)


def _same_kind(one: Claim, other: Claim) -> bool:
    a, b = EVENT_TYPE_OF.get(one.type), EVENT_TYPE_OF.get(other.type)
    if "planned" in (one.status, other.status) and one.status != other.status:
        return False
    if {one.type, other.type} == _HAUL:
        return _beside(one, other)
    if a == b:
        return one.type == other.type or a == "Battles"
    if (_ends(one, other) or _follows(one, other)) and _beside(one, other):
        return True
    unrest = {a, b} & _UNREST
    if unrest and ({a, b} <= _UNREST or "Looting/property destruction" in (one.type, other.type)):
        return True
    return {a, b} <= _FIGHT and "Suicide bomb" in (one.type, other.type)


def _follows(one: Claim, other: Claim) -> bool:
    """Whether the later is what is told after a fight that ended in it."""
    fights = "Battles" in (EVENT_TYPE_OF.get(one.type), EVENT_TYPE_OF.get(other.type))
    return fights and other.type in _AFTERWARDS


def _ends(one: Claim, other: Claim) -> bool:
    """Whether one is a fight and the other what it may end in; missiles end in their fall.

    Reinforcements come for many fights, so they are of none.
    """
    kinds = {EVENT_TYPE_OF.get(one.type), EVENT_TYPE_OF.get(other.type)}
    ends = {c.type for c in (one, other) if not c.rule.endswith(":reinforcement")} & _OUTCOMES
    return ("Battles" in kinds and bool(ends)) or (
        "Explosions/Remote violence" in kinds and "Disrupted weapons use" in ends
    )


def _beside(one: Claim, other: Claim) -> bool:
    return abs(one.trigger_span.start - other.trigger_span.start) <= _BESIDE


class _Where(NamedTuple):
    """A claim's place, as it is compared with others."""

    id: str | None
    name: str
    """Loosely spelt."""
    wide: bool
    """A governorate, a line or a land."""


def _where(claim: Claim) -> _Where | None:
    """The place of a claim, None without one."""
    place = claim.place
    if place is None:
        return None
    return _Where(place.place, loosen(fold(place.name)), place.precision >= _WIDE)


def _same_place(one: _Where | None, other: _Where | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.id and other.id:
        return one.id == other.id
    if one.wide and other.wide:
        # The border of a land and the land: "حدود قطاع غزة", "قطاع غزة".
        return f" {one.name}".endswith(f" {other.name}") or other.name.endswith(f" {one.name}")
    return one.name == other.name


def _same_time(one: Claim, other: Claim) -> bool:
    a, b = one.time, other.time
    if a.start is None or b.start is None:
        return {one.status, other.status} != {"background", "new"}
    return a.start <= (b.end or b.start) and b.start <= (a.end or a.start)
