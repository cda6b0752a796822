"""A coded report: a document with everything that was read from it."""

from dataclasses import dataclass

from sijill.model.claim import Claim, ControlStatement, Incident
from sijill.model.document import Document


@dataclass(frozen=True, slots=True)
class Report:
    """What `sijill.load("ar")(text)` returns."""

    document: Document
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    control: tuple[ControlStatement, ...]
    program: str
    """Version of the program that coded it."""
    pack: str
    """Language pack and its version, as `ar 1.0`."""
    notices: tuple[str, ...] = ()
    """What a person should know: language passed over, contradictions, fields abstained from."""
