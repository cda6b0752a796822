"""Nouns are spelt in the forms that a dictionary leaves out."""

import pytest

from sijill.lexicon.noun import forms, sound_feminine, sound_masculine


@pytest.mark.parametrize(
    ("noun", "others"),
    [
        ("هجوم", {"هجوما", "هجومان", "هجومين", "هجومي"}),
        ("غارة", {"غارتان", "غارتين", "غارتي"}),
        ("هجمات", set()),
        ("مستشفى", set()),
        ("لواء", {"لواءان", "لواءين", "لواءي"}),
    ],
)
def test_a_noun_has_its_accusative_and_its_dual(noun: str, others: set[str]) -> None:
    made = forms(noun)
    assert made[0] == noun
    assert set(made) == {noun, *others}
    assert len(set(made)) == len(made)


def test_a_plural_has_no_dual() -> None:
    assert forms("صواريخ", dual=False) == ("صواريخ", "صواريخا")


def test_sound_plurals_have_their_endings() -> None:
    assert set(sound_masculine("مقاتل")) >= {"مقاتلون", "مقاتلين", "مقاتلو", "مقاتلي"}
    assert sound_feminine("غارة") == "غارات"
    assert sound_feminine("اشتباك") == "اشتباكات"
