"""Folding: one spelling for Arabic, and the way back to what was written."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.model.span import Span
from sijill.text.fold import Folded, fold, loosen
from tests.text.alphabet import TEXTS


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("قُتِلَ", "قتل"),
        ("هجـــوم", "هجوم"),
        ("أمس إلى آخر ٱلعام", "امس الى اخر العام"),
        ("مسؤول بئر شيء", "مسوول بير شيء"),
        ("مدينة على", "مدينة على"),
        ("١٢ و ۱۲ و 12", "12 و 12 و 12"),
        ("ایران وکرد", "ايران وكرد"),
        ("\ufefb\ufee1", "لام"),
        ("\u200fمأرب\u200f", "مارب"),
        ("T4 وÉTÉ", "t4 وété"),
        ("2\u00d73", "2\u00d73"),
    ],
)
def test_spellings_of_one_word_fold_alike(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(("one", "other"), [("على", "علي"), ("سيطرة", "سيطره")])
def test_words_that_only_look_alike_stay_apart_until_loosened(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert loosen(fold(one)) == loosen(fold(other))


@given(TEXTS)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert loosen(loosen(fold(text))) == loosen(fold(text))


@given(TEXTS)
def test_loosening_keeps_the_length_and_stays_folded(text: str) -> None:
    loose = loosen(fold(text))
    assert len(loose) == len(fold(text))
    assert fold(loose) == loose


@given(TEXTS, TEXTS)
def test_a_text_folds_letter_by_letter(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(TEXTS)
def test_a_folded_text_that_knows_its_origin_is_the_folded_text(text: str) -> None:
    assert Folded(text).text == fold(text)


@given(TEXTS, st.data())
def test_a_span_of_the_folded_text_leads_back_to_what_folds_to_it(
    text: str, data: st.DataObject
) -> None:
    folded = Folded(text)
    bounds = st.integers(0, len(folded.text))
    start, end = sorted((data.draw(bounds), data.draw(bounds)))
    origin = folded.origin(Span(start, end))
    assert 0 <= origin.start <= origin.end <= len(text)
    back = fold(origin.of(text))
    # A ligature is one character: a span of half of it leads back to all of it.
    assert folded.text[start:end] in back
    if start < end and all(len(fold(char)) <= 1 for char in text):
        assert back == folded.text[start:end]


@given(TEXTS)
def test_the_pieces_of_a_folded_text_lead_back_in_order_without_overlap(text: str) -> None:
    folded = Folded(text)
    if all(len(fold(char)) <= 1 for char in text):
        spans = [folded.origin(Span(n, n + 1)) for n in range(len(folded.text))]
        assert all(a.end == b.start for a, b in pairwise(spans))


@given(TEXTS)
def test_marks_go_back_with_the_letter_that_they_stand_on(text: str) -> None:
    folded = Folded("ق\u064f" + text)
    assert folded.origin(Span(0, 1)).end >= 2


@pytest.mark.parametrize("span", [Span(0, 4), Span(-1, 1), Span(2, 1)])
def test_a_span_outside_the_folded_text_is_refused(span: Span) -> None:
    with pytest.raises(IndexError):
        Folded("قتل").origin(span)


def test_a_phrase_is_found_however_it_is_written() -> None:
    text = "وصل إلى «حيّ القَدَم» أمس"
    span = Folded(text).find("حي القدم")
    assert span is not None
    assert span.of(text) == "حيّ القَدَم"
    assert Folded(text).find("حي الميدان") is None


def test_an_empty_span_at_the_end_leads_to_the_end() -> None:
    assert Folded("قَ").origin(Span(1, 1)) == Span(2, 2)


def test_folded_letters_are_in_normal_form() -> None:
    letters = [chr(code) for code in range(0x0600, 0x0700)]
    for letter in letters:
        folded = fold(letter)
        assert unicodedata.normalize("NFC", folded) == folded
