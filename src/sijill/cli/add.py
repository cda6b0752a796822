"""`sijill add`: reports into a database, each text once, with every place where it was found."""

from datetime import date

import click

from sijill.cli import exits
from sijill.cli.intake import Intake
from sijill.cli.parameters import columns, in_database, of_inputs
from sijill.cli.progress import teller
from sijill.ingest.options import Options
from sijill.store.store import open_
from sijill.store.work import BROKEN


@click.command(epilog=exits.EXPLAINED)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@in_database
@of_inputs
@click.option("-q", "--quiet", is_flag=True, help="No counter and no summary, only refusals.")
def add(
    inputs: tuple[str, ...],
    db: str,
    wait: float,
    published: date | None,
    pairs: tuple[str, ...],
    encoding: str | None,
    quiet: bool,
) -> None:
    """Keep reports in the database: files, folders, patterns, web addresses, or - for standard
    input.

    A text that is there already is not kept twice; its new place is noted. A run that was broken
    off can be run again: what is there stays, the rest is added.

    \b
      sijill add archive/ --db archive.db
      sijill add feed.jsonl --columns text=body,published=date
      sijill add https://news.example/2024/05/15/a-report --db archive.db
    """
    options = Options(published=published, columns=columns(pairs), encoding=encoding)
    with open_(db, wait=wait) as store, teller(quiet=quiet, to_terminal=False) as tell:
        job = store.begin("add", inputs)
        intake = Intake(store, tell)
        try:
            for _ in tell.counted(intake.documents(inputs, options)):
                pass
            intake.flush()
        except BaseException:
            intake.close(job, state=BROKEN)
            raise
        intake.close(job)
    if not quiet:
        click.echo(intake.summary(), err=True)
    exits.leave(intake.code())
