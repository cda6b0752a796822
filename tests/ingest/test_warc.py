"""Pages out of WARC and WACZ files."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from sijill.ingest.options import Options
from sijill.ingest.read import Item, read
from sijill.ingest.refusal import Refusal, RefusalKind
from sijill.ingest.sources import Source, expand
from sijill.model.document import Document

BODY = "قصفت طائرات حربية بلدة الروضة صباح اليوم ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين."
PAGE = f"<html><head><title>قصف</title></head><body><article><p>{BODY}</p></article></body></html>"


def archive(*records: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    """A WARC of responses: status, address, media type, body."""
    return b"".join(
        gzip.compress(one) if packed else one for one in (record(*words) for words in records)
    )


def record(status: str, url: str, media: str, body: bytes) -> bytes:
    encoding = "Content-Encoding: gzip\r\n" if media.endswith("+packed") else ""
    media = media.removesuffix("+packed")
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{encoding}\r\n"
    block = head.encode() + body
    fields = (
        "WARC-Type: response",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2021-03-04T05:06:07Z",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
    )
    return "\r\n".join(("WARC/1.0", *fields, "", "")).encode() + block + b"\r\n\r\n"


def page(number: int, body: bytes | None = None) -> tuple[str, str, str, bytes]:
    text = PAGE.replace("ثلاثة", str(number))
    return "200 OK", f"https://news.example/2021/03/03/{number}", "text/html", body or text.encode()


def items(path: Path, data: bytes, options: Options | None = None) -> list[Item]:
    path.write_bytes(data)
    (source,) = expand([str(path)])
    assert isinstance(source, Source)
    return list(read(source, options or Options()))


@pytest.mark.parametrize(("name", "packed"), [("a.warc.gz", True), ("a.warc", False)])
def test_pages_come_with_address_capture_and_date(tmp_path: Path, name: str, packed: bool) -> None:
    path = tmp_path / name
    one, two = items(path, archive(page(1), page(2), packed=packed))
    assert isinstance(one, Document) and isinstance(two, Document)
    assert one.name == f"{path}, https://news.example/2021/03/03/1"
    assert one.origin["url"] == "https://news.example/2021/03/03/1"
    assert one.origin["retrieved"] == "2021-03-04T05:06:07+00:00"
    assert str(one.published) == "2021-03-03"
    assert "مقتل 1 مدنيين" in one.text and "مقتل 2 مدنيين" in two.text


def test_what_is_no_page_is_counted(tmp_path: Path) -> None:
    data = archive(
        page(1),
        ("200 OK", "https://news.example/x.png", "image/png", b"\x89PNG"),
        ("404 Not Found", "https://news.example/no", "text/html", PAGE.encode()),
    )
    one, note = items(tmp_path / "a.warc.gz", data)
    assert isinstance(one, Document)
    assert isinstance(note, Refusal) and note.kind is RefusalKind.SKIPPED
    assert note.message.startswith("2 responses passed over")


def test_packed_pages_and_the_servers_charset(tmp_path: Path) -> None:
    url = "https://news.example/a"
    one, two = items(
        tmp_path / "a.warc.gz",
        archive(
            ("200 OK", url, "text/html; charset=windows-1256", PAGE.encode("cp1256")),
            ("200 OK", url, "text/html+packed", gzip.compress(PAGE.encode())),
        ),
    )
    assert isinstance(one, Document) and isinstance(two, Document)
    assert BODY in one.text and BODY in two.text


def test_a_page_that_cannot_be_taken_does_not_stop_the_others(tmp_path: Path) -> None:
    data = archive(page(1, b"x" * 5000), page(2, b"<html></html>"), page(3))
    large, empty, last = items(tmp_path / "a.warc.gz", data, Options(max_bytes=4000))
    assert isinstance(large, Refusal) and large.kind is RefusalKind.TOO_LARGE
    assert isinstance(empty, Refusal) and empty.kind is RefusalKind.EMPTY
    assert isinstance(last, Document)


def test_an_archive_that_breaks_off_gives_what_is_there(tmp_path: Path) -> None:
    data = archive(page(1), page(2))
    whole = items(tmp_path / "a.warc.gz", data)
    cut = items(tmp_path / "b.warc.gz", data[: len(data) - 60])
    assert isinstance(cut[0], Document) and isinstance(whole[0], Document)
    assert cut[0].text == whole[0].text


@pytest.mark.parametrize("data", [b"no archive at all", gzip.compress(b"nor this")])
def test_what_is_no_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    (refusal,) = items(tmp_path / "a.warc.gz", data)
    assert isinstance(refusal, Refusal) and refusal.kind is RefusalKind.MALFORMED
    assert "cannot be read beyond 0 pages" in refusal.message


def test_an_archive_without_pages_is_told(tmp_path: Path) -> None:
    data = archive(("200 OK", "https://news.example/x.png", "image/png", b"\x89PNG"))
    (refusal,) = items(tmp_path / "a.warc.gz", data)
    assert isinstance(refusal, Refusal) and refusal.kind is RefusalKind.EMPTY


def test_a_wacz_is_read_through(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("archive/one.warc.gz", archive(page(1)))
        made.writestr("archive/two.warc.gz", b"broken")
        made.writestr("archive/three.warc", archive(page(3), packed=False))
        made.writestr("pages/pages.jsonl", "{}")
    path = tmp_path / "a.wacz"
    one, broken, three = items(path, out.getvalue())
    assert isinstance(one, Document) and isinstance(three, Document)
    assert one.name == f"{path}, archive/one.warc.gz, https://news.example/2021/03/03/1"
    assert isinstance(broken, Refusal) and broken.kind is RefusalKind.MALFORMED
    (refusal,) = items(tmp_path / "b.wacz", b"PK but no more")
    assert isinstance(refusal, Refusal) and refusal.kind is RefusalKind.MALFORMED
