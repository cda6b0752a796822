"""The command itself: what it offers, how it fails, and its pages in the documentation."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from sijill import __version__
from sijill.cli import exits
from sijill.cli.main import COMMANDS, main
from sijill.errors import PackError
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]


def scripted(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_page_is_made_from_the_help_texts() -> None:
    """If this fails: python scripts/cli_reference.py"""
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert page == scripted("cli_reference").page()


def test_the_format_page_is_made_from_the_schema() -> None:
    """If this fails: python scripts/report_reference.py"""
    page = (ROOT / "docs" / "reference" / "report.md").read_text(encoding="utf-8")
    assert page == scripted("report_reference").page()


def test_every_command_has_help_and_is_listed_in_order() -> None:
    listed = main.list_commands(None)  # type: ignore[arg-type]
    assert listed == [name for name in COMMANDS if name in listed]
    for name in listed:
        done = CliRunner().invoke(main, [name, "--help"])
        assert done.exit_code == exits.DONE, name


def test_version_names_program_pack_and_format(run: Run) -> None:
    done = run("version")
    assert f"sijill {__version__}" in done.stdout
    assert "pack ar " in done.stdout
    assert "format sijill-report/1" in done.stdout


def test_a_faulty_pack_is_a_message_and_no_traceback(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sijill

    def fail(*_: object, **__: object) -> None:
        raise PackError(["time.toml: one fault", "time.toml: another"])

    monkeypatch.setattr(sijill, "load", fail, raising=False)
    done = run("code", reports)
    assert done.exit_code == exits.USAGE
    assert "time.toml: one fault\ntime.toml: another" in done.stderr


def test_an_interrupted_run_says_so_and_leaves_the_output_alone(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sijill

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sijill, "load", lambda *_, **__: interrupt, raising=False)
    done = run("code", reports, "-o", tmp_path / "out.jsonl")
    assert done.exit_code == exits.INTERRUPTED
    assert "interrupted" in done.stderr
    assert not (tmp_path / "out.jsonl").exists()
