"""What is fetched, what is not, and what is said of it."""

import gzip
import socket
import time
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler
from itertools import chain, repeat

import pytest

from sijill.ingest.fetch import FEEDS, RULES, FetchError, Rules, fetch
from sijill.ingest.fetch_address import public, target
from sijill.ingest.refusal import RefusalKind, RefusedError
from tests.ingest.web import HERE, Web, answer, moved, serving

INNER = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "169.254.169.254",
    "169.254.170.2",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:10.0.0.1",
    "::ffff:93.184.216.34",
    "64:ff9b::a00:1",
    "64:ff9b:1::a00:1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "no address",
)
HOSTILE = (
    "http://127.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0x/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://0/",
    "http://0.0.0.0/",
    "http://127.0.0.1./",
    "http://１２７.0.0.1/",
    "http://127。0。0。1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[fe80::1%25eth0]/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://10.1.2.3/",
    "http://172.20.0.1/",
    "http://192.168.0.1/",
    "http://100.64.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.100.100.200/",
    "http://192.0.0.192/opc/v1/",
    "http://168.63.129.16/",
    "http://224.0.0.251/",
    "http://255.255.255.255/",
    "http://localhost/",
    "http://localhost./",
    "http://LOCALHOST/",
    "http://metadata.google.internal/computeMetadata/v1/",
    "http://printer.local/",
    "file:///etc/passwd",
    "gopher://example.org/",
    "ftp://example.org/x",
    "dict://example.org/",
    "data:text/html,x",
    "javascript:alert(1)",
    "//example.org/",
    "http:///path",
    "http://",
    "https://example.org:22/",
    "http://example.org:6379/",
    "http://example.org:0/",
    "http://example.org:99999/",
    "http://user@example.org/",
    "http://user:word@example.org/",
    "http://example.org@127.0.0.1/",
    "http://127.0.0.1#@example.org/",
    "http://example.org\\@127.0.0.1/",
    "http://example.org /",
    "http://exam\nple.org/",
    "http://example.org/\r\nHost: inner",
    "http://exa<mple.org/",
    "http://-/",
    "http://a..b/",
    "http://[::1",
    "http://" + "a" * 300 + ".org/",
)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as found:
        yield found


def leads_to(found: list[str], _host: str, _port: int) -> list[str]:
    return found


def told(url: str, rules: Rules, **more: object) -> RefusedError:
    with pytest.raises(RefusedError) as raised:
        fetch(url, rules, **more)  # type: ignore[arg-type]
    return raised.value


@pytest.mark.parametrize("url", HOSTILE)
def test_hostile_addresses_are_refused_before_anything_is_asked(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*_: object) -> None:
        raise AssertionError("a connection was begun")

    monkeypatch.setattr(socket.socket, "connect", connect)
    assert told(url, RULES).kind is RefusalKind.ADDRESS


@pytest.mark.parametrize("address", INNER)
def test_an_inner_address_is_not_public_and_a_name_for_it_does_not_help(address: str) -> None:
    assert not public(address)
    for found in ([address], ["93.184.216.34", address], [address, "93.184.216.34"]):
        error = told("http://news.example/", Rules(resolver=partial(leads_to, found)))
        assert error.kind is RefusalKind.ADDRESS
        assert error.message == (
            f"'news.example' leads to {address}, which is not on the public internet; save the "
            "page and add the file"
        )


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "172.32.0.1", "2a00:1450::1", "64:ff9b::808:808"]
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert public(address)


def test_a_url_is_read_in_one_way() -> None:
    found = target("HTTP://أخبار.example/خبر/1?q=أ b#part".replace(" ", "%20"), RULES.ports)
    assert found.host.startswith("xn--") and found.host.endswith(".example")
    assert found.path == "/%D8%AE%D8%A8%D8%B1/1?q=%D8%A3%20b"
    assert found.url == f"http://{found.host}{found.path}"


def test_a_page_comes_with_where_and_when(web: Web) -> None:
    web.page("/a", "خبر", "text/html; charset=UTF-8", ETag='"1"')
    found = fetch(web.url("/a"), web.rules())
    assert (found.status, found.content.decode(), found.media) == (200, "خبر", "text/html")
    assert (found.charset, found.url, found.headers["etag"]) == ("utf-8", web.url("/a"), '"1"')
    ((_, headers),) = web.asked
    assert headers["host"] == f"news.example:{web.port}"
    assert headers["user-agent"].startswith("Sijill/")
    assert "cookie" not in headers and "authorization" not in headers


def test_a_name_that_changes_its_mind_is_asked_at_the_address_that_was_checked(web: Web) -> None:
    web.page("/", "x")
    answers = chain([[HERE]], repeat(["10.0.0.1"]))
    rules = web.rules(resolver=lambda _host, _port: next(answers))
    assert fetch(web.url(), rules).content == b"x"


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://[::1]/",
        "file:///etc/passwd",
        "gopher://news.example/",
        "http://user@news.example/",
        "//127.1/",
        "http://news.example:22/",
    ],
)
def test_a_redirect_to_an_inner_address_is_refused(web: Web, location: str) -> None:
    web.pages["/"] = moved(location)
    own = web.rules().resolver
    rules = web.rules(resolver=lambda h, p: own(h, p) if h == "news.example" else [h])
    assert told(web.url(), rules).kind is RefusalKind.ADDRESS
    assert web.paths == ["/"]


def test_a_host_is_checked_again_at_every_redirect(web: Web) -> None:
    web.pages["/"] = moved("/next")
    web.page("/next", "x")
    answers = chain([[HERE]], repeat(["192.168.0.1"]))
    rules = web.rules(resolver=lambda _host, _port: next(answers))
    assert told(web.url(), rules).kind is RefusalKind.ADDRESS
    assert web.paths == ["/"]


def test_redirects_are_followed_and_counted(web: Web) -> None:
    for step in range(9):
        web.pages[f"/{step}"] = moved(f"/{step + 1}", (301, 302, 303, 307, 308)[step % 5])
    web.page("/9", "end")
    found = fetch(web.url("/4"), web.rules())
    assert (found.content, found.url) == (b"end", web.url("/9"))
    assert "more than 5 times" in told(web.url("/3"), web.rules()).message


def test_a_redirect_in_arabic_is_followed(web: Web) -> None:
    web.pages["/"] = moved("/خبر".encode().decode("latin-1"))
    web.page("/%D8%AE%D8%A8%D8%B1", "x")
    assert fetch(web.url(), web.rules()).content == b"x"


def test_what_is_too_large_is_refused_by_its_word_by_its_bytes_and_unpacked(web: Web) -> None:
    rules = web.rules(max_bytes=100_000)
    web.page("/stated", b"x" * 100_001)
    web.page("/bomb", gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip")
    web.pages["/endless"] = endless
    for path in ("/stated", "/bomb", "/endless"):
        error = told(web.url(path), rules)
        assert error.kind is RefusalKind.TOO_LARGE, path
        assert error.message == "it is larger than 100,000 bytes; no report is so large"
    web.page("/packed", gzip.compress(b"y" * 100_000), Content_Encoding="gzip")
    assert fetch(web.url("/packed"), rules).content == b"y" * 100_000


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 10_000)


def trickle(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(600):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def slow_head(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(600):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize("host", [trickle, slow_head])
def test_a_host_that_sends_drop_by_drop_runs_out_of_time(web: Web, host: object) -> None:
    web.pages["/"] = host  # type: ignore[assignment]
    began = time.monotonic()
    error = told(web.url(), web.rules(seconds=0.6))
    assert time.monotonic() - began < 5
    assert isinstance(error, FetchError) and error.passing
    assert error.message == "it takes more than 0.6 seconds; try again later"


@pytest.mark.parametrize(
    ("status", "passing", "said"),
    [
        (404, False, "there is no such page (status 404); check it"),
        (403, False, "the host does not let us read it (status 403); save the page by hand"),
        (503, True, "the host answered with status 503; try again later"),
        (429, True, "the host answered with status 429; try again later"),
        (204, False, "the host answered with status 204; open it in a browser to see why"),
    ],
)
def test_a_status_is_told_with_the_next_step(
    web: Web, status: int, passing: bool, said: str
) -> None:
    web.pages["/"] = answer(status)
    error = told(web.url(), web.rules())
    assert isinstance(error, FetchError)
    assert (error.message, error.passing, error.status) == (said, passing, status)


@pytest.mark.parametrize("media", ["image/png", "video/mp4", "application/pdf"])
def test_what_is_no_report_is_not_read(web: Web, media: str) -> None:
    web.page("/", "x", media)
    assert f"it is '{media}'" in told(web.url(), web.rules()).message


def test_a_feed_is_taken_where_a_feed_is_meant(web: Web) -> None:
    web.page("/", "<rss/>", "application/rss+xml")
    assert told(web.url(), web.rules()).kind is RefusalKind.FETCH
    assert fetch(web.url(), web.rules(), media=FEEDS).content == b"<rss/>"


def test_what_cannot_be_unpacked_is_told(web: Web) -> None:
    web.page("/", b"this is not packed", Content_Encoding="gzip")
    assert "cannot be unpacked" in told(web.url(), web.rules()).message


def test_a_page_that_breaks_off_is_not_taken_for_whole(web: Web) -> None:
    def half(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"half")

    web.pages["/"] = half
    assert told(web.url(), web.rules()).message == "the connection broke off; try again later"


def test_a_host_that_is_not_there_is_told() -> None:
    def none(_host: str, _port: int) -> list[str]:
        raise OSError("no such name")

    error = told("http://news.example/", Rules(resolver=none))
    assert error.message == "there is no host 'news.example'; check the address and the network"


def test_a_host_that_takes_no_connection_is_told(web: Web) -> None:
    with socket.socket() as closed:
        closed.bind((HERE, 0))
        port = closed.getsockname()[1]
    error = told(f"http://news.example:{port}/", web.rules(ports=frozenset({port})))
    assert "takes no connection" in error.message
