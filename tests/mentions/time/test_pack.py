"""The examples inside time.toml hold."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from sijill.mentions.time.dateline import publication_date
from sijill.text.fold import fold, loosen
from tests.mentions.time.room import dated, pack, spans, tagged, words


def sections() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, section in pack().rules["time"].items():
        for table in section if isinstance(section, list) else [section]:
            yield name, table


def examples(kind: str) -> list[tuple[str, Any]]:
    return [(name, example) for name, table in sections() for example in table.get(kind, ())]


FINDS = [(name, example) for name, example in examples("finds") if name != "dateline"]
SKIPS = [(name, text) for name, text in examples("skips") if name != "dateline"]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("name", "example"), FINDS)
def test_what_a_rule_finds_is_found_and_dated(name: str, example: dict[str, str]) -> None:
    found = dated(example["text"], day(example.get("on")))
    assert example["span"] in found
    value = found[example["span"]]
    assert (value.start, value.end) == (day(example.get("start")), day(example.get("end")))
    if "precision" in example:
        assert value.precision == example["precision"]


@pytest.mark.parametrize(("name", "text"), SKIPS)
def test_what_a_rule_skips_is_no_time(name: str, text: str) -> None:
    assert spans(text) == []


def test_date_lines_are_read_and_running_prose_is_not() -> None:
    section = pack().rules["time"]["dateline"]
    for example in section["finds"]:
        value = publication_date(tagged(example["text"]), words())
        assert value is not None and value.span is not None
        assert value.span.of(example["text"]) == example["span"]
    for text in section["skips"]:
        assert publication_date(tagged(text), words()) is None


def test_no_word_stands_twice_in_a_table_however_it_is_spelt() -> None:
    rules = pack().rules["time"]
    tables = [rules[name] for name in ("weekdays", "shifts", "sides", "parts", "parts_of_day")]
    tables += [*rules["months"].values(), *rules["units"].values(), rules["seasons"]]
    for table in tables:
        spelt = [loosen(fold(word)) for listed in table.values() for word in listed]
        assert sorted(set(spelt)) == sorted(spelt)
