"""What the engine says about gold documents, in the form that the scorer reads."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

from sijill.evaluate.coded import Coded, coded_from, gold_in
from sijill.model.codec import to_json
from sijill.model.report import Report


class Coder(Protocol):
    """The engine as far as it matters here."""

    def __call__(self, report: str, *, published: date | None = None, name: str = "") -> Report: ...


def reports_on(gold: Path, texts: Path, coder: Coder) -> Iterator[Report]:
    """One report for each gold document, coded with the publication date that gold states."""
    for document in gold_in(gold, texts):
        stated = document.gold.published
        published = None if stated is None else date.fromisoformat(stated)
        yield coder(document.text, published=published, name=document.gold.name)


def predict_with(language: str) -> Callable[[Path, Path], dict[str, Coded]]:
    """A function from (gold folder, texts) to the engine's predictions by document name."""
    import sijill

    engine: Coder = sijill.load(language)

    def predict(gold: Path, texts: Path) -> dict[str, Coded]:
        found = (coded_from(to_json(one, text=False)) for one in reports_on(gold, texts, engine))
        return {one.name: one for one in found}

    return predict
