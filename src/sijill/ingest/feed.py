"""A feed, RSS or Atom, to its entries: where each report is, and what the feed says of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]

from sijill.ingest.dates import read_date
from sijill.ingest.document import build
from sijill.ingest.html import plain
from sijill.ingest.refusal import RefusalKind, RefusedError
from sijill.model.document import DateBasis, Document

_ROOTS = ("rss", "RDF", "feed")
_ENTRIES = ("item", "entry")
_DATES = ("pubDate", "published", "date", "issued")
"""Best first. The day of the last change is not the day of publication."""
_BODIES = ("encoded", "content", "description", "summary")


@dataclass(frozen=True, slots=True)
class Entry:
    """One report that a feed names."""

    key: str
    """What the feed knows it by, to see whether it came before: its address, or its own id."""
    link: str | None
    title: str | None
    published: date | None
    text: str
    """What the feed itself gives of it: all, or the first lines."""

    def document(self) -> Document:
        """The entry by itself, without its page. Raises RefusedError if it says nothing."""
        text = self.text
        if self.title and not text.startswith(self.title):
            text = f"{self.title}\n{text}"
        return build(
            self.key,
            text,
            title=self.title,
            published=self.published,
            basis=DateBasis.METADATA,
            origin={"url": self.link, "extraction": "the feed's own text"},
        )


def entries(content: bytes, url: str) -> list[Entry]:
    """The entries of a feed that was found at `url`, in its order, each once.

    Raises RefusedError for what is no feed. Nothing that the feed refers to is loaded.
    """
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None or _name(root) not in _ROOTS:
        raise RefusedError(
            RefusalKind.MALFORMED, "it is neither RSS nor Atom; give the address of the feed itself"
        )
    found = (_entry(one, url) for one in root.iter() if _name(one) in _ENTRIES)
    return list({one.key: one for one in found if one.key}.values())


def _entry(node: Any, url: str) -> Entry:
    said: dict[str, Any] = {}
    for child in node:
        said.setdefault(_name(child), child)
    link = _link(node, url)
    title = plain(_text(said.get("title"))).replace("\n", " ") or None
    own = _text(said["guid"] if "guid" in said else said.get("id"))
    days = (read_date(_text(said[name])).day for name in _DATES if name in said)
    published = next((day for day in days if day is not None), None)
    bodies = (plain(_text(said[name])) for name in _BODIES if name in said)
    text = next((body for body in bodies if body), "")
    return Entry(link or own, link, title, published, text)


def _link(node: Any, url: str) -> str | None:
    """The address of the report: Atom's `alternate` link, RSS's link, or a guid that is one."""
    for child in node:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            written = child.get("href") or _text(child)
            if written.strip():
                return _joined(url, written.strip())
    for child in node:
        if _name(child) == "guid" and child.get("isPermaLink", "true") == "true":
            written = _text(child)
            if written.startswith(("http://", "https://")):
                return written
    return None


def _joined(url: str, link: str) -> str:
    try:
        return urljoin(url, link)
    except ValueError:
        return link


def _text(node: Any) -> str:
    return "" if node is None else "".join(_words(node)).strip()


def _words(node: Any) -> Iterator[str]:
    for word in node.itertext():
        yield str(word)


def _name(node: Any) -> str:
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
