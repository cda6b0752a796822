"""The sounds of a verb form and their spelling.

A form is built as a string of Arabic consonants with Latin vowels between them: `a i u` short,
`A I U` long, `Y` a long final a written ى, `ّ` after a doubled consonant, `ء` for every hamza,
`e` for the silent alef that begins or closes a word. `spell` turns it into folded letters.
"""

import re

_LETTERS: dict[int, str | None] = {ord(c): None for c in "aiuّ"}
_LETTERS |= {ord("A"): "ا", ord("I"): "ي", ord("U"): "و", ord("Y"): "ى", ord("e"): "ا"}

_TWO_HAMZAS = re.compile("^ء([aiu])ء(?![aiuAIUYّ])")
_SHORT = "aiu"
_LONG = {"a": "A", "i": "I", "u": "U"}


def spell(sounds: str) -> tuple[str, ...]:
    """The folded spellings in use, the prescribed one first.

    There are two where a hamza stands before a long u: "بدؤوا" and "بدأوا".
    """
    if "ء" not in sounds:
        return (sounds.translate(_LETTERS),)
    sounds = _TWO_HAMZAS.sub(lambda m: "ء" + _LONG[m[1]], sounds).rstrip(_SHORT)
    first: list[str] = []
    second: list[str] = []
    for index, sound in enumerate(sounds):
        if sound != "ء":
            if sound == "A" and first and first[-1] == "ا" and sounds[index - 1] == "ء":
                continue  # أ + ا is the one letter آ
            first.append(sound)
            second.append(sound)
            continue
        before, after = sounds[:index], sounds[index + 1 :].removeprefix("ّ")[:1]
        first.append(_seat(before, after))
        second.append(_unseated(before) if after == "U" and before else first[-1])
    return tuple(dict.fromkeys("".join(s).translate(_LETTERS) for s in (first, second)))


def _seat(before: str, after: str) -> str:
    """The folded letter that carries a hamza after `before` and ahead of the sound `after`."""
    if before in ("", "e"):
        return "ا"
    last = before[-1]
    if after == "":
        return {"a": "ا", "i": "ي", "u": "و"}.get(last, "ء")
    if last in "iIي" or after in "iI":
        return "ي"
    if last == "u" or after in "uU":
        return "و"
    return "ء" if last in "AU" else "ا"


def _unseated(before: str) -> str:
    """The letter that many writers keep before a long u: "بدأوا", "جاءوا", "مسئول"."""
    last = before[-1]
    return {"a": "ا", "A": "ء", "u": "و", "U": "ء"}.get(last, "ي")


def lengthened(stem: str) -> str:
    """The stem with the short vowel before its last consonant gone long: `نفi` to `نفI`."""
    return stem[:-1] + _LONG[stem[-1]] if stem[-1] in _SHORT else stem


def shortened(stem: str) -> str:
    """A hollow stem as it is before a consonant: `قAل` to `قaل`, which drops a letter."""
    return stem[:-2] + stem[-2].lower() + stem[-1]


def contracted(stem: str) -> str:
    """A stem with two equal last consonants drawn together: `شanan` as letters to `شanّ`."""
    before, vowel, last = stem[:-3], stem[-2], stem[-1]
    if before and before[-1] in "aiuAIU":
        return before + last + "ّ"
    return before + vowel + last + "ّ"
