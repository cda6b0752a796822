"""A draft remembers where its clause is anchored and why each field has its value."""

from sijill.model.claim import Trace
from sijill.model.span import Span
from tests.claims.drafts import draft, trigger


def test_a_draft_is_anchored_at_its_trigger() -> None:
    assert draft(trigger(start=4)).anchor == 4


def test_a_carried_noun_is_anchored_at_the_verb_that_carries_it() -> None:
    assert draft(trigger(start=4, light="agent", light_start=2)).anchor == 2
    assert draft(trigger(start=4, light="agent", light_start=0)).anchor == 0


def test_a_note_without_confidence_leaves_the_field_sure() -> None:
    made = draft()
    made.note("type", "triggers.toml:attack", "the rule says so")
    assert made.trace == [Trace("type", "triggers.toml:attack", (), "the rule says so", None)]
    assert made.confidence == {}


def test_a_note_keeps_words_and_what_came_second() -> None:
    made = draft()
    made.note("place", "fill:context", "nearest", (Span(3, 7),), "the town, too far", 0.6)
    assert made.trace[0].words == (Span(3, 7),)
    assert made.trace[0].runner_up == "the town, too far"
    assert made.confidence == {"place": 0.6}


def test_drafts_share_no_lists() -> None:
    one, other = draft(), draft()
    one.note("type", "rule", "because", confidence=0.5)
    one.losses.clear()
    assert other.trace == []
    assert other.confidence == {}
    assert one.losses is not other.losses
