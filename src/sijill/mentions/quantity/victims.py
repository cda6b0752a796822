"""Nouns that state a loss themselves ("18 قتيلا", "قتلى وجرحى"), and people named before one."""

from sijill.lexicon.entry import Match
from sijill.mentions.quantity.amount import ONE
from sijill.mentions.quantity.clause import Clause
from sijill.mentions.quantity.counted import People
from sijill.mentions.quantity.number import Part
from sijill.mentions.quantity.people import PEOPLE, Person, Size
from sijill.mentions.quantity.vocabulary import LOSS, Role
from sijill.model.span import Span
from sijill.text.token import COMMA

_PRODUCER = 8
ESCORT = 12
"""Words that may still describe a person before those with him are counted."""
PLACE = 7
"""Words of the place between people who are counted place by place."""


class Victims(Clause):
    """Reads loss nouns, and records who suffered what."""

    def lose(
        self, kinds: list[str], people: People, trigger: Span | None, behind: bool = False
    ) -> int:
        """Record a loss of `people`; the token to go on with."""
        split = None if behind else self.between(people.end) or self.between(people.noun_end)
        if split is not None:
            self.share(split[0], people, split[1], trigger)
            return split[1]
        person = people.person
        if person is not None and person.kind and not behind:
            own, both = self.pair(people)
            if len(own) > 1:
                self.share(own, both, both.end, trigger)
                return both.end
        if len(kinds) > 1:
            self.share(kinds, people, people.end, trigger)
            return people.end
        whole = people if behind else self.sum_of(people)
        rule = "behind" if behind else "counted"
        self.emit(kinds[0], whole, whole.amount, whole.end, trigger, rule, None)
        return whole.end

    def lose_behind(self, kinds: list[str], match: Match) -> None:
        """The people before the loss word suffered; "مع" after it may add others."""
        taken, self.left = self.left, []
        part, self.left_part = self.left_part, None
        for people in taken:
            if self.open is not None and self.is_some_of(people):
                # "20 آخرون، أربعة منهم بجروح خطيرة"
                span, whole = self.tagged.stem_span(match), self.open[1]
                self.emit(kinds[0], people, people.amount, people.end, span, "breakdown", whole)
                continue
            self.lose(kinds, people, self.tagged.stem_span(match), behind=True)
        if part is not None and self.open is not None:
            whole = self.open[1]
            self.emit(whole.kind, part, part.amount, part.end, whole.trigger, "breakdown", whole)
        if self.open is not None:
            self.open = (match.end, self.open[1])

    def is_some_of(self, people: People) -> bool:
        """ "أربعة منهم": of those counted before."""
        if not people.member or people.victims is None:
            return False
        return self.tokens[people.victims[0]].key in self.vocabulary.grammar["partitive"]

    def victims(self, people: People) -> int:
        """A noun that states the loss itself: "18 قتيلا", "قتلى وجرحى في صفوف …"."""
        person = people.person
        assert person is not None and person.kind is not None
        kinds, people = self.pair(people)
        end = people.end
        if people.start < self.blocked:
            return end
        if people.definite and not people.counted and self._reaches(people.noun_end):
            return self.figure_of([person.kind], people)
        if not people.counted and not self._is_news(people, kinds, person):
            return end if len(kinds) > 1 else max(people.noun_end, people.start + 1)
        if len(kinds) > 1:
            self.share(kinds, people, end, None)
            return end
        return self.lose(kinds, people, None)

    def _reaches(self, at: int) -> bool:
        return at < self.end and self.tokens[at].key in self.vocabulary.grammar["reach"]

    def figure_of(self, kinds: list[str], people: People) -> int:
        """ "القتلى بلغوا 47": the figure behind the verb."""
        at = people.noun_end
        number = self.people_at(at) or self.people_at(at + 1)
        if number is None or not number.counted or number.unknown or number.proclitics:
            return max(people.noun_end, people.start + 1)
        return self.lose(kinds, number, None)

    def _is_news(self, people: People, kinds: list[str], person: Person) -> bool:
        """A bare "قتلى" is a loss where it is paired, produced or placed in someone's ranks."""
        produced = people.start - self.producer <= _PRODUCER
        chained = self.open is not None and people.start - self.open[0] <= 1
        before = self.tokens[people.start - 1].key if people.start > self.start else ""
        if before in self.vocabulary.grammar["names_before"]:
            return False
        if people.proclitics.endswith("ب"):
            return produced
        if people.definite:
            return produced and people.start - self.producer <= 2 and person.size == Size.MANY
        if person.size == Size.ONE:
            if any(m.entry.value.role == Role.NOUN for m in self.tagged.at(LOSS, people.start)):
                return False
            return produced or (chained and people.proclitics == "و") or self._leads_pair(people)
        return produced or len(kinds) > 1 or people.member or chained

    def _leads_pair(self, people: People) -> bool:
        """ "قتيل وثلاثة جرحى"."""
        after = self.people_at(people.noun_end)
        if after is None or after.proclitics != "و" or after.person is None:
            return False
        return bool(after.person.kind and after.counted)

    def pair(self, people: People) -> tuple[list[str], People]:
        """Kinds that share one amount ("عشرات القتلى والجرحى"), and all who share it."""
        last: People | None = None
        person = people.person
        assert person is not None and person.kind is not None
        kinds = [person.kind]
        end = people.end
        at = people.noun_end
        while at < self.end and self.tokens[at].gap < COMMA:
            joined = self.tokens[at].key == "و"
            at += joined
            step = None
            for match in self.tagged.at(PEOPLE, at):
                other: Person = match.entry.value
                letters = match.proclitics.removesuffix("ال")
                if (
                    not other.kind
                    or other.weak
                    or other.kind in kinds
                    or not (joined or letters == "و")
                ):
                    continue
                if any(m.entry.value.role == Role.NOUN for m in self.tagged.at(LOSS, at)):
                    # "25 قتيلا وإصابة آخرين": a verbal noun, not a second loss noun.
                    continue
                if other.size == Size.TWO or (
                    other.size == Size.ONE and not (people.number and people.amount.minimum > 10)
                ):
                    continue
                step = match
                break
            if step is None:
                break
            kinds.append(step.entry.value.kind)
            last = self.people_at(step.start)
            at, end = step.end, step.end if last is None else last.end
        if last is not None and last.counted and not people.counted:
            # "قتلى وجرحى بالعشرات"
            people = people._replace(amount=last.amount, counted=True)
        return kinds, people._replace(end=end)

    def between(self, at: int) -> tuple[list[str], int] | None:
        """ "بين قتيل وجريح" at token `at`: the kinds and the end."""
        if at + 1 >= self.end:
            return None
        key = self.tokens[at].key
        if key == "ما" or key == "وما":
            at += 1
            key = self.tokens[at].key
        if key not in self.vocabulary.between:
            return None
        at += 1
        kinds: list[str] = []
        while at < self.end:
            at += self.tokens[at].key == "و"
            match = (
                next((m for m in self.tagged.at(PEOPLE, at) if m.entry.value.kind), None)
                if at < self.end
                else None
            )
            if match is None:
                break
            if match.entry.value.kind not in kinds:
                kinds.append(match.entry.value.kind)
            at = match.end
        return (kinds, at) if len(kinds) > 1 else None

    def remember(self, people: People) -> int:
        """Keep people for a loss word that may follow them."""
        if people.person is None and not (people.member or (people.number and not people.unknown)):
            return max(people.noun_end, people.start + 1)
        number = self.vocabulary.numbers.words.get(self.tokens[people.start].key)
        if number is not None and number.part == Part.ORDINAL:
            return people.noun_end
        end = people.end
        before = people.start - 1
        joined = (
            any(m.entry.value.role == Role.CONTINUES for m in self.tagged.at(LOSS, before))
            if before >= self.start
            else False
        )
        whole = self.sum_of(people)
        if whole is not people:
            end = whole.end
        if joined and self.left and before - self.left_end <= 1:
            self.left.append(whole)
        else:
            self.left = [whole]
        self.left_end, self.left_part = end, None
        return max(end, people.start + 1)

    def goes_on(self, people: People) -> bool:
        """ "قتل ثلاثة جنود وأربعة مدنيين": joined to the last loss by "و"."""
        if self.open is None or people.unknown:
            return False
        apart = people.start - self.open[0] > 1
        if apart and not (self._elsewhere(people) or self._escorts(people)):
            return False
        bare = people.start > self.start and self.tokens[people.start - 1].key == "و"
        if not (people.proclitics == "و" or (bare and not people.proclitics)):
            return False
        single = people.person is not None and people.person.size == Size.ONE
        kin = single and people.person is not None and people.person.group == "relative"
        if not (people.counted or (single and not people.definite) or kin):
            return False
        if people.end < self.end and self.tokens[people.end].gap < COMMA:
            return not any(
                m.entry.value.role in (Role.VERB, Role.AFTER) and not m.proclitics
                for m in self.tagged.at(LOSS, people.end)
            )
        return True

    def _elsewhere(self, people: People) -> bool:
        """ "ثلاثة جنود في A، وجنديين في B": counted on behind the place of those before."""
        if self.open is None or not (people.counted and people.person and people.end < self.end):
            return False
        where, tokens = self.vocabulary.grammar["at"], self.tokens
        gone = range(self.open[0], people.start)
        if len(gone) > PLACE or tokens[people.start].gap < COMMA:
            return False
        stands = tokens[gone[0]].key in where and tokens[people.end].key in where
        return stands and not any(
            self.tagged.at("trigger", at) or self.tagged.at("verb", at) for at in gone
        )

    def _escorts(self, people: People) -> bool:
        """ "قائد … العميد فلان وأربعة من مرافقيه": with a person described at length."""
        if self.open is None or self.open[1].amount != ONE or people.victims is None:
            return False
        if not people.member or people.start - self.open[0] > ESCORT:
            return False
        return any(m.enclitic for m in self.tagged.at(PEOPLE, people.victims[0])) and not any(
            self.tagged.at("trigger", at) or self.tokens[at].gap >= COMMA
            for at in range(self.open[0], people.start)
        )

    def same(self, people: People) -> int:
        """The last loss befell these people too."""
        assert self.open is not None
        last = self.open[1]
        people = self.sum_of(people)
        rule, whole = ("breakdown", last) if self.part else ("continued", None)
        own = people.person.kind if people.person is not None else None
        self.emit(own or last.kind, people, people.amount, people.end, last.trigger, rule, whole)
        return people.end
