"""Fit the weights of packs/ar/confidence.toml from coded reports.

    python scripts/fit_confidence.py GOLD_DIR TEXT_DIR [GOLD_DIR TEXT_DIR …] [--sentences FILE.csv]
        [--ordinary FILE.csv] [--events FILE.csv] [--floor F]

A claim that aligns with a gold claim is a positive example, one that does not a negative one. A
sentence file (columns event_type, label, text, as in the Arabic event gold standard) adds its
rejected sentences as negatives and the surest claim of each accepted one as a positive; a file of
ordinary news (column text) adds negatives; a file of single events (columns type, text) adds the
claims of that type as positives. The model is a logistic regression over the named
evidence of `sijill.claims.evidence`, fitted by gradient descent with a penalty on large weights, so
that the table stays readable: a weight is the change in log-odds that its evidence brings.
"""

import argparse
import csv
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import sijill
from sijill.evaluate.align import align
from sijill.evaluate.coded import coded_from, gold_in
from sijill.lexicon.pack import bundled
from sijill.model.claim import Claim
from sijill.model.codec import to_json
from sijill.ontology.types import EVENT_TYPE_OF

PACK = Path(__file__).parents[1] / "src" / "sijill" / "packs" / "ar" / "confidence.toml"
WANTED = {
    "ASSAULT": {"Battles", "Explosions/Remote violence", "Violence against civilians"},
    "PROTEST": {"Protests", "Riots"},
}
EPOCHS, RATE, PENALTY = 60, 0.15, 0.002
CODED = 2.0
"""Weight of a claim of a coded report, and of a sentence that all accept."""
SINGLE = 1.5
"""Weight of a claim of a single event: one line must be enough to tell of it."""
ORDINARY = 2.0
"""Weight of a claim in ordinary news, which should yield none."""
REJECTED = {"easy no": 1.2, "difficult no": 0.7}
"""Weight of a claim of a sentence that all, or most, reject."""
RARE = 20
"""Evidence seen fewer times than this gets no weight of its own."""

Example = tuple[tuple[str, ...], float, float]
"""Evidence, label, weight of the example."""


def names_of(claim: Claim) -> tuple[str, ...]:
    """The evidence that the engine noted for a claim."""
    for trace in claim.trace:
        if trace.field == "claim":
            return tuple(trace.because.split("; "))
    return ()


def held_out(table: Path) -> frozenset[str]:
    """The reports that a set keeps for testing: no weight may have seen them."""
    if not table.exists():
        return frozenset()
    with table.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return frozenset(row["name"] for row in rows if row.get("split") == "test")


def documents(engine: sijill.Engine, gold: Path, texts: Path) -> Iterator[Example]:
    kept_back = held_out(texts.parent / "documents.tsv")
    for document in gold_in(gold, texts):
        if document.gold.name in kept_back:
            continue
        day = document.gold.published
        published = date.fromisoformat(day) if day else None
        report = engine(document.text, published=published, name=document.gold.name)
        said = coded_from(to_json(report))
        paired = {j for _, j in align(document.gold.claims, said.claims, document.text)}
        for number, claim in enumerate(report.claims):
            yield names_of(claim), float(number in paired), CODED


def sentences(engine: sijill.Engine, file: Path, model: dict[str, float]) -> Iterator[Example]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            wanted = WANTED[row["event_type"]]
            found = [
                names_of(claim)
                for claim in engine(row["text"]).claims
                if EVENT_TYPE_OF[claim.type] in wanted and claim.status != "planned"
            ]
            if row["label"] == "yes" and found:
                yield max(found, key=lambda names: score(names, model)), 1.0, CODED
            elif row["label"] in REJECTED:
                share = REJECTED[row["label"]]
                yield from ((names, 0.0, share) for names in found)


def ordinary(engine: sijill.Engine, file: Path) -> Iterator[Example]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield from ((names_of(c), 0.0, ORDINARY) for c in engine(row["text"]).claims)


def events(engine: sijill.Engine, file: Path) -> Iterator[Example]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for claim in engine(row["text"]).claims:
                right = EVENT_TYPE_OF[claim.type] == EVENT_TYPE_OF.get(row["type"])
                yield names_of(claim), float(right), SINGLE


def score(names: tuple[str, ...], model: dict[str, float]) -> float:
    return model.get("bias", 0.0) + sum(model.get(name, 0.0) for name in names)


def fit(examples: list[Example]) -> dict[str, float]:
    """Weights by passes in a seeded order; deterministic."""
    counts = Counter(name for names, _, _ in examples for name in names)
    model = {"bias": 0.0, **{name: 0.0 for name, n in counts.items() if n >= RARE}}
    order = list(examples)
    shuffle = random.Random(0).shuffle
    for epoch in range(EPOCHS):
        rate = RATE / (1 + 0.2 * epoch)
        shuffle(order)
        for names, label, share in order:
            known = [name for name in names if name in model]
            error = share * (label - 1 / (1 + math.exp(-score(names, model))))
            model["bias"] += rate * error
            for name in known:
                model[name] += rate * (error - PENALTY * model[name])
    return model


def write(model: dict[str, float], floor: float, size: int) -> None:
    lines = [
        "# How much each piece of evidence speaks for a claim: changes in log-odds, fitted by",
        f"# scripts/fit_confidence.py on {size} claims of annotated texts. A claim below `floor`",
        "# is not given.",
        "",
        f"floor = {floor}",
        "",
        "[weights]",
    ]
    order = sorted(model, key=lambda name: (name != "bias", name))
    lines += [f'"{name}" = {model[name]:.3f}' for name in order if abs(model[name]) >= 0.0005]
    PACK.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pairs", nargs="+", type=Path, help="GOLD_DIR TEXT_DIR, any number")
    parser.add_argument("--sentences", type=Path, action="append", default=[])
    parser.add_argument("--ordinary", type=Path, action="append", default=[])
    parser.add_argument("--events", type=Path, action="append", default=[])
    parser.add_argument("--floor", type=float, default=0.34)
    args = parser.parse_args()
    pack = bundled("ar")
    engine = sijill.Engine(replace(pack, rules={**pack.rules, "confidence": {}}))
    examples: list[Example] = []
    for gold, texts in zip(args.pairs[::2], args.pairs[1::2], strict=True):
        examples += documents(engine, gold, texts)
    for file in args.ordinary:
        examples += ordinary(engine, file)
    for file in args.events:
        examples += events(engine, file)
    model = fit(examples)
    for file in args.sentences:
        examples += sentences(engine, file, model)
    model = fit(examples)
    write(model, args.floor, len(examples))
    right = sum((score(n, model) > 0) == (y > 0.5) for n, y, _ in examples)
    sys.stdout.write(f"{len(examples)} claims, {right / len(examples):.3f} told right\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
