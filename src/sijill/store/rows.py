"""A coded report as rows: the columns that search and linking ask for, and all else as JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from sijill.gazetteer.row import ADM1, ADM2, Row
from sijill.model.claim import Claim, Loss, Party, Place
from sijill.model.codec import Json, line, to_json
from sijill.model.report import Report
from sijill.ontology.types import EVENT_TYPE_OF, LOSS_KINDS
from sijill.text.fold import fold, loosen
from sijill.text.stem import stems

_OWN_ROWS = ("claims", "control", "text")
"""Parts of a record that have rows of their own."""
NAMELESS = "~"
"""Begins the key of an actor that the registry does not have."""


Columns = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """A coding as rows, in text order, without the numbers that the store gives."""

    record: str
    """What it says of the whole report: document, residue, incidents, notices."""
    claims: list[Columns]
    parties: list[list[Columns]]
    """Of each claim, each pair of actor and role once."""
    control: list[Columns]


class Places(Protocol):
    """A gazetteer, for the units that a place lies in."""

    def get(self, id_: str | None) -> Row | None: ...


def rows_of(report: Report, places: Places) -> Rows:
    """Everything that is kept of a coding."""
    whole = to_json(report, text=False)
    return Rows(
        record=line({key: value for key, value in whole.items() if key not in _OWN_ROWS}),
        claims=_claim_rows(report, whole["claims"], places),
        parties=[_party_rows(claim) for claim in report.claims],
        control=_control_rows(report, whole["control"], places),
    )


def _claim_rows(report: Report, written: list[Json], places: Places) -> list[Columns]:
    return [
        {
            "claim": claim.id,
            "ordinal": ordinal,
            "label": claim.incident,
            "type": claim.type,
            "event_type": EVENT_TYPE_OF.get(claim.type, ""),
            "stance": claim.stance,
            "status": claim.status,
            "day": _day(claim.time.start) or 0,
            "start_day": _day(claim.time.start),
            "end_day": _day(claim.time.end or claim.time.start),
            "time_precision": claim.time.precision,
            **place_columns(claim.place, places),
            "uncertainty_km": None if claim.place is None else claim.place.uncertainty_km,
            **_losses(claim.casualties),
            "trigger_start": claim.trigger_span.start,
            "trigger_end": claim.trigger_span.end,
            "confidence": float(claim.confidence),
            "record": line(record),
            "stems": stream(_words(claim)),
        }
        for ordinal, (claim, record) in enumerate(zip(report.claims, written, strict=True))
    ]


def _control_rows(report: Report, written: list[Json], places: Places) -> list[Columns]:
    return [
        {
            "ordinal": ordinal,
            "actor": actor_key(one.actor),
            "extent": one.extent,
            **place_columns(one.place, places),
            "confidence": float(one.confidence),
            "record": line(record),
        }
        for ordinal, (one, record) in enumerate(zip(report.control, written, strict=True))
    ]


def _party_rows(claim: Claim) -> list[Columns]:
    roles: tuple[tuple[str, Iterable[Party]], ...] = (
        ("initiator", claim.initiator),
        ("target", claim.target),
        ("source", claim.sources),
    )
    pairs = [(role, actor_key(party)) for role, parties in roles for party in parties]
    return [{"role": role, "actor": actor} for role, actor in dict.fromkeys(pairs)]


def actor_key(party: Party) -> str:
    """The actor's id, or for one that the registry does not have its name in one spelling."""
    return party.id or unlisted_key(party.text)


def unlisted_key(name: str) -> str:
    """How an actor is kept that has a name and no id."""
    return NAMELESS + " ".join(stems(name))


def stream(words: Iterable[str]) -> str:
    """Stems as the search columns keep them: each once, a blank before, between and after."""
    return f" {' '.join(sorted(set(words)))} "


def place_columns(place: Place | None, places: Places) -> dict[str, Any]:
    """Where, with the units that the place lies in or is."""
    if place is None:
        names = ("place", "place_name", "country", "adm1", "adm2", "place_precision", "lat", "lon")
        return dict.fromkeys(names)
    row = places.get(place.place)
    return {
        "place": place.place,
        "place_name": loosen(fold(place.name)),
        "country": place.country,
        "adm1": _unit(row, ADM1),
        "adm2": _unit(row, ADM2),
        "place_precision": place.precision,
        "lat": place.lat,
        "lon": place.lon,
    }


def _unit(row: Row | None, level: str) -> str | None:
    if row is None:
        return None
    return row.id if row.kind == level else (row.adm1 if level == ADM1 else row.adm2)


def _words(claim: Claim) -> list[str]:
    """Every word that the claim's values and its quote are written with."""
    parties = (*claim.initiator, *claim.target, *claim.sources)
    texts = [claim.quote, *(party.text for party in parties)]
    if claim.place is not None:
        texts += [claim.place.text, claim.place.name]
    return [stem for text in dict.fromkeys(texts) for stem in stems(text)]


def _losses(losses: Sequence[Loss]) -> dict[str, int | None]:
    """Per kind the sum over the sides; parts are in it. One open end leaves the sum open."""
    found: dict[str, int | None] = {}
    for kind in LOSS_KINDS:
        ours = [loss for loss in losses if loss.kind == kind]
        most = [loss.maximum for loss in ours if loss.maximum is not None]
        found[f"{kind}_min"] = sum(loss.minimum for loss in ours) if ours else None
        found[f"{kind}_max"] = sum(most) if ours and len(most) == len(ours) else None
    return found


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
