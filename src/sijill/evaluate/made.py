"""Made-up reports of made-up incidents whose truth is known; the same for the same seed.

Several voices tell of one incident in other words, with other times, places and numbers, or not
at all; some copy each other; tolls rise; some take back what they said; and beside many an incident
stands one much like it, the next day or in the next village.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from sijill.model.claim import Claim, Loss, Party, Place, Time
from sijill.model.span import Span

_TYPES = {
    "Air/drone strike": ("غارة جوية", "Shelling/artillery/missile attack"),
    "Shelling/artillery/missile attack": ("قصف مدفعي", "Air/drone strike"),
    "Armed clash": ("اشتباكات", "Change to group/activity"),
    "Remote explosive/landmine/IED": ("انفجار عبوة", "Suicide bomb"),
    "Attack": ("إعدام", "Armed clash"),
    "Peaceful protest": ("مظاهرة", "Violent demonstration"),
    "Arrests": ("حملة اعتقالات", "Abduction/forced disappearance"),
}
_SIDES = ("syria-government", "sdf", "isis", "russia", "hts", "turkey", "sna", "usa")
_SOURCES = ("sohr", "white-helmets", "sana", "reuters", "afp", "anadolu", "enab-baladi")
_OUTLETS = 40
_LETTERS = "ابتجحدرزسشصطعغفقكلمنهوي"
_PLAIN = (
    "أفادت مصادر",
    "صباح اليوم",
    "مساء",
    "بحسب ناشطين",
    "وسط توتر",
    "في المنطقة",
    "ذكرت تقارير",
)
_FIRST = date(2016, 1, 1)
_SPAN = Span(0, 1)


@dataclass(frozen=True, slots=True)
class Site:
    """A real place to put made-up incidents in."""

    id: str
    name: str
    lat: float
    lon: float
    radius: float
    country: str
    adm1: str
    adm1_name: str


@dataclass(frozen=True, slots=True)
class Made:
    """A report with its claims and the incident of each."""

    report: str
    published: date
    claims: tuple[Claim, ...]
    truth: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Incident:
    label: str
    site: Site
    day: date
    type: str
    initiator: str
    target: str
    killed: int
    injured: int
    facts: tuple[str, ...]


@dataclass(slots=True)
class _Told:
    incident: _Incident
    published: date
    claim: Claim


def made(
    claims: int, seed: int, sites: Sequence[Site], *, a_day: int = 60, a_report: int = 4
) -> Iterator[Made]:
    """Reports with about so many claims, `a_day` incidents each day, `a_report` claims a report."""
    chance = random.Random(seed)
    count, number, day = 0, 0, _FIRST
    waiting: list[_Told] = []
    while count < claims:
        told: list[_Told] = []
        for incident in _incidents(chance, day, sites, a_day, number):
            number += 1
            told += _tellings(chance, incident)
        count += len(told)
        waiting += told
        today = [one for one in waiting if one.published <= day]
        waiting = [one for one in waiting if one.published > day]
        yield from _reports(chance, today, a_report)
        day += timedelta(days=1)
    yield from _reports(chance, waiting, a_report)


def _incidents(
    chance: random.Random, day: date, sites: Sequence[Site], a_day: int, number: int
) -> list[_Incident]:
    found: list[_Incident] = []
    while len(found) < a_day:
        # Some places are in the news every day, most hardly ever.
        at = int(len(sites) * chance.random() ** 2)
        first = _incident(chance, f"i{number + len(found)}", sites[at], day)
        found.append(first)
        if chance.random() < 0.25:
            label = f"i{number + len(found)}"
            beside = sites[(at + chance.choice((1, 2))) % len(sites)]
            later = day + timedelta(days=chance.choice((2, 3)))
            site, when = chance.choice(((beside, day), (first.site, later)))
            found.append(
                _Incident(
                    label,
                    site,
                    when,
                    first.type,
                    first.initiator,
                    first.target,
                    max(1, first.killed + chance.choice((-3, -2, 2, 4, 7))),
                    first.injured + chance.randint(1, 9),
                    _facts(chance),
                )
            )
    return found


def _incident(chance: random.Random, label: str, site: Site, day: date) -> _Incident:
    initiator, target = chance.sample(_SIDES, 2)
    return _Incident(
        label=label,
        site=site,
        day=day,
        type=chance.choice(tuple(_TYPES)),
        initiator=initiator,
        target=chance.choice((target, "civilians")),
        killed=min(120, 1 + int(chance.expovariate(0.18))),
        injured=min(300, int(chance.expovariate(0.08))),
        facts=_facts(chance),
    )


def _facts(chance: random.Random) -> tuple[str, ...]:
    """Names of a market, a school, a commander: what only this incident has."""
    return tuple("".join(chance.choices(_LETTERS, k=6)) for _ in range(chance.choice((1, 2, 3))))


def _tellings(chance: random.Random, incident: _Incident) -> list[_Told]:
    found: list[_Told] = []
    while not found or chance.random() < 0.6:
        if found and chance.random() < 0.2:
            copied = chance.choice(found)
            later = copied.published + timedelta(days=chance.choice((0, 0, 1)))
            found.append(_Told(incident, later, copied.claim))
            continue
        published = incident.day + timedelta(days=chance.choice((0, 0, 0, 1, 1)))
        rising = 1.0 if len(found) < 2 else chance.choice((1.0, 1.0, 1.2, 1.5))
        found.append(_Told(incident, published, _claim(chance, incident, rising)))
    if chance.random() < 0.06:
        published = incident.day + timedelta(days=1)
        found.append(_Told(incident, published, _claim(chance, incident, 1.0, denies=True)))
    return found


def _claim(
    chance: random.Random, incident: _Incident, rising: float, *, denies: bool = False
) -> Claim:
    trigger, kin = _TYPES[incident.type]
    words = [trigger, *chance.sample(_PLAIN, 3)]
    words += [fact for fact in incident.facts if chance.random() < 0.5]
    chance.shuffle(words)
    blamed = incident.initiator if chance.random() > 0.04 else chance.choice(_SIDES)
    quote = " ".join(words)
    return Claim(
        id="",
        type=incident.type if chance.random() > 0.12 else kin,
        trigger=trigger,
        trigger_span=_SPAN,
        quote=quote,
        quote_span=Span(0, len(quote)),
        time=_time(chance, incident.day),
        place=_place(chance, incident.site),
        initiator=_party(blamed) if chance.random() < 0.7 else (),
        target=_party(incident.target) if chance.random() < 0.6 else (),
        casualties=() if denies else _losses(chance, incident, rising),
        sources=_party(chance.choice(_SOURCES)) if chance.random() < 0.6 else (),
        stance="denies" if denies else "reports",
        status="new",
        incident="",
    )


def _party(id_: str) -> tuple[Party, ...]:
    return (Party(id_, _SPAN, id_),)


def _time(chance: random.Random, day: date) -> Time:
    luck = chance.random()
    if luck < 0.22:
        return Time()
    if luck < 0.26:
        day += timedelta(days=chance.choice((-1, 1)))
    if luck > 0.94:
        return Time("", _SPAN, day - timedelta(days=1), day + timedelta(days=1), "days")
    return Time("", _SPAN, day, day, "day")


def _place(chance: random.Random, site: Site) -> Place | None:
    luck = chance.random()
    if luck < 0.03:
        return None
    if luck < 0.1:
        return Place(
            site.adm1_name, _SPAN, site.adm1_name, None, None, 4, country=site.country,
            place=site.adm1,
        )  # fmt: skip
    near = luck < 0.2
    return Place(
        text=site.name,
        span=_SPAN,
        name=site.name,
        lat=site.lat,
        lon=site.lon,
        precision=2 if near else 1,
        country=site.country,
        uncertainty_km=10.0 if near else site.radius,
        place=site.id,
    )


def _losses(chance: random.Random, incident: _Incident, rising: float) -> tuple[Loss, ...]:
    found = []
    for kind, true in (("killed", incident.killed), ("injured", incident.injured)):
        if not true or chance.random() < 0.25:
            continue
        said = round(true * rising)
        if chance.random() < 0.25:
            said = max(1, round(said * chance.choice((0.8, 0.9, 1.1, 1.25))))
        open_end = chance.random() < 0.15
        found.append(
            Loss(kind, incident.target, said, None if open_end else said, False, "", _SPAN)
        )
    return tuple(found)


def _reports(chance: random.Random, told: Sequence[_Told], a_report: int) -> Iterator[Made]:
    """What was told in a day, dealt out to outlets; no report tells of an incident twice."""
    piles: list[list[_Told]] = [[] for _ in range(max(1, len(told) // a_report))]
    for one in told:
        pile = chance.choice(piles)
        if all(other.incident.label != one.incident.label for other in pile):
            pile.append(one)
    for pile in piles:
        if pile:
            yield _report(chance, pile)


def _report(chance: random.Random, pile: Sequence[_Told]) -> Made:
    salt = f"{chance.randrange(_OUTLETS)}:{chance.random()}"
    report = sha256(salt.encode()).hexdigest()
    truth: dict[str, str] = {}
    claims: list[Claim] = []
    for number, one in enumerate(pile, 1):
        id_ = f"c-{sha256(f'{report}:{number}'.encode()).hexdigest()[:12]}"
        truth[id_] = one.incident.label
        claims.append(_renamed(one.claim, id_, f"i{number}"))
    return Made(report, max(one.published for one in pile), tuple(claims), truth)


def _renamed(claim: Claim, id_: str, label: str) -> Claim:
    values = {name: getattr(claim, name) for name in claim.__dataclass_fields__}
    return Claim(**{**values, "id": id_, "incident": label})
