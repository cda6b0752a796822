import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.ingest.encoding import decode
from sijill.ingest.language import identify
from sijill.ingest.refusal import RefusalKind, RefusedError

REPORT = (
    "أغارت مسيّرة على مخفر في أطراف الوادي فجر السبت، وقال مسعفون إن أربعة حراس أصيبوا "
    "بشظايا، بينما لم تعلن أي جهة مسؤوليتها عن الحادثة.\r\nوتوقفت الحركة على الطريق الساحلي."
)
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_WORDS = st.lists(
    st.text(alphabet=_LETTERS + "ةىئؤءأإآ", min_size=2, max_size=9), min_size=8, max_size=60
).map(" ".join)
_TEXT = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=200
)


def refusal(data: bytes, override: str | None = None) -> RefusalKind:
    with pytest.raises(RefusedError) as caught:
        decode(data, override)
    return caught.value.kind


@given(_TEXT)
def test_utf8_comes_back_letter_for_letter(text: str) -> None:
    text = text.removeprefix("\ufeff") or "x"
    if not text.startswith(("%PDF", "BZh")):
        assert decode(text.encode()).text == text


@given(_TEXT, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_text_behind_a_bom_comes_back_and_only_the_bom_goes(text: str, encoding: str) -> None:
    decoded = decode(("\ufeff" + text).encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.unreadable) == (text, encoding, 0)


@given(_WORDS)
def test_arabic_words_in_windows_1256_are_never_taken_for_binary(text: str) -> None:
    assert decode(text.encode("cp1256", "replace")).text


@given(st.integers(0, len(REPORT) - 25), st.integers(25, len(REPORT)))
def test_arabic_prose_in_windows_1256_comes_back_letter_for_letter(start: int, size: int) -> None:
    text = REPORT[start : start + size]
    assert decode(text.encode("cp1256")).text == text


@given(st.lists(st.sampled_from(REPORT.split()), min_size=1).map(" ".join))
def test_utf16_without_a_bom_is_known_by_its_bytes(text: str) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        decoded = decode(text.encode(encoding))
        assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6", "cp720", "mac-arabic"])
def test_arabic_code_pages_are_told_apart(encoding: str) -> None:
    text = REPORT.replace("،", ",") if encoding == "cp720" else REPORT  # it has no such comma
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_a_single_word_in_windows_1256_is_read() -> None:
    assert decode("الموصل".encode("cp1256")).text == "الموصل"


def test_an_arabic_name_in_an_english_sentence_is_read() -> None:
    text = "A convoy left الموصل on Monday, residents said."
    assert decode(text.encode("cp1256")).text == text


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1256", "no-such-set", None])
def test_a_wrong_charset_declaration_does_not_mislead(declared: str | None) -> None:
    assert decode(REPORT.encode("cp1256"), declared=declared).text == REPORT
    assert decode(REPORT.encode(), declared=declared).text == REPORT


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Les forces ont été déployées à l'est de la ville, où l'armée était arrivée.", "cp1252"),
        ("Колонна вошла в город утром, сообщили местные жители и врачи.", "cp1251"),
        ("Колонна вошла в город утром, сообщили местные жители и врачи.", "koi8-r"),
        ("The “mayor” said – twice – it’s over.", "cp1252"),
    ],
)
def test_other_scripts_are_not_read_as_arabic(text: str, encoding: str) -> None:
    assert identify(decode(text.encode(encoding)).text) in ("latn", "other")


def test_few_broken_bytes_in_utf8_are_replaced_and_counted() -> None:
    data = bytearray(REPORT.encode())
    data[40] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.text.count("\ufffd") == 2
    assert decoded.label == "utf-8 with 2 unreadable bytes"


def test_a_replacement_character_of_the_author_is_not_counted() -> None:
    decoded = decode(("\ufffd" + REPORT).encode()[:-1])
    assert decoded.unreadable == 0
    assert decode(("\ufffd" + REPORT).encode() + b"\xd9").unreadable == 1


def test_line_ends_and_tabs_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n\td").text == "a\r\nb\rc\n\td"


def test_random_bytes_are_refused() -> None:
    source = random.Random(7)
    for size in (40, 400, 40_000):
        data = bytes(source.randrange(256) for _ in range(size))
        assert refusal(data) in (RefusalKind.BINARY, RefusalKind.ENCODING)
        high = bytes(source.randrange(128, 256) for _ in range(size))
        assert refusal(high) in (RefusalKind.BINARY, RefusalKind.ENCODING)


def test_null_bytes_are_binary() -> None:
    assert refusal(b"report\x00\x00 more text here") is RefusalKind.BINARY
    assert refusal(bytes(1000)) is RefusalKind.BINARY
    assert refusal(b"\xff\xfe" + bytes(range(256)) * 4) is RefusalKind.BINARY


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "unpack"),
        (b"\x1f\x8b\x08...", "gzip"),
        (b"{\\rtf1\\ansi text}", "RTF"),
    ],
)
def test_known_binary_files_get_their_own_advice(data: bytes, advice: str) -> None:
    with pytest.raises(RefusedError, match=advice):
        decode(data)


def test_the_callers_encoding_is_obeyed() -> None:
    assert decode(REPORT.encode("cp1256"), override="windows-1256").text == REPORT
    assert decode(b"\xef\xbb\xbfabc", override="utf-8").text == "abc"
    assert decode("\ufeffabc".encode("utf-16-le"), override="utf-16").text == "abc"


def test_a_callers_encoding_that_cannot_be_is_refused() -> None:
    assert refusal(REPORT.encode("cp1256"), "utf-8") is RefusalKind.ENCODING
    assert refusal(b"abc", "no-such-encoding") is RefusalKind.ENCODING
    assert refusal(b"abc", "base64") is RefusalKind.ENCODING
    assert refusal(b"abc\x00def", "latin-1") is RefusalKind.BINARY


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except RefusedError as error:
        assert error.message
    else:
        assert "\x00" not in decoded.text or decoded.encoding.startswith("utf-")
