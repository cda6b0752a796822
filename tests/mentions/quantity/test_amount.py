"""Amounts follow the codebook's table."""

from collections.abc import Callable

import pytest

from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.amount import read_amount
from sijill.mentions.quantity.vocabulary import Vocabulary
from sijill.model.mention import Amount

TABLE = [
    ("25 عنصرا", 25, 25, False),
    ("خمسة وعشرين", 25, 25, False),
    ("25 على الأقل", 25, None, False),
    ("خمسون على أقل تقدير", 50, None, False),
    ("ما لا يقل عن 25", 25, None, False),
    ("لا يقل عن خمسة", 5, None, False),
    ("أكثر من 11", 12, None, False),
    ("ما يزيد عن مئة", 101, None, False),
    ("ما يزيد على 60", 61, None, False),
    ("قرابة 40", 40, 40, True),
    ("نحو 40", 40, 40, True),
    ("حوالي أربعين", 40, 40, True),
    ("زهاء 300", 300, 300, True),
    ("ما يقارب 70", 70, 70, True),
    ("ما يقرب من ألف", 1000, 1000, True),
    ("بين 10 و15", 10, 15, False),
    ("ما بين عشرة و 15", 10, 15, False),
    ("من 10 إلى 15", 10, 15, False),
    ("10-15", 10, 15, False),
    ("35 إلى 40", 35, 40, False),
    ("ثلاثة أو أربعة", 3, 4, False),
    ("أقل من 40", 0, 39, False),
    ("لا يزيد عن 40", 0, 40, False),
    ("ما يصل إلى 40", 0, 40, False),
    ("حتى 40", 0, 40, False),
    ("العشرات", 20, 99, True),
    ("عشرات", 20, 99, True),
    ("المئات", 200, 999, True),
    ("الآلاف", 2000, 9999, True),
    ("عشرات الآلاف", 20000, 99999, True),
    ("عدد من", 2, None, True),
    ("مجموعة من", 2, None, True),
    ("عدة", 2, None, True),
    ("بعض", 2, None, True),
    ("العديد من", 2, None, True),
    ("عدد كبير من", 2, None, True),
    ("بضعة", 2, None, True),
    ("أحد", 1, 1, False),
    ("“18”", 18, 18, False),
    ("(33)", 33, 33, False),
    ("أكثر من 25 ألفا", 25_001, None, False),
]


@pytest.mark.parametrize(("text", "low", "high", "approximate"), TABLE)
def test_an_amount_reads_as_the_table_says(
    tagged: Callable[[str], Tagged],
    vocabulary: Vocabulary,
    text: str,
    low: int,
    high: int | None,
    approximate: bool,
) -> None:
    quantity = read_amount(tagged(text), 0, vocabulary)
    assert quantity is not None
    assert quantity.amount == Amount(low, high, approximate)


@pytest.mark.parametrize(
    "text", ["12-3-2018", "الاثنين", "الثالث", "من المدينة", "بين الطرفين", "70%", "كتيبة"]
)
def test_dates_days_ranks_and_shares_are_no_amounts(
    tagged: Callable[[str], Tagged], vocabulary: Vocabulary, text: str
) -> None:
    quantity = read_amount(tagged(text), 0, vocabulary)
    assert quantity is None or quantity.amount == Amount(12, 12, False)
