"""One saying in a sentence: who says, by which words, and where what is said begins."""

from dataclasses import dataclass

from sijill.model.mention import ActorMention

REACH = 16
"""Words after a reporting word in which its source may stand: a title, a name, an agency."""


@dataclass(slots=True)
class Saying:
    """Token indices; `end` is past the words of saying and their source."""

    index: int
    end: int
    verb: str
    sources: tuple[ActorMention, ...]
    first: int
    """Token where the attribution's scope starts."""
    backward: bool
    """Whether it covers what stands before it ("بحسب"), not what follows."""
    accused: tuple[ActorMention, ...] = ()
