"""Sentences: every token is in just one."""

import pytest
from hypothesis import given

from sijill.text.sentence import sentences_of
from sijill.text.token import STOP, tokens_of
from tests.text.alphabet import LINES


@given(LINES)
def test_sentences_part_the_tokens_without_rest(text: str) -> None:
    tokens = tokens_of(text)
    sentences = sentences_of(text, tokens)
    assert [n for s in sentences for n in range(s.start, s.end)] == list(range(len(tokens)))
    assert all(sentence.start < sentence.end for sentence in sentences)


@given(LINES)
def test_a_sentence_begins_at_a_stop_and_its_span_holds_its_tokens(text: str) -> None:
    tokens = tokens_of(text)
    for sentence in sentences_of(text, tokens):
        assert tokens[sentence.start].gap == STOP
        span = sentence.span(tokens)
        assert all(span.covers(token.span) for token in tokens[sentence.start : sentence.end])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قصف الجيش البلدة. وردت الفصائل", 2),
        ("قصف الجيش البلدة، وردت الفصائل؛ ثم هدأت", 1),
        ("عنوان\nمتن الخبر", 2),
        ("قال د. أحمد إن القصف توقف", 1),
        ("هل توقف القصف؟ لا", 2),
        ("سقطت 3.5 أطنان", 1),
        ("", 0),
    ],
)
def test_full_stops_part_sentences_and_initials_do_not(text: str, count: int) -> None:
    assert len(sentences_of(text, tokens_of(text))) == count
