"""`sijill convert`: coded reports become another format without an engine."""

import json
from pathlib import Path

import pytest

from sijill.cli import exits
from sijill.model.codec import dumps
from tests import samples
from tests.cli.conftest import Run


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    file = tmp_path / "coded.jsonl"
    file.write_text(dumps(samples.report()) + "\n", encoding="utf-8")
    return file


def test_coded_reports_become_a_page_or_a_map(run: Run, coded: Path, tmp_path: Path) -> None:
    assert run("convert", coded, "-o", tmp_path / "page.html").exit_code == exits.DONE
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert 'id="claim-1-2"' in page
    done = run("convert", coded, "-f", "geojson")
    assert len(json.loads(done.stdout)["features"]) == 2


def test_jsonl_to_jsonl_changes_no_byte(run: Run, coded: Path) -> None:
    assert run("convert", coded).stdout_bytes == coded.read_bytes()


@pytest.mark.parametrize("content", ["{}\n", "text\n", '{"format": "sijill-report/1"}\n'])
def test_what_is_not_a_coded_report_is_named_by_line(run: Run, coded: Path, content: str) -> None:
    with coded.open("a", encoding="utf-8") as lines:
        lines.write(content)
    done = run("convert", coded, "-o", coded.with_suffix(".csv"))
    assert done.exit_code == exits.USAGE
    assert "line 2" in done.stderr
    assert not coded.with_suffix(".csv").exists()
