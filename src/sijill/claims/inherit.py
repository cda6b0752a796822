"""Inherit: dates of claims that state none, from their bulletin or their incident."""

from collections.abc import Sequence

from sijill.claims.bulletin import day_of_items
from sijill.claims.draft import Draft
from sijill.claims.scene import Moment, Scene
from sijill.model.mention import PlaceValue
from sijill.ontology.types import EVENT_TYPE_OF

_VIOLENT = frozenset(("Battles", "Explosions/Remote violence", "Violence against civilians"))
_FIRM = frozenset(("day", "days"))


def inherit_times(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give a draft without a time the date of its bulletin, else of its incident.

    What is planned has none, nor what is recalled as the reason of another event.
    """
    open_ = [d for d in drafts if d.moment is None and d.status != "planned"]
    listed = day_of_items(scene)
    if listed is not None:
        moment, items = listed
        for draft in open_:
            fresh = draft.status in ("new", "ongoing") and draft.stance != "denies"
            if fresh and draft.sentence in items:
                _take(draft, moment, "fill:header", "the day of the bulletin", 0.7)
    dated = [d for d in drafts if d.moment is not None and _is_firm(d.moment)]
    for draft in open_:
        if draft.inherited is None and not _is_reason(scene, draft):
            donor = _donor(dated, draft)
            if donor is not None and donor.moment is not None:
                because = "the date of the same incident"
                _take(draft, donor.moment, "fill:incident", because, 0.6)


def _take(draft: Draft, moment: Moment, rule: str, because: str, confidence: float) -> None:
    draft.inherited = moment
    draft.note("time", rule, because)
    draft.confidence["time"] = confidence


def _is_firm(moment: Moment) -> bool:
    return moment.value.start is not None and moment.value.precision in _FIRM


def _is_reason(scene: Scene, draft: Draft) -> bool:
    """Whether the event is what another answered or followed: "ردا على قصف", "منذ طرده"."""
    tokens = scene.tagged.tokens
    floor = scene.tagged.sentences[draft.sentence].start
    return bool(scene.grammar.reason.before(tokens, draft.anchor, floor))


def _donor(dated: Sequence[Draft], draft: Draft) -> Draft | None:
    """The claim whose date holds for the draft too.

    The nearest of the same place; else of another quarter of the town, where the lead's day
    counts: what else is dated is told apart.
    """
    donors = [d for d in dated if _same_fight(d, draft)]
    here = [d for d in donors if _one_name(d, draft)]
    if here:
        return min(here, key=lambda d: (abs(d.sentence - draft.sentence), d.anchor))
    return donors[0] if donors else None


def _same_fight(dated: Draft, draft: Draft) -> bool:
    if EVENT_TYPE_OF[dated.type] not in _VIOLENT or EVENT_TYPE_OF[draft.type] not in _VIOLENT:
        return False
    if (dated.status == "background") != (draft.status == "background"):
        return False
    if dated.site is None or draft.site is None:
        return False
    a, b = dated.site.value, draft.site.value
    if _one_name(dated, draft):
        return True
    if None in (a.lat, a.lon, b.lat, b.lon) or max(a.precision, b.precision) > 2:
        return False
    sides = {p.actor for p in (*dated.initiator, *dated.target)}
    ours = {p.actor for p in (*draft.initiator, *draft.target)}
    return _near(a, b) and (not ours or bool(sides & ours))


def _one_name(one: Draft, other: Draft) -> bool:
    return (
        one.site is not None
        and other.site is not None
        and one.site.value.name == other.site.value.name
    )


def _near(one: PlaceValue, other: PlaceValue) -> bool:
    """Whether two points lie in one town: a tenth of a degree apart at most."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return abs(one.lat - other.lat) <= 0.1 and abs(one.lon - other.lon) <= 0.1
