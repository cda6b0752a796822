"""Reads durations: a number of units counted from today ("قبل ستة أشهر", "الأيام الماضية")."""

from collections.abc import Container

from sijill.lexicon.entry import Match
from sijill.mentions.quantity.number import read
from sijill.mentions.time.constraint import Fields
from sijill.mentions.time.expression import Reader
from sijill.mentions.time.vocabulary import Phrases
from sijill.text.token import COMMA

_CONJUNCTIONS = ("و", "ف")


def bare(key: str, known: Container[str]) -> str:
    """The key, without "و" or "ف" where only that makes it one of the `known` words."""
    if key not in known and key[:1] in _CONJUNCTIONS and key[1:] in known:
        return key[1:]
    return key


def operator(reader: Reader, start: int) -> tuple[str, int]:
    """The word that governs the expression at `start` and where it begins; ("", start) if none."""
    before, heads = reader.vocabulary.before, reader.vocabulary.heads
    if start == 0 or reader.tokens[start].gap >= COMMA:
        return "", start
    key = bare(reader.tokens[start - 1].key, before)
    op = before.get(key)
    if op is None:
        return "", start
    head = heads.get(key)
    if head is None:
        return op, start - 1
    led = start > 1 and bare(reader.tokens[start - 2].key, (head,)) == head
    return (op, start - 2) if led else ("", start)


def duration(reader: Reader, match: Match, floor: int) -> tuple[int, int, Fields] | None:
    """The duration whose unit is `match`: its tokens, and what it states.

    Nothing before token `floor` is taken. None where a number of units is only a length or an
    age ("18 عاما").
    """
    word = match.entry.value
    fields: Fields = {"unit": word.name, "number": word.value}
    end = _behind(reader, match, fields)
    start = match.start
    if word.form != "definite":
        start = _number_before(reader, start, floor, fields)
    if fields.pop("half", False):
        if word.name == "year":
            fields.update(unit="month", number=12 * fields["number"] + 6)
        else:
            fields["quantity"] = "about"
    start = _quantity_before(reader, start, floor, fields)
    op, start = ("for", start) if _lasting(reader, match, start) else operator(reader, start)
    if start < floor or not _dated(reader, match, op, end, fields):
        return None
    if op in ("ago", "after") and "side" not in fields and reader.key(end) == "من":
        if reader.key(end + 1) in ("الان", "اليوم"):
            end += 2
        else:
            fields["anchored"] = True
    if op == "throughout":
        op = "during" if "side" in fields else "for"
    if op == "during":
        fields["running"] = True
    fields["op"] = op if op and op != "at" else "during"
    return start, end, fields


def _behind(reader: Reader, match: Match, fields: Fields) -> int:
    """Number, adjectives and side behind the unit."""
    end = match.end
    if match.entry.value.value == 0 and match.entry.value.form == "definite":
        number = reader.number(end, 1000)
        if number is not None:
            fields["number"], end, _ = number
    while reader.key(end) in reader.vocabulary.unit_tails:
        end += 1
    if reader.key(end) in reader.vocabulary.half:
        end += 1
        fields["half"] = True
    side = reader.side(end)
    if side is not None:
        fields["side"], end = side
    return end


def _number_before(reader: Reader, start: int, floor: int, fields: Fields) -> int:
    """The number that ends at the unit, or "a few"; where it begins."""
    tokens = reader.tokens
    if tokens[start].gap >= COMMA:
        return start
    for back in (4, 3, 2, 1):
        at = start - back
        if at < floor:
            continue
        number = read(tokens, at, reader.vocabulary.numbers)
        if number is not None and number.end == start and number.value > 0 and not number.ordinal:
            fields["number"] = number.value
            marked = at > floor and tokens[at - 1].key in reader.vocabulary.article
            return at - 1 if marked else at
    return _phrase_before(reader, start, floor, reader.vocabulary.few) or start


def _phrase_before(reader: Reader, start: int, floor: int, phrases: Phrases) -> int:
    """Where a phrase that ends at `start` begins; 0 if there is none. A prefixed ل is allowed."""
    for length in (2, 1):
        at = start - length
        if at < floor or any(t.gap >= COMMA for t in reader.tokens[at + 1 : start + 1]):
            continue
        keys = tuple(t.key for t in reader.tokens[at:start])
        if keys in phrases or (keys[0][:1] == "ل" and (keys[0][1:], *keys[1:]) in phrases):
            return at
    return 0


def _quantity_before(reader: Reader, start: int, floor: int, fields: Fields) -> int:
    for name, phrases in (("more", reader.vocabulary.more), ("about", reader.vocabulary.about)):
        at = _phrase_before(reader, start, floor, phrases)
        if at:
            fields["quantity"] = name
            return at
    return start


def _lasting(reader: Reader, match: Match, start: int) -> bool:
    """ "لأسابيع", "لأكثر من عام": how long, not when."""
    if start == match.start:
        return match.proclitics.endswith("ل") and match.entry.value.form != "definite"
    return reader.tokens[start].key.startswith("ل")


def _dated(reader: Reader, match: Match, op: str, end: int, fields: Fields) -> bool:
    """The words say when something happened, not only how long or how old."""
    word = match.entry.value
    following = reader.at(end, "day_part")
    if following is not None and following.entry.value.form == "definite":
        return False
    if "side" in fields:
        if word.value == 1 and word.name in ("hour", "minute") and fields["number"] == 1:
            return bool(op)
        return bool(word.value != 1 or word.form == "definite" or fields["number"] != 1)
    if word.form == "definite":
        return False
    if op == "for":
        return bool(word.value == 0 or "quantity" in fields)
    if word.value == 1 and _alone(fields) and reader.key(end).startswith("ال"):
        return False
    return op in ("since", "ago", "during", "throughout", "after")


def _alone(fields: Fields) -> bool:
    """One unit with no number: "يوم" may then govern a noun ("يوم القيامة")."""
    return fields["number"] == 1 and "quantity" not in fields
