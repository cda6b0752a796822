"""What makes a registry unsound, all faults at once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from sijill.registry.actor import ALIAS_KINDS, KINDS, MATCHES, RELATIONS, Alias
from sijill.registry.table import Tables
from sijill.text.fold import fold

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def problems_of(tables: Tables) -> list[str]:
    """Every fault of the tables, one sentence each; empty if they are sound."""
    return [
        *tables.problems,
        *_actors(tables),
        *_aliases(tables),
        *_relations(tables),
        *_crosswalk(tables),
    ]


def _actors(tables: Tables) -> Iterator[str]:
    named = {alias.actor for alias in tables.aliases}
    for actor in tables.actors.values():
        where = f"actors.csv: {actor.id or actor.name_en!r}"
        if not _SLUG.fullmatch(actor.id):
            yield f"{where}: the id is not lower-case letters, digits and single hyphens"
        if actor.kind not in KINDS:
            yield f"{where}: kind {actor.kind!r} is none of {', '.join(KINDS)}"
        if not actor.name_en or not actor.name_ar:
            yield f"{where}: needs a name in English and in Arabic"
        if actor.start and actor.end and actor.start > actor.end:
            yield f"{where}: ends before it starts"
        if actor.id not in named:
            yield f"{where}: has no name in aliases.csv, so no text can speak of it"
        yield from _bad_countries(where, actor.countries)


def _aliases(tables: Tables) -> Iterator[str]:
    claims: dict[str, list[Alias]] = defaultdict(list)
    for alias in tables.aliases:
        where = f"aliases.csv: {alias.text!r}"
        key = fold(alias.text)
        if len(key) < 2:
            yield f"{where}: too short to look for"
        if alias.actor not in tables.actors:
            yield f"{where}: no actor {alias.actor!r}"
        if alias.kind not in ALIAS_KINDS:
            yield f"{where}: kind {alias.kind!r} is none of {', '.join(ALIAS_KINDS)}"
        if alias.start and alias.end and alias.start > alias.end:
            yield f"{where}: ends before it starts"
        yield from _bad_countries(where, alias.countries)
        claims[key].append(alias)
    for aliases in claims.values():
        yield from _rivals(aliases)


def _rivals(aliases: list[Alias]) -> Iterator[str]:
    """A name with two meanings needs countries or dates that tell them apart."""
    seen = Counter((a.actor, a.countries, a.start, a.end) for a in aliases)
    for (actor, *_), count in seen.items():
        if count > 1:
            yield f"aliases.csv: {aliases[0].text!r} stands {count} times for {actor!r}"
    open_ended = sorted({a.actor for a in aliases if not a.countries and not a.start and not a.end})
    if len(open_ended) > 1:
        yield (
            f"aliases.csv: {aliases[0].text!r} means {' and '.join(open_ended)} "
            "with nothing to tell them apart: give countries or dates"
        )


def _relations(tables: Tables) -> Iterator[str]:
    for relation in tables.relations:
        where = f"relations.csv: {relation.actor} {relation.relation} {relation.target}"
        for end in (relation.actor, relation.target):
            if end not in tables.actors:
                yield f"{where}: no actor {end!r}"
        if relation.relation not in RELATIONS:
            yield f"{where}: the relation is none of {', '.join(RELATIONS)}"
        if relation.actor == relation.target:
            yield f"{where}: an actor cannot stand in relation to itself"
        if relation.start and relation.end and relation.start > relation.end:
            yield f"{where}: ends before it starts"


def _crosswalk(tables: Tables) -> Iterator[str]:
    for row in tables.crosswalk:
        where = f"crosswalk.csv: {row.actor} {row.scheme} {row.code}"
        if row.actor not in tables.actors:
            yield f"{where}: no actor {row.actor!r}"
        if row.relation not in MATCHES:
            yield f"{where}: relation {row.relation!r} is none of {', '.join(MATCHES)}"
        if not row.scheme or not row.code:
            yield f"{where}: needs a scheme and a code"


def _bad_countries(where: str, countries: tuple[str, ...]) -> Iterator[str]:
    for code in countries:
        if len(code) != 2 or not code.isalpha() or not code.isupper():
            yield f"{where}: country {code!r} is not a two-letter ISO code"
