"""The tables as queries name them; `migrations/` makes them, and a test holds the two together."""

from sqlalchemy import Column, Float, Integer, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

METADATA = MetaData()


def _table(name: str, /, **columns: TypeEngine[str] | TypeEngine[int] | TypeEngine[float]) -> Table:
    return Table(name, METADATA, *(Column(one, kind) for one, kind in columns.items()))


_T, _I, _F = Text(), Integer(), Float()

meta = _table("meta", key=_T, value=_T)

reports = _table(
    "reports",
    id=_I,
    sha256=_T,
    text=_T,
    language=_T,
    added_at=_T,
    name=_T,
    title=_T,
    published=_T,
    published_basis=_T,
    facts=_T,
    stems=_T,
)

origins = _table(
    "origins",
    id=_I,
    report_id=_I,
    digest=_T,
    kind=_T,
    location=_T,
    record=_T,
    title=_T,
    published=_T,
    published_basis=_T,
    facts=_T,
    retrieved_at=_T,
)

codings = _table(
    "codings",
    id=_I,
    report_id=_I,
    program=_T,
    pack=_T,
    digest=_T,
    given=_T,
    published=_T,
    published_basis=_T,
    coded_at=_T,
    current=_I,
    claims=_I,
    control=_I,
    record=_T,
)

claims = _table(
    "claims",
    id=_I,
    report_id=_I,
    coding_id=_I,
    claim=_T,
    ordinal=_I,
    label=_T,
    type=_T,
    event_type=_T,
    stance=_T,
    status=_T,
    day=_I,
    start_day=_I,
    end_day=_I,
    time_precision=_T,
    place=_T,
    place_name=_T,
    country=_T,
    adm1=_T,
    adm2=_T,
    place_precision=_I,
    lat=_F,
    lon=_F,
    uncertainty_km=_F,
    killed_min=_I,
    killed_max=_I,
    injured_min=_I,
    injured_max=_I,
    captured_min=_I,
    captured_max=_I,
    missing_min=_I,
    missing_max=_I,
    displaced_min=_I,
    displaced_max=_I,
    trigger_start=_I,
    trigger_end=_I,
    confidence=_F,
    review=_T,
    record=_T,
    stems=_T,
)

parties = _table("parties", claim_id=_I, role=_T, actor=_T)

past_claims = _table("past_claims", coding_id=_I, ordinal=_I, claim=_T, record=_T)

control = _table(
    "control",
    id=_I,
    report_id=_I,
    coding_id=_I,
    ordinal=_I,
    actor=_T,
    extent=_T,
    place=_T,
    place_name=_T,
    country=_T,
    adm1=_T,
    adm2=_T,
    place_precision=_I,
    lat=_F,
    lon=_F,
    confidence=_F,
    record=_T,
)

judgements = _table(
    "judgements",
    seq=_I,
    id=_T,
    verdict=_T,
    author=_T,
    made_at=_T,
    field=_T,
    value=_T,
    seen=_T,
    reason=_T,
)

subjects = _table(
    "subjects",
    judgement_seq=_I,
    ordinal=_I,
    subject=_T,
    report=_T,
    claim=_T,
    trigger_start=_I,
    trigger_end=_I,
)

incidents = _table("incidents", id=_T, record=_T)

memberships = _table("memberships", report_id=_I, claim=_T, incident=_T, score=_F, reasons=_T)

jobs = _table(
    "jobs",
    id=_I,
    kind=_T,
    state=_T,
    started_at=_T,
    ended_at=_T,
    program=_T,
    host=_T,
    process=_I,
    words=_T,
    counts=_T,
)

refusals = _table("refusals", id=_I, source=_T, name=_T, kind=_T, message=_T, refused_at=_T)

feeds = _table("feeds", url=_T, etag=_T, modified=_T, checked_at=_T)

feed_entries = _table("feed_entries", feed=_T, entry=_T, seen_at=_T)
