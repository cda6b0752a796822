"""Small words: phrases are looked for at a token, or right before it."""

import pytest

from sijill.lexicon.grammar import PhraseSet, compile_grammar
from sijill.lexicon.pack import bundled
from sijill.text.token import tokens_of

SET = PhraseSet(["في حين", "في", "بعد أن", "من قبل"])


@pytest.mark.parametrize(
    ("text", "index", "length"),
    [
        ("في حين قصف", 0, 2),
        ("في مأرب", 0, 1),
        ("وفي حين قصف", 0, 2),
        ("فبعد أن وصل", 0, 2),
        ("في، حين", 0, 1),
        ("قصف في", 0, 0),
        ("بعد ذلك", 0, 0),
    ],
)
def test_the_longest_phrase_at_a_token_is_taken(text: str, index: int, length: int) -> None:
    tokens = tokens_of(text)
    assert SET.at(tokens, index, len(tokens)) == length


def test_a_phrase_does_not_reach_past_the_stop() -> None:
    assert SET.at(tokens_of("بعد أن وصل"), 0, 1) == 0


@pytest.mark.parametrize(
    ("text", "index", "length"),
    [
        ("قصف من قبل الجيش", 3, 2),
        ("ومن قبل الجيش", 2, 2),
        ("وفي مأرب", 1, 1),
        ("من بعيد الجيش", 2, 0),
        ("الجيش", 0, 0),
    ],
)
def test_the_longest_phrase_right_before_a_token_is_taken(
    text: str, index: int, length: int
) -> None:
    assert SET.before(tokens_of(text), index, 0) == length


def test_a_phrase_before_does_not_reach_past_the_floor() -> None:
    assert SET.before(tokens_of("قصف من قبل الجيش"), 3, 2) == 0


def test_the_bundled_grammar_compiles_with_words_in_every_set() -> None:
    grammar = compile_grammar(bundled("ar"))
    assert grammar.boundary.phrases and grammar.agent.phrases and grammar.prepositions.phrases
    assert grammar.victims and grammar.before_noun
    assert grammar.headline_words > 0
