"""What a noun phrase for people says: how many, who, and by which words."""

from typing import NamedTuple

from sijill.mentions.quantity.people import Person
from sijill.model.mention import Amount


class People(NamedTuple):
    """Tokens `start` up to, not including, `end` that name or count people."""

    start: int
    end: int
    amount: Amount
    person: Person | None
    """None for a bare number ("أصيب عشرة")."""
    counted: bool
    """The amount is said, in words, digits or a dual; not only by a plural."""
    number: bool
    """It is said by a number proper."""
    definite: bool
    proclitics: str
    victims: tuple[int, int] | None
    """Tokens that say who they are."""
    member: bool
    """The group they belong to is said ("من قوات …")."""
    name: tuple[int, int] | None = None
    unknown: bool = False
    """A number before a word that the pack does not know."""
    noun_end: int = 0
