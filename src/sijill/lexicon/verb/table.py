"""The table of verbs: one verb a row, read and checked."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sijill.errors import PackError
from sijill.lexicon.verb.derive import singulars
from sijill.lexicon.verb.inflect import lemma_surfaces
from sijill.lexicon.verb.row import Verb
from sijill.text.fold import fold

FORMS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "Q1", "Q2")
NO_PASSIVE = ("VII", "IX")
COLUMNS = (
    "lemma",
    "root",
    "form",
    "present_vowel",
    "masdar",
    "active_participle",
    "passive_participle",
    "plural",
    "passive",
    "gloss",
)
_RADICAL = re.compile("[ءأإؤئبت-غف-هوي]")
_VOWELS = {"\u064e": "a", "\u0650": "i", "\u064f": "u"}


def read_verbs(
    rows: Iterable[Mapping[str, str]], rules: Mapping[str, Any] | None = None
) -> list[Verb]:
    """The verbs of `verbs.csv`, with the false friends of `verbs.toml` in `rules`.

    Raises PackError with every fault found, each with its row; the first row under the
    heading is row 2.
    """
    friends, problems = _false_friends(rules or {})
    verbs: list[Verb] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, start=2):
        faults = _faults(row)
        if not faults:
            verb = _verb(row, friends)
            faults = _contradictions(verb)
            if (first := seen.setdefault(verb.lemma, number)) != number:
                faults.append(f"{verb.lemma!r} is also in row {first}")
            if not faults:
                verbs.append(verb)
        problems += [f"verbs.csv row {number}: {fault}" for fault in faults]
    lemmas = {verb.key for verb in verbs}
    if not problems:
        problems += [
            f"verbs.toml: no verb {lemma!r} in verbs.csv"
            for lemma in sorted({lemma for table in friends for lemma in table} - lemmas - {""})
        ]
    if problems:
        raise PackError(problems)
    return verbs


_Friends = dict[str, set[str]]


def _false_friends(rules: Mapping[str, Any]) -> tuple[tuple[_Friends, _Friends], list[str]]:
    """Surfaces by folded lemma ("" for every verb), to leave out and to doubt; and faults."""
    tables: tuple[_Friends, _Friends] = ({}, {})
    problems: list[str] = []
    for table, name in zip(tables, ("never", "doubtful"), strict=True):
        for item in rules.get(name, ()):
            if not item.get("surface") or not item.get("reason"):
                problems.append(f"verbs.toml: [[{name}]] needs `surface` and `reason`: {item}")
                continue
            for lemma in item.get("verbs", ("",)):
                table.setdefault(fold(lemma), set()).add(fold(item["surface"]))
    return tables, problems


def _faults(row: Mapping[str, str]) -> list[str]:
    missing = [column for column in COLUMNS if row.get(column) is None]
    if missing:
        return [f"no value for {', '.join(missing)}"]
    faults = []
    form, root = row["form"], row["root"].split()
    if form not in FORMS:
        return [f"form {form!r} is none of {', '.join(FORMS)}"]
    if not all(_RADICAL.fullmatch(radical) for radical in root):
        faults.append(f"root {row['root']!r} is not single letters with spaces between them")
    elif len(root) != (4 if form.startswith("Q") else 3):
        faults.append(f"root {row['root']!r} has {len(root)} letters, wrong for form {form}")
    if (row["present_vowel"] not in ("a", "i", "u")) == (form == "I"):
        faults.append("present_vowel is a, i or u for form I and empty for the others")
    if form == "I" and not row["masdar"]:
        faults.append("form I has no masdar by rule: give one, or `-` for none")
    if row["passive"] not in ("", "yes", "no"):
        faults.append(f"passive is yes, no or empty, not {row['passive']!r}")
    if not row["lemma"] or not row["gloss"]:
        faults.append("lemma and gloss must be given")
    return faults


def _contradictions(verb: Verb) -> list[str]:
    """Where the lemma or a plural does not fit the rest of the row."""
    faults = []
    built = lemma_surfaces(verb)
    if verb.key not in built:
        faults.append(f"root and form give {built[0]!r}, not {verb.lemma!r}")
    masdars, active, passive = singulars(verb)
    nouns = {*masdars, *active, *passive, *([""] if masdars else [])}
    faults += [
        f"plural of {base!r}, which is not a noun of the row"
        for base, _ in verb.plurals
        if fold(base) not in nouns
    ]
    return faults


def _verb(row: Mapping[str, str], friends: tuple[_Friends, _Friends]) -> Verb:
    key = fold(row["lemma"])
    never, doubtful = (frozenset(t.get(key, set()) | t.get("", set())) for t in friends)
    return Verb(
        lemma=row["lemma"],
        root=tuple("ء" if letter in "أإؤئ" else letter for letter in row["root"].split()),
        form=row["form"],
        present_vowel=row["present_vowel"],
        past_vowel=_past_vowel(row["lemma"]),
        masdars=_list(row["masdar"]),
        active_participles=_list(row["active_participle"]),
        passive_participles=_list(row["passive_participle"]),
        plurals=_plurals(row["plural"]),
        has_passive=row["passive"] == "yes"
        or (row["passive"] == "" and row["form"] not in NO_PASSIVE),
        gloss=row["gloss"],
        never=never,
        doubtful=doubtful,
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split("|") if word.strip())


def _plurals(cell: str) -> tuple[tuple[str, str], ...]:
    pairs = (word.rpartition(":") for word in _list(cell))
    return tuple((base, plural) for base, _, plural in pairs)


def _past_vowel(lemma: str) -> str:
    """The vowel written on the last radical but one; `a` if none is."""
    vowels = [
        _VOWELS.get(lemma[index + 1 : index + 2], "")
        for index, letter in enumerate(lemma)
        if letter not in "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
    ]
    return (vowels[-2] if len(vowels) > 1 else "") or "a"
