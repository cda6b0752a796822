"""Conditions on words and names: by the index where few rows hold them, row by row where many do.

A word that stands in half of all claims is a poor guide: gathering and sorting its claims costs a
hundred times what it costs to walk them from the newest on until enough are found.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    cast,
    exists,
    func,
    literal_column,
    or_,
    select,
    table,
    union,
    union_all,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from sijill.store.query import Phrase, Side, Term
from sijill.store.schema import claims, parties, reports

Condition = ColumnElement[bool]
Ids = Select[Any]

SPARSE = 2_000
"""Rows that are gathered and sorted gladly; above, rows are walked."""


def in_claims(connection: Connection, terms: Sequence[Term]) -> list[Condition]:
    """Claims that hold every term: in their own words, or as an actor or a place."""
    plain = [term for term in terms if not term.actors and not term.places]
    held = _plain(connection, claims, plain)
    for term in terms:
        if term not in plain:
            ways = [_hits(connection, claims, [term.phrases]), *_named(term, claims.c.id)]
            held.append(_either(connection, claims.c.id, ways, claim_holds(connection, term)))
    return held


def in_reports(connection: Connection, terms: Sequence[Term]) -> list[Condition]:
    """Reports whose text holds every term, or one of whose claims has it as actor or place."""
    plain = [term for term in terms if not term.actors and not term.places]
    held = _plain(connection, reports, plain)
    for term in terms:
        if term not in plain:
            ways = [_hits(connection, reports, [term.phrases]), *_named(term, claims.c.report_id)]
            held.append(_either(connection, reports.c.id, ways, report_holds(connection, term)))
    return held


def in_reports_of_claims(connection: Connection, terms: Sequence[Term]) -> list[Condition]:
    """Claims of reports that hold every term."""
    if not terms:
        return []
    fitting = select(reports.c.id).where(*in_reports(connection, terms))
    tests = [report_holds(connection, term) for term in terms]
    walked = exists().where(reports.c.id == claims.c.report_id, *tests)
    return [_either(connection, claims.c.report_id, [fitting], walked)]


def with_side(connection: Connection, side: Side) -> Condition:
    """Claims with one of these actors, in one role or in any."""
    asked: list[Condition] = [parties.c.actor.in_(side.actors)]
    if side.role is not None:
        asked.append(parties.c.role == side.role)
    ways = [select(parties.c.claim_id).where(*asked)]
    walked = exists().where(parties.c.claim_id == claims.c.id, *asked)
    return _either(connection, claims.c.id, ways, walked)


def claim_holds(connection: Connection, term: Term) -> Condition:
    """Whether one claim, looked at by itself, holds the term."""
    ways = [_holds(connection, claims, term.phrases)]
    if term.actors:
        has = parties.c.actor.in_(term.actors)
        ways.append(exists().where(parties.c.claim_id == claims.c.id, has))
    if term.places:
        ways.append(func.coalesce(claims.c.place, "").in_(term.places))
    return or_(*ways)


def report_holds(connection: Connection, term: Term) -> Condition:
    """Whether one report, looked at by itself, holds the term."""
    ways = [_holds(connection, reports, term.phrases)]
    inner = claims.alias()
    if term.actors:
        has = parties.c.actor.in_(term.actors)
        joined = and_(parties.c.claim_id == inner.c.id, has)
        ways.append(exists().where(inner.c.report_id == reports.c.id, joined))
    if term.places:
        placed = inner.c.place.in_(term.places)
        ways.append(exists().where(inner.c.report_id == reports.c.id, placed))
    return or_(*ways)


def _plain(connection: Connection, rows: Any, terms: Sequence[Term]) -> list[Condition]:
    """Words alone: asked for all together, as two common words may be rare beside each other."""
    if not terms:
        return []
    hits = _hits(connection, rows, [term.phrases for term in terms])
    walked = and_(*(_holds(connection, rows, term.phrases) for term in terms))
    return [_either(connection, rows.c.id, [hits], walked)]


def _either(
    connection: Connection, column: ColumnElement[int], ways: Sequence[Ids], walked: Condition
) -> Condition:
    """`column` is among the ids, if they are few; else the test of each row."""
    some = union_all(*(select(way.limit(SPARSE + 1).subquery()) for way in ways))
    counted = select(func.count()).select_from(some.subquery())
    if int(connection.execute(counted).scalar_one()) > SPARSE:
        return walked
    few = (ways[0] if len(ways) == 1 else union(*ways)).cte()
    if connection.dialect.name == "postgresql":
        # Else it may take the ids for a mere test and walk all rows to apply it.
        few = few.prefix_with("MATERIALIZED")
    return column.in_(select(few.c[0]))


def _named(term: Term, column: ColumnElement[int]) -> list[Ids]:
    """Numbers of claims, or of their reports, with the term's actors or places."""
    found: list[Ids] = []
    if term.actors:
        joined = select(column).join(parties, parties.c.claim_id == claims.c.id)
        found.append(joined.where(parties.c.actor.in_(term.actors)))
    if term.places:
        found.append(select(column).where(claims.c.place.in_(term.places)))
    return found


def _hits(connection: Connection, rows: Any, asked: Sequence[Sequence[Phrase]]) -> Ids:
    """Numbers of the rows whose stems hold a phrase of each list, by the word index."""
    if connection.dialect.name == "postgresql":
        tests = [_holds(connection, rows, phrases) for phrases in asked]
        return select(rows.c.id).where(*tests)
    index = f"{rows.name}_words"
    match: Condition = literal_column(index)
    match = match.op("MATCH")(" AND ".join(_expression(one, " OR ", " AND ", '"') for one in asked))
    return select(literal_column("rowid").label("id")).select_from(table(index)).where(match)


def _holds(connection: Connection, rows: Any, phrases: Sequence[Phrase]) -> Condition:
    """Whether a row's stems hold one of the phrases."""
    if connection.dialect.name == "postgresql":
        vector: Condition = literal_column(f"{rows.name}.words")
        return vector.op("@@")(cast(_expression(phrases, " | ", " & ", "'"), TSQUERY))
    return or_(
        *(
            and_(
                *(
                    or_(*(func.instr(rows.c.stems, f" {form} ") > 0 for form in forms))
                    for forms in phrase
                )
            )
            for phrase in phrases
        )
    )


def _expression(phrases: Sequence[Phrase], either: str, both: str, mark: str) -> str:
    """The phrases in a database's own language. Stems are letters and digits, nothing to escape."""

    def joined(parts: Iterable[str], sign: str) -> str:
        listed = list(parts)
        return listed[0] if len(listed) == 1 else f"({sign.join(listed)})"

    def word(forms: tuple[str, ...]) -> str:
        return joined((f"{mark}{form}{mark}" for form in forms), either)

    return joined((joined(map(word, phrase), both) for phrase in phrases), either)
