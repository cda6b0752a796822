"""Headlines repeat what the body tells: their claims stand only where the body is silent."""

from collections.abc import Sequence

from sijill.claims.control import is_headline
from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.ontology.types import EVENT_TYPE_OF


def without_headlines(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those of headlines that the body tells again.

    The body tells it again when one of its events is of the same event type and shares the
    place or a party, or when either side of the comparison names neither.
    """
    heads = [is_headline(scene, draft.trigger.start) for draft in drafts]
    body = [draft for draft, head in zip(drafts, heads, strict=True) if not head]
    return [
        draft
        for draft, head in zip(drafts, heads, strict=True)
        if not (head and any(_again(draft, other) for other in body))
    ]


def _again(headline: Draft, body: Draft) -> bool:
    if body.trigger.start < headline.trigger.start:
        return False
    if EVENT_TYPE_OF[headline.type] != EVENT_TYPE_OF[body.type]:
        return False
    if headline.site is not None and body.site is not None and _same_site(headline, body):
        return True
    ours = {a.actor for a in (*headline.initiator, *headline.target) if a.actor}
    theirs = {a.actor for a in (*body.initiator, *body.target) if a.actor}
    if headline.site is None or body.site is None:
        return not ours or not theirs or bool(ours & theirs)
    return bool(ours & theirs) and headline.site.value.precision >= 3


def _same_site(one: Draft, other: Draft) -> bool:
    if one.site is None or other.site is None:
        return False
    a, b = one.site.value, other.site.value
    return a.name == b.name or a.name in b.name or b.name in a.name
