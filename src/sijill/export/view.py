"""A report as the page shows it: segments of its text beside the values of its claims."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sijill.export.segment import Mark, Segment, segments
from sijill.model.claim import Claim, ControlStatement
from sijill.model.report import Report

LOW, HIGH = 0.5, 0.8
"""Below LOW a value asks for a check; from HIGH on it is shown as sure."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim with the names under which the page marks its values."""

    key: str
    number: int
    claim: Claim
    incident: int
    shared: bool
    """Other claims of the report speak of the same incident."""


@dataclass(frozen=True, slots=True)
class ControlView:
    key: str
    statement: ControlStatement


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report with everything that its article shows."""

    number: int
    file: str
    """The last part of the document's name: a page that is passed on should not tell the folders
    of the machine that it was made on."""
    report: Report
    segments: tuple[Segment, ...]
    claims: tuple[ClaimView, ...]
    control: tuple[ControlView, ...]


def view(report: Report, number: int) -> ReportView:
    """The report as article `number` of a page."""
    incidents = {one.id: at for at, one in enumerate(report.incidents, 1)}
    size = {one.id: len(one.claims) for one in report.incidents}
    claims = tuple(
        ClaimView(
            key=f"{number}-{at}",
            number=at,
            claim=claim,
            incident=incidents.get(claim.incident, 0),
            shared=size.get(claim.incident, 1) > 1,
        )
        for at, claim in enumerate(report.claims, 1)
    )
    control = tuple(
        ControlView(f"{number}-k{at}", statement) for at, statement in enumerate(report.control, 1)
    )
    marks = [mark for one in claims for mark in _claim_marks(one)]
    marks += [mark for one in control for mark in _control_marks(one)]
    marks += [Mark(one.span, "residue", "") for one in report.document.residue]
    found = tuple(segments(report.document.text, marks))
    name = report.document.name
    file = re.split(r"[/\\]", name.rstrip("/\\"))[-1] or name
    return ReportView(number, file, report, found, claims, control)


def _claim_marks(one: ClaimView) -> Iterator[Mark]:
    claim, key = one.claim, one.key
    yield Mark(claim.quote_span, "quote", key)
    yield Mark(claim.trigger_span, "event", f"{key}e")
    for kind, parties in (
        ("who", claim.initiator),
        ("whom", claim.target),
        ("source", claim.sources),
    ):
        for at, party in enumerate(parties):
            yield Mark(party.span, kind, f"{key}{kind}{at}")
    if claim.time.span is not None:
        yield Mark(claim.time.span, "time", f"{key}time")
    if claim.place is not None:
        yield Mark(claim.place.span, "place", f"{key}place")
    for at, loss in enumerate(claim.casualties):
        yield Mark(loss.span, "loss", f"{key}loss{at}")


def _control_marks(one: ControlView) -> Iterator[Mark]:
    statement, key = one.statement, one.key
    yield Mark(statement.quote_span, "control", key)
    yield Mark(statement.actor.span, "who", f"{key}who0")
    if statement.place is not None:
        yield Mark(statement.place.span, "place", f"{key}place")


def level(confidence: float) -> int:
    """0 to 5 steps for a small gauge."""
    return min(5, max(0, round(confidence * 5)))
