"""`sijill pack`: check a language pack, or begin one."""

from importlib import import_module
from pathlib import Path

import click

from sijill.cli import examples, exits
from sijill.cli.engine import load
from sijill.cli.scaffold import bundled_folder, scaffold
from sijill.errors import PackError
from sijill.lexicon.pack import read


@click.group()
def pack() -> None:
    """Check a language pack, or begin a new one."""


@pack.command(epilog=exits.EXPLAINED)
@click.argument("path", required=False, type=click.Path(path_type=Path))
def check(path: Path | None) -> None:
    """Check the pack in the folder PATH, or the bundled Arabic one.

    Every rule's examples are run; every fault is told, one a line, with exit code 1.
    """
    folder = bundled_folder("ar") if path is None else path
    faults = _faults(folder)
    for fault in faults:
        click.echo(fault)
    if faults:
        click.echo(f"{len(faults)} fault{'' if len(faults) == 1 else 's'} in {folder}", err=True)
        exits.leave(exits.SOME_REFUSED)
    else:
        found = read(folder)
        files, tables = len(found.rules), len(found.tables)
        click.echo(f"pack {found.label}: {files} rule files, {tables} tables, no faults")


def _faults(folder: Path) -> list[str]:
    try:
        load(read(folder).language, folder)
    except PackError as error:
        return error.problems
    import sijill

    engine = sijill.load(read(folder).language, pack=folder)
    return [*import_module("sijill.lexicon.lint").check(folder), *examples.faults(engine)]


@pack.command()
@click.argument("code")
@click.option("--name", required=True, help="The language's own name for itself.")
@click.option("--rtl", is_flag=True, help="It is written from right to left.")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Folder to make the pack in; else this one.",
)
def new(code: str, name: str, rtl: bool, into: Path) -> None:
    """Make an empty pack for the language CODE (ISO 639, such as ckb), ready to be filled."""
    folder = scaffold(into, code, name, rtl=rtl)
    click.echo(f"{folder}: made. Fill pack.toml and one rule file, then run:")
    click.echo(f"  sijill pack check {folder}")
