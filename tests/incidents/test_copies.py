"""One text in many outlets is one voice."""

import random

from sijill.incidents.copies import chains_of

WORDS = [f"كلمة{chr(0x0628 + n % 30)}{n}" for n in range(3000)]


def text(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).sample(WORDS, length))


def test_a_text_that_is_printed_again_with_an_opening_is_a_copy() -> None:
    first = text(1)
    assert chains_of([("b", "نقلت الصحيفة ما يلي: " + first), ("a", first)]) == {"a": "a", "b": "a"}


def test_a_text_that_was_cut_in_half_is_a_copy() -> None:
    first = text(1)
    assert set(chains_of([("a", first), ("b", first[: len(first) // 2])])) == {"a", "b"}


def test_a_text_with_one_other_word_in_thirty_is_a_copy() -> None:
    words = text(1).split()
    changed = ["غيره" if n % 30 == 29 else word for n, word in enumerate(words)]
    assert set(chains_of([("a", " ".join(words)), ("b", " ".join(changed))])) == {"a", "b"}


def test_spelling_and_marks_do_not_hide_a_copy() -> None:
    one = "قُتل ثلاثة أشخاص في انفجار عبوة ناسفة على طريق القرية صباح الثلاثاء"
    other = "قتل ثلاثة اشخاص، في انفجار «عبوة» ناسفة على طريق القريه صباح الثلاثاء."
    assert set(chains_of([("a", one), ("b", other)])) == {"a", "b"}


def test_a_bulletin_that_reprints_ten_texts_makes_no_chain_of_them() -> None:
    items = [(f"r{n}", text(n, 60)) for n in range(10)]
    bulletin = ("bulletin", "\n".join(item for _, item in items))
    assert chains_of([*items, bulletin]) == {}


def test_texts_of_their_own_are_no_copies() -> None:
    assert chains_of([(str(n), text(n)) for n in range(40)]) == {}


def test_a_stock_phrase_makes_no_copies() -> None:
    phrase = "تابعوا آخر الأخبار عبر قناتنا على تطبيق تلغرام "
    assert chains_of([(str(n), phrase + text(n, 80)) for n in range(200)]) == {}


def test_a_text_in_a_hundred_outlets_is_one_chain_in_any_order() -> None:
    first = text(1).split()
    copies = []
    for number in range(100):
        words = list(first)
        words[number * 2] = "غيره"
        copies.append((f"{number:03}", " ".join(words)))
    expected = {f"{number:03}": "000" for number in range(100)}
    assert chains_of(copies) == expected
    random.Random(5).shuffle(copies)
    assert chains_of(copies) == expected


def test_texts_without_words_are_no_copies_of_each_other() -> None:
    assert chains_of([("a", ""), ("b", ""), ("c", "…")]) == {}
