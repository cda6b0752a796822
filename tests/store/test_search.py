"""Search finds the same on both databases, and what a plain reading of every claim would find."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

import pytest

from sijill.gazetteer.distance import km
from sijill.gazetteer.table import Gazetteer
from sijill.model.claim import Claim, Party, Place
from sijill.model.report import Report
from sijill.ontology.types import EVENT_TYPE_OF
from sijill.registry.registry import load as load_registry
from sijill.store.names import Names
from sijill.store.query import Box, Circle, Loss, Query, Side, Term, Within
from sijill.store.record import StoredClaim
from sijill.store.rows import actor_key
from sijill.store.store import Store, create
from sijill.store.terms import parse
from sijill.text.stem import stems
from tests.server import Server
from tests.store.letters import STAMP, claim, document, received, report

GAZETTEER = Gazetteer.shipped()
NAMES = Names(load_registry(), GAZETTEER)
PLACES = ("sy/aleppo", "gn:170063", "gn:172955", "sd/khartoum", None)
ACTORS = ("isis", "syria-government", "houthis", None)
WORDS = (
    *("قصف", "والقصف", "قَصْف", "المدينة", "مدينتهم", "بالمدينة", "أحياء", "للاحياء", "غارات"),
    *("غارة", "المدنيين", "مدنيون", "قتـل", "وقتل", "12", "١٢", "بحلب", "حلب", "الرقة", "داعش"),
)
BEGIN = date(2024, 1, 1)


def corpus() -> list[Report]:
    """A hundred and fifty reports of one to three claims, drawn by a seed."""
    chance = Random(5)
    return [_report(number, chance) for number in range(150)]


def _report(number: int, chance: Random) -> Report:
    words = [chance.choice(WORDS) for _ in range(6)]
    text = f"{' '.join(words)} في التقرير {number}"
    dated = BEGIN + timedelta(days=chance.randrange(200)) if chance.random() < 0.5 else None
    whole = document(text, name=f"{number}.txt", published=dated)
    claims = [_claim(text, word, index, chance) for index, word in enumerate(words[:3])]
    return report(whole, *claims[: chance.randrange(1, 4)])


def _claim(text: str, word: str, index: int, chance: Random) -> Claim:
    made = claim(
        text,
        word,
        id=f"c-{index}-{chance.randrange(10**6):06}",
        type=chance.choice(("Armed clash", "Attack", "Suicide bomb", "Air/drone strike")),
        day=BEGIN + timedelta(days=chance.randrange(200)) if chance.random() < 0.8 else None,
        place=None,
        initiator=chance.choice(ACTORS),
        killed=chance.choice((None, 3, 12, 40)),
    )
    row = GAZETTEER.get(chance.choice(PLACES))
    span = made.trigger_span
    where = None
    if row is not None:
        where = Place(row.name, span, row.name, row.lat, row.lon, 1, country=row.country)
        where = replace(where, place=row.id)
    start = text.index(word)
    return replace(
        made,
        quote=text[start : start + 25],
        place=where,
        target=(Party("كتيبة الوادي", span, None),) if chance.random() < 0.3 else (),
        stance=chance.choice(("reports", "claims", "denies")),
        status=chance.choice(("new", "background")),
        confidence=chance.randrange(100) / 100,
    )


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A store with the corpus, on either database."""
    if request.param == "sqlite":
        address = str(tmp_path_factory.mktemp("search") / "ledger.db")
    else:
        server: Server = request.getfixturevalue("server")
        server.run("CREATE DATABASE search")
        address = server.address("search")
    with create(address) as store:
        reports = corpus()
        store.add([received(one.document, one.document.name) for one in reports])
        store.enter(reports, STAMP, GAZETTEER)
        yield store


def ask(text: str, **facets: object) -> Query:
    words, without = parse(text, NAMES)
    return Query(words=words, without=without, **facets)  # type: ignore[arg-type]


# ------------------------------------------------------------------ a plain reading, for comparison


def plain(store: Store, query: Query) -> list[tuple[str, str]]:
    """The keys of the claims for which the query holds, found by looking at each."""
    hits = [one for one, own, text in _kept(store) if _fits(one, query, own, text)]
    hits.sort(key=lambda one: one.claim.id)
    hits.sort(key=lambda one: one.claim.time.start or date.min, reverse=True)
    return [one.key for one in hits]


@cache
def _kept(store: Store) -> list[tuple[StoredClaim, set[str], set[str]]]:
    """Every claim with what it holds, and what its report holds: stems, actors, places."""
    whole = {one.document.sha256: set(stems(one.document.text)) for one in store.coded_reports()}
    claims = list(store.claims())
    for one in claims:
        whole[one.report.sha256] |= _named(one)
    return [(one, _words(one) | _named(one), whole[one.report.sha256]) for one in claims]


def _words(one: StoredClaim) -> set[str]:
    place = one.claim.place
    texts = [one.claim.quote, *(party.text for party in _parties(one))]
    texts += [place.text, place.name] if place else []
    return {stem for each in texts for stem in stems(each)}


def _named(one: StoredClaim) -> set[str]:
    place = one.claim.place
    actors = {f"actor {actor_key(party)}" for party in _parties(one)}
    return actors | ({f"place {place.place}"} if place else set())


def _parties(one: StoredClaim) -> tuple[Party, ...]:
    return (*one.claim.initiator, *one.claim.target, *one.claim.sources)


def _fits(one: StoredClaim, query: Query, own: set[str], whole: set[str]) -> bool:
    held = whole if query.whole_report else own

    def holds(term: Term) -> bool:
        phrases = (all(set(forms) & held for forms in phrase) for phrase in term.phrases)
        named = {f"actor {actor}" for actor in term.actors}
        named |= {f"place {place}" for place in term.places}
        return any(phrases) or bool(named & held)

    return (
        all(map(holds, query.words))
        and not any(map(holds, query.without))
        and all(check(one, query) for check in CHECKS)
    )


def _time(one: StoredClaim, query: Query) -> bool:
    start, end = one.claim.time.start, one.claim.time.end or one.claim.time.start
    if query.start is not None and (end is None or end < query.start):
        return False
    return query.end is None or (start is not None and start <= query.end)


def _where(one: StoredClaim, query: Query) -> bool:
    place = one.claim.place
    chain = {place.place, one.adm1, one.adm2} if place else set()
    for within in query.within:
        country = place.country if place else None
        if not chain & set(within.ids) and country not in within.countries:
            return False
    if query.box is None and query.circle is None:
        return True
    if place is None or place.lat is None or place.lon is None:
        return False
    if query.circle is not None:
        circle = query.circle
        return km(place.lat, place.lon, circle.lat, circle.lon) <= circle.km
    box = query.box
    assert box is not None
    return box.south <= place.lat <= box.north and box.west <= place.lon <= box.east


def _sides(one: StoredClaim, query: Query) -> bool:
    roles = {
        "initiator": one.claim.initiator,
        "target": one.claim.target,
        "source": one.claim.sources,
    }
    for side in query.sides:
        chosen = roles.values() if side.role is None else [roles[side.role]]
        there = {actor_key(party) for parties in chosen for party in parties}
        if not there & set(side.actors):
            return False
    return True


def _values(one: StoredClaim, query: Query) -> bool:
    claim = one.claim
    killed = sum(loss.minimum for loss in claim.casualties if loss.kind == "killed")
    return (
        (not query.types or claim.type in query.types or EVENT_TYPE_OF[claim.type] in query.types)
        and (not query.stances or claim.stance in query.stances)
        and (not query.statuses or claim.status in query.statuses)
        and all(claim.casualties and killed >= loss.at_least for loss in query.losses)
        and (query.confidence is None or claim.confidence >= query.confidence)
    )


CHECKS: tuple[Callable[[StoredClaim, Query], bool], ...] = (_time, _where, _sides, _values)

# ------------------------------------------------------------------ the tests

FACETS: dict[str, object] = {
    "start": date(2024, 3, 1),
    "end": date(2024, 5, 1),
    "within": (Within(ids=("sy/aleppo",)),),
    "box": Box(34.0, 36.0, 37.0, 40.0),
    "circle": Circle(36.2, 37.16, 150.0),
    "types": ("Battles", "Attack"),
    "sides": (Side(("isis", "houthis"), "initiator"),),
    "stances": ("claims", "denies"),
    "statuses": ("new",),
    "losses": (Loss("killed", 12),),
    "confidence": 0.5,
    "reviews": ("none",),
}


@pytest.mark.parametrize("name", FACETS)
def test_each_facet_finds_what_a_plain_reading_finds(filled: Store, name: str) -> None:
    query = ask("", **{name: FACETS[name]})
    found = filled.search(query)
    assert [one.key for one in found] == plain(filled, query)
    assert (0 < len(found) < filled.counts()["claims"]) is (name != "reviews")
    assert filled.count(query) == len(found)


@pytest.mark.parametrize("seed", range(40))
def test_words_and_facets_together_find_what_a_plain_reading_finds(
    filled: Store, seed: int
) -> None:
    chance = Random(seed)
    words = [chance.choice(WORDS) for _ in range(chance.randrange(3))]
    words += [f"-{chance.choice(WORDS)}"] if chance.random() < 0.4 else []
    chosen = chance.sample(sorted(FACETS), chance.randrange(3))
    query = ask(" ".join(words), **{name: FACETS[name] for name in chosen})
    query = replace(query, whole_report=chance.random() < 0.3)
    assert [one.key for one in filled.search(query)] == plain(filled, query)


@pytest.mark.parametrize(
    "spellings",
    [
        ("مدينة", "المدينة", "والمدينة", "بالمدينة", "مدينتها", "مَدِينة", "مـدينة", "مدينه"),
        ("أحياء", "احياء", "الأحياء", "للأحياء"),
        ("قتل", "قَتَلَ", "قتـل"),
        ("مدنيين", "المدنيون", "مدنيون"),
        ("12", "١٢", "۱۲"),
    ],
)
def test_marks_hamza_article_and_clitics_do_not_matter(
    filled: Store, spellings: tuple[str, ...]
) -> None:
    found = {tuple(one.key for one in filled.search(ask(word))) for word in spellings}
    assert len(found) == 1
    assert len(next(iter(found))) > 3


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("حلب", "Aleppo"),
        ("الرقة", "Raqqa"),
        ("الخرطوم", "Khartoum"),
        ("داعش", "ISIS"),
        ("تنظيم الدولة الإسلامية", "isis"),
        ("الحوثيين", "Houthis"),
    ],
)
@pytest.mark.parametrize("beside", ["", "قصف"])
def test_arabic_and_english_names_find_the_same(
    filled: Store, arabic: str, english: str, beside: str
) -> None:
    one, other = ask(f"{arabic} {beside}"), ask(f"{english} {beside}")
    found = [claim.key for claim in filled.search(one)]
    assert found == [claim.key for claim in filled.search(other)]
    assert found
    assert [r.sha256 for r in filled.search_reports(one)] == [
        r.sha256 for r in filled.search_reports(other)
    ]


def test_a_limit_takes_the_newest(filled: Store) -> None:
    whole = [one.key for one in filled.search(Query())]
    assert [one.key for one in filled.search(Query(), limit=7)] == whole[:7]
    near = Query(circle=Circle(36.2, 37.16, 150.0))
    assert filled.search(near, limit=3) == filled.search(near)[:3]
    days = [one.claim.time.start or date.min for one in filled.search(Query())]
    assert days == sorted(days, reverse=True)


def test_reports_are_found_by_their_text_and_by_facets_of_one_claim(filled: Store) -> None:
    query = ask("غارة", types=("Attack",), stances=("denies",))
    fitting = {
        one.report.sha256 for one in filled.search(Query(types=("Attack",), stances=("denies",)))
    }
    texts = {one.document.sha256: one.document.text for one in filled.coded_reports()}
    expected = {sha for sha in fitting if "غار" in stems(texts[sha])}
    found = filled.search_reports(query)
    assert {one.sha256 for one in found} == expected
    dates = [one.published or "" for one in found]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("by", ["type", "event", "country", "stance", "month", "year", "review"])
def test_counts_by_a_facet_sum_to_the_whole(filled: Store, by: str) -> None:
    query = ask("قصف")
    counted = filled.tally(query, by)
    assert sum(count for _, count in counted) == filled.count(query)
    assert [count for _, count in counted] == sorted((n for _, n in counted), reverse=True)


def test_counts_by_actor_name_each_actor_once_a_claim(filled: Store) -> None:
    counted = dict(filled.tally(Query(), "actor"))
    for actor in ("isis", "houthis"):
        side = Query(sides=(Side((actor,), "initiator"),))
        assert counted[actor] == filled.count(side)
    assert dict(filled.tally(Query(), "source")) == {"sohr": filled.counts()["claims"]}


def test_a_box_across_the_date_line_and_a_circle_at_a_pole_hold_what_lies_in_them(
    filled: Store,
) -> None:
    assert filled.count(Query(box=Box(-90, 170, 90, -170))) == 0
    placed = Query(box=Box(-90, -180, 90, 180))
    assert filled.count(Query(box=Box(-90, 20, 90, 10))) == filled.count(placed)
    assert filled.count(Query(circle=Circle(89.9, 0, 20000))) == filled.count(placed)


@pytest.mark.parametrize("text", ["", "؟!", "-", '""', "'; DROP TABLE claims; --", 'a" OR "b', "*"])
def test_nothing_that_is_typed_is_taken_for_more_than_words(filled: Store, text: str) -> None:
    query = ask(text)
    assert filled.count(query) == len(plain(filled, query))
    assert filled.counts()["claims"] > 0


def test_another_coding_is_found_by_its_own_words_only(tmp_path: Path) -> None:
    with create(str(tmp_path / "ledger.db")) as store:
        one = document("قصف على حلب")
        store.add([received(one)])
        store.enter([report(one, claim(one.text, "قصف", place=None))], STAMP, GAZETTEER)
        assert store.count(ask("قصف")) == 1
        store.enter([report(one)], replace(STAMP, digest="d2"), GAZETTEER)
        assert store.count(ask("قصف")) == 0
        assert [r.sha256 for r in store.search_reports(ask("قصف"))] == [one.sha256]
