"""How far a name reaches: known names by look-up, unknown ones by what names are made of."""

from typing import NamedTuple

from sijill.mentions.place.reader import Reader
from sijill.mentions.place.vocabulary import Known, TypeNoun
from sijill.mentions.place.word import nameless, over
from sijill.model.span import Span
from sijill.text.token import BRACKET

_LONGEST = 4
_SETTLEMENTS = frozenset(("settlement", "town", "village", "city"))
_NUMBERED = frozenset(("street", "neighbourhood", "university"))
"""Classes of places that can be called by a number."""
_MEMORIAL = frozenset(("street", "university", "hospital", "base", "camp"))
"""Classes of places named after persons, of whom two names are given."""
_ATTACHED = ("بال", "لل", "كال")
"""A preposition on a definite word: the word is no name of what stands before it."""


class Name(NamedTuple):
    """A name's tokens up to `end`, its characters, and what the gazetteer has of it."""

    end: int
    head: Span
    known: Known | None


def name_at(reader: Reader, index: int, end: int, noun: TypeNoun, conjoined: bool) -> Name | None:
    """The name at token `index` after a type noun; `conjoined` allows a و written on it."""
    if index >= end or reader.closed[index]:
        return None
    if noun.digits:
        if not reader.tokens[index].key.isdigit():
            return None
        return Name(index + 1, reader.tokens[index].span, None)
    found = known_at(reader, index, end, ("", "و") if conjoined else ("",))
    if found is not None and not conjoined and _describes(reader, index, noun, found):
        return None
    if found is not None and not _ends_before(reader, index, end, noun):
        longer = (
            None
            if found.known is None or found.known.rank > 1
            else _longer(reader, index, end, noun, found)
        )
        return longer or found
    return unknown_at(reader, index, end, noun, conjoined) if noun.unknown else None


def _ends_before(reader: Reader, index: int, end: int, noun: TypeNoun) -> bool:
    """Whether a word that closes a name does so here, although a place bears it.

    "مستوطنة المطلة" is one, "بلدة المطلة على الساحل" is not.
    """
    if reader.tokens[index].key not in reader.vocabulary.stops:
        return False
    if noun.cls not in _SETTLEMENTS or not reader.tokens[index].key.startswith("ال"):
        return True
    return reader.glued(index + 1, end) and reader.preposition(index + 1) is not None


def known_at(reader: Reader, index: int, end: int, clitics: tuple[str, ...]) -> Name | None:
    """The longest known name at token `index` that carries one of `clitics`."""
    if index >= end:
        return None
    found = reader.name(index)
    if found is None or found[0].end > end:
        return None
    match, known = found
    if match.proclitics not in clitics:
        return None
    return Name(match.end, reader.tagged.stem_span(match), known)


def unknown_at(
    reader: Reader, index: int, end: int, noun: TypeNoun, conjoined: bool
) -> Name | None:
    """The extent of a name that is not in the gazetteer, None if the word cannot be one."""
    tokens = reader.tokens
    start = tokens[index].start
    first = tokens[index].key
    if first.isdigit() and noun.cls in _NUMBERED:
        return _numbered(reader, index, end)
    if conjoined and first.startswith("و") and len(first) > 3:
        first = first[1:]
        start = _after_first_letter(reader, index)
    if reader.stop(index) or first in reader.vocabulary.stops or not _like_name(first):
        return None
    if first.startswith(_ATTACHED) and len(first) > 4:
        return None
    plain = not first.startswith("ال") and first not in reader.vocabulary.openers
    if plain and (index in reader.busy or first.startswith("و")):
        return None
    if plain and not conjoined and _adjective(first, noun):
        return None
    if reader.operator(index) is not None or reader.nisba(index) is not None:
        return None
    last = _end_of(reader, index, end, first, noun)
    if last == index + 1 and noun.cls in _MEMORIAL and _person(reader, last, end):
        last += 1
    return Name(last, Span(start, tokens[last - 1].end), None)


def _end_of(reader: Reader, index: int, end: int, first: str, noun: TypeNoun) -> int:
    """Openers take the next word; a bare first word of a site takes a definite second one."""
    vocabulary = reader.vocabulary
    last = index + 1
    word = first
    while last - index < _LONGEST and reader.glued(last, end) and not reader.stop(last):
        key = reader.tokens[last].key
        if key.startswith("و") and key not in vocabulary.openers:
            break
        if word in vocabulary.openers or (key in vocabulary.adjectives and word.startswith("ال")):
            pass
        elif not (
            noun.site
            and last == index + 1
            and not word.startswith("ال")
            and key.startswith("ال")
            and key not in vocabulary.descriptive
            and last not in reader.busy
            and reader.nisba(last) is None
        ):
            break
        word = key
        last += 1
    return last


def _numbered(reader: Reader, index: int, end: int) -> Name:
    """A number, with the month of a day that the place is called after ("حي 14 رمضان")."""
    last = index + 1
    if reader.glued(last, end) and reader.tokens[last].key in reader.vocabulary.months:
        last += 1
    return Name(last, Span(reader.tokens[index].start, reader.tokens[last - 1].end), None)


def _person(reader: Reader, index: int, end: int) -> bool:
    """Whether the word at `index` is a family name: "شارع الحبيب بورقيبة"."""
    if not reader.glued(index, end) or not nameless(reader, index, reader.tokens[index].key):
        return False
    return over(reader, index + 1, end)


def _longer(reader: Reader, index: int, end: int, noun: TypeNoun, found: Name) -> Name | None:
    """A small known name that is only an opener of the one written ("تل", "عين")."""
    key = reader.tokens[found.end - 1].key
    if key not in reader.vocabulary.openers:
        return None
    return unknown_at(reader, index, end, noun, False)


def alias_end(reader: Reader, index: int, end: int) -> int:
    """The token after a bracketed second name ("(كوباني)") at `index`, or `index`."""
    tokens = reader.tokens
    if index >= end or tokens[index].gap != BRACKET or index == 0:
        return index
    if "(" not in reader.text[tokens[index - 1].end : tokens[index].start]:
        return index
    name = known_at(reader, index, end, ("",))
    last = name.end if name is not None else index + 1
    if name is None and not reader.tokens[index].key.isascii():
        return index
    after = tokens[last].start if last < len(tokens) else len(reader.text)
    return last if ")" in reader.text[tokens[last - 1].end : after] else index


def _describes(reader: Reader, index: int, noun: TypeNoun, found: Name) -> bool:
    """A small place whose name reads as an adjective of the noun ("منطقة غنية")."""
    known = found.known
    key = reader.tokens[index].key
    if known is None or known.rank > 1 or found.end > index + 1 or key.startswith("ال"):
        return False
    return _adjective(key, noun)


def _adjective(key: str, noun: TypeNoun) -> bool:
    """Whether an indefinite word can be an adjective of `noun`: "سوق شعبي", "أحياء سكنية"."""
    if noun.site and noun.cls != "neighbourhood" and key.endswith(("ي", "ية", "يا")):
        return True
    if not key.endswith("ة"):
        return False
    if noun.number == 3:
        return key.endswith("ية") or key.startswith("م")
    return noun.cls == "region"


def _like_name(key: str) -> bool:
    """Letters only, and not so short or so ended that it is a particle or a finite verb."""
    if len(key) < 2 or not key.isalnum():
        return False
    return not (key.endswith("وا") and len(key) > 4)


def _after_first_letter(reader: Reader, index: int) -> int:
    """Where the second letter of a token stands."""
    token = reader.tokens[index]
    at = token.start + 1
    while at < token.end and not reader.text[at].isalpha():
        at += 1
    return at
