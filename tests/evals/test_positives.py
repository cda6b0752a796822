"""A line must be enough: single sentences that each tell of one event yield it.

Each row of evals/ar/positives.csv holds one event of the named type. evals/positives_floor.json
says what share of them must yield a claim of that type. The floor may only rise.
"""

import csv
import json
from pathlib import Path

import sijill
from sijill.ontology.types import EVENT_TYPE_OF

ROOT = Path(__file__).parents[2]
SENTENCES = ROOT / "evals" / "ar" / "positives.csv"
FLOOR = ROOT / "evals" / "positives_floor.json"


def test_single_sentences_yield_the_event_that_they_tell() -> None:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 200
    assert {row["type"] for row in rows} <= set(EVENT_TYPE_OF)
    engine = sijill.load("ar")
    missed = [
        f"{row['id']} ({row['type']}): {row['text']}"
        for row in rows
        if row["type"] not in {claim.type for claim in engine(row["text"]).claims}
    ]
    share = 1 - len(missed) / len(rows)
    floor = json.loads(FLOOR.read_text(encoding="utf-8"))["share"]
    assert share >= floor, f"{share:.4f} < {floor}; missed:\n" + "\n".join(missed)
