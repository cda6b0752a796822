"""Killings: events that losses alone attest."""

from collections.abc import Sequence

from sijill.claims.domain import walls_of
from sijill.claims.draft import Draft
from sijill.claims.host import HARMFUL
from sijill.claims.kind import AIR, AIR_POWERS, SHELLING
from sijill.claims.scene import Located, Scene
from sijill.claims.side import any_armed, is_armed
from sijill.model.mention import LossMention, TriggerMention
from sijill.ontology.frame import EventRule, Frame

ALONE = frozenset(("killed", "injured", "captured"))
"""Losses that attest an event by themselves."""

VIOLENT = HARMFUL - {"Arrests", "Peaceful protest", "Protest with intervention", "Mob violence"}
"""Types that deaths told later in the text go on from."""

_NEAR = 3
"""Sentences in which a text goes on speaking of an attack."""
_NO_SIDE = frozenset(("civilians", "unknown"))
_FOUND_REACH = 6
"""Words between a verb of finding and the bodies that were found."""
_REMOTE = frozenset((AIR, SHELLING, "Suicide bomb", "Remote explosive/landmine/IED"))

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


def is_accident(scene: Scene, number: int) -> bool:
    """Whether the sentence tells of a road accident, a quake, an illness and names no fighter."""
    sentence = scene.tagged.sentences[number]
    cues = {match.entry.id for match in scene.tagged.within("cue", sentence.start, sentence.end)}
    return "accident" in cues and not cues & {"ied", "artillery", "rocket", "air", "smallarms"}


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


def is_find(scene: Scene, draft: Draft) -> bool:
    """Whether bodies were found, of people whom nobody says fell in a fight."""
    sentence = scene.tagged.sentences[draft.sentence]
    tokens = scene.tagged.tokens
    start = draft.trigger.start
    floor = max(sentence.start, start - _FOUND_REACH)
    body = any(
        token.key.removeprefix("ال") in scene.grammar.bodies
        for token in tokens[start : draft.trigger.end + 1]
    )
    return body and any(
        token.key.lstrip("وف").removeprefix("ال") in scene.grammar.finding
        for token in tokens[floor:start]
    )


def _groups(scene: Scene, draft: Draft) -> set[str]:
    """The classes of the people who fell."""
    spans = {loss.span for loss in draft.losses}
    return {
        located.item.group or ""
        for located in scene.losses.within(draft.left, draft.right)
        if located.item.span in spans
    }


def _in_custody(scene: Scene, draft: Draft) -> bool:
    """Whether those who died were prisoners."""
    return _groups(scene, draft) == {"prisoner"}


def _fighters_fell(scene: Scene, draft: Draft, victims: set[str]) -> bool:
    """Whether those who fell bore arms: by side or by noun."""
    nouns = {scene.sides.get(group, "") for group in _groups(scene, draft)}
    return not victims & {"civilians"} and ("fighter" in nouns or not victims <= _NO_SIDE)


def settle_killing(scene: Scene, draft: Draft, previous: Draft | None) -> None:
    """The type of an event that only its losses attest."""
    for cue, refined in _KILLING.refine:
        if cue in draft.cues:
            draft.type = refined
            return
    victims = {loss.of for loss in draft.losses}
    if draft.protesters:
        draft.type = "Excessive force against protesters"
    elif victims <= _NO_SIDE and (is_find(scene, draft) or _in_custody(scene, draft)):
        draft.type = "Attack"
        draft.doerless = is_find(scene, draft)
        if draft.doerless:
            draft.initiator.clear()
    elif "civilians" in victims:
        near = previous is not None and draft.sentence - previous.sentence <= 1
        again = near and previous is not None and previous.type in _REMOTE
        draft.type = previous.type if again and previous and not draft.initiator else "Attack"
    elif draft.initiator and _fighters_fell(scene, draft, victims):
        powers = any(a.actor in AIR_POWERS for a in draft.initiator)
        draft.type = AIR if powers and previous and previous.type == AIR else "Armed clash"
    elif previous is not None and "unknown" in victims:
        draft.type = previous.type
    elif any(a.actor in AIR_POWERS for a in draft.initiator) or (
        previous is not None and previous.type in (AIR, SHELLING) and not draft.initiator
    ):
        draft.type = previous.type if previous is not None else AIR
    else:
        draft.type = "Armed clash"


def resumes_attack(scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Whether "the attack" is the one on civilians that was told last: "وأصيب في الهجوم …"."""
    trigger = draft.trigger
    if draft.rule.civilians is None or trigger.form != "noun" or not trigger.definite:
        return False
    if draft.initiator or any_armed(scene, draft.target):
        return False
    told = [d for d in earlier if d.type in VIOLENT]
    return bool(told) and told[-1].type == "Attack" and draft.sentence - told[-1].sentence <= _NEAR


def event_before(draft: Draft, violent: Sequence[Draft]) -> Draft | None:
    """The event that deaths go on from: the last one near, of the side that lost men if known."""
    near = [d for d in violent if draft.sentence - d.sentence <= _NEAR]
    lost = {loss.of for loss in draft.losses} - _NO_SIDE
    shared = [
        d for d in near if lost and lost & {a.actor for a in (*d.initiator, *d.target) if a.actor}
    ]
    found = shared or near
    return found[-1] if found else None


def follow_attack(draft: Draft, previous: Draft | None) -> None:
    """Deaths that go on from an attack on civilians have its doer, if they name none."""
    if previous is None or draft.initiator or (draft.target and draft.type != "Attack"):
        return
    if previous.type == draft.type == "Attack":
        draft.initiator.extend(previous.initiator)
        draft.note("initiator", "fill:attack", "the doer of the attack that the deaths go on from")
        draft.confidence["initiator"] = 0.6
