"""Hosts: the event that each loss belongs to."""

from collections.abc import Sequence

from sijill.claims.domain import walls_of
from sijill.claims.draft import Draft
from sijill.claims.kind import AIR, SHELLING
from sijill.claims.scene import Located, Scene
from sijill.claims.victim import is_mutual
from sijill.model.mention import LossMention
from sijill.text.token import COMMA

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

_LOSS, _VERB, _NOUN, _BREAKDOWN = "loss", "verb", "noun", "breakdown"
"""The lexicon's layer of loss words, and three of the roles that its entries have."""
SUBJECT = 2
"""Words from a verb of outcome to the event that is its subject."""
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
    fights = [d for d in hosts if d.type == "Armed clash"]
    if len(fights) == 1 and is_mutual(scene, located):
        return fights[0]
    sentence = scene.tagged.sentences[scene.sentence_of(located.start)]
    told = scene.losses.within(sentence.start, located.start + 1)
    hosts = [d for d in hosts if not any(is_own_part(scene, one, d) for one in told)]
    before = [d for d in hosts if d.trigger.start < located.start]
    after = [d for d in hosts if d.trigger.start >= located.end]
    cause = _cause(scene, located, after)
    if cause is not None:
        return cause
    if before:
        return _producer(scene, before, located) or before[-1]
    if after and not _walled(scene, located, after[0]) and not _only_takes(after[0], loss):
        return after[0]
    return None


def is_own_part(scene: Scene, located: Located[LossMention], draft: Draft) -> bool:
    """Whether the event tells how a part of these died: "18 عنصرا بينهم ستة فجروا أنفسهم"."""
    if located.item.part_of is not None:
        return False
    return any(
        part.item.part_of == located.item.span and leads_to(scene, part, draft)
        for part in scene.losses.within(located.end, draft.trigger.start)
    )


def leads_to(scene: Scene, part: Located[LossMention], draft: Draft) -> bool:
    """Whether the event is told of these by a verb right after them: "ستة فجروا أنفسهم"."""
    told = part.item.trigger
    if told is not None and scene.tagged.range_of(told)[0] >= part.end:
        # "مدنيان، أحدهما مسن، سقطا بقذيفة": the verb is that of the whole.
        return False
    gap = draft.trigger.start - part.end
    if gap == 0:
        return draft.trigger.form == "verb"
    return 0 < gap <= _CAUSE_REACH and any(
        match.entry.value.role == _VERB and not match.proclitics
        for match in scene.tagged.at(_LOSS, part.end)
    )


def _cause(scene: Scene, located: Located[LossMention], after: Sequence[Draft]) -> Draft | None:
    """The event after a loss that caused it; other losses of it may stand between."""
    for draft in after:
        if _caused(scene, located, draft):
            return draft
        if not is_loss_word(scene, draft):
            return None
    return None


def is_loss_word(scene: Scene, draft: Draft) -> bool:
    """Whether the event's own word only tells a loss: "وأسر ستة"."""
    return any(
        match.entry.value.role in (_VERB, _NOUN)
        for match in scene.tagged.at(_LOSS, draft.trigger.start)
    )


def _only_takes(draft: Draft, loss: LossMention) -> bool:
    """Whether the event takes people only: the dead told before it are not its own."""
    return draft.type == "Arrests" and loss.kind in ("killed", "injured")


def _walled(scene: Scene, located: Located[LossMention], draft: Draft) -> bool:
    """Whether a new clause begins between a loss and the event after it."""
    sentence = scene.tagged.sentences[draft.sentence]
    if any(located.end <= wall <= draft.anchor for wall in walls_of(scene, sentence)):
        return True
    # "16 قتيلا …، علاوة على تفجير ثلاثة منازل": what is told besides is another event.
    tokens = scene.tagged.tokens
    return any(
        tokens[index].gap >= COMMA and scene.grammar.join.at(tokens, index, draft.anchor + 1)
        for index in range(located.end, draft.anchor + 1)
    )


def _producer(scene: Scene, before: Sequence[Draft], located: Located[LossMention]) -> Draft | None:
    """The event that a verb of outcome makes its subject: "خلفت الغارة التي طالت … 9 قتلى"."""
    for index in range(located.start - 1, max(0, before[0].anchor - SUBJECT) - 1, -1):
        if is_outcome(scene, index):
            subject = range(index + 1, index + 1 + SUBJECT)
            return next((d for d in before if d.trigger.start in subject), None)
    return None


def is_outcome(scene: Scene, index: int) -> bool:
    """Whether the word at `index` is a verb whose subject is what cost lives."""
    verbs = scene.tagged.at("verb", index)[:1]
    return any(form.lemma in scene.grammar.outcome for m in verbs for form in m.entry.value)


def _retold(scene: Scene, draft: Draft, located: Located[LossMention]) -> bool:
    """Whether a new voice begins between the event and the loss: then it is told apart."""
    start, end = draft.trigger.end, located.start
    if start >= end:
        return False
    between = scene.tagged.span(start, end)
    return any(
        a.verb not in ("according", "echo") and between.covers(a.span) for a in scene.attributions
    )


def _caused(scene: Scene, located: Located[LossMention], draft: Draft) -> bool:
    end, told = located.end, located.item.trigger
    if told is not None:
        # "عشرة أشخاص، بينهم طفل، قتلوا في غارة": the cause follows the verb.
        end = max(end, scene.tagged.range_of(told)[1])
    return is_cause(scene, end, draft) and not _is_parts_cause(scene, end, draft)


def _is_parts_cause(scene: Scene, end: int, draft: Draft) -> bool:
    """Whether the event is what a part of those lost died of: "…، بينهم 30 قضوا في غارة"."""
    part = False
    for index in range(end, draft.anchor):
        for match in scene.tagged.at(_LOSS, index):
            role = match.entry.value.role
            part = part or role == _BREAKDOWN
            if part and role == _VERB and not match.proclitics:
                return True
    return False


def is_cause(scene: Scene, end: int, draft: Draft) -> bool:
    """Whether the event follows words that end at `end` as their cause: "قتل … في غارة"."""
    tokens, grammar = scene.tagged.tokens, scene.grammar
    for index in range(end, draft.anchor + 1):
        occasion = grammar.occasion.at(tokens, index, draft.anchor)
        if occasion and draft.anchor - index - occasion <= 1:
            # "قتل ستة عندما قصفت …"
            return True
        if grammar.boundary.at(tokens, index, draft.anchor):
            return False
    for back in range(draft.anchor, max(end, draft.anchor - _CAUSE_REACH) - 1, -1):
        key = tokens[back].key
        if key in grammar.before_noun or (key.startswith(("ب", "ل")) and back == draft.anchor):
            return True
    return False
