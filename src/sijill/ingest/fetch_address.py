"""Which addresses may be fetched: public web addresses only, whatever name or number they go by."""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from sijill.ingest.refusal import RefusalKind, RefusedError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
"""From host and port to all its numeric addresses; raises OSError where there are none."""

PORTS = {"http": 80, "https": 443}
_CLOSED = tuple(
    ipaddress.ip_network(one)
    for one in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",  # The inner address of a cloud's machines, though it looks public.
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
        "2001::/23",  # Teredo among them: an IPv4 address inside an IPv6 one.
        "2001:db8::/32",
        "2002::/16",  # 6to4, another such wrapping.
        "3fff::/20",
    )
)
_GLOBAL = ipaddress.ip_network("2000::/3")
"""Where public IPv6 addresses are; wrapped, local and mapped ones lie outside."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?", re.IGNORECASE)
_INNER_NAMES = (".localhost", ".local", ".internal", ".localdomain", ".home.arpa")
_UNWRITABLE = re.compile(r"[\x00-\x20\x7f\\]")
_SAFE = "%/:=&?~+!$,;'@()*[]-._"


@dataclass(frozen=True, slots=True)
class Target:
    """A URL taken apart, in the one reading that everything after goes by."""

    url: str
    """Without a fragment, letters beyond ASCII written in percent."""
    scheme: str
    host: str
    port: int
    path: str
    """With the query."""

    @property
    def site(self) -> str:
        """The host as the request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def is_url(word: str) -> bool:
    """Whether a word names something on the web, or means to: a scheme, a colon, two slashes."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", word) is not None


def target(url: str, ports: frozenset[int]) -> Target:
    """The URL, if it is one that may be asked for. Raises RefusedError, kind `address`."""
    if _UNWRITABLE.search(url):
        raise refused("the address holds a space, a control character or a backslash; write it out")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise refused("this is no address; check it") from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise refused(
            f"'{scheme or url[:20]}' is not fetched, only http and https; give a web address, or "
            "the path of a file"
        )
    if "@" in parts.netloc:
        raise refused("the address holds a user name or password; leave it out")
    port = PORTS[scheme] if port is None else port
    if port not in ports:
        known = " and ".join(str(one) for one in sorted(PORTS.values()))
        raise refused(f"port {port} is not asked, only {known}; save the page and add the file")
    host = _host(parts.hostname or "")
    path = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_SAFE)
    bare = Target("", scheme, host, port, path)
    return Target(f"{scheme}://{bare.site}{path}", scheme, host, port, path)


def checked(host: str, port: int, resolver: Resolver, admitted: frozenset[str]) -> list[str]:
    """The addresses of the host, all of them public.

    Raises RefusedError if one is not: whoever names a public and an inner one wants the inner.
    """
    try:
        found = list(dict.fromkeys(resolver(host, port)))
    except (OSError, UnicodeError):
        found = []
    if not found:
        message = f"there is no host '{host}'; check the address and the network"
        raise RefusedError(RefusalKind.FETCH, message)
    for one in found:
        if one not in admitted and not public(one):
            raise refused(
                f"'{host}' leads to {one}, which is not on the public internet; save the page and "
                "add the file"
            )
    return found


def public(address: str) -> bool:
    """Whether a numeric address is one of the public internet."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.scope_id is not None:
            return False
        if found in _NAT64:
            return public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
        if found not in _GLOBAL:
            return False
    return not any(found in network for network in _CLOSED if network.version == found.version)


def resolve(host: str, port: int) -> list[str]:
    """Every address that the system knows for the host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(one[4][0]) for one in found]


def refused(message: str) -> RefusedError:
    """The refusal of an address that is not asked for."""
    return RefusedError(RefusalKind.ADDRESS, message)


def _host(written: str) -> str:
    """The host in ASCII. Numbers in any but their plain form are refused: programs read `127.1`
    and `0x7f.1` differently, and nobody writes an honest address so."""
    if ":" in written:
        if "%" in written:
            raise refused("the address names a network card; leave out '%' and what follows")
        try:
            return str(ipaddress.IPv6Address(written))
        except ValueError:
            raise refused(f"'{written}' is no host; check the address") from None
    try:
        host = written if written.isascii() else written.encode("idna").decode("ascii")
    except UnicodeError:
        raise refused(f"'{written}' is no host; check the address") from None
    host = host.lower().removesuffix(".")
    if len(host) > 253 or _HOST.fullmatch(host) is None or ".." in host:
        raise refused(f"'{written}' is no host; check the address")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        try:
            return str(ipaddress.IPv4Address(host))
        except ValueError:
            raise refused(
                f"'{written}' is a number in an unusual form; write it as four decimal numbers"
            ) from None
    if f".{host}".endswith(_INNER_NAMES):
        raise refused(f"'{host}' is a name of this network; save the page and add the file")
    return host
