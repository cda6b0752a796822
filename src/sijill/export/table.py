"""Claims at a glance, for a terminal: a small table for each report as it is coded."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sijill.export.amount import amount
from sijill.export.bidi import isolated, plain
from sijill.export.options import Options
from sijill.model.claim import Claim, Party, Place, Time
from sijill.model.report import Report

_COLUMNS = (
    ("Event", 4),
    ("When", 3),
    ("Where", 4),
    ("Who", 4),
    ("Whom", 4),
    ("Losses", 4),
    ("Says who", 3),
)


def pieces(reports: Iterable[Report], options: Options) -> Iterator[str]:
    """One table for each report; a report without claims says so in a line."""
    for report in reports:
        rows = _rendered(report, options)
        yield isolated(rows) if options.colour else rows


def printed(
    columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Text]], options: Options
) -> str:
    """A table of its own: its columns with their relative widths, and its rows."""
    out = StringIO()
    _console(out, options).print(_laid_out(columns, rows))
    return out.getvalue()


def headings() -> list[tuple[str, int]]:
    """The columns in which a claim is shown, with their relative widths."""
    return list(_COLUMNS)


def cells(claim: Claim) -> list[Text]:
    """A claim, a cell for each column."""
    losses = (f"{loss.kind} {amount(loss)} ({loss.of})" for loss in claim.casualties)
    return [
        Text(_event(claim)),
        Text(_when(claim.time)),
        Text(_where(claim.place)),
        Text(_who(claim.initiator)),
        Text(_who(claim.target)),
        Text("\n".join(losses)),
        Text(_who(claim.sources)),
    ]


def _console(out: StringIO, options: Options) -> Console:
    return Console(
        file=out,
        width=options.width,
        force_terminal=options.colour,
        color_system="standard" if options.colour else None,
        highlight=False,
        legacy_windows=False,
    )


def _rendered(report: Report, options: Options) -> str:
    out = StringIO()
    console = _console(out, options)
    document = report.document
    published = document.published.isoformat() if document.published else "no date"
    console.print(
        Text(f"{plain(document.name)}  {published}  ", style="bold"),
        Text(_counted(report), style="dim"),
        end="\n",
    )
    if report.claims:
        console.print(_laid_out(_COLUMNS, map(cells, report.claims)))
    for notice in report.notices:
        console.print(Text(f"  note: {plain(notice)}", style="yellow"))
    console.print()
    return out.getvalue()


def _counted(report: Report) -> str:
    parts = [
        (len(report.claims), "claim"),
        (len(report.incidents), "incident"),
        (len(report.control), "control statement"),
    ]
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in parts)


def _laid_out(columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Text]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, show_lines=False)
    for heading, ratio in columns:
        table.add_column(heading, ratio=ratio, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _event(claim: Claim) -> str:
    marks = [value for value in (claim.status, claim.stance) if value not in ("new", "reports")]
    marked = f" ({', '.join(marks)})" if marks else ""
    return f"{claim.type}{marked} {claim.confidence:.2f}"


def _when(time: Time) -> str:
    if time.start is None:
        return ""
    if time.end is None or time.end == time.start:
        return time.start.isoformat()
    return f"{time.start.isoformat()} – {time.end.isoformat()}"


def _where(place: Place | None) -> str:
    if place is None:
        return ""
    if place.lat is None or place.lon is None:
        return plain(place.name)
    return f"{plain(place.name)} {place.lat:.3f},{place.lon:.3f} ({place.precision})"


def _who(parties: tuple[Party, ...]) -> str:
    return "\n".join(plain(party.text) for party in parties)
