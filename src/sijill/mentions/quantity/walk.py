"""One sentence read from left to right: loss words joined to the people they befell."""

from typing import NamedTuple

from sijill.lexicon.entry import Match
from sijill.mentions.quantity.amount import SEVERAL, read_amount
from sijill.mentions.quantity.counted import People
from sijill.mentions.quantity.objects import Objects
from sijill.mentions.quantity.people import FAMILY
from sijill.mentions.quantity.victims import PLACE
from sijill.mentions.quantity.vocabulary import LOSS, LossWord, Role
from sijill.model.mention import LossMention
from sijill.text.token import BRACKET, COMMA

_BEHIND = 10
"""How many between people and a verb that follows them."""
_BACK = 14
"""How far before a pronoun the people may stand that it means."""
_MASS = 20
"""The fewest people who are called driven out when a text says that they fled."""
_PARTS = 14
"""How far a breakdown may stand from its whole."""


class Word(NamedTuple):
    """A loss word in the text."""

    match: Match
    value: LossWord


class Walk(Objects):
    """Reads the losses of one sentence."""

    def losses(self) -> list[LossMention]:
        at = self.start
        losing, begins = self.starts.losing, self.starts.begins
        while at < self.end:
            if at in losing or at in begins:
                at = max(self._step(at), at + 1)
            else:
                at += 1
        return self.found

    def _step(self, at: int) -> int:
        """Read what begins at token `at`; the token to go on with."""
        if at in self.starts.losing:
            for match in self.tagged.at(LOSS, at):
                if match.end > self.end:
                    continue
                end = self._word(at, Word(match, match.entry.value))
                if end is not None:
                    return end
        if at not in self.starts.begins or (at in self.starts.idle and self._is_idle(at)):
            return at + 1
        return self._people(at)

    def _is_idle(self, at: int) -> bool:
        """No loss word can reach people at token `at`: none follows, none has just been read."""
        reach = PLACE if self.tokens[at].gap >= COMMA else 1
        return at > self.last_taker and (self.open is None or at - self.open[0] > reach)

    def _word(self, at: int, word: Word) -> int | None:
        role, match = word.value.role, word.match
        if role == Role.BLOCKS:
            return self._block(at, word)
        if role in (Role.VERB, Role.NOUN):
            return self._trigger(at, word)
        if role == Role.AFTER:
            return self._after(word)
        if role == Role.PHRASE:
            if at >= self.blocked:
                self.phrase(word.value.kind, match)
            return match.end
        if role == Role.PRODUCES:
            self.producer = at
        elif role == Role.BREAKDOWN:
            reach = word.value.reach or _PARTS
            if self.left and at - self.left_end <= 1:
                return self._left_part(match.end)
            if self.open is None or at - self.open[0] > reach:
                return None
            return self.breakdown(match.end, word.value.near)
        elif role == Role.CONTINUES:
            return self.continue_(match)
        elif role == Role.MOST:
            return self.most(at, match.end)
        elif role == Role.TOLL:
            return self.toll(match.end, word.value.kind)
        return None

    def _explains(self, people: People) -> bool:
        """ "4 مدنيين (امرأة و3 أطفال)", "20 عنصرا: 12 من …": what the number is made of."""
        if self.part or (people.person is None and not people.member):
            return False
        at = people.start
        if self.tokens[at].gap == BRACKET:
            return True
        between = self.tagged.text[self.tokens[at - 1].end : self.tokens[at].start]
        return people.number and ":" in between

    def _left_part(self, at: int) -> int | None:
        """ "خمسة أشخاص بينهم طفلان قتلوا": a part of people whose loss is yet to come."""
        people = self.people_at(at)
        if people is None or people.unknown or (people.definite and not people.counted):
            return None
        people = self.sum_of(people)
        self.left_part, self.left_end = people, people.end
        return people.end

    def _block(self, at: int, word: Word) -> int | None:
        if read_amount(self.tagged, at, self.vocabulary) is not None:
            return None
        stop = word.match.end
        limit = min(self.end, stop + word.value.reach)
        while stop < limit and self.tokens[stop].gap < COMMA:
            stop += 1
        self.blocked = max(self.blocked, stop)
        return word.match.end

    def _trigger(self, at: int, word: Word) -> int | None:
        """A verb or verbal noun: its people stand right after it, further on, or before it."""
        kinds, end, last = self._joined_kinds(word)
        if at < self.blocked and not self._breaks(word):
            return end
        if word.match.enclitic and word.value.role == Role.VERB:
            self._pronoun(kinds, word.match)
            return end
        near = self._skip(end)
        people = self._object(near, last)
        if people is None and word.value.role == Role.VERB and not self.left:
            people = self.behind_aside(near, last)
        if people is None and not word.match.enclitic:
            people = self._ahead(near, last)
        if people is None and kinds == ["missing"] and word.value.role == Role.VERB:
            people = self._own_fallen(near, last)
            kinds = kinds if people is None else ["killed"]
        if people is None and word.match.enclitic:
            people = self._and_others(near)
        if people is None:
            people = self._named(near, last)
        if people is None and self._pronoun(kinds, word.match):
            return end
        if people is not None:
            refused = self._is_no_loss(people, last)
            if refused or (people.start > near and self._is_other_loss(kinds, people)):
                return None
            return self._suffered(at, word, kinds, people)
        if word.value.role == Role.VERB and self._takes_left(word, near):
            self.lose_behind(kinds, word.match)
            return end
        return end if len(kinds) > 1 else None

    def _brings_up(self, at: int, kinds: list[str]) -> bool:
        """ "ارتفعت الحصيلة إلى 45 بعد وفاة ثلاثة": deaths that a toll just told already counts."""
        told = self.open is not None and self.open[1].kind == kinds[0] and len(kinds) == 1
        near = 0 <= at - 1 - self.figure <= 2 and at > self.start
        return told and near and self.tokens[at - 1].key in self.vocabulary.grammar["later"]

    def _late(self, people: People, match: Match) -> int:
        assert self.open is not None
        whole, people = self.open[1], self.sum_of(people)
        words = self.tagged.stem_span(match)
        self.emit(whole.kind, people, people.amount, people.end, words, "breakdown", whole)
        return people.end

    def _is_no_loss(self, people: People, value: LossWord) -> bool:
        """Fighters are not driven out; few are who flee; a noun of loss speaks for itself."""
        person = people.person
        group = person.group if person is not None else "generic"
        side = self.vocabulary.sides[group]
        if value.kind == "displaced" and (side == "fighter" or group == "prisoner"):
            return True
        if value.mass:
            return not (people.counted and (people.amount.minimum >= _MASS or group == FAMILY))
        if not value.falls:
            return False
        own = person is not None and person.kind is not None
        described = people.counted or side in ("fighter", "police", "civilian")
        return own or not described or (person is None and not people.member)

    def _suffered(self, at: int, word: Word, kinds: list[str], people: People) -> int:
        """Record the loss word's people, their kind settled by the words after them."""
        if word.value.falls:
            kinds = [self._fate(people.end) or kinds[0]]
        if kinds == ["missing"] and self._lives(people.end):
            kinds = ["killed"]
        if self._brings_up(at, kinds):
            return self._late(people, word.match)
        return self.lose(kinds, people, self.tagged.stem_span(word.match))

    def _is_other_loss(self, kinds: list[str], people: People) -> bool:
        """ "مركز احتجاز في … ستة قتلى": who is called dead further on was not taken."""
        own = people.person.kind if people.person is not None else None
        return own in ("killed", "injured") and kinds[0] in ("captured", "missing", "displaced")

    def _fate(self, at: int) -> str:
        """What the words after those who fell say of them: "سقط جنديان في الأسر"."""
        for index in range(at, min(at + 2, self.end)):
            for match in self.tagged.at(LOSS, index):
                if match.entry.value.role == Role.AFTER:
                    return str(match.entry.value.kind)
        return ""

    def _pronoun(self, kinds: list[str], match: Match) -> bool:
        """ "… شابا ما أدى إلى مقتله": the pronoun stands for the people named before."""
        if not self.left or not match.enclitic:
            return False
        people = self.left[-1]
        if match.start - self.left_end > _BACK or people.person is None or people.proclitics == "ل":
            return False
        high = people.amount.maximum
        grammar, pronoun = self.vocabulary.grammar, match.enclitic
        fits = False
        if pronoun in grammar["many"]:
            fits = people.number and high is not None and high > 2
        elif pronoun in grammar["two"]:
            fits = people.counted and high == 2
        elif pronoun in grammar["one"]:
            noun = self.tokens[people.noun_end - 1].key
            feminine = people.person.group == "woman" or noun.endswith("ة")
            fits = high == 1 and feminine == (pronoun in grammar["feminine"])
        if fits:
            self.lose_behind(kinds, match)
        return fits

    def _lives(self, at: int) -> bool:
        return any(t.key in self.vocabulary.lives for t in self.tokens[at : min(at + 3, self.end)])

    def _breaks(self, word: Word) -> bool:
        """A new finite clause ("لم ينج أحد وقتل ثلاثة") ends a negation."""
        return word.value.role == Role.VERB and word.match.proclitics[:1] in ("و", "ف")

    def _joined_kinds(self, word: Word) -> tuple[list[str], int, LossWord]:
        """ "قتل وجرح", "قتل، وأسر": the kinds that share one object."""
        kinds = [word.value.kind]
        end, last = word.match.end, word.value
        verb = any(m.entry.value.role == Role.VERB for m in self.tagged.at(LOSS, word.match.start))
        if verb and self.left and end - 1 - self.left_end <= 1:
            # "شخصان قتلا وأصيب ثلاثة": the first verb's people stand before it.
            return kinds, end, last
        while end < self.end:
            at = end
            joined = self.tokens[at].key == "و"
            if joined:
                at += 1
            for match in self.tagged.at(LOSS, at):
                value = match.entry.value
                if (
                    value.role in (Role.VERB, Role.NOUN)
                    and (joined or match.proclitics == "و")
                    and value.kind not in kinds
                    and not match.enclitic
                ):
                    kinds.append(value.kind)
                    end, last = match.end, value
                    break
            else:
                break
        return kinds, end, last

    def _skip(self, at: int) -> int:
        """Past words such as "أمس" and "أيضا"."""
        limit = min(self.end, at + 6)
        while at < limit and self.tokens[at].gap < COMMA:
            # "على إثره" after "إثره": the preposition goes with its word.
            step = next((n for n in (1, 2) if self._is_skipped(at + n - 1, limit)), 0)
            if not step or (step > 1 and not self._leads(at)):
                break
            at += step
        return at

    def _is_skipped(self, at: int, limit: int) -> bool:
        return at < limit and self.tokens[at].key in self.vocabulary.skipped

    def _leads(self, at: int) -> bool:
        key = self.tokens[at].key
        return key in self.vocabulary.grammar["far"] and self.tokens[at + 1].gap < COMMA

    def _takes_left(self, word: Word, at: int) -> bool:
        """The verb's people stand before it: "63 شخصا … قتلوا", "القيادي … قتل في"."""
        if not self.left or word.value.voice == "agent":
            return False
        left = self.left[-1]
        if word.value.mass and (self._is_no_loss(left, word.value) or self._is_flight(word)):
            return False
        distance = word.match.start - self.left_end
        near = word.value.near and not (word.value.falls and word.value.many and left.counted)
        if distance > _BEHIND or (near and distance > 1):
            return False
        if near and self.tokens[word.match.start].gap >= COMMA:
            return False
        if word.value.many:
            fits = left.counted or not left.definite
        elif word.value.voice == "either" and not word.value.past:
            fits = False
        else:
            # After plural people the verb would be plural too.
            single = left.person is not None and left.amount.maximum == 1
            fits = single and distance <= 6
        if word.value.falls:
            told = left.person is not None or (left.member and not self.is_some_of(left))
            fits = fits and left.counted and told
        return fits and (word.value.voice == "patient" or self._closes(at))

    def _is_flight(self, word: Word) -> bool:
        """ "هربا من القصف": a noun of flight, spelt like the dual of its verb."""
        return self.tokens[word.match.end - 1].key.endswith("ا")

    def _closes(self, at: int) -> bool:
        """No object follows: a verb that hides its voice is then passive."""
        if at >= self.end or self.tokens[at].gap >= COMMA:
            return True
        key = self.tokens[at].key
        return key in self.vocabulary.stops or key[0] in "وب"

    def _after(self, word: Word) -> int | None:
        if not self.left or word.match.start < self.blocked:
            return None
        left = self.left[-1]
        distance = word.match.start - self.left_end
        if distance > _BEHIND or (word.value.kind == "injured" and distance > 0):
            return None
        if left.definite and not left.counted and left.amount == SEVERAL:
            return None
        if word.value.kind == "injured" and not left.number:
            return None
        self.lose_behind([word.value.kind], word.match)
        return word.match.end

    def _split_alone(self, at: int) -> int | None:
        """ "أوقعتهم بين قتيل وجريح": some of each, though nobody is counted."""
        split = self.between(at)
        if split is None or at < self.blocked:
            return None
        people = People(at + 1, split[1], SEVERAL, None, False, False, False, "", None, False)
        self.share(split[0], people, split[1], None)
        return split[1]

    def _as_fallen(self, people: People) -> int | None:
        """ "أوقع العشرات منهم قتلى وجرحى": what became of those counted, all of one side."""
        if not people.counted or people.unknown or (people.person and people.person.kind):
            return None
        after = self.people_at(people.end)
        if after is None or after.counted or after.definite or after.proclitics:
            return None
        if after.person is None or not after.person.kind or self.tokens[after.start].gap >= COMMA:
            return None
        kinds, both = self.pair(after)
        if len(kinds) == 1 and people.start - self.producer > 2:
            return None
        if len(kinds) > 1:
            self.share(kinds, people, both.end, None)
        else:
            self.emit(kinds[0], people, people.amount, after.noun_end, None, "counted", None)
        return both.end

    def _people(self, at: int) -> int:
        """People named with no loss word before them."""
        people = self.people_at(at)
        if people is None:
            return self._split_alone(at) or at + 1
        split = self.between(people.end) or self.between(people.noun_end)
        if split is not None:
            kinds, end = split
            if at >= self.blocked:
                self.share(kinds, people, end, None)
            return end
        person = people.person
        if at >= self.blocked and (fallen := self._as_fallen(people)) is not None:
            return fallen
        if self.open is not None and people.start == self.open[0] and self._explains(people):
            return self.breakdown(at, counted=False) or people.noun_end
        if person is None or person.kind is None or person.weak:
            if self.goes_on(people):
                return self.same(people)
            return self.remember(people)
        return self.victims(people)
