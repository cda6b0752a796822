"""Items: the places of a list that an event heads, and the place that heads an event's item."""

from bisect import bisect_right

from sijill.claims.draft import Draft
from sijill.claims.scene import Scene, Site
from sijill.text.items import Listed, heads_of, lists_of
from sijill.text.sentence import Sentence

_COUNTRY = 6
"""Precision of a whole country."""
_SHARE = 0.5
"""The part of a list's items that must be places."""


def listed_places(scene: Scene, draft: Draft) -> list[Site]:
    """The places of the list that the draft's words head: "غارات اليوم: أ، ب وج"."""
    lists = scene.once("lists", lambda: _lists(scene))
    if not lists:
        return []
    at = draft.trigger.start
    number = bisect_right([listed.start for listed in lists], at) - 1
    if number < 0 or not at < lists[number].end:
        return []
    return scene.once(f"list {number}", lambda: _sites(scene, lists[number]))


def _lists(scene: Scene) -> list[Listed]:
    tagged = scene.tagged
    return lists_of(tagged.text, tagged.tokens, tagged.sentences)


def _sites(scene: Scene, listed: Listed) -> list[Site]:
    """The places of the items, if enough of these are places and nothing else."""
    found: list[Site] = []
    hits = 0
    for item in listed.items:
        if any(item.start <= t.start < item.end for t in scene.triggers_in(item)):
            return []
        sites = scene.places.within(item.start, item.end)
        if sites and sites[0].start == item.start:
            hits += 1
            found += [site.item for site in sites if site.item.value.precision < _COUNTRY]
    return found if found and hits >= _SHARE * len(listed.items) else []


def head_place(scene: Scene, draft: Draft) -> list[Site]:
    """The place that heads the draft's item and is all of its head: "الخيام: قصف مدفعي"."""
    sentence = scene.tagged.sentences[draft.sentence]
    head = scene.once("heads", lambda: _heads(scene)).get(sentence.start)
    if head is None or draft.anchor < head.end or _follows(scene, head, draft):
        return []
    sites = scene.places.within(head.start, head.end)
    whole = len(sites) == 1 and sites[0].start == head.start
    if not whole or sites[0].item.value.precision >= _COUNTRY:
        return []
    return [sites[0].item]


def _follows(scene: Scene, head: Sentence, draft: Draft) -> bool:
    """Whether another event stands between the head and the draft's."""
    return any(t.start < draft.anchor for t in scene.triggers_in(Sentence(head.end, draft.anchor)))


def _heads(scene: Scene) -> dict[int, Sentence]:
    tagged = scene.tagged
    heads = heads_of(tagged.text, tagged.tokens, tagged.sentences)
    return {head.start: head for head in heads if not scene.triggers_in(head)}
