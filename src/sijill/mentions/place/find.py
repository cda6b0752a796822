"""Find place mentions: read every place expression, then keep those a cue speaks for."""

from collections import Counter
from collections.abc import Sequence

from sijill.lexicon.tagged import Tagged
from sijill.mentions.place.before import names_before
from sijill.mentions.place.dateline import mark_datelines
from sijill.mentions.place.grammar import Grammar
from sijill.mentions.place.part import Part
from sijill.mentions.place.reader import Reader, key_of
from sijill.mentions.place.vocabulary import Vocabulary
from sijill.model.mention import PlaceMention
from sijill.model.span import Span
from sijill.text.fold import fold
from sijill.text.token import COMMA, GLUE


def find(
    tagged: Tagged,
    vocabulary: Vocabulary,
    masked: Sequence[Span] = (),
    expected: Sequence[int] = (),
) -> list[PlaceMention]:
    """The places of the document in text order; none overlaps a span of `masked`.

    Members of one enumeration share `group`. A parent is no mention of its own. At the tokens
    in `expected` (`expect.expected`) a name is read that no list has.
    """
    reader = Reader(tagged, vocabulary, masked, expected)
    grammar = Grammar(reader)
    parts: list[Part] = []
    for sentence in tagged.sentences:
        _read(reader, grammar, sentence.start, sentence.end, parts)
    mark_datelines(reader, parts)
    kept = _kept(reader, parts)
    return [_mention(part) for part in kept]


def _read(reader: Reader, grammar: Grammar, start: int, end: int, parts: list[Part]) -> None:
    """Add the expressions between two tokens, left to right, none inside another."""
    after = start
    for index in reader.starts(start, end):
        if index < after:
            continue
        found = grammar.expression(index, end)
        if not found:
            continue
        if _ranks(reader, found[0], index):
            after = max(part.end for part in found)
            continue
        if earlier := names_before(grammar, found[0], after):
            index = earlier[0].start
            found = earlier + found[1:]
        _cue(reader, found, index, start)
        parts.extend(found)
        after = max(part.end for part in found)


def _ranks(reader: Reader, part: Part, index: int) -> bool:
    """Whether the words say which of a land's towns is spoken of: "ثاني أكبر مدن البلاد"."""
    typed = reader.typed(index)
    if index == 0 or typed is None or typed.noun.cls not in _TOWNS:
        return False
    named = part.known is not None and not part.known.kinds & _LANDS
    return not named and reader.tokens[index - 1].key in reader.vocabulary.superlatives


def _cue(reader: Reader, found: list[Part], index: int, start: int) -> None:
    """Roles and cues from the preposition before an expression, written apart or on it."""
    first = found[0]
    role, cued = "at", first.clitic.endswith(("ب", "ل"))
    if index > start and not cued and reader.tokens[index].gap == GLUE:
        before = _before_each(reader, index, start)
        match = reader.preposition(before - 1)
        if match is not None:
            role, cued = match.entry.value, True
            if reader.tokens[before - 1].key.removeprefix("و") in _TOWARD:
                first.whole = first.whole.join(reader.tokens[before - 1].span)
        elif before < index:
            cued = True
    for part in found:
        part.role = role
        part.cued = part.cued or cued or part.expected


def _before_each(reader: Reader, index: int, start: int) -> int:
    """The token after the preposition: "على كل من أ وب" says على of the places."""
    tokens = reader.tokens
    if index - 2 > start and tokens[index - 1].key == "من" and tokens[index - 2].key in _EACH:
        return index - 2
    return index


_TOWNS = frozenset(("city", "town"))
_LANDS = frozenset(("country", "adm1"))
_EACH = frozenset(map(fold, ("كل", "كلا", "بكل")))
_TOWARD = frozenset(map(fold, ("نحو", "باتجاه", "صوب", "تجاه", "اتجاه")))


def _kept(reader: Reader, parts: list[Part]) -> list[Part]:
    """Drop weak names that neither the document's countries nor an earlier mention support."""
    countries = _countries(parts)
    named = {key_of(part.name) for part in parts if part.strong and not part.anaphor}
    kept = []
    for part in parts:
        node: Part | None = part
        while node is not None and not (node.strong or _supported(reader, node, countries, named)):
            # What was read as its parent can still be a place by itself.
            node = node.parent
            if node is not None:
                node.cued = True
        if node is not None:
            kept.append(node)
    return sorted(kept, key=lambda part: (part.whole.start, part.head.start))


def _supported(reader: Reader, part: Part, countries: frozenset[str], named: set[str]) -> bool:
    """Whether a bare known name is a place here."""
    known = part.known
    if part.anaphor or known is None:
        return part.anaphor
    if part.expected and _is_item(reader, part):
        return True
    key = key_of(part.name)
    whole = part.clitic in ("", "و", "ف")
    if key in named and (whole or part.cued):
        return True
    if known.common or (known.rank == 4 and not part.cued):
        # A country named without a preposition acts; it is no place.
        return False
    if part.expected and len(key) > 3 and part.start not in reader.taken:
        return not _overspelt(reader, part)
    local = not countries or bool(known.countries & countries)
    if part.parent is not None and part.cued:
        return local or known.rank > 1
    if _in_countryside(part) and len(key) > 3 and part.start not in reader.busy:
        return local and not _overspelt(reader, part)
    if known.rank >= 3 and not _overspelt(reader, part):
        return len(key) > 2 and (whole or part.cued)
    if _overspelt(reader, part):
        return False
    if " " in key:
        # No everyday word has two words.
        return known.rank == 2 or part.cued
    index = part.start
    short = len(key) < 4 and not (part.expected and known.rank == 2 and countries)
    if index in reader.busy or short or not local:
        return False
    if known.rank == 2:
        return whole or part.cued
    if part.role != "at" or not countries:
        return False
    return part.cued and (not part.clitic or key.startswith("ال"))


def _is_item(reader: Reader, part: Part) -> bool:
    """Whether the name is all of a list's item, or of the head of one: "الخيام: قصف مدفعي"."""
    tokens, start, end = reader.tokens, part.start, part.end
    if tokens[start].gap < COMMA or not all(
        match.entry.layer.startswith(("place", "thing")) or match.entry.id == "thing"
        for match in reader.tagged.here(start)
    ):
        return False
    return end == len(tokens) or tokens[end].gap >= COMMA


def _in_countryside(part: Part) -> bool:
    """Whether a countryside is named right after the name: few everyday words precede one."""
    parent = part.parent
    return parent is not None and parent.operator == "countryside" and part.clitic in ("", "و")


_HAMZA = frozenset("أإآؤئ")


def _overspelt(reader: Reader, part: Part) -> bool:
    """Written with a hamza that no place of the name has: another word ("فإن" is not "فان")."""
    hamzas = sum(letter in _HAMZA for letter in part.name)
    if not hamzas or part.known is None:
        return False
    rows = [reader.vocabulary.gazetteer.row(id_) for id_ in part.known.ids]
    names = [name for row in rows for name in (row.name, *row.names)]
    if "آ" in part.name and not any("آ" in name for name in names):
        return True
    return hamzas > max(sum(letter in _HAMZA for letter in name) for name in names)


def _countries(parts: list[Part]) -> frozenset[str]:
    """The countries that the well-known and the typed names of the document lie in."""
    votes: Counter[str] = Counter()
    for part in parts:
        node: Part | None = part
        while node is not None:
            known = node.known
            if known is not None and not known.common and (known.rank >= 3 or node.strong):
                for country in known.countries:
                    votes[country] += 1 if len(known.countries) > 1 else 3
            node = node.parent
    if not votes:
        return frozenset()
    top = max(votes.values())
    return frozenset(country for country, count in votes.items() if 3 * count >= top)


def _mention(part: Part) -> PlaceMention:
    return PlaceMention(
        span=part.whole,
        head=part.head,
        name=part.name,
        rule=part.rule,
        kind=part.kind,
        operator=part.operator,
        direction=part.direction,
        role=part.role,
        anaphor=part.anaphor,
        parent=None if part.parent is None else _mention(part.parent),
        group=part.group,
        full=part.full,
        places=part.known.ids if part.known is not None else (),
    )
