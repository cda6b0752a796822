"""Every naming in `namings.txt` is found as stated, and nothing else in its sentence."""

from datetime import date
from pathlib import Path

import pytest

from tests.mentions.actor.room import named

_LINES = [
    line
    for line in (Path(__file__).parent / "namings.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize("line", _LINES)
def test_a_sentence_names_these_and_nobody_else(line: str) -> None:
    text, country, published, expected = (part.strip() for part in line.split("|"))
    wanted = [tuple(pair.strip().rsplit(" = ", 1)) for pair in expected.split(";") if pair.strip()]
    day = date.fromisoformat(published) if published else None
    said = [(words, actor or "-") for words, actor in named(text, country or None, day)]
    assert said == wanted
