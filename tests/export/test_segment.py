"""Segments: the text stays whole, and each piece knows exactly the marks that lie over it."""

from hypothesis import given
from hypothesis import strategies as st

from sijill.export.segment import Mark, segments
from sijill.model.span import Span

TEXT = "قصفت طائرات سوق المدينة"


def pieces(*marks: Mark) -> list[tuple[str, list[str]]]:
    return [(one.text, [mark.kind for mark in one.marks]) for one in segments(TEXT, marks)]


def test_nested_marks_name_the_shortest_first() -> None:
    assert pieces(Mark(Span(0, 23), "quote", "1"), Mark(Span(5, 11), "who", "1who0")) == [
        ("قصفت ", ["quote"]),
        ("طائرات", ["who", "quote"]),
        (" سوق المدينة", ["quote"]),
    ]


def test_crossing_marks_are_cut_where_they_cross() -> None:
    assert pieces(Mark(Span(0, 11), "event", "a"), Mark(Span(5, 15), "loss", "b")) == [
        ("قصفت ", ["event"]),
        ("طائرات", ["loss", "event"]),
        (" سوق", ["loss"]),
        (" المدينة", []),
    ]


def test_marks_that_hold_nothing_or_lie_outside_are_dropped_or_cut() -> None:
    assert pieces(Mark(Span(3, 3), "who", "a"), Mark(Span(90, 99), "who", "b")) == [(TEXT, [])]
    assert pieces(Mark(Span(16, 99), "place", "a"))[1] == ("المدينة", ["place"])


def test_no_text_has_no_segments() -> None:
    assert list(segments("", [Mark(Span(0, 0), "who", "a")])) == []


@given(st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)).map(sorted), max_size=8))
def test_pieces_join_to_the_text_and_marks_cover_their_spans(found: list[list[int]]) -> None:
    marks = [Mark(Span(a, b), "who", str(n)) for n, (a, b) in enumerate(found)]
    at = 0
    for one in segments(TEXT, marks):
        over = {mark.value for mark in one.marks}
        for mark in marks:
            covered = mark.span.start <= at and at + len(one.text) <= min(mark.span.end, len(TEXT))
            assert (mark.value in over) == (covered and mark.span.start < mark.span.end)
        at += len(one.text)
    assert at == len(TEXT)
