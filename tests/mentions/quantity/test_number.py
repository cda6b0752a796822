"""Numbers read back what a grammar of Arabic number words writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.lexicon.pack import bundled
from sijill.mentions.quantity.number import Number, numbers_of, read
from sijill.text.token import tokens_of

NUMBERS = numbers_of(bundled("ar"))

UNITS = {
    "m": ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"],
    "f": ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"],
}
TENS = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]


def teen(n: int, gender: str, case: str) -> str:
    if n == 10:
        return {"m": "عشرة", "f": "عشر"}[gender]
    ten = {"m": "عشر", "f": "عشرة"}[gender]
    if n == 11:
        return f"{'أحد' if gender == 'm' else 'إحدى'} {ten}"
    if n == 12:
        two = {"m": "اثن", "f": "اثنت"}[gender] + ("ا" if case == "nom" else "ي")
        return f"{two} {ten}"
    return f"{UNITS[gender][n - 10]} {ten}"


def below_hundred(n: int, gender: str, case: str) -> str:
    if n == 2 and case == "acc":
        return UNITS[gender][2][:-2] + "ين"
    if n < 10:
        return UNITS[gender][n]
    if n < 20:
        return teen(n, gender, case)
    tens = TENS[n // 10] + ("ون" if case == "nom" else "ين")
    unit = n % 10
    if not unit:
        return tens
    one = "إحدى" if unit == 1 and gender == "f" else below_hundred(unit, gender, case)
    return f"{one} و{tens}"


def words(n: int, gender: str, case: str, hundred: str, blank: bool) -> str:
    if n == 0:
        return "صفر"
    parts = []
    thousands, rest = divmod(n, 1000)
    if thousands == 1:
        parts.append("ألف")
    elif thousands == 2:
        parts.append("ألفان" if case == "nom" else "ألفين")
    elif thousands:
        parts.append(UNITS["m"][thousands] + " آلاف")
    hundreds, low = divmod(rest, 100)
    if hundreds == 1:
        parts.append(hundred)
    elif hundreds == 2:
        parts.append(hundred[:-1] + ("تان" if case == "nom" else "تين"))
    elif hundreds:
        stem = "ثمان" if hundreds == 8 else UNITS["f"][hundreds]
        parts.append(stem + (" " if blank else "") + hundred)
    if low:
        parts.append(below_hundred(low, gender, case))
    return " و".join(parts)


def first(text: str) -> Number | None:
    return read(tokens_of(text), 0, NUMBERS)


@pytest.mark.parametrize("gender", ["m", "f"])
@pytest.mark.parametrize("case", ["nom", "acc"])
def test_every_number_below_ten_thousand_is_read_back(gender: str, case: str) -> None:
    for n in range(10_000):
        text = words(n, gender, case, "مئة" if n % 2 else "مائة", n % 3 == 0)
        number = first(text)
        assert number is not None, text
        assert (number.value, number.end) == (n, len(tokens_of(text))), text


@given(st.integers(11, 999), st.integers(0, 999), st.sampled_from(["m", "f"]))
def test_thousands_of_any_size_are_read_back(thousands: int, rest: int, gender: str) -> None:
    text = words(thousands, "m", "acc", "مئة", False) + " ألفا"
    if rest:
        text += " و" + words(rest, gender, "acc", "مئة", False)
    number = first(text + " نازح")
    assert number is not None
    assert (number.value, number.end) == (thousands * 1000 + rest, len(tokens_of(text)))


@given(st.integers(0, 10**7))
def test_digits_of_both_scripts_and_grouped_digits_are_one_number(n: int) -> None:
    eastern = str(n).translate({ord("0") + d: chr(0x660 + d) for d in range(10)})
    for text in (str(n), eastern, f"{n:,}", f"{n:,}".replace(",", "٬")):
        number = first(text + " قتيلا")
        assert number is not None
        assert number.value == n


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("خمسة وعشرون جنديا", 25, 2),
        ("خمسة و عشرون جنديا", 25, 3),
        ("ثلاثمئة وأربعة عشر", 314, 3),
        ("مئة وخمسة وعشرين ألفا", 125_000, 4),
        ("25 ألفا", 25_000, 2),
        ("3 آلاف نازح", 3000, 2),
        ("١٢٠٠ عائلة", 1200, 1),
        ("2.5 مليون لاجئ", 2_500_000, 2),
        ("مليون و200 ألف شخص", 1_200_000, 4),
        ("مليون ونصف", 1_000_000, 1),
        ("مليونين ونصف", 2_000_000, 1),
        ("ألفا جندي", 2000, 1),
        ("ألفا وخمسمئة", 1500, 2),
        ("ألفي مقاتل", 2000, 1),
        ("واحد وعشرون قتيلا و ثلاثة جرحى", 21, 2),
        ("ثلاثة وأربعة", 3, 1),
        ("عشرين وخمسة", 20, 1),
        ("والعشرين", 20, 1),
        ("بثلاثة صواريخ", 3, 1),
        ("للثلاثين", 30, 1),
        ("ستة آلاف وستمئة وست وستين", 6666, 5),
        ("خمسة، وعشرون", 5, 1),
        ("سبعة 20", 7, 1),
    ],
)
def test_a_number_ends_where_its_words_end(text: str, value: int, length: int) -> None:
    number = first(text)
    assert number is not None
    assert (number.value, number.end) == (value, length)


@pytest.mark.parametrize("text", ["70% من", "آلاف النازحين", "أحد القادة", "1.5 متر", "كتيبة"])
def test_shares_plural_scales_and_one_of_are_no_numbers(text: str) -> None:
    assert first(text) is None


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [("الخامس عشر من", 15, 2), ("الحادي والعشرين", 21, 2), ("الثالث من", 3, 1), ("العاشرة", 10, 1)],
)
def test_ranks_are_marked_as_ordinal(text: str, value: int, length: int) -> None:
    number = first(text)
    assert number is not None
    assert (number.value, number.end, number.ordinal) == (value, length, True)


def test_the_article_and_attached_letters_are_told() -> None:
    number = first("وبالثلاثة")
    assert number is not None
    assert (number.definite, number.proclitics) == (True, "وب")
