"""What one sentence has told so far, and how a loss is recorded."""

from bisect import bisect_left

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.amount import SEVERAL
from sijill.mentions.quantity.counted import People
from sijill.mentions.quantity.people import COLLECTIVE, PEOPLE, THING, Person, Size
from sijill.mentions.quantity.phrase import members_of, read_people
from sijill.mentions.quantity.starts import Starts
from sijill.mentions.quantity.vocabulary import LOSS, Role, Vocabulary
from sijill.model.mention import Amount, LossMention
from sijill.model.span import Span
from sijill.text.token import COMMA


class Clause:
    """The state of a walk through one sentence, from its first token to before `end`."""

    def __init__(
        self,
        tagged: Tagged,
        start: int,
        end: int,
        vocabulary: Vocabulary,
        starts: Starts,
    ) -> None:
        self.tagged = tagged
        self.tokens = tagged.tokens
        self.start = start
        self.end = end
        self.vocabulary = vocabulary
        self.starts = starts
        takers = starts.takers
        last = bisect_left(takers, end) - 1
        self.last_taker = takers[last] if last >= 0 else -1
        """The last token whose loss word may take the people before it."""
        self.memo: dict[int, People | None] = {}
        self.found: list[LossMention] = []
        self.blocked = start
        """Losses before this token are negated or unreal."""
        self.left: list[People] = []
        """The last people named that no loss word has taken, with those "مع" joined to them."""
        self.left_end = start
        """Where the words about them end, their parts ("بينهم طفلان") included."""
        self.left_part: People | None = None
        """A part of the last people named."""
        self.open: tuple[int, LossMention] | None = None
        """The last whole and the token where its words, or its parts', end."""
        self.part = False
        """The last words read were a part of `open`."""
        self.producer = start - 100
        self.total = False
        """The last toll counts a whole war."""
        self.figure = start - 100
        """Where the figure of the last toll ends."""

    def people_at(self, at: int) -> People | None:
        """The people named from token `at` on; remembered, since several words may ask."""
        if at not in self.starts.begins:
            return None
        if at not in self.memo:
            self.memo[at] = read_people(self.tagged, at, self.end, self.vocabulary)
        return self.memo[at]

    def ends_clause(self, at: int) -> bool:
        for match in self.tagged.at(LOSS, at):
            if match.entry.value.role in (Role.VERB, Role.NOUN, Role.BREAKDOWN, Role.PRODUCES):
                return True
        return self.tokens[at].key in self.vocabulary.grammar["clause_ends"]

    def emit(
        self,
        kind: str,
        people: People,
        amount: Amount,
        end: int,
        trigger: Span | None,
        rule: str,
        whole: LossMention | None,
    ) -> None:
        span = self._span(people.start, end, people.proclitics)
        mention = LossMention(
            span=span,
            kind=kind,
            amount=amount,
            rule=f"quantity.{'total' if self.total else rule}",
            victims=None if people.victims is None else self.tagged.span(*people.victims),
            group=(
                whole.group
                if whole and people.person is None and not people.member
                else self._group(people)
            ),
            trigger=trigger,
            part_of=None if whole is None else whole.span,
            name=None if people.name is None else self.tagged.span(*people.name),
        )
        self.found.append(mention)
        self.left, self.left_part = [], None
        self.part = whole is not None
        end = self._past_manner(end)
        if whole is None:
            self.open = (end, mention)
        elif self.open is not None:
            self.open = (end, self.open[1])

    def share(self, kinds: list[str], people: People, end: int, trigger: Span | None) -> None:
        """One amount for several kinds: each has none of it at least, all of it at most."""
        amount = people.amount
        if people.counted and amount.maximum is not None:
            amount = Amount(0, amount.maximum, True)
        elif people.counted and people.number:
            amount = Amount(0, None, True)
        else:
            amount = SEVERAL
        for kind in kinds:
            self.emit(kind, people, amount, max(end, people.end), trigger, "shared", None)

    def sum_of(self, people: People) -> People:
        """Conjoined people of one side are one number: "امرأة وطفلتين" is three."""
        while not people.member and people.end < self.end:
            at, mine = people.end, people.person
            if mine is None:
                break
            if self.tokens[at].gap >= COMMA:
                break
            joined = self.tokens[at].key == "و"
            other = self.people_at(at + joined)
            if other is not None and other.person is None and self._is_kin(other):
                # "أم وثلاثة من أطفالها"
                kin = Person(self._group(other), Size.MANY)
                other = other._replace(person=kin, member=False)
            if other is None or other.person is None or other.unknown:
                break
            if not (joined or other.proclitics == "و") or _stated(other.person) != _stated(mine):
                break
            if _shares_count(people, other):
                people = people._replace(end=other.end, noun_end=other.noun_end)
                continue
            theirs = other.person.group
            sides = self.vocabulary.sides
            if sides[mine.group] != sides[theirs] and theirs != "generic":
                break
            if sides[theirs] == "fighter" and self._rebels(people) != self._rebels(other):
                # "47 متمردا و11 جنديا" fell on two sides.
                break
            plural = other.definite and not other.counted and other.person.size == Size.MANY
            if plural and theirs != "relative":
                break
            people = people._replace(
                amount=_total(people.amount, other.amount),
                end=other.end,
                counted=True,
                member=other.member,
                victims=_covering(people, other),
                noun_end=other.noun_end,
            )
        return people

    def _is_kin(self, people: People) -> bool:
        """Of the family of those named before: "ثلاثة من أطفالها"."""
        if not people.member or people.victims is None:
            return False
        return any(
            match.enclitic and self.vocabulary.sides[match.entry.value.group] == "civilian"
            for match in self.tagged.at(PEOPLE, people.victims[0])
        )

    def _rebels(self, people: People) -> bool:
        """Whether the counted noun names those who fight the state ("متمرد", "مسلح")."""
        return any(
            self.tokens[at].key.removeprefix("و") in self.vocabulary.insurgents
            for at in range(people.start, people.noun_end)
        )

    def _past_manner(self, at: int) -> int:
        """Past "بجروح خطيرة", "بالرصاص الحي": how they suffered, before others are named."""
        if at >= self.end or self.tokens[at].gap >= COMMA or self.tokens[at].key[0] != "ب":
            return at
        if self.tagged.at(LOSS, at) and self.ends_clause(at):
            return at
        for next_at in range(at + 1, min(at + 3, self.end)):
            token = self.tokens[next_at]
            if token.gap >= COMMA or not (
                token.key.startswith("ال") or token.key in self.vocabulary.grammar["manner"]
            ):
                return next_at
        return min(at + 3, self.end)

    def _group(self, people: People) -> str:
        """The class of the noun, or of the group that a bare number was taken from."""
        person = people.person
        if person is None or person.group == "generic":
            first = people.noun_end
            if people.member and people.victims:
                first = people.victims[0]
            if first < people.end:
                for match in self.tagged.at(PEOPLE, first):
                    if match.entry.value.group != THING:
                        return str(match.entry.value.group)
                for match in self.tagged.at(COLLECTIVE, first):
                    return str(match.entry.value)
        return "generic" if person is None else person.group

    def phrase(self, kind: str, match: Match) -> None:
        """Record a loss that names no people: "خسائر بشرية"."""
        span = trigger = self.tagged.stem_span(match)
        member = members_of(self.tagged, match.end, self.end, self.vocabulary)
        victims = None
        if member is not None:
            victims = self.tagged.span(*member)
            span = span.join(victims)
        mention = LossMention(
            span, kind, SEVERAL, "quantity.phrase", victims=victims, trigger=trigger
        )
        self.found.append(mention)
        self.open = (match.end if member is None else member[1], mention)

    def _span(self, start: int, end: int, proclitics: str) -> Span:
        """The characters of tokens `start` to `end` without the letters attached before."""
        whole = self.tagged.span(start, end)
        begin = whole.start
        for letter in proclitics:
            contracted = letter == "ل" and self.tagged.text[begin + 1 : begin + 2] == "ل"
            if begin < whole.end and self.tagged.text[begin] == letter and not contracted:
                begin += 1
                while begin < whole.end and not self.tagged.text[begin].isalnum():
                    begin += 1
        return Span(begin, whole.end)


def _stated(person: Person) -> str | None:
    """The loss that the noun states by itself: none of a noun for a lasting state ("نازح")."""
    return None if person.weak else person.kind


def _shares_count(people: People, other: People) -> bool:
    """ "25 جنديا ومدنيا": one number for both, as the singular after it shows."""
    return bool(
        people.number
        and people.amount.minimum > 10
        and other.person is not None
        and other.person.size == Size.ONE
        and (other.person.accusative or people.amount.minimum % 100 == 0)
        and not (other.counted or other.definite)
    )


def _covering(a: People, b: People) -> tuple[int, int] | None:
    if b.member or a.victims is None or b.victims is None:
        return b.victims
    return a.victims[0], b.victims[1]


def _total(a: Amount, b: Amount) -> Amount:
    high = None if a.maximum is None or b.maximum is None else a.maximum + b.maximum
    return Amount(a.minimum + b.minimum, high, a.approximate or b.approximate)
