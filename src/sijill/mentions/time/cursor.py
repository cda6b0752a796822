"""A place in a text from which the words of an expression are looked up."""

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.number import read
from sijill.mentions.time.constraint import Fields
from sijill.mentions.time.vocabulary import LAYER, Vocabulary
from sijill.text.token import COMMA


class Cursor:
    """Look-ups in one text, by token index."""

    __slots__ = ("count", "tagged", "text", "tokens", "vocabulary")

    def __init__(self, tagged: Tagged, vocabulary: Vocabulary) -> None:
        self.tagged = tagged
        self.tokens = tagged.tokens
        self.text = tagged.text
        self.count = len(tagged.tokens)
        self.vocabulary = vocabulary

    def joint(self, at: int) -> str:
        """What is written between token `at` and the one before, blanks aside."""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start].strip()

    def key(self, at: int) -> str:
        """The key at `at` if nothing parts it from the token before; else empty."""
        if at < self.count and self.tokens[at].gap < COMMA:
            return self.tokens[at].key
        return ""

    def at(self, at: int, kind: str) -> Match | None:
        """The longest match of a kind at `at` that nothing parts from the token before."""
        if at < self.count and self.tokens[at].gap < COMMA:
            for match in self.tagged.at(LAYER, at):
                if match.entry.value.kind == kind and match.proclitics in ("", "ل"):
                    return match
        return None

    def number(self, at: int, limit: int) -> tuple[int, int, bool] | None:
        """The value, end and certainty of a number from 1 to `limit` at `at`.

        It is certain in digits or as a rank; "العشرين" is neither.
        """
        marked = at < self.count and self.tokens[at].key in self.vocabulary.article
        if marked:
            at += 1
        if at >= self.count or (marked and self.tokens[at].gap >= COMMA):
            return None
        number = read(self.tokens, at, self.vocabulary.numbers)
        if number is None or not 1 <= number.value <= limit:
            return None
        return number.value, number.end, number.digits or number.ordinal

    def side(self, at: int) -> tuple[int, int] | None:
        """This, last or next at `at`, and where the word ends."""
        match = self.at(at, "side")
        return None if match is None else (match.entry.value.value, match.end)

    def sided(self, at: int, name: str, fields: Fields) -> int:
        """Take in a side behind what has just been taken, if one follows."""
        side = self.side(at)
        if side is None:
            return at
        fields[name], end = side
        return end
