"""What the vowel marks in a token, as written, say about the voice of a verb."""

from typing import Literal

_FATHA, _DAMMA, _KASRA, _SHADDA = "\u064e", "\u064f", "\u0650", "\u0651"
_TANWIN = "\u064b\u064c\u064d"
_MARKS = "\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u0640"
_PREFIXES = "يت"


def evidence(raw: str) -> Literal["passive", "active"] | None:
    """The voice that the written vowels of `raw`, an unfolded verb token, speak for.

    The first letter of the stem decides: u is passive in the past ("قُتل") and, in the
    present, where no i follows it ("يُعتقل", not "يُهاجِم"); a is active. None where the marks
    say nothing, as in most tokens. و and ف before the stem are passed over.
    """
    if raw.isascii() or not any(mark in raw for mark in (_FATHA, _DAMMA)):
        return None
    if any(mark in raw for mark in _TANWIN):
        return None
    letters = _letters(raw)
    start = _stem(letters)
    if start is None:
        return None
    letter, marks = letters[start]
    if _FATHA in marks:
        return "active"
    if _DAMMA not in marks:
        return None
    if letter not in _PREFIXES:
        return "passive"
    rest = "".join(m for _, m in letters[start + 1 :])
    if _KASRA in rest:
        return "active"
    return None if _SHADDA in rest and _FATHA not in rest else "passive"


def _letters(raw: str) -> list[tuple[str, str]]:
    """Each letter with the marks on it."""
    letters: list[tuple[str, str]] = []
    for char in raw:
        if char in _MARKS:
            if letters:
                letters[-1] = (letters[-1][0], letters[-1][1] + char)
        else:
            letters.append((char, ""))
    return letters


def _stem(letters: list[tuple[str, str]]) -> int | None:
    """Where the letter stands whose vowel tells the voice; None if that letter has no mark.

    It is the first letter of the stem, or one of the next three where the stem begins with a
    silent alef ("استُهدف").
    """
    after_alef = 0
    for index, (letter, marks) in enumerate(letters):
        if _FATHA in marks or _DAMMA in marks:
            if not _is_clitic(letters, index) or _DAMMA not in letters[index + 1][1]:
                return index
        elif letter in "اٱ" and not after_alef:
            after_alef = index + 1
        elif after_alef:
            if index - after_alef >= 2:
                return None
        elif not _is_clitic(letters, index):
            return None
    return None


def _is_clitic(letters: list[tuple[str, str]], index: int) -> bool:
    """و or ف before a stem of three letters, or س before a prefix of the present."""
    letter, marks = letters[index]
    if _DAMMA in marks or index + 1 >= len(letters):
        return False
    if letter == "س":
        return index <= 1 and letters[index + 1][0] in _PREFIXES
    return letter in "وف" and index == 0 and len(letters) > 3
