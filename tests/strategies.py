"""Hypothesis strategies for whole reports, and a plain report to start from by hand."""

from datetime import date
from hashlib import sha256
from typing import TypeVar

from hypothesis import strategies as st

from sijill.model.claim import Claim, ControlStatement, Incident, Loss, Party, Place, Time, Trace
from sijill.model.document import DateBasis, Document, Residue
from sijill.model.report import Report
from sijill.model.span import Span
from sijill.ontology.types import EVENT_TYPE_OF, LOSS_KINDS, STANCES, STATUSES, TIME_PRECISIONS

T = TypeVar("T")

# Letters with marks, both digit sets, direction controls, every kind of line end, markup, formula
# signs and characters outside the basic plane: what breaks careless writers.
ALPHABET = st.one_of(
    st.sampled_from(
        "سقطت مدينةِ عـدٍ ١٢ 45 ,؛\"'<>&=+-@\t\r\n\u0085\u2028\u200f\u202e\u2067\u2069😀\0"
    ),
    st.characters(exclude_categories=["Cs"]),
)
words = st.text(ALPHABET, max_size=12)
unit = st.floats(0, 1)
dates = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def tuples(of: st.SearchStrategy[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(of, max_size=most).map(tuple)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start, end = sorted((draw(st.integers(0, length)), draw(st.integers(0, length))))
    return Span(start, end)


@st.composite
def parties(draw: st.DrawFn, text: str) -> Party:
    span = draw(spans(len(text)))
    return Party(
        text=span.of(text),
        span=span,
        id=draw(st.none() | words),
        rule=draw(words),
        confidence=draw(unit),
        framing=draw(st.none() | words),
        alternatives=draw(tuples(words)),
    )


@st.composite
def times(draw: st.DrawFn, text: str) -> Time:
    span = draw(st.none() | spans(len(text)))
    return Time(
        text=None if span is None else span.of(text),
        span=span,
        start=draw(st.none() | dates),
        end=draw(st.none() | dates),
        precision=draw(st.sampled_from(TIME_PRECISIONS)),
        rule=draw(words),
        reasons=draw(tuples(words)),
        candidates=draw(tuples(st.tuples(dates, dates))),
        contradiction=draw(st.none() | words),
        confidence=draw(unit),
    )


@st.composite
def places(draw: st.DrawFn, text: str) -> Place:
    span = draw(spans(len(text)))
    known = draw(st.booleans())
    return Place(
        text=span.of(text),
        span=span,
        name=draw(words),
        lat=draw(st.floats(-90, 90)) if known else None,
        lon=draw(st.floats(-180, 180)) if known else None,
        precision=draw(st.integers(1, 7)),
        rule=draw(words),
        country=draw(st.none() | st.sampled_from(["SY", "YE", "SD"])),
        uncertainty_km=draw(st.none() | st.floats(0, 500)),
        place=draw(st.none() | words),
        reasons=draw(tuples(words)),
        alternatives=draw(tuples(st.tuples(words, words, st.floats(-10, 10)))),
        confidence=draw(unit),
    )


@st.composite
def losses(draw: st.DrawFn, text: str, depth: int = 1) -> Loss:
    span = draw(spans(len(text)))
    minimum = draw(st.integers(0, 10_000))
    return Loss(
        kind=draw(st.sampled_from(LOSS_KINDS)),
        of=draw(st.sampled_from(["civilians", "both-sides", "unknown", "isis"])),
        minimum=minimum,
        maximum=draw(st.none() | st.integers(minimum, 20_000)),
        approximate=draw(st.booleans()),
        text=span.of(text),
        span=span,
        rule=draw(words),
        parts=draw(tuples(losses(text, depth - 1), 1)) if depth else (),
        name=draw(st.none() | words),
        confidence=draw(unit),
    )


@st.composite
def claims(draw: st.DrawFn, text: str, id: str, incident: str) -> Claim:
    trigger, quote = draw(spans(len(text))), draw(spans(len(text)))
    party = parties(text)
    return Claim(
        id=id,
        type=draw(st.sampled_from(sorted(EVENT_TYPE_OF))),
        trigger=trigger.of(text),
        trigger_span=trigger,
        quote=quote.of(text),
        quote_span=quote,
        time=draw(times(text)),
        place=draw(st.none() | places(text)),
        initiator=draw(tuples(party)),
        target=draw(tuples(party)),
        casualties=draw(tuples(losses(text))),
        sources=draw(tuples(party)),
        stance=draw(st.sampled_from(STANCES)),
        status=draw(st.sampled_from(STATUSES)),
        incident=incident,
        rule=draw(words),
        confidence=draw(unit),
        field_confidence=draw(st.dictionaries(st.sampled_from(["time", "place"]), unit)),
        trace=draw(
            tuples(
                st.builds(Trace, words, words, tuples(spans(len(text))), words, st.none() | words)
            )
        ),
    )


@st.composite
def controls(draw: st.DrawFn, text: str) -> ControlStatement:
    quote = draw(spans(len(text)))
    return ControlStatement(
        quote=quote.of(text),
        quote_span=quote,
        actor=draw(parties(text)),
        place=draw(st.none() | places(text)),
        extent=draw(st.sampled_from([None, "70%", "most", "part", "all"])),
        rule=draw(words),
        confidence=draw(unit),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(ALPHABET, max_size=80))
    return Document(
        name=draw(words),
        text=text,
        sha256=sha256(text.encode("utf-8")).hexdigest(),
        title=draw(st.none() | words),
        published=draw(st.none() | dates),
        published_basis=draw(st.none() | st.sampled_from(DateBasis)),
        language=draw(st.sampled_from(["ar", "en", "und"])),
        residue=draw(tuples(st.builds(Residue, spans(len(text)), words), 1)),
        origin=draw(st.dictionaries(words, words, max_size=2)),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report whose spans lie in its text; ids are unlike each other, the rest is free."""
    document = draw(documents())
    count = draw(st.integers(0, 3))
    coded = tuple(
        draw(claims(document.text, f"c{n}", draw(st.sampled_from(["i1", "i2"]))))
        for n in range(count)
    )
    return Report(
        document=document,
        claims=coded,
        incidents=tuple(
            Incident(label, tuple(c.id for c in coded if c.incident == label), draw(tuples(words)))
            for label in sorted({c.incident for c in coded})
        ),
        control=draw(tuples(controls(document.text), 1)),
        program=draw(words),
        pack=draw(words),
        notices=draw(tuples(words)),
    )
