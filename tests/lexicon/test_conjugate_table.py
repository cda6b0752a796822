"""A table of verbs is read whole, or refused with every fault named."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.errors import PackError
from sijill.lexicon.conjugate import forms, nominals, read_verbs
from sijill.lexicon.verb.table import COLUMNS
from sijill.text.fold import fold

EMPTY = dict.fromkeys(COLUMNS, "")
KILL = EMPTY | {
    "lemma": "قَتَلَ",
    "root": "ق ت ل",
    "form": "I",
    "present_vowel": "u",
    "masdar": "قتل",
    "gloss": "kill",
}
ATTACK = EMPTY | {"lemma": "هاجَمَ", "root": "ه ج م", "form": "III", "gloss": "attack"}


def problems(*rows: Mapping[str, str], rules: Mapping[str, Any] | None = None) -> list[str]:
    with pytest.raises(PackError) as caught:
        read_verbs(rows, rules)
    return caught.value.problems


def test_rows_are_read_in_order() -> None:
    assert [verb.gloss for verb in read_verbs([KILL, ATTACK])] == ["kill", "attack"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"form": "XI"}, "form 'XI' is none of"),
        ({"root": "قتل"}, "is not single letters"),
        ({"root": "ق ت ل ل"}, "has 4 letters"),
        ({"present_vowel": ""}, "present_vowel is a, i or u"),
        ({"masdar": ""}, "no masdar by rule"),
        ({"passive": "maybe"}, "passive is yes, no or empty"),
        ({"gloss": ""}, "lemma and gloss must be given"),
        ({"root": "ق ت م"}, "root and form give 'قتم', not 'قَتَلَ'"),
        ({"root": "ق ا ل"}, "is not single letters"),
        ({"masdar": "-", "plural": "قتول"}, "plural of '', which is not a noun of the row"),
        ({"plural": "قتيل:قتلى"}, "plural of 'قتيل', which is not a noun of the row"),
    ],
)
def test_a_faulty_row_is_named_with_its_number(change: dict[str, str], fault: str) -> None:
    (problem,) = problems(ATTACK, KILL | change)
    assert problem.startswith("verbs.csv row 3: ")
    assert fault in problem


def test_all_faults_are_reported_at_once() -> None:
    assert len(problems(KILL | {"form": "XI"}, ATTACK, ATTACK)) == 2


def test_a_missing_column_is_a_fault() -> None:
    row = {key: value for key, value in KILL.items() if key != "gloss"}
    assert problems(row) == ["verbs.csv row 2: no value for gloss"]


def test_a_false_friend_needs_a_reason_and_a_known_verb() -> None:
    rules: dict[str, Any] = {"never": [{"surface": "قتل"}]}
    assert "needs `surface` and `reason`" in problems(KILL, rules=rules)[0]
    rules = {"doubtful": [{"surface": "قتل", "reason": "noun", "verbs": ["نَفى"]}]}
    assert problems(KILL, rules=rules) == ["verbs.toml: no verb 'نفى' in verbs.csv"]


def test_a_false_friend_can_be_limited_to_one_verb() -> None:
    rules = {"never": [{"surface": "قتلت", "reason": "a test", "verbs": ["قَتَلَ"]}]}
    (verb,) = read_verbs([KILL], rules)
    assert "قتلت" not in {form.surface for form in forms(verb)}
    assert "قتل" in {form.surface for form in forms(verb)}


STRONG = st.sampled_from("بثجحخدذرزسشصضطظعغفقكلمنه")
PATTERN = {
    "II": "{0}{1}{2}",
    "III": "{0}ا{1}{2}",
    "IV": "ا{0}{1}{2}",
    "V": "ت{0}{1}{2}",
    "VI": "ت{0}ا{1}{2}",
    "VII": "ان{0}{1}{2}",
    "X": "است{0}{1}{2}",
}


@given(st.lists(STRONG, min_size=3, max_size=3, unique=True), st.sampled_from(sorted(PATTERN)))
def test_a_strong_root_keeps_its_letters_in_every_form(root: list[str], form: str) -> None:
    row = ATTACK | {"lemma": PATTERN[form].format(*root), "root": " ".join(root), "form": form}
    (verb,) = read_verbs([row])
    surfaces = [f.surface for f in forms(verb)] + [n.surface for n in nominals(verb)]
    for surface in surfaces:
        rest = iter(surface)
        assert all(letter in rest for letter in root), surface
        assert fold(surface) == surface


@given(
    st.text("ءبتوي اأىّ", max_size=6),
    st.lists(st.sampled_from("ءبتوي"), max_size=4),
    st.sampled_from(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "Q1", "Q2"]),
)
def test_any_row_is_read_or_refused(lemma: str, root: list[str], form: str) -> None:
    row = KILL | {"lemma": lemma, "root": " ".join(root), "form": form}
    row |= {"present_vowel": "i" if form == "I" else ""}
    try:
        (verb,) = read_verbs([row])
    except PackError:
        return
    assert forms(verb)
    assert nominals(verb)
