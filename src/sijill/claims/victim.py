"""Victims: which side each loss fell on."""

from sijill.claims.draft import Draft
from sijill.claims.scene import Located, Scene
from sijill.claims.side import is_armed, is_civilian
from sijill.model.mention import ActorMention, LossMention
from sijill.text.token import COMMA

GENERIC = "people without a side"
BOMBERS = "those who blew themselves up"
NOUNLESS = "nothing says who they were"

_CREW = "crew"
_OWNED = frozenset(("fighter", "officer", "commander", "police"))
"""Classes of people that a party has: "its fighters"."""


def side_of(scene: Scene, draft: Draft, located: Located[LossMention]) -> tuple[str, str]:
    mention = located.item
    if draft.type == "Suicide bomb" and _is_bomber(draft, located):
        own = [actor.actor for actor in draft.initiator if actor.actor]
        return (own[0] if own else "unknown"), BOMBERS
    if mention.kind == "displaced":
        return "civilians", "people who were driven out"
    named = _told_in(scene, located)
    if any(actor.rule.startswith("both-sides") for actor in named):
        return "both-sides", "losses of both sides"
    if named:
        if any(is_civilian(a) for a in named) and not any(is_armed(scene, a) for a in named):
            return "civilians", "the victims are named as civilians"
        for actor in named:
            if actor.actor is not None and is_armed(scene, actor) and _is_sure(draft, actor):
                return actor.actor, "the victims' side is named"
    owner = _owner(scene, draft, located)
    if owner is not None and owner.actor is not None:
        return owner.actor, "the side whose own they are"
    bearer = _bearer(scene, draft, located)
    if bearer is not None and bearer.actor is not None:
        return bearer.actor, "the side that bears the loss is named"
    if is_mutual(scene, located):
        return "both-sides", "losses of both sides"
    side = scene.sides.get(mention.group or "", "")
    if side == "civilian":
        return "civilians", f"victims are of class {mention.group}"
    if side == "police":
        return "police", "police, their country by context"
    if side == "fighter":
        return "unknown", "fighters with no side named"
    return "unknown", GENERIC if side == "generic" else NOUNLESS


def _told_in(scene: Scene, located: Located[LossMention]) -> list[ActorMention]:
    """The actors of the loss's words that can be who suffered."""
    named = named_in(scene, located)
    if located.item.group == _CREW:
        # "دبابة … طاقمها": the crew is that of what was hit, not of who hit it.
        named = [actor for actor in named if not actor.rule.startswith("own")]
    if scene.sides.get(located.item.group or "") == "generic":
        named = [actor for actor in named if not is_civilian(actor)]
    return named


def _is_sure(draft: Draft, actor: ActorMention) -> bool:
    """Whether a bare noun such as "the soldiers" stands for a side that the event has."""
    if not actor.rule.startswith("anaphor:soldiers"):
        return True
    return actor.actor in {a.actor for a in (*draft.initiator, *draft.target)}


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
        if any(token.gap >= COMMA for token in tokens[located.end : actor.start + 1]):
            break
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


def is_mutual(scene: Scene, located: Located[LossMention]) -> bool:
    """Whether both sides bore the loss: "قتلى من الطرفين"."""
    tokens = scene.tagged.tokens
    stop = min(len(tokens), located.end + 4)
    return any(scene.grammar.both.at(tokens, index, stop) for index in range(located.start, stop))


def _owner(scene: Scene, draft: Draft, located: Located[LossMention]) -> ActorMention | None:
    """The side that a pronoun on the fighters' noun means: "خمسة من عناصره", "أحد مقاتليها".

    It is the last armed party named before in the sentence, the doer of the deed only if no
    other is.
    """
    start, end = located.start, located.end
    if located.item.victims is not None:
        end = max(end, scene.tagged.range_of(located.item.victims)[1])
    if _in_their_ranks(scene, located):
        return _mourner(scene, draft, located)
    if not any(
        match.enclitic in scene.grammar.theirs and match.entry.value.group in _OWNED
        for index in range(start, end)
        for match in scene.tagged.at("people", index)
    ):
        return None
    sentence = scene.tagged.sentences[draft.sentence]
    before = [a.item for a in scene.actors.within(sentence.start, start) if is_armed(scene, a.item)]
    doers = {a.actor for a in draft.initiator}
    owners = [a for a in before if a.actor not in doers] or before
    return owners[-1] if owners else None


def _in_their_ranks(scene: Scene, located: Located[LossMention]) -> bool:
    """Whether the loss is one "in its ranks", or of "them": "إصابات في صفوفه", "العشرات منهم"."""
    tokens, words = scene.tagged.tokens, scene.grammar.ranks
    start, stop = located.start, min(len(tokens), located.end + 3)
    if located.item.part_of is not None:
        return False
    for index in range(start, stop):
        if index > located.start and tokens[index].gap >= COMMA:
            return False
        if tokens[index].key in words:
            return True
    return False


def _mourner(scene: Scene, draft: Draft, located: Located[LossMention]) -> ActorMention | None:
    """Whose ranks those are: the target's, else those of the last party before.

    Nobody's where other people are counted in between: then the pronoun means these.
    """
    sentence = scene.tagged.sentences[draft.sentence]
    for actor in draft.target:
        if is_armed(scene, actor):
            return actor
    before = scene.actors.within(sentence.start, located.start)
    armed = [a for a in before if is_armed(scene, a.item)]
    if not armed:
        return None
    told = scene.losses.within(armed[-1].end, located.start)
    doers = {a.actor for a in draft.initiator}
    return None if told or armed[-1].item.actor in doers else armed[-1].item
