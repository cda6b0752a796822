"""Losses: which event each belongs to, whose they are, and events that losses alone attest."""

from collections.abc import Sequence
from dataclasses import replace

from sijill.claims.domain import walls_of
from sijill.claims.draft import Draft
from sijill.claims.kind import AIR, AIR_POWERS, SHELLING
from sijill.claims.scene import Located, Scene
from sijill.claims.side import is_armed, is_civilian, is_state
from sijill.model.claim import Loss
from sijill.model.mention import ActorMention, LossMention, TriggerMention
from sijill.ontology.frame import EventRule, Frame
from sijill.text.fold import fold

HARMFUL = frozenset(
    (
        "Armed clash",
        AIR,
        SHELLING,
        "Suicide bomb",
        "Remote explosive/landmine/IED",
        "Grenade",
        "Chemical weapon",
        "Attack",
        "Abduction/forced disappearance",
        "Sexual violence",
        "Peaceful protest",
        "Protest with intervention",
        "Excessive force against protesters",
        "Violent demonstration",
        "Mob violence",
        "Arrests",
    )
)
"""Types that can cost lives or liberty: the hosts of losses."""

ALONE = frozenset(("killed", "injured", "captured"))
"""Losses that attest an event by themselves."""

VIOLENT = HARMFUL - {"Arrests", "Peaceful protest", "Protest with intervention", "Mob violence"}
"""Types that deaths told later in the text go on from."""

_HARMS = frozenset(("killed", "injured", "captured"))
_REMOTE = frozenset((AIR, SHELLING, "Suicide bomb", "Remote explosive/landmine/IED"))
GENERIC = "people without a side"

_KILLING = EventRule(
    id="killing",
    frame=Frame("kill", "initiator", "target", "target", {}),
    type="killing",
    refine=(
        ("suicide", "Suicide bomb"),
        ("drone", AIR),
        ("air", AIR),
        ("ied", "Remote explosive/landmine/IED"),
        ("chemical", "Chemical weapon"),
        ("rocket", SHELLING),
        ("artillery", SHELLING),
    ),
    needs="",
    civilians=None,
    protest=None,
)
"""Deaths told with no event of their own: the type follows from the cues and the victims."""

_SHARE_REACH = 4
"""Words between two numbers of victims told in one breath."""
_CAUSE_REACH = 4
"""Words between a loss and the event that caused it, when a preposition of cause joins them."""


def host_of(scene: Scene, drafts: Sequence[Draft], located: Located[LossMention]) -> Draft | None:
    """The draft of the same sentence that a loss belongs to; None if it stands alone."""
    loss = located.item
    if loss.trigger is not None:
        first, last = scene.tagged.range_of(loss.trigger)
        for draft in drafts:
            if draft.trigger.start < last and first < draft.trigger.end:
                return draft
    if loss.kind == "displaced":
        moved = [d for d in drafts if d.rule.frame.name == "move"]
        return moved[0] if moved else drafts[0] if drafts else None
    hosts = [d for d in drafts if d.type in HARMFUL and not _retold(scene, d, located)]
    if loss.kind == "captured" and not hosts:
        return None
    before = [d for d in hosts if d.trigger.start < located.start]
    after = [d for d in hosts if d.trigger.start >= located.end]
    if after and _caused(scene, located, after[0]):
        return after[0]
    if before:
        return before[-1]
    if after and not _walled(scene, located, after[0]):
        return after[0]
    return None


def _walled(scene: Scene, located: Located[LossMention], draft: Draft) -> bool:
    """Whether a new clause begins between a loss and the event after it."""
    sentence = scene.tagged.sentences[draft.sentence]
    return any(located.end <= wall <= draft.anchor for wall in walls_of(scene, sentence))


def _retold(scene: Scene, draft: Draft, located: Located[LossMention]) -> bool:
    """Whether a new voice begins between the event and the loss: then it is told apart."""
    start, end = draft.trigger.end, located.start
    if start >= end:
        return False
    between = scene.tagged.span(start, end)
    return any(
        a.verb not in ("according", "echo") and between.covers(a.span) for a in scene.attributions
    )


def is_accident(scene: Scene, number: int) -> bool:
    """Whether the sentence tells of a road accident, a quake, an illness and names no fighter."""
    sentence = scene.tagged.sentences[number]
    cues = {
        match.entry.id
        for match in scene.tagged.layer("cue")
        if sentence.start <= match.start < sentence.end
    }
    return "accident" in cues and not cues & {"ied", "artillery", "rocket", "air", "smallarms"}


def _caused(scene: Scene, located: Located[LossMention], draft: Draft) -> bool:
    """Whether the event follows as the loss's cause: "قتل … في غارة", "جراء قصف"."""
    tokens, grammar = scene.tagged.tokens, scene.grammar
    for index in range(located.end, draft.anchor + 1):
        if grammar.boundary.at(tokens, index, draft.anchor):
            return False
    for back in range(draft.anchor, max(located.end, draft.anchor - _CAUSE_REACH) - 1, -1):
        key = tokens[back].key
        if key in grammar.before_noun or (key.startswith(("ب", "ل")) and back == draft.anchor):
            return True
    return False


def lone(
    scene: Scene, sentence: int, located: Located[LossMention], drafts: Sequence[Draft]
) -> Draft:
    """A draft for deaths that the sentence gives no event for."""
    loss = located.item
    words = loss.trigger or loss.span
    first, last = scene.tagged.range_of(words)
    bounds = scene.tagged.sentences[sentence]
    trigger = TriggerMention(
        span=words,
        start=first,
        end=last,
        event=_KILLING.id,
        form="verb" if scene.tagged.at("verb", first) else "noun",
        rule=loss.rule,
        voice="either",
    )
    draft = Draft(trigger, _KILLING, sentence, bounds.start, bounds.end)
    others = [d for d in drafts if d.trigger.end <= first]
    walls = [w for w in walls_of(scene, bounds) if w <= first]
    before = others[-1].trigger.end if others else bounds.start
    draft.left = max([before, bounds.start, *walls])
    draft.shares_left = bool(others) and draft.left == before
    later = [d.anchor for d in drafts if d.trigger.start > first]
    draft.right = max(later[0] if later else bounds.end, located.end)
    return draft


def is_natural(scene: Scene, draft: Draft) -> bool:
    """Whether people merely died, by words that tell of no violence and with no weapon near."""
    sentence = scene.tagged.sentences[draft.sentence]
    tokens = scene.tagged.tokens
    mild = any(
        token.key in scene.grammar.natural for token in tokens[sentence.start : sentence.end]
    )
    armed = any(
        is_armed(scene, located.item)
        for located in scene.actors.within(sentence.start, sentence.end)
    )
    return mild and not draft.cues and not armed


def settle_killing(draft: Draft, previous: Draft | None) -> None:
    """The type of an event that only its losses attest."""
    for cue, refined in _KILLING.refine:
        if cue in draft.cues:
            draft.type = refined
            return
    victims = {loss.of for loss in draft.losses}
    if draft.protesters:
        draft.type = "Excessive force against protesters"
    elif "civilians" in victims:
        near = previous is not None and draft.sentence - previous.sentence <= 1
        again = near and previous is not None and previous.type in _REMOTE
        draft.type = previous.type if again and previous and not draft.initiator else "Attack"
    elif previous is not None and "unknown" in victims:
        draft.type = previous.type
    elif any(a.actor in AIR_POWERS for a in draft.initiator) or (
        previous is not None and previous.type in (AIR, SHELLING) and not draft.initiator
    ):
        draft.type = previous.type if previous is not None else AIR
    else:
        draft.type = "Armed clash"


def loss_of(scene: Scene, draft: Draft, located: Located[LossMention]) -> Loss:
    """The loss with its side settled."""
    mention = located.item
    of, because = _side(scene, draft, located)
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
        for actor in _named(scene, one):
            generic = scene.sides.get(one.item.group or "") == "generic"
            if generic and draft.type == "Armed clash":
                continue
            if actor.rule.startswith("both-sides") or actor in draft.initiator:
                continue
            if actor.actor is None or actor.actor not in own:
                draft.target.append(actor)
        if draft.target:
            return


def civilian_target(draft: Draft) -> None:
    """Civilians who are counted among the victims, and no party named: they are the target."""
    if draft.target:
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


def with_part(whole: Loss, part: Loss) -> Loss:
    """The whole that now also holds a part of it."""
    return replace(whole, parts=(*whole.parts, part))


def _side(scene: Scene, draft: Draft, located: Located[LossMention]) -> tuple[str, str]:
    mention = located.item
    if draft.type == "Suicide bomb" and _is_bomber(draft, located):
        own = [actor.actor for actor in draft.initiator if actor.actor]
        return (own[0] if own else "unknown"), "those who blew themselves up"
    if mention.kind == "displaced":
        return "civilians", "people who were driven out"
    named = _named(scene, located)
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


def _named(scene: Scene, located: Located[LossMention]) -> list[ActorMention]:
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
