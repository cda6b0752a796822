"""Joins the store and linking: claims out with what people decided about them, incidents in."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from sqlalchemy import select

from sijill.gazetteer.row import ADM1, ADM2
from sijill.gazetteer.table import Gazetteer
from sijill.incidents.copies import Copies
from sijill.incidents.decisions import Decisions, decisions
from sijill.incidents.holding import HELD, LOST, TAKEN, TAKING, Saying
from sijill.incidents.link import Link, Linked, link
from sijill.incidents.settle import Context, settle
from sijill.incidents.spool import Spool
from sijill.incidents.telling import Telling, Unit, Units, tellings_of
from sijill.incidents.voices import credit, origins
from sijill.model.claim import Claim
from sijill.model.codec import read_claim
from sijill.model.judgement import Judgement, Verdict, claim_of
from sijill.registry.registry import Registry
from sijill.store.record import LinkedIncident, Member, StoredClaim, StoredControl
from sijill.store.schema import claims, reports
from sijill.store.store import Store
from sijill.text.fold import fold, loosen

REJECTED = "rejected"
_PAGE = 200


@dataclass(slots=True)
class Judged:
    """What people decided, as it stands after any re-coding."""

    links: Decisions
    corrected: dict[tuple[str, str], Claim] = field(default_factory=dict)
    """Claims as people corrected them."""
    unread: list[str] = field(default_factory=list)
    """Corrections that do not fit a claim, by judgement."""


def link_store(store: Store, registry: Registry, places: Gazetteer) -> dict[str, int]:
    """Link every current claim of the store; how many claims, incidents and so on that made.

    Incidents are put in place whole, when all are found. What was there stays until then.
    """
    judged = judged_in(store)
    chains = copies_in(store)
    counts = {"claims": 0, "rejected": 0, "copies": len(chains)}
    counts["overruled"], counts["unread"] = len(judged.links.overruled), len(judged.unread)
    credits: dict[str, str] = {}
    told = tellings_in(store, judged, registry, units(places), credits, counts)
    spool: Spool[LinkedIncident] = Spool(lambda one: one.id)
    linked: Spool[Linked] = Spool(lambda one: one.id)
    for one in link(told, registry, judged.links):
        linked.add(one)
    context = Context(chains, credits, registry)
    counts["linked"] = 0
    for one in linked.drain():
        counts["linked"] += len({found.telling.report for found in one.links}) > 1
        spool.add(LinkedIncident(one.id, tuple(_members(one)), settle(one, context)))
    counts["incidents"] = store.replace_incidents(spool.drain())
    return counts


def copies_in(store: Store) -> dict[str, str]:
    """Near-copies among the reports: each with the report that stands for it."""
    copies, after = Copies(), ""
    with store.read() as connection:
        while True:
            query = select(reports.c.sha256, reports.c.text).where(reports.c.sha256 > after)
            rows = connection.execute(query.order_by(reports.c.sha256).limit(_PAGE)).all()
            if not rows:
                return copies.chains()
            for sha, text in rows:
                copies.add(sha, text)
            after = rows[-1][0]


def tellings_in(
    store: Store,
    judged: Judged,
    registry: Registry,
    area: Units,
    credits: dict[str, str],
    counts: dict[str, int],
) -> Iterator[Telling]:
    """What the store's reports tell, rejected claims left out, corrected ones as corrected.

    Fills in as it goes which reports are credited to an agency, and how many claims there were.
    """
    for sha, some in groupby(store.claims(), key=lambda one: one.report.sha256):
        rows = list(some)
        kept = [row for row in rows if row.review != REJECTED]
        counts["claims"] += len(kept)
        counts["rejected"] += len(rows) - len(kept)
        if not kept:
            continue
        told = tellings_of(
            sha,
            _published(kept[0].report.published),
            [judged.corrected.get(row.key, row.claim) for row in kept],
            area,
            judged.links.taken_out,
        )
        agency = credit((said for one in told for said in one.said), registry)
        if agency is not None:
            credits[sha] = agency
        yield from told


def sayings_in(store: Store, registry: Registry) -> Iterator[Saying]:
    """Every word on who holds which place: control statements, and claims of ground taken."""
    for one in store.control():
        found = _statement(one)
        if found is not None:
            yield found
    for row in store.claims():
        if row.claim.type in TAKING and row.review != REJECTED:
            yield from _takings(row, registry)


def judged_in(store: Store) -> Judged:
    """The decisions that stand: merges and splits, corrections laid over their claims."""
    made = store.judgements()
    ours = (Verdict.MERGE, Verdict.SPLIT, Verdict.CORRECT)
    shas = {
        named[0]
        for one in made
        if one.verdict in ours
        for subject in one.subject
        if (named := claim_of(subject)) is not None
    }
    standing: dict[str, Judgement] = {}
    moved: dict[tuple[str, str], str | None] = {}
    corrections: list[tuple[int, Judgement, str]] = []
    order = {one.id: place for place, one in enumerate(made)}
    for sha in sorted(shas):
        for one in store.standing(sha):
            standing[one.judgement.id] = one.judgement
            if one.state == "lost":
                moved[one.judgement.id, one.subject] = one.offered
            elif one.judgement.verdict is Verdict.CORRECT:
                corrections.append((order[one.judgement.id], one.judgement, one.subject))
    links = sorted(standing.values(), key=lambda one: order[one.id])
    found = Judged(decisions(links, moved))
    _correct(store, found, sorted(corrections, key=lambda one: one[0]))
    return found


def _correct(
    store: Store, judged: Judged, corrections: Iterable[tuple[int, Judgement, str]]
) -> None:
    records: dict[tuple[str, str], dict[str, object]] = {}
    for _, judgement, subject in corrections:
        key = claim_of(subject)
        if key is None or judgement.field is None or judgement.value is None:
            continue
        record = records[key] if key in records else _record(store, key)
        try:
            changed = {**record, judgement.field: json.loads(judgement.value)}
            judged.corrected[key] = read_claim(changed)
            records[key] = changed
        except (ValueError, KeyError, TypeError, AttributeError):
            judged.unread.append(judgement.id)


def _record(store: Store, key: tuple[str, str]) -> dict[str, object]:
    query = (
        select(claims.c.record)
        .join(reports, reports.c.id == claims.c.report_id)
        .where(reports.c.sha256 == key[0], claims.c.claim == key[1])
    )
    with store.read() as connection:
        found: dict[str, object] = json.loads(connection.execute(query).scalar_one())
    return found


def units(places: Gazetteer) -> Units:
    """What linking asks of every place."""
    return {
        row.id: Unit(
            row.id if row.kind == ADM1 else row.adm1,
            row.id if row.kind == ADM2 else row.adm2,
            row.kind,
        )
        for row in places
    }


def _members(incident: Linked) -> Iterator[Member]:
    for one in incident.links:
        reasons = (*_to(one), *one.reasons)
        for said in one.telling.said:
            yield Member(one.telling.report, said.id, one.score, reasons)


def _to(one: Link) -> tuple[str, ...]:
    return () if one.to is None else (f"to {one.to[0]}:{one.to[1]}",)


def _statement(one: StoredControl) -> Saying | None:
    statement, day = one.statement, _published(one.report.published)
    place = statement.place
    if place is None or day is None:
        return None
    return Saying(
        place=place.place or loosen(fold(place.name)),
        name=place.name,
        day=day.toordinal(),
        kind=HELD,
        actor=statement.actor.id or statement.actor.text,
        extent=statement.extent,
        denied=False,
        voice=one.report.sha256,
        report=one.report.sha256,
        source=f"control {one.ordinal}",
    )


def _takings(row: StoredClaim, registry: Registry) -> Iterator[Saying]:
    claim = row.claim
    if claim.place is None or claim.time.start is None or claim.status == "planned":
        return
    sources = origins([one.id or one.text for one in claim.sources], registry)
    kind, parties = (TAKEN, claim.initiator) if claim.initiator else (LOST, claim.target)
    for party in parties:
        yield Saying(
            place=claim.place.place or loosen(fold(claim.place.name)),
            name=claim.place.name,
            day=claim.time.start.toordinal(),
            kind=kind,
            actor=party.id or party.text,
            extent="part" if claim.place.precision >= 3 else None,
            denied=claim.stance == "denies",
            voice=sources[0] if sources else row.report.sha256,
            report=row.report.sha256,
            source=claim.id,
        )


def _published(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
