"""The city a report is sent from ("أربيل – …"), which is no place of its events."""

from sijill.mentions.place.part import Part
from sijill.mentions.place.reader import Reader
from sijill.text.token import STOP

_HEAD = 400
"""Characters of a text in which its date line stands."""
_CITY = 3
"""Rank from which a place sends reports."""
_SIGNS = ("–", "—", "-", "/")


def mark_datelines(reader: Reader, parts: list[Part]) -> None:
    """Give the role `dateline` to a bare city at the head of a line and before a dash.

    Only if its sentence names another place: else the event may well be there.
    """
    for number, part in enumerate(parts):
        if part.whole.start > _HEAD:
            return
        if not _heads(reader, part):
            continue
        members = [p for p in parts[number:] if p is part or _together(p, part)]
        last = members[-1]
        others = parts[number + len(members) :]
        if not _sent(reader, last.end) or not others:
            continue
        if others[0].start < _sentence_end(reader, part.start):
            for member in members:
                member.role = "dateline"


def _heads(reader: Reader, part: Part) -> bool:
    """A well-known place without noun or operator, first in its line."""
    if part.operator or part.noun or part.known is None or part.known.rank < _CITY:
        return False
    return part.start == 0 or reader.tokens[part.start].gap == STOP


def _together(one: Part, other: Part) -> bool:
    return one.group is not None and one.group == other.group


def _sent(reader: Reader, index: int) -> bool:
    """Whether a dash, perhaps after an agency's name in brackets, follows a date line."""
    return index < len(reader.tokens) and any(sign in reader.between(index) for sign in _SIGNS)


def _sentence_end(reader: Reader, index: int) -> int:
    return next(s.end for s in reader.tagged.sentences if s.end > index)
