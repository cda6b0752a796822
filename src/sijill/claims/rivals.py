"""Rivals: the other side of a fight that names one side or none, from the rest of the text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.claims.side import is_armed, is_civilian, is_state
from sijill.model.mention import ActorMention

_MAIN_SHARE = 0.6
"""Of all pairs of sides in a text, the part that makes one its main pair."""
_CLASH = "Armed clash"
_TWO_SIDED = frozenset((_CLASH, "Agreement"))
_TAKEN = frozenset(("Government regains territory", "Non-state actor overtakes territory"))
_FOUGHT = _TAKEN | {_CLASH}


def fill_opponents(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give a fight that names one side or none the sides that the same incident names."""
    for draft in drafts:
        _of_neighbour(scene, drafts, draft)
    pairs, faces = _pairs(scene, drafts)
    for draft in drafts:
        _of_both(scene, draft, pairs)
    _fill_both(scene, drafts, pairs, faces)
    order = {actor: place for place, actor in enumerate(faces)}
    for draft in drafts:
        if draft.type not in _TWO_SIDED | _TAKEN or draft.stance == "denies":
            continue
        for known, missing, name in (
            (draft.initiator, draft.target, "target"),
            (draft.target, draft.initiator, "initiator"),
        ):
            if missing or not known or not known[0].actor:
                continue
            rivals = [(n, b) for (a, b), n in pairs.items() if a == known[0].actor]
            if len(rivals) > 1 and draft.type in _TAKEN:
                continue
            if rivals:
                best = max(rivals, key=lambda rival: (rival[0], -order[rival[1]]))
                missing.append(faces[best[1]])
                draft.note(name, "fill:opponent", "the side it fights elsewhere in the text")
                draft.confidence[name] = 0.6
    for draft in drafts:
        _lone_foe(scene, drafts, draft)


def _pairs(
    scene: Scene, drafts: Sequence[Draft]
) -> tuple[Counter[tuple[str, str]], dict[str, ActorMention]]:
    """How often each two sides do harm to each other, and a mention of each side."""
    pairs: Counter[tuple[str, str]] = Counter()
    faces: dict[str, ActorMention] = {}
    for draft in drafts:
        for one in draft.initiator:
            for other in draft.target:
                if one.actor and other.actor and one.actor != other.actor:
                    if is_civilian(one) or is_civilian(other):
                        continue
                    pairs[one.actor, other.actor] += 1
                    pairs[other.actor, one.actor] += 1
                    faces.setdefault(one.actor, one)
                    faces.setdefault(other.actor, other)
    for located in reversed(scene.actors.items):
        if located.item.actor in faces and located.item.rule == "name":
            faces[located.item.actor] = located.item
    return pairs, faces


def _of_neighbour(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> None:
    """What one sentence tells of a fight and of the ground it won has one pair of sides.

    From whom ground was taken is known only of the fight that it was taken in: "بعد معارك مع X".
    """
    if draft.type not in _FOUGHT or draft.stance == "denies":
        return
    for other in drafts:
        if other is draft or other.sentence != draft.sentence or other.type not in _FOUGHT:
            continue
        for mine, theirs, opposite, name in (
            (draft.initiator, other.initiator, draft.target, "initiator"),
            (draft.target, other.target, draft.initiator, "target"),
        ):
            if mine or not theirs or any(is_civilian(a) for a in theirs):
                continue
            if name == "target" and draft.type in _TAKEN and not _led_to(scene, other):
                continue
            if draft.status == other.status and not _shared(theirs, opposite):
                mine.extend(theirs)
                draft.note(name, "fill:sentence", "the side of the fight in the same sentence")
                draft.confidence[name] = 0.7


def _led_to(scene: Scene, fight: Draft) -> bool:
    """Whether the fight is told as the occasion of another deed: "بعد معارك", "في هجوم"."""
    before = scene.tagged.tokens[fight.anchor - 1].key if fight.anchor else ""
    return fight.trigger.form == "noun" and before in scene.grammar.only_noun


def _shared(one: Iterable[ActorMention], other: Iterable[ActorMention]) -> bool:
    return bool({a.actor for a in one if a.actor} & {a.actor for a in other if a.actor})


def _of_both(scene: Scene, draft: Draft, pairs: Mapping[tuple[str, str], int]) -> None:
    """The two that "الطرفان" means: "معارك تكبد فيها الطرفان خسائر"."""
    if draft.type not in _TWO_SIDED or draft.initiator or draft.target:
        return
    sentence = scene.tagged.sentences[draft.sentence]
    for located in scene.actors.within(sentence.start, sentence.end):
        sides = located.item.alternatives
        if not located.item.rule.startswith("both-sides") or len(sides) != 2:
            continue
        if pairs and (sides[0], sides[1]) not in pairs:
            continue
        named = [_last_named(scene, side, located.start) for side in sides]
        if named[0] is not None and named[1] is not None:
            draft.initiator.append(named[0])
            draft.target.append(named[1])
            for name in ("initiator", "target"):
                draft.note(name, "fill:both", "the two sides that the words mean")
                draft.confidence[name] = 0.6
            return


def _last_named(scene: Scene, actor: str, end: int) -> ActorMention | None:
    """The last mention of an actor before token `end`."""
    for located in reversed(scene.actors.within(0, end)):
        if located.item.actor == actor:
            return located.item
    return None


def _lone_foe(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> None:
    """A fight of one side in a report that names one foe of it only: a state's, or a group's."""
    if draft.type not in _FOUGHT or draft.stance == "denies":
        return
    for known, missing, name in (
        (draft.initiator, draft.target, "target"),
        (draft.target, draft.initiator, "initiator"),
    ):
        if missing or not known or not known[0].actor or not is_armed(scene, known[0]):
            continue
        foes = _foes(scene, known[0])
        if len(foes) == 1 and (draft.type == _CLASH or _two_only(scene, known[0], foes)):
            missing.append(next(iter(foes.values())))
            draft.note(name, "fill:foe", "the only foe of that side that the report names")
            draft.confidence[name] = 0.5


def _two_only(scene: Scene, side: ActorMention, foes: Mapping[str, ActorMention]) -> bool:
    """Whether the report names no armed party besides the two and their allies."""
    known = [side.actor or "", *foes]
    return all(
        other.actor is None
        or not is_armed(scene, other)
        or other.kind == "generic_group"
        or other.actor not in scene.registry
        or any(scene.registry.allied(other.actor, a, scene.published) for a in known if a)
        for located in scene.actors.items
        if not (other := located.item).source
    )


def _foes(scene: Scene, side: ActorMention) -> dict[str, ActorMention]:
    """The armed parties of the report that are no state where the side is one, or the reverse."""
    found: dict[str, ActorMention] = {}
    for located in scene.actors.items:
        other = located.item
        if other.actor is None or other.actor == side.actor or not is_armed(scene, other):
            continue
        if other.source or other.kind == "person" or other.actor not in scene.registry:
            continue
        if is_state(scene, other) == is_state(scene, side):
            continue
        if scene.registry.allied(other.actor, side.actor or "", scene.published):
            continue
        found.setdefault(other.actor, other)
    return found


def _fill_both(
    scene: Scene,
    drafts: Sequence[Draft],
    pairs: Counter[tuple[str, str]],
    faces: Mapping[str, ActorMention],
) -> None:
    """Give a fight without sides the two that most of the text's fights name."""
    if not pairs:
        return
    order = list(faces)
    (one, other), count = max(pairs.items(), key=lambda item: (item[1], -order.index(item[0][0])))
    if 2 * count < _MAIN_SHARE * sum(pairs.values()):
        return
    for draft in drafts:
        if draft.type in _TWO_SIDED and not draft.initiator and not draft.target:
            if draft.stance == "denies" or draft.status == "planned":
                continue
            draft.initiator.append(faces[one])
            draft.target.append(faces[other])
            for name in ("initiator", "target"):
                draft.note(name, "fill:opponents", "the two sides of the text's other fights")
                draft.confidence[name] = 0.5
