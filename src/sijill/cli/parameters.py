"""Kinds of values that options take."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

DATABASE = "SIJILL_DB"
"""The variable that names a database where no option does."""
WAIT = 30.0


def in_database(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options `db` and `wait`."""
    for option in (
        click.option(
            "--wait",
            type=click.FloatRange(0),
            default=WAIT,
            show_default=True,
            metavar="SECONDS",
            help="How long to wait for another writer.",
        ),
        click.option(
            "--db",
            envvar=DATABASE,
            default="sijill.db",
            show_default=True,
            metavar="DB",
            help=f"A file, or postgresql://USER@HOST/NAME; or name it in {DATABASE}.",
        ),
    ):
        command = option(command)
    return command


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


_OF_INPUTS = (
    click.option(
        "--published",
        type=iso_date,
        metavar="DATE",
        help="Publication date of all reports, as 2024-05-15; goes before what the files say.",
    ),
    click.option(
        "--columns",
        "pairs",
        multiple=True,
        metavar="ROLE=COLUMN",
        help="Which column or field holds text, title, published, url, id: --columns text=body.",
    ),
    click.option("--encoding", help="Of all inputs; else it is recognised."),
)


def of_inputs(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say how inputs are to be read: --published, --columns, --encoding."""
    for option in reversed(_OF_INPUTS):
        command = option(command)
    return command
