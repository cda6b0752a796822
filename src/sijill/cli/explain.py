"""`sijill explain`: for each claim every value, the words it came from, and what lost."""

import shutil
import sys
from datetime import date
from pathlib import Path

import click

from sijill.cli import coding, exits
from sijill.cli.account import Account
from sijill.cli.engine import load
from sijill.cli.parameters import iso_date
from sijill.export.bidi import isolated
from sijill.export.explanation import explanation
from sijill.export.output import opened
from sijill.ingest.options import Options
from sijill.lexicon.pack import read


@click.command(epilog=exits.EXPLAINED)
@click.argument("file")
@click.option("--published", type=iso_date, metavar="DATE", help="Publication date, as 2024-05-15.")
@click.option("--pack", type=click.Path(path_type=Path), help="Folder of a language pack.")
@click.option("--language", default="ar", show_default=True, help="Language, without --pack.")
def explain(file: str, published: date | None, pack: Path | None, language: str) -> None:
    """Code FILE and tell why: words with their offsets, rules, and the readings that lost."""
    terminal = sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, 110) if terminal else 100
    language = language if pack is None else read(pack).language
    account = Account(language, lambda message: click.echo(message, err=True))
    engine = load(language, pack)
    with opened(None) as put:
        found = coding.documents((file,), Options(published=published), account)
        for report in coding.reports(found, engine, account):
            text = explanation(report, width)
            put(isolated(text) if terminal else text)
    exits.leave(account.code())
