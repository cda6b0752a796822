"""The check of a pack says what is wrong, where, and what to do about it."""

import shutil
from pathlib import Path

import pytest

from sijill.lexicon.lint import check
from sijill.lexicon.pack import bundled, read

ARABIC = Path(__file__).parents[2] / "src" / "sijill" / "packs" / "ar"

HEAD = 'language = "xx"\nname = "X"\nversion = "1"\ndirection = "rtl"\n'
VERBS = (ARABIC / "verbs.csv").read_text(encoding="utf-8").splitlines(keepends=True)[0]
TRIGGERS = """\
[frame.strike]
subject = "initiator"
[cue]
air = ["طائرة"]
[[trigger]]
id = "airstrike"
frame = "strike"
type = "Air/drone strike"
verbs = ["قصف"]
nouns = ["غارة|غارات"]
refine = { air = "Air/drone strike" }
"""
ROW = "قَصَفَ,ق ص ف,I,i,قصف,,,,,bomb\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "pack.toml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "triggers.toml").write_text(TRIGGERS, encoding="utf-8")
    (tmp_path / "verbs.csv").write_text(VERBS + ROW, encoding="utf-8")
    (tmp_path / "verbs.toml").write_text("", encoding="utf-8")
    return tmp_path


def change(pack: Path, file: str, old: str, new: str) -> None:
    path = pack / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_bundled_pack_is_sound() -> None:
    assert check(ARABIC) == []


def test_a_small_pack_without_faults_is_sound(pack: Path) -> None:
    assert check(pack) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"غارة|غارات"', '"غارة\u200f"', "invisible mark"),
        ('"غارة|غارات"', '"\ufeb3\ufe9d"', "presentation forms"),
        ('"غارة|غارات"', '"غا\u0627\u0653رة"', "not in NFC"),
        ('"غارة|غارات"', '" غارة"', "begins or ends with a blank"),
        ('"غارة|غارات"', '"غارة", "غارة"', "stands twice"),
        ('frame = "strike"', 'frame = "rain"', "no [frame.rain]"),
        ('type = "Air/drone strike"', 'type = "Rain"', "'Rain' is no sub-event type"),
        ("refine = { air =", "refine = { sea =", "there is no list cue.sea"),
        ('air = "Air/drone strike"', 'air = "Rain"', "refine.air: 'Rain' is no sub-event type"),
        ('verbs = ["قصف"]', 'verbs = ["دمر"]', "'دمر' is not in verbs.csv; add its row"),
        ("[[trigger]]", "[[trigger]]\nid = 1\n[[trigger]]", "trigger 1: no [frame.None]"),
    ],
)
def test_a_fault_is_told_with_its_file_and_what_to_do(
    pack: Path, old: str, new: str, words: str
) -> None:
    change(pack, "triggers.toml", old, new)
    faults = check(pack)
    assert any(fault.startswith("triggers.toml: ") and words in fault for fault in faults), faults


def test_a_verb_may_belong_to_one_trigger_only(pack: Path) -> None:
    with (pack / "triggers.toml").open("a", encoding="utf-8") as rules:
        rules.write('[[trigger]]\nid = "b"\nframe = "strike"\nverbs = ["قصف"]\n')
    (fault,) = check(pack)
    assert fault == (
        "triggers.toml: trigger b: 'قصف' is also a verb of trigger airstrike; one must give it up"
    )


def test_every_unreadable_file_is_named_at_once(pack: Path) -> None:
    (pack / "time.toml").write_text("x = ", encoding="utf-8")
    (pack / "places.toml").write_bytes(b"x = '\xe3'")
    assert [fault.partition(":")[0] for fault in check(pack)] == ["places.toml", "time.toml"]


def test_a_folder_without_a_pack_is_told_so(tmp_path: Path) -> None:
    assert check(tmp_path) == [
        f"{tmp_path}: no pack.toml; `sijill pack new` makes a folder with one"
    ]


def test_a_pack_says_what_its_head_lacks(pack: Path) -> None:
    change(pack, "pack.toml", 'version = "1"\n', "")
    assert check(pack) == ["pack.toml: 'version' is missing"]


def test_examples_may_say_anything(pack: Path) -> None:
    change(pack, "triggers.toml", "refine", 'skips = ["أ", "أ", " ب"]\nrefine')
    assert check(pack) == []


def test_a_copy_of_the_bundled_pack_is_the_same_pack(tmp_path: Path) -> None:
    shutil.copytree(ARABIC, tmp_path / "ar")
    assert read(tmp_path / "ar") == bundled("ar")
