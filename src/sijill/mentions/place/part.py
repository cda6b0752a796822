"""A place expression while it is being read: token ranges, not yet characters."""

from dataclasses import dataclass

from sijill.mentions.place.vocabulary import Known, TypeNoun
from sijill.model.span import Span


@dataclass(slots=True)
class Part:
    """One place as far as it has been read. Token ranges are half-open."""

    start: int
    end: int
    head: Span
    """Characters of the name."""
    name: str
    rule: str
    whole: Span
    """Characters of the whole expression."""
    noun: TypeNoun | None = None
    kind: str | None = None
    known: Known | None = None
    operator: str | None = None
    direction: str | None = None
    role: str = "at"
    anaphor: bool = False
    parent: "Part | None" = None
    full: str | None = None
    """The name with its noun or operator, where a list of places would show it so."""
    clitic: str = ""
    """Letters before the first word, the article aside."""
    group: int | None = None
    strong: bool = True
    """Found by a cue of its own; a weak one needs the rest of the document."""
    apart: bool = False
    """A list member with a noun of its own that an operator before the list does not reach."""
    cued: bool = False
    """A locative preposition stands before it."""
    expected: bool = False
    """An event's words let a place follow here."""

    def extend(self, other: "Part") -> None:
        """Take in the tokens and characters of `other`."""
        self.start = min(self.start, other.start)
        self.end = max(self.end, other.end)
        self.whole = self.whole.join(other.whole)

    def adopt(self, parent: "Part") -> None:
        """Hang `parent` at the end of the chain of parents."""
        node = self
        while node.parent is not None:
            node = node.parent
        if node is not parent:
            node.parent = parent
        self.extend(parent)


_SIZE = {
    "country": 6,
    "adm1": 5,
    "governorate": 5,
    "strip": 5,
    "desert": 4,
    "region": 4,
    "adm2": 4,
    "district": 4,
    "plain": 4,
    "mountain": 2,
    "valley": 2,
    "river": 4,
    "city": 3,
    "adm3": 3,
    "town": 2,
    "camp": 1,
    "village": 1,
    "settlement": 1,
    "neighbourhood": 1,
}


def size(part: Part) -> int:
    """How large the place is said to be, 0 (a site) to 6 (a country); the largest reading."""
    if part.operator == "countryside":
        return 5
    if part.noun is not None and part.kind not in (None, "region", "territory"):
        return _SIZE.get(part.kind or "", 0)
    if part.known is not None:
        return max((_SIZE.get(kind, 0) for kind in part.known.kinds), default=0)
    return _SIZE.get(part.kind or "", 1)


def least(part: Part) -> int:
    """The smallest reading of its size."""
    if part.kind == "region" and part.known is None:
        return 1
    if part.known is not None and part.operator != "countryside":
        if part.noun is not None and part.kind not in (None, "region", "territory"):
            return _SIZE.get(part.kind or "", 0)
        return min((_SIZE.get(kind, 0) for kind in part.known.kinds), default=0)
    return size(part)
