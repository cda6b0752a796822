"""Who is said to hold a place, from when, by whom, and who says otherwise."""

import random

from sijill.incidents.holding import HELD, LOST, TAKEN, Saying, Timeline, timelines
from tests.incidents.told import DAY

Word = tuple[int, str, str]


def word(
    day: int, kind: str, actor: str, extent: str | None = None, *, denied: bool = False
) -> Saying:
    return Saying("t1", "سرمين", DAY + day, kind, actor, extent, denied, "v", f"r{day}", "c-1")


def one(*words: Saying) -> Timeline:
    (found,) = timelines(words)
    return found


def spans(found: Timeline) -> list[tuple[str, int, int | None]]:
    return [
        (s.actor, s.first - DAY, None if s.ended is None else s.ended - DAY) for s in found.spans
    ]


def test_a_side_that_takes_a_place_holds_it_until_another_takes_it() -> None:
    found = one(word(0, TAKEN, "isis"), word(9, HELD, "isis"), word(40, TAKEN, "sdf"))
    assert spans(found) == [("isis", 0, 40), ("sdf", 40, None)]


def test_a_word_against_the_holder_is_a_conflict_and_changes_nothing() -> None:
    found = one(word(0, TAKEN, "isis"), word(3, HELD, "army"))
    assert spans(found) == [("isis", 0, None)]
    assert [(saying.actor, side) for saying, side in found.conflicts] == [("army", "isis")]


def test_two_takings_on_one_day_conflict() -> None:
    found = one(word(0, TAKEN, "isis"), word(0, TAKEN, "army"))
    assert (len(found.spans), len(found.conflicts)) == (1, 1)


def test_after_a_long_silence_a_place_can_have_changed_hands_untold() -> None:
    found = one(word(0, TAKEN, "isis"), word(300, HELD, "sdf"))
    assert spans(found) == [("isis", 0, 300), ("sdf", 300, None)]
    assert not found.spans[1].taken


def test_a_loss_ends_the_holding_though_nobody_is_named_as_the_taker() -> None:
    assert spans(one(word(0, TAKEN, "isis"), word(5, LOST, "isis"))) == [("isis", 0, 5)]


def test_parts_of_a_place_can_be_held_by_two() -> None:
    found = one(word(0, HELD, "isis", "part"), word(0, HELD, "army", "40%"))
    assert (found.spans, found.conflicts, len(found.parts)) == ([], [], 2)


def test_a_denial_is_shown() -> None:
    found = one(word(0, TAKEN, "isis"), word(1, TAKEN, "isis", denied=True))
    assert [saying.denied for saying, _ in found.conflicts] == [True]


def test_the_order_of_words_makes_no_difference() -> None:
    words = [word(n % 7, kind, actor) for n, kind in enumerate((TAKEN, HELD, LOST) * 4)
             for actor in ("isis", "army")]  # fmt: skip
    expected = one(*words).record()
    random.Random(1).shuffle(words)
    assert one(*words).record() == expected
