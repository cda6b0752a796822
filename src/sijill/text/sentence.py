"""Sentences: ranges of tokens between full stops, question marks and line ends."""

from typing import NamedTuple

from sijill.model.span import Span
from sijill.text.token import STOP, Token


class Sentence(NamedTuple):
    """Tokens `start` up to, not including, `end` of the document's tokens."""

    start: int
    end: int

    def span(self, tokens: list[Token]) -> Span:
        """The characters from its first to its last token."""
        return Span(tokens[self.start].start, tokens[self.end - 1].end)


def sentences_of(text: str, tokens: list[Token]) -> list[Sentence]:
    """Split at every STOP that is not an abbreviation's or an initial's dot ("د. أحمد")."""
    found: list[Sentence] = []
    start = 0
    for index in range(1, len(tokens)):
        if tokens[index].gap == STOP and not _is_initial(text, tokens, index):
            found.append(Sentence(start, index))
            start = index
    if tokens:
        found.append(Sentence(start, len(tokens)))
    return found


def _is_initial(text: str, tokens: list[Token], index: int) -> bool:
    before, after = tokens[index - 1], tokens[index]
    if len(before.key) != 1 or not before.key.isalpha():
        return False
    return text[before.end : after.start].strip(" ") == "."
