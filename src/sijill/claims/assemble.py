"""Assemble claims: from triggers and the mentions around them to who did what to whom."""

from collections.abc import Mapping, Sequence

from sijill.claims.aim import spread_aim
from sijill.claims.allegiance import settle_fighters, settle_generic, settle_rebels, share_sides
from sijill.claims.control import is_state
from sijill.claims.crowd import without_scenes
from sijill.claims.domain import drafts_of, walls_of
from sijill.claims.draft import Draft
from sijill.claims.evidence import company_of, confidence_of, evidence
from sijill.claims.fill import (
    fill_places,
    fill_subjects,
    settle_described,
)
from sijill.claims.finish import claim_of
from sijill.claims.harm import (
    civilian_target,
    loss_of,
    losses_at,
    split_whole,
    targets_from_losses,
    with_part,
    without_echoes,
)
from sijill.claims.headline import without_headlines
from sijill.claims.host import HARMFUL, host_of, leads_to
from sijill.claims.inherit import ECHO, inherit_times
from sijill.claims.items import head_place, listed_places
from sijill.claims.join import join_same
from sijill.claims.killing import (
    ALONE,
    VIOLENT,
    event_before,
    follow_attack,
    is_accident,
    is_natural,
    lone,
    resumes_attack,
    settle_killing,
)
from sijill.claims.kind import cues_of, is_means, settle_aim, settle_type
from sijill.claims.raid import without_raids
from sijill.claims.reject import INSTRUMENTS, is_doubt, why_not
from sijill.claims.rivals import fill_opponents
from sijill.claims.roles import assign
from sijill.claims.say import attribute
from sijill.claims.scene import Located, Scene, Site
from sijill.claims.select import merge
from sijill.claims.share import share_incident
from sijill.claims.status import settle_status
from sijill.claims.toll import goes_on, hand_back, hand_over, told_before
from sijill.claims.warfare import speaks_of_fighting
from sijill.claims.when import own_moment
from sijill.claims.where import opening_place, own_places
from sijill.model.claim import Claim
from sijill.model.mention import LossMention, TriggerMention
from sijill.model.record import changed

_TOTAL = "quantity.total"
"""The rule by which a toll counts a whole war."""


def assemble(scene: Scene, country: str | None = None) -> list[Claim]:
    """The claims of the document in text order."""
    drafts: list[Draft] = []
    echoes: list[Draft] = []
    for number in range(len(scene.tagged.sentences)):
        drafts += _sentence(scene, number, country, drafts, echoes)
    drafts = without_headlines(scene, drafts)
    fill_subjects(scene, drafts)
    for draft in drafts:
        settle_type_again(scene, draft, country)
    spread_aim(scene, drafts)
    fill_places(scene, drafts)
    inherit_times(scene, drafts, echoes)
    fill_opponents(scene, drafts)
    share_incident(scene, drafts)
    for draft in drafts:
        settle_fighters(scene, draft)
    settle_described(scene, drafts)
    settle_rebels(scene, drafts)
    for draft in drafts:
        share_sides(scene, draft)
        if draft.rule.frame.name == "clash":
            civilian_target(draft, late=True)
    for draft in drafts:
        attribute_stance(scene, draft)
    company = company_of(drafts, len(scene.tagged.tokens), len(scene.tagged.sentences))
    for draft in drafts:
        draft.evidence = evidence(scene, draft, company)
        draft.note("claim", "confidence.toml", "; ".join(draft.evidence))
        draft.confidence["claim"] = round(confidence_of(draft.evidence, scene.weights), 3)
    seen: dict[str, int] = {}
    return [
        claim_of(scene, draft, seen) for draft in drafts if draft.confidence["claim"] >= scene.floor
    ]


def settle_type_again(scene: Scene, draft: Draft, country: str | None) -> None:
    """Types that depend on the parties are settled once the parties are complete."""
    if draft.rule.id != "killing":
        draft.trace = [trace for trace in draft.trace if trace.field != "type"]
        settle_type(scene, draft, country)


def attribute_stance(scene: Scene, draft: Draft) -> None:
    draft.sources.clear()
    attribute(scene, draft)


def _sentence(
    scene: Scene,
    number: int,
    country: str | None,
    earlier: Sequence[Draft],
    echoes: list[Draft],
) -> list[Draft]:
    sentence = scene.tagged.sentences[number]
    triggers: list[TriggerMention] = [
        t
        for t in scene.triggers_in(sentence)
        if not is_state(scene, t)
        and (scene.rules[t.event].needs not in INSTRUMENTS or is_means(scene, t))
    ]
    if not triggers and not scene.losses.within(sentence.start, sentence.end):
        return []
    drafts = merge(scene, drafts_of(scene, number, triggers))
    kept: list[Draft] = []
    sites_of: dict[int, list[Site]] = {}
    previous: Draft | None = None
    freed: Draft | None = None
    for draft in drafts:
        if freed is not None and draft.shares_left:
            # What stood before the trigger belonged to words that are no event.
            draft.left, draft.shares_left = freed.left, freed.shares_left
        draft.cues = cues_of(scene, draft)
        assign(scene, draft)
        sites = _places(scene, draft)
        draft.site = sites[0] if sites else None
        draft.moment = own_moment(scene, draft, previous)
        against = why_not(scene, draft)
        if against == ECHO:
            echoes.append(draft)
        if is_doubt(scene, draft, against):
            draft.doubt = against
        elif against:
            draft.dropped = against
            freed = draft
            continue
        freed = None
        draft.doerless = draft.rule.id == "body"
        settle_type(scene, draft, country)
        kept.append(draft)
        sites_of[id(draft)] = sites
        previous = draft
    kept = join_same(scene, _with_losses(scene, number, kept, earlier), sites_of)
    kept = without_scenes(without_raids(kept))
    for draft in kept:
        attribute(scene, draft)
        settle_status(scene, draft)
    return _per_place(scene, kept, sites_of)


def _places(scene: Scene, draft: Draft) -> list[Site]:
    """The draft's places: of the list it heads, of its own clause, else of its sentence's head."""
    return (
        listed_places(scene, draft)
        or own_places(scene, draft)
        or opening_place(scene, draft)
        or head_place(scene, draft)
    )


def _with_losses(
    scene: Scene, number: int, drafts: list[Draft], earlier: Sequence[Draft]
) -> list[Draft]:
    """Hang the sentence's losses on its drafts; make a draft for those that stand alone."""
    sentence = scene.tagged.sentences[number]
    alones: list[Draft] = []
    found = list(drafts)
    harmed: dict[int, list[Located[LossMention]]] = {}
    for located in scene.losses.within(sentence.start, sentence.end):
        if scene.tagged.tokens[located.start - 1].key in scene.grammar.none and located.start:
            continue  # "لم تقع أي خسائر": none is told of.
        if located.item.part_of is not None:
            _as_part(scene, found, located)
            continue
        if located.item.rule == _TOTAL and drafts:
            continue  # "…، ما يرفع الحصيلة منذ 7 أكتوبر 2023 إلى 42010": not this event's.
        host = host_of(scene, drafts, located)
        if host is None and (located.item.kind not in ALONE or is_accident(scene, number)):
            continue
        if host is None:
            if not alones or _told_elsewhere(scene, alones[-1], located):
                alones.append(_alone(scene, number, located, drafts))
                found.append(alones[-1])
            host = alones[-1]
        host.losses.append(loss_of(scene, host, located))
        host.protesters = host.protesters or located.item.group == "protester"
        harmed.setdefault(id(host), []).append(located)
    for draft in found:
        share_sides(scene, draft)
        draft.resumed = resumes_attack(scene, draft, earlier)
        settle_aim(scene, draft)
        settle_generic(scene, draft)
        without_echoes(scene, draft)
        civilian_target(draft)
        split_whole(draft)
        targets_from_losses(scene, draft, harmed.get(id(draft), []))
    found = hand_back(found, earlier)
    for alone in alones:
        violent = [d for d in earlier if d.type in VIOLENT]
        near = event_before(alone, violent)
        settle_killing(scene, alone, near)
        follow_attack(alone, near)
        settle_generic(scene, alone)
        if (
            is_natural(scene, alone)
            or not (drafts or earlier or speaks_of_fighting(scene))
            or told_before(alone, earlier)
        ):
            found.remove(alone)
        elif (host := goes_on(scene, alone, earlier)) is not None:
            hand_over(alone, host)
            found.remove(alone)
    return sorted(found, key=lambda d: d.trigger.start)


def _alone(
    scene: Scene, number: int, located: Located[LossMention], drafts: Sequence[Draft]
) -> Draft:
    """The draft of losses that the sentence gives no event for."""
    alone = lone(scene, number, located, drafts)
    alone.cues = cues_of(scene, alone)
    assign(scene, alone)
    sites = own_places(scene, alone)
    alone.site = sites[0] if sites else None
    alone.moment = own_moment(scene, alone, None)
    return alone


def _told_elsewhere(scene: Scene, alone: Draft, located: Located[LossMention]) -> bool:
    """Whether the loss, in a clause of its own, is of another place than the draft's."""
    words = located.item.trigger or located.item.span
    first, _ = scene.tagged.range_of(words)
    bounds = scene.tagged.sentences[alone.sentence]
    walls = [w for w in walls_of(scene, bounds) if alone.trigger.end < w <= first]
    if not walls or alone.site is None:
        return False
    after = [w for w in walls_of(scene, bounds) if w > located.end]
    sites = scene.places.within(walls[-1], min([bounds.end, *after]))
    return bool(sites) and sites[0].item.value.name != alone.site.value.name


def _as_part(scene: Scene, drafts: Sequence[Draft], located: Located[LossMention]) -> None:
    part = located.item
    for draft in drafts:
        for index, loss in enumerate(draft.losses):
            if part.part_of is not None and loss.span.overlaps(part.part_of):
                draft.losses[index] = with_part(loss, loss_of(scene, draft, located))
    for draft in drafts:
        if draft.type in HARMFUL and leads_to(scene, located, draft):
            draft.losses.append(loss_of(scene, draft, located))
            return


def _per_place(
    scene: Scene, drafts: Sequence[Draft], sites_of: Mapping[int, list[Site]]
) -> list[Draft]:
    """One draft for each member of an enumeration; the first keeps the losses without a place."""
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        sites = sites_of.get(id(draft), [])
        if len(sites) < 2:
            continue
        draft.losses, *others = losses_at(scene, draft, sites)
        for site, losses in zip(sites[1:], others, strict=True):
            other = changed(draft)
            other.site = site
            other.losses = losses
            other.initiator = list(draft.initiator)
            other.target = list(draft.target)
            other.sources = list(draft.sources)
            other.trace = list(draft.trace)
            other.confidence = dict(draft.confidence)
            found.append(other)
    return found
