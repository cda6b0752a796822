"""Residue: menus, counters and other headlines are set aside; the report is not."""

from itertools import pairwise

import pytest
from hypothesis import given

from sijill.lexicon.pack import bundled
from sijill.text.residue import compile_rules, find
from tests.text.alphabet import LINES

RULES = compile_rules(bundled("ar").rules["residue"])


@given(LINES)
def test_residue_lies_in_the_text_in_order_without_overlap(text: str) -> None:
    spans = [piece.span for piece in find(text, RULES)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(LINES)
def test_residue_is_made_of_whole_lines(text: str) -> None:
    for piece in find(text, RULES):
        assert piece.span.start == 0 or text[piece.span.start - 1] in "\r\n"
        assert piece.span.end == len(text) or text[piece.span.end] in "\r\n"
        assert not set(piece.span.of(text)) & set("\r\n")


@given(LINES)
def test_without_rules_only_foreign_and_repeated_lines_are_set_aside(text: str) -> None:
    kinds = {piece.kind for piece in find(text, compile_rules({}))}
    assert kinds <= {"foreign", "ornament", "repeat", "teaser"}


LEAD = "قصفت طائرات حربية بلدة الزهراء صباح اليوم وأصابت منازل عدة قرب السوق القديم في وسط البلدة"
PAGE = f"""قصف على بلدة الزهراء
***
{LEAD[:70]}...
Share
{LEAD}، وأوقعت جرحى بحسب ناشطين من أهالي البلدة تحدثوا أمس.
اقرأ أيضا
اشتباكات في حي الميدان
هجوم على حاجز غربي المدينة
غارة على معبر حدودي"""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("***", "ornament"),
        ("Share", "foreign"),
        (f"{LEAD[:70]}...", "teaser"),
        ("اقرأ أيضا", "related"),
        ("هجوم على حاجز غربي المدينة", "related"),
    ],
)
def test_what_a_page_puts_around_its_report_is_told_by_kind(words: str, kind: str) -> None:
    kinds = {piece.span.of(PAGE): piece.kind for piece in find(PAGE, RULES)}
    assert kinds.get(words) == kind or (kinds.get(words) == "label" and kind == "related")


def test_headline_and_body_of_a_page_are_kept() -> None:
    aside = {piece.span.of(PAGE) for piece in find(PAGE, RULES)}
    assert not any("قصف على بلدة" in line or line.startswith(f"{LEAD}،") for line in aside)


def test_a_post_that_is_nothing_but_short_lines_is_kept() -> None:
    lines = [
        "عاجل | ريف إدلب",
        "قصف مدفعي مكثف يستهدف أطراف بلدتي كنصفرة والبارة",
        "إصابة مدني بشظايا القصف في بلدة البارة",
        "الطيران يشن أربع غارات على محيط بلدة سرمدا",
        "حركة نزوح من القرى القريبة من خطوط التماس",
        "وصول عشرات العائلات إلى مخيمات الشمال منذ الصباح",
    ]
    kinds = {piece.kind for piece in find("\n".join(lines), RULES)}
    assert "list" not in kinds
