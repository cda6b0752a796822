"""Where a draft happened: its own places, else what the text around it says."""

from collections.abc import Sequence
from dataclasses import replace

from sijill.claims.draft import Draft
from sijill.claims.scene import Located, Scene, Site

_FROM_FRAMES = frozenset(("move", "expel", "capture", "lose"))
"""Events whose place is what is left or taken: "انسحب من P", "طرد … من P"."""
_JOIN_REACH = 3
"""Words between two joined places: a preposition, the rest of the first one's name."""
_TOWARD_FRAMES = frozenset(("deploy", "move", "handover", "strike", "hit"))


def own_places(scene: Scene, draft: Draft) -> list[Site]:
    """The places of the draft's own domain: one, or the members of one enumeration."""
    located = scene.places.within(draft.left, draft.right)
    if draft.shares_left:
        located = [site for site in located if site.start >= draft.anchor]
    chosen = _event_places(
        scene, draft, [site for site in located if site.item.mention.role == "at"]
    )
    frame = draft.rule.frame.name
    if not chosen and frame in _FROM_FRAMES:
        chosen = _event_places(scene, draft, [s for s in located if s.item.mention.role == "from"])
    if not chosen and frame in _TOWARD_FRAMES:
        chosen = _event_places(
            scene, draft, [s for s in located if s.item.mention.role == "toward"]
        )
    return chosen


def passing_places(scene: Scene, draft: Draft) -> list[Site]:
    """Where the draft's clause comes from or goes to, as near as an event without a place gets."""
    located = scene.places.within(draft.left, draft.right)
    return [_nearby(site) for site in _event_places(scene, draft, located)][:1]


def _event_places(scene: Scene, draft: Draft, located: Sequence[Located[Site]]) -> list[Site]:
    """The first place after the trigger with those joined to it; else the last one before it."""
    after = [site for site in located if site.start >= draft.trigger.end]
    before = [site for site in located if site.start < draft.trigger.end]
    first = after[0] if after else before[-1] if before else None
    if first is None:
        return []
    found = [first]
    for site in located:
        if site.start > found[-1].start and _joined(scene, found[-1], site):
            found.append(site)
    return [site.item for site in found]


def _joined(scene: Scene, one: Located[Site], other: Located[Site]) -> bool:
    """Whether the two are members of one enumeration."""
    group = one.item.mention.group
    if group is not None and group == other.item.mention.group:
        return True
    tokens = scene.tagged.tokens
    if not 0 <= other.start - one.end <= _JOIN_REACH:
        return False
    return any(
        tokens[at].key.startswith("و") for at in range(one.end, other.start + 1)
    ) and not any(
        scene.tagged.at("verb", at) or scene.tagged.at("trigger", at)
        for at in range(one.end, other.start)
    )


def _nearby(site: Site) -> Site:
    """A destination or origin read as "near there": the event lies on the way."""
    value = site.value
    if value.precision != 1:
        return site
    reasons = (*value.reasons, "a destination or origin: the event lies near it")
    return Site(site.mention, replace(value, precision=2, reasons=reasons))
