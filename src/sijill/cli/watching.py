"""One round over the feeds that are watched: what is new in each goes into the database."""

import tomllib
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sijill.cli.intake import Intake
from sijill.errors import IngestError
from sijill.ingest.feed import Entry, entries
from sijill.ingest.fetch import FEEDS, FetchError
from sijill.ingest.manners import Manners
from sijill.ingest.options import Options
from sijill.ingest.read import read
from sijill.ingest.refusal import Refusal, RefusedError
from sijill.ingest.sources import Source
from sijill.model.document import DateBasis, Document
from sijill.store import feeds as kept
from sijill.store.record import Origin
from sijill.store.store import Store


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is watched."""

    url: str
    pages: bool = True
    """Whether to fetch each entry's page; else the feed's own text is taken."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a feeds file says."""

    feeds: tuple[Feed, ...]
    every: float = 30.0
    """Minutes from one round to the next."""
    delay: float = 5.0
    """Seconds between two requests to one host."""
    contact: str = ""
    """Told to the hosts, so that they can complain."""


_NUMBERS = {"every": 1.0, "delay": 1.0}
"""Settings that are numbers, and their least values: hosts are never asked faster."""


def plan(path: Path) -> Plan:
    """The feeds file, read. Raises IngestError that says what is wrong in it."""
    try:
        loaded = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise IngestError(f"{path}: cannot be read: {error.strerror}; check the path") from error
    except ValueError as error:
        raise IngestError(f"{path}: is not TOML: {error}") from error
    listed = loaded.pop("feed", None)
    if not isinstance(listed, list) or not listed:
        raise IngestError(f'{path}: names no feed; write [[feed]] and below it url = "https://…"')
    found = {one.url: one for one in (_feed(path, one) for one in listed)}
    return Plan(tuple(found.values()), **_settings(path, loaded))


def _settings(path: Path, loaded: dict[str, Any]) -> dict[str, Any]:
    for name, value in loaded.items():
        if name in _NUMBERS:
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if not number or not value >= _NUMBERS[name]:
                raise IngestError(f"{path}: '{name}' must be a number, at least {_NUMBERS[name]:g}")
        elif name != "contact":
            raise IngestError(
                f"{path}: '{name}' is no setting; the settings are every, delay, contact, feed"
            )
        elif not isinstance(value, str) or not value.isascii() or not value.isprintable():
            raise IngestError(f"{path}: 'contact' must be an address in plain letters")
    return loaded


def _feed(path: Path, written: object) -> Feed:
    if not isinstance(written, dict) or not isinstance(written.get("url"), str):
        raise IngestError(f'{path}: a feed has no url; write url = "https://…" below [[feed]]')
    unknown = sorted(set(written) - {"url", "pages"})
    if unknown or not isinstance(written.get("pages", True), bool):
        wrong = unknown[0] if unknown else "pages"
        raise IngestError(f"{path}: '{wrong}' cannot be taken; a feed has url, and pages = false")
    return Feed(written["url"], written.get("pages", True))


@dataclass(slots=True)
class Round:
    """Goes once over all feeds. Broken off at any point, the next one goes on."""

    store: Store
    intake: Intake
    manners: Manners
    unchanged: int = 0
    failed: int = 0
    """Feeds that could not be read."""

    def all(self, feeds: tuple[Feed, ...]) -> Iterator[None]:
        """Every feed in its order; yields for each entry that was dealt with."""
        for feed in feeds:
            yield from self._feed(feed)
        self.intake.flush()

    def _feed(self, feed: Feed) -> Iterator[None]:
        with self.store.read() as connection:
            etag, modified = kept.looked(connection, feed.url)
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        self.intake.begin(feed.url)
        try:
            page = self.manners.ask(
                feed.url, media=FEEDS, headers={name: said for name, said in asked.items() if said}
            )
            if page.status == 304:
                self.unchanged += 1
                return
            found = entries(page.content, page.url)
        except RefusedError as error:
            self.failed += 1
            self.intake.refuse(feed.url, error.of(feed.url))
            return
        if (yield from self._entries(feed, found)):
            said = page.headers
            with self.store.write() as connection:
                validators = said.get("etag", ""), said.get("last-modified", "")
                kept.look(connection, feed.url, *validators, _now())

    def _entries(self, feed: Feed, found: list[Entry]) -> Generator[None, None, bool]:
        """Deal with what is new; whether nothing is left for another time."""
        with self.store.read() as connection:
            seen = kept.seen(connection, feed.url, [entry.key for entry in found])
        whole = True
        for entry in found:
            if entry.key in seen:
                continue
            if self._entry(feed, entry):
                self.intake.flush()  # First the report, then the note that it is there.
                with self.store.write() as connection:
                    kept.see(connection, feed.url, entry.key, _now())
            else:
                whole = False
            yield
        return whole

    def _entry(self, feed: Feed, entry: Entry) -> bool:
        """Take in one entry; False if it should be tried another time."""
        self.intake.begin(entry.key)
        try:
            for item in self._items(feed, entry):
                if isinstance(item, Refusal):
                    self.intake.refuse(entry.key, item)
                else:
                    self.intake.keep(item, Origin("feed", feed.url, _now(), entry.key))
        except RefusedError as error:
            self.intake.refuse(entry.key, error.of(entry.key))
            return not (isinstance(error, FetchError) and error.passing)
        return True

    def _items(self, feed: Feed, entry: Entry) -> Iterator[Document | Refusal]:
        if not feed.pages or entry.link is None:
            yield entry.document()
            return
        page = self.manners.ask(entry.link)
        source = Source(entry.link, content=page.content, url=page.url, charset=page.charset)
        for item in read(source, Options()):
            yield item if isinstance(item, Refusal) else _dated(item, entry)


def _dated(document: Document, entry: Entry) -> Document:
    """The page with the feed's title and day, where it has none of its own."""
    title = document.title or entry.title
    if document.published is not None or entry.published is None:
        return replace(document, title=title)
    return replace(
        document, title=title, published=entry.published, published_basis=DateBasis.METADATA
    )


def _now() -> datetime:
    return datetime.now(UTC)
