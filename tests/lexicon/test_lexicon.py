"""The lexicon finds every entry of every layer in one walk, clitics and misspellings included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.lexicon.entry import Entry, Match
from sijill.lexicon.lexicon import Lexicon
from sijill.text.fold import loosen
from sijill.text.token import COMMA, tokens_of

WORDS = ("دير", "الزور", "ريف", "حي", "القدم", "جيش", "قصف", "على", "مدينة")


def entry(phrase: str, layer: str = "place", clitics: str = "noun") -> Entry:
    return Entry(layer, phrase, tuple(phrase.split()), clitics, None)


def found(lexicon: Lexicon, text: str) -> list[tuple[str, int, int]]:
    matches = lexicon.scan(tokens_of(text))
    return [(m.entry.id, m.start, m.end) for layer in matches.values() for m in layer]


def test_words_and_phrases_that_begin_alike_are_all_found_the_longest_first() -> None:
    lexicon = Lexicon([entry("دير"), entry("دير الزور"), entry("دير الزور الشرقي")])
    assert found(lexicon, "دير الزور الشرقي") == [
        ("دير الزور الشرقي", 0, 3),
        ("دير الزور", 0, 2),
        ("دير", 0, 1),
    ]


def test_each_layer_gets_its_own_matches_of_the_same_word() -> None:
    lexicon = Lexicon([entry("القدم", "place", "name"), entry("القدم", "people", "name")])
    matches = lexicon.scan(tokens_of("القدم"))
    assert sorted(matches) == ["people", "place"]


@pytest.mark.parametrize(
    ("text", "proclitics", "enclitic"),
    [
        ("جيش", "", ""),
        ("والجيش", "وال", ""),
        ("للجيش", "لال", ""),
        ("وبجيشهم", "وب", "هم"),
        ("بالجيش", "بال", ""),
    ],
)
def test_a_match_says_which_clitics_it_bore(text: str, proclitics: str, enclitic: str) -> None:
    (match,) = Lexicon([entry("جيش")]).scan(tokens_of(text))["place"]
    assert (match.proclitics, match.enclitic) == (proclitics, enclitic)


@pytest.mark.parametrize(
    ("clitics", "text", "taken"),
    [
        ("noun", "سجيش", False),
        ("verb", "سيقصف", True),
        ("verb", "بيقصف", False),
        ("name", "جيشهم", False),
        ("particle", "وجيش", True),
        ("particle", "بجيش", False),
        ("particle", "الجيش", False),
    ],
)
def test_a_class_of_words_takes_only_its_clitics(clitics: str, text: str, taken: bool) -> None:
    lexicon = Lexicon([entry("جيش", clitics=clitics), entry("يقصف", clitics=clitics)])
    assert bool(found(lexicon, text)) is taken


def test_a_word_with_an_article_bears_no_pronoun() -> None:
    assert found(Lexicon([entry("قصف")]), "القصفهم") == []


@pytest.mark.parametrize("mark", ["، ", " - ", ". ", "\n"])
def test_a_phrase_ends_at_a_mark(mark: str) -> None:
    assert found(Lexicon([entry("دير الزور")]), f"دير{mark}الزور") == []


@pytest.mark.parametrize("between", [" ", " «", "_", "  "])
def test_blanks_and_quotes_do_not_part_a_phrase(between: str) -> None:
    assert found(Lexicon([entry("دير الزور")]), f"دير{between}الزور") != []


def test_a_phrase_cut_off_by_the_end_is_not_found() -> None:
    assert found(Lexicon([entry("دير الزور الشرقي")]), "دير الزور") == []


def test_later_words_of_a_phrase_may_be_misspelt() -> None:
    assert found(Lexicon([entry("مدينة القاهرة")]), "مدينة القاهره") != []


def test_a_first_word_is_read_loosely_only_where_nothing_matches_as_spelt() -> None:
    lexicon = Lexicon([entry("على", "small", "particle"), entry("مدينة")])
    assert found(lexicon, "مدينه") == [("مدينة", 0, 1)]
    both = Lexicon([entry("على", "small"), entry("علي", "name")])
    assert found(both, "على") == [("على", 0, 1)]
    assert found(both, "علي") == [("علي", 0, 1)]


def test_readings_are_those_whose_clitics_the_entry_allows() -> None:
    lexicon = Lexicon([entry("قصف", clitics="particle")])
    assert [r.proclitics for r in lexicon.readings("وقصف")] == ["و"]
    assert lexicon.readings("بقصف") == ()
    assert "قصف" in lexicon and "جيش" not in lexicon


PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=10).flatmap(
    lambda words: st.lists(
        st.sampled_from([" ", "، ", " («"]), min_size=len(words), max_size=len(words)
    ).map(lambda marks: "".join(w + m for w, m in zip(words, marks, strict=True)))
)


@given(st.lists(PHRASES, max_size=6, unique=True), TEXTS)
def test_the_walk_finds_what_trying_every_entry_everywhere_finds(
    phrases: list[str], text: str
) -> None:
    entries = [entry(phrase, clitics="name") for phrase in phrases]
    tokens = tokens_of(text)
    slow = {
        (one.id, start, start + len(one.words))
        for one in entries
        for start in range(len(tokens) - len(one.words) + 1)
        if tokens[start].key == one.words[0]
        and all(
            loosen(tokens[start + n].key) == loosen(one.words[n]) and tokens[start + n].gap < COMMA
            for n in range(1, len(one.words))
        )
    }
    assert set(found(Lexicon(entries), text)) == slow


@given(st.lists(PHRASES, min_size=1, max_size=6, unique=True), TEXTS)
def test_matches_stand_in_order_of_start_then_longest_first(phrases: list[str], text: str) -> None:
    for matches in Lexicon(map(entry, phrases)).scan(tokens_of(text)).values():
        order = [(m.start, -m.end) for m in matches]
        assert order == sorted(order)
        assert all(isinstance(m, Match) and m.start < m.end for m in matches)


@given(st.lists(TEXTS, max_size=4))
def test_what_was_read_before_changes_nothing(texts: list[str]) -> None:
    lexicon = Lexicon(map(entry, WORDS))
    first = [found(lexicon, text) for text in texts]
    assert [found(lexicon, text) for text in texts] == first
    assert [found(Lexicon(map(entry, WORDS)), text) for text in texts] == first
