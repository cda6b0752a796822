"""Reads what an expression says of months, weeks, seasons and years.

Methods return the token index after what they took in, 0 if they took nothing.
"""

from sijill.lexicon.entry import Match
from sijill.mentions.quantity.number import read
from sijill.mentions.time.constraint import Fields
from sijill.mentions.time.cursor import Cursor
from sijill.mentions.time.vocabulary import LAYER
from sijill.text.token import COMMA, STOP

JOINTS = frozenset(("", "/", "-", "–", "\\", "،", ","))
DASHES = frozenset(("/", "-", "–", "\\"))
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Periods(Cursor):
    """Reads periods: "شهر أيار", "مطلع العام الماضي", "عام 2014"."""

    __slots__ = ()

    def month_words(self, at: int, fields: Fields, led: bool) -> int:
        """A month by name, with or without "شهر", or "الشهر الجاري" behind "من"."""
        match = self.at(at, "month")
        if match is None and at < self.count and self.joint(at) in DASHES:
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
        end = self.sided(end, "month_side", fields)
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
        if self.tokens[at].gap < STOP and self.joint(at).strip(")(") in JOINTS:
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
        return self.era(at + 1)

    def _year_words(self, at: int, fields: Fields) -> int:
        """ "ألفين وأربعة عشر"."""
        number = read(self.tokens, at, self.vocabulary.numbers)
        if number is None or number.digits or not FIRST_YEAR <= number.value <= LAST_YEAR:
            return 0
        fields["year"] = number.value
        return number.end

    def era(self, at: int) -> int:
        """Skip "م" or "هـ" behind a year."""
        if self.key(at) in self.vocabulary.era or self.key(at) in self.vocabulary.hijri_era:
            return at + 1
        return at

    def this(self, at: int, fields: Fields) -> int:
        """ "هذا المساء", "هذا العام", "نفس العام"."""
        if self.key(at) in self.vocabulary.same_before:
            return self.same(at + 1, fields)
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

    def same(self, at: int, fields: Fields) -> int:
        """The unit behind "نفس": "the same year"."""
        unit = self.at(at, "unit")
        if unit is None or unit.entry.value.form != "definite" or "same" in fields:
            return 0
        fields.update(same=0, same_unit=unit.entry.value.name)
        return unit.end

    def unit(self, match: Match, fields: Fields) -> int:
        """A unit of the calendar: "شهر أيار", "عام 2014", "الأسبوع الماضي"."""
        word, end = match.entry.value, match.end
        if word.value != 1:
            return 0
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
        end = self.month_words(end + 1, inner, True)
        if end and inner.keys() & {"month", "month_side"}:
            fields.update(inner)
            return end
        return 0

    def part(self, match: Match, fields: Fields) -> int:
        """ "مطلع", if a month, a year or a week follows."""
        if fields.keys() & {"part", "day", "hday", "weekday", "shift"}:
            return 0
        inner = dict(fields, part=match.entry.value.name)
        at = match.end
        end = self.year_digits(at, "year", inner) if self.key(at) else 0
        end = end or self.month_words(at, inner, True)
        season = self.at(at, "season")
        if not end and season is not None:
            end = self.season(season, inner)
        if not end:
            unit = self.at(at, "unit")
            end = self._part_of_unit(unit, inner) if unit is not None else self.this(at, inner)
        if not end:
            return 0
        fields.update(inner)
        return end

    def _part_of_unit(self, match: Match, fields: Fields) -> int:
        """ "مطلع العام الماضي"; "مطلع العام" is of this one."""
        end = self.unit(match, fields)
        word = match.entry.value
        if end or word.value != 1 or word.form != "definite":
            return end
        if word.name in ("month", "year") or (word.name, fields["part"]) == ("week", "begin"):
            fields[f"{word.name}_side"] = 0
            return match.end
        return 0

    def season(self, match: Match, fields: Fields) -> int:
        """ "الخريف الماضي", "صيف 2014": nothing without its year."""
        if fields.keys() & {"season", "month", "hmonth", "month_side", "day", "weekday"}:
            return 0
        inner = dict(fields, season=match.entry.value.value)
        end = self.sided(match.end, "month_side", inner)
        end = self.year(end, inner) or end
        if end == match.end:
            return 0
        fields.update(inner)
        return end

    def feast(self, match: Match, fields: Fields) -> int:
        word = match.entry.value
        hijri = word.name == "hijri"
        month, day = ("hmonth", "hday") if hijri else ("month", "day")
        if month in fields:
            return 0
        fields[month], fields[day], fields["feast_days"] = word.value, word.day, word.days
        end = self.sided(match.end, "year_side", fields)
        return self.year(end, fields, hijri) or end
