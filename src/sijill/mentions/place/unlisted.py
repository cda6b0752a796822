"""Names that no list has, read where an event's words let a place follow."""

from sijill.mentions.place.chain import Chain
from sijill.mentions.place.name import Name
from sijill.mentions.place.part import Part
from sijill.mentions.place.reader import Reader
from sijill.model.span import Span
from sijill.text.token import BRACKET

_SHORTEST = 4
_LINKED = ("و", "ب", "ف")
"""Letters that open a word which no longer belongs to the name before it."""

_PREFIXED = "وبلكفس"
"""Letters that can be written before an everyday word."""


class Unlisted(Chain):
    """The part of the grammar that reads unlisted names."""

    def _unlisted_place(self, index: int, end: int, depth: int) -> list[Part] | None:
        """An unlisted name at an expected token, with its parents and list members."""
        name = self.unlisted(index, end, False)
        if name is None:
            return None
        part = self.part(index, name, "place.expected")
        part.expected = True
        self._sided(part, end)
        self._tail(part, end)
        return self._finish(part, None, end, depth)

    def _sided(self, part: Part, end: int) -> None:
        """ "زوطر الشرقية": the side tells two villages apart and belongs to the name."""
        reader = self.reader
        if reader.glued(part.end, end) and reader.direction(part.end, True) is not None:
            word = reader.tokens[part.end].span
            part.head = part.head.join(word)
            part.whole = part.whole.join(word)
            part.name += f" {reader.written(word)}"
            part.end += 1

    def unlisted(self, index: int, end: int, conjoined: bool) -> Name | None:
        """The extent of an unlisted name at a token; `conjoined`: with a و written on it.

        One word; two if the first opens names or both are unknown. What follows must show
        that the name is over.
        """
        reader = self.reader
        tokens = reader.tokens
        if index >= end or reader.closed[index]:
            return None
        key = tokens[index].key
        start = tokens[index].start
        if conjoined:
            if key[0] != "و" or len(key) <= _SHORTEST:
                return None
            key = key[1:]
            start += 1
        opener = key in reader.vocabulary.openers and not reader.stop(index)
        if not opener and not _nameless(reader, index, key):
            return None
        last = index + 1
        if opener or not _over(reader, last, end):
            if not reader.glued(last, end) or not _nameless(reader, last, tokens[last].key):
                return None
            last += 1
            if not _over(reader, last, end):
                return None
        return Name(last, Span(start, tokens[last - 1].end), None)


def _nameless(reader: Reader, index: int, key: str) -> bool:
    """Whether nothing that the pack knows explains the word, so that it can be a name."""
    if len(key) < _SHORTEST or not key.isalpha() or key.isascii():
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
    if key.startswith(("بال", "لل", "كال", "فال")):
        return False
    return key[0] not in _PREFIXED or key[1:] not in vocabulary.everyday


def _over(reader: Reader, index: int, end: int) -> bool:
    """Whether the token after a name shows that no word of its phrase follows."""
    if index >= end:
        return True
    token = reader.tokens[index]
    if token.gap >= BRACKET or reader.closed[index]:
        return True
    key = token.key
    if key[0] in _LINKED and len(key) > 3:
        return True
    if not key[0].isalpha() or reader.direction(index, True) is not None:
        return True
    if reader.preposition(index) is not None or key in reader.vocabulary.linking:
        return True
    return index in reader.verbal or reader.stop(index)
