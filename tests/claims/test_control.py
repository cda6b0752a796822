"""Control statements: who holds what, how much of it, and no event."""

import pytest

from tests.claims.room import claims, controls

HELD = [
    ("يسيطر الجيش السوداني على مدينة بورتسودان.", "saf", "بورتسودان", None),
    ("تسيطر قوات الدعم السريع على معظم مدينة الخرطوم.", "rsf", "الخرطوم", "most"),
    ("يسيطر حزب الله على كامل بلدة القصير.", "hezbollah", "القصير", "all"),
    ("تسيطر جماعة الحوثي على أجزاء من محافظة الجوف.", "houthis", "محافظة الجوف", "part"),
]


@pytest.mark.parametrize(("text", "actor", "place", "extent"), HELD)
def test_who_holds_what_and_how_much(text: str, actor: str, place: str, extent: str | None) -> None:
    (statement,) = controls(text)
    assert statement.place is not None
    assert (statement.actor.id, statement.place.name) == (actor, place)
    assert statement.extent == extent


@pytest.mark.parametrize("text", [row[0] for row in HELD])
def test_what_is_held_is_no_event(text: str) -> None:
    assert claims(text) == ()


def test_ground_taken_is_an_event_and_no_control_statement() -> None:
    text = "سيطر الجيش السوداني على مدينة بارا."
    assert controls(text) == []
    assert [claim.type for claim in claims(text)] == ["Government regains territory"]


def test_a_statement_told_twice_counts_once_for_each_place() -> None:
    text = "يسيطر الجيش السوداني على مدينة بورتسودان. وتسيطر قوات الدعم السريع على مدينة نيالا."
    assert [statement.actor.id for statement in controls(text)] == ["saf", "rsf"]


def test_a_quote_is_the_words_of_the_text() -> None:
    text = HELD[0][0]
    (statement,) = controls(text)
    assert statement.quote == statement.quote_span.of(text)
    assert "بورتسودان" in statement.quote


@pytest.mark.parametrize(
    ("text", "actor", "places"),
    [
        ("وصل الوفد إلى مدينة منبج التي تسيطر عليها قوات سوريا الديمقراطية.", "sdf", ["منبج"]),
        ("قالت جماعة الحوثي التي تسيطر على مدينة صنعاء إن الوفد وصل.", "houthis", ["صنعاء"]),
        ("وصل الوفد إلى مدينة إدلب الخاضعة لسيطرة هيئة تحرير الشام.", "hts", ["إدلب"]),
        ("تخضع مدينة صنعاء لسيطرة جماعة الحوثي.", "houthis", ["صنعاء"]),
    ],
)
def test_a_clause_about_a_place_or_about_who_holds_it(
    text: str, actor: str, places: list[str]
) -> None:
    found = controls(text)
    assert [one.actor.id for one in found] == [actor] * len(places)
    assert [one.place.name for one in found if one.place is not None] == places


def test_areas_of_its_own_are_held_by_who_was_named() -> None:
    found = controls("عززت قوات سوريا الديمقراطية مواقعها ضمن مناطق سيطرتها في ريف الحسكة.")
    assert [one.actor.id for one in found] == ["sdf"]


def test_a_place_out_of_a_party_s_hold_is_not_held_by_it() -> None:
    assert controls("وصل الوفد إلى مدينة إدلب، وهي خارج سيطرة الجيش السوري.") == []
