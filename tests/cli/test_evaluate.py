"""`sijill evaluate`: figures, mistakes, groups and reliability from the command line."""

import json
from pathlib import Path

import pytest

from sijill.cli import exits
from sijill.model.codec import to_json
from tests import samples
from tests.cli.conftest import Run
from tests.evaluate.reference import SETS, gold_files, needs_reference, reference_scores


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One gold document, its text, a table of documents and a perfect prediction."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts").mkdir()
    record = to_json(samples.report("oasis"))
    line = json.dumps(record, ensure_ascii=False)
    (tmp_path / "gold" / "oasis.json").write_text(line, encoding="utf-8")
    (tmp_path / "said.jsonl").write_text(line + "\n", encoding="utf-8")
    (tmp_path / "texts" / "oasis.txt").write_text(samples.TEXT, encoding="utf-8")
    (tmp_path / "documents.tsv").write_text("name\tcountry\noasis\tYemen\n", encoding="utf-8")
    return tmp_path


def arguments(gold: Path, *more: str) -> list[str | Path]:
    return ["evaluate", gold / "gold", "--texts", gold / "texts", *more]


def test_predictions_are_scored_against_gold(run: Run, gold: Path) -> None:
    done = run(*arguments(gold, "--predictions", str(gold / "said.jsonl"), "--per-document"))
    assert done.exit_code == exits.DONE
    assert done.stdout.splitlines()[0].startswith("oasis: claim=1.00 type=1.00")
    assert done.stdout.splitlines()[-1].endswith(": 1.000")


def test_without_predictions_the_engine_codes_the_texts_and_they_can_be_kept(
    run: Run, gold: Path
) -> None:
    done = run(*arguments(gold, "--save", str(gold / "kept.jsonl"), "--json"))
    assert json.loads(done.stdout)["claim"] == {
        "precision": 1.0,
        "recall": 0.5,
        "f1": 0.667,
        "gold": 2,
    }
    again = run(*arguments(gold, "--predictions", str(gold / "kept.jsonl"), "--json"))
    assert again.stdout == done.stdout


def test_mistakes_are_listed_and_counted_by_kind(run: Run, gold: Path) -> None:
    done = run(*arguments(gold, "--errors"))
    assert "oasis c-advance missed claim" in done.stdout
    assert "    1 missed claim" in done.stdout


def test_figures_come_by_a_column_of_the_documents_table(run: Run, gold: Path) -> None:
    table = ["--documents", str(gold / "documents.tsv")]
    done = run(*arguments(gold, "--by", "country", *table))
    assert "Yemen (1): claim=0.67" in done.stdout
    wrong = run(*arguments(gold, "--by", "planet", *table))
    assert (wrong.exit_code, "no column 'planet'" in wrong.stderr) == (exits.USAGE, True)
    assert run(*arguments(gold, "--by", "country")).exit_code == exits.USAGE


def test_reliability_is_shown_on_demand(run: Run, gold: Path) -> None:
    done = run(*arguments(gold, "--calibration"))
    assert "claim: 1 with a confidence, ECE 0.070" in done.stdout
    assert "0.9 - 1.0" in done.stdout


def test_a_missing_text_is_told(run: Run, gold: Path) -> None:
    (gold / "texts" / "oasis.txt").unlink()
    done = run(*arguments(gold))
    assert (done.exit_code, "no text for 'oasis'" in done.stderr) == (exits.USAGE, True)


@needs_reference
def test_the_reference_scorer_reads_what_this_program_writes(run: Run, tmp_path: Path) -> None:
    folder, texts = SETS["seeds"]
    kept = tmp_path / "kept.jsonl"
    done = run("evaluate", folder, "--texts", texts, "--save", kept, "--json")
    assert len(kept.read_text(encoding="utf-8").splitlines()) == len(list(gold_files("seeds")))
    assert json.loads(done.stdout) == json.loads(reference_scores("seeds", kept, "--json"))
