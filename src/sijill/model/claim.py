"""A claim: one thing that one document says happened, according to whom; codebook 1."""

from dataclasses import dataclass, field
from datetime import date

from sijill.model.span import Span


@dataclass(frozen=True, slots=True)
class Party:
    """A side or a source as written."""

    text: str
    span: Span
    id: str | None
    """Actor registry id, `civilians`, or None where the registry has none."""
    rule: str = ""
    confidence: float = 1.0
    framing: str | None = None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """When, in inclusive ISO dates; None where it cannot be known."""

    text: str | None = None
    span: Span | None = None
    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    rule: str = ""
    reasons: tuple[str, ...] = ()
    candidates: tuple[tuple[date, date], ...] = ()
    contradiction: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where, in WGS 84; `precision` is UCDP GED's where_prec."""

    text: str
    span: Span
    name: str
    lat: float | None
    lon: float | None
    precision: int
    rule: str = ""
    country: str | None = None
    uncertainty_km: float | None = None
    place: str | None = None
    reasons: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, str, float], ...] = ()
    """(gazetteer id, name, score) of the readings that lost."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Loss:
    """Casualties of one kind on one side, as the codebook's table reads the words."""

    kind: str
    """killed, injured, captured, missing, displaced."""
    of: str
    """An actor id, `civilians`, `both-sides` or `unknown`."""
    minimum: int
    maximum: int | None
    approximate: bool
    text: str
    span: Span
    rule: str = ""
    parts: tuple["Loss", ...] = ()
    """Breakdowns ("among them 3 children"): contained in this number, never added to it."""
    name: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Trace:
    """Why one field has its value: what spoke for it, and what lost."""

    field: str
    rule: str
    words: tuple[Span, ...] = ()
    because: str = ""
    runner_up: str | None = None
    """The alternative that came second, and why it lost; None if there was none."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Who did what to whom, where, when, with what losses, according to whom.

    `id` is stable under re-extraction: see docs/decisions/0001-claim-ids.md.
    """

    id: str
    type: str
    trigger: str
    trigger_span: Span
    quote: str
    quote_span: Span
    time: Time
    place: Place | None
    initiator: tuple[Party, ...]
    target: tuple[Party, ...]
    casualties: tuple[Loss, ...]
    sources: tuple[Party, ...]
    stance: str
    """reports, claims, denies."""
    status: str
    """new, ongoing, background, planned."""
    incident: str
    rule: str = ""
    confidence: float = 1.0
    field_confidence: dict[str, float] = field(default_factory=dict)
    trace: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlStatement:
    """A claim of state: this actor holds (part of) this place."""

    quote: str
    quote_span: Span
    actor: Party
    place: Place | None
    extent: str | None
    """`70%`, `most`, `part`, `all` or None."""
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims of one thing that happened, within one document or across many."""

    id: str
    claims: tuple[str, ...]
    """Claim ids, in text order."""
    reasons: tuple[str, ...] = ()
