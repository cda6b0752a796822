"""Find losses: people killed, injured, captured, missing or displaced, with how many."""

from collections.abc import Sequence

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.people import PEOPLE
from sijill.mentions.quantity.vocabulary import LOSS, MEASURE, Role, Vocabulary
from sijill.mentions.quantity.walk import Walk
from sijill.model.mention import LossMention

_DIGITS = frozenset("0123456789")
_TELLING = (Role.VERB, Role.NOUN, Role.AFTER, Role.PHRASE, Role.TOLL)


def find(tagged: Tagged, vocabulary: Vocabulary) -> list[LossMention]:
    """Every loss that the text states, in text order.

    A breakdown ("بينهم 3 أطفال") follows its whole and points to it by `part_of`. A number for
    two kinds together gives one mention of each kind over the same span. Negated, feared and
    undone losses ("دون إصابات", "محاولة قتل", "الإفراج عن") give nothing.
    """
    found: list[LossMention] = []
    starts = _telling(tagged.layer(LOSS), tagged.layer(PEOPLE))
    if not starts:
        return found
    begins = _begins(tagged, vocabulary)
    losing = {match.start for match in tagged.layer(LOSS)}
    at = 0
    for sentence in tagged.sentences:
        while at < len(starts) and starts[at] < sentence.start:
            at += 1
        if at < len(starts) and starts[at] < sentence.end:
            found += Walk(tagged, sentence.start, sentence.end, vocabulary, begins, losing).losses()
    return found


def _begins(tagged: Tagged, vocabulary: Vocabulary) -> set[int]:
    """Tokens at which people or amounts can begin: most cannot, and are passed over."""
    found = {match.start for match in tagged.layer(PEOPLE)}
    found.update(match.start for match in tagged.layer(MEASURE))
    words = vocabulary.opening
    found.update(
        index
        for index, token in enumerate(tagged.tokens)
        if token.key in words or token.key[0] in _DIGITS
    )
    return found


def _telling(losses: Sequence[Match], people: Sequence[Match]) -> list[int]:
    """Tokens that may state a loss, in order."""
    starts = {m.start for m in losses if m.entry.value.role in _TELLING}
    starts.update(m.start for m in people if m.entry.value.kind)
    return sorted(starts)
