"""Write docs/reference/cli.md from the commands' own help texts."""

from collections.abc import Iterator
from pathlib import Path

import click

from sijill.cli.main import main as command

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "cli.md"
WIDTH = 88
HEAD = """\
# The command line

Made from `sijill --help` by `scripts/cli_reference.py`; a test keeps it true.
"""


def page() -> str:
    """The whole page: every command and subcommand with its help text."""
    return HEAD + "".join(sections(command, "sijill", None))


def sections(one: click.Command, path: str, parent: click.Context | None) -> Iterator[str]:
    """The section of one command, then those of its subcommands."""
    settings = {**one.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(one, info_name=path.split()[-1], parent=parent, **settings)
    yield f"\n## `{path}`\n\n```text\n{context.get_help().rstrip()}\n```\n"
    if isinstance(one, click.Group):
        for name in one.list_commands(context):
            found = one.get_command(context, name)
            if found is not None:
                yield from sections(found, f"{path} {name}", context)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
