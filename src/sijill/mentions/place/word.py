"""Words that can be names although no list has them, and where such a name ends."""

from sijill.mentions.place.reader import Reader
from sijill.text.token import BRACKET

SHORTEST = 4
"""Letters of the shortest name of one word that is read although no list has it."""
_LINKED = ("و", "ب", "ف", "ل")
"""Letters that open a word which no longer belongs to the name before it."""

_ATTACHED = ("بال", "ل", "كال", "فال")
"""A preposition on a definite word, or ل on any."""
_PREFIXED = "وبلكفس"
"""Letters that can be written before an everyday word."""


def nameless(reader: Reader, index: int, key: str, shortest: int = SHORTEST) -> bool:
    """Whether nothing that the pack knows explains the word, so that it can be a name."""
    if len(key) < shortest or not key.isalpha() or key.isascii():
        return False
    if index in reader.taken or reader.stop(index):
        return False
    vocabulary = reader.vocabulary
    if reader.preposition(index - 1) is None:
        subject = reader.tokens[index].key == key and vocabulary.everyday.acts(key)
        if index in reader.busy or subject:
            return False
    if key in vocabulary.stops or key in vocabulary.common or key in vocabulary.adjectives:
        return False
    if key in vocabulary.descriptive or key in vocabulary.everyday:
        return False
    if reader.typed(index) or reader.operator(index) or reader.nisba(index):
        return False
    if key.startswith(_ATTACHED):
        return False
    if key.endswith("ا") and key[:-1] in vocabulary.nouns:
        # "سوقا في مدينة …": a type noun as an indefinite object.
        return False
    return key[0] not in _PREFIXED or key[1:] not in vocabulary.everyday


def over(reader: Reader, index: int, end: int) -> bool:
    """Whether the token after a name shows that no word of its phrase follows."""
    if index >= end:
        return True
    token = reader.tokens[index]
    if token.gap >= BRACKET or reader.closed[index]:
        return True
    key = token.key
    if key[0] in _LINKED and len(key) > 3:
        return True
    if not key[0].isalpha() or reader.operator(index) is not None:
        return True
    if reader.preposition(index) is not None or key in reader.vocabulary.linking:
        return True
    return index in reader.verbal or reader.stop(index)
