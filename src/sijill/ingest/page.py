"""One flat pass over a web page: its metadata, its visible text, and how it is built.

A tree parser drops whatever is nested deeper than its limit; events of the same parser reach
every word at any depth, in linear time, which is why the pass does not build a tree.
"""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree  # type: ignore[import-untyped]

_BLOCK_NAMES = """
    address article aside blockquote body br caption center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre
    section summary table tbody td tfoot th thead title tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNSEEN_NAMES = "head script style noscript template svg iframe select textarea"
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
# Best first. Dates of the last change are left out: they are not the day of publication.
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publishdate",
    "publish-date",
    "publish_date",
    "publisheddate",
    "published-date",
    "publication_date",
    "publication-date",
    "pubdate",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "article.published",
    "originalpublicationdate",
    "date",
)
_LD_JSON = "application/ld+json"


@dataclass(slots=True)
class Page:
    """What one pass over a page saw."""

    lines: list[str] = field(default_factory=list)
    """Visible text, a line for each block that has any, spaces run together."""
    metas: dict[str, str] = field(default_factory=dict)
    """Of each meta name (lower case) the first content."""
    title: str = ""
    canonical: str | None = None
    linked_data: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    """`datetime` of the time elements."""
    elements: int = 0
    depth: int = 0

    @property
    def text(self) -> str:
        """The visible text."""
        return "\n".join(self.lines)

    def dates(self) -> Iterator[str]:
        """Publication dates that the metadata state, best first; as written."""
        for name in _DATE_NAMES:
            if name in self.metas:
                yield self.metas[name]
        for script in self.linked_data:
            yield from _published_in(script)
        if len({time[:10] for time in self.times}) == 1:
            yield self.times[0]


def scan(markup: str) -> Page:
    """The page behind the markup; never fails on bad markup."""
    target = _Target()
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    try:
        parser.feed(markup.encode("utf-8", "replace"))
        parser.close()
    except (etree.LxmlError, AssertionError):
        target.close()
    return target.page


class _Target:
    """Receives the parser's events."""

    def __init__(self) -> None:
        self.page = Page()
        self._line: list[str] = []
        self._unseen = 0
        self._depth = 0
        self._inside: str | None = None
        self._script: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        page = self.page
        page.elements += 1
        self._depth += 1
        page.depth = max(page.depth, self._depth)
        if tag in _BLOCKS:
            self._break()
        if tag in _UNSEEN:
            self._unseen += 1
        if tag == "meta":
            self._meta(attributes)
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower():
            page.canonical = page.canonical or attributes.get("href")
        elif tag == "time" and attributes.get("datetime"):
            page.times.append(attributes["datetime"])
        elif tag == "title" or (tag == "script" and attributes.get("type", "").lower() == _LD_JSON):
            self._inside = tag
            self._script = []

    def end(self, tag: str) -> None:
        self._depth -= 1
        if tag in _BLOCKS:
            self._break()
        if tag in _UNSEEN and self._unseen:
            self._unseen -= 1
        if tag == self._inside:
            inner = "".join(self._script)
            if tag == "title":
                self.page.title = self.page.title or " ".join(inner.split())
            else:
                self.page.linked_data.append(inner)
            self._inside = None

    def data(self, data: str) -> None:
        if self._inside is not None:
            self._script.append(data)
        elif self._unseen == 0:
            self._line.append(data)

    def close(self) -> None:
        self._break()

    def _meta(self, attributes: dict[str, str]) -> None:
        content = attributes.get("content")
        for key in ("property", "name", "itemprop"):
            if content and attributes.get(key):
                self.page.metas.setdefault(attributes[key].lower().strip(), content.strip())

    def _break(self) -> None:
        if len(self._line) > 0:
            line = " ".join("".join(self._line).split())
            if line:
                self.page.lines.append(line)
            self._line = []


def _published_in(script: str) -> list[str]:
    """Every datePublished of a JSON-LD script, those of articles first."""
    try:
        loaded: object = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return []
    articles: list[str] = []
    others: list[str] = []
    waiting = deque([loaded])
    while waiting:
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            day = node.get("datePublished")
            if isinstance(day, str):
                kind = str(node.get("@type", ""))
                (articles if "Article" in kind or "Posting" in kind else others).append(day)
            waiting.extend(cast("dict[str, object]", node).values())
    return [*articles, *others]
