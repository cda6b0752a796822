"""Fill a database with generated reports and search it: rates, size, and times of searches.

    .venv/bin/python benchmarks/store.py out/bench.db --reports 10000

The same seed gives the same reports. Claims are as the engine writes them in shape and size; their
words, days, places and sides are drawn at random.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from sijill.gazetteer.row import Row
from sijill.gazetteer.table import Gazetteer
from sijill.model.claim import Claim, Incident, Loss, Party, Place, Time, Trace
from sijill.model.document import DateBasis, Document
from sijill.model.report import Report
from sijill.model.span import Span
from sijill.ontology.types import EVENT_TYPE_OF, STANCES
from sijill.registry.registry import load as load_registry
from sijill.store.names import Names
from sijill.store.query import Box, Circle, Query, Side, Within
from sijill.store.query import Loss as AtLeast
from sijill.store.record import Origin, Received, Stamp
from sijill.store.store import Store, create
from sijill.store.terms import parse

BATCH = 200
CLAIMS = 10
FIRST = date(2011, 3, 15)
STAMP = Stamp("bench", "ar bench", "bench")
_COMMON = """
قصف قتل مدنيين أصيب جرحى اشتباكات قوات مدينة بلدة ريف غارات طائرات صاروخ
مدفعية هجوم انفجار عبوة حاجز معارك سيطرت عناصر مقاتلين مصدر طبي ميداني أفاد
صباح مساء أمس اليوم على في من إلى بعد خلال منطقة حي شارع
سوق مستشفى مدرسة منازل
"""
COMMON = tuple(_COMMON.split())
FIELDS = ("type", "time", "place", "initiator", "target")
T = TypeVar("T")


def skewed(values: Sequence[T], chance: Random) -> T:
    """One of the values, the first ones far more often, as names and words are in the news."""
    return values[int(len(values) * chance.random() ** 3)]


class Maker:
    """Makes reports from a seed, one by one."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        countries = ("SY", "IQ", "YE", "SD", "LY")
        self.places = [row for row in Gazetteer.shipped() if row.country in countries]
        registry = load_registry()
        self.actors = [actor.id for actor in registry.actors() if not actor.is_source]
        self.sources = [actor.id for actor in registry.actors() if actor.is_source]
        letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
        self.rare = ["".join(self._chance.choices(letters, k=6)) for _ in range(20_000)]

    def reports(self, count: int) -> Iterator[Report]:
        for number in range(count):
            yield self._report(number)

    def _words(self, count: int) -> list[str]:
        """Words as texts have them: a few everywhere, most of them rare."""
        chance = self._chance
        return [
            chance.choice(COMMON) if chance.random() < 0.6 else skewed(self.rare, chance)
            for _ in range(count)
        ]

    def _report(self, number: int) -> Report:
        text = " ".join(self._words(380)) + f" {number}"
        day = FIRST + timedelta(days=self._chance.randrange(5_000))
        document = Document(
            name=f"bench-{number}",
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            published=day,
            published_basis=DateBasis.METADATA,
        )
        claims = tuple(self._claim(text, day, index) for index in range(CLAIMS))
        incidents = (Incident("i1", tuple(one.id for one in claims)),)
        return Report(document, claims, incidents, (), "bench", "ar bench")

    def _claim(self, text: str, day: date, index: int) -> Claim:
        chance = self._chance
        start = index * 200
        span, quote = Span(start + 5, start + 12), Span(start, start + 160)
        row = skewed(self.places, chance)
        where = Place(row.name, span, row.name, row.lat, row.lon, 1, "place.town", row.country)
        when = day - timedelta(days=chance.randrange(4))
        losses: tuple[Loss, ...] = ()
        if chance.random() < 0.4:
            killed = int(1 + 60 * chance.random() ** 4)
            losses = (Loss("killed", "civilians", killed, killed, False, span.of(text), span),)
        return Claim(
            id=f"c-{chance.randrange(16**12):012x}",
            type=chance.choice(list(EVENT_TYPE_OF)),
            trigger=span.of(text),
            trigger_span=span,
            quote=quote.of(text),
            quote_span=quote,
            time=Time("أمس", span, when, when, "day", "time.yesterday", ("from the date",)),
            place=replace(where, uncertainty_km=2.0, place=row.id),
            initiator=(self._party(text, span, self.actors),),
            target=(self._party(text, span, self.actors),),
            casualties=losses,
            sources=(self._party(text, span, self.sources),),
            stance=chance.choice(STANCES),
            status="new",
            incident="i1",
            rule="bench",
            confidence=chance.random(),
            field_confidence={"type": 0.9, "place": 0.8, "time": 0.7, "initiator": 0.6},
            trace=tuple(Trace(field, "bench.rule", (span,), "drawn") for field in FIELDS),
        )

    def _party(self, text: str, span: Span, ids: list[str]) -> Party:
        return Party(span.of(text), span, skewed(ids, self._chance), "registry", 0.9)


def fill(store: Store, maker: Maker, count: int) -> tuple[float, float]:
    """Seconds spent adding and entering; making the reports is not counted."""
    gazetteer = Gazetteer.shipped()
    added = entered = 0.0
    now = datetime(2024, 1, 1, tzinfo=UTC)
    batch: list[Report] = []

    def flush() -> None:
        nonlocal added, entered, batch
        begin = time.perf_counter()
        store.add([Received(one.document, Origin("file", one.document.name, now)) for one in batch])
        middle = time.perf_counter()
        store.enter(batch, STAMP, gazetteer)
        added += middle - begin
        entered += time.perf_counter() - middle
        batch = []

    for report in maker.reports(count):
        batch.append(report)
        if len(batch) == BATCH:
            flush()
    flush()
    return added, entered


def queries(maker: Maker, seed: int, count: int) -> dict[str, list[Query]]:
    """Searches of each kind, drawn by a seed."""
    chance = Random(seed)
    names = Names(load_registry(), Gazetteer.shipped())

    def words(*parts: str) -> Query:
        wanted, without = parse(" ".join(parts), names)
        return Query(words=wanted, without=without)

    def place() -> Row:
        return skewed(maker.places, chance)

    def days(length: int) -> dict[str, Any]:
        start = FIRST + timedelta(days=chance.randrange(4_900))
        return {"start": start, "end": start + timedelta(days=length)}

    def actor() -> str:
        return skewed(maker.actors, chance)

    def type_() -> str:
        return chance.choice(list(EVENT_TYPE_OF))

    def common() -> str:
        return chance.choice(COMMON[:20])

    def rare() -> Query:
        return words(chance.choice(maker.rare[5_000:]))

    def box() -> Box:
        row = place()
        return Box(row.lat - 0.5, row.lon - 0.5, row.lat + 0.5, row.lon + 0.5)

    kinds: dict[str, Callable[[], Query]] = {
        "nothing": Query,
        "60 days": lambda: Query(**days(60)),
        "a place, 60 days": lambda: Query(within=(Within(ids=(place().id,)),), **days(60)),
        "a box, 60 days, an actor": lambda: Query(box=box(), sides=(Side((actor(),)),), **days(60)),
        "20 km around": lambda: Query(circle=Circle(place().lat, place().lon, 20)),
        "an actor as initiator": lambda: Query(sides=(Side((actor(),), "initiator"),)),
        "a type, 10 killed": lambda: Query(types=(type_(),), losses=(AtLeast("killed", 10),)),
        "a common word": lambda: words(common()),
        "two common words": lambda: words(*chance.sample(COMMON[:20], 2)),
        "a rare word": rare,
        "a common word, 60 days": lambda: replace(words(common()), **days(60)),
        "two words, one rare": lambda: words(common(), chance.choice(maker.rare[:500])),
        "a place by name": lambda: words(place().name),
        "a word in reports": lambda: replace(rare(), whole_report=True),
    }
    return {kind: [make() for _ in range(count)] for kind, make in kinds.items()}


def size_of(store: Store, path: Path) -> float:
    """Megabytes on the disk."""
    if not store.server:
        return sum(one.stat().st_size for one in path.parent.glob(path.name + "*")) / 1e6
    with store.read() as connection:
        size = connection.exec_driver_sql("SELECT pg_database_size(current_database())")
        return int(size.scalar_one()) / 1e6


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def search(store: Store, kind: str, asked: list[Query]) -> None:
    """Run the searches, and tell how long they took and how many claims they gave on average."""
    times, hits = [], []
    for query in asked:
        begin = time.perf_counter()
        hits.append(len(store.search(query, limit=20)))
        times.append(1000 * (time.perf_counter() - begin))
    times.sort()
    middle, late = statistics.median(times), times[int(0.95 * (len(times) - 1))]
    tell(f"{kind:<25} p50 {middle:>8.1f}  p95 {late:>8.1f} ms  {statistics.mean(hits):>5.1f} found")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("db", help="a new file, or postgresql://…")
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--searches", type=int, default=20, help="of each kind")
    parser.add_argument("--keep", action="store_true", help="search what is there")
    given = parser.parse_args()
    maker = Maker(1)
    with create(given.db) as store:
        if not given.keep:
            added, entered = fill(store, maker, given.reports)
            tell(f"add    {given.reports / added:>9,.0f} reports a second")
            tell(f"enter  {given.reports * CLAIMS / entered:>9,.0f} claims a second")
        size = size_of(store, Path(given.db))
        tell(f"size   {size:>9,.0f} MB for {store.counts()['claims']:,} claims")
        for kind, asked in queries(maker, 2, given.searches).items():
            search(store, kind, asked)


if __name__ == "__main__":
    main()
