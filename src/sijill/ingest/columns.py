"""Which field of a record holds its text, title, date, address and id."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from sijill.ingest.refusal import RefusalKind, RefusedError

ROLES = ("text", "title", "published", "url", "id", "author", "site")
_ALIASES = {"name": "id", "date": "published", "link": "url"}
_DROPPED = str.maketrans("", "", " _-.\t\u200e\u200f\ufeff\u0640")


def role_of(word: str) -> str | None:
    """The role that `word` names in a column mapping; None if it names none."""
    word = _ALIASES.get(word, word)
    return word if word in ROLES else None


def candidates(fields: tuple[str, ...], role: str, given: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that may hold `role`, best first; just the given one if one is given."""
    if role in given:
        return (given[role],)
    return _guesses(fields).get(role, ())


def missing_text(fields: tuple[str, ...], given: Mapping[str, str]) -> RefusedError:
    """The refusal of a record in which no field is the text."""
    there = ", ".join(str(field)[:40] for field in fields[:20]) or "none"
    sought = f"no field '{given['text']}'" if "text" in given else "no field that is the text"
    return RefusedError(
        RefusalKind.MISSING_FIELD,
        f"there is {sought}; the fields are: {there}. Name it with --columns text=FIELD",
    )


@lru_cache(maxsize=256)
def _guesses(fields: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    known: dict[str, str] = {}
    for field in fields:
        known.setdefault(field.casefold().translate(_DROPPED), field)
    return {
        role: tuple(known[name] for name in names if name in known)
        for role, names in _usual_names().items()
    }


@cache
def _usual_names() -> dict[str, list[str]]:
    raw = files("sijill.ingest").joinpath("columns.toml").read_text(encoding="utf-8")
    return {role: list(names) for role, names in tomllib.loads(raw).items()}
