"""Operators before a place: "ريف", "محيط", "شمال غرب", "القسم الجنوبي من"."""

from sijill.lexicon.entry import Match
from sijill.mentions.place.definite import Definite
from sijill.mentions.place.name import unknown_at
from sijill.mentions.place.part import Part
from sijill.mentions.place.vocabulary import TypeNoun
from sijill.model.span import Span

_FREE = TypeNoun("place", "", 1)


class Shift(Definite):
    """The part of the grammar that reads operators."""

    def _operated(self, index: int, end: int, depth: int) -> list[Part] | None:
        found = self.reader.operator(index)
        assert found is not None
        match, operator = found
        definite = match.proclitics.endswith("ال")
        if operator.point is not None:
            return self._directed(match, operator.point, definite, end, depth)
        if definite:
            return self._definite_operator(match, operator.op, end, depth)
        if operator.definite or not self.reader.glued(match.end, end):
            return None
        if match.start in self.reader.expected:
            self.reader.expected.add(match.end)
        adjective = match.entry.words[0].startswith("ال")
        parts = self._inner(match.end, end, depth, ("", "ل") if adjective else ("",))
        if parts is None and operator.unknown:
            parts = self._unknown(match.end, end)
        if parts is None:
            return None
        return self._shift(parts, match, operator.op)

    def _inner(
        self, index: int, end: int, depth: int, clitics: tuple[str, ...] = ("",)
    ) -> list[Part] | None:
        """What an operator is put before: an expression without clitics."""
        if not self.reader.glued(index, end):
            return None
        parts = self.expression(index, end, depth + 1)
        if parts is None or parts[0].clitic not in clitics:
            return None
        return parts

    def _unknown(self, index: int, end: int) -> list[Part] | None:
        """A name out of the gazetteer right after an operator that always has one."""
        if not self.reader.glued(index, end):
            return None
        name = unknown_at(self.reader, index, end, _FREE, False)
        if name is None or self.reader.tokens[index].key in self.reader.vocabulary.common:
            return None
        part = self.part(index, name, "place.operator.unknown")
        part.expected = index in self.reader.expected
        return self._finish(part, None, end, 1)

    def _shift(self, parts: list[Part], match: Match, op: str) -> list[Part]:
        """Put an operator on every part that has none; its words belong to the first."""
        first = parts[0]
        whole = self.reader.article_span(match)
        near = op in ("near", "environs", "inside")
        reached = True
        for part in parts:
            if part is not first and (part.operator is not None or part.noun is not first.noun):
                reached = reached and near and not part.apart and first.parent is None
            if not reached:
                continue
            part.strong = True
            if part.operator is None or part.operator == "inside":
                part.operator = op
                if op == "countryside":
                    part.full = f"ريف {part.full or part.name}"
                    self._sides(part)
        first.start = match.start
        first.whole = first.whole.join(whole)
        first.clitic = match.proclitics.removesuffix("ال")
        return parts

    def _sides(self, part: Part) -> None:
        """The sides after a countryside's name: "ريف حلب الشمالي", "ريفي المحافظة الشمالي"."""
        tokens = self.reader.tokens
        if part.direction is None and part.parent is None:
            index, part.direction = self._read_sides(part.end, len(tokens))
            if index > part.end:
                span = self.reader.tagged.span(part.end, index)
                noun = "ريفا" if index > part.end + 1 else "ريف"
                part.full = f"{noun} {part.name} {self.reader.written(span)}"
                part.end, part.whole = index, part.whole.join(span)
        elif part.direction is not None:
            sides = self.reader.written(Span(part.head.end, self._side_end(part)))
            part.full = f"{part.full} {sides}"

    def _side_end(self, part: Part) -> int:
        tokens = self.reader.tokens
        index = part.start
        last = part.head.end
        while index < part.end:
            if tokens[index].start >= part.head.end:
                if not self._is_side(index):
                    break
                last = tokens[index].end
            index += 1
        return last

    def _is_side(self, index: int) -> bool:
        return self.reader.direction(index, True) is not None

    def _directed(
        self, match: Match, point: str, definite: bool, end: int, depth: int
    ) -> list[Part] | None:
        """ "شمال غرب X"; with the article only before an adjective ("الشمال السوري")."""
        reader = self.reader
        index = match.end
        if definite:
            nisba = reader.nisba(index) if reader.glued(index, end) else None
            if nisba is None:
                return None
            part = self._of_nisba(nisba, match)
            part.operator, part.direction = "direction", point
            return [part]
        more = reader.direction(index, False) if reader.glued(index, end) else None
        if more is not None and not more[0].proclitics:
            point, index = point + more[1], more[0].end
        if reader.glued(index, end) and reader.tokens[index].key == "من":
            index += 1
        parts = self._inner(index, end, depth)
        if parts is None:
            return None
        for part in parts:
            if part.direction is None and part.noun is parts[0].noun:
                part.direction = point
        words = reader.written(
            Span(reader.tagged.stem_span(match).start, reader.tokens[index - 1].end)
        )
        first = parts[0]
        if first.operator is None:
            first.full = f"{words} {first.full or first.name}"
        return self._shift(parts, match, "direction")

    def _definite_operator(self, match: Match, op: str, end: int, depth: int) -> list[Part] | None:
        """ "الريف الشمالي لمحافظة X", "القسم الجنوبي من مدينة X", "الريف الغربي" alone."""
        reader = self.reader
        index, point = self._read_sides(match.end, end)
        if point is None:
            return None
        target = self._linked(index, end, depth)
        if target is not None:
            name = reader.written(reader.tagged.span(match.start, index)).removeprefix("و")
            for part in target:
                part.direction = part.direction or point
                if op == "countryside":
                    sides = reader.written(reader.tagged.span(match.end, index))
                    part.full = f"ريف {part.full or part.name} {sides}"
                    part.operator = op
            target[0].rule = f"place.definite:{name}"
            return self._shift(target, match, "environs" if op == "environs" else op)
        if op != "countryside":
            return None
        head = reader.tagged.stem_span(match)
        part = Part(
            match.start,
            index,
            head,
            reader.written(Span(head.start, reader.tokens[index - 1].end)),
            "place.countryside.anaphor",
            Span(head.start, reader.tokens[index - 1].end),
            kind="governorate",
            operator=op,
            direction=point,
            anaphor=True,
            clitic=match.proclitics.removesuffix("ال"),
        )
        return [part]
