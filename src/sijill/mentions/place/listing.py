"""The members of a list: "في بلدتي أ وب", "على أ وب وحي ج"."""

from sijill.mentions.place.name import Name, known_at, name_at
from sijill.mentions.place.part import Part
from sijill.mentions.place.reader import Reader
from sijill.mentions.place.vocabulary import TypeNoun
from sijill.text.token import COMMA, GLUE

_LISTING = frozenset("،,-–—/")
_NAMED_AFTER = frozenset(("neighbourhood", "street", "checkpoint", "site", "university"))
"""Classes of places that bear everyday words as names."""


class Listing:
    """The part of the grammar that goes on to further members."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.groups = 0
        self._single = 0
        """Above 0, only nouns in the dual or plural begin a list."""

    def expression(self, index: int, end: int, depth: int = 0) -> list[Part] | None:
        """The places of the expression that starts at `index`; `Grammar` says how."""
        raise NotImplementedError

    def unlisted(self, index: int, end: int, conjoined: bool) -> Name | None:
        """A name that no list has, where one is expected; `Unlisted` says how."""
        raise NotImplementedError

    def single(self, index: int, end: int, depth: int) -> list[Part] | None:
        """An expression that does not go on with further members."""
        self._single += 1
        try:
            return self.expression(index, end, depth + 1)
        finally:
            self._single -= 1

    def part(self, start: int, name: Name, rule: str) -> Part:
        """A part that begins at token `start` and so far is its name alone."""
        return Part(
            start,
            name.end,
            name.head,
            self.reader.written(name.head),
            rule,
            name.head,
            known=name.known,
        )

    def _tail(self, part: Part, end: int) -> None:
        """Read adjectives and a second name in brackets after a name; `Chain` says how."""
        raise NotImplementedError

    def _parents(self, part: Part, end: int, depth: int) -> None:
        """Hang larger places on a part; `Chain` says how."""
        raise NotImplementedError

    def _siblings(
        self, parts: list[Part], noun: TypeNoun | None, end: int, depth: int
    ) -> list[Part]:
        """Go on with the members that follow; a dual has one more, others as many as there are."""
        number = noun.number if noun is not None else 1
        if number == 1 and self._single:
            return parts
        while number != 2 or len(parts) < 2:
            member = self._member(parts[-1].end, end, noun, depth, parts[0].expected)
            if member is None:
                break
            parts.append(member)
        if len(parts) > 1:
            self.group(parts, shared=number > 1)
        return parts

    def group(self, parts: list[Part], shared: bool = False) -> None:
        """Mark parts as members of one list; a shared noun shares the last one's parent."""
        self.groups += 1
        after: Part | None = None
        for part in reversed(parts):
            part.group = self.groups
            if part.parent is not None:
                after = part
            elif shared and after is not None and after.noun is part.noun:
                part.parent = after.parent

    def _member(
        self, index: int, end: int, noun: TypeNoun | None, depth: int, expected: bool
    ) -> Part | None:
        reader = self.reader
        if index >= end or reader.tokens[index].gap not in (GLUE, COMMA):
            return None
        comma = reader.tokens[index].gap == COMMA
        if comma and not _LISTING & set(reader.between(index)):
            return None
        joined = reader.tokens[index].key == "و"
        if joined:
            index += 1
            if not reader.glued(index, end):
                return None
        if reader.closed[index]:
            return None
        many = noun is not None and noun.number > 1
        conjoined = joined or reader.tokens[index].key.startswith("و")
        if not (conjoined or comma or (noun is not None and noun.number == 3)):
            return None
        allowed = ("", "و") if comma or joined or many else ("و",)
        if reader.typed(index) or reader.operator(index):
            part = self._another(index, end, allowed, depth)
            if part is not None:
                part.apart = comma
                return part
        name = known_at(reader, index, end, allowed)
        if name is not None and not self._listed(name, index, many):
            name = None
        if name is None and noun is not None and many and conjoined:
            name = self._unlisted(index, end, noun, comma)
        if name is None and comma and not conjoined and noun is not None and noun.number == 3:
            name = self._amid(index, end, noun)
        if name is None and expected and conjoined and not many:
            name = self.unlisted(index, end, not joined)
        if name is None:
            return None
        part = self._member_part(index, name, noun if many else None, end, depth)
        part.expected = expected
        return part

    def _another(self, index: int, end: int, allowed: tuple[str, ...], depth: int) -> Part | None:
        """A member with a type noun or operator of its own: "… ومخيم د"."""
        parts = self.single(index, end, depth)
        if parts is None or len(parts) > 1:
            return None
        part = parts[0]
        return part if part.clitic in allowed and not part.anaphor else None

    def _listed(self, name: Name, index: int, many: bool) -> bool:
        """Whether a known name can be a member: beside a shared noun any, else a known town."""
        reader = self.reader
        if reader.tokens[index].key in reader.vocabulary.stops or name.known is None:
            return False
        if many:
            return not (name.known.common and index in reader.busy)
        return not name.known.common and (name.known.rank > 1 or index not in reader.busy)

    def _unlisted(self, index: int, end: int, noun: TypeNoun, comma: bool) -> Name | None:
        """A member that the gazetteer does not have, where the list makes plain that it is one."""
        reader = self.reader
        name = name_at(reader, index, end, noun, True)
        if name is None:
            return None
        key = reader.tokens[index].key
        bare = key[1:] if key.startswith("و") and len(key) > 3 else key
        everyday = reader.vocabulary.everyday
        if not bare.startswith("ال") and (bare in everyday or bare[1:] in everyday):
            return None
        if noun.cls not in _NAMED_AFTER and bare.startswith("ال") and everyday.listed(bare):
            return None
        if noun.number == 2 or bare.startswith("ال") or bare in reader.vocabulary.openers:
            return name
        follows = reader.tokens[name.end] if name.end < end else None
        closed = follows is None or follows.gap == COMMA or follows.key.startswith(("و", "ب"))
        return name if comma and closed and not bare.endswith("ت") else None

    def _amid(self, index: int, end: int, noun: TypeNoun) -> Name | None:
        """An unlisted name between commas: no word of the language, or a known name comes next."""
        reader = self.reader
        name = self.unlisted(index, end, False)
        if name is not None or reader.closed[index] or index in reader.taken:
            return name
        name = name_at(reader, index, end, noun, False)
        if name is None or name.end >= end or name.end > index + 2:
            return None
        after = name.end
        comma = reader.tokens[after].gap == COMMA and bool(_LISTING & set(reader.between(after)))
        following = known_at(reader, after, end, ("", "و") if comma else ("و",))
        known = following.known if following is not None else None
        return name if known is not None and not known.common else None

    def _member_part(
        self, index: int, name: Name, noun: TypeNoun | None, end: int, depth: int
    ) -> Part:
        part = self.part(index, name, "place.member")
        if noun is not None:
            part.noun, part.kind = noun, noun.cls
            if noun.keep:
                part.full = f"{noun.word} {part.name}"
        else:
            part.strong = name.known is None or name.known.rank > 1
            part.cued = True
        self._tail(part, end)
        self._parents(part, end, depth)
        return part
