"""The set-up needs Python and nothing else, and stays inside its folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("dirname", "rm", "mkdir", "cat", "sh")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder with a blank in its name and what the set-up reads."""
    folder = tmp_path / "a clone"
    (folder / "scripts").mkdir(parents=True)
    (folder / "requirements").mkdir()
    shutil.copy(ROOT / "scripts" / "bootstrap.sh", folder / "scripts")
    return folder


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder with the few programs that any system has."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found is not None
        (folder / name).symlink_to(found)
    return folder


def bootstrap(clone: Path, tools: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(tools), "HOME": str(clone.parent / "nowhere"), **settings}
    return subprocess.run(
        ["/bin/sh", str(clone / "scripts" / "bootstrap.sh")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def program(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def test_without_a_python_it_says_what_to_do(clone: Path, tools: Path) -> None:
    done = bootstrap(clone, tools)
    assert done.returncode == 1
    assert "no Python 3.11 or newer found" in done.stderr
    assert not (clone / ".venv").exists()


def test_an_old_python_is_passed_over(clone: Path, tools: Path) -> None:
    program(tools, "python3", "exit 1")
    assert "no Python 3.11 or newer found" in bootstrap(clone, tools).stderr


def test_uv_is_used_where_it_is_set_up_and_may_not_fetch_a_python(clone: Path, tools: Path) -> None:
    (clone / ".venv" / "tools" / "bin").mkdir(parents=True)
    log = clone / "log"
    program(
        clone / ".venv" / "tools" / "bin",
        "uv",
        f'echo "$UV_PYTHON_DOWNLOADS $UV_DEFAULT_INDEX $UV_CACHE_DIR $*" >>"{log}"',
    )
    done = bootstrap(clone, tools, PYTHON=sys.executable, PIP_INDEX_URL="mirror")
    assert done.returncode == 0, done.stderr
    lines = log.read_text(encoding="utf-8").splitlines()[1:]
    assert all(line.startswith(f"never mirror {clone}/.venv/cache pip install") for line in lines)
    assert "--require-hashes -r requirements/dev.lock" in lines[0]
    assert "--no-build-isolation --no-deps --editable ." in lines[1]
    assert (clone / ".venv" / "ready").read_text(encoding="utf-8").strip() == str(clone)
    assert not (clone.parent / "nowhere").exists()


def test_the_scripts_are_sound_shell() -> None:
    for script, shell in (("scripts/bootstrap.sh", "sh"), (".ci/run", "bash")):
        found = shutil.which(shell)
        assert found is not None
        subprocess.run([found, "-n", str(ROOT / script)], check=True)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("target", ["demo", "test", "bench", "lock", "gate", "packs"])
def test_make_knows_what_to_do(target: str) -> None:
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not on this machine")
    done = subprocess.run(
        [make, "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_no_committed_file_of_the_set_up_names_a_host() -> None:
    files = ["Makefile", "pyproject.toml", ".pre-commit-config.yaml", ".ci/run"]
    for path in [*map(ROOT.joinpath, files), *(ROOT / "scripts").glob("*.sh")]:
        assert "://" not in path.read_text(encoding="utf-8"), path
