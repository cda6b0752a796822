"""A lexicon of the quantity room's own entries, and the losses it finds in a sentence."""

from collections.abc import Callable

import pytest

from sijill.lexicon.lexicon import Lexicon
from sijill.lexicon.pack import bundled
from sijill.lexicon.tagged import Tagged, tag
from sijill.mentions.quantity.find import find
from sijill.mentions.quantity.vocabulary import Vocabulary, entries, vocabulary_of
from sijill.model.document import Document
from sijill.model.mention import LossMention

Losses = Callable[[str], list[LossMention]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon(entries(bundled("ar")))


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return vocabulary_of(bundled("ar"))


@pytest.fixture(scope="session")
def tagged(lexicon: Lexicon) -> Callable[[str], Tagged]:
    return lambda text: tag(Document("test", text, ""), lexicon)


@pytest.fixture(scope="session")
def losses(tagged: Callable[[str], Tagged], vocabulary: Vocabulary) -> Losses:
    return lambda text: find(tagged(text), vocabulary)
