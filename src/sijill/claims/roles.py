"""Who did it to whom: the parties of a draft, by voice, construction and preposition."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.link import AGENT, BARE, SUPPORT, Group, groups
from sijill.claims.scene import Scene
from sijill.claims.side import any_armed, is_civilian
from sijill.claims.subject import is_fronted, is_passive, subject_of
from sijill.model.mention import ActorMention

_CIVIL = frozenset(("protest", "destroy", "deal", "assault"))
"""What civilians too can do."""
_PERSONAL = frozenset(("kill", "hit", "seize", "strike"))
_TRANSITIVE = frozenset(("destroy", "intercept", "seize", "kill"))
"""Frames whose nouns are followed by what was struck, never by an adjective alone."""
_PERSON_REACH = 4
"""Words between a deed and the named person it was done to: a title."""
_DISARMING = frozenset(("destroy", "intercept"))
_MAKER_REACH = 12
"""Words between a deed against weapons and the verb that says whose they were."""
_CLAUSE_REACH = 8
"""Words between a verb that resumes an event noun and its parties."""
_NISBA_REACH = 3
"""Words between an event noun and the adjective that names its agent ("غارات جوية إسرائيلية")."""


def assign(scene: Scene, draft: Draft) -> None:
    """Fill initiator and target of `draft` from the parties in its domain."""
    found = groups(scene, draft.left, draft.right)
    bare = [
        g
        for g in found
        if g.link == BARE
        and not is_harmed(scene, g)
        and (draft.trigger.form == "verb" or _by_link(scene, draft, g) is None)
    ]
    if draft.rule.frame.name == "repel":
        _repel_roles(scene, draft, bare)
    elif draft.trigger.form == "verb":
        _verb_roles(scene, draft, bare)
    else:
        _noun_roles(scene, draft, bare, _names_doer(scene, draft, found))
    for group in found:
        if group not in bare:
            role = _by_link(scene, draft, group)
            if role is not None:
                _give(scene, draft, group, role)
    _far_agent(scene, draft)
    _met(scene, draft, bare)
    if draft.rule.frame.name in _DISARMING and not draft.target:
        draft.target.extend(_maker(scene, draft))
    _fallen_side(scene, draft, found)
    _support(draft, found)
    if not draft.target and frame_takes_person(draft):
        draft.target.extend(_person(scene, draft))


def _names_doer(scene: Scene, draft: Draft, found: Sequence[Group]) -> bool:
    """Whether a preposition, the genitive or an adjective already says who did it."""
    return any(_by_link(scene, draft, group) in ("initiator", "sides") for group in found)


def _maker(scene: Scene, draft: Draft) -> list[ActorMention]:
    """Whose weapon it was, by the verb that tells of it: "تفكيك ألغام زرعها X"."""
    end = scene.tagged.sentences[draft.sentence].end
    for index in range(draft.trigger.end, min(end, draft.trigger.end + _MAKER_REACH)):
        verbs = scene.tagged.at("verb", index)
        if verbs and verbs[0].enclitic and not verbs[0].proclitics:
            near = groups(scene, index + 1, min(end, index + 2))
            own = {actor.actor for actor in draft.initiator}
            return [a for g in near[:1] if g.link == BARE for a in g.actors if a.actor not in own]
        verb_of = scene.grammar.control["relative"].before(scene.tagged.tokens, index, 0)
        if verbs and not verb_of and verbs[0].proclitics:
            return []
    return []


def _met(scene: Scene, draft: Draft, bare: Sequence[Group]) -> None:
    """Who opens the clause of another's attack met it: "الجيش يكسر هجوما لـX"."""
    if draft.trigger.form != "noun" or draft.rule.frame.name != "assault" or draft.target:
        return
    doers = {actor.actor for actor in draft.initiator}
    for group in bare:
        ahead = group.end <= draft.anchor and is_fronted(scene, group, draft)
        if doers and ahead and any_armed(scene, group.actors):
            draft.target.extend(a for a in group.actors if a.actor not in doers)
            draft.met = bool(draft.target)
            return


def _far_agent(scene: Scene, draft: Draft) -> None:
    """Who did it, past another clause: "اغتيل المحامي في داره التي … على يد ملثمين"."""
    if draft.initiator or draft.right >= draft.limit or draft.rule.frame.name == "repel":
        return
    for group in groups(scene, draft.right, draft.limit):
        if group.link == AGENT:
            _give(scene, draft, group, "initiator")
            return


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
    told = 0 <= trigger.relative < group.start and trigger.form == "noun"
    if group.link == "ل" and told and frame.object == "target" and frame.name != "clash":
        # "غارات أعلن عنها X لمواقع Y": past the verb that says who did it stands whom it struck.
        return "target" if role == "initiator" else role
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


def is_harmed(scene: Scene, group: Group) -> bool:
    """Whether the party is named only as the victims of a loss."""
    return is_lost(scene, group.start, group.outer)


def is_lost(scene: Scene, start: int, outer: int) -> bool:
    """Whether those named at `start` fell: "12 عنصرا من قوات …", "استشهاد مقاتليها"."""
    return any(
        loss.start <= start < loss.end and loss.item.kind != "displaced"
        for loss in scene.losses.within(max(0, start - 12), start + 1)
    ) or (
        outer > 0
        and any(
            match.entry.value.role == "noun" and match.entry.value.voice == "patient"
            for match in scene.tagged.at("loss", outer - 1)
        )
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
        given = {a.actor for a in group.actors if a.actor}
        if given and given <= {a.actor for a in draft.target} and draft.initiator:
            # "اشتباكات بين A وB إثر محاولة تسلل لـB": B began it.
            draft.initiator, draft.target = draft.target, draft.initiator
            return
        if draft.rule.frame.name not in _CIVIL and all(is_civilian(a) for a in group.actors):
            return
        parted = draft.rule.frame.name == "deal" and not draft.target
        # "اتفق X وY": each is the other's partner.
        draft.initiator.extend(group.actors[:1] if parted else group.actors)
        draft.target.extend(group.actors[1:] if parted else ())
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
    return members[:1], members[1:] or _second_side(scene, draft, group)


def _second_side(scene: Scene, draft: Draft, first: Group) -> list[ActorMention]:
    """The other side where a relative clause parts them: "بين X التي مقرها … وY"."""
    for group in groups(scene, first.end, draft.limit):
        joined = scene.tagged.tokens[group.outer].key.startswith("و")
        if joined and group.link == BARE and any_armed(scene, group.actors):
            return group.actors
    return []


def _verb_roles(scene: Scene, draft: Draft, bare: Sequence[Group]) -> None:
    trigger, frame = draft.trigger, draft.rule.frame
    # The subject may stand inside a trigger of two words: "أضرم محتجون النار".
    after = [g for g in bare if g.start > trigger.start]
    before = [g for g in bare if g.end <= draft.anchor]
    passive = is_passive(scene, draft, before, after)
    if passive:
        chosen = after[:1] or before[-1:]
        for group in chosen:
            _give(scene, draft, group, frame.object)
        return
    subject, objects = subject_of(scene, draft, before, after)
    if subject is not None:
        _give(scene, draft, subject, frame.subject)
    else:
        draft.subject_missing = frame.subject in ("initiator", "target")
    for group in objects[:1]:
        _give(scene, draft, group, frame.object)


def _noun_roles(scene: Scene, draft: Draft, bare: Sequence[Group], told: bool = False) -> None:
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
    elif trigger.relative >= 0 and (draft.struck or not trigger.enclitic):
        _relative_roles(scene, draft, [g for g in after if _follows(g, trigger.relative)])
    elif (
        before
        and not _told_of(scene, draft)
        and not told
        and not draft.initiator
        and frame.subject == "initiator"
        and any_armed(scene, before[-1].actors)
    ):
        _give(scene, draft, before[-1], frame.subject)
    if trigger.enclitic and not draft.explicit_subject:
        draft.subject_missing = True


def _told_of(scene: Scene, draft: Draft) -> bool:
    """Whether the clause only tells of the event's toll or traces: "رفعت X حصيلة الهجوم"."""
    start = draft.trigger.start
    return start > 0 and scene.tagged.tokens[start - 1].key.lstrip("وبل") in scene.grammar.tally


def _repel_roles(scene: Scene, draft: Draft, bare: Sequence[Group]) -> None:
    """ "صدت X هجوما شنته Y": who repels stands before the attack, who attacked behind it."""
    edge = draft.struck_at if draft.struck_at >= 0 else draft.trigger.end
    trigger = draft.trigger
    before = [g for g in bare if g.end <= draft.anchor]
    start = trigger.light_start if trigger.light_start >= 0 else trigger.start
    between = [g for g in bare if start < g.start < edge and g.end <= edge]
    doers = [g for g in bare if g.start >= edge and g.start > trigger.start]
    passive = trigger.form == "verb" and trigger.voice == "passive"
    leading = before[-1:] if before and is_fronted(scene, before[-1], draft) else []
    chosen = [] if passive else between[:1] or leading
    for group in chosen:
        _give(scene, draft, group, "target")
    for group in [g for g in doers if g not in chosen][:1]:
        _give(scene, draft, group, "initiator")
    draft.subject_missing = not draft.target and not passive


def _follows(group: Group, verb: int) -> bool:
    """Whether the party stands near enough behind the verb to be its subject or object."""
    return verb < group.start and group.outer - verb <= _CLAUSE_REACH


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
        owned = any(
            scene.tagged.tokens[i].key in scene.grammar.host
            for i in range(after[0].outer, after[0].start)
        )
        suffers = owned or frame.name in _DISARMING
        _give(scene, draft, after[0], "target" if suffers else frame.subject)
    if not draft.initiator and not draft.struck:
        draft.subject_missing = frame.subject in ("initiator", "target")


def _fallen_side(scene: Scene, draft: Draft, found: Sequence[Group]) -> None:
    """In "مقتل عشرة من X في اشتباكات مع Y" the side of the fallen is the one that fought Y."""
    named = {actor.actor for actor in draft.initiator} - {actor.actor for actor in draft.target}
    if draft.rule.frame.name != "clash" or not draft.target or named:
        return
    for group in found:
        before = group.end <= draft.trigger.start
        if before and is_harmed(scene, group) and any_armed(scene, group.actors):
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
