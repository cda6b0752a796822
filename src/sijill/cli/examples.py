"""The examples that the rules of a pack carry, run through the whole engine.

`finds` are sentences in which `span` must be found by the room that the rule belongs to. `skips`
are near misses: no such span may be found, and of a trigger, which a clause can still turn down,
no claim may come.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from sijill.model.document import Document
from sijill.model.span import Span
from sijill.pipeline import Engine, document_of


class Example(NamedTuple):
    """One example: the rule it stands at, its text, and what must be found (None: nothing)."""

    rule: str
    text: str
    span: str | None
    published: date | None


Spans = Callable[[Engine, Document], list[Span]]


def _triggers(engine: Engine, document: Document) -> list[Span]:
    return [trigger.span for trigger in engine.scene(engine.tag(document)).triggers]


def _times(engine: Engine, document: Document) -> list[Span]:
    return [one.item.mention.span for one in engine.scene(engine.tag(document)).times.items]


def _actors(engine: Engine, document: Document) -> list[Span]:
    return [one.item.span for one in engine.scene(engine.tag(document)).actors.items]


def _losses(engine: Engine, document: Document) -> list[Span]:
    return [one.item.span for one in engine.scene(engine.tag(document)).losses.items]


def _claims(engine: Engine, document: Document) -> list[Span]:
    return [claim.trigger_span for claim in engine(document).claims]


FOUND: dict[str, Spans] = {
    "triggers": _triggers,
    "time": _times,
    "actors": _actors,
    "losses": _losses,
}
"""For each rule file whose examples can be run: what of its kind is found."""
SKIPPED = {**FOUND, "triggers": _claims}
"""For each: what must not be found where a rule skips."""
ELSEWHERE = frozenset(("dateline",))
"""Sections whose examples are not about mentions: a date line dates the document."""


def faults(engine: Engine) -> Iterator[str]:
    """Every example of the engine's pack that does not hold, one sentence each."""
    for file in FOUND:
        for example in _examples(engine.pack.rules.get(file, {}), ""):
            fault = _fault(engine, file, example)
            if fault is not None:
                yield f"{file}.toml: {example.rule}: {fault}"


def _fault(engine: Engine, file: str, example: Example) -> str | None:
    document = replace(
        document_of(example.text), language=engine.pack.language, published=example.published
    )
    if example.span is None:
        spans = SKIPPED[file](engine, document)
        found = spans[0].of(example.text) if spans else None
        return f"{found!r} is found in {example.text!r}, which it skips" if found else None
    at = example.text.find(example.span)
    if at < 0:
        return f"its example {example.text!r} does not hold the words {example.span!r}"
    wanted = Span(at, at + len(example.span))
    spans = FOUND[file](engine, document)
    # A trigger's span may leave the article out, or take in the subject of a verb and its object.
    if wanted in spans or (file == "triggers" and any(wanted.overlaps(span) for span in spans)):
        return None
    instead = ", ".join(repr(span.of(example.text)) for span in spans) or "nothing"
    return f"{example.span!r} is not found in {example.text!r}, but {instead}"


def _examples(value: Any, rule: str) -> Iterator[Example]:
    if isinstance(value, Mapping):
        for text in value.get("skips", ()):
            yield Example(rule, text, None, None)
        for one in value.get("finds", ()):
            day = date.fromisoformat(one["on"]) if "on" in one else None
            yield Example(rule, one.get("text", value.get("text", "")), one["span"], day)
        for key, item in value.items():
            if key not in ("finds", "skips", *ELSEWHERE):
                yield from _examples(item, f"{rule}.{key}".lstrip("."))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            name = item.get("id", number) if isinstance(item, Mapping) else number
            yield from _examples(item, f"{rule}[{name}]")
