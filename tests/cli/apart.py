"""Runs a command of Sijill in a process of its own, which dies where it is told to."""

import os
import signal
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from typing import Any

import sijill
from sijill.cli.main import main
from sijill.store.record import Stamp
from tests.cli import fake
from tests.store.letters import STAMP, Places

KILLED = -signal.SIGKILL
# Loaded here, once, and not in each of hundreds of processes.
intake, due = import_module("sijill.cli.intake"), import_module("sijill.cli.due")
for name in ("cli.init", "store.store", "ingest.read"):
    import_module(f"sijill.{name}")
import_module("sqlalchemy.dialects.postgresql.pg8000")


def run(words: list[str], *, die_at: int | None = None, stamp: Stamp = STAMP) -> tuple[int, int]:
    """Exit code, and how many statements were sent; with `die_at`, killed (-9) before that one.

    The parent's modules are shared, so that hundreds of runs cost little.
    """
    ours, theirs = get_context("fork").Pipe()
    process = get_context("fork").Process(target=_child, args=(words, die_at, stamp, theirs))
    process.start()
    theirs.close()
    process.join(120)
    code = process.exitcode
    assert code is not None, "the command hangs"
    sent = ours.recv() if code != KILLED else 0
    ours.close()
    return code, sent


def _child(words: list[str], die_at: int | None, stamp: Stamp, pipe: "Pipe[Any, Any]") -> None:
    from sqlalchemy import Engine, event

    sent = 0

    def step(*_: object) -> None:
        nonlocal sent
        sent += 1
        if sent == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)
    sijill.load = fake.load  # type: ignore[assignment]
    vars(due)["data"] = lambda *_: (stamp, Places())
    vars(intake)["BATCH"] = vars(due)["BATCH"] = 3
    vars(due)["PAGE"] = 5
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    code = 0
    try:
        main(words, standalone_mode=False)
    except SystemExit as left:
        code = int(left.code or 0)
    pipe.send(sent)
    pipe.close()
    os._exit(code)
