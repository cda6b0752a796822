"""The grammar of place expressions: operators, type nouns, names, parents, enumerations.

Every method reads at a token index, never beyond `end` (a sentence's end), and returns the parts
it read or None. Each token is read a bounded number of times: nothing is tried again.
"""

from sijill.mentions.place.chain import DEPTH
from sijill.mentions.place.name import Name, name_at
from sijill.mentions.place.part import Part, size
from sijill.mentions.place.reader import Typed
from sijill.mentions.place.shift import Shift
from sijill.model.span import Span

_VAGUE = frozenset(("region", "territory"))
_SETTLEMENTS = frozenset(("city", "town", "village", "settlement"))


class Grammar(Shift):
    """Reads place expressions of one document."""

    def expression(self, index: int, end: int, depth: int = 0) -> list[Part] | None:
        """The places of the expression that starts at `index`, with their parents."""
        reader = self.reader
        if index >= end or reader.closed[index] or depth > DEPTH:
            return None
        operator = reader.operator(index)
        typed = reader.typed(index)
        named = reader.name(index)
        if named is not None:
            reach = named[0].end
            other = max(operator[0].end if operator else 0, typed.match.end if typed else 0)
            countryside = operator is not None and operator[1].op == "countryside"
            covered = reach > other and not countryside and (operator or typed)
            if typed is not None and typed.definite and typed.noun.cls == "bank":
                # "الضفة الغربية لنهر الفرات" is not the West Bank.
                parts = self._definite(typed, end, depth)
                if parts is not None and parts[0].parent is not None:
                    return parts
            if covered and not (typed and self._apart(typed, reach, named[1].rank)):
                return self._known(index, end, depth, typed, strong=True)
            if typed is not None and reach == other and self._is_name(typed, end):
                return self._known(index, end, depth)
        if operator is not None and (typed is None or operator[0].end >= typed.match.end):
            parts = self._operated(index, end, depth)
            if parts is not None or typed is None:
                return parts
        if typed is not None:
            return self._typed(typed, end, depth)
        if reader.anaphor(index) is not None:
            return self._anaphor(index, end)
        parts = self._known(index, end, depth)
        if parts is None and index in reader.expected:
            return self._unlisted_place(index, end, depth)
        return parts

    # -- type nouns -----------------------------------------------------------------------

    def _typed(self, typed: Typed, end: int, depth: int) -> list[Part] | None:
        if depth > DEPTH:
            return None
        if typed.pronoun:
            return self._possessed(typed)
        if typed.definite:
            return self._definite(typed, end, depth)
        match, noun = typed.match, typed.noun
        index = match.end
        if not self.reader.glued(index, end):
            return None
        nested = self._nested(typed, index, end, depth)
        if nested is not None:
            return nested
        name = name_at(self.reader, index, end, noun, False)
        if name is None and noun.cls == "road":
            name = self._unlisted_road(index, end)
        if name is None:
            return self._lands(typed, index)
        part = self._named(typed, name)
        self._tail(part, end)
        if noun.number == 3 and name.known and not name.known.kinds & noun.kinds:
            # "قرى جبل الأكراد": villages of it, not a village of that name.
            part.noun, part.kind, part.full, part.operator = None, None, None, "inside"
            return self._finish(part, None, end, depth)
        return self._finish(part, noun, end, depth)

    def _lands(self, typed: Typed, index: int) -> list[Part] | None:
        """ "بلدات لبنانية" lie in the country, and no more is said."""
        nisba = self.reader.nisba(index)
        if nisba is None or nisba.proclitics or typed.noun.number != 3 or typed.noun.site:
            return None
        part = self._of_nisba(nisba, typed.match)
        part.operator = "inside"
        return [part]

    def _nested(self, typed: Typed, index: int, end: int, depth: int) -> list[Part] | None:
        """A type noun or operator that follows at once: "حاجز مشفى القلب", "أحياء مدينة حمص"."""
        reader = self.reader
        noun = typed.noun
        inner = reader.typed(index)
        name = reader.name(index)
        if name is not None and inner is not None and name[0].end > inner.match.end:
            return None
        if inner is not None and inner.match.proclitics.startswith("و") and noun.number > 1:
            # "بلدات وقرى ريف حماة"
            parts = self.expression(index, end, depth + 1)
            return self._within(typed, parts, noun.cls)
        operated = reader.operator(index)
        plain = operated is not None and not operated[0].proclitics
        if noun.number == 3 and plain:
            return self._within(typed, self.expression(index, end, depth + 1), noun.cls)
        if inner is None or inner.match.proclitics not in ("", "ال"):
            return None
        natural = inner.noun.line and inner.noun.cls != "road"
        if inner.definite and not (natural or inner.noun.alone):
            return None
        if noun.number == 3 or noun.cls in _VAGUE or noun.cls in ("border", "bank"):
            parts = self.expression(index, end, depth + 1)
            if parts is None or noun.cls in _VAGUE:
                return parts and self._within(typed, parts, None)
            return self._within(typed, parts, noun.cls)
        if inner.definite:
            return None
        parts = self._typed(inner, end, depth + 1)
        if parts is None:
            return None
        first = parts[0]
        head = Span(reader.tagged.stem_span(inner.match).start, first.head.end)
        part = self._named(typed, Name(first.end, head, None))
        part.parent = first if first.known and size(first) > 0 else first.parent
        part.extend(first)
        return [part, *parts[1:]]

    def _within(self, typed: Typed, parts: list[Part] | None, cls: str | None) -> list[Part] | None:
        """Parts of a place: the place is the inner one, the expression begins at the noun."""
        if not parts:
            return None
        first = parts[0]
        stem = self.reader.tagged.stem_span(typed.match)
        first.start = typed.match.start
        first.whole = first.whole.join(stem)
        first.clitic = typed.match.proclitics.removesuffix("ال")
        if typed.noun.line and cls:
            first.kind, first.noun = typed.noun.cls, typed.noun
            first.head = Span(stem.start, first.head.end)
            first.name = self.reader.written(first.head)
            if typed.noun.number == 2:
                noun, _, rest = first.name.partition(" ")
                first.name = f"{_nominative(noun)} {rest}"
            first.full = first.name
            first.known = None
        elif cls and first.operator is None:
            first.operator = "inside"
        return parts

    def _named(self, typed: Typed, name: Name) -> Part:
        """A part with a type noun and a name."""
        noun = typed.noun
        stem = self.reader.tagged.stem_span(typed.match)
        part = self.part(typed.match.start, name, f"place.{noun.cls}")
        part.whole = part.whole.join(stem)
        part.clitic = typed.match.proclitics
        part.noun, part.kind = noun, noun.cls
        part.expected = typed.match.start in self.reader.expected
        if noun.keep:
            both = noun.line and noun.number == 2
            word = _nominative(self.reader.written(stem)) if both else noun.word
            part.full = f"{word} {part.name}"
        return part

    def _apart(self, typed: Typed, reach: int, size: int) -> bool:
        """A small place's name that holds its type noun ("قرية تل الورد"): read them apart."""
        if typed.definite or typed.noun.cls not in _SETTLEMENTS or size > 1:
            return False
        found = self.reader.name(typed.match.end)
        return found is not None and found[0].end == reach and not found[0].proclitics

    def _is_name(self, typed: Typed, end: int) -> bool:
        """A definite type noun that is a known name as it stands ("الغوطة")."""
        reader = self.reader
        after = typed.match.end
        found = reader.name(typed.match.start)
        if not typed.definite or typed.noun.digits or found is None or found[1].common:
            return False
        if reader.glued(after, end) and reader.direction(after, True) is not None:
            return False
        return not (reader.glued(after, end) and self._adjective(after))

    def _known(
        self,
        index: int,
        end: int,
        depth: int,
        typed: Typed | None = None,
        strong: bool = False,
    ) -> list[Part] | None:
        """A known name without a type noun, or one that holds it (`strong` then)."""
        reader = self.reader
        found = reader.name(index)
        if found is None or found[0].end > end:
            return None
        match, known = found
        name = Name(match.end, reader.tagged.stem_span(match), known)
        part = self.part(index, name, "place.name")
        part.clitic = match.proclitics
        part.strong = strong and known.rank < 4
        part.expected = index in reader.expected
        if typed is not None and known.kinds & typed.noun.kinds:
            part.noun, part.kind, part.full = typed.noun, typed.noun.cls, part.name
        self._tail(part, end)
        if typed is not None and typed.definite:
            self._owned(part, end, depth)
        return self._finish(part, None, end, depth)


def _nominative(dual: str) -> str:
    """The form in which a dual construct is listed: "ضفتا" for "ضفتي"."""
    return f"{dual[:-1]}ا" if dual.endswith("ي") else dual
