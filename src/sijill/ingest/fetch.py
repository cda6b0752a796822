"""Fetch a page from the public web, and nothing else: checked addresses, and caps on everything."""

import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from socket import SHUT_RDWR, socket
from time import monotonic
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from sijill import __version__
from sijill.ingest.fetch_address import PORTS, Resolver, Target, checked, resolve, target
from sijill.ingest.options import MEBIBYTE
from sijill.ingest.refusal import RefusalKind, RefusedError

AGENT = f"Sijill/{__version__} (archive of news reports)"
PAGES = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/json",
    "application/ld+json",
    "text/json",
)
"""Media types of what may be a report."""
FEEDS = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
    "text/html",  # Feeds are often served so.
    "text/plain",
)
_MOVED = (301, 302, 303, 307, 308)
_LATER = (408, 425, 429)
_CHUNK = 1 << 16
_ENDED = "the connection broke off; try again later"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a fetch may cost, and whom it may ask."""

    max_bytes: int = 20 * MEBIBYTE
    """Of the page, unpacked; what is sent packed may not be larger either."""
    seconds: float = 60.0
    """For one page with all its redirects."""
    wait: float = 15.0
    """For a connection, and for each sign of life on it."""
    redirects: int = 5
    ports: frozenset[int] = frozenset(PORTS.values())
    admitted: frozenset[str] = frozenset()
    """Numeric addresses that are asked though not public: for tests, which serve themselves."""
    resolver: Resolver = resolve
    agent: str = AGENT


RULES = Rules()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back."""

    url: str
    """Where it was in the end, after all redirects."""
    status: int
    """200, or 304 where nothing has changed since."""
    content: bytes
    media: str
    charset: str | None
    retrieved: datetime
    headers: Mapping[str, str] = field(default_factory=dict)
    """By name in lower case."""


class FetchError(RefusedError):
    """A page that could not be had; `passing` if it may be there another time."""

    def __init__(self, message: str, *, status: int | None = None, passing: bool = False) -> None:
        super().__init__(RefusalKind.FETCH, message)
        self.status = status
        self.passing = passing


def fetch(
    url: str,
    rules: Rules = RULES,
    *,
    media: tuple[str, ...] = PAGES,
    headers: Mapping[str, str] | None = None,
) -> Fetched:
    """The page at the URL. Raises RefusedError for one that may not be asked or does not come.

    Every address of every host on the way is checked, and the one that was checked is the one
    that is connected to, so that a name cannot lead elsewhere a moment later. No cookies, no
    passwords, no proxy.
    """
    until = monotonic() + rules.seconds
    here = target(url, rules.ports)
    for _ in range(rules.redirects + 1):
        with _asked(here, rules, until, headers or {}) as response:
            if response.status not in _MOVED:
                return _taken(here, response, rules, media)
            here = _next(here, response.headers.get("Location"), rules)
    raise FetchError(
        f"it leads on more than {rules.redirects} times; open it in a browser and add the address "
        "that it ends at"
    )


def _next(here: Target, location: str | None, rules: Rules) -> Target:
    if not location:
        raise FetchError("it leads on, but does not say where to; check the address")
    with suppress(UnicodeError):  # Headers come as Latin-1; addresses are written in UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    try:
        there = target(urljoin(here.url, location), rules.ports)
    except RefusedError as error:
        raise RefusedError(error.kind, f"it leads on to a place that {_so(error)}") from None
    except ValueError:
        raise FetchError("it leads on to what is no address; check it") from None
    if (here.scheme, there.scheme) == ("https", "http"):
        raise FetchError(f"it leads from https to http; if that is meant, give {there.url} itself")
    return there


def _so(error: RefusedError) -> str:
    return f"is not fetched: {error.message}"


@contextmanager
def _asked(
    here: Target, rules: Rules, until: float, headers: Mapping[str, str]
) -> Iterator[BaseHTTPResponse]:
    """The answer of the host, its body not read yet. Faults of the net become FetchErrors."""
    addresses = checked(here.host, here.port, rules.resolver, rules.admitted)
    sent = {
        "Host": here.site,
        "User-Agent": rules.agent,
        "Accept-Encoding": "gzip, deflate",
        "Accept": "*/*",
        "Connection": "close",
        **headers,
    }
    watch: threading.Timer | None = None
    connection: HTTPConnection | None = None
    try:
        connection = _connected(here, addresses, rules, until)
        watch = _watch(connection, max(0.0, until - monotonic()))
        connection.request("GET", here.path, headers=sent, preload_content=False)
        response = connection.getresponse()
        try:
            yield response
        finally:
            response.close()
        if monotonic() >= until:  # What was cut off looks as if the host had ended it.
            raise TimeoutError
    except (HTTPError, OSError, ValueError) as error:
        if monotonic() >= until:
            message = f"it takes more than {rules.seconds:g} seconds; try again later"
            raise FetchError(message, passing=True) from error
        raise FetchError(_fault(error), passing=True) from error
    finally:
        if watch is not None:
            watch.cancel()
        if connection is not None:
            connection.close()


def _connected(here: Target, addresses: list[str], rules: Rules, until: float) -> HTTPConnection:
    """A connection to the first address that answers; only addresses that were checked."""
    problem: Exception = OSError("no time left")
    for address in addresses:
        left = min(rules.wait, until - monotonic())
        if left <= 0:
            break
        connection = _connection(here, address, left)
        try:
            connection.connect()
        except (HTTPError, OSError) as error:
            connection.close()
            problem = error
            continue
        return connection
    raise problem


def _connection(here: Target, address: str, seconds: float) -> HTTPConnection:
    if here.scheme == "http":
        return HTTPConnection(address, here.port, timeout=seconds)
    return HTTPSConnection(
        address,
        here.port,
        timeout=seconds,
        server_hostname=here.host,
        ssl_context=ssl.create_default_context(),
    )


def _watch(connection: HTTPConnection, seconds: float) -> threading.Timer:
    """Ends the connection when time is up: a host that sends a byte a second never times out."""
    wire: socket = connection.sock

    def end() -> None:
        with suppress(OSError):
            wire.shutdown(SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    return timer


def _taken(
    here: Target, response: BaseHTTPResponse, rules: Rules, media: tuple[str, ...]
) -> Fetched:
    """The answer with its body, if it is one and not too large."""
    status = response.status
    headers = {name.lower(): value for name, value in response.headers.items()}
    kind, _, rest = headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if status == 304:
        return Fetched(here.url, status, b"", kind, None, _now(), headers)
    if status != 200:
        raise _failure(status, headers)
    if kind and kind not in media:
        raise FetchError(f"it is '{kind[:60]}', which holds no report that can be read; leave it")
    declared = headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared) > rules.max_bytes:
        raise _too_large(rules)
    content = _body(response, rules)
    charset = rest.lower().partition("charset=")[2].partition(";")[0].strip(" \"'") or None
    return Fetched(here.url, status, content, kind, charset, _now(), headers)


def _body(response: BaseHTTPResponse, rules: Rules) -> bytes:
    """All of the body; the reader unpacks no more at a time than a chunk."""
    content = bytearray()
    while chunk := response.read(_CHUNK, decode_content=True):
        content += chunk
        if len(content) > rules.max_bytes or response.tell() > rules.max_bytes:
            raise _too_large(rules)
    return bytes(content)


def _failure(status: int, headers: Mapping[str, str]) -> FetchError:
    if status in (404, 410):
        return FetchError(f"there is no such page (status {status}); check it", status=status)
    if status in (401, 402, 403, 407, 451):
        message = f"the host does not let us read it (status {status}); save the page by hand"
        return FetchError(message, status=status)
    passing = status in _LATER or status >= 500
    when = headers.get("retry-after", "")
    later = f" in {when} seconds" if when.isascii() and when.isdigit() else " later"
    nextstep = f"try again{later}" if passing else "open it in a browser to see why"
    return FetchError(
        f"the host answered with status {status}; {nextstep}", status=status, passing=passing
    )


def _too_large(rules: Rules) -> RefusedError:
    return RefusedError(
        RefusalKind.TOO_LARGE, f"it is larger than {rules.max_bytes:,} bytes; no report is so large"
    )


def _fault(error: Exception) -> str:
    """What went wrong on the wire, in words."""
    told = f"{type(error).__name__} {error}".lower()
    if "certificate" in told:
        return "its certificate does not hold; open it in a browser to see why"
    if "decod" in told or "content-encoding" in told:
        return "what it sends cannot be unpacked; save the page and add the file"
    if "timed out" in told or "timeout" in told:
        return "it does not answer in time; try again later"
    if "refused" in told:
        return "the host takes no connection; check the address, or try again later"
    if "newconnection" in told or "unreachable" in told or "no route" in told:
        return "the host cannot be reached; check the network"
    return _ENDED


def _now() -> datetime:
    return datetime.now(UTC)
