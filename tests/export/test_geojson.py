"""GeoJSON: a feature a claim, with or without a point, precision always said."""

import json
from typing import Any

from hypothesis import given, settings

from sijill.export.attribution import Attribution, attribution
from sijill.export.geojson import pieces
from sijill.export.options import Options
from sijill.model.report import Report
from tests import samples, strategies


def collection(*reports: Report, options: Options | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(pieces(reports, options or Options())))
    return found


def test_a_claim_with_coordinates_is_a_point_longitude_first() -> None:
    strike = collection(samples.report())["features"][0]
    assert strike["geometry"] == {"type": "Point", "coordinates": [44.2, 15.47]}
    assert (strike["properties"]["precision"], strike["properties"]["uncertainty_km"]) == (2, 5.0)
    assert strike["properties"]["event_type"] == "Explosions/Remote violence"


def test_a_claim_without_coordinates_keeps_its_place_in_the_list() -> None:
    advance = collection(samples.report())["features"][1]
    assert advance["geometry"] is None
    assert (advance["id"], advance["properties"]["precision"]) == ("c-advance", 7)


def test_the_collection_names_whose_places_it_holds() -> None:
    options = Options(attribution=(Attribution("places", "Example, CC BY 4.0"),))
    assert collection(options=options)["attribution"] == [
        {"name": "places", "licence": "Example, CC BY 4.0"}
    ]


def test_the_shipped_tables_are_credited() -> None:
    assert any("GeoNames" in one.licence for one in attribution())


def test_no_reports_is_an_empty_collection() -> None:
    found = collection()
    assert (found["type"], found["features"]) == ("FeatureCollection", [])


@settings(max_examples=12, deadline=None)
@given(strategies.reports())
def test_every_report_gives_well_formed_features(report: Report) -> None:
    features = collection(report, report)["features"]
    assert len(features) == 2 * len(report.claims)
    for feature in features:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["geometry"] is None or feature["geometry"]["type"] == "Point"
