"""The examples in a pack are run, and one that does not hold is told."""

import shutil
from pathlib import Path

import pytest

import sijill
from sijill.cli.examples import faults
from sijill.pipeline import Engine

ARABIC = Path(__file__).parents[2] / "src" / "sijill" / "packs" / "ar"
RULE = 'id = "ambush"\n'


def changed(folder: Path, line: str) -> Engine:
    """The bundled pack with one more example at the head of the rule `ambush`."""
    pack = folder / "ar"
    shutil.copytree(ARABIC, pack)
    rules = pack / "triggers.toml"
    head, rule, rest = rules.read_text(encoding="utf-8").partition(RULE)
    body, finds, tail = rest.partition("finds = [")
    assert rule and finds
    text = f"{head}{rule}{body}{finds}{line}, {tail}" if "span" in line else ""
    rules.write_text(text or f"{head}{rule}{line}\n{rest}", encoding="utf-8")
    return sijill.load(pack=pack)


def test_every_example_of_the_bundled_pack_holds() -> None:
    assert list(faults(sijill.load())) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (
            '{ text = "هدأت الجبهة مساء", span = "هدأت" }',
            "'هدأت' is not found in 'هدأت الجبهة مساء', but nothing",
        ),
        (
            '{ text = "هدأت الجبهة مساء", span = "كمين" }',
            "its example 'هدأت الجبهة مساء' does not hold the words 'كمين'",
        ),
        (
            'skips = ["وقعت دورية للجيش في كمين نصبه مسلحون قرب مدينة الرقة"]',
            "'كمين' is found in 'وقعت دورية للجيش في كمين نصبه مسلحون قرب مدينة الرقة', "
            "which it skips",
        ),
    ],
)
def test_an_example_that_does_not_hold_is_told(tmp_path: Path, line: str, fault: str) -> None:
    assert list(faults(changed(tmp_path, line))) == [f"triggers.toml: trigger[ambush]: {fault}"]
