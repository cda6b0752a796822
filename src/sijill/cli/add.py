"""`sijill add`: reports into a database, each text once, with every place where it was found."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import click

from sijill.cli import exits
from sijill.cli.account import counted, listed
from sijill.cli.parameters import columns, in_database, iso_date
from sijill.cli.progress import Teller, teller
from sijill.ingest.options import Options
from sijill.ingest.read import Item, read
from sijill.ingest.refusal import Refusal, RefusalKind
from sijill.ingest.sources import Source, expand
from sijill.store.arrival import origin_of
from sijill.store.record import Added, Failure, Received
from sijill.store.store import Store, open_
from sijill.store.work import BROKEN

BATCH = 200
"""Documents written at once, where they are not long."""
LETTERS = 2_000_000
"""Characters written at once; a longer document is a batch of its own."""


@click.command(epilog=exits.EXPLAINED)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@in_database
@click.option(
    "--published",
    type=iso_date,
    metavar="DATE",
    help="Publication date of all reports, as 2024-05-15; goes before what the files say.",
)
@click.option(
    "--columns",
    "pairs",
    multiple=True,
    metavar="ROLE=COLUMN",
    help="Which column or field holds text, title, published, url, id: --columns text=body.",
)
@click.option("--encoding", help="Of all inputs; else it is recognised.")
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
    """Keep reports in the database: files, folders, patterns, or - for standard input.

    A text that is there already is not kept twice; its new place is noted. A run that was broken
    off can be run again: what is there stays, the rest is added.

    \b
      sijill add archive/ --db archive.db
      sijill add feed.jsonl --columns text=body,published=date
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


@dataclass(slots=True)
class Intake:
    """Gathers documents and refusals, and writes them in batches, each whole or not at all."""

    store: Store
    tell: Teller
    total: Added = field(default_factory=Added)
    refused: dict[str, int] = field(default_factory=dict)
    _received: list[Received] = field(default_factory=list)
    _letters: int = 0
    _failures: list[Failure] = field(default_factory=list)
    _begun: list[str] = field(default_factory=list)
    """Inputs whose reading began in this batch: what is kept of their earlier refusals goes."""

    def documents(self, inputs: tuple[str, ...], options: Options) -> Iterator[None]:
        """Take in everything that the inputs hold; yields once for each document."""
        for source in expand(inputs):
            if isinstance(source, Refusal):
                self._refuse(source.name, source)
                continue
            self._begun.append(source.name)
            for item in read(source, options):
                if self._take(source, item):
                    yield

    def _take(self, source: Source, item: Item) -> bool:
        if isinstance(item, Refusal):
            self._refuse(source.name, item)
            return False
        kind = "file" if source.path is not None else "stdin"
        self._received.append(Received(item, origin_of(item, kind, source.name, _now())))
        self._letters += len(item.text)
        if len(self._received) >= BATCH or self._letters >= LETTERS:
            self.flush()
        return True

    def _refuse(self, source: str, refusal: Refusal) -> None:
        if refusal.kind == RefusalKind.SKIPPED:
            self.tell.say(f"note: {refusal}")
            return
        self.tell.say(f"refused: {refusal}")
        kind = str(refusal.kind)
        self.refused[kind] = self.refused.get(kind, 0) + 1
        self._failures.append(Failure(source, refusal.name, kind, refusal.message))

    def flush(self) -> None:
        """Write what was gathered."""
        written = self.store.add(self._received, refused=self._failures, anew=self._begun)
        self.total = Added(
            self.total.new + written.new,
            self.total.again + written.again,
            self.total.known + written.known,
            self.total.redated + written.redated,
        )
        self._received, self._failures, self._begun = [], [], []
        self._letters = 0

    def close(self, job: int, **state: str) -> None:
        """Enter how the run ended."""
        counts = {"new": self.total.new, "again": self.total.again, "known": self.total.known}
        self.store.end(job, {**counts, "refused": sum(self.refused.values())}, **state)

    def summary(self) -> str:
        """One sentence that accounts for every input."""
        total = self.total
        parts = [f"{counted(total.new, 'report')} added"]
        if total.again:
            parts.append(f"{total.again:,} there already, found in a new place")
        if total.known:
            parts.append(f"{total.known:,} there already")
        if total.redated:
            parts.append(f"{total.redated:,} with a better-known date or title now")
        if self.refused:
            parts.append(f"{sum(self.refused.values()):,} refused ({listed(self.refused)})")
        return "; ".join(parts) + "."

    def code(self) -> int:
        """The exit code that this run stands for."""
        if self.total.new + self.total.again + self.total.known == 0:
            return exits.NOTHING_CODED
        return exits.SOME_REFUSED if self.refused else exits.DONE


def _now() -> datetime:
    return datetime.now(UTC)
