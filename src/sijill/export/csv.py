"""One row a claim, for spreadsheets and statistics.

Several values in one cell are joined by ` | `. Losses are summed over the sides of a claim; a
sum of which one part has no upper bound has none, and then its cell is empty.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from sijill.export.amount import amount
from sijill.export.options import Options
from sijill.model.claim import Claim, Loss, Party
from sijill.model.report import Report
from sijill.ontology.types import EVENT_TYPE_OF, LOSS_KINDS

COLUMNS = (
    "document",
    "published",
    "title",
    "claim",
    "incident",
    "event_type",
    "type",
    "status",
    "stance",
    "trigger",
    "quote",
    "quote_start",
    "quote_end",
    "time_text",
    "time_start",
    "time_end",
    "time_precision",
    "place_text",
    "place_name",
    "country",
    "latitude",
    "longitude",
    "place_precision",
    "place_uncertainty_km",
    "place_id",
    "initiator",
    "initiator_id",
    "target",
    "target_id",
    *(f"{kind}_{bound}" for kind in LOSS_KINDS for bound in ("min", "max")),
    "casualties",
    "sources",
    "sources_id",
    "confidence",
    "rule",
    "sha256",
    "program",
    "pack",
)
JOINT = " | "
# A spreadsheet takes a cell that begins like this for a formula and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Cell = str | int | float | None


def pieces(reports: Iterable[Report], options: Options) -> Iterator[str]:
    """The header, then the rows of one report at a time, with CRLF line ends (RFC 4180)."""
    yield ("\ufeff" if options.bom else "") + _written([list(COLUMNS)])
    for report in reports:
        rows = [list(row(report, claim).values()) for claim in report.claims]
        if rows:
            yield _written(rows)


def row(report: Report, claim: Claim) -> dict[str, Cell]:
    """The cells of one claim by column, not yet guarded."""
    document, time, place = report.document, claim.time, claim.place
    losses = {
        f"{kind}_{bound}": value
        for kind in LOSS_KINDS
        for bound, value in zip(("min", "max"), _sum(claim.casualties, kind), strict=True)
    }
    return {
        "document": document.name,
        "published": document.published.isoformat() if document.published else None,
        "title": document.title,
        "claim": claim.id,
        "incident": claim.incident,
        "event_type": EVENT_TYPE_OF.get(claim.type),
        "type": claim.type,
        "status": claim.status,
        "stance": claim.stance,
        "trigger": claim.trigger,
        "quote": claim.quote,
        "quote_start": claim.quote_span.start,
        "quote_end": claim.quote_span.end,
        "time_text": time.text,
        "time_start": time.start.isoformat() if time.start else None,
        "time_end": time.end.isoformat() if time.end else None,
        "time_precision": time.precision,
        "place_text": place.text if place else None,
        "place_name": place.name if place else None,
        "country": place.country if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "place_precision": place.precision if place else None,
        "place_uncertainty_km": place.uncertainty_km if place else None,
        "place_id": place.place if place else None,
        "initiator": _texts(claim.initiator),
        "initiator_id": _ids(claim.initiator),
        "target": _texts(claim.target),
        "target_id": _ids(claim.target),
        **losses,
        "casualties": JOINT.join(_loss(loss) for loss in claim.casualties),
        "sources": _texts(claim.sources),
        "sources_id": _ids(claim.sources),
        "confidence": round(claim.confidence, 3),
        "rule": claim.rule,
        "sha256": document.sha256,
        "program": report.program,
        "pack": report.pack,
    }


def guarded(cell: Cell) -> Cell:
    """A text that no spreadsheet runs: an apostrophe before what looks like a formula.

    Numbers are left alone: a western longitude begins with `-` and is no formula.
    """
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _written(rows: list[list[Cell]] | list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([guarded(c) for c in cells] for cells in rows)
    # A lone surrogate from a file name cannot be written as UTF-8.
    return out.getvalue().encode("utf-8", "replace").decode("utf-8")


def _texts(parties: tuple[Party, ...]) -> str:
    return JOINT.join(party.text for party in parties)


def _ids(parties: tuple[Party, ...]) -> str:
    """Ids in the order of the texts; an empty place where the registry has none."""
    return JOINT.join(party.id or "" for party in parties) if any(p.id for p in parties) else ""


def _sum(losses: tuple[Loss, ...], kind: str) -> tuple[int | None, int | None]:
    found = [loss for loss in losses if loss.kind == kind]
    if not found:
        return None, None
    most = [loss.maximum for loss in found]
    bounded = [value for value in most if value is not None]
    return sum(one.minimum for one in found), sum(bounded) if len(bounded) == len(most) else None


def _loss(loss: Loss) -> str:
    return f"{loss.kind} {loss.of} {amount(loss)}"
