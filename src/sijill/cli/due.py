"""Coding what a database holds and this program has not coded yet, in batches."""

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic

import click

from sijill.cli import coding, exits
from sijill.cli.account import FAULT, Account
from sijill.cli.engine import data, load
from sijill.cli.progress import teller
from sijill.errors import StoreError
from sijill.model.document import Document
from sijill.model.report import Report
from sijill.store.record import Failure, Stamp
from sijill.store.rows import Places
from sijill.store.store import Store, open_
from sijill.store.work import BROKEN

BATCH = 64
"""Reports entered at once."""
SECONDS = 5.0
"""Longest time for which coded reports wait to be entered: so much is lost when killed."""
PAGE = 200
"""Documents read at once."""


def code_due(
    db: str, wait: float, *, language: str, pack: Path | None, jobs: int, quiet: bool
) -> None:
    """Code every report of the database whose current coding is not this program's and pack's."""
    with open_(db, wait=wait) as store, teller(quiet=quiet, to_terminal=False) as tell:
        stamp, places = data(language, pack)
        account = Account(language, tell.say)
        job = store.begin("code", [stamp.program, stamp.pack, stamp.digest[:12]])
        try:
            outcomes = _outcomes(store, stamp, language, pack, jobs)
            seen = _enter(store, stamp, places, tell.counted(outcomes), account)
        except BaseException:
            # The database may be what failed; then it will be told of the run by the next one.
            with suppress(StoreError):
                store.end(job, _counts(account), state=BROKEN)
            raise
        store.end(job, _counts(account))
    if not quiet:
        click.echo(account.summary() if seen else f"{store.name}: nothing is due", err=True)
    exits.leave(account.code() if seen and account.refused else exits.DONE)


def _outcomes(
    store: Store, stamp: Stamp, language: str, pack: Path | None, jobs: int
) -> Iterator[tuple[Document, coding.Outcome]]:
    """Each document that is due, with what came of it."""
    waiting: deque[Document] = deque()
    found = _documents(store, stamp, waiting)
    if jobs == 1:
        # An engine is slow to load: not where nothing is due.
        first = next(found, None)
        if first is None:
            return
        engine = load(language, pack)
        outcomes = coding.outcomes(_from(first, found), engine)
    else:
        prepare = partial(coding.prepare, load, language, pack)
        outcomes = coding.outcomes_in_parallel(found, jobs, prepare)
    for outcome in outcomes:
        yield waiting.popleft(), outcome


def _from(first: Document, rest: Iterator[Document]) -> Iterator[Document]:
    yield first
    yield from rest


def _documents(store: Store, stamp: Stamp, waiting: "deque[Document]") -> Iterator[Document]:
    """The documents that are due, by SHA-256, noted in `waiting` as they are handed out."""
    after = ""
    while page := store.pending(stamp, after=after, limit=PAGE):
        for document in page:
            waiting.append(document)
            yield document
        after = page[-1].sha256


def _enter(
    store: Store,
    stamp: Stamp,
    places: Places,
    outcomes: Iterator[tuple[Document, coding.Outcome]],
    account: Account,
) -> int:
    """Enter all outcomes, a batch at a time; how many there were."""
    coded: list[Report] = []
    failed: list[Failure] = []
    seen, since = 0, monotonic()
    for document, outcome in outcomes:
        seen += 1
        if isinstance(outcome, Report):
            coded.append(account.take(outcome))
        else:
            account.fail(*outcome)
            failed.append(Failure(document.sha256, document.name, FAULT, outcome[1]))
        if len(coded) + len(failed) >= BATCH or monotonic() - since > SECONDS:
            store.enter(coded, stamp, places, failed=failed)
            coded, failed, since = [], [], monotonic()
    store.enter(coded, stamp, places, failed=failed)
    return seen


def _counts(account: Account) -> dict[str, int]:
    return {
        "coded": account.coded,
        "claims": account.claims,
        "control": account.control,
        "other_languages": sum(account.other_languages.values()),
        "failed": sum(account.refused.values()),
    }
