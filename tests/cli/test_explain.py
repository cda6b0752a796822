"""`sijill explain`: the account of one report on standard output."""

from pathlib import Path

from sijill.cli import exits
from tests.cli.conftest import Run


def test_a_file_is_coded_and_explained(run: Run, reports: Path) -> None:
    done = run("explain", reports / "a.txt", "--published", "2024-05-15")
    assert done.exit_code == exits.DONE
    assert "1. Air/drone strike" in done.stdout
    assert "published    2024-05-15 (option)" in done.stdout
    assert "\u2068" not in done.stdout


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    done = run("explain", tmp_path / "none.txt")
    assert done.exit_code == exits.NOTHING_CODED
    assert "there is no such file" in done.stderr
