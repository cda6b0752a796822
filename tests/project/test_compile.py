"""Compiled rooms say what the sources say, and never stand in for sources that changed."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sijill import native

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "sijill"
CODE = "from sijill.cli.main import main; main()"

sys.path.insert(0, str(ROOT / "scripts"))
from plain_classes import rewrite  # noqa: E402

SOURCE = '''
"""A module."""

from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

NEAR, FAR = 1, 2
_WORDS = frozenset(("one", "two"))


class Pair(NamedTuple):
    """Two numbers."""

    one: int
    other: int = 7

    @property
    def sum(self) -> int:
        return self.one + self.other


@dataclass(frozen=True, slots=True)
class Item:
    name: str
    near: bool = True


@dataclass(slots=True)
class Basket:
    items: list[Item] = field(default_factory=list)


_pair = partial(tuple.__new__, Pair)


def pair(one: int, other: int) -> Pair:
    return _pair((one, other))
'''


@pytest.fixture(scope="module")
def made() -> ModuleType:
    """The module above, rewritten and run; mypyc's own decorator does nothing here."""
    module = ModuleType("made")
    module.__dict__["_attributes"] = lambda **_options: lambda kind: kind
    exec(rewrite(SOURCE), module.__dict__)
    return module


def test_a_named_tuple_becomes_a_plain_class_with_the_same_fields(made: ModuleType) -> None:
    pair = made.Pair(3)
    assert not isinstance(pair, tuple)
    assert (pair.one, pair.other, pair.sum) == (3, 7, 10)
    assert pair == made.Pair(3, 7) and hash(pair) == hash(made.Pair(3, 7))
    assert pair != made.Pair(3, 8)
    assert pair._replace(other=1) == made.Pair(3, 1) and pair.other == 7


def test_a_short_cut_to_a_named_tuple_becomes_a_call_of_the_class(made: ModuleType) -> None:
    assert made.pair(1, 2) == made.Pair(1, 2)


def test_a_record_becomes_a_plain_class(made: ModuleType) -> None:
    item = made.Item("well")
    assert item == made.Item("well", near=True) and item != made.Item("well", near=False)
    assert repr(item) == "Item(name='well', near=True)"
    assert item.copied() == item and item.copied() is not item


def test_what_is_made_anew_for_each_object_still_is(made: ModuleType) -> None:
    one, other = made.Basket(), made.Basket()
    one.items.append(made.Item("well"))
    assert other.items == []


def test_constants_are_final() -> None:
    text = rewrite(SOURCE)
    assert "NEAR: _Final = 1" in text and "FAR: _Final = 2" in text
    assert "_WORDS: _Final = frozenset" in text


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with one room, and compiled rooms beside it that were made of it."""
    package = tmp_path / "src" / "sijill"
    (package / "text").mkdir(parents=True)
    (package / "text" / "fold.py").write_text("A = 1\n", encoding="utf-8")
    folder = native.folders(package)[1]
    folder.mkdir(parents=True)
    (folder / native.DIGEST).write_text(native.digest_of(package), encoding="ascii")
    return package


def test_compiled_rooms_hold_for_the_sources_they_were_made_of(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SIJILL_NATIVE")
    assert native.compiled(package) == native.folders(package)[1] / "sijill"
    monkeypatch.setenv("SIJILL_NATIVE", "0")
    assert native.compiled(package) is None


@pytest.mark.parametrize(
    ("name", "text"), [("text/fold.py", "A = 2\n"), ("text/token.py", "A = 1\n")]
)
def test_a_changed_or_new_source_switches_them_off(
    package: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    monkeypatch.delenv("SIJILL_NATIVE")
    (package / name).write_text(text, encoding="utf-8")
    assert native.compiled(package) is None


def _coded(setting: str) -> bytes:
    samples = sorted(map(str, (ROOT / "samples" / "ar").glob("*.txt")))
    return subprocess.run(
        [sys.executable, "-c", CODE, "code", *samples, "--quiet", "--format", "jsonl"],
        capture_output=True,
        env={**os.environ, "SIJILL_NATIVE": setting},
        check=True,
    ).stdout


def test_compiled_rooms_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SIJILL_NATIVE")
    if native.compiled(PACKAGE) is None:
        pytest.skip("nothing is compiled of these sources: make compile")
    assert _coded("1") == _coded("0")
