"""docs/add-a-language.md: the folder that it has one make is sound, loads, and finds nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import sijill
from sijill.cli.main import main
from sijill.pipeline import document_of
from tests.docs.pages import ROOT, blocks, commands


def test_a_new_pack_passes_the_check_and_codes_to_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shell = next(b for b in blocks(ROOT / "docs" / "add-a-language.md") if b.kind == "sh")
    for words in commands(shell):
        done = CliRunner().invoke(main, words[1:])
        assert done.exit_code == 0, done.output
    engine = sijill.load(pack=tmp_path / "my-packs" / "ckb")
    document = document_of("شەڕ لە شارەکە بەردەوامە")
    assert engine(replace(document, language="ckb")).claims == ()
