"""Where losses, people and amounts can begin in a text: all other tokens are passed over."""

from typing import NamedTuple

from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.people import PEOPLE
from sijill.mentions.quantity.vocabulary import LOSS, MEASURE, Role, Vocabulary

_DIGITS = frozenset("0123456789")
_TELLING = (Role.VERB, Role.NOUN, Role.AFTER, Role.PHRASE, Role.TOLL)


class Starts(NamedTuple):
    """Token indices."""

    telling: list[int]
    """A loss may be stated here; in order."""
    losing: set[int]
    """A word of the layer `loss` begins."""
    begins: set[int]
    """People or an amount can begin."""
    idle: set[int]
    """People without a number or a loss of their own: news only beside a loss word."""
    takers: list[int]
    """A loss word that may take the people before it; in order."""


def starts_of(tagged: Tagged, vocabulary: Vocabulary) -> Starts | None:
    """The starts of a text; None where nothing can state a loss."""
    losses, people = tagged.layer(LOSS), tagged.layer(PEOPLE)
    stating = {m.start for m in people if m.entry.value.kind}
    telling = {m.start for m in losses if m.entry.value.role in _TELLING} | stating
    if not telling:
        return None
    words = vocabulary.opening
    amounts = {m.start for m in tagged.layer(MEASURE)}
    amounts.update(
        index
        for index, token in enumerate(tagged.tokens)
        if token.key in words or token.key[0] in _DIGITS
    )
    named = {m.start for m in people}
    takers = {
        m.start
        for m in losses
        if m.entry.value.role in (Role.VERB, Role.AFTER) or (m.enclitic and m.entry.value.kind)
    }
    tokens, between = tagged.tokens, vocabulary.between
    takers.update(index for index in amounts if tokens[index].key in between)
    return Starts(
        telling=sorted(telling),
        losing={m.start for m in losses},
        begins=named | amounts,
        idle=named - amounts - stating,
        takers=sorted(takers),
    )
