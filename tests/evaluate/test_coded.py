"""Reading gold files and predictions: faults are named with their file."""

from pathlib import Path

import pytest

from sijill.evaluate.coded import GoldError, gold_in, predicted, predictions_in
from sijill.model.codec import dumps
from tests import samples


def test_a_report_of_this_program_is_a_prediction(tmp_path: Path) -> None:
    file = tmp_path / "said.jsonl"
    file.write_text(dumps(samples.report("folder/oasis.txt")) + "\n", encoding="utf-8")
    found = predictions_in(file)
    assert [claim.id for claim in found["oasis.txt"].claims] == ["c-strike", "c-advance"]
    assert found["oasis.txt"].claims[0].field_confidence == {"place": 0.62, "time": 0.97}
    assert predicted("oasis", found) == found["oasis.txt"]
    assert predicted("other", found).claims == ()


@pytest.mark.parametrize("line", ["{", "[]", "3", "{}"])
def test_a_broken_line_is_named_with_its_number(line: str, tmp_path: Path) -> None:
    file = tmp_path / "said.jsonl"
    file.write_text('{"document": "a"}\n' + line, encoding="utf-8")
    with pytest.raises(GoldError, match="line 2"):
        predictions_in(file)


def test_a_missing_file_folder_or_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        predictions_in(tmp_path / "none.jsonl")
    with pytest.raises(GoldError, match="no gold files"):
        list(gold_in(tmp_path, tmp_path))
    (tmp_path / "a.json").write_text('{"document": "a", "claims": []}', encoding="utf-8")
    with pytest.raises(GoldError, match="no text for 'a'"):
        list(gold_in(tmp_path, tmp_path))
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    assert [one.text for one in gold_in(tmp_path, tmp_path)] == ["نص"]
