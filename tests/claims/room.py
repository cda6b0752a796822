"""The claims of a text as the room assembles them, before the least confidence is asked for.

The weights of the evidence are fitted anew now and then; what a sentence says does not change
with them. So these tests take every claim that is assembled, however sure it is, but for those
that something speaks against: whether they are given is for the weights alone.
"""

from dataclasses import replace
from datetime import date
from functools import cache

import sijill
from sijill.claims.assemble import assemble
from sijill.claims.control import control_statements
from sijill.claims.scene import Scene
from sijill.incidents.within import group
from sijill.model.claim import Claim, ControlStatement, Party
from sijill.model.document import DateBasis
from sijill.pipeline import Engine, country_of, document_of

PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""


@cache
def engine() -> Engine:
    return sijill.load("ar")


def scene(text: str) -> Scene:
    """What the finders see in the text, published on a Wednesday, with no floor for claims."""
    document = replace(document_of(text), published=PUBLISHED, published_basis=DateBasis.OPTION)
    seen = engine().scene(engine().tag(document))
    seen.floor = 0.0
    return seen


def claims(text: str) -> tuple[Claim, ...]:
    """Every claim of the text, with incident labels."""
    seen = scene(text)
    return group([c for c in assemble(seen, country_of(seen)) if not _doubted(c)])[0]


def _doubted(claim: Claim) -> bool:
    return any(trace.field == "claim" and "doubt:" in trace.because for trace in claim.trace)


def one(text: str) -> Claim:
    """The claim of a text that makes one."""
    found = claims(text)
    assert len(found) == 1, [(claim.type, claim.trigger) for claim in found]
    return found[0]


def controls(text: str) -> list[ControlStatement]:
    return control_statements(scene(text))


def ids(parties: tuple[Party, ...]) -> list[str]:
    """Registry ids, and in their absence the words."""
    return [party.id or party.text for party in parties]


def sides(claim: Claim) -> tuple[list[str], list[str]]:
    return ids(claim.initiator), ids(claim.target)


def site(claim: Claim) -> str | None:
    return None if claim.place is None else claim.place.name


def tolls(claim: Claim) -> list[tuple[str, str, int, int | None]]:
    return [(loss.kind, loss.of, loss.minimum, loss.maximum) for loss in claim.casualties]
