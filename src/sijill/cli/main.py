"""The command `sijill`: finds commands by name, and turns errors into messages and codes."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

from sijill import __version__
from sijill.cli import exits
from sijill.errors import ExportError, SijillError, StoreWriteError

COMMANDS = (
    "code",
    "explain",
    "convert",
    "init",
    "add",
    "watch",
    "search",
    "link",
    "status",
    "evaluate",
    "pack",
    "gazetteer",
    "actors",
    "version",
)
"""In the order of the help page; each is an object of that name in `sijill.cli.<name>`."""


class Doors(click.Group):
    """Loads a command's module when it is called, so that none waits for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if find_spec(f"sijill.cli.{name}") is not None]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        found = getattr(import_module(f"sijill.cli.{cmd_name}"), cmd_name)
        assert isinstance(found, click.Command)
        return found

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (ExportError, StoreWriteError) as error:
            _say(error)
            _close_output()
            ctx.exit(exits.NOT_WRITTEN)
        except SijillError as error:
            _say(error)
            ctx.exit(exits.USAGE)
        except KeyboardInterrupt:
            _say("interrupted")
            ctx.exit(exits.INTERRUPTED)
        except BrokenPipeError:
            # The reader has what it wanted. Nothing more may be flushed into the closed pipe.
            _close_output()
            ctx.exit(exits.DONE)


def _close_output() -> None:
    """Send what is still buffered to nowhere: a flush at exit would fail again."""
    with suppress(OSError, ValueError):  # Standard output may be no file at all.
        sys.stdout.flush()
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: object) -> None:
    click.echo(f"sijill: {message}", err=True)


@click.group(
    cls=Doors,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=exits.EXPLAINED,
)
@click.version_option(__version__, prog_name="sijill")
def main() -> None:
    """Turn Arabic reports on armed conflict into sourced, geocoded event data.

    Works offline; no text leaves this machine.
    """
