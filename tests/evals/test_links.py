"""Reports that tell of one thing come together, and those that do not stay apart.

evals/links/floors.json holds the F1 that is reached. Floors may only rise.
"""

import json
import random
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from sijill.cli.linking import units
from sijill.cli.linkscore import sites, told
from sijill.cli.main import main
from sijill.evaluate.cases import pairs, read_cases
from sijill.evaluate.made import made
from sijill.gazetteer.table import Gazetteer
from sijill.incidents.link import link
from sijill.registry.registry import load as load_registry

ROOT = Path(__file__).parents[2]
LINKS = ROOT / "evals" / "links"
FLOORS = json.loads((LINKS / "floors.json").read_text(encoding="utf-8"))
ASKED = 0.85


def figures(*options: str) -> dict[str, Any]:
    result = CliRunner().invoke(main, ["link", *options, "--json"])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


def test_hand_written_cases_hold_their_floors() -> None:
    found = figures("--evaluate", str(LINKS))
    for name, floor in FLOORS["cases"].items():
        assert found[name]["f1"] >= max(floor, ASKED), (name, found)


def test_made_up_claims_hold_their_floors() -> None:
    found = figures("--made", "4000")
    for name, floor in FLOORS["made"].items():
        assert found[name]["f1"] >= max(floor, ASKED), (name, found)


def test_there_are_enough_pairs_of_every_kind() -> None:
    cases = read_cases(LINKS / "cases.csv")
    assert len(pairs(cases)) >= 60
    kinds = {one.kind for one in cases}
    assert kinds >= {"same", "copy", "update", "retraction", "contradiction", "place", "vague"}


def test_errors_are_listed_with_their_texts() -> None:
    result = CliRunner().invoke(main, ["link", "--evaluate", str(LINKS), "--errors"])
    assert "apart, of one incident:\n  " in result.output


def test_the_order_of_arrival_changes_no_incident_of_made_up_claims() -> None:
    places, registry = Gazetteer.load_default(), load_registry()
    tellings = list(told(list(made(1500, 2, sites(places))), units(places)))
    expected = sorted(link(tellings, registry), key=lambda one: one.id)
    random.Random(4).shuffle(tellings)
    assert sorted(link(tellings, registry), key=lambda one: one.id) == expected
