"""Dates come out of all constraints together; what the text leaves open stays open."""

from datetime import date, timedelta

from hijridate import Hijri
from hypothesis import given
from hypothesis import strategies as st

from sijill.mentions.time.find import find
from sijill.mentions.time.resolve import resolve
from tests.mentions.time.room import dated, pack, tagged, words
from tests.mentions.time.test_find import PIECES

MONTHS = pack().rules["time"]["months"]
WEEKDAYS = pack().rules["time"]["weekdays"]
DAYS = st.dates(date(2003, 1, 1), date(2030, 12, 31))


@st.composite
def written(draw: st.DrawFn) -> tuple[date, str]:
    """A date and one of the ways to write it in full."""
    day = draw(DAYS)
    first = draw(st.sampled_from(MONTHS["gregorian"][str(day.month)]))
    second = draw(st.sampled_from(["", *MONTHS["gregorian"][str(day.month)]]))
    joint = draw(st.sampled_from(["/", " / ", " "]))
    month = f"{first}{joint}{second}" if second else first
    weekday = draw(st.sampled_from(["", f"{WEEKDAYS[str(day.weekday())][0]} "]))
    year = draw(st.sampled_from([f" {day.year}", f"، {day.year}", f" من عام {day.year}"]))
    return day, f"{weekday}{day.day} {month}{year}"


@given(written(), st.none() | DAYS)
def test_a_full_date_is_read_in_every_spelling(
    pair: tuple[date, str], published: date | None
) -> None:
    day, text = pair
    value = dated(f"وقع الهجوم في {text} شرق البلدة", published)[text]
    assert (value.start, value.end, value.precision) == (day, day, "day")
    assert value.contradiction is None


@given(DAYS)
def test_digits_of_both_scripts_say_the_same(day: date) -> None:
    plain = f"{day.day}/{day.month}/{day.year}"
    arabic = plain.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for text in (plain, arabic, day.isoformat(), f"{day.day}-{day.month}-{day.year}"):
        assert dated(f"يوم {text}")[f"يوم {text}"].start == day


@given(st.dates(date(2004, 1, 1), date(2030, 1, 1)), st.integers(0, 360))
def test_a_day_and_month_without_a_year_is_the_latest_before_publication(
    published: date, ago: int
) -> None:
    day = published - timedelta(days=ago)
    text = f"{day.day} {MONTHS['gregorian'][str(day.month)][0]}"
    value = dated(f"قصفوا القرية في {text}", published)[text]
    assert value.start is not None
    assert (value.start.day, value.start.month) == (day.day, day.month)
    assert value.start <= published + timedelta(days=3)
    if ago < 300:
        assert value.start == day


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_latest_one_and_with_last_strictly_before(
    published: date, weekday: int
) -> None:
    name = WEEKDAYS[str(weekday)][0]
    found = dated(f"قصفوا القرية {name}", published)[name]
    assert found.start is not None and found.start.weekday() == weekday
    assert 0 <= (published - found.start).days <= 6
    last = dated(f"قصفوا القرية {name} الماضي", published)[f"{name} الماضي"]
    assert last.start is not None and 1 <= (published - last.start).days <= 7


@given(st.integers(1424, 1451), st.integers(1, 12), st.integers(1, 29))
def test_a_hijri_date_with_its_year_is_that_of_the_calendar(
    year: int, month: int, day: int
) -> None:
    plain = Hijri(year, month, day).to_gregorian()
    text = f"{day} {MONTHS['hijri'][str(month)][0]} {year}"
    value = dated(f"قصفوا القرية في {text}")[text]
    assert value.start == date(plain.year, plain.month, plain.day)


@given(st.integers(1425, 1450), st.integers(-1, 1))
def test_the_weekday_overrules_the_hijri_day_by_one(year: int, moved: int) -> None:
    plain = Hijri(year, 9, 15).to_gregorian()
    meant = date(plain.year, plain.month, plain.day) + timedelta(days=moved)
    text = f"{WEEKDAYS[str(meant.weekday())][0]} 15 رمضان {year}"
    value = dated(f"قصفوا القرية {text}")[text]
    assert value.start == meant
    assert value.contradiction is None


@given(PIECES, st.none() | DAYS)
def test_any_heap_of_time_words_resolves_and_starts_before_it_ends(
    text: str, published: date | None
) -> None:
    mentions = find(tagged(text), words())
    values = resolve(mentions, published)
    assert [value.span for value in values] == [mention.span for mention in mentions]
    for value in values:
        assert value.start is None or value.end is None or value.start <= value.end
        assert value == resolve(mentions, published)[values.index(value)]


def test_a_contradicted_weekday_is_told_and_the_stated_day_wins() -> None:
    value = dated("قصفوا القرية الجمعة 12 أيار 2024")["الجمعة 12 أيار 2024"]
    assert value.start == date(2024, 5, 12)
    assert value.contradiction == "the text says Friday, but 2024-05-12 is a Sunday"
    assert value.confidence < 0.7


def test_reasons_name_the_publication_date_and_the_weekday() -> None:
    value = dated("قصفوا القرية أمس الثلاثاء", date(2024, 5, 15))["أمس الثلاثاء"]
    assert value.reasons == (
        "the publication date is 2024-05-15",
        "1 day before the day of writing, 2024-05-15",
    )


def test_a_day_and_month_told_in_an_older_report_keep_their_candidates() -> None:
    value = dated("اقتحموا البلدة السبت الحادي عشر من أيار")["السبت الحادي عشر من أيار"]
    assert value.start is None
    assert [start for start, _ in value.candidates] == [
        day for year in range(2003, 2031) if (day := date(year, 5, 11)).weekday() == 5
    ]


def test_bounds_leave_out_candidates() -> None:
    text = "اقتحموا البلدة السبت الحادي عشر من أيار"
    found = dated(text, earliest=date(2014, 1, 1), latest=date(2020, 1, 1))
    value = found["السبت الحادي عشر من أيار"]
    assert value.start == date(2019, 5, 11)


def test_months_ago_is_the_day_that_the_text_dates_in_that_month() -> None:
    text = "استعادوا البلدة في 9 كانون الثاني. وكانت هادئة منذ تحريرها قبل أربعة أشهر."
    value = dated(text, date(2024, 5, 15))["قبل أربعة أشهر"]
    assert (value.start, value.precision) == (date(2024, 1, 9), "day")
