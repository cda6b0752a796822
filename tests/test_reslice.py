"""Every value of every report leads back to the very characters that it was read from.

Run over the sample reports, over reports that lie beside the project where it is developed, and
over reports spoilt at random: letters stretched and marked, invisible characters, emoji, other
scripts, cuts, shuffled words. Whatever comes, nothing fails.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sijill
from sijill.ingest.options import Options
from sijill.ingest.read import read
from sijill.ingest.sources import expand
from sijill.model.codec import dumps, loads
from sijill.model.document import Document
from sijill.pipeline import Engine

ROOT = Path(__file__).parents[1]
SHARED = ROOT / "../shared"
SAMPLES = sorted(path for path in (ROOT / "samples" / "ar").iterdir() if path.is_file())
BESIDE = [
    *sorted((SHARED / "seeds").glob("*.txt")),
    *sorted((SHARED / "gold" / "dev" / "text").glob("*")),
]
PAIRS = (("span", "text"), ("trigger_span", "trigger"), ("quote_span", "quote"))


@cache
def _engine() -> Engine:
    return sijill.load("ar")


def _documents(path: Path) -> list[Document]:
    found = [item for source in expand([str(path)]) for item in read(source, Options())]  # type: ignore[arg-type]
    return [item for item in found if isinstance(item, Document)]


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a record, the record too."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)


def _check(raw: str) -> int:
    """How many values of a record were cut out of its text again; each must be as given."""
    record = json.loads(raw)
    text, cut = record["text"], 0
    for one in _objects({**record, "text": None}):
        for span, words in PAIRS:
            if one.get(span) is None:
                continue
            start, end = one[span]
            assert 0 <= start <= end <= len(text)
            if words in one:
                assert text[start:end] == one[words]
                cut += 1
        for start, end in one.get("words", ()):
            assert 0 <= start <= end <= len(text)
    return cut


def _recode(document: Document) -> int:
    report = _engine()(document)
    raw = dumps(report)
    assert loads(raw) == report
    return _check(raw)


@pytest.mark.parametrize("path", SAMPLES, ids=[path.name for path in SAMPLES])
def test_every_value_of_a_sample_is_found_again_in_its_text(path: Path) -> None:
    documents = _documents(path)
    assert documents
    arabic = [one for one in documents if one.language == "ar"]
    assert sum(map(_recode, documents)) >= len(arabic)


@pytest.mark.skipif(not BESIDE, reason="the reports beside the project are not there")
def test_every_value_of_a_report_beside_the_project_is_found_again() -> None:
    cut = [_recode(one) for path in BESIDE for one in _documents(path)]
    assert len(cut) >= len(BESIDE)
    assert sum(cut) > 20 * len(cut)


SENTENCES = (
    "قصف الجيش السوداني مواقع لقوات الدعم السريع في مدينة أم درمان صباح اليوم، ما أدى إلى مقتل "
    "12 مدنيا بينهم 3 أطفال وإصابة نحو 20 آخرين.",
    "شنت طائرات حربية إسرائيلية غارات على بلدات الخيام ويارون وعيترون أمس الثلاثاء 14 مايو 2024.",
    "وقال المرصد السوري لحقوق الإنسان إن تنظيم داعش هاجم حاجزا لقوات سوريا الديمقراطية غربي الرقة.",
    "ونفى المتحدث باسم الجيش اليمني سيطرة جماعة الحوثي على مديرية صرواح.",
    "تسيطر قوات الدعم السريع على معظم مدينة الخرطوم.",
    "عاجل | مقتل قيادي بارز بانفجار عبوة ناسفة في مدينة البصرة",
)
NOISE = (
    *"\u064b\u064e\u064f\u0650\u0651\u0652\u0670\u0640",  # marks and tatweel
    *"\u200b\u200c\u200d\u200e\u200f\u202b\u2067\u2069\ufeff\u00ad",  # not to be seen
    *"\n\r\t\u0085\u2028\u00a0 \0\ud83d",  # line ends, blanks, what no text should hold
    *"،؛؟.!:«»()[]/-_#@%*|\"'",
    *"0٣۷½",
    "😀",
    "👨\u200d👩\u200d👧",
    "🇸🇩",
    "ISIS",
    "https://example.org/a?b=1",
    "<b>",
    "ﷲ",
    "ﻻ",
    "پ",
    "е",
    "中",
    "لل",
    "ال",
    "و",
)
insertions = st.lists(st.tuples(st.integers(0, 999), st.sampled_from(NOISE)), max_size=25)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Some sentences, their words perhaps shuffled, with noise inserted and the ends cut."""
    text = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4)))
    if draw(st.booleans()):
        text = " ".join(draw(st.permutations(text.split(" "))))
    for place, noise in draw(insertions):
        at = place * len(text) // 1000
        text = text[:at] + noise + text[at:]
    start, end = draw(st.integers(0, 30)), draw(st.integers(0, 30))
    return text[start : len(text) - end]


@settings(max_examples=150, deadline=None)
@given(spoilt())
def test_every_value_of_a_spoilt_report_is_found_again_in_its_text(text: str) -> None:
    _check(dumps(_engine()(text)))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_coded_without_fault(text: str) -> None:
    _check(dumps(_engine()(text)))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SENTENCES), st.sampled_from("\u0640\u064e\u200f\u200c"))
def test_a_character_after_every_letter_still_leads_back(text: str, between: str) -> None:
    _check(dumps(_engine()(between.join(text))))
