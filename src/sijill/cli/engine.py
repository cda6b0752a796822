"""The engine as the commands see it."""

from datetime import date
from pathlib import Path
from typing import Protocol

from sijill.errors import PackError
from sijill.model.document import Document
from sijill.model.report import Report


class Engine(Protocol):
    """Codes one text or document at a time."""

    def __call__(
        self, report: str | Document, *, published: date | None = None, name: str = ""
    ) -> Report: ...


def load(language: str, pack: Path | None) -> Engine:
    """The engine for a language, with the bundled pack or the one in a folder.

    Raises PackError for a pack that the rooms cannot compile.
    """
    # Loaded late: `--help` and `version` need no lexicon.
    import sijill

    try:
        return sijill.load(language, pack=pack)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        if pack is None:
            raise
        fault = f"{pack}: does not follow the format of a pack: {error!r}"
        raise PackError([f"{fault}; compare it with what `sijill pack new` makes"]) from error
