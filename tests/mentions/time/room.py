"""The time room alone: a lexicon of its own entries, and the two steps in one call."""

from datetime import date
from functools import cache

from sijill.lexicon.lexicon import Lexicon
from sijill.lexicon.pack import Pack, bundled
from sijill.lexicon.tagged import Tagged, tag
from sijill.mentions.time.find import find
from sijill.mentions.time.resolve import resolve
from sijill.mentions.time.vocabulary import Vocabulary, entries, vocabulary
from sijill.model.document import Document
from sijill.model.mention import TimeValue


@cache
def pack() -> Pack:
    return bundled("ar")


@cache
def words() -> Vocabulary:
    return vocabulary(pack())


@cache
def lexicon() -> Lexicon:
    return Lexicon(entries(pack()))


def tagged(text: str) -> Tagged:
    return tag(Document("sentence", text, ""), lexicon())


def spans(text: str) -> list[str]:
    """What is found, as written."""
    return [mention.span.of(text) for mention in find(tagged(text), words())]


def dated(
    text: str,
    published: date | None = None,
    *,
    earliest: date | None = None,
    latest: date | None = None,
) -> dict[str, TimeValue]:
    """The value of each expression by its words; of equal ones the first."""
    mentions = find(tagged(text), words())
    values = resolve(mentions, published, earliest=earliest, latest=latest)
    found: dict[str, TimeValue] = {}
    for mention, value in zip(mentions, values, strict=True):
        found.setdefault(mention.span.of(text), value)
    return found
