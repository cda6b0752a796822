"""Claims on a map: a GeoJSON FeatureCollection (RFC 7946), one feature a claim.

A claim whose place has no coordinates is a feature without geometry, so that none is lost.
Precision and uncertainty stand in the properties of every feature: a point is not a promise.
"""

from collections.abc import Iterable, Iterator

from sijill.export.options import Options
from sijill.model.claim import Claim
from sijill.model.codec import FORMAT, Json, line, to_json
from sijill.model.report import Report
from sijill.ontology.types import EVENT_TYPE_OF


def pieces(reports: Iterable[Report], options: Options) -> Iterator[str]:
    """The collection in pieces, one feature a line; whole once all are joined."""
    head = {
        "type": "FeatureCollection",
        "generator": "sijill",
        "properties_from": FORMAT,
        "attribution": [{"name": one.name, "licence": one.licence} for one in options.attribution],
    }
    yield line(head)[:-1] + ',"features":['
    separator = "\n"
    for report in reports:
        for feature in features(report):
            yield separator + line(feature)
            separator = ",\n"
    yield "\n]}\n"


def features(report: Report) -> Iterator[Json]:
    """One feature for each claim, in text order."""
    coded = to_json(report, text=False)
    origin = {key: coded[key] for key in ("document", "sha256", "published", "title")}
    made_by = {key: coded[key] for key in ("program", "pack")}
    for claim, value in zip(report.claims, coded["claims"], strict=True):
        place = value["place"] or {}
        properties = {
            **origin,
            "event_type": EVENT_TYPE_OF.get(claim.type),
            **{key: one for key, one in value.items() if key != "trace"},
            "precision": place.get("precision", 7),
            "uncertainty_km": place.get("uncertainty_km"),
            **made_by,
        }
        yield {
            "type": "Feature",
            "id": claim.id,
            "geometry": _geometry(claim),
            "properties": properties,
        }


def _geometry(claim: Claim) -> Json | None:
    place = claim.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}
