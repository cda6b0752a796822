"""A small web server on this machine, and rules that let a test reach it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sijill.ingest.fetch import RULES, Rules

HERE = "127.0.0.1"
Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass(slots=True)
class Web:
    """What the server answers, by path, and what it was asked."""

    port: int
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Path and headers of each request, names in lower case."""

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def rules(self, **changed: object) -> Rules:
        """Rules under which any name leads to this server."""
        settings: dict[str, object] = {
            "ports": RULES.ports | {self.port},
            "admitted": frozenset({HERE}),
            "resolver": lambda host, _port: [host if host[0].isdigit() or ":" in host else HERE],
            "wait": 5.0,
            "seconds": 20.0,
            **changed,
        }
        return Rules(**settings)  # type: ignore[arg-type]

    def page(self, path: str, body: bytes | str, media: str = "text/html", **headers: str) -> None:
        """Serve the body at the path."""
        self.pages[path] = answer(200, body, media, **headers)


def answer(
    status: int, body: bytes | str = b"", media: str = "text/html", **headers: str
) -> Answer:
    """An answer with that body; `_` in the names of headers stands for `-`."""
    data = body.encode() if isinstance(body, str) else body

    def give(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        if media:
            handler.send_header("Content-Type", media)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if status != 304:
            handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        if status != 304:
            handler.wfile.write(data)

    return give


def moved(location: str, status: int = 302) -> Answer:
    """An answer that leads on."""
    return answer(status, Location=location)


@contextmanager
def serving() -> Iterator[Web]:
    """A server that runs as long as the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            web.asked.append((self.path, headers))
            try:
                web.pages.get(self.path, answer(404))(self)
            except OSError:  # The client had enough.
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer((HERE, 0), Handler)
    server.daemon_threads = True
    web = Web(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
