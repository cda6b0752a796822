"""The longest phrase that names an actor from a word on."""

from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.head import head_at
from sijill.mentions.actor.name import name_at
from sijill.mentions.actor.organisation import organisation_at
from sijill.mentions.actor.phrase import Phrase
from sijill.mentions.actor.refer import ally_at, anaphor_at, term_at
from sijill.mentions.actor.state import capital_at, ministry_at
from sijill.mentions.actor.unit import unit_at


def phrase_at(ground: Ground, index: int, depth: int = 0) -> Phrase | None:
    """The longest phrase that names an actor from token `index` on; None if there is none.

    Of equally long readings a name is preferred to a noun with a nationality, and that to a
    word that refers back.
    """
    roles = ground.parts.get(index)
    if not roles or depth > 3:
        return None
    if len(roles) == 1:
        for role, match in roles.items():
            alone = _BY_ROLE.get(role)
            return alone(ground, match, depth) if alone is not None else None
    best: Phrase | None = None
    for role, read in _READERS:
        if role in roles:
            if role == "organisation" and best is not None and _is_known(best):
                break
            found = read(ground, roles[role], depth)
            if found is not None and (best is None or _betters(found, best)):
                best = found
                if role == "name" and best.end > index + 1 and best.end not in ground.parts:
                    break  # nothing that follows could make another reading longer
    return best


def _betters(found: Phrase, best: Phrase) -> bool:
    """Whether it is longer, or as long and refers back where the other only describes."""
    if found.end != best.end:
        return found.end > best.end
    return found.first.anaphor and best.first.rule in ("described", "fighters")


def _is_known(phrase: Phrase) -> bool:
    """Whether it names somebody, so that no unlisted name is to be sought in the same words."""
    return phrase.first.actor is not None or phrase.first.anaphor


_READERS = (
    ("name", name_at),
    ("term", term_at),
    ("head", head_at),
    ("ally", ally_at),
    ("anaphor", anaphor_at),
    ("unit", unit_at),
    ("ministry", ministry_at),
    ("capital", capital_at),
    ("country", capital_at),
    ("organisation", organisation_at),
)

_BY_ROLE = dict(_READERS)
