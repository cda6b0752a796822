"""`sijill init`, `add`, `code --db` and `status`, on both databases."""

import json
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from sijill.cli import due, exits
from sijill.model.document import Document
from sijill.model.report import Report
from sijill.store.store import open_
from tests.cli.conftest import Run
from tests.cli.fake import FakeEngine
from tests.cli.test_code import ENGLISH
from tests.store.letters import NEWER, Places

status_module = import_module("sijill.cli.status")


@pytest.fixture
def db(run: Run, address: str) -> str:
    """The address of a database that was made."""
    done = run("init", "--db", address)
    assert (done.exit_code, done.stdout.split(":")[-1]) == (0, " ready, version 2, empty\n")
    return address


def status(run: Run, db: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(run("status", "--db", db, "--json").stdout)
    return found


def test_init_twice_tells_what_is_there(run: Run, db: str, reports: Path) -> None:
    run("add", reports, "--db", db)
    assert run("init", "--db", db).stdout.endswith(": ready, version 2, 2 reports\n")


def test_reports_are_added_coded_and_told(run: Run, db: str, reports: Path) -> None:
    done = run("add", reports, "--db", db)
    assert (done.exit_code, done.stdout, done.stderr) == (exits.DONE, "", "2 reports added.\n")
    done = run("code", "--db", db)
    assert done.exit_code == exits.DONE
    assert done.stderr == "2 reports coded: 2 claims and 0 control statements.\n"
    told = status(run, db)
    assert [told[name] for name in ("reports", "coded", "due", "claims")] == [2, 2, 0, 2]
    lines = run("status", "--db", db).stdout.splitlines()
    assert lines[1] == "  reports              2  ar 2"
    assert any(line.endswith("add   done  new 2") for line in lines)


def test_the_same_reports_again_are_not_kept_twice(run: Run, db: str, reports: Path) -> None:
    run("add", reports, "--db", db)
    (reports / "copy.txt").write_bytes((reports / "a.txt").read_bytes())
    done = run("add", reports, "--db", db)
    assert done.exit_code == exits.DONE
    assert done.stderr == (
        "0 reports added; 1 there already, found in a new place; 2 there already.\n"
    )
    assert (status(run, db)["reports"], status(run, db)["origins"]) == (2, 3)


def test_a_table_and_standard_input_are_read_as_by_code(run: Run, db: str, tmp_path: Path) -> None:
    table = tmp_path / "feed.jsonl"
    rows = [{"body": f"قصف على بلدة المرج رقم {n}", "day": "2024-05-15"} for n in range(3)]
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = run("add", table, "--db", db, "--columns", "text=body,published=day")
    assert done.stderr == "3 reports added.\n"
    run("add", "-", "--db", db, input="قصفت طائرات بلدة الروضة".encode())
    with open_(db) as store:
        kept = list(store.reports())
        assert sorted(str(one.published) for one in kept) == ["2024-05-15"] * 3 + ["None"]
        kinds = {origin.kind for one in kept for origin in store.origins(one.sha256)}
        assert kinds == {"file", "stdin"}


def test_refusals_are_told_kept_and_gone_when_mended(run: Run, db: str, reports: Path) -> None:
    (reports / "c.txt").write_text("", encoding="utf-8")
    done = run("add", reports, "--db", db)
    assert done.exit_code == exits.SOME_REFUSED
    assert "c.txt: the input is empty" in done.stderr
    assert done.stderr.endswith("2 reports added; 1 refused (empty 1).\n")
    assert "c.txt: the input is empty" in run("status", "--db", db, "--refused").stdout
    (reports / "c.txt").write_text("قصف على بلدة النخيل", encoding="utf-8")
    assert run("add", reports, "--db", db).exit_code == exits.DONE
    assert run("status", "--db", db, "--refused").stdout == ""


def test_nothing_added_is_3(run: Run, db: str, tmp_path: Path) -> None:
    assert run("add", tmp_path / "none.txt", "--db", db).exit_code == exits.NOTHING_CODED


def test_what_was_coded_is_not_coded_again(
    run: Run, db: str, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sijill

    run("add", reports, "--db", db)
    run("code", "--db", db)
    monkeypatch.setattr(sijill, "load", lambda *_, **__: pytest.fail("coded"), raising=False)
    done = run("code", "--db", db)
    assert (done.exit_code, done.stderr[-17:]) == (exits.DONE, ": nothing is due\n")


def test_another_language_is_kept_and_passed_over(run: Run, db: str, reports: Path) -> None:
    (reports / "c.txt").write_text(ENGLISH, encoding="utf-8")
    run("add", reports, "--db", db)
    done = run("code", "--db", db)
    assert done.exit_code == exits.DONE
    assert "1 passed over, in another language (latn 1)" in done.stderr
    assert status(run, db)["due"] == 0


def test_a_report_at_which_the_engine_fails_costs_no_other_and_is_tried_again(
    run: Run, db: str, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "aa.txt").write_text("تعطل البرنامج عند هذا النص الطويل", encoding="utf-8")
    run("add", reports, "--db", db)
    done = run("code", "--db", db)
    assert done.exit_code == exits.SOME_REFUSED
    assert "the program failed on it (RuntimeError('boom'))" in done.stderr
    told = status(run, db)
    assert (told["coded"], told["due"], told["refused"]) == (2, 1, {"fault": 1})
    whole = FakeEngine.__call__

    def mended(self: FakeEngine, report: str | Document, **rest: date | None) -> Report:
        assert isinstance(report, Document)
        return whole(self, replace(report, text="قصف"))

    monkeypatch.setattr(FakeEngine, "__call__", mended)
    assert run("code", "--db", db).exit_code == exits.DONE
    assert (status(run, db)["due"], status(run, db)["refused"]) == (0, {})


def test_batches_do_not_change_what_is_there(
    run: Run, db: str, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(7):
        (reports / f"{number}.txt").write_text(f"قصف على حي {number}", encoding="utf-8")
    monkeypatch.setattr("sijill.cli.intake.BATCH", 2)
    monkeypatch.setattr(due, "BATCH", 2)
    monkeypatch.setattr(due, "PAGE", 3)
    assert run("add", reports, "--db", db).stderr == "9 reports added.\n"
    assert run("code", "--db", db).stderr.startswith("9 reports coded: 9 claims")
    assert status(run, db)["due"] == 0


def test_a_newer_pack_makes_every_report_due(
    run: Run, db: str, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", reports, "--db", db)
    run("code", "--db", db)
    for module in (due, status_module):
        monkeypatch.setattr(module, "data", lambda *_: (NEWER, Places()))
    assert status(run, db)["due"] == 2
    assert run("code", "--db", db).exit_code == exits.DONE
    told = status(run, db)
    assert (told["due"], told["coded"], told["codings"]) == (0, 2, 4)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["code", "a.txt", "--db", "x.db"], "put reports into it with `sijill add`"),
        (["code", "--db", "x.db", "-o", "out.csv"], "the claims go into the database"),
        (["code"], "name at least one INPUT, or a database with --db"),
        (["add", "--db", "x.db"], "Missing argument 'INPUT...'"),
        (["status", "--db", "none.db"], "none.db: there is no such database"),
        (["add", "a.txt", "--db", "none.db"], "make it with `sijill init`"),
        (["code", "--db", "none.db"], "make it with `sijill init`"),
        (["init", "--db", "none/x.db"], "check that its folder is there"),
        (["init", "--db", "mysql://h/d"], "mysql: no such kind of database"),
    ],
)
def test_a_wrong_command_line_is_2_and_says_what_to_do(
    run: Run, words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*words)
    assert done.exit_code == exits.USAGE
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_variable_names_the_database(
    run: Run, tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIJILL_DB", str(tmp_path / "own.db"))
    run("init")
    assert run("add", reports).stderr == "2 reports added.\n"
    assert len(run("code", reports).stdout.splitlines()) == 2
