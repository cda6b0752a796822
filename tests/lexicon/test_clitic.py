"""Clitics: a written word taken apart into particles, stem and pronoun."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.lexicon.clitic import ALLOWED, split
from tests.text.alphabet import ARABIC


@pytest.mark.parametrize(
    ("key", "stem", "reading"),
    [
        ("وهجومهم", "هجوم", ("و", "هم")),
        ("وبالهجوم", "هجوم", ("وبال", "")),
        ("للنظام", "نظام", ("لال", "")),
        ("للنظام", "النظام", ("ل", "")),
        ("مدينتهم", "مدينة", ("", "هم")),
        ("سيطرتها", "سيطرة", ("", "ها")),
        ("مستشفاها", "مستشفى", ("", "ها")),
        ("قصفوه", "قصفوا", ("", "ه")),
        ("حلفاوهم", "حلفاء", ("", "هم")),
        ("سيهاجم", "يهاجم", ("س", "")),
    ],
)
def test_a_word_is_taken_apart_as_a_reader_would(
    key: str, stem: str, reading: tuple[str, str]
) -> None:
    readings = {(r.proclitics, r.enclitic) for r in split(key, {stem})}
    assert reading in readings


def test_a_word_that_is_in_the_vocabulary_whole_comes_first() -> None:
    readings = split("ولاية", {"ولاية", "لاية"})
    assert [(r.proclitics, r.stem) for r in readings] == [("", "ولاية"), ("و", "لاية")]


def test_nothing_is_left_of_less_than_two_letters() -> None:
    assert split("به", {"ه", "ب"}) == ()
    assert split("وه", {"ه"}) == ()


WORDS = st.text(st.sampled_from(ARABIC), min_size=1, max_size=8)


@given(WORDS, st.sets(WORDS, max_size=5))
def test_every_reading_has_a_stem_of_the_vocabulary_and_stands_once(
    key: str, vocabulary: set[str]
) -> None:
    readings = split(key, vocabulary)
    assert all(reading.stem in vocabulary for reading in readings)
    assert len(set(readings)) == len(readings)


@given(st.text(st.sampled_from("جحخدذرزسشصضطظعغق"), min_size=3, max_size=6))
def test_clitics_that_are_put_on_are_taken_off(stem: str) -> None:
    for proclitics in ("", "و", "ب", "وب", "فل"):
        for enclitic in ("", "ها", "هم", "نا"):
            word = proclitics + stem + enclitic
            readings = split(word, {stem})
            assert (proclitics, stem, enclitic) in [tuple(reading) for reading in readings]


def test_every_class_may_stand_bare() -> None:
    assert all("" in proclitics for proclitics, _ in ALLOWED.values())
