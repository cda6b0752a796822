"""`sijill code`: reports in, claims out."""

import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import click

from sijill.cli import coding, due, exits
from sijill.cli.account import Account
from sijill.cli.engine import load
from sijill.cli.output import output_options
from sijill.cli.parameters import WAIT, columns, of_inputs
from sijill.cli.progress import teller
from sijill.export.formats import FORMATS, format_of, pieces_of
from sijill.export.output import opened
from sijill.ingest.options import Options as InputOptions
from sijill.lexicon.pack import read
from sijill.model.document import Document
from sijill.model.report import Report

PIPE = "-"


@click.command(epilog=exits.EXPLAINED)
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option("--db", metavar="DB", help="Code what this database holds and has not coded yet.")
@click.option("-o", "--output", metavar="FILE", help="Where to write; - or none: standard output.")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    help="Else by the name of FILE; a table on a terminal, jsonl in a pipe.",
)
@of_inputs
@click.option("--pack", type=click.Path(path_type=Path), help="Folder of a language pack.")
@click.option("--language", default="ar", show_default=True, help="Language, without --pack.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes.")
@click.option("--no-text", is_flag=True, help="jsonl: leave the reports' texts out.")
@click.option("--bom", is_flag=True, help="csv: begin with a byte order mark, for Excel.")
@click.option(
    "--interface",
    type=click.Choice(["ar", "en"]),
    default="ar",
    show_default=True,
    help="html: language that the page opens in.",
)
@click.option("-q", "--quiet", is_flag=True, help="No counter and no summary, only refusals.")
def code(
    inputs: tuple[str, ...],
    db: str | None,
    output: str | None,
    format_name: str | None,
    published: date | None,
    pairs: tuple[str, ...],
    encoding: str | None,
    pack: Path | None,
    language: str,
    jobs: int,
    no_text: bool,
    bom: bool,
    interface: str,
    quiet: bool,
) -> None:
    """Code reports: who did what to whom, where, when, with what losses, according to whom.

    An INPUT is a file (text, HTML, JSON, JSONL, CSV, TSV), a folder, a pattern such as
    'news/*.html', or - for standard input. With --db the reports of a database are coded, and
    their claims go into it.

    \b
      sijill code report.txt --published 2024-05-15
      sijill code archive/ -o claims.csv
      sijill code feed.jsonl --columns text=body -o page.html
      sijill code --db archive.db --jobs 4
    """
    if db is not None:
        _alone(inputs, output)
        due.code_due(
            db, WAIT, language=_language(language, pack), pack=pack, jobs=jobs, quiet=quiet
        )
        return
    if not inputs:
        raise click.UsageError("name at least one INPUT, or a database with --db")
    target = None if output in (None, PIPE) else Path(str(output))
    terminal = target is None and sys.stdout.isatty()
    name = format_name or format_of(target, terminal=terminal)
    pieces = pieces_of(name)
    reading = InputOptions(published=published, columns=columns(pairs), encoding=encoding)
    writing = output_options(name, terminal, text=not no_text, bom=bom, interface=interface)
    language = _language(language, pack)
    if target is not None:
        coding.keep_reports(inputs, target)
    with opened(target) as put, teller(quiet=quiet, to_terminal=terminal) as tell:
        account = Account(language, tell.say)
        found = coding.documents(inputs, reading, account, target)
        coded = _reports(found, language, pack, jobs, account)
        for piece in pieces(tell.counted(coded), writing):
            put(piece)
    if not quiet:
        click.echo(account.summary(), err=True)
    exits.leave(account.code())


def _language(language: str, pack: Path | None) -> str:
    return language if pack is None else read(pack).language


def _alone(inputs: tuple[str, ...], output: str | None) -> None:
    if inputs:
        raise click.UsageError("with --db no INPUT; put reports into it with `sijill add`")
    if output is not None:
        raise click.UsageError("with --db no --output: the claims go into the database")


def _reports(
    found: Iterator[Document], language: str, pack: Path | None, jobs: int, account: Account
) -> Iterator[Report]:
    if jobs == 1:
        return coding.reports(found, load(language, pack), account)
    prepare = partial(coding.prepare, load, language, pack)
    return coding.reports_in_parallel(found, jobs, prepare, account)
