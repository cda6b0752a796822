"""Definite type nouns: "المدينة" refers back, "الضفة الجنوبية لنهر الفرات" names a place."""

from sijill.lexicon.entry import Match
from sijill.mentions.place.name import Name, known_at, name_at
from sijill.mentions.place.part import Part
from sijill.mentions.place.reader import Typed
from sijill.mentions.place.unlisted import Unlisted
from sijill.model.span import Span

_NATURAL = frozenset(("plain", "mountain", "region", "river", "strip"))


class Definite(Unlisted):
    """The part of the grammar that reads type nouns with the article."""

    def _typed(self, typed: Typed, end: int, depth: int) -> list[Part] | None:
        """An expression that begins with a type noun; `Grammar` says how."""
        raise NotImplementedError

    def _possessed(self, typed: Typed) -> list[Part] | None:
        """ "مطارها", "ريفها": a site of a place named before."""
        if not typed.noun.refers or not typed.noun.site or typed.match.enclitic not in ("ه", "ها"):
            return None
        match = typed.match
        span = self.reader.tagged.stem_span(match)
        return [
            Part(
                match.start,
                match.end,
                span,
                typed.noun.word,
                "place.possessed",
                span,
                noun=typed.noun,
                kind=typed.noun.cls,
                anaphor=True,
                clitic=match.proclitics,
            )
        ]

    def _definite(self, typed: Typed, end: int, depth: int) -> list[Part] | None:
        """ "المدينة" alone refers back; with an adjective or a link it can be a name."""
        reader = self.reader
        match, noun = typed.match, typed.noun
        if match.start and reader.tokens[match.start - 1].key in reader.vocabulary.live:
            return None
        if noun.digits:
            return self._numbered(typed, end, depth)
        joined = reader.typed(match.end) if reader.glued(match.end, end) else None
        if noun.number == 3 and joined is not None and joined.match.proclitics == "وال":
            # "المدن والأحياء السورية"
            return self._joined(typed, self._typed(joined, end, depth + 1))
        index, point = self._read_sides(match.end, end)
        if point is not None and _feminine(noun.word) != _feminine(reader.tokens[match.end].key):
            index, point = match.end, None
        adjectives = index
        while reader.glued(adjectives, end) and self._adjective(adjectives, noun.line):
            adjectives += 1
        nisba = reader.nisba(adjectives) if reader.glued(adjectives, end) else None
        if nisba is not None and nisba.proclitics == "ال" and not noun.site:
            return self._of_land(typed, nisba, point, end, depth)
        if nisba is not None and nisba.proclitics == "ال":
            adjectives = nisba.end
        named = adjectives > match.end
        part = self._standing(typed, adjectives, "definite" if named else "anaphor")
        part.direction, part.anaphor = point, not named
        counted = noun.cls == "region" and not noun.refers
        if named and counted and point is None and nisba is None:
            # "المحور الثاني" counts; it does not name.
            return None
        linked = self._between(part, end, depth) or (named and self._owned(part, end, depth))
        if noun.alone and not named:
            named, part.anaphor = True, False
        if not named and not linked and not noun.refers:
            return None
        if noun.number > 1 and not linked:
            part.anaphor = False
            return [part] if point else None
        part.strong = named or bool(linked)
        self._parents(part, end, depth)
        return self._siblings([part], None, end, depth) if named else [part]

    def _standing(self, typed: Typed, end: int, how: str) -> Part:
        """A part whose name is the noun with its article and what follows up to token `end`."""
        match, noun = typed.match, typed.noun
        start = self.reader.article_span(match).start
        head = Span(start, self.reader.tokens[end - 1].end)
        name = self.reader.written(head)
        part = Part(match.start, end, head, name, f"place.{noun.cls}.{how}", head)
        part.noun, part.kind, part.full = noun, noun.cls, name
        part.clitic = match.proclitics.removesuffix("ال")
        return part

    def _numbered(self, typed: Typed, end: int, depth: int) -> list[Part] | None:
        """ "اللواء 82": a unit's base, named by its number."""
        index = typed.match.end
        if not self.reader.glued(index, end):
            return None
        name = name_at(self.reader, index, end, typed.noun, False)
        if name is None:
            return None
        part = self._standing(typed, name.end, "number")
        self._parents(part, end, depth)
        return self._siblings([part], None, end, depth)

    def _joined(self, typed: Typed, parts: list[Part] | None) -> list[Part] | None:
        """The expression of a second noun, begun at the first."""
        if parts is None:
            return None
        parts[0].start = typed.match.start
        parts[0].whole = parts[0].whole.join(self.reader.article_span(typed.match))
        parts[0].clitic = typed.match.proclitics.removesuffix("ال")
        return parts

    def _owned(self, part: Part, end: int, depth: int) -> bool:
        """ "الضفة الجنوبية لنهر الفرات": what the named part is of, as its parent."""
        if part.end >= end or self.reader.tokens[part.end].key == "في":
            return False
        owner = self._linked(part.end, end, depth)
        if owner is None:
            return False
        if part.noun is not None and part.noun.line:
            part.full = self.reader.written(part.whole.join(owner[0].whole))
        part.adopt(owner[0])
        return True

    def _adjective(self, index: int, line: bool = False) -> bool:
        """Whether the word can belong to a name; any adjective of places to a road's."""
        vocabulary, key = self.reader.vocabulary, self.reader.tokens[index].key
        known = key in vocabulary.adjectives or (line and key in vocabulary.descriptive)
        return known and not self.reader.closed[index]

    def _of_land(
        self, typed: Typed, nisba: Match, point: str | None, end: int, depth: int
    ) -> list[Part] | None:
        """ "الأراضي السورية" is the country; "البادية السورية" a feature in it."""
        reader = self.reader
        noun = typed.noun
        part = self._of_nisba(nisba, typed.match)
        part.direction = point
        last = nisba.end
        if noun.line and reader.glued(last, end) and (more := reader.nisba(last)):
            last = more.end
        if noun.number == 1 and noun.cls != "territory":
            stem = self.reader.article_span(typed.match)
            head = Span(stem.start, reader.tokens[last - 1].end)
            owner, part = (
                part,
                Part(
                    typed.match.start,
                    last,
                    head,
                    reader.written(head),
                    f"place.{noun.cls}.land",
                    head,
                    noun=noun,
                    kind=noun.cls,
                    clitic=typed.match.proclitics.removesuffix("ال"),
                ),
            )
            part.full = part.name
            part.parent = owner
            if not noun.line and noun.cls not in _NATURAL:
                return None
        else:
            part.operator = "inside"
        self._parents(part, end, depth)
        return [part]

    def _misspelt(self, index: int) -> Name | None:
        """The city that one wrong letter was written in, after "العاصمة" only."""
        reader = self.reader
        key = reader.tokens[index].key
        if reader.stop(index) or index in reader.busy:
            return None
        known = reader.vocabulary.similar(key)
        return None if known is None else Name(index + 1, reader.tokens[index].span, known)

    def _anaphor(self, index: int, end: int) -> list[Part] | None:
        """ "العاصمة", with the name after it if one follows ("العاصمة اليمنية صنعاء")."""
        reader = self.reader
        match = reader.anaphor(index)
        assert match is not None
        after = match.end
        if reader.glued(after, end) and (nisba := reader.nisba(after)):
            after = nisba.end
        cls = match.entry.value
        span = reader.tagged.stem_span(match)
        if cls == "capital" and reader.glued(after, end):
            name = known_at(reader, after, end, ("",)) or self._misspelt(after)
            if name is not None and name.known is not None and name.known.rank >= 3:
                part = self.part(index, name, "place.capital")
                part.whole = span.join(part.whole)
                part.clitic = match.proclitics
                part.kind = "city"
                self._tail(part, end)
                return self._finish(part, None, end, 0)
        nisba = reader.nisba(match.end) if after > match.end else None
        owner = self._of_nisba(nisba, None) if nisba is not None else None
        whole = Span(span.start, reader.tokens[after - 1].end)
        return [
            Part(
                index,
                after,
                span,
                reader.written(whole),
                f"place.{cls}.anaphor",
                whole,
                kind=cls,
                anaphor=True,
                parent=owner,
                clitic=match.proclitics,
            )
        ]


def _feminine(word: str) -> bool:
    return word.endswith("ة") or word == "ضواحي"
