"""The examples in attribution.toml hold: each finds its words of saying, or skips a near miss."""

from collections.abc import Iterator

import pytest

from sijill.lexicon.pack import bundled
from tests.mentions.attribution.room import found

RULES = bundled("ar").rules["attribution"]


def _finds() -> Iterator[tuple[str, str]]:
    for rule in RULES.values():
        for one in rule.get("finds", ()):
            yield one["text"], one["span"]


def _skips() -> Iterator[str]:
    for rule in RULES.values():
        yield from rule.get("skips", ())


@pytest.mark.parametrize(("text", "span"), list(_finds()))
def test_an_example_is_found(text: str, span: str) -> None:
    assert span in [one.span.of(text) for one in found(text)]


@pytest.mark.parametrize("text", list(_skips()))
def test_a_near_miss_is_skipped(text: str) -> None:
    assert found(text) == []
