"""What people decided about links: claims that belong together, claims that do not."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sijill.incidents.telling import Key, Telling
from sijill.model.judgement import Judgement, Verdict, claim_of

Pair = tuple[bool, Key, Key]
"""Whether two claims belong together, in the order in which it was decided."""


class Decisions:
    """Merges and splits by claims; where two contradict each other, the later one holds.

    A merge says that all its claims are of one incident, a split that no two of its claims are.
    Both name claims, so that they hold however incidents are made again. What is apart from one
    claim is apart from all that are merged with it.
    """

    def __init__(self, pairs: Sequence[Pair] = ()) -> None:
        self._heads: dict[Key, Key] = {}
        self.overruled: list[tuple[Key, Key]] = []
        """Pairs of earlier decisions that later ones leave no room for."""
        parted: list[tuple[Key, Key]] = []
        for together, one, other in reversed(pairs):
            if one == other:
                continue
            a, b = self.group(one), self.group(other)
            if together and any({self.group(x), self.group(y)} == {a, b} for x, y in parted):
                self.overruled.append((one, other))
            elif together and a != b:
                self._heads[max(a, b)] = min(a, b)
            elif not together and a == b:
                self.overruled.append((one, other))
            elif not together:
                parted.append((one, other))
        self._apart: dict[Key, set[Key]] = {}
        for one, other in parted:
            a, b = self.group(one), self.group(other)
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)
        self._merged = {self.group(key) for key in self._heads}
        self._named = {*self._heads, *self._merged, *(key for pair in parted for key in pair)}
        self.taken_out = self._numbers(parted)
        """Claims that leave their company in their own report, numbered; merged ones alike."""

    def __bool__(self) -> bool:
        return bool(self._named)

    def _numbers(self, parted: Iterable[tuple[Key, Key]]) -> dict[Key, int]:
        # The first claim of a split stays with what is not named, the others leave.
        out = sorted({other for one, other in parted if one[0] == other[0]})
        numbers = {self.group(key): number for number, key in reversed(list(enumerate(out, 1)))}
        return {key: numbers[self.group(key)] for key in out}

    def group(self, key: Key) -> Key:
        """The first of the claims that were merged with this one; itself if none was."""
        while key in self._heads:
            key = self._heads[key]
        return key

    def apart(self, one: Telling, other: Telling) -> bool:
        """Whether a claim of one may not share an incident with a claim of the other."""
        if not self._apart:
            return False
        others = self._groups(other)
        return any(not self._apart.get(a, _NONE).isdisjoint(others) for a in self._groups(one))

    def merged(self, telling: Telling) -> list[Key]:
        """The groups in which claims of the telling were merged with others."""
        return sorted(self._groups(telling) & self._merged) if self._merged else []

    def concerns(self, telling: Telling) -> bool:
        """Whether a person decided anything about a claim of the telling."""
        named = self._named
        return bool(named) and any((telling.report, said.id) in named for said in telling.said)

    def _groups(self, telling: Telling) -> set[Key]:
        return {self.group((telling.report, said.id)) for said in telling.said}


_NONE: set[Key] = set()


def decisions(
    judgements: Iterable[Judgement], moved: Mapping[tuple[str, str], str | None] | None = None
) -> Decisions:
    """The decisions in judgements that stand, in the order in which they were made.

    `moved` gives, by judgement and subject, the claim that a re-coding put in the subject's place,
    or None where it left nothing; such a subject is passed over.
    """
    pairs: list[Pair] = []
    for one in judgements:
        if one.verdict not in (Verdict.MERGE, Verdict.SPLIT):
            continue
        subjects = [(moved or {}).get((one.id, subject), subject) for subject in one.subject]
        keys = [key for subject in subjects if subject and (key := claim_of(subject))]
        together = one.verdict is Verdict.MERGE
        pairs += [(together, a, b) for a, b in combinations(keys, 2)]
    return Decisions(pairs)
