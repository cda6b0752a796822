"""Names that only the words after them show to be places: "في سرجة وقوقفين بريف إدلب"."""

from sijill.mentions.place.grammar import Grammar
from sijill.mentions.place.name import Name
from sijill.mentions.place.part import Part
from sijill.model.span import Span
from sijill.text.token import COMMA, GLUE

_UNITS = frozenset(("governorate", "district"))
_MOST = 4


def names_before(grammar: Grammar, part: Part, floor: int) -> list[Part]:
    """The unknown names, right before a governorate's part or countryside, that lie in it.

    `floor` is the first token that belongs to nothing yet. Each name is one word, two where
    the first is an opener; the first of them must stand after a preposition or, in a list,
    after a comma.
    """
    if part.clitic != "ب" and not _in(grammar, part.start):
        return []
    if part.operator != "countryside" and part.kind not in _UNITS:
        return []
    end = part.start if part.clitic == "ب" else part.start - 1
    names: list[tuple[int, Name]] = []
    while len(names) < _MOST:
        found = _name(grammar, end, floor)
        if found is None:
            return []
        start, name, conjoined = found
        names.append((start, name))
        if _led(grammar, start, floor, conjoined):
            return _parts(grammar, names[::-1], part)
        if not conjoined:
            return []
        end = start
    return []


def _in(grammar: Grammar, index: int) -> bool:
    return index > 0 and grammar.reader.tokens[index - 1].key == "في"


def _name(grammar: Grammar, end: int, floor: int) -> tuple[int, Name, bool] | None:
    """The name that ends before token `end`: where it starts, and whether و is written on it."""
    reader = grammar.reader
    index = end - 1
    if index < floor or reader.tokens[end].gap != GLUE or not _free(grammar, index):
        return None
    start = index
    if index - 1 >= floor and reader.tokens[index].gap == GLUE:
        before = reader.tokens[index - 1].key.removeprefix("و")
        if before in reader.vocabulary.openers and not reader.closed[index - 1]:
            start = index - 1
    key = reader.tokens[start].key
    conjoined = key.startswith("و") and len(key) > 3
    head = Span(reader.tokens[start].start + (1 if conjoined else 0), reader.tokens[index].end)
    return start, Name(end, head, None), conjoined


def _free(grammar: Grammar, index: int) -> bool:
    """A word that nothing else explains and that can be a name."""
    reader = grammar.reader
    key = reader.tokens[index].key
    if reader.stop(index) or index in reader.busy or len(key) < 4:
        return False
    if key in reader.vocabulary.common or reader.typed(index) or reader.operator(index):
        return False
    return reader.nisba(index) is None and not key.endswith(("وا", "ات", "ين", "ون", "ية"))


def _led(grammar: Grammar, start: int, floor: int, conjoined: bool) -> bool:
    """Whether the first name stands after a preposition, or joins a list that ended there."""
    reader = grammar.reader
    if start == 0 or start < floor:
        return False
    if conjoined:
        return start == floor and floor > 0 and reader.tokens[start].gap in (GLUE, COMMA)
    if reader.tokens[start].gap != GLUE or start - 1 < floor:
        return False
    return reader.preposition(start - 1) is not None


def _parts(grammar: Grammar, names: list[tuple[int, Name]], parent: Part) -> list[Part]:
    found = []
    for start, name in names:
        part = grammar.part(start, name, "place.before.parent")
        part.cued = True
        part.parent = parent
        found.append(part)
    found[-1].extend(parent)
    if len(found) > 1:
        grammar.group(found)
    return found
