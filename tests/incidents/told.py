"""Tellings of made-up places, as short as a test can say them."""

from datetime import date

from sijill.incidents.telling import Said, Telling, Toll, Where

DAY = date(2018, 5, 15).toordinal()
UNIT = "sy/idlib"
TOWN = Where("t1", "سرمين", "سرمين", 35.9, 36.72, 2.0, 1, "SY", UNIT, None, ())
VILLAGE = Where("t2", "النيرب", "النيرب", 35.9, 36.78, 1.0, 1, "SY", UNIT, None, ())
FAR = Where("t3", "جوبر", "جوبر", 33.53, 36.33, 1.0, 1, "SY", "sy/damascus", None, ())
GOVERNORATE = Where(UNIT, "محافظة إدلب", "محافظه ادلب", None, None, 1.0, 4, "SY", UNIT, None, ())


def toll(low: int, high: int | None = -1, *, kind: str = "killed", of: str = "civilians") -> Toll:
    """So many of a kind; exactly, where nothing else is said."""
    return Toll(kind, of, low, low if high == -1 else high, None)


def said(
    id_: str = "c-1",
    *tolls: Toll,
    type_: str = "Air/drone strike",
    by: tuple[str, ...] = (),
    on: tuple[str, ...] = (),
    sources: tuple[str, ...] = (),
    stance: str = "reports",
    status: str = "new",
    day: int | None = DAY,
    quote: int = 0,
) -> Said:
    """One claim."""
    precision = "unknown" if day is None else "day"
    return Said(id_, type_, stance, status, day, day, precision, by, on, sources, tolls, quote)


def told(
    report: str,
    *claims: Said,
    where: Where | None = TOWN,
    day: int | None = DAY,
    last: int | None = None,
    precision: str = "day",
    words: str = "",
    published: int | None = DAY,
) -> Telling:
    """A telling of a report; its claims' quotes are its own unless they are given."""
    mine = claims or (said(day=day),)
    number = int.from_bytes(report.encode(), "big")
    quoted = tuple(
        one if one.quote else one._replace(quote=number + at) for at, one in enumerate(mine)
    )
    return Telling(
        report=report,
        said=quoted,
        where=where,
        country="SY",
        start=day,
        end=day if last is None else last,
        precision=precision,
        published=published,
        words=frozenset(words.split()),
        victims=frozenset(),
    )
