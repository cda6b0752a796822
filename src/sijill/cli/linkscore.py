"""How well claims are linked: on hand-written reports, and on made-up claims with known truth."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import click

from sijill.cli.engine import load
from sijill.cli.linking import units
from sijill.evaluate.cases import Case, pairs, read_cases
from sijill.evaluate.linking import Figures, b_cubed, confusions, pairwise
from sijill.evaluate.made import Made, Site, made
from sijill.gazetteer.row import ADM1
from sijill.gazetteer.table import Gazetteer
from sijill.incidents.link import link
from sijill.incidents.telling import Telling, Units, tellings_of
from sijill.registry.registry import load as load_registry

COUNTRY = "SY"
"""Of the sites of made-up incidents: the country that has most of them."""
_SETTLEMENTS = ("city", "town", "village", "neighbourhood")


def show_cases(folder: Path, *, errors: bool, as_json: bool) -> None:
    """Print the figures on `cases.csv`, coded by the engine and linked all at once."""
    cases = read_cases(folder / "cases.csv")
    found = incidents_of(cases)
    truth = {one.id: one.truth for one in cases}
    if errors:
        _show_errors({one.id: f"{one.id} ({one.kind}) {one.text}" for one in cases}, truth, found)
    figures = {
        "pairs": _within(cases, found),
        "pairwise": pairwise(truth, found),
        "b_cubed": b_cubed(truth, found),
    }
    _show(f"{len(cases)} reports, {len(pairs(cases))} pairs of one case", figures, as_json)


def show_made(count: int, seed: int, *, errors: bool, as_json: bool) -> None:
    """Print the figures on made-up claims."""
    places = Gazetteer.load_default()
    reports = list(made(count, seed, sites(places)))
    truth = {f"{one.report}:{id_}": label for one in reports for id_, label in one.truth.items()}
    found: dict[str, str] = {}
    shown: dict[str, str] = {}
    for incident in link(told(reports, units(places)), load_registry()):
        for one in incident.links:
            for said in one.telling.said:
                key = f"{one.telling.report}:{said.id}"
                found[key] = incident.id
                if errors:
                    shown[key] = f"{truth[key]}: {_telling(one.telling)}"
    if errors:
        _show_errors(shown, truth, found)
    figures = {"pairwise": pairwise(truth, found), "b_cubed": b_cubed(truth, found)}
    _show(f"{len(truth)} claims of {len(set(truth.values()))} incidents", figures, as_json)


def incidents_of(cases: Sequence[Case]) -> dict[str, str]:
    """For each report the incident that has most of its claims; of two, the first told.

    A report in which nothing is found stands alone.
    """
    engine, area = load("ar", None), units(Gazetteer.load_default())
    ids: dict[str, str] = {}
    tellings: list[Telling] = []
    order: dict[tuple[str, str], int] = {}
    for case in cases:
        report = engine(case.text, published=case.published, name=case.id)
        # Two cases could be one text: then it is the same report, found in two places.
        sha = sha256(f"{case.id}:{report.document.sha256}".encode()).hexdigest()
        ids[sha] = case.id
        order.update({(sha, claim.id): place for place, claim in enumerate(report.claims)})
        tellings += tellings_of(sha, case.published, report.claims, area)
    votes: dict[str, Counter[str]] = {}
    first: dict[tuple[str, str], int] = {}
    for incident in link(tellings, load_registry()):
        for one in incident.links:
            case_id = ids[one.telling.report]
            for said in one.telling.said:
                votes.setdefault(case_id, Counter())[incident.id] += 1
                place = order[one.telling.report, said.id]
                first[case_id, incident.id] = min(place, first.get((case_id, incident.id), place))
    return {case.id: _main(case.id, votes.get(case.id, {}), first) for case in cases}


def _main(case_id: str, votes: Mapping[str, int], first: Mapping[tuple[str, str], int]) -> str:
    if not votes:
        return f"none:{case_id}"
    return min(votes, key=lambda one: (-votes[one], first[case_id, one]))


def told(reports: Sequence[Made], area: Units) -> Iterator[Telling]:
    """The tellings of made-up reports."""
    for one in reports:
        yield from tellings_of(one.report, one.published, one.claims, area)


def sites(places: Gazetteer) -> list[Site]:
    """Settlements to put made-up incidents in, in the gazetteer's order."""
    rows = list(places)
    names = {row.id: row.name for row in rows if row.kind == ADM1}
    return [
        Site(
            row.id,
            row.name,
            row.lat,
            row.lon,
            row.uncertainty_km,
            row.country,
            row.adm1,
            names[row.adm1],
        )
        for row in rows
        if row.country == COUNTRY and row.kind in _SETTLEMENTS and row.adm1 in names
    ]


def _within(cases: list[Case], found: Mapping[str, str]) -> Figures:
    """Over the pairs of one case alone: the hard ones."""
    asked = [(a.truth == b.truth, found[a.id] == found[b.id]) for a, b in pairs(cases)]
    right = sum(true and said for true, said in asked)
    together = sum(said for _, said in asked)
    belong = sum(true for true, _ in asked)
    return Figures(right / together if together else 1.0, right / belong if belong else 1.0)


def _show(head: str, figures: Mapping[str, Figures], as_json: bool) -> None:
    if as_json:
        values = {
            name: {"p": round(one.precision, 3), "r": round(one.recall, 3), "f1": round(one.f1, 3)}
            for name, one in figures.items()
        }
        click.echo(json.dumps(values))
        return
    click.echo(head)
    click.echo(f"{'':<12}{'P':>7}{'R':>7}{'F1':>7}")
    for name, one in figures.items():
        click.echo(f"{name:<12}{one.precision:>7.3f}{one.recall:>7.3f}{one.f1:>7.3f}")


def _show_errors(
    shown: Mapping[str, str], truth: Mapping[str, str], found: Mapping[str, str]
) -> None:
    for one in confusions(truth, found):
        click.echo(
            "together, and not of one incident:" if one.together else "apart, of one incident:"
        )
        click.echo(f"  {shown[one.one]}\n  {shown[one.other]}")
    click.echo()


def _telling(one: Telling) -> str:
    where = one.where
    said = one.said[0]
    tolls = ", ".join(f"{toll.kind} {toll.low}" for toll in said.tolls)
    place = "no place" if where is None else f"{where.name} ({where.precision})"
    days = f"{one.start}-{one.end} {one.precision}"
    return f"{said.type}, {place}, {days}, by {'/'.join(said.initiators) or '?'}, {tolls or '-'}"
