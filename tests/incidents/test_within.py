"""Claims of one place, one kind of event and one time are one incident of their report."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.incidents.within import group
from sijill.model.claim import Claim, Place, Time
from sijill.model.span import Span

NOWHERE = Span(0, 0)


def place(name: str, key: str | None = None) -> Place:
    return Place(name, NOWHERE, name, None, None, 1, place=key)


def day(first: int, last: int | None = None) -> Time:
    return Time(start=date(2024, 5, first), end=date(2024, 5, last or first), precision="day")


def claim(
    type: str = "Armed clash",
    where: Place | None = None,
    when: Time | None = None,
    status: str = "new",
    stance: str = "reports",
) -> Claim:
    return Claim(
        id="",
        type=type,
        trigger="",
        trigger_span=NOWHERE,
        quote="",
        quote_span=NOWHERE,
        time=when or Time(),
        place=where or place("القدم"),
        initiator=(),
        target=(),
        casualties=(),
        sources=(),
        stance=stance,
        status=status,
        incident="",
    )


def labels(*claims: Claim) -> list[str]:
    numbered = [replace(one, id=f"c{n}") for n, one in enumerate(claims)]
    return [one.incident for one in group(numbered)[0]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim(), claim()),
        (claim(), claim(stance="denies")),
        (claim(), claim("Government regains territory")),
        (claim(), claim("Suicide bomb")),
        (claim("Arrests"), claim("Disrupted weapons use")),
        (claim(when=day(3)), claim()),
        (claim(when=day(3)), claim(when=day(2, 5))),
        (claim(where=place("القدم", "sy:1")), claim(where=place("حي القدم", "sy:1"))),
        (claim(where=place("السخنة")), claim(where=place("السخنه"))),
    ],
)
def test_claims_that_may_speak_of_one_thing_share_an_incident(one: Claim, other: Claim) -> None:
    assert labels(one, other) == ["i1", "i1"]
    assert labels(other, one) == ["i1", "i1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim(), claim(where=place("الميدان"))),
        (claim(where=place("الروضة", "ye:1")), claim(where=place("الروضة", "ye:2"))),
        (claim("Attack"), claim("Arrests")),
        (claim("Attack"), claim("Abduction/forced disappearance")),
        (claim(), claim("Air/drone strike")),
        (claim(when=day(3)), claim(when=day(4))),
        (claim(), claim(status="background")),
        (claim(), claim(status="planned")),
    ],
)
def test_claims_that_speak_of_two_things_do_not(one: Claim, other: Claim) -> None:
    assert labels(one, other) == ["i1", "i2"]
    assert labels(other, one) == ["i1", "i2"]


CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from(["Armed clash", "Suicide bomb", "Air/drone strike", "Arrests"]),
        st.none() | st.sampled_from([place("القدم"), place("الروضة", "ye:1")]),
        st.none() | st.builds(day, st.integers(1, 3)),
        st.sampled_from(["new", "ongoing", "background", "planned"]),
    ),
    max_size=8,
).map(lambda claims: [replace(one, id=f"c{n}") for n, one in enumerate(claims)])


@given(CLAIMS)
def test_every_claim_is_in_just_one_incident_and_else_unchanged(claims: list[Claim]) -> None:
    grouped, incidents = group(claims)
    assert [replace(one, incident="") for one in grouped] == claims
    members = [id for incident in incidents for id in incident.claims]
    assert sorted(members) == sorted(one.id for one in claims)
    of = {id: incident.id for incident in incidents for id in incident.claims}
    assert all(of[one.id] == one.incident for one in grouped)


@given(CLAIMS)
def test_incidents_are_numbered_in_order_of_first_claim_with_claims_in_text_order(
    claims: list[Claim],
) -> None:
    _, incidents = group(claims)
    assert [incident.id for incident in incidents] == [f"i{n + 1}" for n in range(len(incidents))]
    firsts = [int(incident.claims[0][1:]) for incident in incidents]
    assert firsts == sorted(firsts)
    for incident in incidents:
        numbers = [int(id[1:]) for id in incident.claims]
        assert numbers == sorted(numbers)
        assert incident.reasons


def test_no_claims_are_no_incidents() -> None:
    assert group([]) == ((), ())


def far(one: Claim, apart: int) -> Claim:
    return replace(one, trigger_span=Span(apart, apart))


def test_what_a_fight_ends_in_belongs_to_it_in_the_same_paragraph_only() -> None:
    fight, flight = claim("Armed clash"), claim("Change to group/activity")
    assert len(group([fight, far(flight, 80)])[1]) == 1
    assert len(group([fight, far(flight, 2000)])[1]) == 2


def test_unrest_and_what_it_burnt_are_one_incident() -> None:
    told = [claim("Peaceful protest"), claim("Violent demonstration")]
    assert len(group([*told, claim("Looting/property destruction")])[1]) == 1
    assert len(group([claim("Armed clash"), claim("Peaceful protest")])[1]) == 2


def test_arrests_told_after_a_fight_are_its_outcome() -> None:
    assert labels(claim(), claim("Arrests")) == ["i1", "i1"]
    assert labels(claim("Arrests"), claim()) == ["i1", "i2"]
