from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.gazetteer.row import Row
from sijill.gazetteer.table import Gazetteer, bare, words_of
from sijill.text.fold import fold
from sijill.text.token import tokens_of


def place(id_: str, name: str, kind: str = "village", people: int = 0, **more: object) -> Row:
    return Row(id_, name, kind, 35.0, 40.0, "SY", population=people, **more)  # type: ignore[arg-type]


def test_a_name_is_found_by_its_folded_words() -> None:
    places = Gazetteer([place("a", "أبو حجر", names=("البير",))])
    assert [row.id for row in places.lookup("ابو حجر")] == ["a"]
    assert [row.id for row in places.lookup("البير")] == ["a"]
    assert places.lookup("حجر") == ()


def test_settlements_come_before_units_and_larger_ones_first() -> None:
    rows = [
        place("unit", "تل", "adm2"),
        place("small", "تل", "city", 10),
        place("large", "تل", "city", 90),
        place("hamlet", "تل"),
    ]
    found = [row.id for row in Gazetteer(rows).lookup("تل")]
    assert found == ["large", "small", "unit", "hamlet"]


def test_the_loose_level_forgives_letters_and_then_articles() -> None:
    places = Gazetteer([place("a", "القرية البيضاء"), place("b", "مصطفى")])
    assert [row.id for row in places.loose(fold("القريه البيضاء"))] == ["a"]
    assert [row.id for row in places.loose(fold("قرية البيضا"))] == ["a"]
    assert [row.id for row in places.loose(fold("مصطفي"))] == ["b"]
    assert places.loose("قريه") == ()


def test_an_exact_spelling_is_not_mixed_with_one_without_article() -> None:
    places = Gazetteer([place("a", "عمر"), place("b", "العمر")])
    assert [row.id for row in places.loose("العمر")] == ["b"]


def test_of_two_rows_with_one_id_the_later_holds() -> None:
    places = Gazetteer([place("a", "قديم"), place("a", "جديد")])
    assert places.row("a").name == "جديد"
    assert places.lookup("قديم") == ()
    assert len(places) == 1


def test_keys_are_the_words_of_tokens_in_order() -> None:
    places = Gazetteer([place("b", "محطة T2"), place("a", "المزة 86"), place("c", "المزة 86")])
    assert list(places.keys()) == [(("المزة", "86"), ("a", "c")), (("محطة", "t2"), ("b",))]


@given(st.text(alphabet="ابةىيأإؤ لموT2-٣ ", max_size=20))
def test_the_words_of_a_name_are_those_of_its_tokens(name: str) -> None:
    assert words_of(name) == tuple(token.key for token in tokens_of(name))


@given(st.text(alphabet="ابةىيءلم ", max_size=20))
def test_the_bare_form_is_its_own_bare_form_but_for_doubled_articles(name: str) -> None:
    once = bare(fold(name))
    assert bare(once) == once or "ال" in once


def test_the_country_and_capital_of_a_code_are_known() -> None:
    places = Gazetteer.shipped()
    syria, damascus = places.country("SY"), places.capital("SY")
    assert syria and syria.name == "سوريا"
    assert damascus and damascus.name == "دمشق"
    assert places.country("ZZ") is None


def test_a_place_code_finds_its_unit() -> None:
    unit = Gazetteer.shipped().pcode("SY09")
    assert unit and unit.name == "دير الزور"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Deir ez Zor", "gn:170794"),
        ("Mosul", "gn:99072"),
        ("الفلوجه", "gn:99454"),
        ("الميادن", "gn:173480"),
        ("YE26", "ye/marib"),
    ],
)
def test_search_forgives_spelling_in_both_scripts(query: str, expected: str) -> None:
    hits = Gazetteer.shipped().search(query, 3)
    assert expected in [row.id for row, _ in hits]
    assert all(60 <= score <= 100 for _, score in hits)


def test_search_returns_nothing_for_nothing_like_it() -> None:
    assert Gazetteer.shipped().search("qqqqzzzz") == []


def test_a_missing_data_folder_adds_nothing(tmp_path: Path) -> None:
    places = Gazetteer.load_default(data=tmp_path / "none")
    assert len(places) == len(Gazetteer.shipped())
    assert not (tmp_path / "none").exists()
