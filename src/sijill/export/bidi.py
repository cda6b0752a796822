"""Mixed directions on a terminal: each Arabic run keeps its order, each row its columns."""

import re

_FIRST_STRONG, _POP = "\u2068", "\u2069"
# C0 and C1 controls can move a terminal's cursor or change its title, and overrides can make a
# line read as another; a report's text is not trusted with either.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# Two blanks part columns; one blank parts words of a run.
_RUN = re.compile(f"[{_RIGHT}](?:[^\n\x1b ]| (?! ))*[{_RIGHT}]|[{_RIGHT}]")


def plain(text: str) -> str:
    """The text on one line with blanks for line ends and `?` for what could steer a terminal."""
    return _CONTROLS.sub("?", " ".join(text.split()))


def isolated(rows: str) -> str:
    """Rows for a terminal that orders text itself, their right-to-left runs isolated.

    Without this a terminal lays neighbouring Arabic columns out as one run, from the right, and
    the columns change places.
    """
    return _RUN.sub(lambda run: f"{_FIRST_STRONG}{run.group()}{_POP}", rows)
