"""Stems for search: the ways in which one word is written meet in one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.text.fold import fold
from sijill.text.stem import forms, stem, stems


@pytest.mark.parametrize(
    "written",
    [
        "المدينة",
        "مدينة",
        "والمدينة",
        "بالمدينه",
        "للمدينة",
        "مدينتها",
        "مَدِينَة",
        "مـديـنة",
        "مدينتهم",
    ],
)
def test_article_particles_pronouns_marks_and_tatweel_do_not_matter(written: str) -> None:
    assert stem(fold(written)) == stem(fold("مدينة"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحياء", "احياء"),
        ("الأنبار", "الانبار"),
        ("مسؤول", "مسوول"),
        ("مستشفى", "مستشفي"),
        ("غارات", "غارة"),
        ("المدنيين", "مدنيون"),
    ],
)
def test_spellings_and_plurals_meet(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize(
    ("one", "other"), [("حلب", "حلبي"), ("درعا", "درع"), ("قتل", "قتيل"), ("الباب", "باب")]
)
def test_other_words_stay_apart_where_letters_tell(one: str, other: str) -> None:
    assert (stem(fold(one)) == stem(fold(other))) is (one == "الباب")


@pytest.mark.parametrize("written", ["بحلب", "وحلب", "لحلب", "حلب", "وبحلب"])
def test_a_word_is_found_behind_particles(written: str) -> None:
    assert stem(fold(written)) in forms(fold("حلب"))


def test_a_particle_is_not_taken_from_a_word_that_begins_with_its_letter() -> None:
    assert stem(fold("كتيبة")) == stem(fold("الكتيبة"))
    assert stem(fold("تيبة")) != stem(fold("كتيبة"))


def test_numbers_and_latin_stay_as_they_are() -> None:
    assert stems("قتل 12 عنصرا من ISIS في ٢٠١٥") == [
        "قتل",
        "12",
        "عنصرا",
        "من",
        "isis",
        "في",
        "2015",
    ]


@given(st.text(max_size=80))
def test_a_stem_is_one_word_of_letters_and_digits(text: str) -> None:
    for found in stems(text):
        assert found and not any(char.isspace() for char in found)
        assert all(ord(char) > 127 or char.isalnum() for char in found)
