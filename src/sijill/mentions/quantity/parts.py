"""Wholes and parts: breakdowns, continuations, and the figures of a toll."""

from sijill.lexicon.entry import Match
from sijill.mentions.quantity.amount import ONE, SEVERAL
from sijill.mentions.quantity.counted import People
from sijill.mentions.quantity.people import PEOPLE, THING, Size
from sijill.mentions.quantity.victims import ESCORT, Victims
from sijill.mentions.quantity.vocabulary import LOSS, Role
from sijill.model.mention import Amount
from sijill.model.record import changed
from sijill.text.token import COMMA

_TOLL = 14
_REMARK = 7
"""Words of a remark on a number."""
_RELATIVE = 4
"""Words between a counted noun and the loss verb of its relative clause."""


class Parts(Victims):
    """Relates one number to another."""

    def breakdown(self, at: int, counted: bool) -> int | None:
        """ "بينهم 3 أطفال وامرأتان": parts of the last number."""
        if self.open is None:
            return None
        whole = self.open[1]
        people = self.people_at(at)
        if people is None or people.unknown or people.proclitics not in ("", "ال", "ب"):
            return None
        if (people.definite or counted) and not people.counted and people.amount == SEVERAL:
            return None
        if counted and not people.number:
            return None
        if self.part and at - self.open[0] <= 2:
            # "6 جنود بينهم 3 ضباط" inside a breakdown: a part of that part.
            whole = self.found[-1]
        kind = people.person.kind if people.person and people.person.kind else whole.kind
        people = self.sum_of(people)
        self.emit(kind, people, people.amount, people.end, whole.trigger, "breakdown", whole)
        return people.end

    def most(self, start: int, at: int) -> int | None:
        """ "… غالبيتهم من النساء، و53 جنديا": a remark on the last number; read on after it."""
        stop, limit = at, min(self.end, at + _REMARK)
        while stop < limit and self.tokens[stop].gap < COMMA and not self._counts_on(stop):
            stop += 1
        civilian = self._tells_civilians(at, stop)
        if self.open is not None and start - self.open[0] <= 1:
            last = self.open[1]
            if civilian and last.group == "generic":
                last = changed(last, group="civilian")
                self.found[self.found.index(self.open[1])] = last
            self.open = (stop, last)
        elif self.left and start - self.left_end <= 1:
            people = self.left[-1]
            if civilian and people.person is not None and people.person.group == "generic":
                person = people.person._replace(group="civilian")
                self.left[-1] = people._replace(person=person)
            self.left_end = stop
        else:
            return None
        return stop

    def _tells_civilians(self, at: int, stop: int) -> bool:
        sides = self.vocabulary.sides
        return any(
            sides[match.entry.value.group] == "civilian"
            for index in range(at, stop)
            for match in self.tagged.at(PEOPLE, index)
            if match.entry.value.group != THING
        )

    def _counts_on(self, at: int) -> bool:
        """Another number or a loss word begins at token `at`."""
        if self.tagged.at(LOSS, at):
            return self.ends_clause(at)
        people = self.people_at(at)
        return people is not None and people.counted and people.proclitics == "و"

    def continue_(self, match: Match) -> int | None:
        """ "مقابل 13 عنصرا من …", "والديهم" after "مع": the same befell these."""
        at = match.end
        if self.open is None:
            return None
        people = self.people_at(at)
        if people is None or people.unknown or people.proclitics:
            return None
        last = self.open[1]
        # "القائد فلان المعروف بكذا مع 35 من جنوده": the person may be described at length.
        alone = last.amount == ONE and people.member
        if at - self.open[0] > (ESCORT if alone else 2):
            return None
        joined = match.end - match.start > 1
        one = people.person is not None and people.person.size == Size.ONE
        if not people.counted and not (joined and one):
            return None
        if people.person is not None and people.person.kind:
            return None
        return self.same(people)

    def toll(self, end: int, kind: str) -> int | None:
        """ "ارتفاع حصيلة القتلى إلى 27"."""
        kinds, at = [kind], end
        self.total = self._is_total(end)
        if not kind:
            people = self.people_at(end)
            if people is None or people.counted or people.person is None:
                return None
            if not people.person.kind:
                return self._toll_of(people)
            kinds, both = self.pair(people)
            at = both.end if len(kinds) > 1 else people.noun_end
        return self._figure(kinds, at)

    def _is_total(self, at: int) -> bool:
        """Whether a toll counts a whole war: "الحصيلة الإجمالية", "منذ 7 أكتوبر 2023 إلى"."""
        whole = self.vocabulary.grammar["total"]
        for index in range(at, min(at + _TOLL, self.end)):
            key = self.tokens[index].key
            if key in self.vocabulary.toll_to and index > at:
                return False
            if key in whole:
                return True
            if key.removeprefix("و") == "منذ" and self._names_day(index + 1):
                return True
        return False

    def _names_day(self, at: int) -> bool:
        """A day or year of the calendar, as what is long past is dated by."""
        return at + 1 < self.end and self.tokens[at].key.isdigit()

    def _toll_of(self, people: People) -> int | None:
        """ "عدد الجنود الذين قتلوا … إلى 38": the relative clause says what befell them."""
        for at in range(people.end, min(people.end + _RELATIVE, self.end)):
            for match in self.tagged.at(LOSS, at):
                if match.entry.value.role == Role.VERB:
                    return self._figure([match.entry.value.kind], match.end, people)
        return None

    def _figure(self, kinds: list[str], first: int, whose: People | None = None) -> int | None:
        """The figure of a toll whose words end at token `first`; of `whose` noun if it is bare."""
        at = first
        best: People | None = None
        limit = min(self.end, at + _TOLL)
        while at < limit:
            if self.tagged.at(LOSS, at) and self.ends_clause(at) and best is not None:
                break
            number = self.people_at(at)
            counted = number is not None and number.counted and number.proclitics in ("", "ل")
            if number is not None and counted and not number.unknown:
                led = self.tokens[at - 1].key in self.vocabulary.toll_to
                close = number.person is not None or at <= first + 1
                if led or (best is None and close):
                    best = number
                if led:
                    break
                at = number.noun_end
                continue
            at += 1
        if best is None:
            return None
        if self.tokens[best.start].key in self.vocabulary.range_from:
            # "من 10 إلى 27" is the old figure and the new.
            high = best.amount.maximum or best.amount.minimum
            best = best._replace(amount=Amount(high, high, best.amount.approximate))
        if whose is not None and best.person is None:
            if self.tokens[best.start - 1].key not in self.vocabulary.toll_to:
                return None
            best = best._replace(person=whose.person, victims=whose.victims)
        if best.person is not None and best.person.kind:
            if best.person.kind not in kinds:
                return None
            more, both = self.pair(best)
            if len(more) > 1:
                self.share(more, both, both.end, None)
                return both.end
            kinds = [best.person.kind]
        if len(kinds) > 1:
            self.share(kinds, best, best.end, None)
            return best.end
        end = self.lose(kinds, best, None)
        self.figure = self._next_figure(end) or end
        return self.figure

    def _next_figure(self, at: int) -> int | None:
        """ "… والجرحى إلى 120" after the figure of the dead."""
        people = self.people_at(at)
        if people is None or people.counted or not people.definite or people.proclitics != "و":
            return None
        at = people.noun_end
        if people.person is None or not people.person.kind or at >= self.end:
            return None
        if self.tokens[at].key not in self.vocabulary.toll_to:
            return None
        return self._figure([people.person.kind], at)
