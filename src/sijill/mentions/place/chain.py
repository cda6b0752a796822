"""What follows a place's name: adjectives and parents, the other end of a road."""

from sijill.lexicon.entry import Match
from sijill.mentions.place.listing import Listing
from sijill.mentions.place.name import alias_end, known_at
from sijill.mentions.place.part import Part, least, size
from sijill.mentions.place.reader import Reader
from sijill.mentions.place.vocabulary import TypeNoun
from sijill.model.span import Span
from sijill.text.fold import fold
from sijill.text.token import BRACKET, COMMA

DEPTH = 4
"""How deep expressions stand in one another: "حاجز مفرق مدينة …"; more is no sentence."""
_BESIDE = frozenset(("inside", "near"))
_TOWN = 2
_UNIT = 4
"""Size of the smallest unit that has a seat."""
_DASHES = ("–", "—", "-")
_WIDE = frozenset(("plain", "region", "road", "border", "desert", "valley", "strip"))
_SETTLED = frozenset(("city", "town", "village", "adm1", "adm2", "adm3", "country"))
_AT = frozenset(map(fold, ("في", "ضمن", "داخل")))
_OF = frozenset(map(fold, ("من",)))
_ON = frozenset(map(fold, ("على",)))
_BEFORE_PARENT = _AT | _ON | _OF
_BETWEEN = frozenset(map(fold, ("بين", "مع")))
_BETWEEN_OR_TO = _BETWEEN | frozenset(map(fold, ("إلى",)))


class Chain(Listing):
    """The part of the grammar that reads on after a name."""

    def _tail(self, part: Part, end: int) -> None:
        """Adjectives and a second name in brackets after a name."""
        reader = self.reader
        vocabulary = reader.vocabulary
        index = part.end
        if index >= end or reader.tokens[index].gap > BRACKET:
            part.whole = part.whole.join(reader.tokens[index - 1].span)
            return
        site = part.noun is not None and part.noun.site
        small = part.known is not None and not part.known.kinds & _SETTLED
        while reader.glued(index, end) and not reader.closed[index]:
            key = reader.tokens[index].key
            if key in vocabulary.adjectives and (site or part.known is None):
                word = reader.tokens[index].span
                part.head = part.head.join(word)
                part.name += f" {reader.written(word)}"
                if part.full:
                    part.full += f" {reader.written(word)}"
            elif key not in vocabulary.descriptive and not (small and key in vocabulary.adjectives):
                break
            index += 1
        index, part.direction = self._read_sides(index, end)
        after = alias_end(reader, index, end)
        part.end = max(part.end, after)
        part.whole = part.whole.join(reader.tokens[part.end - 1].span)
        if after > index and (text_end := reader.text.find(")", part.whole.end)) >= 0:
            part.whole = Span(part.whole.start, text_end + 1)

    def _read_sides(self, index: int, end: int) -> tuple[int, str | None]:
        """Definite points of the compass from `index`, also joined by و."""
        reader = self.reader
        points = ""
        while reader.glued(index, end) and (side := reader.direction(index, True)):
            if side[0].proclitics not in ("ال", "وال"):
                break
            points += side[1]
            index = side[0].end
        return index, points or None

    def _finish(self, part: Part, noun: TypeNoun | None, end: int, depth: int) -> list[Part]:
        """The part with its parents, and the members of the list that it begins."""
        if noun is not None and noun.cls == "road":
            self._road(part, end)
        self._parents(part, end, depth)
        return self._siblings([part], noun, end, depth)

    def _road(self, part: Part, end: int) -> None:
        """The other end of a road: "طريق أ ب", "طريق أ - ب"."""
        reader = self.reader
        index = part.end
        if index >= end or reader.tokens[index].gap > COMMA:
            return
        dash = dashed(reader, index)
        if reader.tokens[index].gap == COMMA and not dash:
            return
        other = known_at(reader, index, end, ("", "و"))
        if other is None and dash:
            other = self.unlisted(index, end, False)
        if other is None or (not dash and (other.known is None or other.known.rank < 2)):
            return
        part.end = other.end
        part.head = part.head.join(other.head)
        part.whole = part.whole.join(other.head)
        part.name = reader.written(part.head)
        for sign in _DASHES:
            part.name = part.name.replace(sign, "-")
        part.full = f"{part.noun.word if part.noun else ''} {part.name}".strip()

    # -- parents --------------------------------------------------------------------------

    def _parents(self, part: Part, end: int, depth: int) -> None:
        """Read up to three larger places after `part` and hang them on it."""
        index = part.end
        if depth > 2 or index >= end:
            return
        if self.reader.tokens[index].key in self.reader.vocabulary.seats:
            self._seat(part, end, depth)
            return
        if self.reader.tokens[index].gap > BRACKET:
            self._aside(part, end, depth)
            return
        for _ in range(3):
            last = part
            while last.parent is not None:
                last = last.parent
            if "country" in (last.known.kinds if last.known else ()) and last.rule != "place.nisba":
                return
            found = self._parent(part, part.end, end, depth)
            if found is None:
                return
            part.adopt(found)
            part.end = max(part.end, found.end)

    def _aside(self, part: Part, end: int, depth: int) -> None:
        """ "الناصرية، جنوبي العراق": where a place lies, told behind a comma."""
        reader = self.reader
        index = part.end
        found = reader.operator(index)
        if part.operator is not None or found is None or reader.tokens[index].gap != COMMA:
            return
        if found[0].proclitics or not (found[1].point or found[1].op in _BESIDE):
            return
        parts = self.single(index, end, depth)
        if not parts or len(parts) > 1 or parts[0].anaphor or parts[0].known is None:
            return
        if size(parts[0]) > max(_TOWN, size(part)):
            part.adopt(parts[0])
            part.end = max(part.end, parts[0].end)

    def _seat(self, part: Part, end: int, depth: int) -> None:
        """ "الأبيض، عاصمة شمال كردفان": the unit that a town is the seat of."""
        reader = self.reader
        index = part.end + 1
        if reader.tokens[part.end].gap > COMMA or not reader.glued(index, end):
            return
        parts = self.single(index, end, depth)
        if not parts or parts[0].clitic or parts[0].anaphor or size(parts[0]) < _UNIT:
            return
        if size(part) < size(parts[0]) or part.known is None:
            part.adopt(parts[0])
            part.end = max(part.end, parts[0].end)

    def _parent(self, part: Part, index: int, end: int, depth: int) -> Part | None:
        reader = self.reader
        if index >= end or reader.tokens[index].gap > BRACKET or reader.closed[index]:
            return None
        if reader.tokens[index].gap == BRACKET:
            return self._bracketed(part, index, end, depth)
        key = reader.tokens[index].key
        linked = key in reader.vocabulary.linking
        if linked:
            index += 1
            if not reader.glued(index, end):
                return None
            key = reader.tokens[index].key
        if key not in _BEFORE_PARENT and index not in reader.begins:
            return None
        if key in _BEFORE_PARENT:
            parts = self.single(index + 1, end, depth) if reader.glued(index + 1, end) else None
            if parts is None or parts[0].clitic:
                return None
            found = parts[0]
            if key in _ON and not (found.noun and (found.noun.line or found.kind == "street")):
                return None
            if key in _OF and not linked and size(found) < 5:
                return None
            return self._fits(part, found, linked, end)
        return self._direct(part, index, end, depth, linked)

    def _direct(self, part: Part, index: int, end: int, depth: int, linked: bool) -> Part | None:
        """A parent without a preposition of its own: "بريف حلب", "شرقي حلب", "الدمشقي", "دمشق"."""
        reader = self.reader
        nisba = reader.nisba(index)
        if nisba is not None:
            if nisba.proclitics != "ال":
                return None
            found = self._of_nisba(nisba, None)
            return found if size(found) > size(part) or size(part) < 3 else None
        operator = reader.operator(index)
        parts = self.single(index, end, depth)
        if parts is None:
            return None
        found = parts[0]
        if found.clitic == "ب" or (linked and found.clitic == "ل"):
            return self._fits(part, found, linked, end)
        if found.clitic:
            return None
        covered = found.operator is not None or found.known is not None
        if operator is not None and covered:
            beside = found.operator in ("near", "environs")
            known = found.known
            small = found.noun is None and known is not None and known.rank < 2
            if beside and (part.noun is None or small):
                return None
            return self._fits(part, found, True, end)
        known = found.known
        if known is not None and known.rank >= 3 and size(found) > size(part):
            return found if part.noun is not None else None
        return None

    def _bracketed(self, part: Part, index: int, end: int, depth: int) -> Part | None:
        """A parent in brackets: "(ريف دمشق)", "(شمال)" is none."""
        if "(" not in self.reader.between(index):
            return None
        parts = self.single(index, end, depth)
        if parts is None or size(parts[0]) < 3 or parts[0].anaphor:
            return None
        return self._fits(part, parts[0], True, end)

    def _fits(self, part: Part, found: Part, loose: bool, end: int) -> Part | None:
        """The parent if it is larger than the part can be, or the words say where from it."""
        if found.anaphor:
            return found if size(part) < (6 if found.kind == "country" else 5) else None
        if found.noun is None and self._month(found):
            return None
        if found.rule == "place.name" and found.operator is None and self._everyday(found):
            return None
        big, small = size(found), least(part)
        if not (big > small or (part.noun and size(part) == 0) or (loose and big == small)):
            return None
        if part.kind in _WIDE and found.operator in (None, "inside"):
            more = known_at(self.reader, found.end, end, ("و",))
            if more is not None and more.known is not None and more.known.rank >= 3:
                found.end = more.end
                found.whole = found.whole.join(more.head)
        return found

    def _month(self, part: Part) -> bool:
        """Whether the name is a month's: "سيطر على السخنة في آب"."""
        return self.reader.tokens[part.end - 1].key in self.reader.vocabulary.months

    def _everyday(self, part: Part) -> bool:
        """A bare name that is an everyday word here rather than a place."""
        known = part.known
        if known is None:
            return False
        return known.common or (known.rank == 1 and part.end - 1 in self.reader.busy)

    def _of_nisba(self, nisba: Match, before: Match | None) -> Part:
        """The place an adjective is made from, as a part."""
        reader = self.reader
        span = reader.tagged.span(nisba.start, nisba.end)
        name = nisba.entry.value
        known = reader.vocabulary.known_by(name)
        part = Part(nisba.start, nisba.end, span, name, "place.nisba", span, known=known)
        if before is not None:
            part.start = before.start
            part.whole = part.whole.join(reader.article_span(before))
            part.clitic = before.proclitics.removesuffix("ال")
        return part

    def _between(self, part: Part, end: int, depth: int) -> bool:
        """ "… بين أ وب", "… مع ب": the ends of a line; the first becomes the parent."""
        reader = self.reader
        index = part.end
        if reader.glued(index, end) and reader.tokens[index].key in reader.vocabulary.linking:
            index += 1
        if not reader.glued(index, end):
            return False
        road = part.noun is not None and part.noun.cls == "road"
        if reader.tokens[index].key not in (_BETWEEN_OR_TO if road else _BETWEEN):
            return False
        parts = self.single(index + 1, end, depth)
        if not parts or parts[0].anaphor:
            return False
        first = parts[0]
        last = parts[-1] if len(parts) > 1 else self._other_end(first, end, depth, road)
        opening = reader.written(Span(part.whole.start, reader.tokens[index].end))
        if road:
            # A road has one name however it is told: "الطريق الواصل بين أ وب".
            opening = f"{part.name} {reader.tokens[index].span.of(reader.text)}"
        part.operator = "between"
        part.anaphor = False
        part.parent = first
        part.extend(first)
        part.extend(last)
        if first.operator == "countryside" and last.operator is None:
            last.full = f"ريف {last.name}"
        one, other = first.full or first.name, last.full or last.name
        if last is first:
            part.full = f"{opening} {one}"
        elif road and part.noun is not None:
            part.full = f"{part.noun.word} {one} - {other}"
        else:
            part.full = f"{opening} {one} و{other}"
        part.strong = True
        return True

    def _other_end(self, first: Part, end: int, depth: int, road: bool) -> Part:
        """The place joined to the first end of a line; the first itself where there is none."""
        reader = self.reader
        if not reader.glued(first.end, end):
            return first
        more = self.single(first.end, end, depth)
        if more and more[0].clitic == "و":
            return more[0]
        name = self.unlisted(first.end, end, True) if road else None
        return first if name is None else self.part(first.end, name, "place.member")

    def _linked(self, index: int, end: int, depth: int) -> list[Part] | None:
        """The place after ل or من."""
        reader = self.reader
        if not reader.glued(index, end):
            return None
        if reader.tokens[index].key in ("من", "في"):
            parts = self.expression(index + 1, end, depth + 1)
            return parts if parts and not parts[0].clitic else None
        parts = self.expression(index, end, depth + 1)
        return parts if parts and parts[0].clitic in ("ل", "ب") else None


def dashed(reader: Reader, index: int) -> bool:
    """Whether a dash stands before token `index`."""
    return reader.tokens[index].gap == COMMA and any(
        sign in reader.between(index) for sign in _DASHES
    )
