"""The attributions of a text as the engine's walk finds them."""

from functools import cache

import sijill
from sijill.model.mention import AttributionMention
from sijill.pipeline import Engine, document_of


@cache
def engine() -> Engine:
    return sijill.load("ar")


def found(text: str) -> list[AttributionMention]:
    return list(engine().scene(engine().tag(document_of(text))).attributions)


def voices(text: str) -> list[tuple[str, ...]]:
    """Of each attribution, the words of its sources."""
    return [tuple(source.span.of(text) for source in one.sources) for one in found(text)]


def covered(text: str) -> list[str]:
    """Of each attribution, the words it covers."""
    return [one.scope.of(text) for one in found(text)]


def told(text: str) -> list[tuple[tuple[str, ...], str]]:
    return list(zip(voices(text), covered(text), strict=True))
