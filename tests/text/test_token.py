"""Tokens: words and numbers, each where it stands in the text as written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.text.fold import fold
from sijill.text.token import BRACKET, COMMA, GLUE, STOP, gap_of, tokens_of
from tests.text.alphabet import ARABIC, LINES, TEXTS

WORDS = st.text(st.sampled_from(ARABIC + "\u064e\u0651\u0640"), min_size=1, max_size=8)


@given(TEXTS)
def test_tokens_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    tokens = tokens_of(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@given(TEXTS)
def test_a_key_is_folded_and_holds_nothing_but_letters_and_digits(text: str) -> None:
    for token in tokens_of(text):
        assert token.key and fold(token.key) == token.key
        assert token.key.replace(".", "").replace(",", "").rstrip("%") != ""
        assert token.key == fold(token.key)


@given(st.lists(WORDS, max_size=8))
def test_the_key_of_a_word_is_the_word_folded(words: list[str]) -> None:
    keys = [token.key for token in tokens_of("، ".join(words))]
    expected = [fold(word) for word in words if fold(word)]
    # A last ya without dots is written with them in a few words: see the next test.
    assert [key.replace("ى", "ي") for key in keys] == [key.replace("ى", "ي") for key in expected]


def test_small_words_without_dots_have_the_key_of_those_with_them() -> None:
    assert [token.key for token in tokens_of("التى قتلت فى مستشفى على الحدود وفى سيناء")] == [
        *("التي", "قتلت", "في", "مستشفى", "على", "الحدود", "وفي", "سيناء")
    ]


@given(LINES)
def test_a_letter_is_in_a_token_or_in_none_whole(text: str) -> None:
    covered = {n for token in tokens_of(text) for n in range(token.start, token.end)}
    for number, char in enumerate(text):
        if char in ARABIC:
            assert number in covered


@given(TEXTS, TEXTS, TEXTS)
def test_tokens_of_a_stretch_are_those_of_its_text_moved(a: str, b: str, c: str) -> None:
    apart = " \n "
    text = a + apart + b + apart + c
    start = len(a) + len(apart)
    inside = tokens_of(text, start, start + len(b))
    alone = tokens_of(b)
    assert [(t.start - start, t.end - start, t.key) for t in inside] == [
        (t.start, t.end, t.key) for t in alone
    ]


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("قصف12قذيفة", ["قصف", "12", "قذيفة"]),
        ("١٬٢٥٠ نازحا", ["1٬250", "نازحا"]),
        ("70 %", ["70%"]),
        ("محطة T2", ["محطة", "t2"]),
        ("#دير_الزور", ["دير", "الزور"]),
        ("قـ.ـصف", ["قصف"]),
        ("بقـ.صف", ["بقصف"]),
        ("هجوم/اشتباك", ["هجوم", "اشتباك"]),
        ("ـــ", []),
        ("", []),
    ],
)
def test_words_and_numbers_are_cut_where_a_reader_would(written: str, keys: list[str]) -> None:
    assert [token.key for token in tokens_of(written)] == keys


@pytest.mark.parametrize(
    ("between", "gap"),
    [
        (" ", GLUE),
        (" «", GLUE),
        ("", GLUE),
        (" (", BRACKET),
        ("، ", COMMA),
        (" (، ", COMMA),
        (" - ", COMMA),
        (". ", STOP),
        ("؟", STOP),
        ("\n", STOP),
        ("، \n", STOP),
    ],
)
def test_what_stands_between_two_words_parts_them_by_its_strongest_mark(
    between: str, gap: int
) -> None:
    assert gap_of(between) == gap


def test_the_first_token_begins_a_sentence() -> None:
    assert tokens_of("قصف")[0].gap == STOP
