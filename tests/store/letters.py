"""Reports and codings in a few words, for tests of the store."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

from sijill.gazetteer.row import ADM1, Row
from sijill.model.claim import Claim, ControlStatement, Incident, Loss, Party, Place, Time
from sijill.model.document import DateBasis, Document
from sijill.model.report import Report
from sijill.model.span import Span
from sijill.store.record import Origin, Received, Stamp

NOW = datetime(2024, 5, 16, 9, 30, tzinfo=UTC)
STAMP = Stamp("0.1.0", "ar 1.0", "d1")
NEWER = Stamp("0.2.0", "ar 1.1", "d2")

ROWS = {
    row.id: row
    for row in (
        Row("sy", "سوريا", "country", 35.0, 38.0, "SY", name_en="Syria"),
        Row("sy/aleppo", "محافظة حلب", ADM1, 36.2, 37.2, "SY", name_en="Aleppo Governorate"),
        Row("sy-aleppo", "حلب", "city", 36.2, 37.16, "SY", adm1="sy/aleppo", name_en="Aleppo"),
        Row("sy-raqqa", "الرقة", "city", 35.95, 39.01, "SY", adm1="sy/raqqa", name_en="Raqqa"),
    )
}


class Places:
    """A gazetteer of four rows."""

    def get(self, id_: str | None) -> Row | None:
        return ROWS.get(id_ or "")


def document(
    text: str,
    *,
    name: str = "a.txt",
    published: date | None = None,
    basis: DateBasis = DateBasis.METADATA,
    title: str | None = None,
    language: str = "ar",
) -> Document:
    return Document(
        name=name,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        title=title,
        published=published,
        published_basis=basis if published else None,
        language=language,
        origin={"encoding": "utf-8"},
    )


def received(
    one: Document, location: str = "a.txt", *, record: str | None = None, kind: str = "file"
) -> Received:
    return Received(one, Origin(kind, location, NOW, record))


def claim(
    text: str,
    trigger: str,
    *,
    id: str = "c-1",
    type: str = "Armed clash",
    place: str | None = "sy-aleppo",
    day: date | None = date(2024, 5, 15),
    initiator: str | None = "isis",
    killed: int | None = None,
) -> Claim:
    start = text.index(trigger)
    span = Span(start, start + len(trigger))
    row = ROWS[place] if place else None
    where = (
        Place(row.name, span, row.name, row.lat, row.lon, 1, country=row.country, place=row.id)
        if row
        else None
    )
    loss = Loss("killed", "unknown", killed or 0, killed, False, trigger, span)
    return Claim(
        id=id,
        type=type,
        trigger=trigger,
        trigger_span=span,
        quote=text,
        quote_span=Span(0, len(text)),
        time=Time(start=day, end=day, precision="day" if day else "unknown"),
        place=where,
        initiator=(Party("التنظيم", span, initiator),) if initiator else (),
        target=(Party("لواء النخيل", span, None),),
        casualties=(loss,) if killed else (),
        sources=(Party("المرصد", span, "sohr"),),
        stance="reports",
        status="new",
        incident="i1",
        confidence=0.8,
    )


def report(one: Document, *claims: Claim, held: bool = False, program: str = "0.1.0") -> Report:
    statement = ControlStatement(
        quote=one.text[:4],
        quote_span=Span(0, 4),
        actor=Party("الجيش", Span(0, 4), "syria-government"),
        place=claims[0].place if claims else None,
        extent="most",
    )
    return Report(
        document=one,
        claims=claims,
        incidents=(Incident("i1", tuple(c.id for c in claims)),) if claims else (),
        control=(statement,) if held else (),
        program=program,
        pack="ar 1.0",
    )


def reread(one: Report, **changes: object) -> Report:
    """The report with its first claim read otherwise."""
    first = replace(one.claims[0], **changes)  # type: ignore[arg-type]
    return replace(one, claims=(first, *one.claims[1:]))
