"""What went wrong, one sentence each: claims missed and spurious, values that differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sijill.evaluate.agree import SAME, agreeing
from sijill.evaluate.coded import CodedClaim
from sijill.evaluate.score import Scored


@dataclass(frozen=True, slots=True)
class Mistake:
    """`kind` is `missed claim`, `spurious claim` or the name of a slot."""

    kind: str
    document: str
    claim: str
    """Gold claim id; for a spurious claim the predicted one's."""
    gold: str
    said: str

    def __str__(self) -> str:
        values = f"gold {self.gold or '-'} | said {self.said or '-'}"
        return f"{self.document} {self.claim} {self.kind}: {values}"


def mistakes(scored: Scored) -> Iterator[Mistake]:
    """The mistakes of one document: claims first, then the values of matched claims."""
    name = scored.document.gold.name
    gold, said = scored.document.gold.claims, scored.said.claims
    matched = dict(scored.pairs)
    for i, claim in enumerate(gold):
        if i not in matched:
            yield Mistake("missed claim", name, claim.id, _brief(claim), "")
    for j in sorted(set(range(len(said))) - set(matched.values())):
        yield Mistake("spurious claim", name, said[j].id, "", _brief(said[j]))
    for i, j in scored.pairs:
        yield from _values(name, gold[i], said[j])


def _values(name: str, gold: CodedClaim, said: CodedClaim) -> Iterator[Mistake]:
    for slot in ("type", "stance", "status"):
        one, other = getattr(gold, slot), getattr(said, slot)
        if one != other:
            yield Mistake(slot, name, gold.id, str(one), str(other))
    for slot, same in SAME.items():
        items, others = gold.items(slot), said.items(slot)
        pairs = agreeing(items, others, same)
        if len(pairs) < max(len(items), len(others)):
            missed = _left(items, [i for i, _ in pairs])
            spurious = _left(others, [j for _, j in pairs])
            yield Mistake(slot, name, gold.id, missed, spurious)


def _left(items: Sequence[Any], paired: Sequence[int]) -> str:
    return "; ".join(_said(item) for at, item in enumerate(items) if at not in paired)


def _said(item: Any) -> str:
    if isinstance(item, tuple):
        return " ".join("…" if part is None else str(part) for part in item)
    known = [f"{item.get('text') or item.get('name')}"]
    known += [str(item["id"])] if item.get("id") else []
    if item.get("lat") is not None:
        known.append(f"{item.get('name')} {item['lat']:.3f},{item['lon']:.3f}")
    return " = ".join(known)


def _brief(claim: CodedClaim) -> str:
    return f"{claim.type} [{claim.trigger}] {claim.quote}"
