"""Subject: which party of a verb's clause did the deed, and whether its voice is passive."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.link import BARE, Group
from sijill.claims.scene import Scene
from sijill.claims.side import any_armed, is_armed
from sijill.text.token import COMMA


def is_passive(scene: Scene, draft: Draft, before: Sequence[Group], after: Sequence[Group]) -> bool:
    """Whether the verb, whose spelling may hide it, tells what was done to its subject."""
    trigger = draft.trigger
    if trigger.voice != "either":
        return trigger.voice == "passive"
    fronted = bool(before) and (
        _adjoins(scene, before[-1], draft) or _opens(scene, before[0], draft)
    )
    # A subject inside the trigger's words: "أطلق مجهولون النار".
    if fronted or any(trigger.start < g.start < trigger.end for g in after):
        return False
    return _counts_next(scene, draft, after) or _driven_out(scene, draft, after)


def subject_of(
    scene: Scene, draft: Draft, before: list[Group], after: list[Group]
) -> tuple[Group | None, list[Group]]:
    """The subject of an active verb and what is left for the object."""
    trigger = draft.trigger
    plural = trigger.number in ("plural", "dual")
    leading = before[-1] if before and is_fronted(scene, before[-1], draft) else None
    if not after:
        return leading or (before[-1] if before and plural else None), []
    if scene.tagged.tokens[trigger.start].key.endswith(scene.grammar.we):
        return None, after
    if not trigger.enclitic and _is_relative(scene, draft):
        # "تنظيم كذا، الذي هاجم X": the subject is whom the clause is about.
        return None, after
    first = after[0]
    possessed = first.outer < first.start
    if leading is not None and (plural or possessed or _adjoins(scene, leading, draft)):
        return leading, after
    if plural or (possessed and len(after) == 1) or _parted(scene, trigger.end, first.outer):
        return None, after
    return first, after[1:]


def _is_relative(scene: Scene, draft: Draft) -> bool:
    """Whether a relative pronoun stands before the verb, and an armed party before that."""
    length = scene.grammar.control["relative"].before(scene.tagged.tokens, draft.anchor, 0)
    edge = draft.anchor - length
    return bool(length) and any(
        located.end == edge and is_armed(scene, located.item)
        for located in scene.actors.within(max(0, edge - 6), edge)
    )


def is_fronted(scene: Scene, group: Group, draft: Draft) -> bool:
    """Whether the party opens its clause, as the subject before a verb does.

    "منذ سقوط النظام توغلت قوات …": a party that completes a noun is no subject.
    """
    tokens, grammar = scene.tagged.tokens, scene.grammar
    start = group.outer
    if start <= draft.left + 1 or tokens[start].gap >= COMMA:
        return True
    before = tokens[start - 1].key
    if before in grammar.before_verb or before[1:] in grammar.before_verb:
        return True
    return bool(
        grammar.complement.before(tokens, start, draft.left)
        or grammar.boundary.before(tokens, start, draft.left)
        or scene.tagged.at("time", start - 1)
        or scene.tagged.at("verb", start - 1)
    )


def _adjoins(scene: Scene, group: Group, draft: Draft) -> bool:
    """Whether the group stands right before the verb, as a fronted subject does."""
    return (
        draft.anchor - group.end <= 1
        and scene.tagged.tokens[draft.anchor].gap < COMMA
        and (not draft.trigger.proclitics.startswith(("و", "ف")))
    )


def _opens(scene: Scene, group: Group, draft: Draft) -> bool:
    """Whether the group opens its sentence and the verb follows in one breath.

    "حاجز الجيش عند مدخل البلدة اعتقل شابين".
    """
    tokens, trigger = scene.tagged.tokens, draft.trigger
    start = scene.tagged.sentences[draft.sentence].start
    return (
        group.outer == start
        and group.link == BARE
        and not trigger.proclitics
        and trigger.gender != "feminine"
        and any_armed(scene, group.actors)
        and all(tokens[i].gap < COMMA for i in range(group.end, draft.anchor + 1))
    )


def _driven_out(scene: Scene, draft: Draft, after: Sequence[Group]) -> bool:
    """Whether the one party after a verb of driving out is who was: "طردت القوات من قواعدها"."""
    tokens = scene.tagged.tokens
    if draft.rule.frame.name != "expel" or len(after) != 1 or after[0].outer != draft.trigger.end:
        return False
    end = after[0].end
    return end < len(tokens) and tokens[end].key == "من"


def _parted(scene: Scene, start: int, end: int) -> bool:
    """Whether a preposition or a comma stands between a verb and a party after it."""
    tokens = scene.tagged.tokens
    return any(
        tokens[i].gap >= COMMA or scene.grammar.prepositions.at(tokens, i, end)
        for i in range(start, end)
    )


def _counts_next(scene: Scene, draft: Draft, after: Sequence[Group]) -> bool:
    """Whether the word after an unvowelled verb counts or describes people: then it is passive."""
    next_index = draft.trigger.end
    if after and after[0].start < next_index:
        return False  # A subject stands inside the trigger: "أطلق مسلح النار".
    if draft.trigger.gender == "feminine" and not _may_be_feminine(scene, next_index):
        return False
    if any(
        loss.start <= next_index + 1 for loss in scene.losses.within(next_index, next_index + 2)
    ):
        return not (after and after[0].outer == next_index)
    return False


def _may_be_feminine(scene: Scene, index: int) -> bool:
    """Whether the counted people at `index` can be the subject of a feminine passive.

    "قتلت امرأة", "أصيبت ثلاث نساء"; but "اعتقلت شابين", "أوقفت ثلاثة مطلوبين" have another one.
    """
    tokens = scene.tagged.tokens
    if index >= len(tokens):
        return True
    key = tokens[index].key
    if key in scene.grammar.counts_masculine or key.endswith(("ين", "ان")):
        return False
    return not key.endswith("ا")
