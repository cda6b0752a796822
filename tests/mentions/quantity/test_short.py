"""Everyday ways of telling losses, each with its amounts in short: `k5 i10 c2-p`.

The letter is the kind (killed, injured, captured, missing, displaced), then follow least and most
("20-" without an upper end), and `p` for a part of the number before.
"""

from pathlib import Path

import pytest

from sijill.model.mention import LossMention
from tests.mentions.quantity.conftest import Losses

LINES = (Path(__file__).parent / "short.txt").read_text(encoding="utf-8").splitlines()


def _short(mention: LossMention) -> str:
    low, high = mention.amount.minimum, mention.amount.maximum
    most = "" if low == high else f"-{'' if high is None else high}"
    return f"{mention.kind[0]}{low}{most}{'p' if mention.part_of else ''}"


@pytest.mark.parametrize("line", LINES)
def test_a_phrase_gives_its_losses(losses: Losses, line: str) -> None:
    text, _, expected = line.partition(" =>")
    assert " ".join(_short(mention) for mention in losses(text)) == expected.strip()
