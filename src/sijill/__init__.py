"""Sijill turns Arabic reporting on armed conflict into sourced, reviewable event data.

import sijill
nlp = sijill.load("ar")
report = nlp("نص …", published=date(2018, 3, 18))
for claim in report.claims:
    print(claim.type, claim.place, claim.trigger_span)
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sijill import native

__version__ = "0.1.0"

if TYPE_CHECKING:
    from sijill.model.claim import Claim
    from sijill.model.document import Document
    from sijill.model.report import Report
    from sijill.pipeline import Engine, load

_compiled = native.compiled(Path(__file__).parent)
if _compiled is not None:
    __path__.insert(0, str(_compiled))

__all__ = ["Claim", "Document", "Engine", "Report", "load"]

_HOMES = {
    "Claim": "sijill.model.claim",
    "Document": "sijill.model.document",
    "Engine": "sijill.pipeline",
    "Report": "sijill.model.report",
    "load": "sijill.pipeline",
}


def __getattr__(name: str) -> Any:
    """Load a public name on first use, so that `sijill --help` does not compile a pack."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'sijill' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)
