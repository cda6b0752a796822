"""Written vowels tell active from passive where a writer put them."""

import pytest

from sijill.lexicon.conjugate import evidence


@pytest.mark.parametrize(
    "raw",
    [
        "قُتل",
        "قُتِل",
        "وقُتل",
        "وَقُتل",
        "فقُتلت",
        "أُصيب",
        "وأُصيب",
        "اُعتقل",
        "استُهدف",
        "واعتُقل",
        "اغتُيل",
        "يُقتل",
        "يُعتقل",
        "سيُنقل",
        "وسيُنقل",
        "يُقتَل",
        "تُوفي",
        "وُجدت",
        "فُقد",
        "سُرق",
        "نُفّذ",
    ],
)
def test_a_u_on_the_stem_is_passive(raw: str) -> None:
    assert evidence(raw) == "passive"


@pytest.mark.parametrize("raw", ["قَتل", "قَتَلَ", "وَقَعَ", "يَقتل", "يُهاجِم", "يُنفِّذ", "أَعلن", "اعتَقل"])
def test_an_a_on_the_stem_or_an_i_in_the_present_is_active(raw: str) -> None:
    assert evidence(raw) == "active"


@pytest.mark.parametrize("raw", ["قتل", "قتّل", "قتلوا", "killed", "", "قَتلاً", "يُنفّذ", "قتـل"])
def test_other_words_say_nothing(raw: str) -> None:
    assert evidence(raw) is None
