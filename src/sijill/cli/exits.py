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
  0    done: every input was coded, or kept, or is in another language
  1    some inputs were refused, others were taken; or a check found faults
  2    the command line, a pack, a data file or the database is wrong
  3    nothing was coded, or kept
  4    the output, or the database, cannot be written
  130  interrupted; the output file is as it was before, the database keeps what is in it
"""


def leave(code: int) -> None:
    """End the command with `code`; 0 goes on."""
    if code != DONE:
        click.get_current_context().exit(code)
