"""What kind of party an actor is: armed, a state's, civilian."""

from collections.abc import Iterable

from sijill.claims.scene import Scene
from sijill.model.mention import ActorMention

CIVILIANS = "civilians"

_ARMED = frozenset(
    (
        "armed_group",
        "umbrella",
        "state",
        "state_forces",
        "police",
        "militia",
        "coalition",
        "generic_group",
        "tribe",
        "unit",
    )
)
_GOVERNMENT = frozenset(("state_forces", "police", "state"))
_PRO_GOVERNMENT = frozenset(
    (
        "pro-government-militias",
        "ndf",
        "liwa-al-quds",
        "baath-brigades",
        "desert-hawks",
        "liwa-al-baqir",
        "pmf",
        "tribal-mobilization",
        "nineveh-guards",
        "sahwa",
        "popular-resistance-ye",
        "tihama-resistance",
        "giants",
        "joint-forces-west-coast",
        "saudi-coalition",
        "popular-resistance-sd",
        "sinai-tribes",
    )
)
"""Forces that hold ground for the recognised government of their country."""


def kind_of(scene: Scene, actor: ActorMention) -> str:
    """The registry's kind, else what the mention's own pattern says."""
    return scene.registry.kinds.get(actor.actor) or actor.kind


def is_civilian(actor: ActorMention) -> bool:
    return actor.actor == CIVILIANS or actor.kind == "civilians"


def is_armed(scene: Scene, actor: ActorMention) -> bool:
    """Whether the party can fight: groups, armies, police, coalitions, states."""
    if actor.actor == CIVILIANS or actor.kind == "civilians":
        return False
    if (scene.registry.kinds.get(actor.actor) or actor.kind) not in _ARMED:
        return False
    return not actor.rule.startswith("ministry") or not _is_civil(scene, actor)


def _is_civil(scene: Scene, ministry: ActorMention) -> bool:
    """Whether a ministry is one that has nobody who fights: "وزارة الصحة"."""
    first, last = scene.tagged.range_of(ministry.span)
    return any(key in scene.grammar.portfolios for key in scene.tagged.keys[first:last])


def is_state(scene: Scene, actor: ActorMention) -> bool:
    """Whether the party is a state's army, police or the state itself."""
    return kind_of(scene, actor) in _GOVERNMENT


def any_armed(scene: Scene, actors: Iterable[ActorMention]) -> bool:
    return any(is_armed(scene, actor) for actor in actors)


def is_government(scene: Scene, actor: ActorMention, country: str | None) -> bool:
    """Whether the party is its country's own government or acts for it.

    A foreign state's army is not, as in ACLED's "Non-state actor overtakes territory", which
    covers foreign states too.
    """
    if actor.actor in _PRO_GOVERNMENT:
        return True
    if kind_of(scene, actor) not in _GOVERNMENT:
        return False
    if actor.actor is None or country is None:
        return True
    countries = scene.registry.countries(actor.actor)
    return not countries or countries[0] == country
