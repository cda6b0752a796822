"""`sijill version`: what is installed."""

import platform

import click

from sijill import __version__
from sijill.lexicon.pack import bundled
from sijill.model.codec import FORMAT


@click.command()
def version() -> None:
    """Show the versions of the program, its language pack and its output format."""
    click.echo(f"sijill {__version__}")
    click.echo(f"pack {bundled('ar').label}")
    click.echo(f"format {FORMAT}")
    click.echo(f"python {platform.python_version()}")
