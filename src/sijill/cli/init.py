"""`sijill init`: make a database, or bring one up to this program's version."""

import click

from sijill.cli import exits
from sijill.cli.parameters import in_database
from sijill.store.store import create


@click.command(epilog=exits.EXPLAINED)
@in_database
def init(db: str, wait: float) -> None:
    """Make the database DB, or bring it up to this version of the program.

    \b
      sijill init
      sijill init --db archive.db
      sijill init --db postgresql://user@host/name
    """
    with create(db, wait=wait) as store:
        counts = store.counts()
        held = f"{counts['reports']:,} reports" if counts["reports"] else "empty"
        click.echo(f"{store.name}: ready, version {store.version}, {held}")
