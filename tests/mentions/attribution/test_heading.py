"""Speakers before a colon, the lists and quotations they lead in, and denials of a sentence."""

import pytest

from tests.mentions.attribution.room import covered, found, told, voices


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("الدفاع المدني: انتشال خمس جثث من تحت الأنقاض", ("الدفاع المدني",)),
        ("مصادر محلية: سقوط جرحى في السوق", ("مصادر محلية",)),
        ('مصدر أمني لـ"بوابة دجلة": العثور على عبوة', ("مصدر أمني", "بوابة دجلة")),
        ("بيان صادر عن حزب الله: استهداف موقع", ("بيان صادر عن حزب الله",)),
    ],
)
def test_who_opens_a_line_before_a_colon_speaks(text: str, sources: tuple[str, ...]) -> None:
    assert voices(text) == [sources]


def test_a_place_or_a_state_before_a_colon_does_not_speak() -> None:
    assert voices("سوريا: انتشال خمس جثث من تحت الأنقاض") == []


def test_a_line_with_a_colon_covers_the_lines_to_a_blank_one() -> None:
    text = "المرصد السوري:\nسقوط قذائف على البلدة\nوإصابة رجل\n\nوصل الوفد اليوم."
    assert covered(text) == ["المرصد السوري:\nسقوط قذائف على البلدة\nوإصابة رجل"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "with blank lines"])
def test_a_list_ends_with_its_last_point(gap: str) -> None:
    points = f"- سقوط قذائف.{gap}- إصابة رجل."
    text = f"أعلن الجيش السوداني ما يلي:{gap}{points}{gap}وصل الوفد اليوم."
    assert covered(text)[0].endswith(points)


def test_a_quotation_runs_over_its_sentences() -> None:
    text = "قال مصدر طبي إن «الحي قصف فجرا. وسقط جرحى كثيرون في السوق». ووصل الوفد."
    assert told(text) == [
        (("مصدر طبي",), "قال مصدر طبي إن «الحي قصف فجرا. وسقط جرحى كثيرون في السوق")
    ]


def test_a_quotation_that_never_closes_ends_with_its_sentence() -> None:
    text = "قال مصدر طبي إن «الحي قصف فجرا. وسقط جرحى كثيرون في السوق."
    assert covered(text) == ["قال مصدر طبي إن «الحي قصف فجرا"]


def test_a_phrase_denies_its_sentence() -> None:
    text = "لا صحة لما يشاع عن قصف المدرسة."
    (denial,) = found(text)
    assert denial.denial
    assert denial.scope.of(text) == text.removesuffix(".")


def test_a_denial_far_from_the_last_speaker_is_nobody_s() -> None:
    text = "قال مصدر طبي إن الحي قصف. وصل الوفد. وغادر مساء. لا صحة لما يشاع عن قصف المدرسة."
    assert found(text)[-1].sources == ()


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("09:15 مراسلنا: قصف على الحي.", ("مراسلنا",)),
        ("08:30 | مصدر طبي: سقوط قذيفة على السوق.", ("مصدر طبي",)),
        ("نينوى: مصدر أمني: سقوط قذيفة على السوق.", ("مصدر أمني",)),
    ],
    ids=["an hour", "an hour and a bar", "a place"],
)
def test_who_speaks_stands_behind_a_dateline(text: str, sources: tuple[str, ...]) -> None:
    assert voices(text) == [sources]
