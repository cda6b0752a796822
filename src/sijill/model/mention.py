"""Mentions: what the finders see in the text, each with its span and the rule that found it.

A mention is local (one sentence is enough to find it). The `resolve` step of each kind adds
what needs the document: a publication date, the other places, the actors named before.
"""

from collections.abc import Mapping
from datetime import date

from sijill.model.record import record
from sijill.model.span import Span


@record(frozen=True, slots=True)
class TimeMention:
    """A time expression and the constraints it states, not yet resolved."""

    span: Span
    rule: str
    constraints: Mapping[str, object]
    """Fields of the solver (weekday, day, month, year, calendar, shift, part, hour …)."""


@record(frozen=True, slots=True)
class TimeValue:
    """A resolved time. Dates are inclusive; None where they cannot be known."""

    span: Span | None
    start: date | None
    end: date | None
    precision: str
    """`day`, `days` (2-6), `week`, `month`, `year` or `unknown`, as in the codebook."""
    rule: str
    reasons: tuple[str, ...] = ()
    candidates: tuple[tuple[date, date], ...] = ()
    """Without a publication date: every (start, end) that satisfies all constraints."""
    contradiction: str | None = None
    confidence: float = 1.0


@record(frozen=True, slots=True)
class PlaceMention:
    """A place as written: operators ("ريف … الشمالي", "قرب") kept apart from the name."""

    span: Span
    """The whole expression, operators and parents included."""
    head: Span
    """The name alone, without type noun, operator and parent."""
    name: str
    """The name's Arabic form as look-up found or would find it (no clitics)."""
    rule: str
    kind: str | None = None
    """Pack's type noun class: city, village, neighbourhood, governorate, camp, site …"""
    operator: str | None = None
    """near, part, countryside, environs, toward, from, line, between … or None."""
    direction: str | None = None
    """N, NE, E …: of the operator or of the part."""
    role: str = "at"
    """`at`, `toward` (destination), `from` (origin), `dateline` (where the report is sent from):
    only `at` is an event's own place."""
    anaphor: bool = False
    """The expression names no place ("المدينة", "الحي") and refers back."""
    parent: "PlaceMention | None" = None
    group: int | None = None
    """Same number: members of one enumeration ("أحياء أ وب وج")."""
    full: str | None = None
    """The name with the type noun or operator that belongs to it ("حي القدم"), if one does."""
    places: tuple[str, ...] = ()
    """Gazetteer ids of the spelling that look-up found."""


@record(frozen=True, slots=True)
class PlaceCandidate:
    """One way to read a place mention, with the terms of its score."""

    place: str
    """Gazetteer id."""
    name: str
    lat: float
    lon: float
    score: float
    terms: tuple[tuple[str, float], ...] = ()


@record(frozen=True, slots=True)
class PlaceValue:
    """A resolved place. No coordinates where none can be defended."""

    span: Span
    name: str
    """Arabic name in full, with its parent where the name alone is not one."""
    lat: float | None
    lon: float | None
    precision: int
    """UCDP GED where_prec: 1 exact, 2 near, 3 adm2/3, 4 adm1, 5 line or diffuse, 6 country, 7."""
    rule: str
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    uncertainty_km: float | None = None
    place: str | None = None
    """Gazetteer id."""
    role: str = "at"
    reasons: tuple[str, ...] = ()
    alternatives: tuple[PlaceCandidate, ...] = ()
    confidence: float = 1.0


@record(frozen=True, slots=True)
class ActorMention:
    """A party or a source as written, joined to the registry where it can be."""

    span: Span
    head: Span
    """The naming words alone: "تنظيم داعش" of "مقاتلو تنظيم داعش"."""
    actor: str | None
    """Registry id, None if not in the registry (or an anaphor not resolved)."""
    rule: str
    kind: str = "armed_group"
    """The registry's kind, or for unlisted names what the pattern says."""
    source: bool = False
    """Can be quoted: a monitor, medium, agency, witness …"""
    framing: str | None = None
    """The framing alias used ("النظام", "الإرهابي"), kept as evidence."""
    anaphor: bool = False
    confidence: float = 1.0
    alternatives: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Amount:
    """A number of people (or things) as the codebook's table reads it."""

    minimum: int
    maximum: int | None
    approximate: bool


@record(frozen=True, slots=True)
class LossMention:
    """Killed, injured, captured, missing or displaced people as stated in one place."""

    span: Span
    kind: str
    amount: Amount
    rule: str
    victims: Span | None = None
    """The words that say who the victims are."""
    group: str | None = None
    """Class of the victim noun: fighter, civilian, child, officer, journalist, generic …"""
    trigger: Span | None = None
    """The words that say what befell them ("قتل", "إصابة")."""
    part_of: Span | None = None
    """For a breakdown ("بينهم 3 أطفال"): the span of the whole it is a part of."""
    name: Span | None = None
    """A named victim."""


@record(frozen=True, slots=True)
class TriggerMention:
    """Words that express an event, with the grammar that its parties hang on."""

    span: Span
    start: int
    end: int
    """Token indices, half-open."""
    event: str
    """The pack's trigger id."""
    form: str
    """`verb` or `noun`."""
    rule: str
    voice: str = ""
    """`active`, `passive`, `either` (unvowelled) for a verb; empty for a noun."""
    tense: str = ""
    number: str = ""
    gender: str = ""
    definite: bool = False
    enclitic: str = ""
    proclitics: str = ""
    light: str = ""
    """Of a noun: how its carrying verb hangs on it: agent, patient, event; empty if none."""
    light_start: int = -1
    """Token index of the carrying verb."""
    light_tense: str = ""
    relative: int = -1
    """Token index of a verb that resumes the noun ("هجوم شنه …", "الذي استهدف …")."""
    tail: int = -1
    """Token index after the last word of a coordination merged into this trigger."""


@record(frozen=True, slots=True)
class AttributionMention:
    """Who says so, and over which stretch of text that holds."""

    span: Span
    sources: tuple[ActorMention, ...]
    scope: Span
    verb: str
    """Pack id of the reporting verb or phrase: said, denied, claimed, documented …"""
    denial: bool = False
    rule: str = ""
    accused: tuple[ActorMention, ...] = ()
    """Whom an accusation names: the party to what is told."""
