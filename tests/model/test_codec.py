"""The report format: it loses nothing, is always the same bytes, and one line stays one line."""

import json
import math
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from sijill.model.codec import FORMAT, FormatError, dumps, from_json, line, loads, to_json
from sijill.model.report import Report
from tests import samples, strategies

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "schema" / "report-1.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@settings(max_examples=12, deadline=None)
@given(strategies.reports())
def test_a_report_comes_back_as_it_was(report: Report) -> None:
    assert loads(dumps(report)) == report


@settings(max_examples=12, deadline=None)
@given(strategies.reports())
def test_one_report_is_one_line_for_every_reader_and_encodes_as_utf8(report: Report) -> None:
    written = dumps(report)
    assert len(written.splitlines()) == 1
    assert json.loads(written.encode("utf-8")) == to_json(report)


@settings(max_examples=12, deadline=None)
@given(strategies.reports())
def test_the_published_schema_holds_for_every_report(report: Report) -> None:
    VALIDATOR.validate(to_json(report))


def test_the_schema_is_a_schema_and_is_shipped_with_the_package() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    shipped = ROOT / "src" / "sijill" / "export" / "schema" / "report-1.json"
    assert shipped.read_bytes() == (ROOT / "schema" / "report-1.json").read_bytes()


def test_the_schema_names_exactly_the_fields_that_are_written() -> None:
    record = to_json(samples.report())
    claim = record["claims"][0]
    parts = {
        "claim": claim,
        "time": claim["time"],
        "place": claim["place"],
        "party": claim["sources"][0],
        "loss": claim["casualties"][0],
        "trace": claim["trace"][0],
        "control": record["control"][0],
        "incident": record["incidents"][0],
        "residue": record["residue"][0],
    }
    assert list(SCHEMA["properties"]) == list(record)
    for name, part in parts.items():
        assert sorted(SCHEMA["$defs"][name]["properties"]) == sorted(part), name


def test_every_span_leads_to_its_words() -> None:
    record = to_json(samples.report())
    text = record["text"]
    for claim in record["claims"]:
        for words, span in (
            (claim["trigger"], claim["trigger_span"]),
            (claim["quote"], claim["quote_span"]),
            *((p["text"], p["span"]) for p in claim["initiator"] + claim["sources"]),
        ):
            assert text[span[0] : span[1]] == words


def test_the_order_of_a_mapping_does_not_change_the_bytes() -> None:
    first = samples.report()
    claim = first.claims[0]
    turned = replace(claim, field_confidence=dict(reversed(claim.field_confidence.items())))
    assert dumps(replace(first, claims=(turned, *first.claims[1:]))) == dumps(first)


def test_a_record_without_its_text_needs_the_text_handed_in() -> None:
    report = samples.report()
    written = dumps(report, text=False)
    assert json.loads(written)["text"] is None
    assert loads(written, text=samples.TEXT) == report
    with pytest.raises(FormatError, match="hand the text in"):
        loads(written)
    with pytest.raises(FormatError, match="not the one that was coded"):
        loads(written, text="نص آخر")


def test_another_format_is_refused_by_name() -> None:
    with pytest.raises(FormatError, match="sijill-report/2"):
        from_json({**to_json(samples.report()), "format": "sijill-report/2"})


@pytest.mark.parametrize("raw", ["", "[]", "{}", "{"])
def test_what_is_not_a_report_is_refused(raw: str) -> None:
    with pytest.raises(FormatError):
        loads(raw)


@pytest.mark.parametrize("missing", ["claims", "sha256", "incidents", "text"])
def test_a_record_with_a_field_missing_is_refused_with_its_name(missing: str) -> None:
    record = to_json(samples.report())
    del record[missing]
    with pytest.raises(FormatError, match=missing):
        from_json(record)


def test_not_a_number_is_never_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        line({"confidence": math.nan})


def test_a_file_name_that_is_not_utf8_still_comes_back() -> None:
    report = samples.report(name="\udce9.txt")
    dumps(report).encode("utf-8")
    assert loads(dumps(report)) == report


def test_the_format_says_its_version_first() -> None:
    assert dumps(samples.report()).startswith(f'{{"format":"{FORMAT}"')
