"""Finds time expressions and the constraints they state; no date is worked out here."""

from bisect import bisect_right

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.number import Number, read
from sijill.mentions.time.constraint import Fields
from sijill.mentions.time.duration import bare, duration, operator
from sijill.mentions.time.expression import Reader
from sijill.mentions.time.vocabulary import LAYER, Vocabulary
from sijill.model.mention import TimeMention
from sijill.model.span import Span
from sijill.text.token import COMMA, STOP

_EARLIEST_BARE, _LATEST_BARE = 1900, 2040
"""A number alone behind a preposition is read as a year within these."""
_PLAIN = ("في",)
_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")


def find(tagged: Tagged, vocabulary: Vocabulary) -> list[TimeMention]:
    """Every time expression of the text, in text order, not overlapping."""
    return Finder(tagged, vocabulary).mentions()


class Finder:
    """Finds the expressions of one text, from its time words and numbers outwards."""

    __slots__ = ("reader", "sentences", "tagged", "tokens", "vocabulary")

    def __init__(self, tagged: Tagged, vocabulary: Vocabulary) -> None:
        self.tagged = tagged
        self.tokens = tagged.tokens
        self.vocabulary = vocabulary
        self.reader = Reader(tagged, vocabulary)
        self.sentences = [sentence.start for sentence in tagged.sentences]

    def mentions(self) -> list[TimeMention]:
        anchors = {m.start for m in self.tagged.layer(LAYER) if m.entry.value.kind != "side"}
        # Of the characters a key can begin with, only digits come before ":".
        anchors.update([i for i, token in enumerate(self.tokens) if token.key < ":"])
        found: list[TimeMention] = []
        floor = 0
        for anchor in sorted(anchors):
            if anchor < floor:
                continue
            read_here = self._at(anchor, floor)
            if read_here is not None:
                start, end, fields = read_here
                found.append(self._mention(start, end, fields))
                floor = end
        return found

    def _mention(self, start: int, end: int, fields: Fields) -> TimeMention:
        fields["sentence"] = bisect_right(self.sentences, start) - 1
        return TimeMention(self._span(start, end), f"time.{rule_of(fields)}", fields)

    def _span(self, start: int, end: int) -> Span:
        """The characters of the tokens, without a leading "و" or "ف" that joins sentences."""
        span = self.tagged.span(start, end)
        key = self.tokens[start].key
        if self.tagged.text[span.end : span.end + 1] == ")" and "(" in span.of(self.tagged.text):
            span = Span(span.start, span.end + 1)
        joined = bare(key, self.vocabulary.before) != key or (
            key[:1] in "وف"
            and any(m.proclitics[:1] == key[:1] for m in self.tagged.at(LAYER, start))
        )
        if not joined:
            return span
        at = span.start + 1
        while at < span.end and not self.tagged.text[at].isalnum():
            at += 1
        return Span(at, span.end)

    # -- one expression

    def _at(self, anchor: int, floor: int) -> tuple[int, int, Fields] | None:
        """The expression at an anchor."""
        if self._raw(anchor) in self.vocabulary.never:
            return None
        for match in self.tagged.at(LAYER, anchor):
            kind = match.entry.value.kind
            if kind == "of_it":
                return self._of_it(anchor, floor)
            found = (
                self._phrase(match)
                if kind == "phrase"
                else self._calendar(match, floor)
                or (duration(self.reader, match, floor) if kind == "unit" else None)
            )
            if found is not None:
                return found
        if self.tokens[anchor].key[0].isdigit():
            return self._digits(anchor, floor)
        return None

    def _of_it(self, at: int, floor: int) -> tuple[int, int, Fields] | None:
        """ "الرابع عشر منه": a day of the month that was named before."""
        for start in range(max(floor, at - 3), at):
            number = read(self.tokens, start, self.vocabulary.numbers)
            if number is None or number.end != at or number.value > 31:
                continue
            if number.ordinal and number.definite:
                return start, at + 1, {"day": number.value, "same": 0, "same_unit": "month"}
        return None

    def _raw(self, at: int) -> str:
        return self.tokens[at].span.of(self.tagged.text)

    def _phrase(self, match: Match) -> tuple[int, int, Fields] | None:
        """A fixed phrase; "في وقت سابق" gives way to the day that follows it."""
        effect = match.entry.value.name
        if effect == "vague":
            fields: Fields = {}
            end = self.reader.extend(match.end, fields)
            if fields.keys() & {"shift", "weekday", "week_side", "month_side", "day", "month"}:
                return match.start, end, fields
        return match.start, match.end, {"effect": effect}

    def _calendar(self, match: Match, floor: int) -> tuple[int, int, Fields] | None:
        fields: Fields = {}
        if match.start > floor and self._prior(match.start) in self.vocabulary.both:
            fields["both"] = True
        start = self._day_before(match, floor, fields)
        end = 0
        if start < match.start:
            end = self.reader.day(start, fields)
        elif self._prior(start) in self.vocabulary.same_before or (
            match.entry.value.form == "definite"
        ):
            found = self._definite(match, floor)
            if found is not None or match.entry.value.kind == "day_part":
                return found
        if not end:
            start, end = match.start, self.reader.take(match, fields)
        if not end:
            return None
        return self._complete(start, end, floor, fields, match)

    def _digits(self, anchor: int, floor: int) -> tuple[int, int, Fields] | None:
        """A date that begins with a number."""
        fields: Fields = {}
        reader = self.reader
        if self._opens_line(anchor):
            end = reader.stamp(anchor, fields)
            if end:
                return anchor, end, fields
        end = reader.numeric(anchor, fields) or reader.day(anchor, fields)
        if not end:
            end = self._bare_year(anchor, fields)
        if not end:
            return None
        start = anchor
        if start > floor and self._prior(start) in self.vocabulary.article:
            start -= 1
        return self._complete(start, end, floor, fields, None)

    def _opens_line(self, at: int) -> bool:
        """Whether nothing but marks stands before the token on its line."""
        if not self.tagged.sentences or at == 0:
            return True
        joint = self.tagged.text[self.tokens[at - 1].end : self.tokens[at].start]
        return "\n" in joint

    def _bare_year(self, at: int, fields: Fields) -> int:
        """ "في 2009", "عامي 2012 و2014": a year with nothing but a preposition."""
        key = self.tokens[at].key
        if len(key) != 4 or not key.isdigit():
            return 0
        if not _EARLIEST_BARE <= int(key) <= _LATEST_BARE:
            return 0
        both = self._prior(at) in self.vocabulary.both
        op, _ = operator(self.reader, at)
        if not (op or both):
            return 0
        end = self.reader.year_digits(at, "year", fields)
        return self._second_year(end, fields) if end else 0

    def _second_year(self, at: int, fields: Fields) -> int:
        """The year that ends a range: "و2014", "-2014", "حتى 2014"."""
        if at >= len(self.tokens) or self.tokens[at].gap == STOP:
            return at
        dashed = self.reader.joint(at) in ("-", "–", "/")
        after = at if dashed else at + 1
        if not dashed and self.tokens[at].key not in ("و", "الى", "حتى"):
            return at
        if after < len(self.tokens) and self.tokens[after].key.isdigit():
            second = int(self.tokens[after].key)
            if fields["year"] < second <= _LATEST_BARE:
                fields["year2"] = second
                return after + 1
        return at

    def _definite(self, match: Match, floor: int) -> tuple[int, int, Fields] | None:
        """ "هذا العام", "هذا المساء", "منذ ساعات الصباح الأولى"."""
        prior = self._prior(match.start)
        led = bare(prior, self.vocabulary.this) in self.vocabulary.this
        if (led or prior in self.vocabulary.same_before) and match.start > floor:
            fields: Fields = {}
            end = self.reader.this(match.start - 1, fields)
            return self._complete(match.start - 1, end, floor, fields, match) if end else None
        if match.entry.value.kind != "day_part":
            return None
        if bare(prior, self.vocabulary.definite_after) not in self.vocabulary.definite_after:
            return None
        fields = {"day_part": match.entry.value.name}
        end = match.end
        while self.reader.key(end) in self.vocabulary.day_tails:
            end += 1
        if self.reader.key(end).startswith("ال"):
            return None
        start = match.start
        if prior not in self.vocabulary.before:
            start -= 1
        return self._complete(start, end, floor, fields, match)

    def _day_before(self, match: Match, floor: int, fields: Fields) -> int:
        """Where a day of the month stands that the matched month, feast or "أيام" completes."""
        word = match.entry.value
        start = match.start
        days = word.kind == "unit" and word.name == "day" and word.value == 0
        if not (word.kind in ("month", "feast") or days or word.name == "month"):
            return start
        if self.tokens[start].gap >= COMMA:
            return start
        at = start
        if at > floor and self._prior(at) in self.vocabulary.this:
            at -= 1
        if at > floor and self._prior(at) in self.vocabulary.source:
            at -= 1
        for back in (3, 2, 1):
            if at - back < floor:
                continue
            number = read(self.tokens, at - back, self.vocabulary.numbers)
            if number is not None and number.end == at and number.value <= 31:
                if self._begins_range(at - back - 1, floor, number):
                    return at - back - 1
                return start if self._ranks(number) else at - back
        return start

    def _begins_range(self, at: int, floor: int, last: Number) -> bool:
        """ "السادس" before "والعاشر من …"."""
        if at < floor or last.proclitics != "و" or not last.ordinal:
            return False
        first = read(self.tokens, at, self.vocabulary.numbers)
        return first is not None and first.ordinal and first.definite and first.value < last.value

    def _ranks(self, number: Number) -> bool:
        """The number is the rank of a noun before it ("الفوج الأول من …"), not a day."""
        prior = self._prior(number.start)
        return number.ordinal and number.definite and prior.startswith("ال")

    # -- what stands before, and what makes it a time

    def _complete(
        self, start: int, end: int, floor: int, fields: Fields, match: Match | None
    ) -> tuple[int, int, Fields] | None:
        """Take in what follows and what governs the expression; None for a false friend."""
        end = self.reader.extend(end, fields)
        if fields.get("shift") == 0 and self._prior(start) in self.vocabulary.this:
            start -= 1
        while start > floor and self._prior(start) in self.vocabulary.both:
            start -= 1
        op, led = operator(self.reader, start)
        if led < floor:
            op, led = "", start
        if not self._is_time(start, op, fields, match):
            return None
        if op and op != "at":
            fields["op"] = _calendar_op(op, fields)
            start = led
        elif op and (not self._plain(start) or rule_of(fields) in ("year", "month")):
            start = led
        return start, end, fields

    def _plain(self, start: int) -> bool:
        """Only "في" stands before: it belongs to the verb as much as to the time."""
        return bare(self._prior(start), _PLAIN) in _PLAIN

    def _prior(self, at: int) -> str:
        """The key before `at` if nothing parts it; else empty."""
        if at == 0 or self.tokens[at].gap >= COMMA:
            return ""
        return self.tokens[at - 1].key

    def _is_time(self, start: int, op: str, fields: Fields, match: Match | None) -> bool:
        """False for names made of dates, and for words that are no time without company."""
        states = fields.keys() - {"op", "both", "twice", "named", "feast_days"}
        prior = self._prior(start)
        if states <= {"weekday", "day", "month", "hday", "hmonth"} and any(
            prior == prefix + noun
            for prefix in _PREFIXES
            if prior.startswith(prefix)
            for noun in (prior[len(prefix) :],)
            if noun in self.vocabulary.names or noun in self.vocabulary.not_today_after
        ):
            return False
        if states <= {"shift", "year", "year_side"} and match is not None and "shift" in states:
            return self._is_shift(start, match)
        if states in ({"month"}, {"hmonth"}) and not fields.keys() & {"twice", "named"}:
            weak = match is not None and match.entry.value.form == "weak"
            cue = bare(prior, self.vocabulary.weak_months_after)
            if weak and match is not None and self.tokens[match.start].key == "اب":
                weak = self._raw(match.start)[0] != "آ"
                cue = "" if weak else cue
            return cue in self.vocabulary.weak_months_after if weak else bool(op)
        return bool(states)

    def _is_shift(self, start: int, match: Match) -> bool:
        prior = self._prior(start)
        if match.entry.value.form == "weak":
            return prior in self.vocabulary.weak_shifts_after
        if match.entry.value.kind == "shift" and match.entry.value.value != 0:
            return True
        before = {prior, self.tokens[start - 2].key if start > 1 else ""}
        return not (before & self.vocabulary.not_today_after) and "ل" not in match.proclitics


def _calendar_op(op: str, fields: Fields) -> str:
    """ "After dawn today" is still today."""
    if op == "throughout":
        return "during"
    if op in ("ago", "after") and "day_part" in fields and fields.keys() & {"shift", "weekday"}:
        return "at"
    return "before" if op == "ago" else op


def rule_of(fields: Fields) -> str:
    """The name of the strongest constraint."""
    for name, keys in _RULES:
        if fields.keys() & keys:
            return name
    return "part_of_day"


_RULES: tuple[tuple[str, frozenset[str]], ...] = (
    ("phrase", frozenset(("effect",))),
    ("duration", frozenset(("unit",))),
    ("date", frozenset(("day", "hday"))),
    ("today", frozenset(("shift",))),
    ("weekday", frozenset(("weekday",))),
    ("month", frozenset(("month", "hmonth", "month_side", "season"))),
    ("week", frozenset(("week_side",))),
    ("year", frozenset(("year", "hyear", "year_side"))),
    ("same", frozenset(("same",))),
    ("clock", frozenset(("hour",))),
)
