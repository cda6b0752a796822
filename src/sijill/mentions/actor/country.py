"""Which country a report speaks of, judged by the actors it names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sijill.model.mention import ActorMention
from sijill.registry.registry import Registry

_ABROAD = frozenset(("state", "coalition", "igo", "ngo"))
_FIELDED = ("nisba-asset", "nisba-soldier")
"""Rules that found troops or property."""
_TELLING = frozenset(("name", "outlet"))


def countries_of(mentions: Iterable[ActorMention], registry: Registry) -> list[str]:
    """ISO codes of the countries that the named actors point to, likeliest first.

    An actor at work in several countries counts a part for each; a foreign state counts only
    for where it is at work, not for its home. Ties go to the country met first.
    """
    scores: dict[str, float] = defaultdict(float)
    for mention in mentions:
        if mention.actor is None or mention.alternatives or mention.anaphor:
            continue
        if not (mention.rule in _TELLING or mention.rule.startswith("nisba")):
            continue
        countries = registry.countries(mention.actor)
        if not countries:
            continue
        if registry.actor(mention.actor).kind in _ABROAD:
            countries = countries[1:] or countries
            for country in countries:
                scores[country] += 0.4 / len(countries)
        else:
            for country in countries:
                scores[country] += 1.0 / len(countries)
    return sorted(scores, key=lambda country: -scores[country])


def expeditions_of(
    mentions: Sequence[ActorMention], registry: Registry, country: str | None
) -> frozenset[str]:
    """States at work away from home: their nationals in the report are most likely troops."""
    return frozenset(
        mention.actor
        for mention in mentions
        if mention.actor is not None
        and mention.rule.startswith(_FIELDED)
        and country is not None
        and country not in registry.countries(mention.actor)[:1]
        and registry.actor(mention.actor).kind == "state"
    )
