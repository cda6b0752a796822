"""Lists: what a colon leads to, and the heads of items."""

import pytest
from hypothesis import given

from sijill.text.items import heads_of, lists_of
from sijill.text.sentence import Sentence, sentences_of
from sijill.text.token import Token, tokens_of
from tests.text.alphabet import LINES


def parts(text: str) -> tuple[str, list[Token], list[Sentence]]:
    tokens = tokens_of(text)
    return text, tokens, sentences_of(text, tokens)


def written(text: str, tokens: list[Token], words: Sentence) -> str:
    return text[tokens[words.start].start : tokens[words.end - 1].end]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("الغارات: صور، مركبا، بيت ليف", ["صور", "مركبا", "بيت ليف"]),
        ("قصف على: صور - مركبا / عيترون", ["صور", "مركبا", "عيترون"]),
        ("الغارات:\nصور\nبيت ليف", ["صور", "بيت ليف"]),
        ("الغارات:\n- صور\n- مركبا\n\nانتهى الموجز هنا", ["صور", "مركبا"]),
        ("الغارات:\n1- صور\n2- مركبا", ["صور", "مركبا"]),
        ("الغارات:\nصور\nالقصف:\nمركبا", ["صور"]),
        ("قال شاهد: سمعنا دوي انفجار كبير هز المدينة كلها، ثم هدأ", []),
        ("عند الساعة 10:15 وقع انفجار، وهدأ", []),
        ("درعا: قصف", []),
        ("", []),
    ],
)
def test_a_colon_leads_to_short_items_in_lines_or_between_commas(
    text: str, items: list[str]
) -> None:
    whole, tokens, sentences = parts(text)
    found = lists_of(whole, tokens, sentences)
    first = found[0].items if found else ()
    assert [written(whole, tokens, item) for item in first] == items


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("درعا: قصف مدفعي", ["درعا"]),
        ("ريف حماة الشمالي: قصف مدفعي\nإدلب: غارة", ["ريف حماة الشمالي", "إدلب"]),
        ("قال مصدر في جهاز الأمن الوطني: وقع انفجار", []),
        ("10:15 قصف مدفعي", []),
    ],
)
def test_a_few_words_before_a_colon_head_an_item(text: str, heads: list[str]) -> None:
    whole, tokens, sentences = parts(text)
    assert [written(whole, tokens, head) for head in heads_of(whole, tokens, sentences)] == heads


@given(LINES)
def test_items_and_heads_are_tokens_of_the_text(text: str) -> None:
    whole, tokens, sentences = parts(text)
    for listed in lists_of(whole, tokens, sentences):
        assert 0 <= listed.start < listed.end <= listed.items[0].start
        assert all(item.start < item.end <= len(tokens) for item in listed.items)
    assert all(head.start < head.end for head in heads_of(whole, tokens, sentences))
