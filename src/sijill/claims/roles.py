"""Who did it to whom: the parties of a draft, by voice, construction and preposition."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.link import AGENT, BARE, SUPPORT, Group, groups
from sijill.claims.scene import Scene
from sijill.claims.side import any_armed, is_civilian
from sijill.model.mention import ActorMention
from sijill.text.token import COMMA

_CIVIL = frozenset(("protest", "destroy", "deal", "assault"))
"""What civilians too can do."""
_PERSONAL = frozenset(("kill", "hit", "seize", "strike"))
_TRANSITIVE = frozenset(("destroy", "intercept", "seize", "kill"))
"""Frames whose nouns are followed by what was struck, never by an adjective alone."""
_PERSON_REACH = 4
"""Words between a deed and the named person it was done to: a title."""
_NISBA_REACH = 3
"""Words between an event noun and the adjective that names its agent ("غارات جوية إسرائيلية")."""


def assign(scene: Scene, draft: Draft) -> None:
    """Fill initiator and target of `draft` from the parties in its domain."""
    found = groups(scene, draft.left, draft.right)
    bare = [
        g
        for g in found
        if g.link == BARE
        and not _harmed(scene, g)
        and (draft.trigger.form == "verb" or _by_link(scene, draft, g) is None)
    ]
    if draft.trigger.form == "verb":
        _verb_roles(scene, draft, bare)
    else:
        _noun_roles(scene, draft, bare)
    for group in found:
        if group not in bare:
            role = _by_link(scene, draft, group)
            if role is not None:
                _give(scene, draft, group, role)
    _fallen_side(scene, draft, found)
    _support(draft, found)
    if not draft.target and frame_takes_person(draft):
        draft.target.extend(_person(scene, draft))


def _by_link(scene: Scene, draft: Draft, group: Group) -> str | None:
    """The role that the group's own link says, None if its position must."""
    frame, trigger = draft.rule.frame, draft.trigger
    if group.link == AGENT:
        return "initiator"
    if trigger.light == "patient" and group.link == "ل" and group.end <= trigger.start:
        return "target"
    if group.link == SUPPORT:
        return "support"
    first = group.actors[0]
    if first.rule.startswith("nisba-event") and trigger.form == "noun":
        near = 0 <= group.start - trigger.end <= _NISBA_REACH
        return "initiator" if near else "none"
    if group.link == BARE:
        if trigger.form == "noun" and group.outer == trigger.end and not trigger.definite:
            if group.outer < group.start and frame.genitive == "initiator":
                return "target"
            return frame.genitive
        return None
    if group.end <= draft.anchor:
        return "none"
    role = frame.by.get(group.link, "none")
    if group.link == "ل" and role == "initiator" and _owned(scene, draft, group):
        return "target"
    if (
        group.link == "ل"
        and role == "initiator"
        and frame.name != "repel"
        and (trigger.form == "verb" or trigger.enclitic or draft.initiator)
    ):
        return "target" if frame.object == "target" or frame.name == "capture" else "none"
    return role


def _owned(scene: Scene, draft: Draft, group: Group) -> bool:
    """Whether "ل" names the owner of what the deed struck: "تدمير زورق للمسلحين"."""
    end = draft.trigger.end
    if draft.trigger.form != "noun" or draft.rule.frame.object != "target" or group.outer <= end:
        return False
    named = scene.tagged.tokens[end].key in scene.grammar.host
    return named or draft.rule.frame.name in _TRANSITIVE


def frame_takes_person(draft: Draft) -> bool:
    return draft.rule.frame.object == "target" and draft.rule.frame.name in _PERSONAL


def _person(scene: Scene, draft: Draft) -> list[ActorMention]:
    """A named person right after the trigger ("اغتيال فلان", "استهدفت فلانا")."""
    end = draft.trigger.end
    return [
        located.item
        for located in scene.actors.within(end, min(draft.right, end + _PERSON_REACH))
        if located.item.kind == "person" and located.item.span not in scene.speakers
    ][:1]


def _harmed(scene: Scene, group: Group) -> bool:
    """Whether the party is named only as the victims of a loss ("12 عنصرا من قوات …")."""
    return any(
        loss.start <= group.start < loss.end
        for loss in scene.losses.within(max(0, group.start - 12), group.start + 1)
    )


def _two_sided(scene: Scene, draft: Draft, group: Group) -> bool:
    """Whether "بين" has two sides after it, not one group among whom it happened."""
    if len(group.actors) > 1:
        return True
    return any(
        scene.grammar.side.at(scene.tagged.tokens, index, draft.right)
        for index in range(group.end, draft.right)
    )


def _give(scene: Scene, draft: Draft, group: Group, role: str) -> None:
    if role == "initiator":
        if draft.rule.frame.name not in _CIVIL and all(is_civilian(a) for a in group.actors):
            return
        draft.initiator.extend(group.actors)
        draft.explicit_subject = True
    elif role == "target":
        draft.target.extend(group.actors)
    elif role == "sides":
        first, second = _sides(scene, draft, group)
        draft.initiator.extend(first)
        draft.target.extend(second)
        draft.explicit_subject = True


def _sides(
    scene: Scene, draft: Draft, group: Group
) -> tuple[list[ActorMention], list[ActorMention]]:
    """The two sides of "بين A وB": parted by "من جهة", or the first against the rest."""
    tagged = scene.tagged
    members = list(group.actors)
    for index in range(group.start, draft.right):
        if scene.grammar.side.at(tagged.tokens, index, draft.right):
            cut = tagged.tokens[index].start
            first = [a for a in members if a.span.end <= cut]
            second = [a for a in members if a.span.start >= cut]
            if not second:
                second = [
                    a for g in groups(scene, index, draft.right) for a in g.actors if a not in first
                ]
            return first, second
    return members[:1], members[1:]


def _verb_roles(scene: Scene, draft: Draft, bare: Sequence[Group]) -> None:
    trigger, frame = draft.trigger, draft.rule.frame
    # The subject may stand inside a trigger of two words: "أضرم محتجون النار".
    after = [g for g in bare if g.start > trigger.start]
    before = [g for g in bare if g.end <= draft.anchor]
    fronted = bool(before) and _adjoins(scene, before[-1], draft)
    passive = trigger.voice == "passive" or (
        trigger.voice == "either" and not fronted and _counts_next(scene, draft, after)
    )
    if passive:
        chosen = after[:1] or before[-1:]
        for group in chosen:
            _give(scene, draft, group, frame.object)
        return
    subject, objects = _subject(scene, draft, before, after)
    if subject is not None:
        _give(scene, draft, subject, frame.subject)
    else:
        draft.subject_missing = frame.subject in ("initiator", "target")
    for group in objects[:1]:
        _give(scene, draft, group, frame.object)


def _subject(
    scene: Scene, draft: Draft, before: list[Group], after: list[Group]
) -> tuple[Group | None, list[Group]]:
    """The subject of an active verb and what is left for the object."""
    trigger = draft.trigger
    plural = trigger.number in ("plural", "dual")
    leading = before[-1] if before and _fronted(scene, before[-1], draft) else None
    if not after:
        return leading or (before[-1] if before and plural else None), []
    if scene.tagged.tokens[trigger.start].key.endswith(scene.grammar.we):
        return None, after
    first = after[0]
    possessed = first.outer < first.start
    if leading is not None and (plural or possessed or _adjoins(scene, leading, draft)):
        return leading, after
    if plural or (possessed and len(after) == 1) or _parted(scene, trigger.end, first.outer):
        return None, after
    return first, after[1:]


def _fronted(scene: Scene, group: Group, draft: Draft) -> bool:
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


def _noun_roles(scene: Scene, draft: Draft, bare: Sequence[Group]) -> None:
    trigger, frame = draft.trigger, draft.rule.frame
    between = [g for g in bare if draft.anchor < g.start and g.end <= trigger.start]
    before = [g for g in bare if g.end <= draft.anchor]
    after = [g for g in bare if g.start >= trigger.end]
    if trigger.light == "agent":
        chosen = between[:1] or before[-1:] or ([] if draft.struck else after[:1])
        for group in chosen:
            _give(scene, draft, group, frame.subject)
        for group in [g for g in after if g.start > draft.struck_at][:1] if draft.struck else []:
            _give(scene, draft, group, "target")
        if not chosen:
            draft.subject_missing = frame.subject in ("initiator", "target")
    elif trigger.light == "patient":
        for group in between[:1] or before[-1:]:
            _give(scene, draft, group, "target")
    elif trigger.relative >= 0:
        _relative_roles(scene, draft, [g for g in after if g.start > trigger.relative])
    elif (
        before
        and not draft.initiator
        and frame.subject == "initiator"
        and any_armed(scene, before[-1].actors)
    ):
        _give(scene, draft, before[-1], frame.subject)
    if trigger.enclitic and not draft.explicit_subject:
        draft.subject_missing = True


def _relative_roles(scene: Scene, draft: Draft, after: Sequence[Group]) -> None:
    """The parties of a verb that resumes the noun: its subject, or whom it struck."""
    frame = draft.rule.frame
    if draft.struck:
        doers = [g for g in after if g.start < draft.struck_at]
        for group in doers[:1]:
            _give(scene, draft, group, frame.subject)
        for group in [g for g in after if g.start > draft.struck_at][:1]:
            _give(scene, draft, group, "target")
    elif after:
        possessed = after[0].outer < after[0].start
        _give(scene, draft, after[0], "target" if possessed else frame.subject)
    if not draft.initiator and not draft.struck:
        draft.subject_missing = frame.subject in ("initiator", "target")


def _fallen_side(scene: Scene, draft: Draft, found: Sequence[Group]) -> None:
    """In "مقتل عشرة من X في اشتباكات مع Y" the side of the fallen is the one that fought Y."""
    named = {actor.actor for actor in draft.initiator} - {actor.actor for actor in draft.target}
    if draft.rule.frame.name != "clash" or not draft.target or named:
        return
    for group in found:
        before = group.end <= draft.trigger.start
        if before and _harmed(scene, group) and any_armed(scene, group.actors):
            draft.initiator = list(group.actors)
            draft.explicit_subject = True
            return


def _support(draft: Draft, found: Sequence[Group]) -> None:
    """Those who help the agent ("بدعم من") stand beside it."""
    if not draft.initiator:
        return
    for group in found:
        if group.link == SUPPORT:
            draft.initiator.extend(a for a in group.actors if a not in draft.initiator)
