"""The stems of a verb: what is left when person, number and mood are taken off."""

from typing import NamedTuple

from sijill.lexicon.verb.row import Verb
from sijill.lexicon.verb.sound import contracted


class Stem(NamedTuple):
    """A stem in the writing of `sound`, without the weak last radical of a defective verb."""

    sounds: str
    kind: str
    """sound, doubled, hollow or defective: how the stem meets an ending."""
    open: str = ""
    """The stem before the ن of the feminine plural, where it differs."""
    weak: str = ""
    """The weak last radical as it shows: و only in the past of form I verbs like "دعا"."""


class Stems(NamedTuple):
    """The four stems of the third person; a present stem begins with its prefix vowel."""

    past: Stem
    present: Stem
    passive_past: Stem
    passive_present: Stem


_PATTERNS = {
    "I": ("1a2{p}3", "a12{q}3", "1u2i3", "u12a3"),
    "II": ("1a2ّa3", "u1a2ّi3", "1u2ّi3", "u1a2ّa3"),
    "III": ("1A2a3", "u1A2i3", "1U2i3", "u1A2a3"),
    "IV": ("ءa12a3", "u12i3", "ءu12i3", "u12a3"),
    "V": ("ta1a2ّa3", "ata1a2ّa3", "tu1u2ّi3", "uta1a2ّa3"),
    "VI": ("ta1A2a3", "ata1A2a3", "tu1U2i3", "uta1A2a3"),
    "VII": ("en1a2a3", "an1a2i3", "en1u2i3", "un1a2a3"),
    "VIII": ("e8a2a3", "a8a2i3", "e8u2i3", "u8a2a3"),
    "IX": ("e12a3ّ", "a12a3ّ", "e12u3ّ", "u12a3ّ"),
    "X": ("esta12a3", "asta12i3", "estu12i3", "usta12a3"),
    "Q1": ("1a23a4", "u1a23i4", "1u23i4", "u1a23a4"),
    "Q2": ("ta1a23a4", "ata1a23a4", "tu1u23i4", "uta1a23a4"),
}
_HOLLOW = {
    "I": ("1A3", "a1{Q}3", "1I3", "u1A3"),
    "IV": ("ءa1A3", "u1I3", "ءu1I3", "u1A3"),
    "VII": ("en1A3", "an1A3", "en1I3", "un1A3"),
    "VIII": ("e8A3", "a8A3", "e8I3", "u8A3"),
    "X": ("esta1A3", "asta1I3", "estu1I3", "usta1A3"),
}
_NAMES = str.maketrans({"t": "ت", "n": "ن", "s": "س", "m": "م"})


def stems(verb: Verb) -> Stems:
    """The stems by the pattern of the verb's form and the kind of its root."""
    return Stems(*(_stem(verb, index) for index in range(4)))


def past_stem(verb: Verb) -> Stem:
    """The stem of the active past alone."""
    return _stem(verb, 0)


def _stem(verb: Verb, index: int) -> Stem:
    """The stem at `index` of `Stems`."""
    if verb.hollow:
        before_n = ""
        if verb.form == "I" and index == 0:  # "قُلن" but "خِفن", "جِئن"
            before_n = fill("1u3" if verb.present_vowel == "u" else "1i3", verb)
        return Stem(fill(_HOLLOW[verb.form][index], verb), "hollow", open=before_n)
    sounds = fill(_adapted(_PATTERNS[verb.form][index], index, verb), verb)
    if verb.defective:
        weak = "و" if index == 0 and verb.form == "I" and verb.root[2] == "و" else "ي"
        return Stem(sounds[:-1], "defective", weak=weak)
    if verb.doubled:
        return Stem(contracted(sounds), "doubled", open=sounds)
    return Stem(sounds, "sound")


def fill(pattern: str, verb: Verb) -> str:
    """The pattern with the root's letters for digits; `8` is the first radical with the ت
    of form VIII, `{p}` and `{q}` are the vowels of past and present."""
    pattern = pattern.translate(_NAMES)
    if "{" in pattern:
        vowel = verb.present_vowel
        pattern = pattern.format(p=verb.past_vowel, q=vowel, Q=vowel.upper())
    for digit, letter in enumerate(verb.root, start=1):
        pattern = pattern.replace(str(digit), letter)
    return pattern.replace("8", eighth(verb.root)) if "8" in pattern else pattern


def eighth(root: tuple[str, ...]) -> str:
    """The first radical with the infix of form VIII, in its sound: "تّ" in "اتهم"."""
    first = root[0]
    if first in "تويطدثظ":
        return {"ط": "طّ", "د": "دّ", "ث": "ثّ", "ظ": "ظّ"}.get(first, "تّ")
    if first == "ذ":
        return "دّ"
    if root == ("ء", "خ", "ذ"):
        return "تّ"
    if first in "صض":
        return first + "ط"
    return first + ("د" if first == "ز" else "ت")


def _adapted(pattern: str, index: int, verb: Verb) -> str:
    """The pattern for roots that lose or change a radical in one stem."""
    first, form = verb.root[0], verb.form
    drops = first == "و" and verb.present_vowel != "u" and not verb.doubled
    if form == "I" and index == 1 and drops:
        return "a2{q}3"
    if form == "IV" and first == "ي" and index != 0:
        return pattern.replace("1", "U").replace("uU", "U")
    if verb.root == ("ر", "ء", "ي") and (form == "IV" or (form == "I" and index in (1, 3))):
        return pattern.replace("12", "1")  # "يرى", "أرى": the hamza is not said
    return pattern
