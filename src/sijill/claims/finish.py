"""Freeze drafts into claims: ids, quotes, texts, confidence."""

import hashlib
from collections.abc import Iterable

from sijill.claims.draft import Draft
from sijill.claims.scene import Moment, Scene, Site
from sijill.model.claim import Claim, Party, Place, Time
from sijill.model.mention import ActorMention
from sijill.model.record import changed
from sijill.model.span import Span


def claim_of(scene: Scene, draft: Draft, seen: dict[str, int]) -> Claim:
    """The finished claim. `seen` counts ids, so that two claims of the same words differ."""
    text = scene.tagged.text
    quote = quote_of(scene, draft)
    fields = dict(sorted(draft.confidence.items()))
    return Claim(
        id=_id(scene, draft, seen),
        type=draft.type,
        trigger=draft.trigger.span.of(text),
        trigger_span=draft.trigger.span,
        quote=quote.of(text),
        quote_span=quote,
        time=_time(scene, draft),
        place=place_of(scene, draft.site) if draft.site else None,
        initiator=parties(scene, draft.initiator),
        target=parties(scene, draft.target),
        casualties=tuple(draft.losses),
        sources=parties(scene, draft.sources),
        stance=draft.stance,
        status=draft.status,
        incident=draft.incident,
        rule=draft.trigger.rule,
        confidence=fields.get("claim", 0.8),
        field_confidence=fields,
        trace=tuple(draft.trace),
    )


def _id(scene: Scene, draft: Draft, seen: dict[str, int]) -> str:
    """Hash of the document and of the words that express event and place, not of any value.

    A later pack that reads the same words otherwise keeps the id, so that a person's decision
    stays with its claim: docs/decisions/0001-claim-ids.md.
    """
    head = draft.site.mention.head if draft.site else None
    inside = head if head and draft.quote and draft.quote.covers(head) else None
    start, end = draft.trigger.span
    place = f"[{inside.start}, {inside.end}]" if inside else "null"
    identity = f'["{scene.tagged.document.sha256}", {start}, {end}, {place}]'
    digest = hashlib.sha256(identity.encode()).hexdigest()[:12]
    count = seen.get(digest, 0)
    seen[digest] = count + 1
    return f"c-{digest}" if count == 0 else f"c-{digest}-{count + 1}"


def quote_of(scene: Scene, draft: Draft) -> Span:
    """The smallest run of the sentence's text that holds every value of the claim."""
    if draft.quote is not None:
        return draft.quote
    tagged = scene.tagged
    bounds = tagged.sentences[draft.sentence].span(tagged.tokens)
    quote = tagged.span(draft.left, max(draft.right, draft.trigger.end))
    spans = [loss.span for loss in draft.losses]
    spans += [actor.span for actor in (*draft.initiator, *draft.target)]
    if draft.site is not None:
        spans.append(draft.site.mention.span)
    if draft.moment is not None:
        spans.append(draft.moment.mention.span)
    for span in spans:
        if bounds.covers(span):
            quote = quote.join(span)
    draft.quote = quote
    return quote


def parties(scene: Scene, actors: Iterable[ActorMention]) -> tuple[Party, ...]:
    """The parties, each actor once."""
    found: dict[str, Party] = {}
    for actor in actors:
        party = party_of(scene, actor)
        found.setdefault(party.id or party.text, party)
    return tuple(found.values())


def party_of(scene: Scene, actor: ActorMention) -> Party:
    known = scene.parties.get(id(actor))
    if known is None:
        known = scene.parties[id(actor)] = (actor, _party(scene, actor))
    return known[1]


def _party(scene: Scene, actor: ActorMention) -> Party:
    return Party(
        text=actor.span.of(scene.tagged.text),
        span=actor.span,
        id=actor.actor,
        rule=actor.rule,
        confidence=actor.confidence,
        framing=actor.framing,
        alternatives=actor.alternatives,
    )


def place_of(scene: Scene, site: Site) -> Place:
    known = scene.named.get(id(site))
    if known is None:
        known = scene.named[id(site)] = (site, _place(scene, site))
    return known[1]


def _place(scene: Scene, site: Site) -> Place:
    value = site.value
    return Place(
        text=value.span.of(scene.tagged.text),
        span=value.span,
        name=value.name,
        lat=value.lat,
        lon=value.lon,
        precision=value.precision,
        rule=value.rule,
        country=value.country,
        uncertainty_km=value.uncertainty_km,
        place=value.place,
        reasons=value.reasons,
        alternatives=tuple((c.place, c.name, c.score) for c in value.alternatives),
        confidence=value.confidence,
    )


def _time(scene: Scene, draft: Draft) -> Time:
    """The time stated; its words may only count on from an event before ("بعد ساعات من ذلك")."""
    stated = time_of(scene, draft.moment)
    if draft.inherited is None:
        return stated
    told = inherited_time(draft.inherited)
    return told if draft.moment is None else changed(told, text=stated.text, span=stated.span)


def inherited_time(moment: Moment | None) -> Time:
    """The dates of another claim of the same incident; no words of this one state them."""
    if moment is None:
        return Time()
    value = moment.value
    return Time(
        start=value.start,
        end=value.end,
        precision=value.precision,
        rule="fill:incident",
        reasons=(*value.reasons, "the date of the same incident, told elsewhere"),
        confidence=0.6,
    )


def time_of(scene: Scene, moment: Moment | None) -> Time:
    if moment is None:
        return Time()
    value = moment.value
    return Time(
        text=value.span.of(scene.tagged.text) if value.span else None,
        span=value.span,
        start=value.start,
        end=value.end,
        precision=value.precision,
        rule=value.rule,
        reasons=value.reasons,
        candidates=value.candidates,
        contradiction=value.contradiction,
        confidence=value.confidence,
    )
