"""Masdars and participles of a verb: as the row gives them, else by rule of the form."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from sijill.lexicon.noun import forms as noun_forms
from sijill.lexicon.noun import sound_feminine, sound_masculine
from sijill.lexicon.verb.inflect import Gender, Number
from sijill.lexicon.verb.row import Verb
from sijill.lexicon.verb.sound import contracted, spell
from sijill.lexicon.verb.stem import fill
from sijill.text.fold import fold

Kind = Literal["masdar", "active_participle", "passive_participle", "plural"]
Denotes = Literal["event", "agent", "patient"]


class Nominal(NamedTuple):
    """A noun of the verb's family as spelled without marks, folded, without the article."""

    surface: str
    kind: Kind
    """`plural` for the broken plurals that the row names."""
    number: Number
    gender: Gender
    base: str
    """The folded singular that this is a form of."""
    denotes: Denotes
    """event for a masdar, agent and patient for the participles; a plural as its singular."""
    doubtful: bool
    """Named in [[doubtful]] of verbs.toml, or a dual spelled like an adjective ("حربي")."""


_MASDARS = {
    "II": ("ta12I3", "ta12iيaة"),
    "III": ("mu1A2a3aة", "mu1A2Aة"),
    "IV": ("ءi12A3", "ءi12Aء"),
    "V": ("ta1a2ّu3", "ta1a2ّI"),
    "VI": ("ta1A2u3", "ta1A2I"),
    "VII": ("en1i2A3", "en1i2Aء"),
    "VIII": ("e8i2A3", "e8i2Aء"),
    "IX": ("e12i3A3", "e12i3A3"),
    "X": ("esti12A3", "esti12Aء"),
    "Q1": ("1a23a4aة", "1a23Aة"),
    "Q2": ("ta1a23u4", "ta1a23I"),
}
_HOLLOW_MASDARS = {
    "IV": "ءi1A3aة",
    "VII": "en1iيA3",
    "VIII": "e8iيA3",
    "X": "esti1A3aة",
}
_PARTICIPLES = {
    "II": ("mu1a2ّi3", "mu1a2ّa3"),
    "III": ("mu1A2i3", "mu1A2a3"),
    "IV": ("mu12i3", "mu12a3"),
    "V": ("muta1a2ّi3", "muta1a2ّa3"),
    "VI": ("muta1A2i3", "muta1A2a3"),
    "VII": ("mun1a2i3", "mun1a2a3"),
    "VIII": ("mu8a2i3", "mu8a2a3"),
    "IX": ("mu12a3ّ", "mu12a3ّ"),
    "X": ("musta12i3", "musta12a3"),
    "Q1": ("mu1a23i4", "mu1a23a4"),
    "Q2": ("muta1a23i4", "muta1a23a4"),
}
_HOLLOW_PARTICIPLES = {
    "IV": ("mu1I3", "mu1A3"),
    "VII": ("mun1A3", "mun1A3"),
    "VIII": ("mu8A3", "mu8A3"),
    "X": ("musta1I3", "musta1A3"),
}


def nominals(verb: Verb) -> tuple[Nominal, ...]:
    """Every written form of the verb's masdars, participles and named plurals, in that order.

    The sound plural of a masdar is taken to exist for all forms but I, and for every masdar
    in ة; other masdars of form I have the plurals of their row only.
    """
    masdars, active, passive = singulars(verb)
    found: list[Nominal] = []
    for base in masdars:
        found += _masdar_forms(base, verb)
    for base in active:
        found += _participle_forms(base, "active_participle", "agent", verb)
    for base in passive:
        found += _participle_forms(base, "passive_participle", "patient", verb)
    for base, plural in verb.plurals:
        singular = fold(base) or masdars[0]
        denotes: Denotes = "event"
        if singular in active:
            denotes = "agent"
        elif singular in passive:
            denotes = "patient"
        for surface in noun_forms(fold(plural), dual=False):
            found += _made(
                [surface], "plural", "plural", _gender(singular), singular, denotes, verb
            )
    return tuple(dict.fromkeys(found))


def singulars(verb: Verb) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The folded masdars, active and passive participles, by rule where the row has none."""
    return (
        _given(verb.masdars) if verb.masdars else _by_rule(_masdar(verb)),
        _given(verb.active_participles) if verb.active_participles else _by_rule(_active(verb)),
        _given(verb.passive_participles) if verb.passive_participles else _by_rule(_passive(verb)),
    )


def _given(nouns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(noun) for noun in nouns if noun != "-")


def _by_rule(sounds: str | None) -> tuple[str, ...]:
    return () if sounds is None else spell(sounds)[:1]


def _masdar(verb: Verb) -> str | None:
    if verb.form == "I":
        return None
    if verb.hollow:
        return fill(_HOLLOW_MASDARS[verb.form], verb)
    regular, defective = _MASDARS[verb.form]
    if verb.form == "II" and verb.root[2] == "ء":
        return fill("ta12i3aة", verb)
    if verb.defective:
        return _opened(fill(defective, verb), verb)
    if verb.doubled and verb.form in ("III", "VI"):
        return fill("mu1A2ّaة" if verb.form == "III" else "ta1A2ّ", verb)
    return _opened(fill(regular, verb), verb)


def _opened(sounds: str, verb: Verb) -> str:
    """The masdar with و or ي as first radical drawn into the i before it: "إيقاف"."""
    if verb.form in ("IV", "X") and verb.root[0] in "وي":
        return sounds.replace("i" + verb.root[0], "I", 1)
    return sounds


def _active(verb: Verb) -> str:
    if verb.form == "I":
        if verb.hollow:
            return fill("1Aءi3" if verb.root[2] != "ء" else "1AءI", verb)
        return _closed(fill("1A2i3", verb), verb)
    if verb.hollow:
        return fill(_HOLLOW_PARTICIPLES[verb.form][0], verb)
    return _closed(fill(_participle(verb, 0), verb), verb)


def _passive(verb: Verb) -> str | None:
    if not verb.has_passive:
        return None
    if verb.form == "I":
        if verb.hollow:
            return fill("ma1U3" if verb.root[1] == "و" else "ma1I3", verb)
        return (
            fill("ma12Uو" if verb.root[2] == "و" else "ma12U3", verb)
            .replace("Uو", "U")
            .replace("Uي", "I")
        )
    if verb.hollow:
        return fill(_HOLLOW_PARTICIPLES[verb.form][1], verb)
    return _closed(fill(_participle(verb, 1), verb), verb)


def _participle(verb: Verb, index: int) -> str:
    pattern = _PARTICIPLES[verb.form][index]
    if verb.form == "IV" and verb.root[0] == "ي":
        return pattern.replace("u1", "U", 1)
    return pattern


def _closed(sounds: str, verb: Verb) -> str:
    """A participle's end: doubled radicals drawn together, a weak radical as long vowel."""
    if verb.defective:
        return sounds[:-2] + ("Y" if sounds[-2] == "a" else "I")
    return contracted(sounds) if verb.doubled else sounds


def _masdar_forms(base: str, verb: Verb) -> Iterator[Nominal]:
    yield from _singular_and_dual(base, "masdar", "event", verb)
    if verb.form != "I" or base.endswith("ة"):
        plural = sound_feminine(base).replace("اات", "ات")  # "مفاجأة", "مفاجآت"
        yield from _made([plural], "masdar", "plural", "feminine", base, "event", verb)


def _participle_forms(base: str, kind: Kind, denotes: Denotes, verb: Verb) -> Iterator[Nominal]:
    """Both genders; a participle in ي or ى loses it before the endings of the plural."""
    yield from _singular_and_dual(base, kind, denotes, verb)
    if not verb.defective or (verb.form == "I" and kind == "passive_participle"):
        short, feminine = base, base + "ة"
    elif base.endswith("ى"):
        short, feminine = base[:-1], base[:-1] + "اة"
    else:
        short, feminine = base.removesuffix("ي"), base + "ة"
    if not base.endswith("ة"):
        men = sound_masculine(short)
        yield from _made(men, kind, "plural", "masculine", base, denotes, verb)
        yield from _singular_and_dual(feminine, kind, denotes, verb, base)
        women = sound_feminine(feminine if not base.endswith("ى") else short + "ية")
        yield from _made([women], kind, "plural", "feminine", base, denotes, verb)


def _singular_and_dual(
    noun: str, kind: Kind, denotes: Denotes, verb: Verb, base: str = ""
) -> Iterator[Nominal]:
    gender, base = _gender(noun), base or noun
    singular = list(noun_forms(noun, dual=False))
    if noun.endswith("ي") and verb.defective and _indefinite(kind, verb):
        singular.append(noun[:-1])  # the indefinite "تصد", "متصد"
    yield from _made(singular, kind, "singular", gender, base, denotes, verb)
    dual = [form for form in noun_forms(noun) if form not in singular]
    if noun.endswith("ى"):
        dual = [noun[:-1] + "يان", noun[:-1] + "يين"]
    yield from _made(dual, kind, "dual", gender, base, denotes, verb)


def _indefinite(kind: Kind, verb: Verb) -> bool:
    """The last ي is weak and falls in the indefinite; that of "نفي" and "منفي" stays."""
    return kind == "active_participle" or (kind == "masdar" and verb.form in ("V", "VI", "Q2"))


def _made(
    surfaces: Iterable[str],
    kind: Kind,
    number: Number,
    gender: Gender,
    base: str,
    denotes: Denotes,
    verb: Verb,
) -> Iterator[Nominal]:
    for surface in surfaces:
        if surface in verb.never:
            continue
        # "هجومي", "حربي" are adjectives far more often than a dual without its ن.
        adjective = kind == "masdar" and surface == base + "ي"
        doubtful = adjective or surface in verb.doubtful
        yield Nominal(surface, kind, number, gender, base, denotes, doubtful)


def _gender(noun: str) -> Gender:
    return "feminine" if noun.endswith("ة") else "masculine"
