"""A document taken apart: positions in tokens and in characters agree."""

from dataclasses import replace

from hypothesis import given

from sijill.lexicon.entry import Entry
from sijill.lexicon.lexicon import Lexicon
from sijill.lexicon.tagged import Tagged, tag
from sijill.model.document import Document
from sijill.model.span import Span
from tests.text.alphabet import LINES

LEXICON = Lexicon(
    Entry("event", word, (word,), "noun", None) for word in ("قصف", "هجوم", "نظام", "النظام")
)


def tagged(text: str, *skip: Span) -> Tagged:
    return tag(Document(name="x", text=text, sha256=""), LEXICON, skip)


def test_matches_are_kept_by_layer_and_start() -> None:
    one = tagged("قصف ثم هجوم")
    assert [m.start for m in one.layer("event")] == [0, 2]
    assert [m.entry.id for m in one.at("event", 2)] == ["هجوم"]
    assert one.at("event", 1) == [] and one.layer("other") == []


def test_a_stretch_that_is_skipped_has_no_tokens_and_the_rest_keeps_its_offsets() -> None:
    text = "قصف\nالقائمة الرئيسية\nهجوم"
    skip = Span(4, 20)
    one = tagged(text, skip)
    assert [token.span.of(text) for token in one.tokens] == ["قصف", "هجوم"]
    assert len(one.sentences) == 2


@given(LINES)
def test_a_token_is_found_again_by_its_characters(text: str) -> None:
    one = tagged(text)
    for number, token in enumerate(one.tokens):
        assert one.token_at(token.start) == number
        assert one.token_at(token.end - 1) == number
        assert one.range_of(token.span) == (number, number + 1)
        assert one.span(number, number + 1) == token.span


@given(LINES)
def test_a_span_of_tokens_leads_back_to_the_same_tokens(text: str) -> None:
    one = tagged(text)
    for sentence in one.sentences:
        assert one.range_of(one.span(*sentence)) == tuple(sentence)


def test_the_stem_of_a_match_is_what_is_written_without_its_proclitics() -> None:
    for written, stem in (
        ("وقصف", "قصف"),
        ("وَبِالقَصف", "قَصف"),
        ("وـالقصف", "قصف"),
        ("قصفهم", "قصفهم"),
    ):
        one = tagged(written)
        match = one.layer("event")[0]
        assert one.stem_span(match).of(written) == stem


def test_a_document_without_words_has_neither_tokens_nor_sentences() -> None:
    one = tagged(" ... ")
    assert list(one.tokens) == [] and list(one.sentences) == []
    assert one.token_at(0) == -1
    assert replace(one.document, name="y").text == one.text
