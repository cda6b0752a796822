"""The actor room as the tests use it: the bundled registry and pack, and nothing else."""

from datetime import date
from functools import cache

from sijill.lexicon.lexicon import Lexicon
from sijill.lexicon.pack import bundled
from sijill.lexicon.tagged import Tagged, tag
from sijill.mentions.actor import find as finder
from sijill.mentions.actor import vocabulary as words
from sijill.mentions.actor.resolve import resolve
from sijill.model.document import Document
from sijill.model.mention import ActorMention
from sijill.registry.registry import Registry, load


@cache
def registry() -> Registry:
    return load()


@cache
def vocabulary() -> words.Vocabulary:
    return words.read(bundled("ar"), registry())


@cache
def lexicon() -> Lexicon:
    return Lexicon(words.entries(vocabulary()))


def tagged(text: str) -> Tagged:
    return tag(Document("test", text, ""), lexicon())


def found(text: str) -> list[ActorMention]:
    return finder.find(tagged(text), vocabulary(), registry())


def resolved(
    text: str, country: str | None = None, published: date | None = None
) -> list[ActorMention]:
    return resolve(found(text), tagged(text), vocabulary(), registry(), country, published)


def named(
    text: str, country: str | None = None, published: date | None = None
) -> list[tuple[str, str | None]]:
    """Each mention's words and actor, resolved."""
    return [(m.span.of(text), m.actor) for m in resolved(text, country, published)]
