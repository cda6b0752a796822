"""docs/add-a-word.md, followed to the letter, adds a word."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sijill.cli.main import main
from tests.docs.pages import ROOT, Block, blocks, commands

PAGE = blocks(ROOT / "docs" / "add-a-word.md")
_PIECE = re.compile(r"^(\w+) = \[(.*), …$", re.MULTILINE)


def only(kind: str) -> Block:
    (found,) = (block for block in PAGE if block.kind == kind)
    return found


def run(words: list[str]) -> Result:
    assert words[0] == "sijill"
    return CliRunner().invoke(main, words[1:])


def claims(result: Result) -> list[Any]:
    assert result.exit_code == 0, result.output
    return [claim for line in result.stdout.splitlines() for claim in json.loads(line)["claims"]]


def insert(rules: str, rule: str, key: str, piece: str) -> str:
    """The rules with `piece` at the head of the list `key` of the trigger `rule`."""
    head, begin, rest = rules.partition(f'id = "{rule}"\n')
    assert begin, f"the page names a rule {rule} that is not there"
    changed, count = re.subn(rf"(?m)^{key} = \[", f"{key} = [{piece}, ", rest, count=1)
    assert count
    return head + begin + changed


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like a clone, with the page's probe in it."""
    shutil.copytree(ROOT / "src" / "sijill" / "packs", tmp_path / "src" / "sijill" / "packs")
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    (tmp_path / "probe.txt").write_text(only("text").text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_page_followed_to_the_letter_yields_the_claim_that_it_promises(place: Path) -> None:
    first, copy, check, again, before, after = (
        words for block in PAGE if block.kind == "sh" for words in commands(block)
    )
    assert claims(run(first)) == []

    assert copy[:2] == ["cp", "-r"]
    shutil.copytree(copy[2], copy[3])
    with open("my-pack/verbs.csv", "a", encoding="utf-8") as table:
        table.write(only("csv").text)
    rules = Path("my-pack/triggers.toml")
    text = rules.read_text(encoding="utf-8")
    for key, piece in _PIECE.findall(only("toml").text):
        text = insert(text, "destroy", key, piece)
    rules.write_text(text, encoding="utf-8")

    checked = run(check)
    assert checked.exit_code == 0, checked.output
    (claim,) = claims(run(again))
    assert claim["type"] == "Looting/property destruction"
    assert claim["trigger"] == "نبش"

    assert run(before).exit_code == run(after).exit_code == 0
    assert Path("before.csv").read_bytes() == Path("after.csv").read_bytes()


def test_the_page_says_what_every_file_of_the_pack_holds() -> None:
    page = (ROOT / "docs" / "add-a-word.md").read_text(encoding="utf-8")
    for path in (ROOT / "src" / "sijill" / "packs" / "ar").iterdir():
        assert f"`{path.name}`" in page, path.name
