"""The examples that the rules of `actors.toml` carry hold."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from sijill.lexicon.pack import bundled
from tests.mentions.actor.room import named


def _examples(key: str) -> list[tuple[str, Any]]:
    return list(_within(bundled("ar").rules["actors"], "", key))


def _within(rules: Mapping[str, Any], where: str, key: str) -> Iterator[tuple[str, Any]]:
    for name, value in rules.items():
        if name == key:
            yield from ((where, example) for example in value)
        elif isinstance(value, Mapping):
            yield from _within(value, f"{where}.{name}".lstrip("."), key)


@pytest.mark.parametrize(("where", "example"), _examples("finds"))
def test_what_a_rule_finds_is_found(where: str, example: dict[str, str]) -> None:
    assert (example["span"], example.get("actor")) in named(example["text"]), where


@pytest.mark.parametrize(("where", "text"), _examples("skips"))
def test_where_a_rule_skips_nobody_is_named(where: str, text: str) -> None:
    assert named(text) == [], where


def test_every_kind_of_head_has_an_example() -> None:
    sections = {where for where, _ in _examples("finds")}
    assert sections >= {f"heads.{name}" for name in bundled("ar").rules["actors"]["heads"]}
