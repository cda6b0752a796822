"""According to whom: the sources of a draft and the stance they take."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.claims.side import is_armed, is_state
from sijill.model.mention import ActorMention, AttributionMention


def attribute(scene: Scene, draft: Draft) -> None:
    """Set sources and stance from the attributions whose scope holds the trigger."""
    here = draft.trigger.span
    covering = scene.said_of(here)
    if not covering:
        draft.stance = "claims" if _in_first_person(scene, draft) else "reports"
        return
    forward = [a for a in covering if a.verb != "according" or a.span.start <= here.start]
    told = [a for a in forward if a.rule != "attribution.toml:disowned"]
    said = [*told[-1:], *(a for a in forward if a.rule == "attribution.toml:disowned")]
    per = [a for a in covering if a.verb == "according" and a not in said]
    draft.attributions = [*said, *per]
    for attribution in draft.attributions:
        draft.sources.extend(a for a in attribution.sources if a not in draft.sources)
    draft.stance = _stance(scene, draft, said)


def _stance(scene: Scene, draft: Draft, said: Sequence[AttributionMention]) -> str:
    if any(a.denial for a in said):
        return "denies"
    if _in_first_person(scene, draft) or any(a.verb == "claimed" for a in said):
        return "claims"
    if any(_speaks_of_itself(scene, draft, source) for source in draft.sources):
        return "claims"
    return "reports"


def _in_first_person(scene: Scene, draft: Draft) -> bool:
    """Whether the report itself says "our forces": then it is a party's own."""
    if draft.sources:
        return False
    if any(actor.rule == "own-voice" for actor in draft.initiator):
        return True
    reviled = scene.once("reviled", lambda: _reviled(scene))
    cheered = any(is_armed(scene, a) and a.actor not in reviled for a in draft.initiator)
    return cheered and scene.once("partisan", lambda: _is_partisan(scene))


def _reviled(scene: Scene) -> frozenset[str | None]:
    """Those whom the report calls by a name that takes a side, at least once."""
    return frozenset(a.item.actor for a in scene.actors.items if a.item.framing)


def _is_partisan(scene: Scene) -> bool:
    """Whether the report itself praises fighters or reviles their enemy."""
    tokens, keys = scene.tagged.tokens, scene.tagged.keys
    return any(
        not scene.said_of(tokens[at].span)
        for at, key in enumerate(keys)
        if key in scene.grammar.partisan or key[1:] in scene.grammar.partisan
    )


def _fights(draft: Draft, source: ActorMention, party: str) -> bool:
    """Whether a party that was attacked has its own part in what it tells: it fought back."""
    return draft.type == "Armed clash" and party == source.actor


def _is_one_of_them(scene: Scene, draft: Draft, source: ActorMention) -> bool:
    """Whether a speaker without an entry is of the side whose deed he tells.

    He is where it is he himself or "his fighters", or where a soldier tells of an army's deed.
    """
    if any(a.span == source.span for a in draft.initiator):
        return True
    if any(a.actor is None and a.rule.startswith("own") for a in draft.initiator):
        return True
    first, last = scene.tagged.range_of(source.span)
    soldier = any(key in scene.grammar.officers for key in scene.tagged.keys[first:last])
    return soldier and any(is_state(scene, a) for a in draft.initiator)


def _speaks_of_itself(scene: Scene, draft: Draft, source: ActorMention) -> bool:
    """Whether the source is a party to the event, or its media, speaking of that party's part."""
    if source.actor is None or source.kind == "source_generic":
        return _is_one_of_them(scene, draft, source)
    party = scene.registry.is_media_of(source.actor) or source.actor
    if party == source.actor and not is_armed(scene, source):
        return False
    sides = [*draft.initiator, *(draft.target if _fights(draft, source, party) else ())]
    own = {a.actor for a in sides if a.actor}
    harmed = {loss.of for loss in draft.losses}
    return any(
        scene.registry.affiliated(party, actor, scene.published)
        for actor in sorted(own | harmed)
        if actor in scene.registry
    )
