"""Wholes and parts: breakdowns, continuations, and the figures of a toll."""

from sijill.mentions.quantity.amount import SEVERAL
from sijill.mentions.quantity.phrase import People
from sijill.mentions.quantity.victims import Victims
from sijill.mentions.quantity.vocabulary import LOSS
from sijill.model.mention import Amount

_TOLL = 14


class Parts(Victims):
    """Relates one number to another."""

    def breakdown(self, at: int, counted: bool) -> int | None:
        """ "بينهم 3 أطفال وامرأتان": parts of the last number."""
        if self.open is None:
            return None
        whole = self.open[1]
        people = self.people_at(at)
        if people is None or people.unknown or people.proclitics not in ("", "ال"):
            return None
        if (people.definite or counted) and not people.counted and people.amount == SEVERAL:
            return None
        if counted and not people.number:
            return None
        kind = people.person.kind if people.person and people.person.kind else whole.kind
        people = self.sum_of(people)
        self.emit(kind, people, people.amount, people.end, whole.trigger, "breakdown", whole)
        return people.end

    def continue_(self, at: int) -> int | None:
        """ "مقابل 13 عنصرا من …", "والديهم" after "مع": the same befell these."""
        if self.open is None or at - self.open[0] > 2:
            return None
        people = self.people_at(at)
        if people is None or not people.counted or people.unknown or people.proclitics:
            return None
        if people.person is not None and people.person.kind:
            return None
        return self.same(people)

    def toll(self, end: int, kind: str) -> int | None:
        """ "ارتفاع حصيلة القتلى إلى 27"."""
        kinds, at = [kind], end
        if not kind:
            people = self.people_at(end)
            if people is None or people.counted or people.person is None or not people.person.kind:
                return None
            kinds, both = self.pair(people)
            at = both.end if len(kinds) > 1 else people.noun_end
        return self._figure(kinds, at)

    def _figure(self, kinds: list[str], first: int) -> int | None:
        """The figure of a toll whose words end at token `first`."""
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
        return self._next_figure(end) or end

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
