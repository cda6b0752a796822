"""The actor registry: who can act or be quoted, under which names, when and on whose side."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz, process

from sijill.errors import RegistryError
from sijill.registry.actor import Actor, Alias, Crosswalk, Relation, within
from sijill.registry.lint import problems_of
from sijill.registry.table import Tables, bundled_folder, read
from sijill.text.fold import fold, loosen

_MARKS = str.maketrans(dict.fromkeys("_-", " ") | dict.fromkeys("\"'“”«»‘’„‟`#()"))
_SAME_SIDE = frozenset(("part_of", "mouthpiece_of"))


class Registry:
    """Actors by id and by name. Never changes after it is made."""

    def __init__(self, tables: Tables) -> None:
        """Raises RegistryError that names every fault, one a line."""
        problems = problems_of(tables)
        if problems:
            raise RegistryError("\n".join(problems))
        self._actors = dict(tables.actors)
        self.kinds: dict[str | None, str] = {a.id: a.kind for a in self._actors.values()}
        """What kind of actor each id is."""
        self._aliases = tuple(tables.aliases)
        self._crosswalk = tuple(tables.crosswalk)
        self._relations: dict[str, list[Relation]] = defaultdict(list)
        self._successors: dict[str, list[Relation]] = defaultdict(list)
        for relation in tables.relations:
            self._relations[relation.actor].append(relation)
            if relation.relation == "successor_of":
                self._successors[relation.target].append(relation)
        self._by_key: dict[str, list[Alias]] = defaultdict(list)
        for alias in self._aliases:
            self._by_key[_key(alias.text)].append(alias)

    def __contains__(self, actor_id: object) -> bool:
        return actor_id in self._actors

    def __len__(self) -> int:
        return len(self._actors)

    def actor(self, actor_id: str) -> Actor:
        """The record of that id. Raises RegistryError if there is none."""
        try:
            return self._actors[actor_id]
        except KeyError:
            raise RegistryError(
                f"no actor {actor_id!r}; `sijill actors find NAME` looks one up"
            ) from None

    def kind(self, actor_id: str | None) -> str | None:
        """What kind of actor that is; None if there is none of that id."""
        return self.kinds.get(actor_id)

    def actors(self) -> tuple[Actor, ...]:
        """Every actor, bundled ones first, in the order of the files."""
        return tuple(self._actors.values())

    def aliases(self) -> tuple[Alias, ...]:
        """Every name of every actor, in the order of the files."""
        return self._aliases

    def names(self, actor_id: str) -> tuple[Alias, ...]:
        """The names of one actor."""
        return tuple(alias for alias in self._aliases if alias.actor == actor_id)

    def relations(self, actor_id: str) -> tuple[Relation, ...]:
        """What the actor is to others."""
        return tuple(self._relations.get(actor_id, ()))

    def crosswalk(self, actor_id: str) -> tuple[Crosswalk, ...]:
        """What other schemes call the actor."""
        return tuple(row for row in self._crosswalk if row.actor == actor_id)

    def lookup(self, key: str) -> tuple[Alias, ...]:
        """The aliases written as `key`, spelling folded; empty if nobody is called that."""
        return tuple(self._by_key.get(_key(key), ()))

    def search(self, query: str, limit: int = 20) -> list[Actor]:
        """Actors whose id or a name resembles `query`: best first, ties in file order."""
        wanted = _key(query)
        names: list[tuple[str, str]] = []
        for actor in self._actors.values():
            names += [(actor.id, actor.id), (actor.id, actor.name_en.lower())]
        names += [(alias.actor, key) for key, found in self._by_key.items() for alias in found]
        scores: dict[str, float] = {}
        choices = [name for _, name in names]
        for name, score, index in process.extract(
            wanted, choices, scorer=fuzz.WRatio, limit=None, score_cutoff=80
        ):
            exact = 100.0 if name == wanted else 20.0 if wanted in name else 0.0
            actor_id = names[index][0]
            scores[actor_id] = max(scores.get(actor_id, 0.0), score + exact)
        order = {actor_id: place for place, actor_id in enumerate(self._actors)}
        best = sorted(scores, key=lambda actor_id: (-scores[actor_id], order[actor_id]))
        return [self._actors[actor_id] for actor_id in best[:limit]]

    def is_media_of(self, source_id: str, day: date | None = None) -> str | None:
        """Whose mouthpiece the source is; None if it speaks for nobody or is not known.

        On `day` where that is given and stated; else the first that it spoke for.
        """
        owners = [r for r in self._relations.get(source_id, ()) if r.relation == "mouthpiece_of"]
        for relation in owners:
            if day is not None and within(day, relation.start, relation.end):
                return relation.target
        return owners[0].target if owners else None

    def affiliated(self, one: str, other: str, day: date | None = None) -> bool:
        """Whether the two speak or act for one side.

        True for the same actor, a part and its whole, two parts of one whole, and a medium and
        the party whose mouthpiece it is. Allies and sponsors are other sides.
        """
        return not self._wholes(one, day).isdisjoint(self._wholes(other, day))

    def allied(self, one: str, other: str, day: date | None = None) -> bool:
        """Whether the two fight on one side: affiliated, or allies on `day`."""
        if self.affiliated(one, other, day):
            return True
        return any(
            relation.relation == "allied_with"
            and relation.target == ally
            and (day is None or within(day, relation.start, relation.end))
            for actor, ally in ((one, other), (other, one))
            for relation in self._relations.get(actor, ())
        )

    def countries(self, actor_id: str) -> tuple[str, ...]:
        """Where the actor is at work, home first; empty if anywhere or not known."""
        actor = self._actors.get(actor_id)
        return actor.countries if actor else ()

    def active(self, actor_id: str, day: date | None) -> bool:
        """Whether the actor existed on `day`; an unknown day or range counts as yes."""
        actor = self.actor(actor_id)
        return day is None or within(day, actor.start, actor.end)

    def at(self, actor_id: str, day: date | None) -> str:
        """Who bears the actor's office on `day`: itself, or the successor that took over.

        Follows `successor_of` between state forces only: a government's army is its successor's
        army, while a group that merged keeps its own name.
        """
        actor = self._actors.get(actor_id)
        if actor is None or day is None or actor.end is None or day <= actor.end:
            return actor_id
        for relation in self._successors.get(actor_id, ()):
            heir = self._actors[relation.actor]
            if heir.kind == actor.kind and self.active(heir.id, day):
                return heir.id
        return actor_id

    def _wholes(self, actor_id: str, day: date | None) -> set[str]:
        found = {actor_id}
        waiting = [actor_id]
        while waiting:
            for relation in self._relations.get(waiting.pop(), ()):
                if relation.relation not in _SAME_SIDE or relation.target in found:
                    continue
                if day is None or within(day, relation.start, relation.end):
                    found.add(relation.target)
                    waiting.append(relation.target)
        return found


def load(overlays: Sequence[Path] = ()) -> Registry:
    """The bundled registry with the user's folders laid over it, in order.

    Raises RegistryError that names every fault.
    """
    tables = Tables()
    for folder in (bundled_folder(), *overlays):
        read(folder, tables)
    return Registry(tables)


def _key(text: str) -> str:
    return " ".join(loosen(fold(text.translate(_MARKS))).split())
