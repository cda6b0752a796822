"""The registry answers for actors, names, dates and sides."""

from datetime import date
from pathlib import Path

import pytest

from sijill.errors import RegistryError
from sijill.registry.registry import Registry, load


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load()


def test_an_actor_is_known_by_its_id(registry: Registry) -> None:
    actor = registry.actor("sdf")
    assert (actor.kind, actor.countries) == ("umbrella", ("SY",))


def test_an_unknown_id_is_an_error_that_says_how_to_look(registry: Registry) -> None:
    with pytest.raises(RegistryError, match="sijill actors find"):
        registry.actor("nobody")


@pytest.mark.parametrize("written", ["أنصار الله", "انصار الله", "«أنصار الله»", "أنصار_الله"])
def test_names_are_found_in_any_spelling(registry: Registry, written: str) -> None:
    assert [alias.actor for alias in registry.lookup(written)] == ["houthis"]


@pytest.mark.parametrize(
    ("query", "first"),
    [("حزب الله", "hezbollah"), ("Houthi", "houthis"), ("stc", "stc"), ("هيومن رايتس", "hrw")],
)
def test_search_puts_the_best_first(registry: Registry, query: str, first: str) -> None:
    assert registry.search(query)[0].id == first


def test_search_for_nonsense_finds_nobody(registry: Registry) -> None:
    assert registry.search("قثضصشسيبلات") == []


def test_a_mouthpiece_is_known_as_such(registry: Registry) -> None:
    assert registry.is_media_of("amaq") == "isis"
    assert registry.is_media_of("reuters") is None
    assert registry.is_media_of("nobody") is None


@pytest.mark.parametrize(
    ("one", "other", "day", "same"),
    [
        ("isis", "isis", None, True),
        ("amaq", "isis", None, True),
        ("amaq", "sinai-province", None, True),
        ("sinai-province", "isis", date(2013, 1, 1), False),
        ("badr", "aah", None, True),
        ("hezbollah", "syria-government", None, False),
        ("sohr", "syria-government", None, False),
    ],
)
def test_sides(registry: Registry, one: str, other: str, day: date | None, same: bool) -> None:
    assert registry.affiliated(one, other, day) is same
    assert registry.affiliated(other, one, day) is same


def test_activity_has_days(registry: Registry) -> None:
    assert registry.active("syria-government", date(2024, 12, 8))
    assert not registry.active("syria-government", date(2024, 12, 9))
    assert registry.active("syria-government", None)


def test_a_state_s_forces_pass_to_its_successor(registry: Registry) -> None:
    assert registry.at("syria-government", date(2025, 1, 1)) == "syria-transitional"
    assert registry.at("gna", date(2022, 1, 1)) == "gnu"
    assert registry.at("hts", date(2025, 6, 1)) == "hts"


def _write(folder: Path, name: str, *lines: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_an_overlay_adds_and_replaces(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "actors.csv",
        "id,kind,name_en,name_ar,countries,from,to",
        "valley-watch,monitor,Valley Watch,رصد الوادي,YE,2020,",
        "hrw,ngo,HRW,هيومن رايتس ووتش,,1978,",
    )
    _write(
        tmp_path,
        "aliases.csv",
        "text,actor,lang,kind,valid_from,valid_to,countries,requires_context",
        "رصد الوادي,valley-watch,ar,official,,,,",
    )
    registry = load([tmp_path])
    assert registry.lookup("رصد الوادي")[0].actor == "valley-watch"
    assert registry.actor("hrw").name_en == "HRW"
    assert len(registry) == len(load()) + 1


def test_every_fault_of_an_overlay_is_told(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "actors.csv",
        "id,kind,name_en,name_ar,countries,from,to",
        "Bad Id,army,,اسم,Yemen,2020,2010",
        "dated,media,Dated,مؤرخ,,whenever,",
    )
    _write(
        tmp_path,
        "aliases.csv",
        "text,actor,lang,kind,valid_from,valid_to,countries,requires_context",
        "س,nobody,ar,nickname,2020,2019,,",
        "داعش,hamas,ar,official,,,,",
    )
    _write(
        tmp_path, "relations.csv", "actor,relation,target,from,to", "hamas,enemy_of,hamas,2020,2019"
    )
    _write(tmp_path, "crosswalk.csv", "actor,scheme,code,name,relation", "nobody,ucdp,,X,same")
    with pytest.raises(RegistryError) as caught:
        load([tmp_path])
    told = str(caught.value)
    for piece in (
        "the id is not",
        "kind 'army'",
        "needs a name",
        "country 'Yemen'",
        "ends before it starts",
        "has no name in aliases.csv",
        "'whenever' is not a date",
        "too short",
        "no actor 'nobody'",
        "kind 'nickname'",
        "nothing to tell them apart",
        "relation is none of",
        "in relation to itself",
        "relation 'same'",
        "needs a scheme",
    ):
        assert piece in told


def test_a_folder_without_tables_and_a_table_without_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="none of"):
        load([tmp_path])
    _write(tmp_path, "actors.csv", "id,kind", "x,media")
    with pytest.raises(RegistryError, match="column name_en"):
        load([tmp_path])


def test_allies_are_other_parties_on_one_side(registry: Registry) -> None:
    day = date(2020, 1, 1)
    assert registry.allied("yemen-government", "saudi-coalition", day)
    assert registry.allied("saudi-coalition", "yemen-government", day)
    assert not registry.affiliated("yemen-government", "saudi-coalition", day)
    assert not registry.allied("yemen-government", "houthis", day)
    assert not registry.allied("yemen-government", "saudi-coalition", date(2010, 1, 1))
