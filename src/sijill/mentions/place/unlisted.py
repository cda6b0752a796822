"""Names that no list has, read where an event's words let a place follow."""

from sijill.mentions.place.chain import Chain, dashed
from sijill.mentions.place.name import Name
from sijill.mentions.place.part import Part
from sijill.mentions.place.word import SHORTEST, nameless, over
from sijill.model.span import Span


class Unlisted(Chain):
    """The part of the grammar that reads unlisted names."""

    def _unlisted_place(self, index: int, end: int, depth: int) -> list[Part] | None:
        """An unlisted name at an expected token, with its parents and list members."""
        name = self.unlisted(index, end, False)
        if name is None:
            return None
        part = self.part(index, name, "place.expected")
        part.expected = True
        self._tail(part, end)
        return self._finish(part, None, end, depth)

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
            if key[0] != "و" or len(key) <= SHORTEST:
                return None
            key = key[1:]
            start += 1
        opener = key in reader.vocabulary.openers and not reader.stop(index)
        last = index + 1
        shortest = SHORTEST if over(reader, last, end) else SHORTEST - 1
        if not opener and not nameless(reader, index, key, shortest):
            return None
        if opener or not over(reader, last, end):
            if not reader.glued(last, end) or not self._second(index, last, opener):
                return None
            last += 1
            if not over(reader, last, end):
                return None
        if reader.glued(last, end) and reader.direction(last, True) is not None:
            # "زوطر الشرقية": the side tells two villages apart and belongs to the name.
            last += 1
        return Name(last, Span(start, tokens[last - 1].end), None)

    def _unlisted_road(self, index: int, end: int) -> Name | None:
        """The first end of a road whose other end follows a dash: "طريق أ – ب"."""
        reader = self.reader
        after = index + 1
        if reader.stop(index) or not nameless(reader, index, reader.tokens[index].key):
            return None
        if after >= end or not dashed(reader, after) or reader.closed[after]:
            return None
        return Name(after, reader.tokens[index].span, None)

    def _second(self, index: int, last: int, opener: bool) -> bool:
        """Whether the word at `last` can be the second of a name: unknown, or an idafa's end.

        "جرف النصر": an unknown indefinite word makes the definite one after it a name.
        """
        reader = self.reader
        key = reader.tokens[last].key
        if nameless(reader, last, key):
            return True
        if not opener and (reader.tokens[index].key.startswith("ال") or index in reader.busy):
            return False
        if not key.startswith("ال") or reader.stop(last) or last in reader.taken:
            return False
        if key in reader.vocabulary.adjectives or reader.nisba(last) is not None:
            return False
        return len(key) > SHORTEST and not reader.direction(last, True)
