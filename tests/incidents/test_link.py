"""Which tellings come together, and that it makes no difference in what order they came."""

import random

import pytest

from sijill.incidents import spool
from sijill.incidents.decisions import Decisions
from sijill.incidents.link import Linked, link
from sijill.incidents.telling import Telling
from tests.incidents.told import DAY, FAR, GOVERNORATE, TOWN, VILLAGE, said, told, toll


def together(*tellings: Telling, decisions: Decisions | None = None) -> set[str]:
    """The incidents, each as the names of its reports."""
    return {
        " ".join(sorted({link.telling.report for link in one.links}))
        for one in link(tellings, decisions=decisions)
    }


def test_two_voices_on_one_place_day_and_type_are_one_incident() -> None:
    assert together(told("a"), told("b")) == {"a b"}


def test_another_place_far_away_is_another_incident() -> None:
    assert together(told("a"), told("b", where=FAR)) == {"a", "b"}


def test_the_next_village_on_the_same_day_is_another_incident() -> None:
    assert together(told("a"), told("b", where=VILLAGE)) == {"a", "b"}


def test_the_next_day_is_another_incident() -> None:
    assert together(told("a"), told("b", day=DAY + 1)) == {"a", "b"}


def test_the_next_day_with_the_same_losses_is_a_mistake_about_the_day() -> None:
    one = told("a", said("c-1", toll(12), by=("russia",)))
    other = told("b", said("c-1", toll(12), by=("russia",), day=DAY + 1), day=DAY + 1)
    assert together(one, other) == {"a b"}


def test_a_kind_of_event_that_is_told_under_two_names_is_one_incident() -> None:
    other = told("b", said(type_="Shelling/artillery/missile attack"))
    assert together(told("a"), other) == {"a b"}


def test_an_arrest_beside_a_strike_is_another_incident() -> None:
    assert together(told("a"), told("b", said(type_="Arrests"))) == {"a", "b"}


def test_a_rising_toll_is_one_incident() -> None:
    assert together(told("a", said("c-1", toll(3))), told("b", said("c-1", toll(11)))) == {"a b"}


def test_a_denial_joins_what_it_denies() -> None:
    assert together(told("a", said("c-1", toll(3))), told("b", said(stance="denies"))) == {"a b"}


def test_what_is_announced_is_not_what_happened() -> None:
    assert together(told("a"), told("b", said(status="planned"))) == {"a", "b"}


def test_two_things_of_one_report_stay_two() -> None:
    one = told("a", said("c-1"))
    other = told("a", said("c-2", type_="Shelling/artillery/missile attack"))
    assert len(list(link([one, other]))) == 2


def test_a_date_inferred_from_publication_finds_its_incident() -> None:
    news = told("b", said(day=None), day=DAY - 1, last=DAY + 1, precision="published")
    assert together(told("a"), news) == {"a b"}


def test_a_vague_telling_joins_what_it_fits() -> None:
    vague = told("v", said("c-1", toll(12)), where=GOVERNORATE)
    assert together(told("a", said("c-1", toll(12))), vague) == {"a v"}


def test_a_vague_telling_brings_no_two_incidents_together() -> None:
    vague = told("v", said("c-1", toll(12)), where=GOVERNORATE)
    one = told("a", said("c-1", toll(12)))
    other = told("b", said("c-1", toll(12)), where=VILLAGE)
    assert together(one, other, vague) == {"a", "b", "v"}


def test_vague_tellings_with_the_same_losses_are_one_incident() -> None:
    vague = [told(name, said("c-1", toll(17)), where=GOVERNORATE) for name in "ab"]
    assert together(*vague) == {"a b"}


def test_a_middle_that_resembles_both_ends_does_not_chain_them() -> None:
    one = told("a", said("c-1", toll(2), by=("isis",)))
    middle = told("b", said("c-1", toll(8)), last=DAY + 1, precision="days")
    other = told("c", said("c-1", toll(40), by=("russia",), day=DAY + 1), day=DAY + 1)
    assert "a b c" not in together(one, middle, other)


def test_what_has_no_date_finds_only_its_own_words() -> None:
    undated = [told(name, said(day=None, quote=7), day=None) for name in "ab"]
    alone = told("c", said(day=None, quote=8), day=None)
    assert together(*undated, alone) == {"a b", "c"}


def test_every_link_has_its_score_and_reasons() -> None:
    (one,) = link([told("a", words="سوق"), told("b", words="سوق")])
    for found in one.links:
        assert found.score is not None and found.score > 0
        assert found.to is not None and found.to[0] != found.telling.report
        assert "place: same (+3.0)" in found.reasons
        assert "words: سوق (+0.5)" in found.reasons


def test_copies_are_told_once_and_kept_each() -> None:
    copies = [told(name, said(quote=7)) for name in "abc"]
    (one,) = link(copies)
    assert [found.telling.report for found in one.links] == ["a", "b", "c"]
    assert one.links[1].reasons == ("told alike in everything that is compared",)


def plain(found: list[Linked]) -> list[Linked]:
    return sorted(found, key=lambda one: one.id)


@pytest.fixture(scope="module")
def many() -> list[Telling]:
    """Tellings that are close enough to each other for the order to matter, if it could."""
    chance = random.Random(3)
    found = []
    for number in range(300):
        day = DAY + chance.randint(0, 6)
        claim = said(
            "c-1",
            toll(chance.randint(1, 9)),
            by=(chance.choice(("isis", "russia", "sdf")),),
            type_=chance.choice(("Air/drone strike", "Armed clash", "Attack")),
            day=day,
        )
        where = chance.choice((TOWN, VILLAGE, FAR, GOVERNORATE, None))
        last = day + chance.choice((0, 0, 2, 9))
        found.append(told(f"r{number}", claim, where=where, day=day, last=last))
    return found


def test_the_order_of_arrival_changes_nothing(many: list[Telling]) -> None:
    expected = plain(list(link(many)))
    for seed in range(4):
        shuffled = list(many)
        random.Random(seed).shuffle(shuffled)
        assert plain(list(link(shuffled))) == expected


def test_sorting_on_disk_changes_nothing(
    many: list[Telling], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = plain(list(link(many)))
    monkeypatch.setattr(spool, "RUN", 37)
    assert plain(list(link(many))) == expected


def test_every_telling_is_in_one_incident(many: list[Telling]) -> None:
    found = [one.telling.report for incident in link(many) for one in incident.links]
    assert sorted(found) == sorted(one.report for one in many)
