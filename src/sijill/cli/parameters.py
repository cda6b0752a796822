"""Kinds of values that options take."""

from datetime import date

import click


def iso_date(value: str) -> date:
    """A day written as 2024-05-15."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date; write it as 2024-05-15") from None


def columns(pairs: tuple[str, ...]) -> dict[str, str]:
    """`text=body,title=head` and repeated options as one mapping."""
    found: dict[str, str] = {}
    for pair in ",".join(pairs).split(",") if pairs else ():
        role, sign, column = pair.partition("=")
        if not sign or not role.strip() or not column.strip():
            raise click.BadParameter(f"{pair!r}: write ROLE=COLUMN, such as text=body")
        found[role.strip()] = column.strip()
    return found
