"""A telling: what one report says of one thing that happened, in the form that linking compares."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from sijill.model.claim import Claim, Loss, Party, Place
from sijill.text.fold import fold, loosen
from sijill.text.stem import stems

_PRECISIONS = ("day", "days", "week", "month", "year")
INFERRED = "published"
"""Precision of a date that is not told: news of a report is at most `_LAG` days older than it."""
_LAG = 2
_VAGUE_PLACES = (4, 6, 7)
"""UCDP precisions of a place that many incidents share: governorate, country, none."""
_LONG = 7
"""Days of a range in which many incidents lie."""
_QUOTE = 8
"""Words that two do not choose alike by chance."""
_TOWN = 15.0
"""Kilometres of a town: a district's row is its town's too, and has the district's radius."""
_TOWNS = frozenset(("city", "town", "village", "adm2", "adm3"))
_WIDE = 40.0
"""Kilometres of a radius in which many incidents lie: "the north of the country"."""
_SHORT = 3
"""Letters of a word that is looked at."""

Key = tuple[str, str]
"""A claim across re-codings: its report's SHA-256 and its id."""


class Toll(NamedTuple):
    """A loss as the claim gives it; parts are left out, since they are inside the number."""

    kind: str
    of: str
    low: int
    high: int | None
    name: str | None


class Said(NamedTuple):
    """One claim, as far as linking and settling ask for it."""

    id: str
    type: str
    stance: str
    status: str
    start: int | None
    end: int | None
    """Days as `date.toordinal` counts them."""
    precision: str
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    sources: tuple[str, ...]
    tolls: tuple[Toll, ...]
    quote: int
    """A number for the words of the quote, equal where they are; 0 for a few that anybody says."""


class Where(NamedTuple):
    """A place as claims name it."""

    id: str | None
    name: str
    """As written in full."""
    key: str
    """The name in one spelling."""
    lat: float | None
    lon: float | None
    radius: float
    """Kilometres within which the point is true."""
    precision: int
    country: str | None
    adm1: str | None
    adm2: str | None
    others: tuple[str, ...]
    """Ids of the other places that the name could have meant, or in which an unlisted one lies."""
    kind: str = ""
    """What the gazetteer calls it: `city`, `village`, `camp` …; empty for a place it has not."""


class Telling(NamedTuple):
    """Claims of one report that share an incident there."""

    report: str
    said: tuple[Said, ...]
    where: Where | None
    country: str | None
    """Of the place, else of the report's other places."""
    start: int | None
    end: int | None
    precision: str
    published: int | None
    words: frozenset[str]
    """Stems of the quotes, without those of places, dates, sides and losses."""
    victims: frozenset[str]

    @property
    def key(self) -> Key:
        """Its first claim by id: names the telling, whatever order it was made in."""
        return self.report, min(said.id for said in self.said)

    @property
    def is_vague(self) -> bool:
        """Whether several incidents could be meant: it may join one and never join two."""
        where = self.where
        if where is None or where.precision in _VAGUE_PLACES:
            return True
        if where.radius >= _WIDE or (where.id is None and where.lat is None):
            return True
        if self.start is None or self.end is None:
            return True
        return self.end - self.start >= _LONG


class Unit(NamedTuple):
    """What the gazetteer says of a place."""

    adm1: str | None
    """First-level unit that it lies in or is."""
    adm2: str | None
    kind: str = ""


Units = Mapping[str, Unit]
"""By gazetteer id."""
_NOWHERE = Unit(None, None)


def tellings_of(
    report: str,
    published: date | None,
    claims: Sequence[Claim],
    units: Units,
    apart: Mapping[Key, int] | None = None,
) -> list[Telling]:
    """The tellings of one report, by the incident labels of its claims.

    `apart` numbers claims that a person took out of their label: each number is a telling of its
    own. Planned events stand apart from what happened by their label already.
    """
    countries = Counter(c.place.country for c in claims if c.place and c.place.country)
    usual = min(countries, key=lambda one: (-countries[one], one)) if countries else None
    groups: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        taken_out = (apart or {}).get((report, claim.id), 0)
        groups.setdefault((claim.incident, taken_out), []).append(claim)
    return [_telling(report, published, group, units, usual) for group in groups.values()]


def _telling(
    report: str, published: date | None, claims: Sequence[Claim], units: Units, usual: str | None
) -> Telling:
    where = _where(claims, units)
    day = None if published is None else published.toordinal()
    start, end, precision = _when(claims, day)
    return Telling(
        report=report,
        said=tuple(_said(claim) for claim in claims),
        where=where,
        country=where.country if where and where.country else usual,
        start=start,
        end=end,
        precision=precision,
        published=day,
        words=_words(claims),
        victims=frozenset(
            stem
            for claim in claims
            for loss in claim.casualties
            if loss.name
            for stem in stems(loss.name)
            if len(stem) >= _SHORT
        ),
    )


def _said(claim: Claim) -> Said:
    time = claim.time
    return Said(
        id=claim.id,
        type=claim.type,
        stance=claim.stance,
        status=claim.status,
        start=None if time.start is None else time.start.toordinal(),
        end=None if time.start is None else (time.end or time.start).toordinal(),
        precision=time.precision,
        initiators=_ids(claim.initiator),
        targets=_ids(claim.target),
        sources=_ids(claim.sources),
        tolls=tuple(_toll(loss) for loss in claim.casualties),
        quote=_number(_quoted(claim.quote)),
    )


def _ids(parties: Sequence[Party]) -> tuple[str, ...]:
    """Ids, and for parties without one `~` and the stems of the name, as the store keeps them."""
    return tuple(dict.fromkeys(p.id or "~" + " ".join(_quoted(p.text)) for p in parties))


def _toll(loss: Loss) -> Toll:
    return Toll(loss.kind, loss.of, loss.minimum, loss.maximum, loss.name)


def _where(claims: Sequence[Claim], units: Units) -> Where | None:
    """The best-known place of the claims: the most precise, then the first by id."""
    places = [claim.place for claim in claims if claim.place is not None]
    if not places:
        return None
    best = min(places, key=lambda one: (one.precision, one.lat is None, one.place or "", one.name))
    unit = units.get(best.place, _NOWHERE) if best.place else _NOWHERE
    return Where(
        id=best.place,
        name=best.name,
        key=loosen(fold(best.name)),
        lat=best.lat,
        lon=best.lon,
        radius=_radius(best, unit),
        precision=best.precision,
        country=best.country,
        adm1=unit.adm1,
        adm2=unit.adm2,
        others=tuple(sorted(other for other, _, _ in best.alternatives)),
        kind=unit.kind,
    )


def _radius(place: Place, unit: Unit) -> float:
    """Within how far the claim places it: "near X" lies somewhere around X."""
    least = {2: 10.0, 3: 15.0, 5: 20.0}.get(place.precision, 0.0)
    known = place.uncertainty_km or 1.0
    if place.precision <= 2 and unit.kind in _TOWNS:
        known = min(known, _TOWN)
    return max(least, known)


def _when(claims: Sequence[Claim], published: int | None) -> tuple[int | None, int | None, str]:
    """The narrowest range that a claim gives; else, for news, the days before its report."""
    dated = [
        (
            (claim.time.end or claim.time.start).toordinal() - claim.time.start.toordinal(),
            claim.time.start.toordinal(),
            _PRECISIONS.index(claim.time.precision)
            if claim.time.precision in _PRECISIONS
            else len(_PRECISIONS),
            claim.time.precision,
        )
        for claim in claims
        if claim.time.start is not None
    ]
    if dated:
        length, start, _, precision = min(dated)
        return start, start + length, precision
    news = any(claim.status in ("new", "ongoing") for claim in claims)
    if published is None or not news:
        return None, None, "unknown"
    return published - _LAG, published, INFERRED


@lru_cache(maxsize=1 << 12)
def _quoted(text: str) -> tuple[str, ...]:
    """Stems of a quote or a name; asked for again and again within a report."""
    return tuple(stems(text))


def _number(words: Sequence[str]) -> int:
    if len(words) < _QUOTE:
        return 0
    return crc32(" ".join(words).encode("utf-8", "surrogatepass")) or 1


def _words(claims: Sequence[Claim]) -> frozenset[str]:
    """What else the quotes say: names of sites, weapons, circumstances."""
    named = [party.text for c in claims for party in (*c.initiator, *c.target, *c.sources)]
    named += [text for c in claims if c.place for text in (c.place.text, c.place.name)]
    named += [c.time.text for c in claims if c.time.text]
    named += [loss.text for c in claims for loss in c.casualties]
    known = {stem for text in named for stem in _quoted(text)}
    said = {stem for claim in claims for stem in _quoted(claim.quote)}
    return frozenset(w for w in said - known if len(w) >= _SHORT and not w[0].isdigit())
