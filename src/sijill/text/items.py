"""Lists: what a colon leads to, item by item, in lines or between commas; and heads of lines."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from sijill.text.sentence import Sentence
from sijill.text.token import COMMA, STOP, Token

_WORDS = 5
"""Words of an item at most: a name, its kind of place, where it lies."""
_HEAD = 4
"""Words before the colon of an item that opens with its place: "ريف حماة الشمالي: …"."""
_COLON = ":"


class Listed(NamedTuple):
    """Tokens `start` up to `end` speak of each of the `items`, which are ranges of tokens."""

    start: int
    end: int
    items: tuple[Sentence, ...]


def lists_of(text: str, tokens: list[Token], sentences: list[Sentence]) -> list[Listed]:
    """The lists of the text, in its order: "الغارات: أ، ب", or a head with lines below it."""
    starts = [sentence.start for sentence in sentences]
    found: list[Listed] = []
    for index in _after_colons(text, tokens):
        number = bisect_right(starts, index) - 1
        if tokens[index].gap == STOP:
            head, items = sentences[number - 1], _lines(text, tokens, sentences, number)
            stop = head.end
        else:
            head, items = sentences[number], _parts(tokens, index, sentences[number].end)
            stop = index
        if items:
            found.append(Listed(head.start, stop, tuple(items)))
    return found


def heads_of(text: str, tokens: list[Token], sentences: list[Sentence]) -> list[Sentence]:
    """The few words before a colon that opens a sentence: "درعا: قصف …"."""
    starts = [sentence.start for sentence in sentences]
    found: list[Sentence] = []
    for index in _after_colons(text, tokens):
        start = starts[bisect_right(starts, index) - 1]
        whole = all(tokens[at].gap < COMMA for at in range(start + 1, index))
        if tokens[index].gap == COMMA and 0 < index - start <= _HEAD and whole:
            found.append(Sentence(start, index))
    return found


def _after_colons(text: str, tokens: list[Token]) -> Iterator[int]:
    """The tokens that a colon stands before, hours ("10:15") aside."""
    at = text.find(_COLON)
    starts: list[int] = []
    last = 0
    while at >= 0:
        starts = starts or [token.start for token in tokens]
        index = bisect_left(starts, at)
        after = at + 1
        at = text.find(_COLON, after)
        if not 0 < index < len(tokens) or index == last:
            continue
        last = index
        clock = tokens[index].key[0].isdigit() and tokens[index - 1].key[0].isdigit()
        if not clock and tokens[index].gap >= COMMA:
            yield index


def _lines(
    text: str, tokens: list[Token], sentences: list[Sentence], number: int
) -> list[Sentence]:
    """The short lines from sentence `number` on; an empty line or another head ends them."""
    found: list[Sentence] = []
    spaced = _between(text, tokens, sentences[number].start).count("\n") > 1
    for sentence in sentences[number:]:
        before = _between(text, tokens, sentence.start)
        lines = before.count("\n")
        if not lines or (found and lines > 1 and not spaced):
            break
        last = tokens[sentence.end - 1].end
        if text[last : last + 2].strip().startswith(_COLON):
            break
        item = _unnumbered(tokens, sentence.start, sentence.end)
        if item.end - item.start > _WORDS:
            break
        found.append(item)
    return found


def _parts(tokens: list[Token], start: int, end: int) -> list[Sentence]:
    """The parts of a sentence between its marks; none if one of them is long or it is but one."""
    edges = [at for at in range(start + 1, end) if tokens[at].gap >= COMMA]
    found = [
        _unnumbered(tokens, one, other)
        for one, other in zip([start, *edges], [*edges, end], strict=True)
    ]
    if len(found) < 2 or any(item.end - item.start > _WORDS for item in found):
        return []
    return found


def _unnumbered(tokens: list[Token], start: int, end: int) -> Sentence:
    """An item without the number that it may open with."""
    return Sentence(start + 1 if tokens[start].key.isdigit() and end - start > 1 else start, end)


def _between(text: str, tokens: list[Token], index: int) -> str:
    return text[tokens[index - 1].end : tokens[index].start] if index else ""
