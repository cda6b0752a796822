"""What a search found, for a terminal or as lines of JSON."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from sijill.export.bidi import isolated, plain
from sijill.export.options import Options
from sijill.export.table import cells, headings, printed
from sijill.model.codec import claim_json, line
from sijill.store.record import StoredClaim, StoredReport

FORMAT = "sijill-found/1"


def claims(
    found: Sequence[StoredClaim], total: int, layout: str, options: Options, *, more: bool = False
) -> Iterator[str]:
    """The claims, each with its report and what people decided of it.

    `total` is how many there are in all, or with `more` at least.
    """
    if layout == "jsonl":
        for one in found:
            yield line({"format": FORMAT, **_record(one)}) + "\n"
        return
    rows = [
        [*cells(one.claim), Text(plain(_report(one.report) + _mark(one.review)))] for one in found
    ]
    shown = printed([*headings(), ("Report", 4)], rows, options) if rows else ""
    yield isolated(shown) if options.colour else shown
    beyond = f" of {total:,}{' or more' if more else ''}" if total > len(found) else ""
    yield f"{len(found):,}{beyond} claim{'' if len(found) == 1 else 's'}\n"


def reports(found: Sequence[StoredReport], layout: str, options: Options) -> Iterator[str]:
    """The reports: date, name, title."""
    if layout == "jsonl":
        for one in found:
            yield line({"format": FORMAT, "report": _identity(one)}) + "\n"
        return
    rows = [
        [Text(one.published or ""), Text(plain(one.name)), Text(plain(one.title or ""))]
        for one in found
    ]
    shown = printed([("Published", 1), ("Report", 4), ("Title", 5)], rows, options) if rows else ""
    yield isolated(shown) if options.colour else shown
    yield f"{len(found):,} report{'' if len(found) == 1 else 's'}\n"


def _record(one: StoredClaim) -> dict[str, object]:
    return {
        "report": _identity(one.report),
        "review": one.review,
        "claim": claim_json(one.claim),
    }


def _identity(report: StoredReport) -> dict[str, object]:
    return {
        "sha256": report.sha256,
        "document": report.name,
        "title": report.title,
        "published": report.published,
        "language": report.language,
    }


def _report(report: StoredReport) -> str:
    return report.title or report.name


def _mark(review: str) -> str:
    return "" if review == "none" else f" [{review}]"
