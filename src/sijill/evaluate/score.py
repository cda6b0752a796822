"""End-to-end precision, recall and F1 of every slot, for one document or many.

What stands in a gold claim without partner is missed, what stands in a predicted claim
without partner is spurious, slot by slot.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sijill.evaluate.agree import SAME, agreeing, same_control
from sijill.evaluate.align import align
from sijill.evaluate.coded import Coded, CodedClaim, GoldDocument, predicted

SLOTS = (
    "claim",
    "type",
    "initiator",
    "target",
    "place",
    "time",
    "casualties",
    "sources",
    "stance",
    "status",
    "incident",
    "control",
)
HEADLINE = ("claim", "type", "initiator", "target", "place", "time", "casualties", "sources")
"""The slots whose mean F1 is the one figure for everything."""
_WHOLE = ("type", "stance", "status")


@dataclass(frozen=True, slots=True)
class Figures:
    """One slot's figures, 0 to 1, not rounded, and how many gold items they rest on."""

    precision: float
    recall: float
    f1: float
    gold: int


@dataclass(slots=True)
class Tally:
    """Counts of right, gold and predicted items by slot; tallies add up."""

    hit: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)

    def add(self, slot: str, hit: int, gold: int, said: int) -> None:
        self.hit[slot] += hit
        self.gold[slot] += gold
        self.said[slot] += said

    def join(self, other: "Tally") -> None:
        self.hit.update(other.hit)
        self.gold.update(other.gold)
        self.said.update(other.said)

    def figures(self) -> dict[str, Figures]:
        """By slot, in the order of SLOTS; a slot that nobody filled has no figures."""
        found: dict[str, Figures] = {}
        for slot in SLOTS:
            hit, gold, said = self.hit[slot], self.gold[slot], self.said[slot]
            if gold or said:
                found[slot] = Figures(
                    precision=hit / said if said else 0.0,
                    recall=hit / gold if gold else 0.0,
                    f1=2 * hit / (gold + said),
                    gold=gold,
                )
        return found

    def headline(self) -> float:
        """Mean of the rounded F1 of the HEADLINE slots that have figures, to 3 digits."""
        figures = self.figures()
        parts = [round(figures[slot].f1, 3) for slot in HEADLINE if slot in figures]
        return round(sum(parts) / len(parts), 3) if parts else 0.0


@dataclass(frozen=True, slots=True)
class Scored:
    """One document's alignment and tally."""

    document: GoldDocument
    said: Coded
    pairs: tuple[tuple[int, int], ...]
    tally: Tally


def score(document: GoldDocument, said: Coded) -> Scored:
    """Predicted claims of one document against its gold."""
    gold_claims, said_claims = document.gold.claims, said.claims
    pairs = tuple(align(gold_claims, said_claims, document.text))
    matched = [(gold_claims[i], said_claims[j]) for i, j in pairs]
    tally = Tally()
    tally.add("claim", len(pairs), len(gold_claims), len(said_claims))
    for slot in _WHOLE:
        hit = sum(getattr(one, slot) == getattr(other, slot) for one, other in matched)
        tally.add(slot, hit, len(gold_claims), len(said_claims))
    for slot, same in SAME.items():
        tally.add(
            slot,
            sum(len(agreeing(a.items(slot), b.items(slot), same)) for a, b in matched),
            sum(len(claim.items(slot)) for claim in gold_claims),
            sum(len(claim.items(slot)) for claim in said_claims),
        )
    _add_links(tally, matched)
    control = agreeing(document.gold.control, said.control, same_control)
    tally.add("control", len(control), len(document.gold.control), len(said.control))
    return Scored(document, said, pairs, tally)


def _add_links(tally: Tally, matched: list[tuple[CodedClaim, CodedClaim]]) -> None:
    """Two matched claims of one incident are a link, in gold and in the prediction."""
    for at, (gold, said) in enumerate(matched):
        for other_gold, other_said in matched[at + 1 :]:
            in_gold = gold.incident == other_gold.incident
            in_said = said.incident == other_said.incident
            tally.add("incident", in_gold and in_said, in_gold, in_said)


def score_all(documents: Iterable[GoldDocument], predictions: Mapping[str, Coded]) -> list[Scored]:
    """Every gold document, in order; one without prediction counts as predicted empty."""
    return [score(one, predicted(one.gold.name, predictions)) for one in documents]


def total(scored: Iterable[Scored]) -> Tally:
    """The tally over several documents: items are pooled, not documents averaged."""
    found = Tally()
    for one in scored:
        found.join(one.tally)
    return found


def rows(tally: Tally) -> dict[str, dict[str, float]]:
    """Figures to 3 digits by slot, then the headline: what `--json` prints."""
    found: dict[str, dict[str, float]] = {
        slot: {
            "precision": round(one.precision, 3),
            "recall": round(one.recall, 3),
            "f1": round(one.f1, 3),
            "gold": one.gold,
        }
        for slot, one in tally.figures().items()
    }
    found["headline"] = {"f1": tally.headline()}
    return found
