"""From inputs to reports: read, code, and enter what becomes of each in the account."""

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from sijill.cli.account import Account
from sijill.cli.engine import Engine
from sijill.cli.parallel import in_order
from sijill.errors import ExportError, SijillError
from sijill.export.formats import is_output
from sijill.ingest.options import Options
from sijill.ingest.read import read
from sijill.ingest.refusal import Refusal
from sijill.ingest.sources import expand
from sijill.model.document import Document
from sijill.model.report import Report

Outcome = Report | tuple[str, str]
"""A report, or the name of a document at which the engine failed, and how."""


def documents(
    inputs: Sequence[str], options: Options, account: Account, output: Path | None = None
) -> Iterator[Document]:
    """Every document of the inputs; refusals go to the account.

    The output of an earlier run that lies among the inputs is not read. Raises ExportError where
    the output would replace a report.
    """
    written = None if output is None else output.resolve()
    for source in expand(inputs):
        if isinstance(source, Refusal):
            account.refuse(source)
            continue
        if written is not None and source.path is not None and source.path.resolve() == written:
            keep_reports((source.name,), written)
            account.say(f"note: {source.name}: was written by an earlier run, not read")
            continue
        for item in read(source, options):
            if isinstance(item, Refusal):
                account.refuse(item)
            else:
                yield item


def keep_reports(inputs: Iterable[str], output: Path) -> None:
    """Raises ExportError if the output is an input, or lies in one, and is not our own."""
    place = output.resolve()
    if not place.is_file() or is_output(place):
        return
    for word in inputs:
        given = Path(word).resolve()
        if place == given or given in place.parents:
            raise ExportError(f"{output}: is one of the inputs and would be lost; choose another")


def reports(found: Iterable[Document], engine: Engine, account: Account) -> Iterator[Report]:
    """The reports of all documents, in order, one at a time."""
    yield from _entered(outcomes(found, engine), account)


def reports_in_parallel(
    found: Iterable[Document], jobs: int, prepare: Callable[[], None], account: Account
) -> Iterator[Report]:
    """As `reports`, on several processes that each `prepare` an engine."""
    yield from _entered(outcomes_in_parallel(found, jobs, prepare), account)


def outcomes(found: Iterable[Document], engine: Engine) -> Iterator[Outcome]:
    """What comes of each document, in order."""
    return (_outcome(engine, document) for document in found)


def outcomes_in_parallel(
    found: Iterable[Document], jobs: int, prepare: Callable[[], None]
) -> Iterator[Outcome]:
    """As `outcomes`, on several processes that each `prepare` an engine."""
    return in_order(_code_chunk, found, jobs, prepare)


def _entered(found: Iterable[Outcome], account: Account) -> Iterator[Report]:
    for outcome in found:
        if isinstance(outcome, Report):
            yield account.take(outcome)
        else:
            account.fail(*outcome)


def _outcome(engine: Engine, document: Document) -> Outcome:
    try:
        return engine(document)
    except Exception as error:
        # One bad document must not cost the other thousands; it is counted and named.
        return document.name, repr(error)


_engine: Engine | SijillError | None = None
"""The engine of a worker process, or why there is none."""


def prepare(load: Callable[[str, Path | None], Engine], language: str, pack: Path | None) -> None:
    """Load this process's engine; what is wrong with its data is raised at the first document."""
    global _engine
    # The parent is interrupted too, and ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _engine = load(language, pack)
    except SijillError as error:
        _engine = SijillError(str(error))


def _code_chunk(chunk: list[Document]) -> list[Outcome]:
    assert _engine is not None
    if isinstance(_engine, SijillError):
        raise _engine
    return [_outcome(_engine, document) for document in chunk]
