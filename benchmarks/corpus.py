"""Reports to measure with: sentences of the samples, shuffled; the same for the same seed.

Every report also names villages that no other names, since real archives never run out of new
words, and a new word costs more than one seen before.
"""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from sijill.model.document import DateBasis, Document

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (ROOT / "samples" / "ar", ROOT / ".." / "shared" / "seeds")
"""Folders of plain texts; one that is not there is left out."""
LENGTH = 2500
"""Characters of a report, about."""
NEW_WORDS = 8
"""New words of a report: about what a newspaper shows after its first million words."""
_SENTENCE = re.compile(r"[^.؟!\n]{30,}[.؟!]?")
_LETTERS = "ابتجحدرزسشصطعغفقكلمنهوي"
_FIRST = date(2018, 1, 1)


def sentences() -> list[str]:
    """Every sentence of the sources, in order of file name and place."""
    texts = [
        path.read_text(encoding="utf-8")
        for folder in SOURCES
        if folder.is_dir()
        for path in sorted(folder.glob("*.txt"))
    ]
    return [match.group().strip() for text in texts for match in _SENTENCE.finditer(text)]


def reports(count: int, seed: int = 1) -> Iterator[Document]:
    """`count` reports of about LENGTH characters; every second one states its date."""
    chance = random.Random(seed)
    known = sentences()
    for number in range(count):
        text = _text(chance, known)
        dated = number % 2 == 0
        yield Document(
            name=f"{number:05}.txt",
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            published=_FIRST + timedelta(days=number % 2000) if dated else None,
            published_basis=DateBasis.METADATA if dated else None,
        )


def _text(chance: random.Random, known: list[str]) -> str:
    villages = ["".join(chance.choices(_LETTERS, k=7)) for _ in range(NEW_WORDS)]
    paragraphs = [f"شهدت قرى {' و'.join(villages)} هدوءا حذرا."]
    while sum(map(len, paragraphs)) < LENGTH - 150:
        paragraphs.append(" ".join(chance.sample(known, 2)))
    return "\n".join(paragraphs)
