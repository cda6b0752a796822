"""Resolve place mentions of one document: which place each names, with what precision."""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from sijill.gazetteer.table import Gazetteer, Row
from sijill.mentions.place.context import Context
from sijill.mentions.place.reader import key_of
from sijill.mentions.place.refer import Reading, antecedent, unit
from sijill.mentions.place.score import Weighed, settled, weigh
from sijill.mentions.place.value import full_name, pointed, precision, typed_name
from sijill.mentions.place.vocabulary import TypeNoun, Vocabulary, rank
from sijill.model.mention import PlaceMention, PlaceValue
from sijill.text.fold import fold

_CLEAR = 2.0
"""Lead at which a reading is settled without the document's other places."""
_ENOUGH = 0.75
"""Lead at which it is settled with them; below it no reading is chosen."""
_TOWNED = frozenset(("neighbourhood", "street", "hospital", "university", "site", "port"))
"""Classes of places so often in a town that the document's only city can be theirs."""
_HELD = frozenset(("region", "neighbourhood", "camp"))
"""Classes beside sites whose place a stated town's point can stand for."""
_APART = 150.0
"""Kilometres from every other place of the document beyond which a small place is not meant."""
_REACH = 400
"""Characters back to the document's only city within which it holds an unknown site."""
_CITIES = frozenset(("city", "town"))


def resolve(
    mentions: Sequence[PlaceMention],
    gazetteer: Gazetteer,
    vocabulary: Vocabulary,
    countries: Iterable[str] = (),
    near: Iterable[str] = (),
) -> list[PlaceValue]:
    """A value for every mention, in the same order.

    `countries` are ISO codes that speak for the document (its outlet's, its actors'); `near`
    gazetteer ids of places known to be its own. A name that cannot be told apart, or lies in a
    country the document does not speak of, gets a value without coordinates.
    """
    resolver = _Resolver(gazetteer, vocabulary, Context(mentions, vocabulary, countries, near))
    return resolver.values(mentions)


class _Resolver:
    def __init__(self, gazetteer: Gazetteer, vocabulary: Vocabulary, context: Context) -> None:
        self.gazetteer = gazetteer
        self.vocabulary = vocabulary
        self.context = context
        self.read: list[Reading] = []
        self._chosen: dict[tuple[str, str | None, str | None], Weighed] = {}

    def values(self, mentions: Sequence[PlaceMention]) -> list[PlaceValue]:
        for mention in mentions:
            self._settle_first(mention)
        return [self._value(mention) for mention in mentions]

    # -- candidates -----------------------------------------------------------------------

    def _noun(self, mention: PlaceMention) -> TypeNoun | None:
        return self.vocabulary.types.get(mention.kind) if mention.kind else None

    def _rows(self, mention: PlaceMention) -> list[Row]:
        """The rows the name can mean: as written with its noun, as found, then loosely."""
        rows: dict[str, Row] = {}
        full = key_of(mention.full or mention.name)
        noun = self._noun(mention)
        typed = f"{fold(noun.word)} {key_of(mention.name)}" if noun is not None else full
        for key in (full, typed):
            rows.update((row.id, row) for row in self.gazetteer.lookup(key))
        for id_ in mention.places:
            rows[id_] = self.gazetteer.row(id_)
        if not rows:
            for key in (full, key_of(mention.name)):
                for row in self.gazetteer.loose(key):
                    rows[row.id] = row
        if not rows and mention.kind in _CITIES:
            rows.update((row.id, row) for row in self._misspelt(key_of(mention.name)))
        return list(rows.values())

    def _misspelt(self, key: str) -> list[Row]:
        """Cities of the document, or large ones of its countries, one letter away."""
        if len(key) < 4:
            return []
        near = [row for row in self.context.anchors if rank(row) >= 2]
        near += self.vocabulary.cities(self.context.home)
        return [
            row for row in near if Levenshtein.distance(key, key_of(row.name), score_cutoff=1) <= 1
        ]

    def _readings(self, mention: PlaceMention) -> list[Weighed]:
        noun = self._noun(mention)
        parent = self._place(mention.parent) if mention.parent is not None else None
        rows = self._rows(mention)
        found = weigh(mention, rows, noun, parent, self.context)
        if not found and mention.places:
            rows = list(self.gazetteer.loose(key_of(mention.name)))
            found = weigh(mention, rows, noun, parent, self.context)
        beside = mention.parent is not None and mention.parent.operator in ("direction", "near")
        if not found and beside:
            # "شرقي حلب" is a loose parent: the name itself may say more.
            found = weigh(mention, rows, noun, None, self.context)
        return found

    def _settle_first(self, mention: PlaceMention) -> None:
        """First pass: what is clear without the rest becomes an anchor for it."""
        if mention.anaphor:
            return
        readings = self._readings(mention)
        if not readings or not settled(readings, _CLEAR):
            return
        best = readings[0].row
        local = mention.kind is not None and self.context.share(best.country) >= 0.5
        if rank(best) >= 2 or local or mention.parent is not None:
            self.context.anchor(best)

    def _place(self, mention: PlaceMention) -> Row | None:
        """The row a parent means."""
        if mention.anaphor:
            found = self._refer(mention)
            return found.row or found.town if found is not None else None
        best = self._best(mention)
        return best.row if best is not None else None

    def _best(self, mention: PlaceMention) -> Weighed | None:
        readings = self._readings(mention)
        if not settled(readings, _ENOUGH) or self._contradicted(mention, readings[0].row):
            return None
        return readings[0]

    def _misfit(self, mention: PlaceMention, readings: Sequence[Weighed]) -> bool:
        return settled(readings, _ENOUGH) and self._contradicted(mention, readings[0].row)

    def _contradicted(self, mention: PlaceMention, row: Row) -> bool:
        """A type noun against the only reading, or a small place far from all the others."""
        noun = self._noun(mention)
        if noun is not None and row.kind not in noun.kinds:
            return not (noun.site and row.kind in ("site", "neighbourhood"))
        size = rank(row)
        if mention.parent is not None or size > 2:
            return False
        distance = self.context.distance(row)
        share = self.context.share(row.country)
        if distance is None:
            return size == 1 and (noun is None or share < 0.5)
        return distance > _APART and (size == 1 or share < 0.5)

    # -- values ---------------------------------------------------------------------------

    def _value(self, mention: PlaceMention) -> PlaceValue:
        if mention.anaphor:
            reading = self._refer(mention)
            if reading is None:
                return _unread(mention)
            return self._finish(reading, (), "refers back")
        readings = self._readings(mention)
        best = self._best(mention)
        noun = self._noun(mention)
        row = best.row if best is not None else None
        town = None if row is not None else self._town(mention, noun)
        name = typed_name(mention.full, mention.name, noun)
        if row is not None and best is not None and ("spelling", -0.5) in best[2]:
            name = row.name if noun is None or not noun.keep else name
        reading = Reading(mention, noun, row, name, town)
        self.read.append(reading)
        if row is not None:
            self.context.anchor(row)
        return self._finish(
            reading, readings, _reason(best, readings, town, self._misfit(mention, readings))
        )

    def _town(self, mention: PlaceMention, noun: TypeNoun | None) -> Row | None:
        """The town that holds a place without a row: its parent, or the document's only one."""
        if noun is None or not (noun.site or noun.cls in _HELD):
            return None
        parent = mention.parent
        while parent is not None:
            row = self._place(parent)
            if row is not None and row.kind in ("city", "town", "village", "neighbourhood", "camp"):
                return row
            if row is not None and row.kind != "adm1" and row.kind != "country":
                return row
            parent = parent.parent
        if mention.parent is not None:
            return None
        if rows := [row for row in map(self.gazetteer.row, mention.places) if row.kind == "city"]:
            # "مطار عدن", "جامعة حلب": the site is named after its city.
            home = [row for row in rows if self.context.share(row.country) >= 0.2]
            return home[0] if len(home) == 1 else None
        return self._only_city(mention) if noun.cls in _TOWNED else None

    def _only_city(self, mention: PlaceMention) -> Row | None:
        """The document's only city, if it was named shortly before."""
        cities = [row for row in self.context.anchors if row.kind in _CITIES]
        if len(cities) != 1:
            return None
        for reading in reversed(self.read):
            if mention.span.start - reading.mention.span.end > _REACH:
                return None
            if reading.row is cities[0] or reading.town is cities[0]:
                return cities[0]
        return None

    def _refer(self, mention: PlaceMention) -> Reading | None:
        noun = self._noun(mention)
        if mention.kind in ("country", "capital", "governorate"):
            row = unit(mention, self.gazetteer, self.read, self.context)
            if row is None:
                return None
            name = row.name
            if mention.kind == "governorate" and not name.startswith("ريف"):
                name = f"{noun.word if noun else ''} {name}".strip()
            return Reading(_renamed(mention, name), noun, row, name)
        found = antecedent(mention, noun, self.read, self.context.home)
        if found is None:
            return self._owned(mention, noun)
        return Reading(_renamed(mention, found.name), found.noun, found.row, found.name, found.town)

    def _owned(self, mention: PlaceMention, noun: TypeNoun | None) -> Reading | None:
        """ "مطارها": the site of the town named last."""
        if mention.rule != "place.possessed" or noun is None:
            return None
        city = next(
            (
                reading.row
                for reading in reversed(self.read)
                if reading.row is not None and reading.row.kind in ("city", "town", "village")
            ),
            None,
        )
        if city is None:
            return None
        name = f"{noun.word} {city.name}"
        row = next(iter(self.gazetteer.lookup(key_of(name))), None)
        return Reading(mention, noun, row, name, None if row else city)

    def _finish(self, reading: Reading, readings: Sequence[Weighed], reason: str) -> PlaceValue:
        mention = reading.mention
        code = precision(reading)
        point = pointed(code, reading)
        inherited = point is not None and reading.row is None
        row = reading.row or reading.town
        return PlaceValue(
            span=mention.span,
            name=full_name(reading),
            lat=point.lat if point else None,
            lon=point.lon if point else None,
            precision=code,
            rule=mention.rule,
            country=row.country if row else self.context.home,
            uncertainty_km=None if point is None else 10.0 if inherited else point.uncertainty_km,
            place=reading.row.id if reading.row else None,
            role=mention.role,
            reasons=(reason,),
            alternatives=tuple(
                other.candidate for other in readings if other.row is not reading.row
            )[:3],
            confidence=_confidence(reading, inherited),
        )


def _renamed(mention: PlaceMention, name: str) -> PlaceMention:
    """The mention with the name that it stands for in its full form."""
    if mention.full is None or mention.operator not in ("countryside", "direction"):
        return mention
    full = mention.full.replace(mention.name, name)
    return PlaceMention(
        span=mention.span,
        head=mention.head,
        name=mention.name,
        rule=mention.rule,
        kind=mention.kind,
        operator=mention.operator,
        direction=mention.direction,
        role=mention.role,
        anaphor=True,
        parent=mention.parent,
        group=mention.group,
        full=full,
    )


def _unread(mention: PlaceMention) -> PlaceValue:
    return PlaceValue(
        span=mention.span,
        name=mention.name,
        lat=None,
        lon=None,
        precision=7,
        rule=mention.rule,
        role=mention.role,
        reasons=("refers to no place named before",),
        confidence=0.2,
    )


def _reason(
    best: Weighed | None, readings: Sequence[Weighed], town: Row | None, misfit: bool
) -> str:
    if best is not None:
        return ", ".join(f"{name} {value:+g}" for name, value in best[2])
    if town is not None:
        return f"not in the gazetteer; stands in {town.name}"
    if misfit:
        return "the only place of this name is of another kind, or far from the others"
    if readings:
        return "several places of this name, none ahead"
    return "no place of this name that fits"


def _confidence(reading: Reading, inherited: bool) -> float:
    if reading.mention.anaphor:
        return 0.7
    if inherited:
        return 0.6
    return 0.9 if reading.row is not None else 0.5
