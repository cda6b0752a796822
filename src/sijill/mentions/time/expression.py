"""Reads an expression of the calendar: whatever it states goes into one set of fields.

No phrase is listed. Each word that may belong to a date has a method that takes it in if the
fields have room for it, and says where it ends; an expression goes on as long as one does.
Methods return the token index after what they took, 0 if they took nothing.
"""

from collections.abc import Callable

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.number import read
from sijill.mentions.time.constraint import Fields
from sijill.mentions.time.vocabulary import LAYER, Vocabulary
from sijill.text.token import COMMA, STOP

_JOINTS = frozenset(("", "/", "-", "–", "\\", "،", ","))
_DASHES = frozenset(("/", "-", "–", "\\"))
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Reader:
    """Reads expressions of one text from a given token on."""

    __slots__ = ("_take", "count", "tagged", "text", "tokens", "vocabulary")

    def __init__(self, tagged: Tagged, vocabulary: Vocabulary) -> None:
        self.tagged = tagged
        self.tokens = tagged.tokens
        self.text = tagged.text
        self.count = len(tagged.tokens)
        self.vocabulary = vocabulary
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

    # -- moving through the text

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
        if apart and self.joint(at) not in _JOINTS:
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

    def joint(self, at: int) -> str:
        """What is written between token `at` and the one before, blanks aside."""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start].strip()

    def key(self, at: int) -> str:
        """The key at `at` if nothing parts it from the token before; else empty."""
        if at < self.count and self.tokens[at].gap < COMMA:
            return self.tokens[at].key
        return ""

    def at(self, at: int, kind: str) -> Match | None:
        """The longest match of a kind at `at` that nothing parts from the token before."""
        if at < self.count and self.tokens[at].gap < COMMA:
            for match in self.tagged.at(LAYER, at):
                if match.entry.value.kind == kind and match.proclitics in ("", "ل"):
                    return match
        return None

    def number(self, at: int, limit: int) -> tuple[int, int, bool] | None:
        """The value, end and certainty of a number from 1 to `limit` at `at`.

        It is certain in digits or as a rank; "العشرين" is neither.
        """
        marked = at < self.count and self.tokens[at].key in self.vocabulary.article
        if marked:
            at += 1
        if at >= self.count or (marked and self.tokens[at].gap >= COMMA):
            return None
        number = read(self.tokens, at, self.vocabulary.numbers)
        if number is None or not 1 <= number.value <= limit:
            return None
        return number.value, number.end, number.digits or number.ordinal

    # -- single words

    def side(self, at: int) -> tuple[int, int] | None:
        """This, last or next at `at`, and where the word ends."""
        match = self.at(at, "side")
        return None if match is None else (match.entry.value.value, match.end)

    def _sided(self, at: int, name: str, fields: Fields) -> int:
        """Take in a side behind what has just been taken, if one follows."""
        side = self.side(at)
        if side is None:
            return at
        fields[name], end = side
        return end

    def weekday(self, match: Match, fields: Fields) -> int:
        if "weekday" in fields:
            return 0
        fields["weekday"] = match.entry.value.value
        end = self._second_weekday(match.end, fields)
        return self._sided(end, "weekday_side", fields)

    def _second_weekday(self, at: int, fields: Fields) -> int:
        """ "الجمعة والسبت" behind "يومي"; "الأحد - الاثنين" of a night."""
        if at >= self.count:
            return at
        night = fields.get("day_part") == "night"
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
            number = self.number(end, 31)
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

    def this(self, at: int, fields: Fields) -> int:
        """ "هذا المساء", "هذا العام", "نفس العام"."""
        if self.key(at) in self.vocabulary.same_before:
            return self._same(at + 1, fields)
        if self.key(at) not in self.vocabulary.this:
            return 0
        part = self.at(at + 1, "day_part")
        if part is not None and "shift" not in fields and "day_part" not in fields:
            fields["shift"], fields["day_part"] = 0, part.entry.value.name
            return part.end
        today = self.at(at + 1, "shift")
        if today is not None and today.entry.value.value == 0 and "shift" not in fields:
            fields["shift"] = 0
            return today.end
        unit = self.at(at + 1, "unit")
        if unit is None or unit.entry.value.value != 1 or unit.entry.value.form != "definite":
            return 0
        name = f"{unit.entry.value.name}_side"
        if name not in ("week_side", "month_side", "year_side") or name in fields:
            return 0
        fields[name] = 0
        return unit.end

    def _same(self, at: int, fields: Fields) -> int:
        """The unit behind "نفس": "the same year"."""
        unit = self.at(at, "unit")
        if unit is None or unit.entry.value.form != "definite" or "same" in fields:
            return 0
        fields.update(same=0, same_unit=unit.entry.value.name)
        return unit.end

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

    # -- dates

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
        return self._era(end)

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
        if at >= self.count or not self.tokens[at - 1].key[0].isdigit():
            return 0, at
        after = at if self.joint(at) in _DASHES else at + 1
        led = after == at or self.tokens[at].key in ("و", "الى", "حتى")
        if led and after < self.count and self.tokens[after].key.isdigit():
            value = int(self.tokens[after].key)
            if first < value <= 31:
                return value, after + 1
        return 0, at

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
        end = self._month_words(at, fields, led)
        if not end or not (led or certain):
            return 0
        name = "hday" if hijri and "hmonth" in fields else "day"
        if name in fields:
            return 0
        fields[name] = day
        if second:
            fields[name + "2"] = second
        return end

    def _day_of_days(self, at: int, day: int, fields: Fields) -> int:
        """ "ثاني أيام عيد الفطر", "أول أيام شهر رمضان"."""
        feast = self.at(at, "feast")
        if feast is not None:
            return self._feast_day(feast, day, fields)
        end = self._month_words(at, fields, True)
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

    def _month_words(self, at: int, fields: Fields, led: bool) -> int:
        """A month by name, with or without "شهر", or "الشهر الجاري" behind "من"."""
        match = self.at(at, "month")
        if match is None and at < self.count and self.joint(at) in _DASHES:
            match = next(
                (m for m in self.tagged.at(LAYER, at) if m.entry.value.kind == "month"), None
            )
        if match is not None:
            return self.month(match, fields)
        unit = self.at(at, "unit")
        if unit is not None and unit.entry.value.name == "month":
            return self.unit(unit, fields)
        if led:
            end = self.this(at, fields)
            return end if "month_side" in fields else 0
        return 0

    def month(self, match: Match, fields: Fields) -> int:
        word = match.entry.value
        name = "hmonth" if word.name == "hijri" else "month"
        if name in fields or "month_side" in fields:
            return 0
        fields[name] = word.value
        end = self._other_names(match, fields)
        if word.name == "latin":
            end = self._english_day(end, fields)
        elif name == "month" and fields.get("both"):
            end = self._second_month(end, fields)
        end = self._sided(end, "month_side", fields)
        end = self.year(end, fields, hijri=name == "hmonth") or end
        if name == "month" and fields.get("both") and "year" in fields and "month2" not in fields:
            end = self._second_month(end, fields)
            end = self.year_digits(end, "year2", fields) or end if "month2" in fields else end
        return end

    def _other_names(self, match: Match, fields: Fields) -> int:
        """The same month once more: "مايو أيار", "أغسطس/آب", "أكتوبر (تشرين الأول)"."""
        word, end = match.entry.value, match.end
        while end < self.count and self.tokens[end].gap < STOP:
            if self.joint(end).strip("()/-– ") != "":
                break
            named = [
                m
                for m in self.tagged.at(LAYER, end)
                if m.entry.value.kind == "month"
                and (m.entry.value.name == "hijri") == (word.name == "hijri")
            ]
            same = [m for m in named if m.entry.value.value == word.value]
            if not same and not (named and "(" in self.joint(end)):
                break
            if not same:
                fields["other_month"] = named[0].entry.value.value
            end = (same or named)[0].end
            fields["twice"] = True
        return end

    def _second_month(self, at: int, fields: Fields) -> int:
        """ "شباط وآذار" behind "شهري" or "بين"."""
        if at < self.count and self.tokens[at].gap < COMMA:
            for match in self.tagged.at(LAYER, at):
                word = match.entry.value
                if word.kind == "month" and word.name != "hijri" and match.proclitics == "و":
                    fields["month2"] = word.value
                    return self._other_names(match, {})
        return at

    def _english_day(self, at: int, fields: Fields) -> int:
        if at < self.count and "day" not in fields and self.tokens[at].gap < COMMA:
            key = self.tokens[at].key
            if key.isdigit() and 1 <= int(key) <= 31:
                fields["day"] = int(key)
                return at + 1
        return at

    def year(self, at: int, fields: Fields, hijri: bool = False) -> int:
        """The year behind a month: "2018", "، 2018", "من العام الماضي", "عام 2018"."""
        name = "hyear" if hijri else "year"
        if name in fields or "year_side" in fields or at >= self.count:
            return 0
        if self.tokens[at].gap < STOP and self.joint(at).strip(")(") in _JOINTS:
            end = self.year_digits(at, name, fields)
            if end:
                return end
        led = self.key(at) in self.vocabulary.source
        start = at + led
        unit = self.at(start, "unit")
        if unit is not None and unit.entry.value.name == "year":
            return self.unit(unit, fields)
        return self.this(start, fields) if led else 0

    def year_digits(self, at: int, name: str, fields: Fields) -> int:
        """Four digits that can be a year and count nothing."""
        key = self.tokens[at].key if at < self.count else ""
        if len(key) != 4 or not key.isdigit() or self.key(at + 1) in self.vocabulary.counted:
            return 0
        value = int(key)
        if 1300 < value < 1500:
            name = "hyear"
        elif name == "hyear" or not FIRST_YEAR <= value <= LAST_YEAR:
            return 0
        fields[name] = value
        return self._era(at + 1)

    def _nth_week(self, at: int, fields: Fields) -> int:
        """ "الأسبوع الأول من أيار", "الأسبوع الأخير من الشهر الماضي"."""
        number = self.number(at, 5)
        if number is not None and number[2]:
            nth, end, _ = number
        else:
            side = self.side(at)
            if side is None or side[0] != -1:
                return 0
            nth, end = -1, side[1]
        if self.key(end) not in self.vocabulary.source:
            return 0
        inner = dict(fields, nth_week=nth)
        end = self._month_words(end + 1, inner, True)
        if end and inner.keys() & {"month", "month_side"}:
            fields.update(inner)
            return end
        return 0

    def _year_words(self, at: int, fields: Fields) -> int:
        """ "ألفين وأربعة عشر"."""
        number = read(self.tokens, at, self.vocabulary.numbers)
        if number is None or number.digits or not FIRST_YEAR <= number.value <= LAST_YEAR:
            return 0
        fields["year"] = number.value
        return number.end

    def _era(self, at: int) -> int:
        """Skip "م" or "هـ" behind a year."""
        if self.key(at) in self.vocabulary.era or self.key(at) in self.vocabulary.hijri_era:
            return at + 1
        return at

    def feast(self, match: Match, fields: Fields) -> int:
        word = match.entry.value
        hijri = word.name == "hijri"
        month, day = ("hmonth", "hday") if hijri else ("month", "day")
        if month in fields:
            return 0
        fields[month], fields[day], fields["feast_days"] = word.value, word.day, word.days
        end = self._sided(match.end, "year_side", fields)
        return self.year(end, fields, hijri) or end

    # -- periods

    def part(self, match: Match, fields: Fields) -> int:
        """ "مطلع", if a month, a year or a week follows."""
        if fields.keys() & {"part", "day", "hday", "weekday", "shift"}:
            return 0
        inner = dict(fields, part=match.entry.value.name)
        at = match.end
        end = self.year_digits(at, "year", inner) if self.key(at) else 0
        end = end or self._month_words(at, inner, True)
        if not end:
            unit = self.at(at, "unit")
            end = self.unit(unit, inner) if unit is not None else self.this(at, inner)
        if not end:
            return 0
        fields.update(inner)
        return end

    def season(self, match: Match, fields: Fields) -> int:
        """ "الخريف الماضي", "صيف 2014": nothing without its year."""
        if fields.keys() & {"season", "month", "hmonth", "month_side", "day", "weekday"}:
            return 0
        inner = dict(fields, season=match.entry.value.value)
        end = self._sided(match.end, "month_side", inner)
        end = self.year(end, inner) or end
        if end == match.end:
            return 0
        fields.update(inner)
        return end

    def unit(self, match: Match, fields: Fields) -> int:
        """A unit of the calendar: "يوم الجمعة", "شهر أيار", "عام 2014", "الأسبوع الماضي"."""
        word, end = match.entry.value, match.end
        if word.value != 1:
            return 0
        if word.name == "day":
            return 0 if word.form == "definite" else self.step(end, fields)
        if word.name not in ("week", "month", "year"):
            return 0
        if word.name == "year" and self.key(end):
            found = self.year_digits(end, "year", fields) or self._year_words(end, fields)
            if found:
                return found
        if word.name == "month" and word.form != "definite":
            month = self.at(end, "month")
            if month is not None:
                fields["named"] = True
                return self.month(month, fields)
        if word.form == "definite" and f"{word.name}_side" not in fields:
            return self._definite(word.name, end, fields)
        return 0

    def _definite(self, unit: str, end: int, fields: Fields) -> int:
        """ "العام الماضي", "الشهر نفسه"."""
        if self.key(end) in self.vocabulary.same:
            fields.update(same=0, same_unit=unit)
            return end + 1
        if unit == "week":
            counted = self._nth_week(end, fields)
            if counted:
                return counted
        side = self.side(end)
        if side is None:
            return 0
        fields[f"{unit}_side"], end = side
        if unit == "month":
            return self.year(end, fields) or end
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
