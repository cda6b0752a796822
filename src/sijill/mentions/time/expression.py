"""Reads an expression of time: whatever it states goes into one set of fields.

No phrase is listed. Each word that may belong to a date has a method that takes it in if the
fields have room for it, and says where it ends; an expression goes on as long as one does.
Methods return the token index after what they took in, 0 if they took nothing.
"""

from collections.abc import Callable

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.number import read
from sijill.mentions.time.calendar import DASHES, JOINTS, LAST_YEAR, Periods
from sijill.mentions.time.constraint import Fields
from sijill.mentions.time.vocabulary import LAYER, Vocabulary
from sijill.text.token import COMMA, STOP


class Reader(Periods):
    """Reads expressions of one text from a given token on."""

    __slots__ = ("_take",)

    def __init__(self, tagged: Tagged, vocabulary: Vocabulary) -> None:
        super().__init__(tagged, vocabulary)
        self._take: dict[str, Callable[[Match, Fields], int]] = {
            "weekday": self.weekday,
            "month": self.month,
            "shift": self.shift,
            "day_part": self.day_part,
            "part": self.part,
            "season": self.season,
            "unit": self.unit,
            "clock": self.clock,
            "feast": self.feast,
        }

    def take(self, match: Match, fields: Fields) -> int:
        """Take in one match, whatever its kind."""
        handler = self._take.get(match.entry.value.kind)
        return handler(match, fields) if handler is not None else 0

    def extend(self, at: int, fields: Fields) -> int:
        """Take in everything from token `at` on that goes on with the expression."""
        while True:
            end = self.step(at, fields)
            if not end:
                return at
            at = end

    def step(self, at: int, fields: Fields, linked: bool = False) -> int:
        """Take in what stands at `at`, behind a linking word if there is one."""
        if at >= self.count or self.tokens[at].gap == STOP:
            return 0
        token = self.tokens[at]
        apart = token.gap == COMMA
        if apart and self.joint(at) not in JOINTS:
            return 0
        for match in self.tagged.at(LAYER, at):
            if match.proclitics in ("", "ل") and not (apart and self._parts(match, fields)):
                end = self.take(match, fields)
                if end:
                    return end
        if token.key in self.vocabulary.numbers or token.key in self.vocabulary.article:
            end = self.numeric(at, fields) or self.day(at, fields)
            if end:
                return end
        if not linked and not apart and token.key in self.vocabulary.links:
            return self.step(at + 1, fields, linked=True)
        return self.this(at, fields)

    @staticmethod
    def _parts(match: Match, fields: Fields) -> bool:
        """Behind a comma, this word begins an expression of its own."""
        kind = match.entry.value.kind
        if kind == "shift":
            return bool(fields.keys() & {"weekday", "day", "hday", "month", "shift"})
        return kind not in ("weekday", "month")

    def unit(self, match: Match, fields: Fields) -> int:
        """ "يوم" before a day, or a unit of the calendar."""
        word = match.entry.value
        if word.name == "day" and word.value == 1 and word.form != "definite":
            return self.step(match.end, fields)
        return super().unit(match, fields)

    # -- single words

    def weekday(self, match: Match, fields: Fields) -> int:
        if "weekday" in fields:
            return 0
        fields["weekday"] = match.entry.value.value
        end = self._second_weekday(match.end, fields)
        return self.sided(end, "weekday_side", fields)

    def _second_weekday(self, at: int, fields: Fields) -> int:
        """ "الجمعة والسبت" behind "يومي"; "الأحد - الاثنين" of a night."""
        if at >= self.count:
            return at
        night = fields.get("day_part") in ("night", "past_midnight")
        joined = self.joint(at) if self.tokens[at].gap < STOP else "."
        for match in self.tagged.at(LAYER, at):
            if match.entry.value.kind != "weekday" or joined not in ("", "-", "/", "–"):
                continue
            pair = match.proclitics == "و" and fields.get("both") and not joined
            if pair or (night and not match.proclitics):
                fields["weekday2"] = match.entry.value.value
                return match.end
        return at

    def shift(self, match: Match, fields: Fields) -> int:
        if fields.keys() & {"shift", "same"}:
            return 0
        value, end = match.entry.value.value, match.end
        if value == 0:
            following = self.key(end)
            if following in self.vocabulary.same or following in self.vocabulary.next:
                fields["same"] = int(following in self.vocabulary.next)
                return end + 1
            number = self.number(end, 10_000)
            if number is not None and number[2] and not self.tokens[end].key[0].isdigit():
                # "The third day" is a date only with its month.
                return self.day(end, fields)
        fields["shift"] = value
        return end

    def day_part(self, match: Match, fields: Fields) -> int:
        word = match.entry.value
        if "day_part" in fields or word.form == "definite":
            return 0
        if word.form == "":
            # A construct needs its day: "ظهر" alone is "appeared".
            inner = dict(fields, day_part=word.name)
            end = self.extend(match.end, inner)
            if end == match.end or len(inner) == len(fields) + 1:
                return 0
            fields.update(inner)
            return end
        fields["day_part"] = word.name
        return match.end

    def stamp(self, at: int, fields: Fields) -> int:
        """ "20:15" at the head of a line: when the item was written."""
        if at + 1 >= self.count or self.joint(at + 1) != ":":
            return 0
        hour, minute = self.tokens[at].key, self.tokens[at + 1].key
        if not (hour.isdigit() and minute.isdigit() and len(minute) == 2):
            return 0
        if int(hour) > 24 or int(minute) > 59:
            return 0
        fields.update(shift=0, hour=int(hour), minute=int(minute))
        return at + 2

    def clock(self, match: Match, fields: Fields) -> int:
        number = self.number(match.end, 24)
        if "hour" in fields or number is None:
            return 0
        fields["hour"], end, _ = number
        if end < self.count and self.joint(end) == ":" and self.tokens[end].key.isdigit():
            fields["minute"] = int(self.tokens[end].key)
            return end + 1
        fraction = self.vocabulary.fractions.get(self.key(end))
        if fraction is not None:
            fields["minute"] = fraction
            return end + 1
        return end

    # -- days of a month

    def numeric(self, at: int, fields: Fields) -> int:
        """2018-03-17, 17/3/2018, 17.3.2018: day first unless the year is."""
        if fields.keys() & {"day", "month", "year"}:
            return 0
        pieces, end = self.tokens[at].key.split("."), at + 1
        if len(pieces) == 1:
            while end < self.count and end - at < 3 and self.joint(end) in ("/", "-", "\\"):
                pieces.append(self.tokens[end].key)
                end += 1
        if len(pieces) == 2 and "weekday" in fields:
            # "السبت 14/5": the weekday makes it a date.
            pieces.append("")
        if len(pieces) != 3 or not all(p.isdigit() and len(p) <= 4 for p in pieces if p):
            return 0
        found = _in_order(pieces)
        if not found:
            return 0
        fields.update(found)
        return self.era(end)

    def day(self, at: int, fields: Fields) -> int:
        """A day of the month, if its month follows; with a second day: "10-15 أيار"."""
        number = self.number(at, 31)
        if number is None:
            return 0
        value, end, certain = number
        inner = dict(fields)
        second, after = self._second_day(end, value)
        found = self._dated(after, value, second, inner, certain)
        if not found:
            return 0
        fields.update(inner)
        return found

    def _second_day(self, at: int, first: int) -> tuple[int, int]:
        """The day that ends a range, 0 if there is none, and the index after it."""
        if at >= self.count:
            return 0, at
        if not self.tokens[at - 1].key[0].isdigit():
            return self._second_ordinal(at, first)
        after = at if self.joint(at) in DASHES else at + 1
        led = after == at or self.tokens[at].key in ("و", "الى", "حتى")
        if led and after < self.count and self.tokens[after].key.isdigit():
            value = int(self.tokens[after].key)
            if first < value <= 31:
                return value, after + 1
        return 0, at

    def _second_ordinal(self, at: int, first: int) -> tuple[int, int]:
        """ "السادس والعاشر من …": as of digits."""
        number = read(self.tokens, at, self.vocabulary.numbers)
        if number is None or not number.ordinal or number.proclitics != "و":
            return 0, at
        if not (number.definite and first < number.value <= 31):
            return 0, at
        return number.value, number.end

    def _dated(self, at: int, day: int, second: int, fields: Fields, certain: bool) -> int:
        """The month that makes `day` a date."""
        led = self.key(at) in self.vocabulary.source
        if led:
            at += 1
        if not led and self.key(at) in self.vocabulary.days_of:
            return self._day_of_days(at + 1, day, fields)
        feast = self.at(at, "feast")
        if feast is not None and led:
            return self._feast_day(feast, day, fields)
        hijri = "hmonth" not in fields
        end = self.month_words(at, fields, led) or (led and self._this_month(at, fields))
        if not end or not (led or certain):
            return 0
        name = "hday" if hijri and "hmonth" in fields else "day"
        if name in fields:
            return 0
        fields[name] = day
        if second:
            fields[name + "2"] = second
        return end

    def _this_month(self, at: int, fields: Fields) -> int:
        """ "العاشر من الشهر", with no word of which."""
        unit = self.at(at, "unit")
        if unit is None or unit.entry.value.name != "month" or unit.entry.value.form != "definite":
            return 0
        if unit.entry.value.value != 1 or "month_side" in fields:
            return 0
        fields["month_side"] = 0
        return unit.end

    def _day_of_days(self, at: int, day: int, fields: Fields) -> int:
        """ "ثاني أيام عيد الفطر", "أول أيام شهر رمضان"."""
        feast = self.at(at, "feast")
        if feast is not None:
            return self._feast_day(feast, day, fields)
        end = self.month_words(at, fields, True)
        if end:
            fields["hday" if "hmonth" in fields else "day"] = day
        return end

    def _feast_day(self, match: Match, day: int, fields: Fields) -> int:
        end = self.feast(match, fields)
        if end:
            name = "hday" if match.entry.value.name == "hijri" else "day"
            fields[name] += day - 1
            fields["feast_days"] = 1
        return end


def _in_order(pieces: list[str]) -> Fields:
    """Day, month and year of a date in digits; empty if it is none. The year may be missing."""
    first, month, last = (int(piece) if piece else None for piece in pieces)
    if first is None or month is None:
        return {}
    if first > 31 and last is not None:
        first, last = last, first
    if month > 12 >= first:
        first, month = month, first
    if last is not None and last < 100:
        last += 2000
    if not (1 <= first <= 31 and 1 <= month <= 12):
        return {}
    if last is None:
        return {"day": first, "month": month}
    return {"day": first, "month": month, "year": last} if 1900 <= last <= LAST_YEAR else {}
