"""Noun phrases for people: how many, who, and which words say so."""

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.amount import (
    ONE,
    SEVERAL,
    TWO,
    Quantity,
    bound_after,
    bounded,
    read_amount,
)
from sijill.mentions.quantity.counted import People
from sijill.mentions.quantity.number import read
from sijill.mentions.quantity.people import CREW, FAMILY, PEOPLE, THING, Person, Size
from sijill.mentions.quantity.vocabulary import LOSS, Role, Vocabulary
from sijill.model.mention import Amount
from sijill.text.token import BRACKET, COMMA

_NAMED = frozenset(("commander", "officer", "leader", "official", "fighter", "clergy"))
"""Groups whose singular is followed by a name without the article: "قائد كتيبة …"."""
_CLOSED = ("ون", "ين", "ان")
"""Endings that a noun loses before its genitive."""
_DUAL = "\u064eين"
"""The vocalised ending of the dual."""
_GROUP_WORDS = 9
_NAME_WORDS = 5


def read_people(tagged: Tagged, index: int, limit: int, vocabulary: Vocabulary) -> People | None:
    """The noun phrase that begins at token `index` and ends before token `limit`."""
    if index >= limit:
        return None
    quantity = read_amount(tagged, index, vocabulary)
    if quantity is not None and quantity.end > limit:
        return None
    at = index if quantity is None else quantity.end
    noun = _noun(tagged, at, limit, quantity, vocabulary)
    if noun is None:
        return None if quantity is None else _bare(tagged, quantity, limit, vocabulary)
    person: Person = noun.entry.value
    if person.group == THING:
        return None
    return _Reader(tagged, limit, vocabulary).phrase(index, quantity, noun)


def members_of(
    tagged: Tagged, index: int, limit: int, vocabulary: Vocabulary
) -> tuple[int, int] | None:
    """The tokens of the group that the words at token `index` lead to: "في صفوف القوات"."""
    return _Reader(tagged, limit, vocabulary).members(index)


def _noun(
    tagged: Tagged, at: int, limit: int, quantity: Quantity | None, vocabulary: Vocabulary
) -> Match | None:
    if at >= limit or (quantity is not None and tagged.tokens[at].gap >= COMMA):
        return None
    for match in tagged.at(PEOPLE, at):
        person: Person = match.entry.value
        if match.end > limit or (person.kin and not match.enclitic):
            continue
        if quantity is not None and match.proclitics not in ("", "ال"):
            continue
        if "ك" in match.proclitics:
            continue
        if _is_other(tagged, match, quantity, vocabulary):
            continue
        return match
    return None


def _is_other(
    tagged: Tagged, noun: Match, quantity: Quantity | None, vocabulary: Vocabulary
) -> bool:
    """Whether a spelling of a noun for people, or for a time, is here another word."""
    person: Person = noun.entry.value
    if quantity is not None:
        few = quantity.number and 3 <= quantity.amount.minimum <= 10
        return few and tagged.tokens[noun.start].key in vocabulary.grammar["day"]
    if person.group == "officer":
        return _is_numbered(tagged, noun, quantity)
    after = noun.end
    if after >= len(tagged.tokens) or tagged.tokens[after].gap > 0:
        return False
    key = tagged.tokens[after].key
    if key[0] in "وبلف" or key in vocabulary.stops:
        return False
    # "أبو معاذ" is a name, "آخر جيب" the last one.
    word = tagged.tokens[noun.start].key.removeprefix(noun.proclitics)
    last = person.size == Size.ONE and word in vocabulary.grammar["other"]
    return word in vocabulary.name_leads or last


def _is_numbered(tagged: Tagged, noun: Match, quantity: Quantity | None) -> bool:
    """Whether a rank's noun is a unit with a number: "اللواء 38", not a brigadier."""
    if quantity is not None or noun.end >= len(tagged.tokens):
        return False
    return tagged.tokens[noun.end].key[0].isdigit() and tagged.tokens[noun.end].gap < BRACKET


def _bare(tagged: Tagged, quantity: Quantity, limit: int, vocabulary: Vocabulary) -> People | None:
    """A number without a known noun: what follows must not be a noun it could count."""
    reader = _Reader(tagged, limit, vocabulary)
    at = quantity.end
    member = reader.members(at)
    if member is not None and not (quantity.number and quantity.definite):
        start, end = member
        return reader.made(quantity, end, None, (start, end), member=True)
    if quantity.needs_noun:
        return None
    if _is_date(tagged, quantity):
        return None
    if quantity.amount == ONE and not tagged.tokens[quantity.start].key[0].isdigit():
        return None
    key = tagged.tokens[at].key if at < limit else ""
    if key in vocabulary.grammar["only"]:
        member = reader.members(at + 1)
        end = at + 1 if member is None else member[1]
        return reader.made(quantity, end, None, member, member=member is not None)
    if not key or tagged.tokens[at].gap >= COMMA or reader.closed(at) or key[0] in "وب":
        return reader.made(quantity, at, None, None)
    if key.endswith(("يا", "يين", "يون", "ين", "ون")) and len(key) > 4:
        end = reader.absorb(at + 1, plain=False)
        return reader.made(quantity, end, None, (at, end))
    end = reader.absorb(at + 1, plain=False)
    return reader.made(quantity, end, None, (at, end))._replace(unknown=True)


def _is_date(tagged: Tagged, quantity: Quantity) -> bool:
    """A bare year ("2003") or day ("الثلاثين") counts nobody."""
    token = tagged.tokens[quantity.start].key
    year = len(token) == 4 and token.isdigit() and 1900 <= int(token) < 2100
    return quantity.number and (quantity.definite or year)


class _Reader:
    """Reads what follows a noun: number, adjectives, group, name, bound."""

    __slots__ = ("limit", "tagged", "vocabulary")

    def __init__(self, tagged: Tagged, limit: int, vocabulary: Vocabulary) -> None:
        self.tagged = tagged
        self.limit = limit
        self.vocabulary = vocabulary

    def made(
        self,
        quantity: Quantity,
        end: int,
        person: Person | None,
        victims: tuple[int, int] | None,
        member: bool = False,
    ) -> People:
        amount = quantity.amount
        after = bound_after(self.tagged, end) if end < self.limit else None
        if after is not None:
            amount, end = bounded(amount, after[0]), after[1]
        return People(
            start=quantity.start,
            end=end,
            amount=amount,
            person=person,
            counted=True,
            number=quantity.number,
            definite=quantity.definite,
            proclitics=quantity.proclitics,
            victims=victims,
            member=member,
            noun_end=quantity.end,
        )

    def phrase(self, index: int, quantity: Quantity | None, noun: Match) -> People:
        """The phrase around the people noun `noun`."""
        person = self._person(noun)
        definite = _is_definite(noun)
        amount = quantity.amount if quantity else (ONE, TWO, SEVERAL)[person.size - 1]
        counted = quantity is not None or person.size == Size.TWO
        number = bool(quantity and quantity.number)
        end = noun.end
        told = None if quantity else self._told(end, definite)
        if told is not None:
            amount, end = told
            counted = number = True
        last = end
        after = bound_after(self.tagged, end) if end < self.limit else None
        if after is not None:
            amount, end = bounded(amount, after[0]), after[1]
            counted = counted or after[0].role == "vague_after"
        if person.group in (FAMILY, CREW) and person.size == Size.ONE and not quantity:
            amount = SEVERAL
        name = None
        if person.size == Size.ONE and not quantity:
            end, name = self._name(end, person, definite)
        else:
            plural, last_noun = person.size == Size.MANY, end
            end = self.absorb(end, plain=plural and not number, joint=plural and definite)
            if not definite and self.tagged.tokens[noun.end - 1].key.endswith(_CLOSED):
                # "مسلحون القاضي …": after these endings what has the article is another.
                end = next((i for i in range(last_noun, end) if self._is_apart(i, noun)), end)
        if end + 1 < self.limit and self.tagged.tokens[end].key in self.vocabulary.grammar["rank"]:
            end += 2
        if person.size == Size.ONE and not quantity and self._is_age(end):
            end += 2
        bound = after is not None and end == after[1]
        victims, member = (noun.start, last if bound else end), self.members(end)
        if member is not None:
            victims, end = member, member[1]
        elif person.group == FAMILY and not quantity:
            size = self._family(end)
            if size is not None:
                amount, end, counted, number = size.amount, size.end, True, True
        if after is None and end < self.limit:
            after = bound_after(self.tagged, end)
            if after is not None:
                amount, end = bounded(amount, after[0]), after[1]
                counted = counted or after[0].role == "vague_after"
        return People(
            start=index,
            end=end,
            amount=amount,
            person=person,
            counted=counted,
            number=number,
            definite=definite or bool(quantity and quantity.definite),
            proclitics=quantity.proclitics if quantity else noun.proclitics.removesuffix("ال"),
            victims=victims,
            member=member is not None,
            name=name,
            noun_end=noun.end,
        )

    def _person(self, noun: Match) -> Person:
        """What the noun says of how many and who, its ending and pronoun read with it."""
        person: Person = noun.entry.value
        if person.accusative and noun.enclitic:
            # "طفلاهما": no accusative alef stands before a pronoun, so it is the dual's.
            person = person._replace(size=Size.TWO, accusative=False)
        if person.size == Size.MANY and self._is_dual(noun):
            person = person._replace(size=Size.TWO)
        return person

    def _is_age(self, at: int) -> bool:
        """Whether an age in brackets follows a person: "(13 عاما)"."""
        if at + 1 >= self.limit:
            return False
        number, noun = self.tagged.tokens[at], self.tagged.tokens[at + 1]
        aged = number.key.isdigit() and noun.key in self.vocabulary.grammar["age"]
        return aged and number.gap == BRACKET

    def _is_dual(self, noun: Match) -> bool:
        """A fatha before "ين" marks the dual where only it tells it from a plural."""
        token = self.tagged.tokens[noun.end - 1]
        return self.tagged.text[token.start : token.end].endswith(_DUAL)

    def _is_apart(self, at: int, noun: Match) -> bool:
        """Whether a word cannot describe an indefinite plural: it has the article, or another case
        than a nominative ("مسلحون قاضيا").
        """
        key = self.tagged.tokens[at].key
        nominative = self.tagged.tokens[noun.end - 1].key.endswith(("ون", "ان"))
        return key.startswith("ال") or (nominative and key.endswith(("يا", "ين")))

    def _family(self, at: int) -> People | None:
        """ "عائلة من ستة أفراد": the number of its members."""
        if at + 1 >= self.limit or self.tagged.tokens[at].key not in self.vocabulary.range_from:
            return None
        people = read_people(self.tagged, at + 1, self.limit, self.vocabulary)
        return people if people is not None and people.number and people.person else None

    def _told(self, at: int, definite: bool) -> tuple[Amount, int] | None:
        """A number after its noun: "الجنود الثلاثة", "أطفالها الـ3", "شخص واحد", "جنديين اثنين"."""
        tokens = self.tagged.tokens
        if at >= self.limit or tokens[at].gap >= BRACKET:
            return None
        article = tokens[at].key == "ال"
        if article:
            at += 1
            if at >= self.limit:
                return None
        number = read(tokens, at, self.vocabulary.numbers)
        if number is None or number.proclitics or number.ordinal or number.end > self.limit:
            return None
        if (definite and (number.definite or article)) or (
            not number.digits and number.value < 3 and not number.definite
        ):
            return Amount(number.value, number.value, False), number.end
        return None

    def _name(self, at: int, person: Person, definite: bool) -> tuple[int, tuple[int, int] | None]:
        """The end of a described person, and the tokens of a name if there are any."""
        at = self.absorb(at, plain=False)
        if person.accusative or not (definite or person.group in _NAMED):
            return at, None
        start = at
        while (
            at < self.limit
            and at - start < _NAME_WORDS
            and self.tagged.tokens[at].gap < BRACKET
            and not self.closed(at)
            and not self.tagged.at(PEOPLE, at)
            and not _joins(self.tagged.tokens[at].key)
        ):
            at += 1
        return at, (start, at) if at > start else None

    def members(self, at: int) -> tuple[int, int] | None:
        """The tokens of the group that "من", "في صفوف" … lead to; pronouns ("منهم") too."""
        if at >= self.limit or self.tagged.tokens[at].gap >= COMMA:
            return None
        for match in self.tagged.at(LOSS, at):
            value = match.entry.value
            if match.proclitics or match.end > self.limit:
                continue
            if value.role == Role.MEMBERS:
                if read(
                    self.tagged.tokens, min(match.end, self.limit - 1), self.vocabulary.numbers
                ):
                    return None
                if any(m.entry.value.group == THING for m in self.tagged.at(PEOPLE, match.end)):
                    return None
                end = self.absorb(match.end, plain=True, free=True)
                return (match.end, end) if end > match.end else None
            if value.role == Role.BREAKDOWN and (
                self.tagged.tokens[at].key in self.vocabulary.grammar["partitive"]
            ):
                following = match.end
                if following >= self.limit or not read_amount(
                    self.tagged, following, self.vocabulary
                ):
                    return at, match.end
        key = self.tagged.tokens[at].key
        if key.startswith("لل") and len(key) > 4 and not self.closed(at):
            return at, self.absorb(at + 1, plain=False)
        return None

    def absorb(self, at: int, *, plain: bool, free: bool = False, joint: bool = False) -> int:
        """Where the words that go on describing the people end.

        `plain` lets in one word without the article ("عناصر حزب الله"), `free` any, `joint`
        another definite group right away ("المواطنين والجنود").
        """
        tokens, modifiers = self.tagged.tokens, self.vocabulary.modifiers
        start = at
        while at < self.limit and at - start < _GROUP_WORDS:
            token = tokens[at]
            if token.gap >= BRACKET or self.closed(at) or (at > start and self._is_fate(at)):
                break
            key = token.key
            if _joins(key) and not (free and at == start):
                # "و" goes on only with another definite group.
                if not key.startswith("وال") or not (free or joint or at > start):
                    break
            elif not (free or key.startswith(("ال", "لل")) or key in modifiers or _relative(key)):
                people = self.tagged.at(PEOPLE, at)
                origin = any(m.entry.value.group == "foreigner" for m in people)
                if not origin and (not plain or people):
                    break
                plain = plain and origin
            at += 1
        return at

    def _is_fate(self, at: int) -> bool:
        """A bare noun of loss behind a group says what became of it: "من المسلحين قتلى"."""
        return any(
            m.entry.value.kind and not m.entry.value.weak and not m.proclitics
            for m in self.tagged.at(PEOPLE, at)
        )

    def closed(self, at: int) -> bool:
        """Token `at` cannot belong to a noun phrase: a particle, loss word, number, event word."""
        key = self.tagged.tokens[at].key
        if key in self.vocabulary.stops or key[0].isdigit():
            return True
        for match in self.tagged.at(LOSS, at):
            role = match.entry.value.role
            if role in (Role.VERB, Role.NOUN, Role.AFTER, Role.BREAKDOWN, Role.CONTINUES):
                return True
        word = self.vocabulary.numbers.words.get(key)
        # "من عائلة واحدة" counts nothing.
        return word is not None and not word.definite and word.value != 1


def _joins(key: str) -> bool:
    return (key[0] == "و" and len(key) > 3) or key == "و"


def _relative(key: str) -> bool:
    """An adjective of origin or kind by its ending: "إيرانيا", "سورية", "أجنبيين"."""
    return len(key) > 4 and key.endswith(("يين", "يون", "يا", "ية", "يات"))


def _is_definite(noun: Match) -> bool:
    return noun.proclitics.endswith("ال") or bool(noun.enclitic)
