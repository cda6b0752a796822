"""Full disks, locks, other writers, unknown databases: what the user is told, and what is left."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pg8000
import pytest
from click.testing import Result
from sqlalchemy import Engine, event

from sijill.cli import exits
from sijill.errors import StoreError, StoreWriteError
from sijill.store.database import Database
from sijill.store.fault import fault
from sijill.store.store import create, open_
from tests.cli.apart import run as run_apart
from tests.cli.conftest import Run
from tests.cli.test_killed import content
from tests.server import Server
from tests.store.letters import document, received
from tests.store.test_migrate import newer

AGAIN = "then run the command again: it goes on where it stopped"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of thirty reports of a few pages."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        text = f"قصفت طائرات حربية بلدة المرج رقم {number} صباح اليوم.\n" * 60
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def _pages(db: str) -> int:
    return Path(db).stat().st_size // 4096


def told(done: Result) -> str:
    """The last line that the user sees."""
    assert "Traceback" not in done.stderr
    return str(done.stderr.splitlines()[-1])


# ---------------------------------------------------------------------- the disk


@contextmanager
def room(pages: int) -> Iterator[None]:
    """No SQLite database grows beyond so many pages, as on a full disk."""

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


@pytest.mark.parametrize("pages", [12, 20, 30])
def test_a_full_disk_is_told_and_what_was_written_is_whole(
    run: Run, tmp_path: Path, many: Path, monkeypatch: pytest.MonkeyPatch, pages: int
) -> None:
    db, whole = str(tmp_path / "full.db"), str(tmp_path / "whole.db")
    monkeypatch.setattr("sijill.cli.intake.BATCH", 4)
    for path in (db, whole):
        run("init", "--db", path)
    with room(_pages(db) + pages):
        done = run("add", many, "--db", db)
    assert done.exit_code == exits.NOT_WRITTEN
    assert told(done) == f"sijill: {db}: the disk is full; make room, {AGAIN}"
    with open_(db) as store:
        assert 0 < store.counts()["reports"] < 30
        assert store.counts()["reports"] % 4 == 0
    assert run("add", many, "--db", db).exit_code == exits.DONE
    run("add", many, "--db", whole)
    with open_(db) as store, open_(whole) as expected:
        assert content(store) == content(expected)


def test_a_disk_that_fills_while_coding_loses_no_report(
    run: Run, tmp_path: Path, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = str(tmp_path / "full.db")
    run("init", "--db", db)
    run("add", many, "--db", db)
    monkeypatch.setattr("sijill.cli.due.BATCH", 4)
    with room(_pages(db) + 8):
        done = run("code", "--db", db)
    assert (done.exit_code, told(done)) == (
        exits.NOT_WRITTEN,
        f"sijill: {db}: the disk is full; make room, {AGAIN}",
    )
    assert run("code", "--db", db).exit_code == exits.DONE
    with open_(db) as store:
        assert (store.counts()["coded"], store.counts()["claims"]) == (30, 30)


# ---------------------------------------------------------------------- other writers


@contextmanager
def locked(address: str) -> Iterator[None]:
    """Another program writes, and does not end."""
    database = Database(address)
    with database.write():
        yield
    database.close()


def test_a_locked_database_is_told_after_the_wait(run: Run, address: str, many: Path) -> None:
    run("init", "--db", address)
    with open_(address) as store:
        name = store.name
    with locked(address):
        done = run("add", many, "--db", address, "--wait", "0.2")
        assert run("status", "--db", address).exit_code == exits.DONE
    assert done.exit_code == exits.NOT_WRITTEN
    assert told(done) == (
        f"sijill: {name}: another program is writing to it and did not let go; wait for it to "
        f"end or stop it, {AGAIN}"
    )
    assert run("add", many, "--db", address).exit_code == exits.DONE


def test_a_writer_waits_for_another_one(address: str) -> None:
    with create(address) as store:
        letting_go = threading.Event()
        held = threading.Event()

        def hold() -> None:
            with locked(address):
                held.set()
                letting_go.wait(20)

        other = threading.Thread(target=hold)
        other.start()
        held.wait(20)
        threading.Timer(0.3, letting_go.set).start()
        assert store.add([received(document("قصف على حلب"))]).new == 1
        other.join()


def test_two_writers_lose_nothing_and_double_nothing(address: str, many: Path) -> None:
    """Both add the same reports at once, and both code them at once."""
    run_apart(["init", "--db", address])
    for words in (["add", str(many)], ["code"]):
        codes: list[int] = []
        writers = [
            threading.Thread(
                target=lambda: codes.append(run_apart([*words, "--db", address])[0])  # noqa: B023
            )
            for _ in range(2)
        ]
        for one in writers:
            one.start()
        for one in writers:
            one.join()
        assert codes == [0, 0]
    with open_(address) as store:
        counts = store.counts()
    assert [counts[name] for name in ("reports", "origins", "coded", "codings", "claims")] == (
        [30] * 5
    )


# ---------------------------------------------------------------------- what is not ours to use


def test_a_newer_database_is_told_and_left_alone(run: Run, address: str, many: Path) -> None:
    with create(address) as store:
        newer(store)
        name = store.name
    for words in (["add", many], ["code"], ["status"], ["init"]):
        done = run(*words, "--db", address)
        assert done.exit_code == exits.USAGE
        assert told(done) == (
            f"sijill: {name}: was brought to version 99 by Sijill 3.1.0, and this program knows "
            "versions up to 2; update Sijill (nothing was changed)"
        )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("sijill:", "nobody:"), "the server does not let you in; check user and password"),
        (("/postgres?", "/nowhere?"), "the server has no such database; make it with createdb"),
        (("127.0.0.1:", "127.0.0.1:1"), "no server answers there; start it, or check the address"),
    ],
)
def test_a_server_that_does_not_let_in_is_told_without_the_password(
    run: Run, server: Server, change: tuple[str, str], said: str
) -> None:
    address = server.address("postgres")
    if change[0] == "127.0.0.1:":
        address = address.replace(str(server.port), "1")
    done = run("init", "--db", address.replace(*change))
    assert done.exit_code == exits.USAGE
    assert said in told(done)
    assert server.password not in done.output


def test_a_read_only_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    create(str(path)).close()
    with pytest.raises(StoreWriteError, match="may only be read"), fault("ledger.db"):
        reading = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            reading.execute("DELETE FROM meta")
        finally:
            reading.close()


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    create(str(path)).close()
    raw = bytearray(path.read_bytes())
    raw[100:1000] = b"\xff" * 900
    path.write_bytes(raw)
    with pytest.raises(StoreError, match=r"ledger\.db: is damaged|is no database"):
        open_(str(path))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("53100", "the disk is full"),
        ("25006", "may only be read"),
        ("57P01", "the server went away"),
        ("42501", "you have no right to do this there"),
        ("22001", "the words of the server"),
    ],
)
def test_what_a_server_complains_of_is_told_in_words(code: str, said: str) -> None:
    with pytest.raises(StoreError, match=said), fault("ledger"):
        raise pg8000.DatabaseError({"C": code, "M": "the words of the server"})
