"""`sijill code`: every input is accounted for, outputs are whole, exit codes say what happened."""

import contextlib
import csv
import json
import os
import pty
import re
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from sijill.cli import coding, exits
from sijill.cli.account import Account
from sijill.cli.coding import documents, reports
from sijill.errors import PackError, SijillError
from sijill.export.csv import pieces as csv_pieces
from sijill.export.jsonl import pieces as jsonl_pieces
from sijill.export.options import Options as OutputOptions
from sijill.ingest.options import Options
from sijill.model.document import Document
from tests.cli import fake
from tests.cli.conftest import Run
from tests.cli.fake import FakeEngine

ENGLISH = "Aircraft struck the town this morning and two people were killed there.\n"


def records(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_reports_go_to_standard_output_as_lines_and_the_summary_beside_them(
    run: Run, reports: Path
) -> None:
    done = run("code", reports)
    assert done.exit_code == exits.DONE
    assert [Path(str(one["document"])).name for one in records(done.stdout)] == ["a.txt", "b.txt"]
    assert done.stderr.splitlines()[-1] == ("2 reports coded: 2 claims and 0 control statements.")


def test_a_file_gets_the_format_of_its_name(run: Run, reports: Path, tmp_path: Path) -> None:
    for name in ("out.csv", "out.geojson", "out.jsonl"):
        done = run("code", reports, "-o", tmp_path / name)
        assert (done.exit_code, done.stdout) == (exits.DONE, "")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as lines:
        assert len(list(csv.DictReader(lines))) == 2
    collection = json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))
    assert len(collection["features"]) == 2
    assert any("GeoNames" in one["licence"] for one in collection["attribution"])


def test_the_same_run_gives_the_same_bytes(run: Run, reports: Path) -> None:
    assert run("code", reports).stdout_bytes == run("code", reports).stdout_bytes


def test_the_publication_date_given_goes_to_every_report(run: Run, reports: Path) -> None:
    done = run("code", reports, "--published", "2024-05-15")
    assert {one["published"] for one in records(done.stdout)} == {"2024-05-15"}


def test_columns_name_the_fields_of_a_table(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "feed.jsonl"
    row = {"corpus": "قصفت طائرات حربية بلدة المرج صباح اليوم", "head": "قصف المرج"}
    table.write_text(json.dumps(row), encoding="utf-8")
    done = run("code", table, "--columns", "text=corpus,title=head")
    assert done.exit_code == exits.DONE
    assert records(done.stdout)[0]["title"] == "قصف المرج"


def test_texts_come_from_standard_input(run: Run) -> None:
    done = run("code", "-", input="قصفت طائرات حربية بلدة المرج صباح اليوم".encode())
    assert (done.exit_code, len(records(done.stdout))) == (exits.DONE, 1)


def test_some_inputs_refused_is_1_and_each_is_told_with_its_reason(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    (reports / "c.txt").write_text("", encoding="utf-8")
    done = run("code", reports, tmp_path / "none.txt")
    assert done.exit_code == exits.SOME_REFUSED
    assert "c.txt: " in done.stderr
    assert "there is no such file" in done.stderr
    assert (
        "2 reports coded: 2 claims and 0 control statements; 2 refused (empty 1, unreadable 1)."
        in (done.stderr)
    )


def test_another_language_is_passed_over_and_counted_and_no_refusal(
    run: Run, reports: Path
) -> None:
    (reports / "c.txt").write_text(ENGLISH, encoding="utf-8")
    done = run("code", reports)
    assert done.exit_code == exits.DONE
    assert "1 passed over, in another language (latn 1)" in done.stderr
    assert records(done.stdout)[2]["notices"] == ["not in Arabic"]


def test_a_report_at_which_the_engine_fails_costs_no_other(run: Run, reports: Path) -> None:
    (reports / "aa.txt").write_text("تعطل البرنامج عند هذا النص الطويل", encoding="utf-8")
    done = run("code", reports)
    assert done.exit_code == exits.SOME_REFUSED
    assert len(records(done.stdout)) == 2
    assert "aa.txt: the program failed on it (RuntimeError('boom'))" in done.stderr


def test_nothing_coded_is_3(run: Run, tmp_path: Path) -> None:
    assert run("code", tmp_path / "none.txt").exit_code == exits.NOTHING_CODED


@pytest.mark.parametrize(
    "arguments",
    [
        ["code"],
        ["code", "x.txt", "--published", "15/5/2024"],
        ["code", "x.txt", "--columns", "text"],
        ["code", "x.txt", "--columns", "colour=red"],
        ["code", "x.txt", "--format", "xls"],
        ["code", "x.txt", "--encoding", "morse"],
        ["cod"],
    ],
)
def test_a_wrong_command_line_is_2_and_says_why(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.exit_code == exits.USAGE
    assert len(done.stderr) > 20
    assert "Traceback" not in done.stderr


def test_an_output_that_cannot_be_written_is_4_and_told_before_coding(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sijill

    monkeypatch.setattr(sijill, "load", lambda *_, **__: pytest.fail("coding began"), raising=False)
    done = run("code", reports, "-o", reports / "none" / "out.csv")
    assert done.exit_code == exits.NOT_WRITTEN
    assert "cannot be written" in done.stderr


def test_the_output_of_an_earlier_run_is_not_taken_for_a_report(run: Run, reports: Path) -> None:
    run("code", reports, "-o", reports / "out.jsonl")
    first = (reports / "out.jsonl").read_bytes()
    done = run("code", reports, "-o", reports / "out.jsonl")
    assert "out.jsonl: was written by an earlier run, not read" in done.stderr
    assert (reports / "out.jsonl").read_bytes() == first


@pytest.mark.parametrize("given", ["reports/a.txt", "reports", "reports/*.txt"])
def test_a_report_is_never_replaced_by_the_output(
    run: Run, reports: Path, tmp_path: Path, given: str
) -> None:
    before = (reports / "a.txt").read_bytes()
    done = run("code", tmp_path / given, "-o", reports / "a.txt")
    assert done.exit_code == exits.NOT_WRITTEN
    assert "is one of the inputs and would be lost" in done.stderr
    assert (reports / "a.txt").read_bytes() == before
    assert sorted(os.listdir(reports)) == ["a.txt", "b.txt"]


def test_quiet_says_only_what_was_refused(run: Run, reports: Path) -> None:
    assert run("code", reports, "--quiet").stderr == ""
    (reports / "c.txt").write_text("", encoding="utf-8")
    assert run("code", reports, "--quiet").stderr.startswith("refused: ")


def test_a_name_cannot_steer_the_terminal(run: Run, reports: Path) -> None:
    (reports / "\x1b[2J.txt").write_text("", encoding="utf-8")
    assert "\x1b" not in run("code", reports).stderr


def test_texts_can_be_left_out(run: Run, reports: Path) -> None:
    assert {one["text"] for one in records(run("code", reports, "--no-text").stdout)} == {None}


def test_the_document_that_comes_next_is_read_only_when_it_is_wanted() -> None:
    """Memory is flat: a run ten times as long peaks no higher."""

    def peak(count: int) -> int:
        account = Account("ar", lambda _: None)
        coded = reports(generated(count), FakeEngine(), account)
        tracemalloc.start()
        for piece in jsonl_pieces(coded, OutputOptions()):
            assert piece
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert account.coded == count
        return highest

    peak(5)
    assert peak(300) < peak(30) * 1.5


def test_csv_is_as_flat() -> None:
    account = Account("ar", lambda _: None)
    pieces = csv_pieces(reports(generated(300), FakeEngine(), account), OutputOptions())
    next(pieces)
    next(pieces)
    assert account.coded == 1


def generated(count: int) -> Iterator[Document]:
    for number in range(count):
        text = f"قصفت طائرات حربية البلدة رقم {number}. " + "وصف طويل للأحداث. " * 200
        yield Document(f"{number}.txt", text, f"{number:064x}")


def test_refusals_of_a_folder_do_not_stop_the_documents_after(reports: Path) -> None:
    said: list[str] = []
    (reports / "a.txt").write_bytes(b"\x00\x01\x02" * 50)
    account = Account("ar", said.append)
    found = list(documents((str(reports),), Options(), account))
    assert [Path(one.name).name for one in found] == ["b.txt"]
    assert len(said) == 1


ROOT = Path(__file__).parents[2]
PROGRAM = """
import sijill, sys
from tests.cli import fake
sijill.load = fake.load
from sijill.cli.main import main
main()
"""


def command(*arguments: str | Path) -> list[str]:
    """A process of its own that runs `sijill` with the fake engine."""
    return [sys.executable, "-c", PROGRAM, *map(str, arguments)]


def test_in_a_pipe_there_is_no_counter(reports: Path) -> None:
    done = subprocess.run(command("code", reports), capture_output=True, cwd=ROOT, check=True)
    assert b"\x1b" not in done.stderr + done.stdout
    assert len(done.stdout.splitlines()) == 2


def test_a_reader_that_leaves_is_no_error(reports: Path) -> None:
    read, written = os.pipe()
    os.close(read)
    done = subprocess.run(
        command("code", reports), stdout=written, stderr=subprocess.PIPE, cwd=ROOT, check=False
    )
    os.close(written)
    assert (done.returncode, done.stderr) == (exits.DONE, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_standard_output_is_4(reports: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command("code", reports), stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False
        )
    assert done.returncode == exits.NOT_WRITTEN
    assert b"standard output: cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


def on_terminal(*arguments: str | Path, stdout: bool) -> tuple[str, str]:
    """What goes to a terminal that is stdout, or else stderr; and to the pipe that is the other."""
    screen, side = pty.openpty()
    process = subprocess.Popen(
        command(*arguments),
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "140"},
        stdout=side if stdout else subprocess.PIPE,
        stderr=subprocess.PIPE if stdout else side,
    )
    os.close(side)
    shown = b""
    with contextlib.suppress(OSError):  # Raised when the other end of a terminal is gone.
        while piece := os.read(screen, 1 << 16):
            shown += piece
    os.close(screen)
    piped = process.communicate()[1 if stdout else 0]
    assert process.returncode == exits.DONE
    return shown.decode("utf-8"), piped.decode("utf-8")


def test_on_a_terminal_results_are_a_table_without_counter(reports: Path) -> None:
    shown, said = on_terminal("code", reports, stdout=True)
    assert "Air/drone strike" in shown
    assert "\u2068" in shown
    assert said == "2 reports coded: 2 claims and 0 control statements.\n"


def test_a_person_who_waits_for_a_file_sees_a_counter(reports: Path, tmp_path: Path) -> None:
    shown, piped = on_terminal(*("code", reports, "-o", tmp_path / "out.csv"), stdout=False)
    assert re.search(r"\d reports", shown)
    assert shown.endswith("2 reports coded: 2 claims and 0 control statements.\r\n")
    assert piped == ""


def test_an_interrupt_ends_a_run_at_once_and_leaves_no_file(reports: Path, tmp_path: Path) -> None:
    os.mkfifo(reports / "c.txt")
    running = command("code", reports / "a.txt", reports / "c.txt", "-o", tmp_path / "out.jsonl")
    process = subprocess.Popen(
        running,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        # Where the tests run in the background the signal is ignored, and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    with open(reports / "c.txt", "wb"):  # Opens when the run has come to this input.
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == exits.INTERRUPTED
    assert said == b"sijill: interrupted\n"
    assert os.listdir(tmp_path) == ["reports"]


def test_several_processes_give_the_same_as_one() -> None:
    found = [
        Document(f"{n}", "قصف الطيران البلدة" if n % 7 else "تعطل", "0" * 64) for n in range(90)
    ]
    one, two = Account("ar", print), Account("ar", print)
    alone = list(coding.reports(found, FakeEngine(), one))
    prepare = partial(coding.prepare, fake.load, "ar", None)
    assert list(coding.reports_in_parallel(found, 2, prepare, two)) == alone
    assert (one.summary(), one.coded) == (two.summary(), 77)


def faulty(language: str, pack: Path | None) -> FakeEngine:
    raise PackError(["time.toml: one fault", "time.toml: another"])


def dying(language: str, pack: Path | None) -> FakeEngine:
    os._exit(1)


def test_a_pack_that_fails_in_a_process_is_told_as_it_is() -> None:
    account = Account("ar", print)
    found = [Document("a", "قصف", "0" * 64)]
    for load, said in ((faulty, r"one fault\ntime\.toml: another"), (dying, "died")):
        prepare = partial(coding.prepare, load, "ar", None)
        with pytest.raises(SijillError, match=said):
            list(coding.reports_in_parallel(found, 1, prepare, account))


def test_a_pack_codes_its_own_language(run: Run, tmp_path: Path) -> None:
    run("pack", "new", "fa", "--name", "فارسی", "--into", tmp_path)
    text = "هواپیماهای جنگی صبح امروز شهر را بمباران کردند و چند نفر کشته شدند"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    done = run("code", tmp_path / "a.txt", "--pack", tmp_path / "fa")
    assert "1 report coded" in done.stderr
