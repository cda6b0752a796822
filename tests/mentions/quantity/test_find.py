"""Losses are found with their number, kind and words; what is no loss gives nothing."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sijill.lexicon.pack import bundled
from tests.mentions.quantity.conftest import Losses

HERE = Path(__file__).parent
NOTHING = (HERE / "nothing.txt").read_text(encoding="utf-8").splitlines()
EXAMPLES = bundled("ar").rules["losses"]["examples"]

Row = tuple[str, int, int | None, bool, str, str, bool]


def cases() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    with (HERE / "losses.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            high = int(row["max"]) if row["max"] else None
            found[row["text"]].append(
                (
                    row["kind"],
                    int(row["min"]),
                    high,
                    row["approx"] == "yes",
                    row["span"],
                    row["group"],
                    row["part"] == "yes",
                )
            )
    return found


CASES = cases()


@pytest.mark.parametrize("text", CASES)
def test_a_sentence_gives_its_losses_and_no_others(losses: Losses, text: str) -> None:
    found = [
        (
            mention.kind,
            mention.amount.minimum,
            mention.amount.maximum,
            mention.amount.approximate,
            mention.span.of(text),
            mention.group or "",
            mention.part_of is not None,
        )
        for mention in losses(text)
    ]
    assert found == CASES[text]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_loss_gives_nothing(losses: Losses, text: str) -> None:
    assert losses(text) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["text"]))
def test_the_pack_keeps_its_own_examples(losses: Losses, example: dict[str, object]) -> None:
    text = str(example["text"])
    finds = example["finds"]
    assert isinstance(finds, list)
    expected = [
        (f["span"], f["kind"], f["min"], f.get("max"), f.get("approx", False)) for f in finds
    ]
    found = [
        (
            m.span.of(text),
            m.kind,
            m.amount.minimum,
            m.amount.maximum,
            m.amount.approximate,
        )
        for m in losses(text)
    ]
    assert found == expected


def test_marks_quotes_and_tatweel_change_nothing_but_the_span(losses: Losses) -> None:
    text = "قُتِلَ «12» جُنديّاً و أُصـيب ٣٠ آخرون"
    found = [(m.kind, m.amount.minimum, m.span.of(text)) for m in losses(text)]
    assert found == [("killed", 12, "12» جُنديّاً"), ("injured", 30, "٣٠ آخرون")]


def test_the_trigger_is_told_without_its_conjunction(losses: Losses) -> None:
    text = "وأصيب ثلاثة جنود"
    (mention,) = losses(text)
    assert mention.trigger is not None
    assert mention.trigger.of(text) == "أصيب"


def test_the_group_that_victims_belong_to_is_told(losses: Losses) -> None:
    text = "مقتل تسعة مسلحين من حركة المجد قرب الجسر"
    (mention,) = losses(text)
    assert mention.victims is not None
    assert mention.victims.of(text) == "حركة المجد"


def test_a_breakdown_points_to_its_whole(losses: Losses) -> None:
    text = "مقتل تسعة أشخاص بينهم طفلان"
    whole, part = losses(text)
    assert part.part_of == whole.span


def test_a_named_victim_has_a_name(losses: Losses) -> None:
    text = "اغتيال الصحفي كريم سالم برصاص مجهولين"
    (mention,) = losses(text)
    assert mention.name is not None
    assert mention.name.of(text) == "كريم سالم"


def test_finding_twice_gives_the_same(losses: Losses) -> None:
    text = "قتل وجرح العشرات، ونزحت مئات العائلات إثر قصف أودى بحياة سبعة أطفال"
    assert losses(text) == losses(text)


def test_every_span_lies_in_its_text(losses: Losses) -> None:
    for text in CASES:
        for mention in losses(text):
            assert 0 <= mention.span.start < mention.span.end <= len(text)
            assert mention.victims is None or mention.victims.end <= len(text)


WORDS = sorted({word for text in (*CASES, *NOTHING) for word in text.split()})
MARKS = ["، ", ". ", " (", ") ", ": ", " - ", "\n", " و"]


@given(st.lists(st.sampled_from([*WORDS, *MARKS]), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
def test_words_in_any_order_give_sound_mentions(losses: Losses, words: list[str]) -> None:
    text = " ".join(words)
    for mention in losses(text):
        low, high = mention.amount.minimum, mention.amount.maximum
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert low >= 0
        assert high is None or high >= low


def test_the_minutes_of_a_clock_count_nobody(losses: Losses) -> None:
    (loss,) = losses("09:40 شهيدان في غارة على المخيم")
    assert loss.amount.minimum == 2
