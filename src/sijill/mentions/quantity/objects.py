"""Objects: the people that a loss word befalls, right after it or further on in its clause."""

from sijill.mentions.quantity.amount import SEVERAL
from sijill.mentions.quantity.counted import People
from sijill.mentions.quantity.parts import Parts
from sijill.mentions.quantity.people import PEOPLE, Size
from sijill.mentions.quantity.vocabulary import LOSS, LossWord, Role
from sijill.model.mention import Amount
from sijill.text.token import COMMA

_ASIDE = 7
"""How many words a remark between commas has that parts a verb from its people."""
_AHEAD = 12
"""How many words may stand between a verb and its counted victims."""
_NEAR = 4
"""The same for verbs that mean other things too."""


_DESCRIBED = 9
"""How many words may describe a doer before those who suffered are named."""


class Objects(Parts):
    """Finds the object of a loss word."""

    def _object(self, at: int, value: LossWord) -> People | None:
        """The people right after a loss word."""
        if at >= self.end or self.tokens[at].gap >= COMMA:
            return None
        people = self.people_at(at)
        if people is None or people.proclitics not in ("", "ل", "ب"):
            return None
        if people.unknown and value.kind not in ("killed", "captured"):
            return None
        if people.person is None and not people.counted:
            return None
        person = people.person
        if value.voice == "agent" and self._is_doer(people):
            return self._second(people)
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

    def behind_aside(self, at: int, value: LossWord) -> People | None:
        """People that a remark between commas parts from their verb."""
        past = self._past_aside(at)
        people = self.people_at(past) if past > at else None
        if people is None or people.proclitics or people.unknown or value.voice == "agent":
            return None
        counted = people.counted and (people.person is not None or people.member)
        person = people.person
        named = person is not None and person.size == Size.ONE and not person.accusative
        return people if counted or named else None

    def _past_aside(self, at: int) -> int:
        """Past what commas set off behind a loss word: "قتل، أمس الأحد، خمسة جنود"."""
        if at >= self.end or self.tokens[at].gap < COMMA:
            return at
        for stop in range(at + 1, min(self.end, at + _ASIDE)):
            if self.tagged.at(LOSS, stop) and self.ends_clause(stop):
                break
            if self.tokens[stop].gap >= COMMA:
                return stop
        return at

    def _is_doer(self, people: People) -> bool:
        """Right after "اغتال" stands who did it, unless the noun is marked as the object."""
        person = people.person
        if person is None or people.number:
            return False
        key = self.tokens[people.noun_end - 1].key
        nominative = key.endswith(("ون", "ان"))
        return nominative or (person.size == Size.MANY and not people.counted)

    def _second(self, subject: People) -> People | None:
        """ "قتل مسلحون خمسة جنود": people right after the subject are the object."""
        at = self._past_description(subject)
        if at >= self.end or self.tokens[at].gap >= COMMA:
            return None
        people = self.people_at(at)
        if people is None or people.proclitics:
            return None
        if people.counted and not people.unknown:
            return people
        person = people.person
        single = person is not None and person.size == Size.ONE and not people.definite
        many = subject.person is not None and subject.person.size == Size.MANY
        if single and (many or (person is not None and person.accusative)):
            return people
        if many and person is not None and person.size == Size.MANY and not people.definite:
            # "خطف مسلحون مهندسين": the cases tell them apart.
            mine, theirs = (self.tokens[p.noun_end - 1].key for p in (subject, people))
            return people if mine.endswith("ون") and theirs.endswith("ين") else None
        return None

    def _past_description(self, subject: People) -> int:
        """Past what is told of a subject in the nominative: "مسلحون يستقلون سيارة ضابطا"."""
        at, person = subject.end, subject.person
        key = self.tokens[subject.noun_end - 1].key
        if person is None or subject.counted or not key.endswith("ون"):
            return at
        after = range(subject.noun_end, min(self.end, subject.noun_end + _DESCRIBED))
        told = [self.tokens[further].key for further in after[:2]]
        if not any(
            word in self.vocabulary.grammar["governors"]
            or (word.startswith("ي") and word.endswith("ون"))
            for word in told
        ):
            return at
        for further in after[1:]:
            if self.tokens[further].gap >= COMMA or self.ends_clause(further):
                break
            people = self.people_at(further)
            if people is None or people.proclitics or people.unknown:
                continue
            marked = people.person is not None and people.person.accusative
            if (marked or people.counted) and not self._is_place_phrase(further):
                return further
        return at

    def _ahead(self, at: int, value: LossWord) -> People | None:
        """Counted people further on in the clause: "قتلت قوات … خمسة مدنيين"."""
        if value.role == Role.NOUN and value.voice != "either":
            return None
        far = at < self.end and self.tokens[at].key in self.vocabulary.grammar["far"]
        if value.near and value.voice == "patient" and not far:
            return None
        drives = value.kind == "displaced" and not value.mass and value.role == Role.VERB
        near = (value.near and value.voice != "patient" and not drives) or value.role == Role.NOUN
        limit = min(self.end, at + (_NEAR if near else _AHEAD))
        first, plain = at, value.voice != "patient"
        while at < limit and self.tokens[at].gap < COMMA:
            if self.ends_clause(at):
                return None
            plain = plain and self.tokens[at].key not in self.vocabulary.stops
            people = self.people_at(at)
            if people is not None and value.near and far and not (people.number and people.person):
                people = None
            if people is not None:
                person = people.person
                if value.voice == "agent" and at == first and self._is_doer(people):
                    at = people.end
                    continue
                if people.counted and not people.unknown and people.proclitics in ("", "ل"):
                    if person is None and not people.member:
                        return people if drives and not people.number else None
                    if not self._is_place_phrase(at):
                        return people
                    at = people.noun_end
                    continue
                if person is not None and person.accusative and not people.proclitics:
                    return people
                if plain and at > first and self._is_somebody(people, value):
                    return people
                if far and value.voice != "agent" and self._is_one_more(people, at):
                    return people
            at += 1
        return None

    def _is_somebody(self, people: People, value: LossWord) -> bool:
        """ "اغتالت … القيادي فلان", "اغتال … رئيس المجلس": a described person, named or not."""
        person = people.person
        if person is None or person.size != Size.ONE or people.proclitics:
            return False
        if person.group == "generic":
            return False
        if value.voice != "agent":
            return people.definite and people.name is not None
        after = self.tokens[people.noun_end].key if people.noun_end < self.end else ""
        return people.definite or (after.startswith("ال") and not person.accusative)

    def _is_one_more(self, people: People, at: int) -> bool:
        """ "أصيب في الهجوم شخص", "قتل خلال المعارك قيادي": one person after the circumstance."""
        person = people.person
        if person is None or person.size != Size.ONE or people.proclitics or people.definite:
            return False
        if person.kind or person.group == "foreigner":
            return False
        if self.tokens[at - 1].key in self.vocabulary.skipped:
            # "توفيت على إثره امرأة"
            return True
        other = (
            people.noun_end < self.end
            and self.tokens[people.noun_end].key in self.vocabulary.grammar["other"]
        )
        return other or self.tokens[at - 1].key.startswith("ال")

    def _own_fallen(self, at: int, value: LossWord) -> People | None:
        """ "فقد الجيش 12 جنديا": a party's own fighters, counted behind it, are its dead."""
        people = self._ahead(at, value._replace(voice="agent"))
        if people is None or not people.number or people.start == at:
            return None
        group = people.person.group if people.person is not None else self._group(people)
        return people if self.vocabulary.sides[group] == "fighter" else None

    def _and_others(self, at: int) -> People | None:
        """ "مقتله وثلاثة من …": those joined to a pronoun."""
        apart = at < self.end and self.tokens[at].key == "و"
        people = self.people_at(at + apart)
        joined = people is not None and (apart or people.proclitics == "و")
        return people if joined and people is not None and people.counted else None

    def _is_place_phrase(self, at: int) -> bool:
        """The people are an object of "من", "بين", "على يد": not those who suffered."""
        before = self.tokens[at - 1].key
        return before in self.vocabulary.grammar["governors"]

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
        if end == at or (end - at < 2 and self._and_others(end) is None):
            return None
        return People(
            at, end, Amount(1, 1, False), None, False, False, True, "", (at, end), False, (at, end)
        )
