"""`sijill pack`: a new pack is readable at once, and every fault of one is told."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from sijill.cli import exits
from sijill.cli.main import main
from sijill.cli.scaffold import scaffold
from sijill.lexicon.pack import read
from tests.cli.conftest import Run


@pytest.fixture
def lint(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stands for the checks of the lexicon room and the examples; a test puts faults in."""
    faults: list[str] = []
    module = SimpleNamespace(check=lambda path: faults)
    monkeypatch.setitem(sys.modules, "sijill.lexicon.lint", module)
    monkeypatch.setattr("sijill.cli.examples.faults", lambda engine: ())
    return faults


def test_a_new_pack_can_be_read_and_has_every_file(run: Run, tmp_path: Path) -> None:
    done = run("pack", "new", "ckb", "--name", "کوردی", "--rtl", "--into", tmp_path)
    assert done.exit_code == exits.DONE
    made = read(tmp_path / "ckb")
    assert (made.language, made.name, made.direction) == ("ckb", "کوردی", "rtl")
    bundled = read(Path(__file__).parents[2] / "src" / "sijill" / "packs" / "ar")
    assert set(made.rules) == set(bundled.rules)
    assert set(made.tables) == set(bundled.tables)
    assert not any(made.tables.values())
    words = (tmp_path / "ckb" / "numbers.toml").read_text(encoding="utf-8")
    assert words.startswith("# ")


def test_a_new_pack_has_no_faults_and_codes_a_report_at_once(tmp_path: Path) -> None:
    """With the real engine and lint: a newcomer's first minute."""
    runner = CliRunner()
    for arguments in (
        ["new", "ckb", "--name", "کوردی", "--rtl", "--into", str(tmp_path)],
        ["check", str(tmp_path / "ckb")],
    ):
        done = runner.invoke(main, ["pack", *arguments])
        assert done.exit_code == exits.DONE, done.output
    text = "فڕۆکەکان ئەمڕۆ شارەکەیان بۆردومان کرد و چەند کەسێک کوژران"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    done = runner.invoke(main, ["code", str(tmp_path / "a.txt"), "--pack", str(tmp_path / "ckb")])
    assert (done.exit_code, "1 report coded" in done.stderr) == (exits.DONE, True), done.output


def test_a_new_pack_holds_none_of_the_language_it_was_modelled_on(run: Run, tmp_path: Path) -> None:
    run("pack", "new", "so", "--name", "Soomaali", "--into", tmp_path)
    for file in sorted((tmp_path / "so").glob("*.toml")):
        values = [line for line in file.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
        assert "\n".join(values).isascii(), file.name


def test_a_pack_that_cannot_be_compiled_is_a_fault_with_a_hint(tmp_path: Path) -> None:
    made = scaffold(tmp_path, "so", "Soomaali", rtl=False)
    (made / "actors.toml").write_text("", encoding="utf-8")
    done = CliRunner().invoke(main, ["pack", "check", str(made)])
    assert done.exit_code == exits.SOME_REFUSED
    assert "does not follow the format of a pack" in done.stdout


@pytest.mark.parametrize("code", ["../x", "AR", "a", "ar_SY"])
def test_a_code_that_is_no_language_code_is_refused(run: Run, tmp_path: Path, code: str) -> None:
    done = run("pack", "new", code, "--name", "x", "--into", tmp_path)
    assert (done.exit_code, "not a language code" in done.stderr) == (exits.USAGE, True)


def test_a_pack_that_is_there_is_not_written_over(run: Run, tmp_path: Path) -> None:
    run("pack", "new", "ku", "--name", "x", "--into", tmp_path)
    (tmp_path / "ku" / "pack.toml").write_text("mine", encoding="utf-8")
    done = run("pack", "new", "ku", "--name", "x", "--into", tmp_path)
    assert done.exit_code == exits.USAGE
    assert (tmp_path / "ku" / "pack.toml").read_text(encoding="utf-8") == "mine"


def test_the_bundled_pack_is_checked_by_default(run: Run, lint: list[str]) -> None:
    done = run("pack", "check")
    assert done.exit_code == exits.DONE
    assert done.stdout.startswith("pack ar ")
    assert "no faults" in done.stdout


def test_every_fault_is_told_and_the_exit_code_says_so(run: Run, lint: list[str]) -> None:
    lint += ["time.toml: one", "time.toml: two"]
    done = run("pack", "check")
    assert done.exit_code == exits.SOME_REFUSED
    assert done.stdout.splitlines() == ["time.toml: one", "time.toml: two"]


def test_a_folder_that_is_no_pack_is_a_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("a = [", encoding="utf-8")
    done = run("pack", "check", tmp_path)
    assert done.exit_code == exits.SOME_REFUSED
    assert "bad.toml" in done.stdout
