"""Exit codes, the same for every command."""

import click

DONE = 0
SOME_REFUSED = 1
USAGE = 2
NOTHING_CODED = 3
NOT_WRITTEN = 4
INTERRUPTED = 130

EXPLAINED = """\b
Exit codes:
  0    done: every input was coded or is in another language
  1    some inputs were refused, others were coded; or a check found faults
  2    the command line, a pack or a data file is wrong
  3    nothing was coded
  4    the output cannot be written
  130  interrupted; the output file is as it was before
"""


def leave(code: int) -> None:
    """End the command with `code`; 0 goes on."""
    if code != DONE:
        click.get_current_context().exit(code)
