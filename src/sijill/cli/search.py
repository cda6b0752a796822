"""`sijill search`: find claims and reports in a database by words and facets."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from sijill.cli import exits
from sijill.cli.facets import read_query
from sijill.cli.output import output_options
from sijill.cli.parameters import in_database, iso_date
from sijill.export import found
from sijill.export.output import opened
from sijill.ontology.types import EVENT_TYPES, LOSS_KINDS, STANCES, STATUSES
from sijill.store.judging import REVIEWS
from sijill.store.query import Query
from sijill.store.search import FACETS
from sijill.store.store import Store, open_

_TYPES = ", ".join(EVENT_TYPES)
_NAME = "NAME"
MOST = 10_000
"""Claims that are counted beyond those shown."""


@click.command(epilog=exits.EXPLAINED)
@click.argument("words", nargs=-1)
@in_database
@click.option("--without", multiple=True, metavar="WORDS", help="Leave out what holds these.")
@click.option("--in-report", is_flag=True, help="Look for WORDS in whole reports, not in claims.")
@click.option("--reports", is_flag=True, help="List reports, not claims.")
@click.option("--from", "start", type=iso_date, metavar="DATE", help="On this day or later.")
@click.option("--to", "end", type=iso_date, metavar="DATE", help="On this day or earlier.")
@click.option("--place", multiple=True, metavar=_NAME, help="In this place or what lies in it.")
@click.option("--country", multiple=True, metavar="CODE", help="In this country: SY, YE …")
@click.option("--box", metavar="S,W,N,E", help="Between these degrees.")
@click.option("--near", metavar="PLACE", help="Around a place, or LAT,LON; see --km.")
@click.option("--km", type=click.FloatRange(0), default=10.0, show_default=True)
@click.option("--type", "types", multiple=True, metavar="TYPE", help=f"Sub-event, or {_TYPES}.")
@click.option("--actor", multiple=True, metavar=_NAME, help="On any side, or as a source.")
@click.option("--initiator", multiple=True, metavar=_NAME, help="Who did it.")
@click.option("--target", multiple=True, metavar=_NAME, help="Whom it was done to.")
@click.option("--source", multiple=True, metavar=_NAME, help="Who says so.")
@click.option("--stance", multiple=True, type=click.Choice(STANCES))
@click.option("--status", multiple=True, type=click.Choice(STATUSES))
@click.option("--losses", multiple=True, metavar="KIND[:N]", help=f"{', '.join(LOSS_KINDS)}; N+.")
@click.option("--confidence", type=click.FloatRange(0, 1), help="At least so sure.")
@click.option("--review", multiple=True, type=click.Choice(REVIEWS), help="What people decided.")
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="0: all.")
@click.option("--by", type=click.Choice(sorted(FACETS)), help="Count claims by this instead.")
@click.option("-f", "--format", "layout", type=click.Choice(["table", "jsonl"]))
def search(
    words: tuple[str, ...],
    db: str,
    wait: float,
    start: date | None,
    end: date | None,
    reports: bool,
    limit: int,
    by: str | None,
    layout: str | None,
    **facets: Any,
) -> None:
    """Find claims by WORDS and facets, newest first. All that you give must hold; of an option

    given twice, either (sides: each).

    Marks, hamza, the article, particles and pronouns of words do not matter. A name of an actor or
    a place stands for it under any of its names, Arabic or English. Quotes hold words together.

    \b
      sijill search قصف حلب --from 2018-01-01 --losses killed:10
      sijill search --actor ISIS --place Raqqa --type "Armed clash"
      sijill search --source "المرصد السوري" --by month
    """
    terminal = sys.stdout.isatty()
    layout = layout or ("table" if terminal else "jsonl")
    query, notes = read_query(" ".join(words), start, end, **facets)
    for note in notes:
        click.echo(f"note: {note}", err=True)
    with open_(db, wait=wait) as store, opened(None) as put:
        for piece in _pieces(store, query, layout, terminal, limit or None, reports, by):
            put(piece)


def _pieces(
    store: Store,
    query: Query,
    layout: str,
    terminal: bool,
    limit: int | None,
    reports: bool,
    by: str | None,
) -> Iterator[str]:
    options = output_options(layout, terminal, bom=False, interface="en")
    if by is not None:
        for value, count in store.tally(query, by):
            row = {"value": value, "claims": count}
            yield (
                json.dumps(row, ensure_ascii=False) + "\n"
                if layout == "jsonl"
                else f"{count:>9,}  {value if value is not None else '-'}\n"
            )
    elif reports:
        listed = store.search_reports(query, limit=limit)
        yield from found.reports(listed, layout, options)
    else:
        claims = store.search(query, limit=limit)
        full = layout == "table" and len(claims) == limit
        total = store.count(query, most=MOST) if full else len(claims)
        yield from found.claims(claims, total, layout, options, more=total == MOST)
