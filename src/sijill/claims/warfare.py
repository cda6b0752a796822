"""Whether a report speaks of fighting at all: where none does, words of war are figures."""

from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.claims.side import is_armed, kind_of
from sijill.model.mention import ActorMention

WEAPONS = frozenset(
    ("air", "drone", "artillery", "rocket", "ied", "smallarms", "suicide", "chemical", "grenade")
)
"""The cues that name a weapon."""
_HEADLINE = 18
"""Tokens up to which a text may leave out who fought and with what, as headlines do."""
_BORROWED = frozenset(
    [
        "agreement",
        "ambush",
        "arrest",
        "attack",
        "blast",
        "breach",
        "campaign",
        "capture",
        "clash",
        "deployment",
        "destroy",
        "detonate",
        "expel",
        "fall",
        "handover",
        "hit",
        "infiltration",
        "intercept",
        "launch",
        "lose",
        "overflight",
        "reinforcement",
        "repel",
        "shelling",
        "siege",
        "truce",
        "withdrawal",
    ]
)
"""Rules whose words sport, markets, illness and books borrow."""
_FIRST_YEAR = 1940
_LITERAL = frozenset(("ambush", "blast", "infiltration", "shelling"))
"""Of these, the rules whose nouns with a site are meant as said."""
_HURTING = frozenset(("blast", "detonate", "shelling"))
"""Of these, the rules that are meant as said where people were harmed."""


def speaks_of_fighting(scene: Scene) -> bool:
    """Whether a weapon or a party that fights is named anywhere, or the text is a headline.

    States by name and civil offices do not count: they trade and legislate too.
    """
    if len(scene.tagged.tokens) <= _HEADLINE:
        return True
    return weapons(scene) > 0 or fighters(scene) > 0


def weapons(scene: Scene) -> int:
    """How many words of the report name a weapon."""
    return scene.once(
        "weapons",
        lambda: sum(match.entry.id in WEAPONS for match in scene.tagged.layer("cue")),
    )


def fighters(scene: Scene) -> int:
    """How often the report names a party that fights."""
    return scene.once(
        "fighters", lambda: sum(fights(scene, located.item) for located in scene.actors.items)
    )


def is_of_peace(scene: Scene) -> bool:
    """Whether words of sport, the arts, polls or markets outnumber weapons and fighters."""
    peace = [match.entry.id for match in scene.tagged.layer("cue")].count("metaphor")
    if peace < 2:
        return False
    harmed = sum(1 for located in scene.losses.items if located.item.kind in ("killed", "injured"))
    return peace > weapons(scene) + fighters(scene) + 2 * harmed


def is_ancient(scene: Scene, draft: Draft) -> bool:
    """Whether the sentence dates the event before the wars that reports of today cover."""
    ancient: frozenset[int] = scene.once("ancient", lambda: _ancient(scene))
    return draft.sentence in ancient


def _ancient(scene: Scene) -> frozenset[int]:
    """The sentences that name a year or a people of long ago."""
    years, keys = scene.grammar.year, scene.tagged.keys
    named = [index for index, key in enumerate(keys[:-1]) if key in years]
    past = [index for index in named if _is_past(keys[index + 1])]
    told = [index for index in past if scene.sentence_of(index) == scene.sentence_of(index + 1)]
    ages = scene.grammar.ancient
    told += [
        index
        for index in ages.places(keys, 0, len(keys))
        if ages.at(scene.tagged.tokens, index, len(keys))
    ]
    return frozenset(scene.sentence_of(index) for index in told)


def _is_past(key: str) -> bool:
    return key.isdecimal() and 3 <= len(key) <= 4 and int(key) < _FIRST_YEAR


def fights(scene: Scene, actor: ActorMention) -> bool:
    """Whether the party bears arms by its nature; a bare "army" is a club as often."""
    if actor.rule == "anaphor:army" or actor.rule.startswith("nisba-office"):
        return False
    if kind_of(scene, actor) == "state" or not is_armed(scene, actor):
        return False
    first, _ = scene.tagged.range_of(actor.span)
    return scene.tagged.tokens[first].key.removeprefix("و") not in scene.grammar.offices


def is_figure(scene: Scene, draft: Draft, harmed: bool) -> bool:
    """Whether a borrowed word stands in a report that names no fighting."""
    if draft.rule.id not in _BORROWED:
        return False
    if is_of_peace(scene):
        return True
    if speaks_of_fighting(scene):
        return False
    if any(fights(scene, actor) for actor in (*draft.initiator, *draft.target)):
        return False
    if harmed and draft.rule.id in _HURTING:
        return False
    told = draft.rule.id in _LITERAL or (
        draft.rule.id == "clash" and draft.trigger.light == "event"
    )
    return not (told and draft.trigger.form == "noun" and draft.site is not None)
