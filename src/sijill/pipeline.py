"""The walk of a report through the rooms: text, mentions, claims, incidents."""

import gc
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from sijill import __version__
from sijill.claims.assemble import assemble
from sijill.claims.control import control_statements
from sijill.claims.scene import Moment, Scene, Site, locate
from sijill.gazetteer.table import Gazetteer
from sijill.incidents.within import group
from sijill.lexicon import pack as packs
from sijill.lexicon import verbs
from sijill.lexicon.grammar import compile_grammar
from sijill.lexicon.lexicon import Lexicon
from sijill.lexicon.tagged import Tagged, tag
from sijill.mentions.actor import find as actor_find
from sijill.mentions.actor import resolve as actor_resolve
from sijill.mentions.actor import vocabulary as actor_vocabulary
from sijill.mentions.actor.country import countries_of
from sijill.mentions.attribution import find as attribution_find
from sijill.mentions.attribution.vocabulary import compile_attribution
from sijill.mentions.place import expect as place_expect
from sijill.mentions.place import find as place_find
from sijill.mentions.place import resolve as place_resolve
from sijill.mentions.place import vocabulary as place_vocabulary
from sijill.mentions.quantity import find as quantity_find
from sijill.mentions.quantity import vocabulary as quantity_vocabulary
from sijill.mentions.quantity.people import sides_of
from sijill.mentions.time import dateline
from sijill.mentions.time import find as time_find
from sijill.mentions.time import resolve as time_resolve
from sijill.mentions.time import vocabulary as time_vocabulary
from sijill.mentions.trigger import find as trigger_find
from sijill.mentions.trigger import vocabulary as trigger_vocabulary
from sijill.model.document import DateBasis, Document
from sijill.model.mention import ActorMention, PlaceValue, TriggerMention
from sijill.model.report import Report
from sijill.model.span import Span
from sijill.registry.ground import bounds, holds
from sijill.registry.registry import Registry
from sijill.registry.registry import load as load_registry
from sijill.text import residue

_LINE, _YEAR = re.compile(r"[^\r\n]+"), re.compile(r"\d{4}")
_HEAD = 120
"""Characters of a line in which a date line can stand."""
_GROUND = frozenset(("capture", "lose", "expel", "fall"))
"""Triggers of fights for ground."""


class Engine:
    """Codes reports. Holds the compiled pack, gazetteer and registry; never changes.

    Call it with a text or a Document; `pipe` streams many.
    """

    def __init__(
        self,
        pack: packs.Pack,
        gazetteer: Gazetteer | None = None,
        registry: Registry | None = None,
    ) -> None:
        self.pack = pack
        self.gazetteer = gazetteer if gazetteer is not None else Gazetteer.load_default()
        self.registry = registry if registry is not None else load_registry()
        self._holds = holds()
        self._actors = actor_vocabulary.read(pack, self.registry)
        self._places = place_vocabulary.compiled(pack, self.gazetteer)
        self._times = time_vocabulary.vocabulary(pack)
        self._quantities = quantity_vocabulary.vocabulary_of(pack)
        self._sides = sides_of(pack).of
        model = pack.rules.get("confidence", {})
        self._weights = {str(k): float(v) for k, v in model.get("weights", {}).items()}
        self._floor = float(model.get("floor", 0.0))
        self._triggers = trigger_vocabulary.compile_triggers(pack)
        self._attributions = compile_attribution(pack)
        self._grammar = compile_grammar(pack)
        self._residue = residue.compile_rules(pack.rules.get("residue", {}))
        self.lexicon = Lexicon(
            [
                *verbs.entries(pack),
                *trigger_vocabulary.entries(pack),
                *actor_vocabulary.entries(self._actors),
                *place_vocabulary.entries(pack, self.gazetteer),
                *time_vocabulary.entries(pack),
                *quantity_vocabulary.entries(pack),
            ]
        )

    def __call__(
        self, report: str | Document, *, published: date | None = None, name: str = ""
    ) -> Report:
        """The coded report. `published` overrides the document's own date."""
        document = document_of(report, name) if isinstance(report, str) else report
        if published is not None:
            document = replace(document, published=published, published_basis=DateBasis.OPTION)
        if document.language != self.pack.language:
            notice = (
                f"language {document.language}, not {self.pack.language}: passed over; "
                "give a pack of that language to code it"
            )
            return self._report(document, notices=(notice,))
        with _undisturbed():
            return self._coded(document)

    def _coded(self, document: Document) -> Report:
        tagged = self.tag(document)
        scene = self.scene(tagged)
        claims, incidents = group(assemble(scene, country_of(scene)))
        return replace(
            self._report(tagged.document),
            claims=claims,
            incidents=incidents,
            control=tuple(control_statements(scene)),
            notices=tuple(_contradictions(scene)),
        )

    def pipe(self, reports: Iterable[str | Document]) -> Iterator[Report]:
        """The coded reports one by one, in the order given; nothing is kept."""
        for report in reports:
            yield self(report)

    def tag(self, document: Document) -> Tagged:
        """The document taken apart, its residue set aside and its dateline read."""
        left_out = residue.find(document.text, self._residue)
        document = replace(document, residue=left_out)
        if document.published is None and _states_year(document.text):
            whole = tag(document, self.lexicon, _long_tails(document.text))
            value = dateline.publication_date(whole, self._times)
            if value is not None and value.start is not None:
                document = replace(
                    document, published=value.start, published_basis=DateBasis.DATELINE
                )
        return tag(document, self.lexicon, (piece.span for piece in left_out))

    def scene(self, tagged: Tagged) -> Scene:
        """Everything the finders see in the document, resolved."""
        published = tagged.document.published
        found = actor_find.find(tagged, self._actors, self.registry)
        masked = actor_find.masks(found)
        triggers = trigger_find.find(tagged, self._triggers, self._grammar)
        triggers = _unmasked(triggers, masked)
        expected = place_expect.expected(tagged, self._places, triggers, masked)
        places = place_find.find(tagged, self._places, masked, expected)
        countries = countries_of(found, self.registry)
        values = place_resolve.resolve(places, self.gazetteer, self._places, countries)
        country = _country(values) or (countries[0] if countries else None)
        actors = actor_resolve.resolve(
            found, tagged, self._actors, self.registry, country, published
        )
        times = time_find.find(tagged, self._times)
        triggers = _unmasked(triggers, [time.span for time in times])
        earliest, latest = self._bounds(triggers, actors, country)
        moments = time_resolve.resolve(times, published, earliest=earliest, latest=latest)
        losses = quantity_find.find(tagged, self._quantities)
        attributions = attribution_find.find(tagged, self._attributions, self._grammar, actors)
        return Scene(
            tagged=tagged,
            grammar=self._grammar,
            rules=self._triggers.triggers,
            registry=self.registry,
            published=published,
            triggers=triggers,
            actors=locate(tagged, actors, [actor.span for actor in actors]),
            places=locate(
                tagged,
                [Site(m, v) for m, v in zip(places, values, strict=True)],
                [place.span for place in places],
            ),
            times=locate(
                tagged,
                [Moment(m, v) for m, v in zip(times, moments, strict=True)],
                [time.span for time in times],
            ),
            losses=locate(tagged, losses, [loss.span for loss in losses]),
            attributions=attributions,
            sides=self._sides,
            weights=self._weights,
            floor=self._floor,
            speakers=frozenset(
                span for a in attributions for s in a.sources for span in (s.span, s.head)
            ),
        )

    def _bounds(
        self,
        triggers: Sequence[TriggerMention],
        actors: Sequence[ActorMention],
        country: str | None,
    ) -> tuple[date | None, date | None]:
        """Between which days a report without a date can lie: after all its parties were founded,

        and, if it tells of ground won or lost, while they held ground.
        """
        named = sorted({a.actor for a in actors if a.actor and a.actor in self.registry})
        founded = [d for d in (self.registry.actor(actor).start for actor in named) if d]
        earliest, latest = max(founded, default=None), None
        if any(trigger.event in _GROUND for trigger in triggers):
            start, latest = bounds(self._holds, named, country)
            earliest = max(filter(None, (earliest, start)), default=None)
        return earliest, latest

    def _report(self, document: Document, notices: tuple[str, ...] = ()) -> Report:
        return Report(
            document=document,
            claims=(),
            incidents=(),
            control=(),
            program=__version__,
            pack=self.pack.label,
            notices=notices,
        )


def load(
    language: str = "ar",
    *,
    pack: Path | None = None,
    gazetteer: Gazetteer | None = None,
    registry: Registry | None = None,
) -> Engine:
    """An engine for `language`, with its bundled pack or the one in folder `pack`.

    Raises PackError, GazetteerError or RegistryError if the data are not well formed.
    """
    with _lasting():
        chosen = packs.read(pack) if pack is not None else packs.bundled(language)
        return Engine(chosen, gazetteer, registry)


@contextmanager
def _lasting() -> Iterator[None]:
    """What is made in here lives on: the garbage collector is kept from walking over it.

    An engine is some 200,000 objects. Walking over them while they are made, and now and then
    while reports are coded, would take a tenth of the time of all.
    """
    collecting = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if collecting:
            gc.enable()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Nobody looks for garbage in here: it comes after the report, when next to all is gone.

    A report makes thousands of objects and hardly a cycle. Looking through them twenty times
    while they are in use would take a twentieth of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def document_of(text: str, name: str = "") -> Document:
    """A document of a bare text, taken to be in the engine's own language."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name=name or digest[:12], text=text, sha256=digest)


def _states_year(text: str) -> bool:
    """Whether the head of any line holds a year in digits, as every date line does."""
    return any(
        _YEAR.search(text, line.start(), min(line.end(), line.start() + _HEAD))
        for line in _LINE.finditer(text)
    )


def _long_tails(text: str) -> list[Span]:
    """What follows the head of each long line: a date line is short, or opens one."""
    found: list[Span] = []
    for line in _LINE.finditer(text):
        if line.end() - line.start() > _HEAD:
            found.append(Span(line.start() + _HEAD, line.end()))
    return found


def country_of(scene: Scene) -> str | None:
    """The country that most of the document's resolved places lie in."""
    return _country([located.item.value for located in scene.places.items])


def _country(values: Sequence[PlaceValue]) -> str | None:
    counts: dict[str, int] = {}
    for value in values:
        if value.country is not None:
            counts[value.country] = counts.get(value.country, 0) + 1
    return max(counts, key=lambda country: (counts[country], country)) if counts else None


def _unmasked(triggers: Sequence[TriggerMention], masked: Sequence[Span]) -> list[TriggerMention]:
    """The triggers that are no part of a name ("هيئة تحرير الشام")."""
    masks = sorted(masked)
    starts = [mask.start for mask in masks]
    furthest = list(accumulate((mask.end for mask in masks), max))
    found: list[TriggerMention] = []
    for trigger in triggers:
        before = bisect_right(starts, trigger.span.start)
        if not before or furthest[before - 1] < trigger.span.end:
            found.append(trigger)
    return found


def _contradictions(scene: Scene) -> Iterator[str]:
    for located in scene.times.items:
        value = located.item.value
        if value.contradiction is not None:
            yield f"time {located.item.mention.span.of(scene.tagged.text)!r}: {value.contradiction}"
