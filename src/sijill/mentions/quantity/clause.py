"""One sentence read from left to right: loss words joined to the people they befell."""

from typing import NamedTuple

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.amount import SEVERAL, read_amount
from sijill.mentions.quantity.number import Part
from sijill.mentions.quantity.people import COLLECTIVE, PEOPLE, THING, Person, Size
from sijill.mentions.quantity.phrase import People, members_of, read_people
from sijill.mentions.quantity.vocabulary import LOSS, LossWord, Role, Vocabulary
from sijill.model.mention import Amount, LossMention
from sijill.model.span import Span
from sijill.text.token import BRACKET, COMMA

_AHEAD = 12
"""How many words may stand between a verb and its counted victims."""
_NEAR = 4
"""The same for verbs that mean other things too."""
_BEHIND = 10
"""How many between people and a verb that follows them."""
_BACK = 14
"""How far before a pronoun the people may stand that it means."""
_PARTS = 14
"""How far a breakdown may stand from its whole."""
_TOLL = 14
_PRODUCER = 8


class Word(NamedTuple):
    """A loss word in the text."""

    match: Match
    value: LossWord


class Walk:
    """Reads the losses of one sentence."""

    def __init__(
        self,
        tagged: Tagged,
        start: int,
        end: int,
        vocabulary: Vocabulary,
        begins: set[int],
        losing: set[int],
    ) -> None:
        self.tagged = tagged
        self.tokens = tagged.tokens
        self.start = start
        self.end = end
        self.vocabulary = vocabulary
        self.begins = begins
        """Tokens at which people or amounts can begin."""
        self.losing = losing
        """Tokens at which a word of the layer `loss` begins."""
        self.read: dict[int, People | None] = {}
        self.found: list[LossMention] = []
        self.blocked = start
        """Losses before this token are negated or unreal."""
        self.left: list[People] = []
        """The last people named that no loss word has taken, with those "مع" joined to them."""
        self.open: tuple[int, LossMention] | None = None
        """The last whole and the token where its words, or its parts', end."""
        self.part = False
        """The last words read were a part of `open`."""
        self.producer = start - 100

    def losses(self) -> list[LossMention]:
        at = self.start
        while at < self.end:
            if at in self.losing or at in self.begins:
                at = max(self._step(at), at + 1)
            else:
                at += 1
        return self.found

    def _read(self, at: int) -> People | None:
        """The people named from token `at` on; remembered, since several words may ask."""
        if at not in self.begins:
            return None
        if at not in self.read:
            self.read[at] = read_people(self.tagged, at, self.end, self.vocabulary)
        return self.read[at]

    def _step(self, at: int) -> int:
        """Read what begins at token `at`; the token to go on with."""
        if at in self.losing:
            for match in self.tagged.at(LOSS, at):
                if match.end > self.end:
                    continue
                end = self._word(at, Word(match, match.entry.value))
                if end is not None:
                    return end
        return self._people(at) if at in self.begins else at + 1

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
                self._phrase(word.value.kind, match)
            return match.end
        if role == Role.PRODUCES:
            self.producer = at
        elif role == Role.BREAKDOWN:
            reach = word.value.reach or _PARTS
            if self.open is None or at - self.open[0] > reach:
                return None
            return self._breakdown(match.end, word.value.near)
        elif role == Role.CONTINUES:
            return self._continue(match.end)
        elif role == Role.TOLL:
            return self._toll(match.end, word.value.kind)
        return None

    # -- what holds over a stretch ------------------------------------------------------------

    def _block(self, at: int, word: Word) -> int | None:
        if read_amount(self.tagged, at, self.vocabulary) is not None:
            return None
        stop = word.match.end
        limit = min(self.end, stop + word.value.reach)
        while stop < limit and self.tokens[stop].gap < COMMA:
            stop += 1
        self.blocked = max(self.blocked, stop)
        return word.match.end

    # -- loss words ---------------------------------------------------------------------------

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
        if people is None and not word.match.enclitic:
            people = self._ahead(near, last)
        if people is None and word.match.enclitic:
            people = self._and_others(near)
        if people is None:
            people = self._named(near, last)
        if people is None and self._pronoun(kinds, word.match):
            return end
        if people is not None:
            if kinds == ["missing"] and self._lives(people.end):
                kinds = ["killed"]
            return self._lose(kinds, people, self.tagged.stem_span(word.match))
        if word.value.role == Role.VERB and self._takes_left(word, near):
            self._lose_behind(kinds, word.match)
            return end
        return end if len(kinds) > 1 else None

    def _pronoun(self, kinds: list[str], match: Match) -> bool:
        """ "… شابا ما أدى إلى مقتله": the pronoun stands for the people named before."""
        if not self.left or match.enclitic not in ("ه", "ها", "هما", "هم"):
            return False
        people = self.left[-1]
        if match.start - people.end > _BACK or people.person is None or people.proclitics == "ل":
            return False
        high = people.amount.maximum
        if match.enclitic == "هم":
            fits = people.number and high is not None and high > 2
        elif match.enclitic == "هما":
            fits = people.counted and high == 2
        else:
            noun = self.tokens[people.noun_end - 1].key
            feminine = people.person.group == "woman" or noun.endswith("ة")
            fits = high == 1 and feminine == (match.enclitic == "ها")
        if fits:
            self._lose_behind(kinds, match)
        return fits

    def _lives(self, at: int) -> bool:
        return any(t.key in self.vocabulary.lives for t in self.tokens[at : min(at + 3, self.end)])

    def _lose_behind(self, kinds: list[str], match: Match) -> None:
        """The people before the loss word suffered; "مع" after it may add others."""
        taken, self.left = self.left, []
        for people in taken:
            self._lose(kinds, people, self.tagged.stem_span(match), behind=True)
        if self.open is not None:
            self.open = (match.end, self.open[1])

    def _breaks(self, word: Word) -> bool:
        """A new finite clause ("لم ينج أحد وقتل ثلاثة") ends a negation."""
        return word.value.role == Role.VERB and word.match.proclitics[:1] in ("و", "ف")

    def _joined_kinds(self, word: Word) -> tuple[list[str], int, LossWord]:
        """ "قتل وجرح", "قتل، وأسر": the kinds that share one object."""
        kinds = [word.value.kind]
        end, last = word.match.end, word.value
        verb = any(m.entry.value.role == Role.VERB for m in self.tagged.at(LOSS, word.match.start))
        if verb and self.left and end - 1 - self.left[-1].end <= 1:
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
        while at < limit and self.tokens[at].key in self.vocabulary.skipped:
            if self.tokens[at].gap >= COMMA:
                break
            at += 1
        return at

    def _object(self, at: int, value: LossWord) -> People | None:
        """The people right after a loss word."""
        if at >= self.end or self.tokens[at].gap >= COMMA:
            return None
        people = self._read(at)
        if people is None or people.proclitics not in ("", "ل", "ب"):
            return None
        if people.unknown and value.kind not in ("killed", "captured"):
            return None
        if people.person is None and not people.counted:
            return None
        person = people.person
        if value.near and value.role == Role.VERB and people.definite and not people.counted:
            return None
        if not people.counted and value.voice in ("either", "agent"):
            other = self._second(people)
            if other is not None:
                return other
        if person is not None and not people.counted and people.definite:
            if person.size == Size.MANY and value.kind != "displaced":
                return None
            if person.size == Size.MANY or value.kind == "displaced":
                return people._replace(amount=SEVERAL)
        return people

    def _second(self, subject: People) -> People | None:
        """ "قتل مسلحون خمسة جنود": people right after the subject are the object."""
        at = subject.end
        if at >= self.end or self.tokens[at].gap >= COMMA:
            return None
        people = self._read(at)
        if people is None or people.proclitics:
            return None
        if people.counted and not people.unknown:
            return people
        person = people.person
        single = person is not None and person.size == Size.ONE and not people.definite
        many = subject.person is not None and subject.person.size == Size.MANY
        if single and (many or (person is not None and person.accusative)):
            return people
        return None

    def _ahead(self, at: int, value: LossWord) -> People | None:
        """Counted people further on in the clause: "قتلت قوات … خمسة مدنيين"."""
        if value.role == Role.NOUN and value.voice != "either":
            return None
        if value.near and value.voice == "patient":
            return None
        reach = _NEAR if value.near or value.role == Role.NOUN else _AHEAD
        limit = min(self.end, at + reach)
        while at < limit and self.tokens[at].gap < COMMA:
            if self._ends_clause(at):
                return None
            people = self._read(at)
            if people is not None:
                person = people.person
                if people.counted and not people.unknown and people.proclitics in ("", "ل"):
                    if person is None and not people.member:
                        return None
                    if not self._is_place_phrase(at):
                        return people
                    at = people.noun_end
                    continue
                if person is not None and person.accusative and not people.proclitics:
                    return people
            at += 1
        return None

    def _and_others(self, at: int) -> People | None:
        """ "مقتله وثلاثة من …": those joined to a pronoun."""
        people = self._read(at)
        joined = people is not None and people.counted and people.proclitics == "و"
        return people if joined else None

    def _ends_clause(self, at: int) -> bool:
        for match in self.tagged.at(LOSS, at):
            if match.entry.value.role in (Role.VERB, Role.NOUN, Role.BREAKDOWN, Role.PRODUCES):
                return True
        return self.tokens[at].key in ("و", "بعد", "قبل", "عقب")

    def _is_place_phrase(self, at: int) -> bool:
        """The people are an object of "من", "بين", "على يد": not those who suffered."""
        before = self.tokens[at - 1].key
        return before in ("من", "مع", "بين", "يد", "ضد", "على", "عن", "الى")

    def _named(self, at: int, value: LossWord) -> People | None:
        """ "اغتيال فلان", "مقتل أبو فلان": a name that no people noun leads in."""
        if value.kind != "killed" or value.near or at >= self.end:
            return None
        lead = self.tokens[at].key in self.vocabulary.name_leads
        if self.tokens[at].gap >= COMMA or not (value.named or lead):
            return None
        end = at
        while end < min(self.end, at + 5) and (end == at or self.tokens[end].gap == 0):
            key = self.tokens[end].key
            if not (lead and end <= at + 1) and (
                self.tagged.at(LOSS, end) or self.tagged.at(PEOPLE, end)
            ):
                break
            if (
                not key[0].isalpha()
                or key in self.vocabulary.stops
                or key in self.vocabulary.skipped
            ):
                break
            if end == at and key.startswith(("ال", "لل", "لت", "لم", "لك", "كل", "ب", "و")):
                return None
            if end > at and key[0] == "و":
                break
            end += 1
        if end - at < 2:
            return None
        return People(
            at, end, Amount(1, 1, False), None, False, False, True, "", (at, end), False, (at, end)
        )

    def _takes_left(self, word: Word, at: int) -> bool:
        """The verb's people stand before it: "63 شخصا … قتلوا", "القيادي … قتل في"."""
        if not self.left or word.value.voice == "agent":
            return False
        left = self.left[-1]
        distance = word.match.start - left.end
        if distance > _BEHIND or (word.value.near and distance > 1):
            return False
        if word.value.near and self.tokens[word.match.start].gap >= COMMA:
            return False
        if word.value.many:
            fits = left.counted or not left.definite
        else:
            # After plural people the verb would be plural too.
            single = left.person is not None and left.amount.maximum == 1
            fits = single and distance <= 6
        return fits and (word.value.voice == "patient" or self._closes(at))

    def _closes(self, at: int) -> bool:
        """No object follows: a verb that hides its voice is then passive."""
        if at >= self.end or self.tokens[at].gap >= COMMA:
            return True
        key = self.tokens[at].key
        return key in self.vocabulary.stops or key[0] == "و"

    def _after(self, word: Word) -> int | None:
        if not self.left or word.match.start < self.blocked:
            return None
        left = self.left[-1]
        distance = word.match.start - left.end
        if distance > _BEHIND or (word.value.kind == "injured" and distance > 0):
            return None
        if left.definite and not left.counted and left.amount == SEVERAL:
            return None
        if word.value.kind == "injured" and not left.number:
            return None
        self._lose_behind([word.value.kind], word.match)
        return word.match.end

    # -- people -------------------------------------------------------------------------------

    def _people(self, at: int) -> int:
        """People named with no loss word before them."""
        people = self._read(at)
        if people is None:
            return at + 1
        split = self._between(people.end) or self._between(people.noun_end)
        if split is not None:
            kinds, end = split
            if at >= self.blocked:
                self._share(kinds, people, end, None)
            return end
        person = people.person
        bracket = self.tokens[at].gap == BRACKET and not self.part
        if bracket and self.open is not None and people.start == self.open[0]:
            return (person and self._breakdown(at, counted=False)) or people.noun_end
        if person is None or person.kind is None or person.weak:
            if self._goes_on(people):
                return self._same(people)
            return self._remember(people)
        return self._victims(people)

    def _remember(self, people: People) -> int:
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
        whole = self._sum(people)
        if whole is not people:
            end = whole.end
        if joined and self.left and before - self.left[-1].end <= 1:
            self.left.append(whole)
        else:
            self.left = [whole]
        return max(end, people.start + 1)

    def _goes_on(self, people: People) -> bool:
        """ "قتل ثلاثة جنود وأربعة مدنيين": joined to the last loss by "و"."""
        if self.open is None or people.unknown or people.start - self.open[0] > 1:
            return False
        bare = people.start > self.start and self.tokens[people.start - 1].key == "و"
        if not (people.proclitics == "و" or (bare and not people.proclitics)):
            return False
        single = people.person is not None and people.person.size == Size.ONE
        if not (people.counted or (single and not people.definite)):
            return False
        if people.end < self.end and self.tokens[people.end].gap < COMMA:
            return not any(
                m.entry.value.role in (Role.VERB, Role.AFTER) and not m.proclitics
                for m in self.tagged.at(LOSS, people.end)
            )
        return True

    def _same(self, people: People) -> int:
        """The last loss befell these people too."""
        assert self.open is not None
        last = self.open[1]
        people = self._sum(people)
        rule, whole = ("breakdown", last) if self.part else ("continued", None)
        own = people.person.kind if people.person is not None else None
        self._emit(own or last.kind, people, people.amount, people.end, last.trigger, rule, whole)
        return people.end

    def _victims(self, people: People) -> int:
        """A noun that states the loss itself: "18 قتيلا", "قتلى وجرحى في صفوف …"."""
        person = people.person
        assert person is not None and person.kind is not None
        kinds, people = self._pair(people)
        end = people.end
        if people.start < self.blocked:
            return end
        if not people.counted and not self._is_news(people, kinds, person):
            return end if len(kinds) > 1 else max(people.noun_end, people.start + 1)
        if len(kinds) > 1:
            self._share(kinds, people, end, None)
            return end
        return self._lose(kinds, people, None)

    def _is_news(self, people: People, kinds: list[str], person: Person) -> bool:
        """A bare "قتلى" is a loss where it is paired, produced or placed in someone's ranks."""
        produced = people.start - self.producer <= _PRODUCER
        chained = self.open is not None and people.start - self.open[0] <= 1
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
        after = self._read(people.noun_end)
        if after is None or after.proclitics != "و" or after.person is None:
            return False
        return bool(after.person.kind and after.counted)

    def _pair(self, people: People) -> tuple[list[str], People]:
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
                if not other.kind or other.kind in kinds or not (joined or letters == "و"):
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
            last = self._read(step.start)
            at, end = step.end, step.end if last is None else last.end
        if last is not None and last.counted and not people.counted:
            # "قتلى وجرحى بالعشرات"
            people = people._replace(amount=last.amount, counted=True)
        return kinds, people._replace(end=end)

    def _between(self, at: int) -> tuple[list[str], int] | None:
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

    # -- whole and parts ----------------------------------------------------------------------

    def _breakdown(self, at: int, counted: bool) -> int | None:
        """ "بينهم 3 أطفال وامرأتان": parts of the last number."""
        if self.open is None:
            return None
        whole = self.open[1]
        people = self._read(at)
        if people is None or people.unknown or people.proclitics not in ("", "ال"):
            return None
        if (people.definite or counted) and not people.counted and people.amount == SEVERAL:
            return None
        if counted and not people.number:
            return None
        kind = people.person.kind if people.person and people.person.kind else whole.kind
        people = self._sum(people)
        self._emit(kind, people, people.amount, people.end, whole.trigger, "breakdown", whole)
        return people.end

    def _continue(self, at: int) -> int | None:
        """ "مقابل 13 عنصرا من …", "والديهم" after "مع": the same befell these."""
        if self.open is None or at - self.open[0] > 2:
            return None
        people = self._read(at)
        if people is None or not people.counted or people.unknown or people.proclitics:
            return None
        if people.person is not None and people.person.kind:
            return None
        return self._same(people)

    def _toll(self, end: int, kind: str) -> int | None:
        """ "ارتفاع حصيلة القتلى إلى 27"."""
        kinds, at = [kind], end
        if not kind:
            people = self._read(end)
            if people is None or people.counted or people.person is None or not people.person.kind:
                return None
            kinds, both = self._pair(people)
            at = both.end if len(kinds) > 1 else people.noun_end
        return self._figure(kinds, at)

    def _figure(self, kinds: list[str], first: int) -> int | None:
        """The figure of a toll whose words end at token `first`."""
        at = first
        best: People | None = None
        limit = min(self.end, at + _TOLL)
        while at < limit:
            if self.tagged.at(LOSS, at) and self._ends_clause(at) and best is not None:
                break
            number = self._read(at)
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
            more, both = self._pair(best)
            if len(more) > 1:
                self._share(more, both, both.end, None)
                return both.end
            kinds = [best.person.kind]
        if len(kinds) > 1:
            self._share(kinds, best, best.end, None)
            return best.end
        end = self._lose(kinds, best, None)
        return self._next_figure(end) or end

    def _next_figure(self, at: int) -> int | None:
        """ "… والجرحى إلى 120" after the figure of the dead."""
        people = self._read(at)
        if people is None or people.counted or not people.definite or people.proclitics != "و":
            return None
        at = people.noun_end
        if people.person is None or not people.person.kind or at >= self.end:
            return None
        if self.tokens[at].key not in self.vocabulary.toll_to:
            return None
        return self._figure([people.person.kind], at)

    # -- mentions -----------------------------------------------------------------------------

    def _lose(
        self, kinds: list[str], people: People, trigger: Span | None, behind: bool = False
    ) -> int:
        """Record a loss of `people`; the token to go on with."""
        split = None if behind else self._between(people.end) or self._between(people.noun_end)
        if split is not None:
            self._share(split[0], people, split[1], trigger)
            return split[1]
        person = people.person
        if person is not None and person.kind and not behind:
            own, both = self._pair(people)
            if len(own) > 1:
                self._share(own, both, both.end, trigger)
                return both.end
        if len(kinds) > 1:
            self._share(kinds, people, people.end, trigger)
            return people.end
        whole = people if behind else self._sum(people)
        rule = "behind" if behind else "counted"
        self._emit(kinds[0], whole, whole.amount, whole.end, trigger, rule, None)
        return whole.end

    def _sum(self, people: People) -> People:
        """Conjoined people of one side are one number: "امرأة وطفلتين" is three."""
        while not people.member and people.end < self.end:
            at, mine = people.end, people.person
            if mine is None:
                break
            if self.tokens[at].gap >= COMMA:
                break
            joined = self.tokens[at].key == "و"
            other = self._read(at + joined)
            if other is None or other.person is None or other.unknown:
                break
            if not (joined or other.proclitics == "و") or other.person.kind != mine.kind:
                break
            if _shares_count(people, other):
                people = people._replace(end=other.end, noun_end=other.noun_end)
                continue
            theirs = other.person.group
            sides = self.vocabulary.sides
            if sides[mine.group] != sides[theirs] and theirs != "generic":
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

    def _share(self, kinds: list[str], people: People, end: int, trigger: Span | None) -> None:
        """One amount for several kinds: each has none of it at least, all of it at most."""
        amount = people.amount
        if people.counted and amount.maximum is not None:
            amount = Amount(0, amount.maximum, True)
        elif people.counted and people.number:
            amount = Amount(0, None, True)
        else:
            amount = SEVERAL
        for kind in kinds:
            self._emit(kind, people, amount, max(end, people.end), trigger, "shared", None)

    def _emit(
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
            rule=f"quantity.{rule}",
            victims=None if people.victims is None else self.tagged.span(*people.victims),
            group=whole.group if whole and people.person is None else self._group(people),
            trigger=trigger,
            part_of=None if whole is None else whole.span,
            name=None if people.name is None else self.tagged.span(*people.name),
        )
        self.found.append(mention)
        self.left = []
        self.part = whole is not None
        end = self._past_manner(end)
        if whole is None:
            self.open = (end, mention)
        elif self.open is not None:
            self.open = (end, self.open[1])

    def _past_manner(self, at: int) -> int:
        """Past "بجروح خطيرة", "بالرصاص الحي": how they suffered, before others are named."""
        if at >= self.end or self.tokens[at].gap >= COMMA or self.tokens[at].key[0] != "ب":
            return at
        if self.tagged.at(LOSS, at) and self._ends_clause(at):
            return at
        for next_at in range(at + 1, min(at + 3, self.end)):
            token = self.tokens[next_at]
            if token.gap >= COMMA or not token.key.startswith(("ال", "خطيرة", "متفاوتة", "بليغة")):
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

    def _phrase(self, kind: str, match: Match) -> None:
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
            if begin < whole.end and self.tagged.text[begin] == letter:
                begin += 1
                while begin < whole.end and not self.tagged.text[begin].isalnum():
                    begin += 1
        return Span(begin, whole.end)


def _shares_count(people: People, other: People) -> bool:
    """ "25 جنديا ومدنيا": one number for both, as the singular after it shows."""
    return bool(
        people.number
        and people.amount.minimum > 10
        and other.person is not None
        and other.person.accusative
        and not other.counted
    )


def _covering(a: People, b: People) -> tuple[int, int] | None:
    if b.member or a.victims is None or b.victims is None:
        return b.victims
    return a.victims[0], b.victims[1]


def _total(a: Amount, b: Amount) -> Amount:
    high = None if a.maximum is None or b.maximum is None else a.maximum + b.maximum
    return Amount(a.minimum + b.minimum, high, a.approximate or b.approximate)
