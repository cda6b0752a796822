"""A report to and from JSON: the format `sijill-report/1`, a superset of the gold schema.

The same report always gives the same bytes: keys stand in one order, dates are ISO, spans are
`[start, end]` in code points, half-open, and there is no NaN. `schema/report-1.json` describes
the format for others; a value that is not known is null, never left out.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any, TypeVar

from sijill.errors import SijillError
from sijill.model.claim import Claim, ControlStatement, Incident, Loss, Party, Place, Time, Trace
from sijill.model.document import DateBasis, Document, Residue
from sijill.model.report import Report
from sijill.model.span import Span

FORMAT = "sijill-report/1"

Json = dict[str, Any]
_T = TypeVar("_T")

# Readers that split a file with `str.splitlines` cut at these too, and a lone surrogate (from a
# file name that is not UTF-8) cannot be written as UTF-8: all are written as escapes.
_ESCAPED = re.compile("[\u0085\u2028\u2029\ud800-\udfff]")


class FormatError(SijillError):
    """A record is not a report in a format that this program reads."""


def dumps(report: Report, *, text: bool = True) -> str:
    """The report as one line of JSON, without the line end."""
    return line(to_json(report, text=text))


def line(value: Mapping[str, Any]) -> str:
    """Any record as one line of JSON that every line reader leaves whole.

    Raises ValueError for NaN and infinities.
    """
    raw = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", raw)


def loads(raw: str, *, text: str | None = None) -> Report:
    """The report in one line of JSON; `text` as in `from_json`."""
    try:
        value = json.loads(raw)
    except json.JSONDecodeError as error:
        raise FormatError(f"not JSON: {error}") from error
    if not isinstance(value, dict):
        raise FormatError("not a report: a JSON object is expected on each line")
    return from_json(value, text=text)


def to_json(report: Report, *, text: bool = True) -> Json:
    """The report as JSON values. With `text=False` the document's text is null.

    A record without its text is smaller and holds none of the report but the words quoted;
    `sha256` tells which text it belongs to.
    """
    document = report.document
    basis = document.published_basis
    return {
        "format": FORMAT,
        "document": document.name,
        "sha256": document.sha256,
        "published": _iso(document.published),
        "published_basis": None if basis is None else basis.value,
        "title": document.title,
        "language": document.language,
        "origin": {key: document.origin[key] for key in sorted(document.origin)},
        "claims": [claim_json(claim) for claim in report.claims],
        "incidents": [
            {"id": one.id, "claims": list(one.claims), "reasons": list(one.reasons)}
            for one in report.incidents
        ],
        "control": [_control(statement) for statement in report.control],
        "residue": [{"span": list(one.span), "kind": one.kind} for one in document.residue],
        "notices": list(report.notices),
        "program": report.program,
        "pack": report.pack,
        "text": document.text if text else None,
    }


def from_json(value: Mapping[str, Any], *, text: str | None = None) -> Report:
    """The report behind a record; `text` is needed where the record was written without it.

    Raises FormatError for another format, a missing field or a text that is not the one coded.
    """
    stated = value.get("format")
    if stated != FORMAT:
        raise FormatError(f"format {stated!r} is not {FORMAT!r}, the one this program reads")
    try:
        return _report(value, value["text"] if text is None else text)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        name = value.get("document")
        raise FormatError(f"{name}: not a whole {FORMAT} record: {error!r}") from error


def _report(value: Mapping[str, Any], text: str | None) -> Report:
    if text is None:
        raise FormatError(f"{value['document']}: written without its text; hand the text in")
    if sha256(text.encode("utf-8")).hexdigest() != value["sha256"]:
        raise FormatError(f"{value['document']}: the text is not the one that was coded (sha256)")
    basis = value["published_basis"]
    document = Document(
        name=value["document"],
        text=text,
        sha256=value["sha256"],
        title=value["title"],
        published=_date(value["published"]),
        published_basis=None if basis is None else DateBasis(basis),
        language=value["language"],
        residue=_each(lambda one: Residue(_span(one["span"]), one["kind"]), value["residue"]),
        origin=dict(value["origin"]),
    )
    return Report(
        document=document,
        claims=_each(read_claim, value["claims"]),
        incidents=_each(
            lambda one: Incident(one["id"], tuple(one["claims"]), tuple(one["reasons"])),
            value["incidents"],
        ),
        control=_each(read_control, value["control"]),
        program=value["program"],
        pack=value["pack"],
        notices=tuple(value["notices"]),
    )


def claim_json(claim: Claim) -> Json:
    """A claim as one entry of a record's `claims`."""
    return {
        "id": claim.id,
        "incident": claim.incident,
        "type": claim.type,
        "trigger": claim.trigger,
        "trigger_span": list(claim.trigger_span),
        "quote": claim.quote,
        "quote_span": list(claim.quote_span),
        "time": _time(claim.time),
        "place": _place(claim.place),
        "initiator": [_party(party) for party in claim.initiator],
        "target": [_party(party) for party in claim.target],
        "casualties": [_loss(loss) for loss in claim.casualties],
        "sources": [_party(party) for party in claim.sources],
        "stance": claim.stance,
        "status": claim.status,
        "rule": claim.rule,
        "confidence": float(claim.confidence),
        "field_confidence": {
            key: float(claim.field_confidence[key]) for key in sorted(claim.field_confidence)
        },
        "trace": [
            {
                "field": trace.field,
                "rule": trace.rule,
                "words": [list(span) for span in trace.words],
                "because": trace.because,
                "runner_up": trace.runner_up,
            }
            for trace in claim.trace
        ],
    }


def read_claim(value: Json) -> Claim:
    """The claim behind one entry of a record's `claims`."""
    return Claim(
        id=value["id"],
        type=value["type"],
        trigger=value["trigger"],
        trigger_span=_span(value["trigger_span"]),
        quote=value["quote"],
        quote_span=_span(value["quote_span"]),
        time=_read_time(value["time"]),
        place=_read_place(value["place"]),
        initiator=_each(_read_party, value["initiator"]),
        target=_each(_read_party, value["target"]),
        casualties=_each(_read_loss, value["casualties"]),
        sources=_each(_read_party, value["sources"]),
        stance=value["stance"],
        status=value["status"],
        incident=value["incident"],
        rule=value["rule"],
        confidence=float(value["confidence"]),
        field_confidence={key: float(one) for key, one in value["field_confidence"].items()},
        trace=_each(_read_trace, value["trace"]),
    )


def _read_trace(value: Json) -> Trace:
    words = _each(_span, value["words"])
    return Trace(value["field"], value["rule"], words, value["because"], value["runner_up"])


def _control(statement: ControlStatement) -> Json:
    return {
        "quote": statement.quote,
        "quote_span": list(statement.quote_span),
        "actor": _party(statement.actor),
        "place": _place(statement.place),
        "extent": statement.extent,
        "rule": statement.rule,
        "confidence": float(statement.confidence),
    }


def read_control(value: Json) -> ControlStatement:
    """The statement behind one entry of a record's `control`."""
    return ControlStatement(
        quote=value["quote"],
        quote_span=_span(value["quote_span"]),
        actor=_read_party(value["actor"]),
        place=_read_place(value["place"]),
        extent=value["extent"],
        rule=value["rule"],
        confidence=float(value["confidence"]),
    )


def _time(time: Time) -> Json:
    return {
        "text": time.text,
        "start": _iso(time.start),
        "end": _iso(time.end),
        "precision": time.precision,
        "span": None if time.span is None else list(time.span),
        "rule": time.rule,
        "reasons": list(time.reasons),
        "candidates": [[start.isoformat(), end.isoformat()] for start, end in time.candidates],
        "contradiction": time.contradiction,
        "confidence": float(time.confidence),
    }


def _read_time(value: Json) -> Time:
    return Time(
        text=value["text"],
        span=None if value["span"] is None else _span(value["span"]),
        start=_date(value["start"]),
        end=_date(value["end"]),
        precision=value["precision"],
        rule=value["rule"],
        reasons=tuple(value["reasons"]),
        candidates=tuple(
            (date.fromisoformat(start), date.fromisoformat(end))
            for start, end in value["candidates"]
        ),
        contradiction=value["contradiction"],
        confidence=float(value["confidence"]),
    )


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        "text": place.text,
        "name": place.name,
        "lat": _real(place.lat),
        "lon": _real(place.lon),
        "precision": place.precision,
        "span": list(place.span),
        "country": place.country,
        "uncertainty_km": _real(place.uncertainty_km),
        "place": place.place,
        "rule": place.rule,
        "reasons": list(place.reasons),
        "alternatives": [[key, name, float(score)] for key, name, score in place.alternatives],
        "confidence": float(place.confidence),
    }


def _read_place(value: Json | None) -> Place | None:
    if value is None:
        return None
    return Place(
        text=value["text"],
        span=_span(value["span"]),
        name=value["name"],
        lat=_real(value["lat"]),
        lon=_real(value["lon"]),
        precision=value["precision"],
        rule=value["rule"],
        country=value["country"],
        uncertainty_km=_real(value["uncertainty_km"]),
        place=value["place"],
        reasons=tuple(value["reasons"]),
        alternatives=tuple((key, name, float(score)) for key, name, score in value["alternatives"]),
        confidence=float(value["confidence"]),
    )


def _party(party: Party) -> Json:
    return {
        "text": party.text,
        "id": party.id,
        "span": list(party.span),
        "rule": party.rule,
        "confidence": float(party.confidence),
        "framing": party.framing,
        "alternatives": list(party.alternatives),
    }


def _read_party(value: Json) -> Party:
    return Party(
        text=value["text"],
        span=_span(value["span"]),
        id=value["id"],
        rule=value["rule"],
        confidence=float(value["confidence"]),
        framing=value["framing"],
        alternatives=tuple(value["alternatives"]),
    )


def _loss(loss: Loss) -> Json:
    return {
        "kind": loss.kind,
        "of": loss.of,
        "min": loss.minimum,
        "max": loss.maximum,
        "approx": loss.approximate,
        "text": loss.text,
        "span": list(loss.span),
        "name": loss.name,
        "rule": loss.rule,
        "parts": [_loss(part) for part in loss.parts],
        "confidence": float(loss.confidence),
    }


def _read_loss(value: Json) -> Loss:
    return Loss(
        kind=value["kind"],
        of=value["of"],
        minimum=value["min"],
        maximum=value["max"],
        approximate=value["approx"],
        text=value["text"],
        span=_span(value["span"]),
        rule=value["rule"],
        parts=_each(_read_loss, value["parts"]),
        name=value["name"],
        confidence=float(value["confidence"]),
    )


def _each(read: Callable[[Any], _T], values: Sequence[Any]) -> tuple[_T, ...]:
    return tuple(read(value) for value in values)


def _span(value: Sequence[int]) -> Span:
    start, end = value
    return Span(start, end)


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _date(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _real(value: float | None) -> float | None:
    return None if value is None else float(value)
