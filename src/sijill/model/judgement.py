"""A person's decision about a claim or a link; added to, never deleted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who decided what about which record, when and why.

    Extracted values are never rewritten: what a reader sees is the claim with its judgements
    laid over it, so a decision can be undone and survives a re-coding.
    """

    id: str
    subject: tuple[str, ...]
    """Claim or incident ids it speaks of."""
    verdict: Verdict
    author: str
    at: datetime
    field: str | None = None
    value: str | None = None
    """JSON of the corrected value."""
    reason: str = ""
