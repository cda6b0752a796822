"""One stretch of text read as naming somebody."""

from dataclasses import dataclass

from sijill.model.mention import ActorMention


@dataclass(frozen=True, slots=True)
class Phrase:
    """Mentions read from one stretch of text, and the token after it."""

    end: int
    mentions: tuple[ActorMention, ...]

    @property
    def first(self) -> ActorMention:
        return self.mentions[0]
