"""Gold files, predictions and texts as the scorer sees them, whoever wrote them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sijill.errors import SijillError

Json = Mapping[str, Any]

PARTY_SLOTS = ("initiator", "target", "sources")


class GoldError(SijillError):
    """Gold files, their texts or predictions could not be read."""


@dataclass(frozen=True, slots=True)
class CodedClaim:
    """The scored values of one claim, gold or predicted; what is absent is empty."""

    id: str
    type: str | None
    trigger: str | None
    quote: str | None
    initiator: tuple[Json, ...]
    target: tuple[Json, ...]
    sources: tuple[Json, ...]
    place: tuple[Json, ...]
    time: tuple[tuple[str, str], ...]
    """At most one (start, end); a time with no start is no time."""
    casualties: tuple[tuple[Any, ...], ...]
    """(kind, of, min, max)"""
    stance: str | None
    status: str | None
    incident: str | None
    confidence: float | None = None
    field_confidence: Mapping[str, float] | None = None

    def items(self, slot: str) -> tuple[Any, ...]:
        """The values of one slot that is scored by its items."""
        found: tuple[Any, ...] = getattr(self, slot)
        return found


@dataclass(frozen=True, slots=True)
class Coded:
    """One document's claims and control statements."""

    name: str
    claims: tuple[CodedClaim, ...] = ()
    control: tuple[Json, ...] = ()
    published: str | None = None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A gold file with the text that it codes."""

    gold: Coded
    text: str


def claim_from(value: Json) -> CodedClaim:
    """The scored values of a claim in the gold schema; other keys are ignored."""
    time = value.get("time") or {}
    start = time.get("start")
    return CodedClaim(
        id=str(value.get("id", "")),
        type=value.get("type"),
        trigger=value.get("trigger"),
        quote=value.get("quote"),
        initiator=tuple(value.get("initiator") or ()),
        target=tuple(value.get("target") or ()),
        sources=tuple(value.get("sources") or ()),
        place=(value["place"],) if value.get("place") else (),
        time=((start, time.get("end") or start),) if start else (),
        casualties=tuple(
            (loss["kind"], loss.get("of"), loss.get("min"), loss.get("max"))
            for loss in value.get("casualties") or ()
        ),
        stance=value.get("stance"),
        status=value.get("status"),
        incident=value.get("incident"),
        confidence=value.get("confidence"),
        field_confidence=value.get("field_confidence"),
    )


def coded_from(value: Json) -> Coded:
    """One document in the gold schema or a superset of it, such as `sijill-report/1`."""
    return Coded(
        name=str(value["document"]),
        claims=tuple(claim_from(claim) for claim in value.get("claims") or ()),
        control=tuple(value.get("control") or ()),
        published=value.get("published"),
    )


def gold_in(folder: Path, texts: Path) -> Iterator[GoldDocument]:
    """The gold documents of a folder, by file name, each with its text.

    Raises GoldError where there is none or a text is missing.
    """
    files = sorted(folder.glob("*.json"))
    if len(files) == 0:
        raise GoldError(f"{folder}: no gold files (*.json) here")
    for file in files:
        try:
            gold = coded_from(json.loads(file.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{file}: not a gold file: {error!r}") from error
        yield GoldDocument(gold, text_of(gold.name, texts))


def text_of(name: str, texts: Path) -> str:
    """The text of document `name`; the ending `.txt` may be missing in the name."""
    for file in (texts / name, texts / f"{name}.txt"):
        if file.is_file():
            return file.read_text(encoding="utf-8")
    raise GoldError(f"{texts}: no text for {name!r}; give the folder of texts with --texts")


def predictions_in(file: Path) -> dict[str, Coded]:
    """Predicted documents of a JSONL file, by name without folder; the last of equal names."""
    found: dict[str, Coded] = {}
    try:
        raw = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{file}: cannot be read: {error}") from error
    for number, record in enumerate(raw.split("\n"), 1):
        if record.strip():
            try:
                one = coded_from(json.loads(record))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise GoldError(f"{file}, line {number}: not a coded report: {error!r}") from error
            found[Path(one.name).name] = one
    return found


def predicted(name: str, predictions: Mapping[str, Coded]) -> Coded:
    """What was predicted for gold document `name`; an empty document if nothing was."""
    return predictions.get(name) or predictions.get(f"{name}.txt") or Coded(name)
