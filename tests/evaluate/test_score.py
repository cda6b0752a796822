"""Scores: the same figures as the reference scorer, and the codebook's rules one by one."""

import copy
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sijill.evaluate.coded import GoldDocument, coded_from, gold_in, predictions_in
from sijill.evaluate.score import SLOTS, rows, score, score_all, total
from sijill.ontology.types import EVENT_TYPE_OF
from tests.evaluate.reference import SETS, gold_files, needs_reference, reference_scores

TYPES = sorted(EVENT_TYPE_OF)


def damaged(value: dict[str, Any], random: Random, strength: float) -> dict[str, Any]:
    """A gold file with claims lost, doubled and edited, as a poor coder would write it."""
    said = copy.deepcopy(value)
    claims = [claim for claim in said["claims"] if random.random() > strength / 2]
    claims += [copy.deepcopy(claim) for claim in claims if random.random() < strength / 2]
    random.shuffle(claims)
    for claim in claims:
        _edit(claim, random, strength)
    said["claims"] = claims
    said["control"] = [one for one in said.get("control", []) if random.random() > strength]
    return said


def _edit(claim: dict[str, Any], random: Random, strength: float) -> None:
    """Each field damaged with the probability `strength`."""
    edits = (_retype, _shorten, _edit_parties, _edit_losses, _move, _redate, _recast, _omit)
    for edit in edits:
        if random.random() < strength:
            edit(claim, random)


def _retype(claim: dict[str, Any], random: Random) -> None:
    claim["type"] = random.choice(TYPES)


def _shorten(claim: dict[str, Any], random: Random) -> None:
    claim["quote"] = claim["quote"][random.randrange(len(claim["quote"])) :]


def _edit_parties(claim: dict[str, Any], random: Random) -> None:
    slot = claim[random.choice(["initiator", "target", "sources"])]
    if slot and random.random() < 0.5:
        slot.pop(random.randrange(len(slot)))
    if slot and random.random() < 0.5:
        slot.append(copy.deepcopy(random.choice(slot)))
    for party in slot:
        party["id"] = random.choice([None, "isis", "civilians", party["id"]])
        party["text"] = party["text"][: random.randint(0, 8)].replace("ة", "ه")


def _edit_losses(claim: dict[str, Any], random: Random) -> None:
    losses = claim["casualties"]
    if losses:
        losses.append(copy.deepcopy(losses[0]))
        random.choice(losses)["max"] = None


def _move(claim: dict[str, Any], random: Random) -> None:
    if claim["place"] is not None:
        shifted = (claim["place"]["lat"] or 0) + random.choice([0.1, 0.4])
        claim["place"]["lat"] = random.choice([None, shifted])
        claim["place"]["precision"] = random.choice([1, 4])
        claim["place"] = random.choice([None, claim["place"], claim["place"]])


def _redate(claim: dict[str, Any], random: Random) -> None:
    claim["time"]["start"] = random.choice([None, "2018-01-01", claim["time"]["start"]])
    claim["time"].pop("end")


def _recast(claim: dict[str, Any], random: Random) -> None:
    claim["stance"], claim["status"] = "denies", "planned"
    claim["incident"] = random.choice(["i1", "i2"])


def _omit(claim: dict[str, Any], random: Random) -> None:
    del claim[random.choice(["place", "time", "sources", "stance", "incident", "type"])]


@needs_reference
@pytest.mark.parametrize("strength", [0.0, 0.1, 0.3, 0.6])
@pytest.mark.parametrize("name", sorted(SETS))
def test_figures_equal_the_reference_scorers(name: str, strength: float, tmp_path: Path) -> None:
    random = Random(f"{name} {strength}")
    said = [damaged(gold, random, strength) for gold in gold_files(name)]
    said = [one for one in said if strength == 0 or random.random() > 0.1]
    file = tmp_path / "said.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in said), encoding="utf-8")
    scored = score_all(gold_in(*SETS[name]), predictions_in(file))
    assert rows(total(scored)) == json.loads(reference_scores(name, file, "--json"))
    by_document = reference_scores(name, file, "--per-document")
    for one in scored:
        headline = f"headline={one.tally.headline():.2f}"
        assert any(
            row.startswith(f"{one.document.gold.name}: ") and row.endswith(headline)
            for row in by_document.splitlines()
        )


@needs_reference
def test_gold_against_itself_is_right_everywhere() -> None:
    said = {gold["document"]: coded_from(gold) for gold in gold_files("seeds")}
    figures = total(score_all(gold_in(*SETS["seeds"]), said)).figures()
    assert set(figures) == set(SLOTS)
    assert {one.f1 for one in figures.values()} == {1.0}


TEXT = "قصف الطيران حي النخيل فجرا ثم اشتبك الطرفان"
STRIKE = {
    "id": "c1",
    "type": "Air/drone strike",
    "trigger": "قصف",
    "quote": "قصف الطيران حي النخيل",
}


def f1(gold: list[dict[str, Any]], said: list[dict[str, Any]], slot: str) -> float:
    one = score(
        GoldDocument(coded_from({"document": "d", "claims": gold}), TEXT),
        coded_from({"document": "d", "claims": said}),
    )
    return one.tally.figures()[slot].f1


def test_claims_of_one_event_type_pair_and_only_the_type_is_wrong() -> None:
    said = [{**STRIKE, "type": "Grenade"}]
    assert (f1([STRIKE], said, "claim"), f1([STRIKE], said, "type")) == (1.0, 0.0)


def test_claims_of_two_event_types_do_not_pair() -> None:
    assert f1([STRIKE], [{**STRIKE, "type": "Attack"}], "claim") == 0.0


def test_quotes_that_share_too_little_do_not_pair() -> None:
    assert f1([STRIKE], [{**STRIKE, "quote": "خيل فجرا ثم اشتبك"}], "claim") == 0.0


def test_a_quote_that_is_not_in_the_text_pairs_with_nothing() -> None:
    assert f1([STRIKE], [{**STRIKE, "quote": "قصف الطيران المدينة"}], "claim") == 0.0


@pytest.mark.parametrize(
    ("gold", "said", "right"),
    [
        ({"text": "قوات النظام", "id": "x"}, {"text": "الجيش", "id": "x"}, True),
        ({"text": "الجيش", "id": "x"}, {"text": "الجيش", "id": "y"}, False),
        ({"text": "تنظيم الدّولة", "id": None}, {"text": "الدوله", "id": "isis"}, True),
        ({"text": "«لواء الفتح»", "id": None}, {"text": "لواء الفتح", "id": None}, True),
        ({"text": "الجيش", "id": None}, {"text": "", "id": None}, False),
    ],
)
def test_parties_agree_by_id_or_else_by_name(
    gold: dict[str, Any], said: dict[str, Any], right: bool
) -> None:
    assert f1([{**STRIKE, "target": [gold]}], [{**STRIKE, "target": [said]}], "target") == right


@pytest.mark.parametrize(
    ("shift", "precision", "right"),
    [(0.1, 1, True), (0.2, 1, False), (0.4, 4, True), (0.7, 4, False)],
)
def test_places_agree_within_15_km_or_60_in_a_province(
    shift: float, precision: int, right: bool
) -> None:
    gold = {"name": "النخيل", "lat": 15.0, "lon": 44.0, "precision": precision}
    said = {**gold, "lat": 15.0 + shift, "precision": 1}
    assert f1([{**STRIKE, "place": gold}], [{**STRIKE, "place": said}], "place") == right


def test_a_place_without_coordinates_agrees_by_name() -> None:
    gold = {"name": "حي النخيل", "lat": 15.0, "lon": 44.0}
    said = {"name": "النخيل", "lat": None, "lon": None}
    assert f1([{**STRIKE, "place": gold}], [{**STRIKE, "place": said}], "place") == 1.0


def test_an_open_end_is_the_start() -> None:
    gold = [{**STRIKE, "time": {"start": "2024-05-14", "end": "2024-05-14"}}]
    said = [{**STRIKE, "time": {"start": "2024-05-14", "end": None}}]
    assert f1(gold, said, "time") == 1.0


def test_doubled_claims_are_spurious() -> None:
    assert f1([STRIKE], [STRIKE, STRIKE], "claim") == pytest.approx(2 / 3)
