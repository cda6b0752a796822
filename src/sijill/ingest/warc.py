"""Web archives, WARC and WACZ: the pages in them, with where and when each was captured."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from sijill.ingest.refusal import Refusal, RefusalKind, RefusedError

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_MEMBERS = (".warc", ".warc.gz")
_BROKEN = (ArchiveLoadFailed, zipfile.BadZipFile, EOFError, ValueError, KeyError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was captured."""

    name: str
    """The archive and the page's address."""
    url: str
    content: bytes
    charset: str | None
    retrieved: str | None
    """ISO 8601, if the archive says it."""
    html: bool


def captures(stream: IO[bytes], name: str, max_bytes: int) -> Iterator[Capture | Refusal]:
    """The pages of a WARC, packed or not, one at a time; what else it holds is counted in one.

    Pages are responses with status 200, and resources, of HTML or plain text.
    """
    passed = taken = 0
    try:
        for record in ArchiveIterator(stream):
            media, charset = _media(record)
            if media not in _PAGES:
                passed += record.rec_type in ("response", "resource")
                continue
            taken += 1
            yield _capture(record, name, media, charset, max_bytes)
    except (*_BROKEN, OSError) as error:
        raise RefusedError(
            RefusalKind.MALFORMED,
            f"it cannot be read beyond {taken:,} pages ({_told(error)}); get it anew and add it "
            "again: nothing is kept twice",
        ) from error
    if taken == 0:
        raise RefusedError(
            RefusalKind.EMPTY, f"it holds no page of text among {passed:,} responses; check it"
        )
    if passed:
        kinds = "no pages of text: pictures, scripts, errors"
        yield Refusal(name, RefusalKind.SKIPPED, f"{passed:,} responses passed over ({kinds})")


def packed(stream: IO[bytes], name: str, max_bytes: int) -> Iterator[Capture | Refusal]:
    """The pages of all WARCs in a WACZ; `stream` can be wound back."""
    try:
        archive = zipfile.ZipFile(stream)
    except (*_BROKEN, OSError) as error:
        message = "it is no WACZ, or was cut off; get it anew"
        raise RefusedError(RefusalKind.MALFORMED, message) from error
    with archive:
        members = [one for one in archive.namelist() if _is_archive(one)]
        if not members:
            raise RefusedError(RefusalKind.EMPTY, "there is no WARC in its folder 'archive'")
        for member in members:
            called = f"{name}, {member}"
            try:
                with archive.open(member) as inner:
                    yield from captures(inner, called, max_bytes)
            except RefusedError as error:
                yield error.of(called)
            except (*_BROKEN, OSError) as error:
                message = f"it cannot be unpacked ({_told(error)}); get it anew"
                yield Refusal(called, RefusalKind.MALFORMED, message)


def _is_archive(member: str) -> bool:
    return member.startswith("archive/") and member.endswith(_MEMBERS)


def _media(record: Any) -> tuple[str, str | None]:
    """Media type and charset of a page; empty for what is none."""
    if record.rec_type == "response":
        if record.http_headers is None or record.http_headers.get_statuscode() != "200":
            return "", None
        written = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type == "resource":
        written = record.rec_headers.get_header("Content-Type") or ""
    else:
        return "", None
    media, _, rest = written.lower().partition(";")
    charset = rest.partition("charset=")[2].partition(";")[0].strip(" \"'")
    return media.strip(), charset or None


def _capture(
    record: Any, name: str, media: str, charset: str | None, max_bytes: int
) -> Capture | Refusal:
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    called = f"{name}, {url}"
    content = record.content_stream().read(max_bytes + 1)
    if len(content) > max_bytes:
        message = f"the page is larger than {max_bytes:,} bytes; no report is so large"
        return Refusal(called, RefusalKind.TOO_LARGE, message)
    if not content:
        return Refusal(called, RefusalKind.EMPTY, "the page was captured empty; leave it")
    retrieved = _moment(record.rec_headers.get_header("WARC-Date") or "")
    return Capture(called, url, content, charset, retrieved, media != "text/plain")


def _moment(written: str) -> str | None:
    try:
        read = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    read = read if read.tzinfo else read.replace(tzinfo=UTC)
    return read.astimezone(UTC).isoformat(timespec="seconds")


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:80].rstrip(".") or type(error).__name__
