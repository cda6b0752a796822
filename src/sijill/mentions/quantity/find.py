"""Find losses: people killed, injured, captured, missing or displaced, with how many."""

from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.starts import starts_of
from sijill.mentions.quantity.vocabulary import Vocabulary
from sijill.mentions.quantity.walk import Walk
from sijill.model.mention import LossMention


def find(tagged: Tagged, vocabulary: Vocabulary) -> list[LossMention]:
    """Every loss that the text states, in text order.

    A breakdown ("بينهم 3 أطفال") follows its whole and points to it by `part_of`. A number for
    two kinds together gives one mention of each kind over the same span. Negated, feared and
    undone losses ("دون إصابات", "محاولة قتل", "الإفراج عن") give nothing.
    """
    found: list[LossMention] = []
    starts = starts_of(tagged, vocabulary)
    if starts is None:
        return found
    telling, at = starts.telling, 0
    for sentence in tagged.sentences:
        while at < len(telling) and telling[at] < sentence.start:
            at += 1
        if at < len(telling) and telling[at] < sentence.end:
            found += Walk(tagged, sentence.start, sentence.end, vocabulary, starts).losses()
    return found
