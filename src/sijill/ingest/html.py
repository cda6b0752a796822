"""A web page to a document: main text, title, address and the date that its metadata state."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lxml import html as lxml_html  # type: ignore[import-untyped]

from sijill.ingest.dates import read_date
from sijill.ingest.page import Page, scan
from sijill.text.fold import fold

# The extractor walks the tree recursively and takes 3.6 s for 39,000 elements; the parser
# cuts a tree at its depth limit. Larger pages are hardly ever one report.
_MAX_DEPTH = 200
_MAX_ELEMENTS = 20_000
_ADDRESS_DATE = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_CONTROLS = dict.fromkeys(c for c in (*range(32), 0x7F) if chr(c) not in "\t\n\f\r")
_TABLE_RULE = re.compile(r"[-|:\s]+")
_SEPARATORS = " -–—|:·•«»\u200e\u200f"
_CHARSET = re.compile(
    rb"<meta[^>]{0,400}charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})"
    rb"|<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says: `text` begins with the title where the main text does not hold it."""

    text: str
    title: str | None = None
    published: date | None = None
    author: str | None = None
    site: str | None = None
    url: str | None = None
    notes: tuple[tuple[str, str], ...] = ()
    """For the document's origin: what went unusually."""


def declared_charset(data: bytes) -> str | None:
    """The charset that a page states in its first 8 kB."""
    found = _CHARSET.search(data[:8192])
    return (found[1] or found[2]).decode("ascii") if found else None


def article(markup: str, address: str | None = None) -> Article:
    """The report on the page; an empty text if nothing is visible on it.

    `address` is where the page was found, for one that does not name its own.
    """
    markup = markup.translate(_CONTROLS)
    page = scan(markup)
    facts = _Facts.of(page)
    notes: list[tuple[str, str]] = []
    text = ""
    if page.depth > _MAX_DEPTH or page.elements > _MAX_ELEMENTS:
        notes.append(("extraction", "all visible text: the page is too deep or too large"))
    else:
        text, facts = _extract(markup, facts)
        if text == "" and page.text:
            notes.append(("extraction", "all visible text: no main text was found"))
    text = text or page.text
    facts = replace(facts, url=facts.url or address)
    published, problem = _published(page, facts.url)
    if problem is not None:
        notes.append(("published", problem))
    title = facts.title
    if title and text and not _holds(text, title):
        text = f"{title}\n{text}"
    return Article(text, title, published, facts.author, facts.site, facts.url, tuple(notes))


def plain(markup: str) -> str:
    """The visible text of a fragment, a line for each block."""
    return scan(f"<body>{markup}</body>").text


@dataclass(frozen=True, slots=True)
class _Facts:
    title: str | None
    author: str | None
    site: str | None
    url: str | None

    @staticmethod
    def of(page: Page) -> "_Facts":
        metas = page.metas
        site = metas.get("og:site_name")
        title = metas.get("og:title") or page.title or None
        return _Facts(
            _without_site(title, site),
            metas.get("author"),
            site,
            page.canonical or metas.get("og:url"),
        )


def _extract(markup: str, facts: _Facts) -> tuple[str, _Facts]:
    """Main text and better facts by trafilatura; what went in if it fails."""
    import trafilatura  # a third of a second to import: only where a page is read

    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    try:
        tree = lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
        # A fixed latest day, not today's: the same page must give the same document.
        dates = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}
        found = trafilatura.extract_metadata(tree, date_config=dates, extensive=False)
        body: Any = trafilatura.bare_extraction(tree, include_comments=False)
    except Exception:  # one page of a batch: whatever the extractor stumbles over, go on
        return "", facts
    site = facts.site or found.sitename
    better = _Facts(
        _without_site(found.title, site) or facts.title,
        found.author or facts.author,
        site,
        facts.url or found.url,
    )
    return _without_bars(body.text or "") if body is not None else "", better


def _without_bars(text: str) -> str:
    """The extractor's text without the bars it draws around table cells."""
    lines = (line.strip("| ") if line.startswith("|") else line for line in text.split("\n"))
    return "\n".join(line for line in lines if not _TABLE_RULE.fullmatch(line)).strip()


def _published(page: Page, url: str | None) -> tuple[date | None, str | None]:
    """The day of publication, and the first problem met on the way if none was found."""
    problem: str | None = None
    for written in page.dates():
        read = read_date(written)
        if read.day is not None:
            return read.day, None
        problem = problem or read.problem
    found = _ADDRESS_DATE.search(url) if url else None
    if found:
        return read_date(f"{found[1]}-{found[2]}-{found[3]}").day, None
    return None, problem


def _without_site(title: str | None, site: str | None) -> str | None:
    """The title without the site's name at its end or beginning."""
    if title is None or site is None or title == site:
        return title
    if title.endswith(site):
        bare = title[: -len(site)]
        return bare.rstrip(_SEPARATORS) if bare.rstrip()[-1:] in _SEPARATORS else title
    return title


def _holds(text: str, title: str) -> bool:
    """Whether the title stands in the text, marks, spaces and spelling apart."""
    return _plainly(title) in _plainly(text)


def _plainly(text: str) -> str:
    words = ("".join(c for c in fold(word) if c.isalnum()) for word in text.split())
    return " ".join(word for word in words if word)
