"""Aim: whether a deed with arms was aimed at people who do not fight, or at fighters."""

from collections.abc import Iterable, Sequence

from sijill.claims.draft import Draft
from sijill.claims.raid import SETTLERS, enters, is_fought_raid
from sijill.claims.scene import Located, Scene
from sijill.claims.side import is_armed, is_civilian, is_state
from sijill.claims.victim import GENERIC
from sijill.model.mention import ActorMention, LossMention
from sijill.text.fold import fold
from sijill.text.token import Token

_REACH = 10
"""Words after an event in which what it was aimed at is named."""
_GOAL = 5
"""Words after an assault in which the ground it is to take is named."""
_AT_PERSON = ("عليه", "عليها", "عليهما", "عليهم")
"""Words within an event's own by which it is aimed at somebody named before."""
_FIGHTING = frozenset(("fighter", "police"))
_NAME_REACH = 5
"""Words after a shot in which the one shot at is named."""
_FACELESS = frozenset(("unidentified-armed-group",))
_UNARMED = frozenset(("civilians", "unknown", SETTLERS))
_HARMS = frozenset(("killed", "injured"))
_SHOOTING = frozenset(("gunfire", "bullets", "sniping"))


def at_civilians(scene: Scene, draft: Draft) -> bool:
    """Whether those who suffer do not fight: by party, thing struck or victims."""
    if draft.target:
        civil = all(_is_civil(scene, actor) for actor in draft.target)
        return civil and not _at_fighters(scene, draft) and not is_fought_raid(scene, draft)
    if _at_fighters(scene, draft) or is_fought_raid(scene, draft):
        return False
    if _hits(scene, draft, "civil") or _at_person(scene, draft):
        return True
    if any(loss.kind in _HARMS for loss in draft.losses):
        return _hurts_people(scene, draft)
    if draft.initiator:
        return False
    return not any(is_armed(scene, located.item) for located in scene.actors.items)


def spread_aim(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Assaults on nobody named are attacks too where their doer attacks civilians elsewhere in
    the report and fights no armed side in it."""
    raiders = _doers(draft for draft in drafts if draft.type == "Attack")
    fought = _doers(
        draft for draft in drafts if any(is_armed(scene, actor) for actor in draft.target)
    )
    for draft in drafts:
        rule, own = draft.rule, _doers([draft])
        if draft.target or draft.type != rule.type or rule.civilians != "Attack":
            continue
        if own and own <= raiders - fought and not any(is_state(scene, a) for a in draft.initiator):
            draft.type = rule.civilians
            draft.note("type", draft.trigger.rule, "its doer attacks civilians in this report")


def _doers(drafts: Iterable[Draft]) -> set[str]:
    return {actor.actor for draft in drafts for actor in draft.initiator if actor.actor}


def _is_civil(scene: Scene, actor: ActorMention) -> bool:
    """Whether the party is civilian, or a civil office: "وزارة الصحة"."""
    if is_civilian(actor) or actor.actor == SETTLERS or actor.kind == "person":
        return True
    if actor.rule == "described":
        first = scene.tagged.range_of(actor.span)[0]
        return any(
            scene.sides.get(match.entry.value.group) == "civilian"
            for match in scene.tagged.at("people", first)[:1]
        )
    words = fold(actor.head.of(scene.tagged.text)).split()
    return actor.rule == "ministry" and not scene.grammar.forces.intersection(words)


def _at_fighters(scene: Scene, draft: Draft) -> bool:
    """Whether what was struck is an army's or armed, or a fighter fell."""
    if any(is_armed(scene, a) and not _is_civil(scene, a) for a in draft.target) or _hits(
        scene, draft, "military"
    ):
        return True
    if any(loss.of not in _UNARMED for loss in draft.losses):
        return True
    if draft.target and draft.rule.id in _SHOOTING:
        # Beside a civilian who was meant, a guard who fell was not the aim.
        return False
    return any(
        scene.sides.get(located.item.group or "") in _FIGHTING
        for located in scene.losses.within(draft.left, draft.right)
        if located.item.kind in _HARMS and not _of_settlers(scene, located)
    )


def _of_settlers(scene: Scene, located: Located[LossMention]) -> bool:
    """Whether the victims are settlers, who fight in no army: "إصابة مستوطنين"."""
    tokens = scene.tagged.tokens[located.start : located.end]
    return any(token.key.removeprefix("ال") in scene.grammar.settlers for token in tokens)


def _hurts_people(scene: Scene, draft: Draft) -> bool:
    """Whether the victims are civilians, or people without arms whom no state's army attacked."""
    if any(loss.of == "civilians" for loss in draft.losses):
        return True
    if any(
        located.item.kind in _HARMS and _of_settlers(scene, located)
        for located in scene.losses.within(draft.left, draft.right)
    ):
        return True
    if not draft.initiator or any(is_state(scene, actor) for actor in draft.initiator):
        return False
    tokens = scene.tagged.tokens[draft.trigger.end : draft.trigger.end + _GOAL]
    if any(token.key in scene.grammar.offensive for token in tokens):
        return False
    return all(loss.rule.endswith(GENERIC) for loss in draft.losses if loss.kind in _HARMS)


def _at_person(scene: Scene, draft: Draft) -> bool:
    """Whether somebody unknown shoots at one who was named before: "أطلق عليه مجهولون النار"."""
    if draft.rule.id not in _SHOOTING:
        return False
    trigger = draft.trigger
    tokens = scene.tagged.tokens[trigger.start : trigger.end + 2]
    if not all(actor.actor is None or actor.actor in _FACELESS for actor in draft.initiator):
        return False
    if any(token.key in _AT_PERSON for token in tokens):
        return True
    faceless = draft.initiator or any(
        token.key.removeprefix("ال") in scene.grammar.faceless for token in tokens
    )
    return bool(faceless) and _at_name(scene, draft)


def _at_name(scene: Scene, draft: Draft) -> bool:
    """Whether the preposition is followed by a name that is neither a place nor a party."""
    tagged = scene.tagged
    stop = min(draft.right, draft.trigger.end + _NAME_REACH)
    for index in range(draft.trigger.end, stop - 1):
        if tagged.tokens[index].key == "علي":
            after = index + 1
            layers = ("thing", "place", "place_type", "actor", "people", "trigger")
            known = any(tagged.at(layer, after) for layer in layers)
            return not (
                known
                or scene.places.within(after, after + 1)
                or scene.actors.within(after, after + 1)
            )
    return False


def _hits(scene: Scene, draft: Draft, cue: str) -> bool:
    """Whether a thing of that kind is what the event is aimed at: "هجوم على قافلة إغاثة"."""
    start = draft.trigger.end
    stop = min(draft.right, start + _REACH)
    if cue == "civil" and enters(scene, draft):
        return False
    return any(
        match.entry.id == cue and _is_aim(scene, draft, match.start)
        for match in scene.tagged.within("thing", start, stop)
    )


def _is_aim(scene: Scene, draft: Draft, index: int) -> bool:
    """Whether the word at `index` is the object of the event's verb or of its preposition."""
    tokens = scene.tagged.tokens
    for back in range(index - 1, draft.trigger.end - 1, -1):
        key = tokens[back].key
        if key in scene.grammar.aiming:
            return True
        if key in scene.grammar.before_noun and not _counts(tokens, back):
            return False
    return draft.trigger.form == "verb"


def _counts(tokens: list[Token], index: int) -> bool:
    """Whether "من" only joins a number to what it counts: "عدد من المنازل"."""
    return tokens[index].key == "من"
