"""Fill what a clause leaves out from the text around it: subject, place, opponent."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.claims.side import is_armed, is_civilian, kind_of
from sijill.claims.where import passing_places
from sijill.model.mention import ActorMention
from sijill.model.record import changed
from sijill.text.fold import fold

_AGENTIVE = frozenset(
    (
        "assault",
        "strike",
        "hit",
        "capture",
        "expel",
        "kill",
        "seize",
        "deploy",
        "destroy",
        "intercept",
        "siege",
    )
)
_CLAIMED = _AGENTIVE | {"explosion"}
_MAIN_SHARE = 0.6
"""Of all pairs of sides in a text, the part that makes one its main pair."""
_TWO_SIDED = frozenset(("Armed clash", "Agreement"))
_TAKEN = frozenset(("Government regains territory", "Non-state actor overtakes territory"))


def fill_subjects(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give clauses without a subject the one that the text goes on speaking of."""
    topic: Draft | None = None
    for draft in drafts:
        role = draft.rule.frame.subject if draft.trigger.form == "verb" else ""
        if draft.trigger.form == "noun" and draft.trigger.enclitic:
            role = draft.rule.frame.genitive
        elif draft.trigger.form == "noun" and draft.subject_missing:
            role = draft.rule.frame.subject
        if draft.subject_missing and role in ("initiator", "target"):
            side = draft.initiator if role == "initiator" else draft.target
            source = _antecedent(scene, draft, topic)
            if not side and source:
                side.extend(source)
                draft.note(role, "fill:topic", "the subject that the text goes on with")
                draft.confidence[role] = 0.7
        accused = [a for one in draft.attributions for a in one.accused]
        if accused and not draft.initiator and draft.rule.frame.name in _AGENTIVE:
            draft.initiator.extend(accused)
            draft.note("initiator", "fill:accused", "the party that is accused of it")
            draft.confidence["initiator"] = 0.7
        if not draft.initiator and draft.rule.frame.name in _CLAIMED:
            _claimant(scene, draft)
        if not draft.initiator and draft.rule.frame.name in _AGENTIVE:
            speakers = [a for a in draft.sources if is_armed(scene, a)]
            if speakers and _tells_own_deed(draft, speakers[0]):
                draft.initiator.extend(speakers[:1])
                draft.note("initiator", "fill:speaker", "a party announces its own deed")
                draft.confidence["initiator"] = 0.7
        if draft.initiator and not _aside(scene, draft):
            topic = draft


def _tells_own_deed(draft: Draft, speaker: ActorMention) -> bool:
    """Whether a party that speaks of a deed without a doer may have done it itself."""
    if (
        draft.doerless
        or draft.trigger.light == "patient"
        or any(a.denial for a in draft.attributions)
    ):
        return False
    hurt = {actor.actor for actor in draft.target} | {loss.of for loss in draft.losses}
    return speaker.actor is None or speaker.actor not in hurt


def _claimant(scene: Scene, draft: Draft) -> None:
    """The party that claims the deed in the same sentence: "وتبناه تنظيم …", "تبنى … تفجير"."""
    span = scene.tagged.sentences[draft.sentence]
    for attribution in scene.attributions:
        if attribution.verb != "claimed" or attribution.denial:
            continue
        first, last = scene.tagged.range_of(attribution.span)
        after = draft.trigger.end <= first < span.end
        before = span.start <= first and last <= draft.trigger.start
        if attribution.sources and (
            after or (before and attribution.scope.covers(draft.trigger.span))
        ):
            draft.initiator.extend(attribution.sources[:1])
            draft.note("initiator", "fill:claimed", "the party that claims it")
            draft.confidence["initiator"] = 0.8
            return


def _aside(scene: Scene, draft: Draft) -> bool:
    """Whether the event is told in a relative clause: the text does not go on from there."""
    before = scene.grammar.control["relative"].before(
        scene.tagged.tokens, draft.anchor, draft.anchor - 1
    )
    return bool(before) or draft.rule.frame.name == "lose"


def _antecedent(scene: Scene, draft: Draft, topic: Draft | None) -> list[ActorMention]:
    """Whom a missing subject or a pronoun stands for: the last party before, in reach."""
    sentence = scene.tagged.sentences[draft.sentence]
    before = [
        located.item
        for located in scene.actors.within(sentence.start, draft.anchor)
        if is_armed(scene, located.item)
    ]
    resumed = _resumed(scene, draft) or _announcer(scene, draft)
    if resumed:
        return resumed
    if topic is not None and topic.sentence == draft.sentence:
        return list(topic.initiator)
    if before:
        return before[:1] if draft.trigger.form == "verb" else before[-1:]
    if topic is not None and draft.sentence - topic.sentence <= 2:
        return list(topic.initiator)
    return []


def _resumed(scene: Scene, draft: Draft) -> list[ActorMention]:
    """The party that a relative clause is about: "قوات الأمن التي أطلقت …"."""
    length = scene.grammar.control["relative"].before(
        scene.tagged.tokens, draft.anchor, draft.anchor - 1
    )
    if not length:
        return []
    edge = draft.anchor - length
    return [
        located.item
        for located in scene.actors.within(max(0, edge - 8), edge)
        if located.end == edge and is_armed(scene, located.item)
    ]


def _announcer(scene: Scene, draft: Draft) -> list[ActorMention]:
    """The party whose announcing carries the deed: "أعلنت القوات استهداف …"."""
    if draft.trigger.light != "agent" or draft.trigger.form != "noun":
        return []
    start = scene.tagged.tokens[draft.anchor].start
    return [
        source
        for attribution in scene.attributions
        if attribution.span.start <= start < attribution.span.end and not attribution.denial
        for source in attribution.sources
        if is_armed(scene, source)
    ][:1]


def fill_places(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give a draft without a place the nearest one: same sentence, before, after, then lead."""
    for draft in drafts:
        if draft.site is None and not any(
            d.site is not None and d.sentence == draft.sentence for d in drafts
        ):
            passing = passing_places(scene, draft)
            draft.site = passing[0] if passing else None
    for number, draft in enumerate(drafts):
        if draft.site is not None or _goes_further(draft):
            continue
        donor = _donor(drafts, number)
        if donor is not None and donor.site is not None:
            draft.site = donor.site
            far = abs(donor.sentence - draft.sentence)
            draft.note(
                "place",
                "fill:context",
                "the place of the nearest event",
                (),
                None,
                max(0.3, 0.7 - 0.1 * far),
            )


def _goes_further(draft: Draft) -> bool:
    """Whether ground is gained beyond a place told before: "وتقدمت كيلومترين"."""
    return draft.rule.id == "advance" and draft.type in _TAKEN


def _donor(drafts: Sequence[Draft], number: int) -> Draft | None:
    here = drafts[number].sentence
    owned = [d for d in drafts if d.site is not None and "place" not in d.confidence]
    # A whole country says little: another event's town, if near, says more.
    owned = [d for d in owned if d.site and d.site.value.precision < 6] or owned
    same = [d for d in owned if d.sentence == here]
    if same:
        anchor = drafts[number].anchor
        return min(same, key=lambda d: (abs(d.anchor - anchor), d.anchor))
    before = [d for d in owned if d.sentence < here]
    if before:
        return before[-1]
    after = [d for d in owned if d.sentence > here]
    return after[0] if after else None


def _fill_both(
    drafts: Sequence[Draft], pairs: Counter[tuple[str, str]], faces: Mapping[str, ActorMention]
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


def settle_described(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Rebels named only by a label are the one armed group that the report names, if it is one."""
    groups: Counter[str] = Counter(
        located.item.actor
        for located in scene.actors.items
        if located.item.actor is not None
        and kind_of(scene, located.item) in ("armed_group", "umbrella", "militia")
    )
    if len(groups) != 1:
        return
    only = next(iter(groups))
    for draft in drafts:
        for side in (draft.initiator, draft.target):
            for number, actor in enumerate(side):
                if actor.actor is None and _is_label(scene, actor):
                    side[number] = changed(actor, actor=only, confidence=0.5)
        for number, loss in enumerate(draft.losses):
            words = fold(loss.text).split()
            if loss.of == "unknown" and any(w in scene.grammar.insurgents for w in words):
                draft.losses[number] = changed(
                    loss, of=only, rule=f"{loss.rule}; the only armed group of the report"
                )


def _is_label(scene: Scene, actor: ActorMention) -> bool:
    words = fold(actor.span.of(scene.tagged.text)).split()
    return any(
        word in scene.grammar.insurgents or word.removeprefix("ال") in scene.grammar.insurgents
        for word in words
    )


def fill_opponents(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give a fight that names one side the other one that the same incident names."""
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
    _fill_both(drafts, pairs, faces)
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
