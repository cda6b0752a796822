"""Victims: which side each loss fell on."""

from dataclasses import replace

from sijill.claims.draft import Draft
from sijill.claims.kind import AIR, SHELLING
from sijill.claims.scene import Located, Scene
from sijill.claims.side import is_armed, is_civilian, is_state
from sijill.model.claim import Loss
from sijill.model.mention import ActorMention, LossMention
from sijill.text.fold import fold

GENERIC = "people without a side"

_SHARE_REACH = 4
"""Words between two numbers of victims told in one breath."""


def side_of(scene: Scene, draft: Draft, located: Located[LossMention]) -> tuple[str, str]:
    mention = located.item
    if draft.type == "Suicide bomb" and _is_bomber(draft, located):
        own = [actor.actor for actor in draft.initiator if actor.actor]
        return (own[0] if own else "unknown"), "those who blew themselves up"
    if mention.kind == "displaced":
        return "civilians", "people who were driven out"
    named = named_in(scene, located)
    if scene.sides.get(mention.group or "") == "generic":
        named = [actor for actor in named if not is_civilian(actor)]
    if any(actor.rule.startswith("both-sides") for actor in named):
        return "both-sides", "losses of both sides"
    if named:
        if any(is_civilian(a) for a in named) and not any(is_armed(scene, a) for a in named):
            return "civilians", "the victims are named as civilians"
        for actor in named:
            if actor.actor is not None and is_armed(scene, actor):
                return actor.actor, "the victims' side is named"
        return "unknown", "the victims' side is not in the registry"
    bearer = _bearer(scene, draft, located)
    if bearer is not None and bearer.actor is not None:
        return bearer.actor, "the side that bears the loss is named"
    if _both(scene, located):
        return "both-sides", "losses of both sides"
    side = scene.sides.get(mention.group or "", "")
    if side == "civilian":
        return "civilians", f"victims are of class {mention.group}"
    if side == "police":
        return "police", "police, their country by context"
    if side == "fighter":
        return "unknown", "fighters with no side named"
    return "unknown", GENERIC if side == "generic" else "no side named"


def share_sides(scene: Scene, draft: Draft) -> None:
    """Losses told in one breath share their side: "قتل 5 وأصيب 7 من …", "وإصابة آخرين"."""
    known = [loss.of for loss in draft.losses if loss.of not in ("unknown", "both-sides")]
    for number, loss in enumerate(draft.losses):
        if loss.of != "unknown" or len(set(known)) != 1:
            continue
        near = draft.losses[number + 1 : number + 2] + draft.losses[max(0, number - 1) : number]
        for other in near:
            if other.of == known[0] and _apart(scene, loss, other) <= _SHARE_REACH:
                draft.losses[number] = replace(
                    loss, of=other.of, rule=f"{loss.rule}; the side of the number beside it"
                )
                break


def settle_generic(draft: Draft) -> None:
    """People without a side who died under fire from afar are civilians."""
    if draft.type not in (AIR, SHELLING, "Attack"):
        return
    for number, loss in enumerate(draft.losses):
        if loss.of == "unknown" and loss.rule.endswith(GENERIC):
            draft.losses[number] = replace(
                loss, of="civilians", rule=f"{loss.rule}, under fire from afar"
            )


def settle_fighters(scene: Scene, draft: Draft) -> None:
    """Soldiers fall on the state's side, rebels on the other, where the event has just these."""
    sides = [a for a in (*draft.initiator, *draft.target) if a.actor and is_armed(scene, a)]
    states = {a.actor for a in sides if is_state(scene, a)}
    others = {a.actor for a in sides if not is_state(scene, a)}
    for number, loss in enumerate(draft.losses):
        if loss.of != "unknown" or loss.kind == "displaced":
            continue
        words = fold(loss.text).split()
        if any(word in scene.grammar.soldiers for word in words):
            fallen = states
        elif any(word in scene.grammar.insurgents for word in words):
            fallen = others
        else:
            continue
        if len(fallen) == 1:
            draft.losses[number] = replace(
                loss, of=min(a for a in fallen if a), rule=f"{loss.rule}; by the fighters' noun"
            )


def _apart(scene: Scene, one: Loss, other: Loss) -> int:
    first, second = sorted((scene.tagged.range_of(one.span), scene.tagged.range_of(other.span)))
    return second[0] - first[1]


def named_in(scene: Scene, located: Located[LossMention]) -> list[ActorMention]:
    """The actors inside the loss's words, or right after them."""
    inside = [a.item for a in scene.actors.within(located.start, located.end)]
    if located.item.victims is not None:
        first, last = scene.tagged.range_of(located.item.victims)
        inside += [a.item for a in scene.actors.within(first, last) if a.item not in inside]
    if inside:
        return inside
    following = scene.actors.within(located.end, located.end + 3)
    tokens, grammar = scene.tagged.tokens, scene.grammar
    for actor in following:
        between = tokens[located.end : actor.start]
        if all(t.key in grammar.host or t.key in grammar.victims for t in between):
            return [actor.item]
    return []


def _is_bomber(draft: Draft, located: Located[LossMention]) -> bool:
    """Whether the dead are the attackers: the loss and the event are told by the same words."""
    words = located.item.trigger
    return words is not None and words.overlaps(draft.trigger.span)


def _bearer(scene: Scene, draft: Draft, located: Located[LossMention]) -> ActorMention | None:
    """Who bears losses that no noun assigns: the subject of "تكبد", the object of "كبد"."""
    if draft.rule.id == "inflict":
        return draft.target[0] if draft.target else None
    for index in range(located.start - 1, max(draft.left, located.start - 4) - 1, -1):
        for match in scene.tagged.at("verb", index)[:1]:
            if any(form.lemma in scene.grammar.bearers for form in match.entry.value):
                sentence = scene.tagged.sentences[draft.sentence]
                near = scene.actors.within(index + 1, located.start) or scene.actors.within(
                    sentence.start, index
                )
                armed = [a.item for a in near if is_armed(scene, a.item)]
                return armed[-1] if armed else None
    return None


def _both(scene: Scene, located: Located[LossMention]) -> bool:
    tokens = scene.tagged.tokens
    stop = min(len(tokens), located.end + 4)
    return any(scene.grammar.both.at(tokens, index, stop) for index in range(located.start, stop))
