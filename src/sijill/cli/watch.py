"""`sijill watch`: new reports of feeds into a database, now or again and again."""

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sijill.cli import exits
from sijill.cli.intake import Intake
from sijill.cli.parameters import in_database
from sijill.cli.progress import teller
from sijill.store.store import Store, open_
from sijill.store.work import BROKEN

if TYPE_CHECKING:
    from sijill.cli.watching import Plan


@click.command(epilog=exits.EXPLAINED)
@click.argument("feeds", type=click.Path(path_type=Path, dir_okay=False), metavar="FEEDS.TOML")
@in_database
@click.option("--once", is_flag=True, help="One round, not one after the other.")
@click.option("-q", "--quiet", is_flag=True, help="No counter and no summary, only refusals.")
def watch(feeds: Path, db: str, wait: float, once: bool, quiet: bool) -> None:
    """Keep what is new in the RSS and Atom feeds that the file FEEDS.TOML names.

    \b
      contact = "archive@example.org"    told to the hosts
      every = 30                         minutes from round to round
      delay = 5                          seconds between two requests to one host
      [[feed]]
      url = "https://news.example/rss"
      pages = false                      the feed's own text, not each report's page

    Hosts are asked one page at a time, with a pause, and only for what their robots.txt allows.
    What cannot be had now is tried again in the next round.
    """
    from sijill.cli.watching import plan  # urllib3: only where something is fetched

    found = plan(feeds)
    with open_(db, wait=wait) as store:
        while True:
            code = _round(store, found, quiet)
            if once:
                break
            time.sleep(found.every * 60)
    exits.leave(code)


def _round(store: Store, found: "Plan", quiet: bool) -> int:
    """Go over the feeds once, say what came of it, and give the exit code for it."""
    from sijill.cli.watching import Round
    from sijill.ingest import fetch
    from sijill.ingest.manners import Manners

    rules = fetch.RULES
    if found.contact:
        rules = replace(rules, agent=f"{rules.agent[:-1]}; {found.contact})")
    job = store.begin("watch", [feed.url for feed in found.feeds])
    with teller(quiet=quiet, to_terminal=False) as tell:
        intake = Intake(store, tell)
        this = Round(store, intake, Manners(rules, found.delay))
        try:
            for _ in tell.counted(this.all(found.feeds)):
                pass
        except BaseException:
            intake.close(job, state=BROKEN)
            raise
        intake.close(job)
    if not quiet:
        same = f" {this.unchanged:,} of {len(found.feeds):,} feeds unchanged."
        click.echo(intake.summary() + (same if this.unchanged else ""), err=True)
    return exits.SOME_REFUSED if intake.refused else exits.DONE
