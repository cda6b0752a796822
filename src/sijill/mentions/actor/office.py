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
        periods = self.vocabulary.governments.get(self.country or "", ())
        if self.published is not None:
            day = self.published
            return next((actor for actor, a, b in periods if within(day, a, b)), None)
        lasting = [actor for actor, start, end in periods if not start and not end]
        if lasting:
            return lasting[0]
        # Most reports that state no date and speak of Syria's state are of the years before 2024.
        return "syria-government" if any(p[0] == "syria-government" for p in periods) else None

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
