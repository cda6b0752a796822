"""One fight told twice in a sentence is one claim: join what adds no place, time or side."""

from collections.abc import Mapping, Sequence

from sijill.claims.draft import Draft
from sijill.claims.host import is_cause, is_loss_word
from sijill.claims.scene import Scene, Site
from sijill.claims.side import any_armed
from sijill.model.span import Span
from sijill.ontology.types import EVENT_TYPE_OF

_JOINED = frozenset(("Armed clash", "Agreement", "Arrests"))
"""Types whose words come in chains: "شنوا هجوما … وخاضوا معارك"."""


def join_same(
    scene: Scene, drafts: Sequence[Draft], sites_of: Mapping[int, list[Site]]
) -> list[Draft]:
    """The drafts of one sentence, those joined into an earlier one left out."""
    found: list[Draft] = []
    for draft in drafts:
        if found and _only_tells_losses_of(scene, found[-1], draft, sites_of):
            _take_over(draft, found.pop())
            found.append(draft)
            continue
        host = _host(scene, found, draft, sites_of)
        if host is None:
            found.append(draft)
            continue
        host.losses.extend(draft.losses)
        for mine, other in ((host.initiator, draft.initiator), (host.target, draft.target)):
            if not mine:
                mine.extend(a for a in other if a.actor not in _ids(host))
        host.right = max(host.right, draft.right)
    return found


def _only_tells_losses_of(
    scene: Scene, one: Draft, cause: Draft, sites_of: Mapping[int, list[Site]]
) -> bool:
    """Whether the earlier one's word is a loss, and the later the event that cost it:
    "أسر ستة جنود في معارك …"."""
    if sites_of.get(id(one)) or not is_loss_word(scene, one):
        return False
    # "اغتيال القيادي بغارة": killed from afar is no deed apart from the strike.
    afar = EVENT_TYPE_OF.get(cause.type) == "Explosions/Remote violence"
    slain = bool(one.losses) and all(loss.kind == "killed" for loss in one.losses)
    # "تصفية ثلاثة مسلحين خلال اشتباك": fighters who fell in a fight were not murdered apart.
    fought = cause.type == "Armed clash" and any_armed(scene, one.target)
    if one.type != cause.type and not ((afar or fought) and slain):
        return False
    return is_cause(scene, one.trigger.end, cause)


def _take_over(cause: Draft, one: Draft) -> None:
    cause.losses[:] = sorted((*one.losses, *cause.losses), key=lambda loss: loss.span)
    for mine, other in ((cause.initiator, one.initiator), (cause.target, one.target)):
        if not mine:
            mine.extend(a for a in other if a.actor not in _ids(cause))
    cause.left = min(cause.left, one.left)


def _host(
    scene: Scene, found: Sequence[Draft], draft: Draft, sites_of: Mapping[int, list[Site]]
) -> Draft | None:
    """The draft that told it first; none across an event that moves to another place."""
    for earlier in reversed(found):
        if _same(scene, earlier, draft, sites_of):
            return earlier
        if sites_of.get(id(earlier)) and earlier.type != draft.type:
            return None
    return None


def _same(scene: Scene, one: Draft, other: Draft, sites_of: Mapping[int, list[Site]]) -> bool:
    goes_on = _goes_on(other) or _shot_then(one, other)
    if one.type != other.type or (one.type not in _JOINED and not goes_on):
        return False
    if one.rule.id == "killing" or other.rule.id == "killing":
        return _shot_then(one, other)
    own = sites_of.get(id(other), [])
    if own and (one.site is None or own[0].value.name != one.site.value.name):
        return False
    if (
        other.moment is not None
        and one.moment is not None
        and other.moment.mention.span != one.moment.mention.span
    ):
        return False
    if _voice(scene, one) != _voice(scene, other):
        return False
    mine, theirs = _ids(one), _ids(other)
    return not mine or not theirs or theirs <= mine or bool(mine & theirs)


def _shot_then(one: Draft, other: Draft) -> bool:
    """Whether the later words only tell how those died: "مقتل الناشطة … ثم أطلق الرصاص عليها"."""
    deaths, shots = one.rule.id == "killing", other.rule.id == "gunfire"
    return deaths and shots and other.type == "Attack" and not other.losses and not other.target


def _goes_on(other: Draft) -> bool:
    """Whether the verb only tells what was done next to the same people: "… واقتادوهم"."""
    trigger = other.trigger
    return other.rule.id == "abduction" and trigger.form == "verb" and bool(trigger.enclitic)


def _voice(scene: Scene, draft: Draft) -> tuple[tuple[Span, Span], ...]:
    """The attributions that cover the draft: two voices are two claims."""
    return tuple(
        (a.span, a.scope)
        for a in scene.said_of(draft.trigger.span)
        if a.verb not in ("according", "echo")
    )


def _ids(draft: Draft) -> set[str | None]:
    return {a.actor for a in (*draft.initiator, *draft.target)}
