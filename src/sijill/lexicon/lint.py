"""Lint a language pack: one spelling, no contradictions, references that exist."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sijill.errors import PackError
from sijill.lexicon.pack import Pack, read
from sijill.lexicon.verbs import key_of, lemmas
from sijill.ontology.types import EVENT_TYPE_OF

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c]")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_SETTLED_LATER = frozenset(("capture", "lose", "hit", "seizure", "advance", "outrage"))
_EXAMPLES = frozenset(("finds", "skips"))


def check(path: Path) -> list[str]:
    """Every fault of the pack in folder `path`, one sentence each; empty if it is sound."""
    try:
        pack = read(path)
    except PackError as error:
        return error.problems
    return check_pack(pack)


def check_pack(pack: Pack) -> list[str]:
    """Every fault of a pack that could be read."""
    return [
        *_spellings(pack),
        *_repetitions(pack),
        *_triggers(pack),
        *_attributions(pack),
    ]


def _spellings(pack: Pack) -> Iterator[str]:
    for file, where, word in _strings(pack):
        if unicodedata.normalize("NFC", word) != word:
            yield f"{file}: {where}: {word!r} is not in NFC; retype it"
        if _PRESENTATION.search(word):
            yield f"{file}: {where}: {word!r} holds presentation forms; write plain letters"
        if _INVISIBLE.search(word):
            yield f"{file}: {where}: {word!r} holds an invisible mark; delete it"
        if word != word.strip() and where.rpartition(".")[2] not in _EXAMPLES:
            yield f"{file}: {where}: {word!r} begins or ends with a blank"


def _strings(pack: Pack) -> Iterator[tuple[str, str, str]]:
    for name, rules in pack.rules.items():
        for where, word in _walk(rules, ""):
            yield f"{name}.toml", where, word
    for name, rows in pack.tables.items():
        for number, row in enumerate(rows, start=2):
            for column, word in row.items():
                if isinstance(word, str):
                    yield f"{name}.csv", f"line {number}, {column}", word


def _walk(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key not in _EXAMPLES:
                yield from _walk(item, f"{where}.{key}".lstrip("."))
    elif isinstance(value, list):
        for item in value:
            yield from _walk(item, where)


def _repetitions(pack: Pack) -> Iterator[str]:
    """Words that stand twice in one list."""
    for name, rules in pack.rules.items():
        for where, words in _lists(rules, ""):
            seen: set[str] = set()
            for word in filter(None, words):
                if word in seen:
                    yield f"{name}.toml: {where}: {word!r} stands twice; delete one"
                seen.add(word)


def _lists(value: Any, where: str) -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key not in _EXAMPLES:
                yield from _lists(item, f"{where}.{key}".lstrip("."))
    elif isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            yield where, value
        else:
            for number, item in enumerate(value):
                yield from _lists(item, f"{where}[{_label(item, number)}]")


def _label(item: Any, number: int) -> str:
    return str(item.get("id", number)) if isinstance(item, Mapping) else str(number)


def _triggers(pack: Pack) -> Iterator[str]:
    rules = pack.rules.get("triggers")
    if rules is None:
        yield "triggers.toml is missing; without it no report yields a claim"
        return
    known = lemmas(pack)
    ids: set[str] = set()
    owners: dict[str, str] = {}
    for item in rules.get("trigger", ()):
        name = str(item.get("id", "?"))
        if name in ids:
            yield f"triggers.toml: trigger {name}: the id stands twice"
        ids.add(name)
        for fault in (*_types(item, rules), *_trigger_verbs(item, known, owners)):
            yield f"triggers.toml: trigger {name}: {fault}"
    for kind in ("agent", "patient", "event"):
        for verb in rules.get("light", {}).get(kind, ()):
            if key_of(verb) not in known:
                yield f"triggers.toml: light.{kind}: the verb {verb!r} is not in verbs.csv"


def _types(item: Mapping[str, Any], rules: Mapping[str, Any]) -> Iterator[str]:
    if item.get("frame") not in rules.get("frame", {}):
        yield f"no [frame.{item.get('frame')}]"
    for value in (item.get("type"), item.get("civilians"), item.get("protest")):
        if value is not None and value not in EVENT_TYPE_OF and value not in _SETTLED_LATER:
            yield f"{value!r} is no sub-event type of the codebook"
    for cue, value in item.get("refine", {}).items():
        if cue not in rules.get("cue", {}):
            yield f"refine names the cue {cue!r}, but there is no list cue.{cue}"
        if value not in EVENT_TYPE_OF:
            yield f"refine.{cue}: {value!r} is no sub-event type of the codebook"


def _trigger_verbs(
    item: Mapping[str, Any], known: frozenset[str], owners: dict[str, str]
) -> Iterator[str]:
    for verb in (*item.get("verbs", ()), *(pair[0] for pair in item.get("pairs", ()))):
        if key_of(verb) not in known:
            yield f"the verb {verb!r} is not in verbs.csv; add its row there"
    for verb in item.get("verbs", ()):
        owner = owners.setdefault(verb, str(item.get("id")))
        if owner != item.get("id"):
            yield f"{verb!r} is also a verb of trigger {owner}; one must give it up"


def _attributions(pack: Pack) -> Iterator[str]:
    known = lemmas(pack)
    for kind, verbs in pack.rules.get("attribution", {}).get("say", {}).items():
        for verb in verbs:
            if key_of(verb) not in known:
                yield f"attribution.toml: say.{kind}: the verb {verb!r} is not in verbs.csv"
