"""The engine as the commands see it."""

from datetime import date
from pathlib import Path
from typing import Protocol

from sijill import __version__
from sijill.errors import PackError
from sijill.gazetteer.table import Gazetteer
from sijill.lexicon.pack import bundled, read
from sijill.model.document import Document
from sijill.model.report import Report
from sijill.registry.registry import load as load_registry
from sijill.store.coding import stamp_of
from sijill.store.record import Stamp
from sijill.store.rows import Places


class Engine(Protocol):
    """Codes one text or document at a time."""

    def __call__(
        self, report: str | Document, *, published: date | None = None, name: str = ""
    ) -> Report: ...


def data(language: str, pack: Path | None) -> tuple[Stamp, Places]:
    """What marks the codings of `load`'s engine, and its places, without compiling anything."""
    rules = read(pack) if pack is not None else bundled(language)
    places, actors = Gazetteer.load_default(), load_registry()
    return stamp_of(rules, list(places), actors, __version__), places


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
