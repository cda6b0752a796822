"""The table of weights by which tellings are compared: `weights.toml`, or one of your own."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sijill.errors import LinkError

_FEATURES = ("place", "time", "type", "sides", "numbers", "words", "report", "status")
_LIMITS = ("base", "link", "apart", "never", "margin")


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight by feature and level, limits, and the types that are kin."""

    base: float
    link: float
    apart: float
    never: float
    margin: float
    of: Mapping[str, Mapping[str, float]]
    kin: Mapping[str, frozenset[str]]
    """For each sub-event type those that the same event may be given."""


@lru_cache(maxsize=4)
def weights(file: Path | None = None) -> Weights:
    """The table in `file`, or the one that comes with the program.

    Raises LinkError for a table that lacks something or holds what is no number.
    """
    path = file or Path(__file__).with_name("weights.toml")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        ours = tomllib.loads(Path(__file__).with_name("weights.toml").read_text(encoding="utf-8"))
        missing = [name for name in _LIMITS if name not in table]
        missing += [
            f"{name}.{level}"
            for name in _FEATURES
            for level in ours[name]
            if level not in table.get(name, {})
        ]
        if missing:
            raise LinkError(f"{path}: lacks {', '.join(missing)}")
        kin: dict[str, set[str]] = {}
        for group in table["kin"].values():
            for one in group:
                kin.setdefault(one, set()).update(group)
        return Weights(
            **{name: float(table[name]) for name in _LIMITS},
            of={
                name: {level: float(value) for level, value in table[name].items()}
                for name in _FEATURES
            },
            kin={one: frozenset(group) for one, group in sorted(kin.items())},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise LinkError(f"{path}: is no table of weights: {error!r}") from error
