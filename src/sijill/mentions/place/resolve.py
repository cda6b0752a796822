"""Resolve place mentions of one document: which place each names, with what precision."""

from collections.abc import Iterable, Sequence

from sijill.gazetteer.table import Gazetteer, Row, bare
from sijill.mentions.place.choose import Choice, Chooser
from sijill.mentions.place.context import Context
from sijill.mentions.place.reader import key_of
from sijill.mentions.place.refer import Reading, antecedent, river, shortened, unit
from sijill.mentions.place.score import Weighed
from sijill.mentions.place.value import full_name, pointed, precision, typed_name
from sijill.mentions.place.vocabulary import TypeNoun, Vocabulary
from sijill.model.mention import PlaceCandidate, PlaceMention, PlaceValue
from sijill.text.fold import fold

_TOWNED = frozenset(("neighbourhood", "street", "hospital", "university", "site", "port"))
"""Classes of places so often in a town that the document's only city can be theirs."""
_HELD = frozenset(("region", "neighbourhood", "camp"))
"""Classes beside sites whose place a stated town's point can stand for."""
_LOOSE = ("countryside", "direction", "near")
"""Operators of a parent that leave open where in or beside it a place is."""
_SHOWN = 3
"""How many other readings a value lists."""
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
    context = Context(mentions, vocabulary, gazetteer, countries, near)
    return _Resolver(vocabulary, context).values(mentions)


class _Resolver:
    def __init__(self, vocabulary: Vocabulary, context: Context) -> None:
        self.gazetteer = vocabulary.gazetteer
        self.context = context
        self.chooser = Chooser(vocabulary, context)
        self.read: list[Reading] = []

    def values(self, mentions: Sequence[PlaceMention]) -> list[PlaceValue]:
        """First settle what is clear by itself, then everything, in text order."""
        for mention in mentions:
            if not mention.anaphor:
                self.chooser.settle(mention, self._place(mention.parent))
        return [self._value(mention) for mention in mentions]

    def _place(self, mention: PlaceMention | None) -> Row | None:
        """The row a parent means."""
        if mention is None:
            return None
        if mention.anaphor:
            found = self._refer(mention)
            return found.row or found.town if found is not None else None
        best = self.chooser.choose(mention, self._place(mention.parent)).best
        return best.row if best is not None else None

    # -- values ---------------------------------------------------------------------------

    def _value(self, mention: PlaceMention) -> PlaceValue:
        if mention.anaphor:
            reading = self._refer(mention)
            if reading is None:
                return _unread(mention)
            return self._finish(reading, (), "refers back")
        choice = self.chooser.choose(mention, self._place(mention.parent))
        if choice.best is None and mention.rule == "place.expected":
            reading = shortened(mention, self.read)
            if reading is not None:
                return self._finish(reading, (), "refers back")
        noun = self.chooser.noun(mention)
        row = choice.best.row if choice.best is not None else None
        town = None if row is not None else self._town(mention, noun)
        name = _name(mention, noun, row)
        if noun is not None and noun.cls == "bank" and mention.parent is None and row is None:
            water = river(self.read)
            name = f"{name} ل{water}" if water and mention.head.end == mention.span.end else name
        reading = Reading(mention, noun, row, name, town)
        self.read.append(reading)
        if row is not None:
            self.context.anchor(row, mention.span)
        return self._finish(reading, choice.readings, _reason(choice, town))

    def _town(self, mention: PlaceMention, noun: TypeNoun | None) -> Row | None:
        """The town that holds a place without a row: its parent, or the document's only one."""
        if noun is None or not (noun.site or noun.cls in _HELD):
            return None
        parent = mention.parent
        loose = _LOOSE if noun.cls in _HELD else _LOOSE[:1]
        while parent is not None:
            row = None if parent.operator in loose else self._place(parent)
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
        noun = self.chooser.noun(mention)
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
            return self._owned(mention, noun) or self._strip(mention, noun)
        return Reading(_renamed(mention, found.name), found.noun, found.row, found.name, found.town)

    def _strip(self, mention: PlaceMention, noun: TypeNoun | None) -> Reading | None:
        """ "القطاع" where only its city was named: the unit that is called after it."""
        if noun is None or noun.cls != "strip":
            return None
        for reading in reversed(self.read):
            for row in self.gazetteer.lookup(key_of(f"{noun.word} {reading.name}")):
                return Reading(_renamed(mention, row.name), noun, row, row.name)
        return None

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
            alternatives=_others(reading.row, readings),
            confidence=_confidence(reading, inherited),
        )


def _others(row: Row | None, readings: Sequence[Weighed]) -> tuple[PlaceCandidate, ...]:
    """The best readings but the one that holds."""
    if len(readings) < 2 and row is not None:
        return ()
    return tuple(r.candidate for r in [r for r in readings if r.row is not row][:_SHOWN])


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


def _name(mention: PlaceMention, noun: TypeNoun | None, row: Row | None) -> str:
    """As written, but for a name that the gazetteer knows only in another spelling."""
    name = typed_name(mention.full, mention.name, noun)
    if row is None or (noun is not None and noun.keep):
        return name
    if fold(row.name) == key_of(name):
        return name
    spelt = {bare(key_of(known)) for known in (row.name, *row.names)}
    return name if bare(key_of(name)) in spelt else row.name


def _reason(choice: Choice, town: Row | None) -> str:
    if choice.best is not None:
        return ", ".join(f"{name} {value:+.2g}" for name, value in choice.best.terms if value)
    if town is not None:
        return f"not in the gazetteer; stands in {town.name}"
    if choice.misfit:
        return "the only place of this name is of another kind, or far from the others"
    if choice.readings:
        return "several places of this name, none ahead"
    return "no place of this name that fits"


def _confidence(reading: Reading, inherited: bool) -> float:
    if reading.mention.anaphor:
        return 0.7
    if inherited:
        return 0.6
    return 0.9 if reading.row is not None else 0.5
