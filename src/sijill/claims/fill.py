"""Fill what a clause leaves out from the text around it: subject, place, opponent."""

from collections import Counter
from collections.abc import Sequence

from sijill.claims.crowd import gathered
from sijill.claims.draft import Draft
from sijill.claims.roles import is_lost
from sijill.claims.scene import Located, Scene, Site
from sijill.claims.side import is_armed, kind_of
from sijill.claims.where import passing_places, sentence_place
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
_DENIED = _AGENTIVE - {"deploy"} | {"deal"}
_TAKEN = frozenset(("Government regains territory", "Non-state actor overtakes territory"))
_HEAD = 12
"""Words at the top of a report in which the name of its medium stands."""
_DONE_TO = frozenset(("kill", "seize"))
"""Frames of deeds to people, whose verbs hide by their spelling who did them."""
_CLAIMED = _AGENTIVE | {"explosion"}


def fill_subjects(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give clauses without a subject the one that the text goes on speaking of."""
    topic: Draft | None = None
    before: Draft | None = None
    for draft in drafts:
        _go_on(draft, before, topic)
        before = draft
        role = _asked(scene, draft)
        if draft.subject_missing and role in ("initiator", "target"):
            side = draft.initiator if role == "initiator" else draft.target
            source = _antecedent(scene, draft, topic)
            if not side and source:
                side.extend(source)
                draft.note(role, "fill:topic", "the subject that the text goes on with")
                draft.confidence[role] = 0.7
        if not draft.initiator:
            _find_doer(scene, draft)
        if draft.initiator and not _aside(scene, draft, topic):
            topic = draft


def _asked(scene: Scene, draft: Draft) -> str:
    """The role of the subject that the draft's grammar asks for; empty if for none."""
    frame, trigger = draft.rule.frame, draft.trigger
    if frame.name == "repel":
        _repeller(scene, draft)
        return "target"
    if frame.name == "protest":
        # No armed party that the text speaks of takes to the streets.
        crowd = None if draft.initiator else gathered(scene, draft)
        if crowd is not None:
            draft.initiator.append(crowd)
        return ""
    bursts = frame.name == "explosion" and trigger.form == "verb"
    if bursts or draft.rule.id == "munition":
        # What blew up or fell has no doer that the grammar asks for.
        return ""
    if trigger.form == "verb":
        return frame.subject
    if trigger.enclitic:
        return frame.genitive
    return frame.subject if draft.subject_missing else ""


def _find_doer(scene: Scene, draft: Draft) -> None:
    """The doer whom an accusation, a claim, a denial or the one who speaks names."""
    name = draft.rule.frame.name
    accused = [a for one in draft.attributions for a in one.accused]
    if accused and name in _AGENTIVE:
        draft.initiator.extend(accused)
        draft.note("initiator", "fill:accused", "the party that is accused of it")
        draft.confidence["initiator"] = 0.7
    if not draft.initiator and name in _CLAIMED:
        _claimant(scene, draft)
    if not draft.initiator and name in _DENIED:
        _denier(scene, draft)
    if not draft.initiator and name in _AGENTIVE:
        speakers = [a for a in draft.sources if is_armed(scene, a)]
        if speakers and _tells_own_deed(draft, speakers[0]):
            draft.initiator.extend(speakers[:1])
            draft.note("initiator", "fill:speaker", "a party announces its own deed")
            draft.confidence["initiator"] = 0.7
    if not draft.initiator and name in _CLAIMED:
        _of_own_media(scene, draft)


def _go_on(draft: Draft, before: Draft | None, topic: Draft | None) -> None:
    """Deeds joined by "and" have one doer: "شن … خمس غارات وغارتين", "سيطر على … وأعدم خمسة"."""
    trigger = draft.trigger
    if draft.initiator or not trigger.proclitics.startswith("و"):
        return
    if trigger.form == "noun":
        donor = before if before is not None and before.rule.id == draft.rule.id else None
        donor = donor if donor is not None and donor.trigger.form == "noun" else None
    else:
        donor = topic if draft.rule.frame.name in _DONE_TO and trigger.voice == "either" else None
        if donor is not None and donor.trigger.gender != trigger.gender:
            donor = None
    if donor is None or donor.sentence != draft.sentence or not donor.initiator:
        return
    if {a.actor for a in donor.initiator} & {a.actor for a in draft.target}:
        return
    draft.initiator.extend(donor.initiator)
    draft.note("initiator", "fill:joined", "the doer of the deed that it is joined to")
    draft.confidence["initiator"] = 0.7


def _of_own_media(scene: Scene, draft: Draft) -> None:
    """The party whose medium tells of a blow at others, in a list of its own deeds."""
    for source in draft.sources or scene.once("medium", lambda: _medium(scene)):
        party = scene.registry.is_media_of(source.actor or "", scene.published)
        if party is None or not _tells_own_deed(draft, source):
            continue
        hurt = [a.actor for a in draft.target if a.actor]
        if not hurt or any(
            actor in scene.registry and scene.registry.affiliated(party, actor, scene.published)
            for actor in hurt
        ):
            continue
        kind = scene.registry.kind(party) or ""
        draft.initiator.append(changed(source, actor=party, kind=kind, rule="fill:media"))
        draft.note("initiator", "fill:media", "the party whose medium tells of it")
        draft.confidence["initiator"] = 0.6
        return


def _medium(scene: Scene) -> list[ActorMention]:
    """The party's medium whose name heads the report."""
    return [
        located.item
        for located in scene.actors.within(0, _HEAD)
        if located.item.source and scene.registry.is_media_of(located.item.actor or "")
    ][:1]


def _repeller(scene: Scene, draft: Draft) -> None:
    """The armed party that says it repelled an attack: "قال الجيش إنه صد هجوما لـX"."""
    if draft.target:
        return
    doers = {actor.actor for actor in draft.initiator}
    for speaker in draft.sources:
        if is_armed(scene, speaker) and speaker.actor not in doers:
            draft.target.append(speaker)
            draft.note("target", "fill:speaker", "a party announces what it repelled")
            draft.confidence["target"] = 0.7
            return


def _denier(scene: Scene, draft: Draft) -> None:
    """The armed party that denies a deed without a doer: "نفى الجيش قصف السوق"."""
    if draft.trigger.light == "patient" or draft.trigger.voice == "passive":
        return
    hurt = {actor.actor for actor in draft.target} | {loss.of for loss in draft.losses}
    for attribution in draft.attributions:
        for source in attribution.sources if attribution.denial else ():
            own = source.actor or ""
            hit = any(a in scene.registry and scene.registry.affiliated(own, a) for a in hurt if a)
            if is_armed(scene, source) and not hit:
                draft.initiator.append(source)
                draft.note("initiator", "fill:denier", "the party that denies it")
                draft.confidence["initiator"] = 0.6
                return


def _tells_own_deed(draft: Draft, speaker: ActorMention) -> bool:
    """Whether a party that speaks of a deed without a doer may have done it itself."""
    if (
        draft.doerless
        or draft.trigger.light == "patient"
        or any(a.denial for a in draft.attributions)
    ):
        return False
    if draft.trigger.voice == "passive":
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


def _aside(scene: Scene, draft: Draft, topic: Draft | None) -> bool:
    """Whether the event is told in a relative clause or after a preposition, beside another deed:
    the text does not go on from there.
    """
    main = topic is not None and topic.sentence == draft.sentence and topic.trigger.form == "verb"
    bare = draft.trigger.form == "noun" and draft.trigger.light_start < 0 and draft.anchor > 0
    if main and bare and scene.tagged.tokens[draft.anchor - 1].key in scene.grammar.only_noun:
        return True
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
        if is_armed(scene, located.item) and not _suffers(scene, draft, located)
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


def _suffers(scene: Scene, draft: Draft, located: Located[ActorMention]) -> bool:
    """Whether the party is named only as those who fell: no deed is theirs."""
    return located.item in draft.target or is_lost(scene, located.start, located.start)


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
    if draft.trigger.form != "noun":
        return []
    # "غارات أعلن عنها X": the verb that resumes the noun carries it too.
    verb = draft.anchor if draft.trigger.light == "agent" else draft.trigger.relative
    if verb < 0:
        return []
    start = scene.tagged.tokens[verb].start
    return [
        source
        for attribution in scene.attributions
        if attribution.span.start <= start < attribution.span.end and not attribution.denial
        for source in attribution.sources
        if is_armed(scene, source)
    ][:1]


def fill_places(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give a draft without a place the nearest one: same sentence, before, after, then lead."""
    for number, draft in enumerate(drafts):
        if draft.site is not None:
            continue
        placed = any(d.site is not None and d.sentence == draft.sentence for d in drafts)
        passing = [] if placed else passing_places(scene, draft)
        draft.site = passing[0] if passing else _of_sentence(scene, drafts, number, placed)
        if draft.site is not None and not passing:
            draft.note("place", "fill:sentence", "a place of its sentence", (), None, 0.65)
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


def _of_sentence(scene: Scene, drafts: Sequence[Draft], number: int, placed: bool) -> Site | None:
    """A place of the sentence that no event owns; beside placed events only one that follows."""
    draft = drafts[number]
    sentence = scene.tagged.sentences[draft.sentence]
    if not placed:
        return sentence_place(scene, draft, sentence.start, sentence.end)
    after = [d.anchor for d in drafts[number + 1 :] if d.sentence == draft.sentence]
    return sentence_place(scene, draft, draft.trigger.end, min(after, default=sentence.end))


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
