"""Documents on their way into a database: gathered, written in batches, and accounted for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby

from sijill.cli import exits
from sijill.cli.account import counted, listed
from sijill.cli.progress import Teller
from sijill.ingest.fetch_address import is_url
from sijill.ingest.options import Options
from sijill.ingest.read import Item, read
from sijill.ingest.refusal import Refusal, RefusalKind, RefusedError
from sijill.ingest.sources import Source, expand
from sijill.model.document import Document
from sijill.store.arrival import origin_of
from sijill.store.record import Added, Failure, Origin, Received
from sijill.store.store import Store

BATCH = 200
"""Documents written at once, where they are not long."""
LETTERS = 2_000_000
"""Characters written at once; a longer document is a batch of its own."""


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
        for source in sources(inputs):
            if isinstance(source, Refusal):
                self.begin(source.name)
                self.refuse(source.name, source)
                continue
            self.begin(source.name)
            for item in read(source, options):
                if self._take(source, item):
                    yield

    def begin(self, source: str) -> None:
        """Enter an input that is read now: what is kept of its earlier refusals goes."""
        self._begun.append(source)

    def _take(self, source: Source, item: Item) -> bool:
        if isinstance(item, Refusal):
            self.refuse(source.name, item)
            return False
        self.keep(item, origin_of(item, _kind(source), source.name, _retrieved(item)))
        return True

    def keep(self, document: Document, origin: Origin) -> None:
        """Gather a document; it is written when the batch is full, or by `flush`."""
        self._received.append(Received(document, origin))
        self._letters += len(document.text)
        if len(self._received) >= BATCH or self._letters >= LETTERS:
            self.flush()

    def refuse(self, source: str, refusal: Refusal) -> None:
        """Enter what was not read, and tell it."""
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


def sources(inputs: tuple[str, ...]) -> Iterator[Source | Refusal]:
    """Every input that the words name; web addresses are fetched as their turn comes."""
    for on_web, words in groupby(inputs, is_url):
        if not on_web:
            yield from expand(list(words))
            continue
        for word in words:
            yield fetched(word)


def fetched(url: str) -> Source | Refusal:
    """The page at the URL as an input, or why it is none."""
    from sijill.ingest import fetch as web  # urllib3: only where something is fetched

    try:
        page = web.fetch(url, web.RULES)
    except RefusedError as error:
        return error.of(url)
    return Source(url, content=page.content, url=page.url, charset=page.charset)


def _kind(source: Source) -> str:
    if source.url is not None:
        return "url"
    return "file" if source.path is not None else "stdin"


def _retrieved(document: Document) -> datetime:
    """When the text was had: an archive says it of each page, else it is now."""
    said = document.origin.get("retrieved")
    return datetime.fromisoformat(said) if said else datetime.now(UTC)
