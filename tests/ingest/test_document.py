from datetime import date
from hashlib import sha256

import pytest

from sijill.ingest.document import build
from sijill.ingest.refusal import RefusalKind, RefusedError
from sijill.model.document import DateBasis

TEXT = "  وصلت القافلة.\r\n"


def test_text_is_kept_letter_for_letter_and_hashed() -> None:
    document = build("a.txt", TEXT)
    assert document.text == TEXT
    assert document.sha256 == sha256(TEXT.encode()).hexdigest()
    assert document.language == "ar"


def test_origin_is_sorted_and_has_no_empty_facts() -> None:
    document = build("a", TEXT, origin={"url": "http://x", "author": None, "encoding": "utf-8"})
    assert list(document.origin) == ["encoding", "url"]


def test_a_basis_without_a_date_is_left_out() -> None:
    assert build("a", TEXT, basis=DateBasis.METADATA).published_basis is None
    dated = build("a", TEXT, published=date(2018, 3, 18), basis=DateBasis.METADATA)
    assert dated.published_basis is DateBasis.METADATA


@pytest.mark.parametrize("text", ["", " \n\t", "\u200f\n", "… – …"])
def test_no_text_is_refused(text: str) -> None:
    with pytest.raises(RefusedError) as caught:
        build("a", text)
    assert caught.value.kind is RefusalKind.EMPTY


def test_characters_that_no_file_holds_are_replaced_one_for_one() -> None:
    document = build("a", "وصل\ud800ت\x00 القافلة")
    assert document.text == "وصل\ufffdت\ufffd القافلة"
    assert document.origin["replaced"].startswith("2 characters")
