"""What kind of party an actor is: armed, a state's, civilian."""

import pytest

from sijill.claims.scene import Scene
from sijill.claims.side import any_armed, is_armed, is_civilian, is_government, is_state, kind_of
from sijill.model.mention import ActorMention
from sijill.model.span import Span
from tests.claims.room import scene


@pytest.fixture(scope="module")
def seen() -> Scene:
    return scene("نص قصير.")


def _actor(id: str | None, kind: str = "armed_group") -> ActorMention:
    return ActorMention(Span(0, 2), Span(0, 2), id, "test", kind=kind)


def test_the_registry_goes_before_what_the_words_look_like(seen: Scene) -> None:
    assert kind_of(seen, _actor("saf", kind="party")) == "state_forces"
    assert kind_of(seen, _actor(None, kind="party")) == "party"
    assert kind_of(seen, _actor("not-in-the-registry", kind="tribe")) == "tribe"


@pytest.mark.parametrize("id", ["isis", "saf", "russia", "coalition", "sdf", "wagner"])
def test_groups_armies_states_and_coalitions_can_fight(seen: Scene, id: str) -> None:
    assert is_armed(seen, _actor(id))


@pytest.mark.parametrize("id", ["sohr", "soc", "civilians"])
def test_monitors_parties_and_civilians_cannot(seen: Scene, id: str) -> None:
    assert not is_armed(seen, _actor(id))


def test_civilians_are_so_by_id_or_by_kind(seen: Scene) -> None:
    assert is_civilian(_actor("civilians"))
    assert is_civilian(_actor(None, kind="civilians"))
    assert not is_civilian(_actor("isis"))


def test_one_armed_party_is_enough(seen: Scene) -> None:
    assert any_armed(seen, [_actor("civilians"), _actor("isis")])
    assert not any_armed(seen, [_actor("civilians")])
    assert not any_armed(seen, [])


def test_a_state_is_its_army_or_itself_but_no_rebel(seen: Scene) -> None:
    assert is_state(seen, _actor("saf"))
    assert is_state(seen, _actor("turkey"))
    assert not is_state(seen, _actor("rsf"))


def test_an_army_is_the_government_of_its_own_country_alone(seen: Scene) -> None:
    assert is_government(seen, _actor("saf"), "SD")
    assert not is_government(seen, _actor("turkey"), "SY")
    assert not is_government(seen, _actor("isis"), "IQ")


def test_those_who_fight_for_a_government_count_for_it(seen: Scene) -> None:
    assert is_government(seen, _actor("ndf"), "SY")


def test_an_army_counts_as_the_government_where_no_country_is_known(seen: Scene) -> None:
    assert is_government(seen, _actor("saf"), None)
    assert is_government(seen, _actor(None, kind="state_forces"), "SD")
