"""Why a report was coded so, in plain text for a terminal.

For each claim and each of its values: the words with their offsets, the rule or entry, the
reasons, and the readings that lost.
"""

from collections.abc import Iterator
from textwrap import wrap

from sijill.export.amount import amount
from sijill.export.bidi import plain
from sijill.model.claim import Claim, ControlStatement, Loss, Party, Place, Time, Trace
from sijill.model.report import Report
from sijill.model.span import Span

_LABEL = 12

Row = tuple[str, str]
"""A label, empty where the row goes on with the one above, and what is said."""


def explanation(report: Report, width: int = 100) -> str:
    """The whole account of one report, lines of at most `width` where words allow."""
    document = report.document
    published = "not known"
    if document.published is not None:
        basis = document.published_basis
        published = f"{document.published.isoformat()} ({basis or 'basis not stated'})"
    lines = [
        plain(document.name),
        *_rows([("published", published), ("sha256", document.sha256)], width),
        *_rows([("coded by", f"sijill {report.program}, pack {report.pack}")], width),
        *_rows([("note", notice) for notice in report.notices], width),
    ]
    for number, claim in enumerate(report.claims, 1):
        lines += ["", _heading(number, claim), *_rows(_claim(claim, document.text), width)]
    for statement in report.control:
        lines += ["", "Control", *_rows(_control(statement, document.text), width)]
    for incident in report.incidents:
        if len(incident.claims) > 1 or incident.reasons:
            rows = [("claims", ", ".join(incident.claims))]
            rows += [("because", reason) for reason in incident.reasons]
            lines += ["", f"Incident {plain(incident.id)}", *_rows(rows, width)]
    if document.residue:
        rows = [(one.kind, _quoted(one.span, document.text)) for one in document.residue]
        lines += ["", "Not the report", *_rows(rows, width)]
    return "\n".join(lines) + "\n\n"


def _heading(number: int, claim: Claim) -> str:
    return (
        f"{number}. {claim.type}  [{claim.status}, {claim.stance}]  "
        f"confidence {claim.confidence:.2f}  {plain(claim.id)}"
    )


def _claim(claim: Claim, text: str) -> Iterator[Row]:
    yield "quote", _quoted(claim.quote_span, text)
    yield "trigger", _quoted(claim.trigger_span, text) + _rule(claim.rule)
    yield from _traces(claim.trace, {"type", "quote", "trigger"}, text)
    for label, parties in (("who", claim.initiator), ("whom", claim.target)):
        for party in parties:
            yield from _party(label, party, text)
    yield from _traces(claim.trace, {"initiator", "target"}, text)
    yield from _time(claim.time, text)
    yield from _traces(claim.trace, {"time"}, text)
    if claim.place is not None:
        yield from _place(claim.place, text)
    yield from _traces(claim.trace, {"place"}, text)
    for loss in claim.casualties:
        yield from _loss("losses", loss, text)
    yield from _traces(claim.trace, {"casualties"}, text)
    for party in claim.sources:
        yield from _party("according to", party, text)
    named = {"type", "quote", "trigger", "initiator", "target", "time", "place", "casualties"}
    yield from _traces(claim.trace, {one.field for one in claim.trace} - named, text)
    yield "incident", claim.incident
    if claim.field_confidence:
        yield (
            "confidence",
            ", ".join(f"{key} {claim.field_confidence[key]:.2f}" for key in claim.field_confidence),
        )


def _control(statement: ControlStatement, text: str) -> Iterator[Row]:
    yield "quote", _quoted(statement.quote_span, text) + _rule(statement.rule)
    yield from _party("who", statement.actor, text)
    if statement.place is not None:
        yield from _place(statement.place, text)
    yield "extent", statement.extent or "not stated"


def _party(label: str, party: Party, text: str) -> Iterator[Row]:
    known = party.id or "not in the registry"
    framing = f", framed as {party.framing}" if party.framing else ""
    yield label, f"{known}{framing}  from {_quoted(party.span, text)}{_rule(party.rule)}"
    if party.alternatives:
        yield "", f"lost: {', '.join(party.alternatives)}"


def _time(time: Time, text: str) -> Iterator[Row]:
    if time.start is None:
        when = "not known"
    elif time.end is None or time.end == time.start:
        when = f"{time.start.isoformat()} ({time.precision})"
    else:
        when = f"{time.start.isoformat()} to {time.end.isoformat()} ({time.precision})"
    words = "" if time.span is None else f"  from {_quoted(time.span, text)}"
    yield "when", when + words + _rule(time.rule)
    yield from (("", f"because {reason}") for reason in time.reasons)
    for start, end in time.candidates:
        yield "", f"could be: {start.isoformat()} to {end.isoformat()}"
    if time.contradiction:
        yield "", f"contradiction: {time.contradiction}"


def _place(place: Place, text: str) -> Iterator[Row]:
    where = place.name
    if place.lat is not None and place.lon is not None:
        where += f"  {place.lat:.4f}, {place.lon:.4f}"
        if place.uncertainty_km is not None:
            where += f" ± {place.uncertainty_km:g} km"
    else:
        where += "  no coordinates"
    ids = "".join(f", {one}" for one in (place.country, place.place) if one)
    yield (
        "where",
        f"{where} (precision {place.precision}{ids})  from {_quoted(place.span, text)}"
        f"{_rule(place.rule)}",
    )
    yield from (("", f"because {reason}") for reason in place.reasons)
    for key, name, score in place.alternatives:
        yield "", f"lost: {name} ({key}), score {score:.2f}"


def _loss(label: str, loss: Loss, text: str) -> Iterator[Row]:
    name = f", {loss.name}" if loss.name else ""
    yield (
        label,
        f"{loss.kind} {amount(loss)} ({loss.of}{name})  from {_quoted(loss.span, text)}"
        f"{_rule(loss.rule)}",
    )
    for part in loss.parts:
        yield from _loss("  of these", part, text)


def _traces(traces: tuple[Trace, ...], fields: set[str], text: str) -> Iterator[Row]:
    for trace in traces:
        if trace.field in fields:
            words = "".join(f" {_quoted(span, text)}" for span in trace.words)
            because = f": {trace.because}" if trace.because else ""
            yield "", f"{trace.field}{_rule(trace.rule)}{because}{words}"
            if trace.runner_up:
                yield "", f"lost: {trace.runner_up}"


def _quoted(span: Span, text: str) -> str:
    return f"«{span.of(text)}» [{span.start}-{span.end}]"


def _rule(rule: str) -> str:
    return f"  by {rule}" if rule else ""


def _rows(rows: Iterator[Row] | list[Row], width: int) -> Iterator[str]:
    indent = " " * (_LABEL + 4)
    for label, said in rows:
        first = f"   {plain(label):<{_LABEL}} "
        yield from wrap(
            plain(said),
            max(width, 40),
            initial_indent=first,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [first.rstrip()]
