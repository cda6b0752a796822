"""Clitics: the ways a written token can be a word with particles and pronouns attached."""

from collections.abc import Container, Iterator

from sijill.lexicon.entry import Reading

_PROCLITICS = (
    "",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "س",
    "وب",
    "ول",
    "وك",
    "وس",
    "فب",
    "فل",
    "فك",
    "فس",
)
_ENCLITICS = ("ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم", "ي", "ني")

_STARTING = {letter: tuple(p for p in _PROCLITICS if p[:1] in ("", letter)) for letter in "وفبلكس"}
"""By a word's first letter: the proclitics it can begin with."""
_ENDING = {
    letter: ("", *(e for e in _ENCLITICS if e[-1] == letter)) for letter in {*"".join(_ENCLITICS)}
}
"""By a word's last letter: the pronouns it can end with."""
_NONE = ("",)

ALLOWED: dict[str, tuple[frozenset[str], bool]] = {
    "verb": (frozenset(("", "و", "ف", "ل", "ول", "فل", "س", "وس", "فس")), True),
    "noun": (frozenset(p for p in _PROCLITICS if "س" not in p), True),
    "name": (frozenset(p for p in _PROCLITICS if "س" not in p), False),
    "particle": (frozenset(("", "و", "ف")), False),
    "pronominal": (frozenset(("", "و", "ف")), True),
}
"""For each class of entry: the proclitics it can carry (article aside) and whether a pronoun."""


def split(key: str, vocabulary: Container[str]) -> tuple[Reading, ...]:
    """Every reading of the folded `key` whose stem is in `vocabulary`, fewest clitics first.

    The article counts as a proclitic ("ال"), so "للنظام" reads both as ل + "النظام" and as
    ل + ال + "نظام".
    """
    found: list[Reading] = []
    enclitics = _ENDING.get(key[-1], _NONE)
    for proclitics in _STARTING.get(key[0], _NONE):
        if not key.startswith(proclitics) or len(key) - len(proclitics) < 2:
            continue
        for article, rest in _articles(proclitics, key[len(proclitics) :]):
            for enclitic in enclitics:
                if enclitic and (not rest.endswith(enclitic) or len(rest) - len(enclitic) < 2):
                    continue
                stem = rest[: len(rest) - len(enclitic)] if enclitic else rest
                found.extend(
                    Reading(proclitics + article, whole, enclitic)
                    for whole in _restored(stem, enclitic)
                    if whole in vocabulary
                )
    return tuple(dict.fromkeys(found))


def _articles(proclitics: str, rest: str) -> Iterator[tuple[str, str]]:
    yield "", rest
    if rest.startswith("ال") and len(rest) > 3:
        yield "ال", rest[2:]
    if proclitics.endswith("ل") and rest.startswith("ل") and len(rest) > 2:
        # ل + ال is written لل.
        yield "", "ا" + rest
        yield "ال", rest[1:]


def _restored(stem: str, enclitic: str) -> Iterator[str]:
    """The stem as it is written without the pronoun."""
    yield stem
    if not enclitic:
        return
    if stem.endswith("ت"):
        yield stem[:-1] + "ة"
    elif stem.endswith("ا"):
        yield stem[:-1] + "ى"
    elif stem.endswith("و"):
        yield stem + "ا"
    if stem.endswith(("او", "اي")):
        yield stem[:-1] + "ء"
