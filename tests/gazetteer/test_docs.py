"""docs/add-a-place.md does what it says, line by line."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from sijill.cli.gazetteer import gazetteer
from sijill.gazetteer import layers
from sijill.gazetteer.row import KINDS
from sijill.gazetteer.sheet import COLUMNS
from sijill.gazetteer.table import Gazetteer

PAGE = (Path(__file__).resolve().parents[2] / "docs/add-a-place.md").read_text(encoding="utf-8")
TABLE = "places-of-monitors.csv"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_every_command_of_the_page_works_in_order(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / TABLE).write_text(blocks("csv")[0], encoding="utf-8")
    outputs = []
    for line in "".join(blocks("sh")).splitlines():
        program, group, *arguments = shlex.split(line)
        assert (program, group) == ("sijill", "gazetteer")
        result = CliRunner().invoke(gazetteer, arguments)
        assert result.exit_code == 0, (line, result.output)
        outputs.append(result.output)
    assert "البوكمال" in outputs[0]
    assert outputs[4].startswith("own-1  تل الزنابق")
    assert "source: own visit" in outputs[6]
    assert "2 places" in outputs[7]
    places = Gazetteer.load_default()
    assert places.row("sy-qadam").uncertainty_km == 0.8
    assert places.row("monitors:2").kind == "neighbourhood"
    assert (layers.imports_folder() / "places.csv").is_file()


def test_the_page_names_every_kind_and_every_column() -> None:
    words = set(re.findall(r"[a-z0-9_]+", PAGE))
    assert set(KINDS) <= words
    assert set(COLUMNS) <= words
