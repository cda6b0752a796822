"""Bytes to text. Nothing but the decoding: line ends stay, only a leading BOM goes.

The order of trust: the caller's word, a BOM, valid UTF-8, UTF-16 by the shape of its bytes,
UTF-8 with a few broken bytes, the Arabic single-byte code pages by the letters they give, the
charset that the page declares, and last a guess by charset-normalizer.
"""

import codecs
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from sijill.ingest.refusal import RefusalKind, RefusedError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose BOM begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF file: save its text as .txt"),
    (b"PK\x03\x04", "a zip archive or an office document: unpack it, or save its text as .txt"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"BZh", "a bzip2 archive: unpack it first"),
    (b"\xfd7zXZ", "an xz archive: unpack it first"),
    (b"{\\rtf", "an RTF document: save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old office document: save its text as .txt"),
    (b"SQLite format 3\x00", "an SQLite database: export the reports as CSV or JSONL"),
    (b"\x89PNG", "a picture: leave it out, or type its text into a .txt file"),
    (b"\xff\xd8\xff", "a picture: leave it out, or type its text into a .txt file"),
    (b"GIF8", "a picture: leave it out, or type its text into a .txt file"),
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r") + b"\x7f"
_RARE = ("cp720", "mac-arabic")
_RARE_LENGTH = 64  # a few stray bytes easily make a word in one of the rare pages
_SINGLE_BYTE = ("cp1256", "iso8859-6", *_RARE)
_FAVOUR = 0.15
_SURE = 1.55  # all letters expected and more than half of them frequent: prose
_LETTERS = frozenset(chr(c) for c in (*range(0x0621, 0x063B), *range(0x0641, 0x064B)))
_EXPECTED = _LETTERS | frozenset(
    "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652،؛؟«»“”‘’–—…•\u00a0\u00ad\u200c\u200d\u200e\u200f"
)
_ODD = frozenset(("Cc", "Cn", "Co", "Cs"))
_SPACES = frozenset("\t\n\v\f\r")
_FREQUENT = frozenset("اليمنوترب")
_SAMPLE = 1 << 13


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how its bytes were read; `unreadable` counts bytes shown as U+FFFD."""

    text: str
    encoding: str
    unreadable: int = 0

    @property
    def label(self) -> str:
        """The encoding in words, for the document's origin."""
        if self.unreadable == 0:
            return self.encoding
        return f"{self.encoding} with {self.unreadable} unreadable bytes"


def decode(data: bytes, override: str | None = None, declared: str | None = None) -> Decoded:
    """The text of `data`.

    `override` is the caller's word and is obeyed; `declared` is what the page says of itself
    and is believed only if the bytes agree. Raises RefusedError for binary data and for bytes
    that no encoding makes into text.
    """
    refuse_known_binary(data)
    if override is not None:
        return _as_told(data, override)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _sound(_replacing(data[len(bom) :], name))
    controls = control_count(data)
    if controls > 1 or b"\x00" in data:
        wide = _utf16_order(data)
        if wide is not None:
            return _sound(_replacing(data, wide))
        if b"\x00" in data or controls > 2 + len(data) // 100:
            raise _binary()
    strict = _strict(data, "utf-8")
    if strict is not None:
        return strict
    return _mostly_utf8(data) or _arabic(data, declared) or _other(data, declared)


def refuse_known_binary(data: bytes) -> None:
    """Raise RefusedError if `data` begins like a well-known file that is not text."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise RefusedError(RefusalKind.BINARY, f"this is {what}")


def control_count(data: bytes) -> int:
    """How many bytes are control characters that text does not hold."""
    return len(data) - len(data.translate(None, _CONTROLS))


def canonical(name: str) -> str | None:
    """Python's name of a text encoding; None if there is no such encoding."""
    try:
        info = codecs.lookup(name)
        b"a".decode(info.name, "replace")  # base64 and its like are codecs, but not of text
    except (LookupError, ValueError):
        return None
    return info.name


def _binary() -> RefusedError:
    return RefusedError(
        RefusalKind.BINARY, "this is binary data, not text; save the report as UTF-8 text or HTML"
    )


def _strict(data: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(name), name)
    except (UnicodeError, LookupError):
        return None


def _replacing(data: bytes, name: str) -> Decoded:
    strict = _strict(data, name)
    if strict is not None:
        return strict
    text = data.decode(name, "replace")
    if not name.startswith("utf"):
        return Decoded(text, name, text.count("\ufffd"))
    own = "\ufffd".encode(name)
    replaced = text.count("\ufffd") - data.count(own)
    good = len(text.encode(name)) - replaced * len(own)
    return Decoded(text, name, max(replaced, len(data) - good))


def _sound(decoded: Decoded) -> Decoded:
    """The decoded text if it reads like text; RefusedError for what only began like it."""
    sample = decoded.text[:_SAMPLE]
    odd = sum(1 for char in sample if unicodedata.category(char) in _ODD and char not in _SPACES)
    if "\x00" in sample or odd * 20 > len(sample):
        raise _binary()
    return decoded


def _as_told(data: bytes, override: str) -> Decoded:
    name = canonical(override)
    if name is None:
        raise RefusedError(
            RefusalKind.ENCODING,
            f"there is no encoding called '{override}'; try utf-8, utf-16 or windows-1256",
        )
    for bom, of in _BOMS:
        if data.startswith(bom) and name.replace("-sig", "").startswith(of[:6].rstrip("-")):
            return _replacing(data[len(bom) :], of)
    decoded = _replacing(data, "utf-8" if name == "utf-8-sig" else name)
    if "\x00" in decoded.text:
        raise _binary()
    if decoded.unreadable * 10 > len(data):
        raise RefusedError(
            RefusalKind.ENCODING,
            f"the bytes are not {override}: {decoded.unreadable} of {len(data)} cannot be read; "
            "leave the encoding out to have it recognised",
        )
    return decoded


def _utf16_order(data: bytes) -> str | None:
    """UTF-16 without a BOM: every other byte is one of the few high bytes of our scripts."""
    sample = data[: 2 * _SAMPLE]
    even, odd = sample[0::2], sample[1::2]
    if len(odd) < 2:
        return None
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        expected = sum(count for byte, count in Counter(high).items() if byte in _HIGH_BYTES)
        if expected >= len(high) * 0.95 and low.count(0) <= len(low) * 0.02:
            return name
    return None


# ASCII and Latin-1, Arabic, general punctuation, Arabic presentation forms.
_HIGH_BYTES = frozenset((0x00, 0x06, 0x20, 0xFB, 0xFC, 0xFD, 0xFE))


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with few bytes broken: ten sound non-ASCII bytes for each broken one."""
    decoded = _replacing(data, "utf-8")
    high = len(data) - len(data.translate(None, _HIGH))
    return decoded if decoded.unreadable * 11 <= high else None


_HIGH = bytes(range(0x80, 0x100))


def _arabic(data: bytes, declared: str | None) -> Decoded | None:
    """The Arabic code page whose letters look most like Arabic.

    Windows-1256 is by far the most used, and few words look alike in two pages: another page
    must look clearly better, or be the declared one.
    """
    told = canonical(declared) if declared else None
    favoured = told if told in _SINGLE_BYTE else _SINGLE_BYTE[0]
    best: tuple[float, Decoded] | None = None
    for name in dict.fromkeys((favoured, *_SINGLE_BYTE)):
        decoded = _strict(data, name)
        if decoded is None or (name in _RARE and len(data) < _RARE_LENGTH):
            continue
        likeness = _likeness(decoded.text[:_SAMPLE])
        if name == favoured and likeness > _SURE:
            return decoded
        likeness += _FAVOUR if likeness > 0 and name == favoured else 0.0
        if likeness > 0 and (best is None or likeness > best[0]):
            best = (likeness, decoded)
    return best[1] if best else None


def _likeness(text: str) -> float:
    """How Arabic a decoded single-byte text looks: 0 if it does not, else 0.5 to 2.

    Other code pages read as an Arabic one give accented Latin letters among the Arabic
    (Cyrillic, Hebrew) or single Arabic letters inside Latin words (French).
    """
    counts = Counter(text)
    high = sum(n for char, n in counts.items() if char > "\x7f")
    letters = sum(counts[char] for char in _LETTERS)
    expected = sum(counts[char] for char in _EXPECTED)
    if letters == 0 or expected < high * 0.93:
        return 0.0
    glued = sum(
        1
        for left, right in pairwise(text)
        if (left in _LETTERS and right.isascii() and right.isalpha())
        or (right in _LETTERS and left.isascii() and left.isalpha())
    )
    if glued * 5 > letters:
        return 0.0
    frequent = sum(counts[char] for char in _FREQUENT) / letters
    if letters >= 30 and frequent < 0.4:  # Arabic prose has 0.6; Cyrillic read as Arabic 0.2
        return 0.0
    return expected / high + frequent


def _other(data: bytes, declared: str | None) -> Decoded:
    """By the page's own word if the bytes allow it, else by charset-normalizer's guess."""
    told = canonical(declared) if declared else None
    decoded = _strict(data, told) if told and told != "utf-8" else None
    if decoded is None:
        decoded = _guessed(data)
    if decoded is None or not _wordlike(decoded.text[:_SAMPLE]):
        raise RefusedError(
            RefusalKind.ENCODING,
            "the bytes are not UTF-8, UTF-16 or an Arabic code page; save the file as UTF-8, "
            "or name its encoding with --encoding",
        )
    return decoded


def _guessed(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # slow to import and seldom needed

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    # UTF-16 was looked for before; short binary data often passes as some.
    if best is None or best.encoding.startswith(("utf_16", "utf_32", "utf_7")):
        return None
    return _strict(data, best.encoding)


def _wordlike(text: str) -> bool:
    """Whether a good half of the characters are letters and next to none is odd."""
    solid = [char for char in text if not char.isspace()]
    letters = sum(1 for char in solid if char.isalpha())
    odd = sum(1 for char in solid if unicodedata.category(char) in _ODD)
    return letters * 2 > len(solid) and odd * 50 <= len(solid)
