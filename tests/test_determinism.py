"""The same reports give the same bytes: in any process, any number of them, in any order."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples" / "ar"
PROGRAM = "from sijill.cli.main import main; main()"


def _run(words: Sequence[str], seed: str) -> bytes:
    """What `sijill` writes in a process of its own, with its hashes seeded so."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
    )
    return done.stdout


def _code(inputs: Sequence[Path], seed: str, *options: str) -> bytes:
    return _run(["code", *map(str, inputs), "--quiet", *options], seed)


@pytest.fixture(scope="module")
def files() -> list[Path]:
    found = sorted(path for path in SAMPLES.iterdir() if path.is_file())
    assert len(found) >= 5
    return found


@pytest.fixture(scope="module")
def coded(files: list[Path]) -> bytes:
    return _code(files, "0")


def test_another_seed_of_hashes_gives_the_same_bytes(files: list[Path], coded: bytes) -> None:
    assert coded.count(b"\n") >= len(files)
    assert _code(files, "4242") == coded


def test_each_report_is_the_same_record_wherever_it_stands_among_the_others(
    files: list[Path], coded: bytes
) -> None:
    """Records come in the order of the inputs; nothing is carried from one to the next."""
    shuffled = Random(7).sample(files, len(files))
    assert shuffled != files
    again = _code(shuffled, "17")
    assert again != coded
    assert sorted(again.splitlines()) == sorted(coded.splitlines())
    assert _texts(again) == [path.name for path in shuffled if path.suffix == ".txt"]


def _texts(coded: bytes) -> list[str]:
    """The names of the text files behind the records, in the order written."""
    names = [Path(json.loads(line)["document"]) for line in coded.splitlines()]
    return [name.name for name in names if name.suffix == ".txt"]


def test_a_folder_is_the_files_in_it_by_name(coded: bytes) -> None:
    assert _code([SAMPLES], "3") == coded


def test_two_processes_give_the_bytes_of_one(files: list[Path], coded: bytes) -> None:
    assert _code(files, "5", "--jobs", "2") == coded


@pytest.mark.parametrize("name", ["csv", "geojson", "html"])
def test_what_is_made_of_the_records_is_as_firm(coded: bytes, tmp_path: Path, name: str) -> None:
    (tmp_path / "coded.jsonl").write_bytes(coded)
    made = [_run(["convert", str(tmp_path / "coded.jsonl"), "-f", name], seed) for seed in "12"]
    assert made[0]
    assert made[0] == made[1]
