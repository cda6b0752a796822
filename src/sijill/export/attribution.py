"""Whose places are in an output, and under which licence: goes with every map and page."""

from dataclasses import dataclass

from sijill.gazetteer import layers


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place table and the credit that its licence asks for."""

    name: str
    licence: str


def attribution() -> tuple[Attribution, ...]:
    """All tables that the gazetteer is made of on this machine, lowest layer first."""
    return tuple(Attribution(name, licence) for name, _, licence in layers.tables(None, ()))
