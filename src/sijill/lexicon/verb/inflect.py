"""Third persons of a verb, from its stems."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from sijill.lexicon.verb.row import Verb
from sijill.lexicon.verb.sound import lengthened, shortened, spell
from sijill.lexicon.verb.stem import Stem, past_stem, stems

Tense = Literal["past", "present"]
Voice = Literal["active", "passive"]
Gender = Literal["masculine", "feminine"]
Number = Literal["singular", "dual", "plural"]
Mood = Literal["indicative", "subjunctive", "jussive"]


class Form(NamedTuple):
    """A third person of a verb as spelled without marks, folded.

    `mood` is indicative where the spelling is; the past counts as indicative. `subjunctive`
    stands for the endings without ن that subjunctive and jussive share, `jussive` for a
    singular that loses a letter after "لم".
    """

    surface: str
    tense: Tense
    voice: Voice
    gender: Gender
    number: Number
    mood: Mood
    doubtful: bool
    """The surface is more often another word: see [[doubtful]] in verbs.toml."""


_Cell = tuple[str, Gender, Number, Mood]

_M: Gender = "masculine"
_F: Gender = "feminine"


def forms(verb: Verb) -> tuple[Form, ...]:
    """Every third person of the verb, without those its row or the pack rules out.

    In order of voice, tense, number, gender; a spelling that serves several of them is there
    once for each.
    """
    active_past, active_present, passive_past, passive_present = stems(verb)
    found = [*_tense("past", "active", _past(active_past), verb)]
    found += _tense("present", "active", _present(active_present), verb)
    if verb.has_passive:
        found += _tense("past", "passive", _past(passive_past), verb)
        found += _tense("present", "passive", _present(passive_present), verb)
    return tuple(dict.fromkeys(found))


def lemma_surfaces(verb: Verb) -> tuple[str, ...]:
    """The spellings of the third person masculine singular past that root and form give."""
    return spell(next(_past(past_stem(verb)))[0])


def _tense(tense: Tense, voice: Voice, cells: Iterator[_Cell], verb: Verb) -> Iterator[Form]:
    never, doubtful = verb.never, verb.doubtful
    for sounds, gender, number, mood in cells:
        for surface in spell(sounds):
            if surface not in never:
                yield Form(surface, tense, voice, gender, number, mood, surface in doubtful)


def _past(stem: Stem) -> Iterator[_Cell]:
    if stem.kind == "defective":
        yield from _defective_past(stem)
        return
    sounds = stem.sounds
    yield sounds + "a", _M, "singular", "indicative"
    yield sounds + "aت", _F, "singular", "indicative"
    yield sounds + "A", _M, "dual", "indicative"
    yield sounds + "aتA", _F, "dual", "indicative"
    yield sounds + "Ue", _M, "plural", "indicative"
    yield _before_n(stem) + "a", _F, "plural", "indicative"


def _before_n(stem: Stem) -> str:
    """The stem with the ن of the feminine plural: a last ن takes it in."""
    sounds = stem.open or (shortened(stem.sounds) if stem.kind == "hollow" else stem.sounds)
    return sounds + ("ّ" if sounds.endswith("ن") else "ن")


def _defective_past(stem: Stem) -> Iterator[_Cell]:
    sounds, weak = stem.sounds, stem.weak
    if sounds.endswith("i"):
        yield sounds + "يa", _M, "singular", "indicative"
        yield sounds + "يaت", _F, "singular", "indicative"
        yield sounds + "يA", _M, "dual", "indicative"
        yield sounds + "يaتA", _F, "dual", "indicative"
        yield sounds[:-1] + "Ue", _M, "plural", "indicative"
        yield lengthened(sounds) + "نa", _F, "plural", "indicative"
        return
    body = sounds[:-1]
    yield body + _final_a(body, weak), _M, "singular", "indicative"
    yield sounds + "ت", _F, "singular", "indicative"
    yield sounds + weak + "A", _M, "dual", "indicative"
    yield sounds + "تA", _F, "dual", "indicative"
    yield sounds + "وe", _M, "plural", "indicative"
    yield sounds + weak + "نa", _F, "plural", "indicative"


def _final_a(body: str, weak: str) -> str:
    """A final long a: ا for a root in و and after ي, else ى."""
    return "A" if weak == "و" or body.removesuffix("ّ").endswith("ي") else "Y"


def _present(stem: Stem) -> Iterator[_Cell]:
    if stem.kind == "defective":
        yield from _defective_present(stem)
        return
    sounds = stem.sounds
    for prefix, gender in (("ي", _M), ("ت", _F)):
        yield prefix + sounds + "u", gender, "singular", "indicative"
        if stem.kind == "hollow":
            yield prefix + shortened(sounds), gender, "singular", "jussive"
        yield prefix + sounds + "Aنi", gender, "dual", "indicative"
        yield prefix + sounds + "A", gender, "dual", "subjunctive"
    yield "ي" + sounds + "Uنa", _M, "plural", "indicative"
    yield "ي" + sounds + "Ue", _M, "plural", "subjunctive"
    yield "ي" + _before_n(stem) + "a", _F, "plural", "indicative"


def _defective_present(stem: Stem) -> Iterator[_Cell]:
    sounds = stem.sounds
    body, vowel = sounds[:-1], sounds[-1]
    last = {"a": _final_a(body, "ي"), "i": "I", "u": "U"}[vowel]
    glide = "و" if vowel == "u" else "ي"
    plural = "aو" if vowel == "a" else "U"
    for prefix, gender in (("ي", _M), ("ت", _F)):
        yield prefix + body + last, gender, "singular", "indicative"
        yield prefix + sounds, gender, "singular", "jussive"
        yield prefix + sounds + glide + "Aنi", gender, "dual", "indicative"
        yield prefix + sounds + glide + "A", gender, "dual", "subjunctive"
    yield "ي" + body + plural + "نa", _M, "plural", "indicative"
    yield "ي" + body + plural + "e", _M, "plural", "subjunctive"
    yield "ي" + sounds + glide + "نa", _F, "plural", "indicative"
