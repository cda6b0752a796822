"""Whose word a claim is: ten outlets that print one agency, or quote one monitor, are one voice."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sijill.incidents.actors import Actors
from sijill.incidents.telling import Said

_CARRIERS = frozenset(("news_agency", "media", "party_media"))
"""Kinds that carry the word of others, when they quote somebody."""
_NOBODY = frozenset(("source_generic", "civilians"))
"""Kinds that many people are: "local sources" of two reports are not one voice."""


class Word(NamedTuple):
    """One claim with the report that carries it."""

    report: str
    published: int | None
    said: Said


def origins(said: Sequence[str], actors: Actors) -> tuple[str, ...]:
    """The named sources that a claim comes from.

    A medium that quotes somebody is no voice of its own; one that quotes nobody by name is.
    """
    named = [one for one in said if not one.startswith("~") and actors.kind(one) not in _NOBODY]
    first = [one for one in named if actors.kind(one) not in _CARRIERS]
    return tuple(first or named)


def credit(said: Iterable[Said], actors: Actors) -> str | None:
    """The one news agency that a report's claims are credited to; None if none or several."""
    found = {
        source for one in said for source in one.sources if actors.kind(source) == "news_agency"
    }
    return found.pop() if len(found) == 1 else None


def voices(
    words: Sequence[Word], chains: Mapping[str, str], credits: Mapping[str, str], actors: Actors
) -> list[str]:
    """For each word the name of its voice, alike for words that are not independent.

    Words are of one voice when they come from one named source, or without a named source from
    one report, from copies of one text or from one credited agency, or when they are told in the
    very same words. A voice is called by its first source, else by its report.
    """
    heads: dict[str, str] = {}

    def head(key: str) -> str:
        while heads.setdefault(key, key) != key:
            key = heads[key]
        return key

    keys = [_keys(word, chains, credits, actors) for word in words]
    for some in keys:
        for other in some[1:]:
            # A source's name goes before a report's: what is joined is called by the lesser.
            first, second = sorted((head(some[0]), head(other)))
            heads[second] = first
    return [head(some[0])[2:] for some in keys]


def _keys(
    word: Word, chains: Mapping[str, str], credits: Mapping[str, str], actors: Actors
) -> list[str]:
    sources = origins(word.said.sources, actors)
    chain = chains.get(word.report, word.report)
    if sources:
        own = [f"a:{one}" for one in sources]
    elif chain in credits:
        own = [f"a:{credits[chain]}"]
    else:
        own = [f"r:{chain}"]
    return [*own, f"w:{word.said.quote}"] if word.said.quote else own
