"""The gate: fails below a floor, raises floors, refuses to lower one."""

import json
from pathlib import Path

import pytest

from sijill.evaluate import gate
from sijill.evaluate.coded import Coded, coded_from

ROOT = Path(__file__).parents[2]
CLAIM = {
    "id": "c1",
    "type": "Attack",
    "trigger": "قتل",
    "quote": "قتل رجل",
    "stance": "reports",
    "status": "new",
}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository with one gold set of one document, and floors at zero."""
    for folder in ("gold", "texts"):
        (tmp_path / folder).mkdir()
    (tmp_path / "gold" / "d.json").write_text(
        json.dumps({"document": "d", "claims": [CLAIM]}), encoding="utf-8"
    )
    (tmp_path / "texts" / "d.txt").write_text("قتل رجل", encoding="utf-8")
    digest = gate.digest_of(tmp_path / "gold", tmp_path / "texts")
    pinned = gate.GoldSet("small", "gold", "texts", digest, {"claim": 0.0, "headline": 0.0})
    gate.write_floors(tmp_path / "floors.json", [pinned])
    return tmp_path


def right(gold: Path, texts: Path) -> dict[str, Coded]:
    return {"d": coded_from({"document": "d", "claims": [CLAIM]})}


def silent(gold: Path, texts: Path) -> dict[str, Coded]:
    return {}


def run(here: Path, predict: gate.Predict, *, update: bool = False) -> tuple[int, str]:
    said: list[str] = []
    code = gate.run(here, here / "floors.json", predict, said.append, update=update)
    return code, "\n".join(said)


def test_update_raises_floors_and_the_gate_then_holds_them(here: Path) -> None:
    assert run(here, right, update=True)[0] == 0
    assert gate.read_floors(here / "floors.json")[0].floors["claim"] == 1.0
    assert run(here, right)[0] == 0
    code, said = run(here, silent)
    assert code == 1
    assert "small: claim is 0.000, below its floor of 1.000" in said


def test_update_refuses_to_lower_a_floor_and_leaves_the_file(here: Path) -> None:
    run(here, right, update=True)
    before = (here / "floors.json").read_bytes()
    with pytest.raises(gate.GateError, match=r"claim would fall from 1\.000 to 0\.000"):
        run(here, silent, update=True)
    assert (here / "floors.json").read_bytes() == before


def test_a_changed_gold_set_fails_until_it_is_pinned_anew(here: Path) -> None:
    (here / "texts" / "d.txt").write_text("قتل رجل وجرح آخر", encoding="utf-8")
    code, said = run(here, right)
    assert code == 1
    assert "not the one that is pinned" in said
    assert run(here, right, update=True)[0] == 0
    assert run(here, right)[0] == 0


def test_a_set_that_is_not_here_is_named_and_alone_is_no_pass(here: Path) -> None:
    (here / "gold").rename(here / "elsewhere")
    code, said = run(here, right)
    assert code == 2
    assert "small: not here" in said


def test_a_slot_with_a_floor_must_be_measured() -> None:
    pinned = gate.GoldSet("small", "g", "t", "x", {"control": 0.5})
    assert list(gate.failures(pinned, {}, "x")) == [
        "small: control has a floor of 0.500 and was not measured"
    ]


@pytest.mark.parametrize("content", ["", "{}", '{"format": "other", "sets": []}'])
def test_a_file_that_is_not_floors_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text(content, encoding="utf-8")
    with pytest.raises(gate.GateError):
        gate.read_floors(tmp_path / "floors.json")


def test_the_pinned_floors_are_readable_and_between_0_and_1() -> None:
    for pinned in gate.read_floors(ROOT / "evals" / "floors.json"):
        assert all(0 <= floor <= 1 for floor in pinned.floors.values())
