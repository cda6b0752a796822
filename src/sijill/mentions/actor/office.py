"""Who holds a state's office where and when a report speaks."""

from datetime import date

from sijill.mentions.actor.vocabulary import Vocabulary
from sijill.registry.actor import within


class Offices:
    """Government and air force of one country on one day; None where that is not known."""

    def __init__(self, vocabulary: Vocabulary, country: str | None, published: date | None) -> None:
        self.vocabulary = vocabulary
        self.country = country
        self.published = published
        self.government = self._government()

    def _government(self) -> str | None:
        for actor, start, end in self.vocabulary.governments.get(self.country or "", ()):
            if self.published is None:
                held = self.vocabulary.governments[self.country or ""]
                return actor if len(held) == 1 or actor == "syria-government" else None
            if within(self.published, start, end):
                return actor
        return None

    def holder(self, actor: str) -> str:
        """The actor, or whoever held its state on the day of publication."""
        for periods in self.vocabulary.governments.values():
            if any(actor == held for held, _, _ in periods) and self.published is not None:
                for held, start, end in periods:
                    if within(self.published, start, end):
                        return held
        return actor

    def air(self) -> str | None:
        """Who flies where the country's own force is not meant."""
        for actor, start, end in self.vocabulary.air_of.get(self.country or "", ()):
            if self.published is None or within(self.published, start, end):
                return actor
        return None
