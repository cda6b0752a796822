"""What an incident's voices say, kept apart: numbers, sides, dates, denials."""

import json
from typing import Any

from sijill.incidents.actors import Strangers
from sijill.incidents.link import Link, Linked
from sijill.incidents.settle import ALONE, Context, settle
from sijill.incidents.telling import Said, Telling
from tests.incidents.told import DAY, FAR, GOVERNORATE, said, told, toll


class Known(Strangers):
    """Knows an agency, a monitor and a party's medium."""

    KINDS = {  # noqa: RUF012 - never changed
        "reuters": "news_agency",
        "sohr": "monitor",
        "locals": "source_generic",
        "sana": "party_media",
    }

    def kind(self, actor_id: str | None) -> str | None:
        return self.KINDS.get(actor_id or "")

    def is_media_of(self, source_id: str) -> str | None:
        return "army" if source_id == "sana" else None


def record(*tellings: Telling, chains: dict[str, str] | None = None) -> dict[str, Any]:
    links = tuple(Link(one, None, None, ()) for one in tellings)
    found = settle(Linked("e-1", links), Context(chains or {}, {}, Known()))
    assert json.loads(json.dumps(found)) == found
    return found


def killed(found: dict[str, Any], of: str = "total") -> tuple[int, int, int]:
    (one,) = (one for one in found["losses"] if (one["kind"], one["of"]) == ("killed", of))
    return one["low"], one["best"], one["high"]


def by(report: str, low: int, *sources: str, published: int = DAY, **more: Any) -> Telling:
    return told(report, said("c-1", toll(low), sources=sources, **more), published=published)


def test_best_is_what_most_independent_voices_say() -> None:
    assert killed(record(by("a", 3), by("b", 5), by("c", 5), by("d", 9))) == (3, 5, 9)


def test_ten_outlets_with_one_agency_are_one_voice() -> None:
    found = record(*(by(f"r{n}", 3, "reuters") for n in range(10)), by("x", 5), by("y", 5))
    assert (found["voices"], killed(found)) == (3, (3, 5, 5))


def test_copies_are_one_voice() -> None:
    chains = {"a": "a", "b": "a"}
    assert record(by("a", 3), by("b", 3), by("c", 5), chains=chains)["voices"] == 2


def test_an_agency_that_quotes_a_monitor_is_the_monitor_s_voice() -> None:
    assert record(by("a", 3, "sohr", "reuters"), by("b", 3, "sohr"))["voices"] == 1


def test_local_sources_of_two_reports_are_two_voices() -> None:
    assert record(by("a", 3, "locals"), by("b", 3, "locals"))["voices"] == 2


def test_a_later_toll_of_a_voice_goes_before_its_earlier_one() -> None:
    found = record(by("a", 3, "sohr"), by("b", 11, "sohr", published=DAY + 1), by("c", 11))
    assert killed(found) == (11, 11, 11)
    words = next(one for one in found["losses"] if one["of"] == "total")["words"]
    assert [(word["low"], word["superseded"]) for word in words] == [
        (11, False),
        (3, True),
        (11, False),
    ]


def test_a_correction_downwards_goes_before_what_it_corrects() -> None:
    assert killed(record(by("a", 20, "sohr"), by("b", 12, "sohr", published=DAY + 1))) == (
        12,
        12,
        12,
    )


def test_at_least_leaves_the_high_end_open() -> None:
    found = record(told("a", said("c-1", toll(25, None))), by("b", 30))
    one = found["losses"][0]
    assert (one["low"], one["best"], one["high"], one["open"]) == (25, 30, 30, True)


def test_a_party_s_count_of_its_enemy_s_dead_moves_only_the_high_end() -> None:
    claim = said("c-1", toll(60, of="army"), by=("isis",), on=("army",), sources=("isis",))
    theirs = told("a", claim._replace(stance="claims"))
    found = record(theirs, told("b", said("c-1", toll(7, of="army"))))
    assert killed(found) == (7, 7, 60)


def test_a_party_s_own_dead_count_as_anybody_s_word() -> None:
    own = said("c-1", toll(7, of="army"), by=("isis",), on=("army",), sources=("sana",))
    found = record(told("a", own._replace(stance="claims")))
    assert next(one for one in found["losses"])["basis"] == "independent"


def test_where_only_a_party_speaks_it_is_said_so() -> None:
    claim = said("c-1", toll(60, of="army"), by=("isis",), on=("army",), sources=("isis",))
    found = record(told("a", claim._replace(stance="claims")))
    assert next(one for one in found["losses"])["basis"] == "party"


def test_lead_and_details_of_one_report_are_not_added() -> None:
    twice = told("a", said("c-1", toll(7)), said("c-2", toll(7)), said("c-3", toll(3)))
    assert killed(record(twice)) == (7, 7, 7)


def test_sides_are_added_and_a_number_without_a_side_is_not() -> None:
    both = told("a", said("c-1", toll(3), toll(5, of="isis")), said("c-2", toll(8, of="unknown")))
    found = record(both)
    assert killed(found) == (8, 8, 8)
    assert killed(found, "civilians") == (3, 3, 3)


def values(found: dict[str, Any], field: str) -> dict[str, list[str]]:
    return {
        one["value"]: one["voices"]
        for contradiction in found["contradictions"]
        if contradiction["field"] == field
        for one in contradiction["values"]
    }


def test_contradictions_are_listed_with_who_says_what() -> None:
    one = told("a", said("c-1", toll(3), by=("russia",)))
    other = told("b", said("c-1", toll(12), by=("army",), day=DAY + 1), day=DAY + 1)
    found = record(one, other)
    assert values(found, "initiator") == {"army": ["b"], "russia": ["a"]}
    assert values(found, "killed") == {"12": ["b"], "3": ["a"]}
    assert values(found, "date") == {"2018-05-15": ["a"], "2018-05-16": ["b"]}


def test_numbers_that_allow_each_other_do_not_contradict() -> None:
    assert not values(record(told("a", said("c-1", toll(5, None))), by("b", 9)), "killed")


def test_the_first_named_side_of_a_clash_contradicts_nobody() -> None:
    def clash(one: str, other: str) -> Said:
        return said(type_="Armed clash", by=(one,), on=(other,))

    found = record(told("a", clash("army", "isis")), told("b", clash("isis", "army")))
    assert not values(found, "initiator")


def test_a_denial_is_listed_and_lowers_no_number() -> None:
    found = record(by("a", 3), told("b", said(stance="denies", sources=("army",))))
    assert found["denials"] == [{"voice": "army", "report": "b", "claim": "c-1"}]
    assert killed(found) == (3, 3, 3)


def test_the_place_is_the_most_precise_one() -> None:
    found = record(told("a", where=GOVERNORATE), told("b"), told("c", where=FAR), told("d"))
    assert found["place"]["id"] == "t1"


def test_settling_again_gives_the_same_whatever_the_order() -> None:
    tellings = [by("a", 3), by("b", 5, "sohr"), by("c", 5, "reuters"), by("d", 9)]
    assert record(*tellings) == record(*reversed(tellings))


def test_nothing_needs_to_be_known_of_actors() -> None:
    assert settle(Linked("e-1", (Link(told("a"), None, None, ()),)), ALONE)["voices"] == 1
