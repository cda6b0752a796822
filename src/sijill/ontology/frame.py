"""Event rules: what a pack's trigger means and how its parties hang on it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """Which role each grammatical position fills: initiator, target, sides, place or none."""

    name: str
    subject: str
    genitive: str
    object: str
    by: Mapping[str, str]
    """Folded preposition to role."""


@dataclass(frozen=True, slots=True)
class EventRule:
    """One kind of event as the pack's rule gives it."""

    id: str
    frame: Frame
    type: str
    """A sub-event type, or `capture`, `lose`, `hit`, `seizure`, `outrage`: settled later."""
    refine: tuple[tuple[str, str], ...]
    """(cue, type), first listed wins."""
    needs: str
    """What the clause must hold for the words to be an event; empty if nothing."""
    civilians: str | None
    """The type when every target is a civilian."""
    protest: str | None
    """The type when those who suffer are protesters."""
    not_after: frozenset[str] = frozenset()
    """Folded words right before the trigger that undo it ("فك الحصار")."""
