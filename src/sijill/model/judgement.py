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
    """What it speaks of: claims (`claim_key`), incidents, or the judgement that it undoes."""
    verdict: Verdict
    author: str
    at: datetime
    field: str | None = None
    value: str | None = None
    """JSON of the corrected value."""
    reason: str = ""
    seen: str | None = None
    """JSON of what was on the screen: of the field, or of the whole claim where no field is
    named. Where a later coding reads something else, the judgement holds and is shown again."""


def claim_key(report: str, claim: str) -> str:
    """How a judgement names a claim: by its report's SHA-256 too, as ids alone are not unique."""
    return f"{report}:{claim}"


def claim_of(key: str) -> tuple[str, str] | None:
    """The report's SHA-256 and the claim's id; None for a key that names something else."""
    report, sign, claim = key.partition(":")
    return (report, claim) if sign and len(report) == 64 else None
