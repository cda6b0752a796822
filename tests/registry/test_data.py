"""The tables that ship are sound, wide enough, and true to what they are checked against."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from sijill.registry.actor import SOURCE_KINDS
from sijill.registry.registry import Registry, load

_SHARED = Path(__file__).parents[2] / "../shared"


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load()


def test_the_registry_is_sound_and_wide(registry: Registry) -> None:
    assert len(registry) >= 310
    assert len(registry.aliases()) >= 1500


@pytest.mark.parametrize("country", ["SY", "IQ", "YE", "LY", "SD", "PS", "LB", "EG"])
def test_each_country_has_parties_and_sources(registry: Registry, country: str) -> None:
    kinds = Counter(
        actor.kind in SOURCE_KINDS for actor in registry.actors() if country in actor.countries
    )
    assert kinds[False] >= 8
    assert kinds[True] >= 2


def test_names_have_no_vowel_marks_and_no_stretching(registry: Registry) -> None:
    for alias in registry.aliases():
        assert not set(alias.text) & set("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640")
        assert alias.text == " ".join(alias.text.split())


def test_party_media_speak_for_somebody(registry: Registry) -> None:
    silent = [
        actor.id
        for actor in registry.actors()
        if actor.kind == "party_media" and registry.is_media_of(actor.id) is None
    ]
    assert silent == []


def test_every_id_of_the_gold_files_is_there(registry: Registry) -> None:
    path = _SHARED / "gold" / "actors.tsv"
    if not path.exists():
        pytest.skip("the shared gold files are not here")
    with path.open(encoding="utf-8") as lines:
        ids = [row["id"] for row in csv.DictReader(lines, delimiter="\t")]
    assert [actor_id for actor_id in ids if actor_id not in registry] == []


def test_codes_of_ucdp_are_ucdp_s(registry: Registry) -> None:
    path = _SHARED / "geo" / "ucdp" / "ucdp-actor-221.csv"
    if not path.exists():
        pytest.skip("the UCDP actor table is not here")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        names = {row["ActorId"]: row["NameData"].strip() for row in csv.DictReader(lines)}
    rows = [row for actor in registry.actors() for row in registry.crosswalk(actor.id)]
    assert len(rows) > 100
    assert [row for row in rows if names.get(row.code) != row.name] == []
