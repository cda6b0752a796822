"""Harm: losses as a claim holds them, wholes and parts, and the target they show."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.scene import Located, Scene, Site
from sijill.claims.side import is_civilian
from sijill.claims.victim import named_in, side_of
from sijill.model.claim import Loss
from sijill.model.mention import ActorMention, LossMention
from sijill.model.record import changed

_CONTINUED = "quantity.continued"
_AT = 2
"""Words between a loss and the place that it alone has."""
_DONE = frozenset(("kill", "hit", "seize", "strike", "assault"))
"""Frames of deeds that one side does to another."""
_HARMS = frozenset(("killed", "injured", "captured"))


def loss_of(scene: Scene, draft: Draft, located: Located[LossMention]) -> Loss:
    """The loss with its side settled."""
    mention = located.item
    of, because = side_of(scene, draft, located)
    return Loss(
        kind=mention.kind,
        of=of,
        minimum=mention.amount.minimum,
        maximum=mention.amount.maximum,
        approximate=mention.amount.approximate,
        text=mention.span.of(scene.tagged.text),
        span=mention.span,
        rule=f"{mention.rule}; {because}",
        name=mention.name.of(scene.tagged.text) if mention.name else None,
    )


def split_whole(draft: Draft) -> None:
    """A toll that is only the sum of its sides' parts gives way to them."""
    found: list[Loss] = []
    for loss in draft.losses:
        parts = loss.parts
        sides = {part.of for part in parts}
        if len(sides) > 1 and sum(part.minimum for part in parts) == loss.minimum:
            found.extend(parts)
        else:
            found.append(loss)
    draft.losses = found


def without_echoes(scene: Scene, draft: Draft) -> None:
    """A loss without a number says nothing new beside a counted one of its kind and side."""
    counted: set[tuple[str, str]] = set()
    kept: list[Loss] = []
    for loss in draft.losses:
        if (loss.kind, loss.of) in counted and _is_bare(scene, loss):
            continue
        if not loss.approximate:
            counted.add((loss.kind, loss.of))
        kept.append(loss)
    draft.losses = kept


def _is_bare(scene: Scene, loss: Loss) -> bool:
    """Whether only a noun of loss tells it, without an amount: "قتلى"."""
    if not loss.approximate or loss.maximum is not None:
        return False
    first = scene.tagged.range_of(loss.span)[0]
    return any(match.entry.value.kind for match in scene.tagged.at("people", first))


def losses_at(scene: Scene, draft: Draft, sites: Sequence[Site]) -> list[list[Loss]]:
    """The losses of each place: all are the first's, but for one that goes on right before
    another: "مقتل ثلاثة جنود في A، واثنين في B"."""
    found: list[list[Loss]] = [[] for _ in sites]
    starts = [scene.tagged.token_at(site.mention.span.start) for site in sites]
    for loss in draft.losses:
        end = scene.tagged.range_of(loss.span)[1]
        at = 0
        if loss.rule.startswith(_CONTINUED):
            at = next((n for n, start in enumerate(starts) if 0 <= start - end <= _AT), 0)
        found[at].append(loss)
    return found


def with_part(whole: Loss, part: Loss) -> Loss:
    """The whole that now also holds a part of it."""
    return changed(whole, parts=(*whole.parts, part))


def targets_from_losses(
    scene: Scene, draft: Draft, located: Sequence[Located[LossMention]]
) -> None:
    """Those who are harmed are the target where the clause names no other."""
    if draft.target:
        return
    own = {actor.actor for actor in draft.initiator}
    for one in located:
        if one.item.kind not in _HARMS:
            continue
        for actor in named_in(scene, one):
            generic = scene.sides.get(one.item.group or "") == "generic"
            if generic and draft.type == "Armed clash":
                continue
            if actor.rule.startswith("both-sides") or actor in draft.initiator:
                continue
            if is_civilian(actor) and draft.rule.frame.name == "clash":
                # Of those who fell in a fight they are no side of it.
                continue
            if actor.actor is None or actor.actor not in own:
                draft.target.append(actor)
        if draft.target:
            return
    for one in located:
        if one.item.kind in _HARMS and scene.sides.get(one.item.group or "") == "fighter":
            draft.target.extend(_fighters(draft, one.item))
            return


def _fighters(draft: Draft, loss: LossMention) -> list[ActorMention]:
    """Fallen fighters whose side nothing names, where one side did a deed to them."""
    if draft.rule.frame.name not in _DONE or not draft.initiator or loss.victims is None:
        return []
    of = next((told.of for told in draft.losses if told.span == loss.span), "unknown")
    own = {actor.actor for actor in draft.initiator}
    if of in own or of in ("both-sides", "civilians"):
        return []
    return [
        ActorMention(
            span=loss.span,
            head=loss.victims,
            actor=None if of == "unknown" else of,
            rule="fill:fallen",
            kind="generic_group",
            confidence=0.5,
        )
    ]


def civilian_target(draft: Draft, *, late: bool = False) -> None:
    """Civilians who are counted among the victims, and no party named: they are the target.

    Of a fight they are so only `late`, once the text has been asked for its sides.
    """
    if draft.target or (draft.rule.frame.name == "clash" and not late):
        return
    for loss in draft.losses:
        if loss.of == "civilians" and loss.kind in _HARMS:
            draft.target.append(
                ActorMention(
                    span=loss.span,
                    head=loss.span,
                    actor="civilians",
                    rule="fill:victims",
                    kind="civilians",
                    confidence=0.7,
                )
            )
            return
