"""`sijill convert`: coded reports in another format, without coding them again."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from sijill.cli import exits
from sijill.cli.output import output_options
from sijill.errors import SijillError
from sijill.export.formats import FORMATS, format_of, pieces_of
from sijill.export.output import opened
from sijill.model.codec import FormatError, loads
from sijill.model.report import Report


@click.command(epilog=exits.EXPLAINED)
@click.argument("coded", type=click.File("rb"))
@click.option("-o", "--output", metavar="FILE", help="Where to write; - or none: standard output.")
@click.option("-f", "--format", "format_name", type=click.Choice(FORMATS))
@click.option("--bom", is_flag=True, help="csv: begin with a byte order mark, for Excel.")
@click.option("--interface", type=click.Choice(["ar", "en"]), default="ar", show_default=True)
def convert(
    coded: Iterable[bytes], output: str | None, format_name: str | None, bom: bool, interface: str
) -> None:
    """Write coded reports (CODED: the jsonl of `sijill code`) in another format.

    \b
      sijill code archive/ -o claims.jsonl
      sijill convert claims.jsonl -o page.html
    """
    target = None if output in (None, "-") else Path(str(output))
    terminal = target is None and sys.stdout.isatty()
    name = format_name or format_of(target, terminal=terminal)
    pieces = pieces_of(name)
    options = output_options(name, terminal, bom=bom, interface=interface)
    with opened(target) as put:
        for piece in pieces(_reports(coded), options):
            put(piece)


def _reports(lines: Iterable[bytes]) -> Iterator[Report]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield loads(line.decode("utf-8"))
            except (FormatError, UnicodeDecodeError) as error:
                raise SijillError(f"line {number}: {error}") from error
