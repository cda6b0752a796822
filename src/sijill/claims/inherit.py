"""Inherit: dates of claims that state none, from their bulletin or their incident."""

from collections.abc import Sequence

from sijill.claims.bulletin import day_of_items
from sijill.claims.draft import Draft
from sijill.claims.scene import Moment, Scene
from sijill.claims.when import is_reason
from sijill.model.mention import PlaceValue
from sijill.ontology.types import EVENT_TYPE_OF

_VIOLENT = frozenset(("Battles", "Explosions/Remote violence", "Violence against civilians"))
_FIRM = frozenset(("day", "days"))
_BACK, _ON = 7, 1
"""Sentences before and after a claim in which its incident may be dated: what the text dates
further on is mostly another day's fight."""
ECHO = "refers back to an event told elsewhere"
"""Why words are dropped that only speak of an event again."""
_ECHO = 3
"""Sentences in which an event may be spoken of again."""
_HEAD = 3
"""Words at the head of a sentence in which a phrase counts on from the event before."""


def inherit_times(scene: Scene, drafts: Sequence[Draft], echoes: Sequence[Draft] = ()) -> None:
    """Give a draft without a time the date of its bulletin, else of its incident.

    `echoes` are words that only refer back to an event: a date beside them is that event's.
    What is planned has none, nor what is recalled as the reason of another event.
    """
    for draft in drafts:
        if draft.moment is not None and draft.moment.value.end is None:
            draft.inherited = _moment_before(scene, drafts, draft)
    open_ = [d for d in drafts if d.moment is None and d.status != "planned"]
    listed = day_of_items(scene)
    if listed is not None:
        day, items = listed
        for draft in open_:
            fresh = draft.status in ("new", "ongoing") and draft.stance != "denies"
            if fresh and draft.sentence in items:
                _take(draft, day, "fill:header", "the day of the bulletin", 0.7)
    for echo in echoes:
        told = _echoed(open_, echo)
        if told is not None and echo.moment is not None and _is_firm(echo.moment):
            _take(told, echo.moment, "fill:echo", "the date told where it is spoken of again", 0.7)
    dated = [d for d in drafts if d.moment is not None and _is_firm(d.moment)]
    loose = [d for d in open_ if d.inherited is None and not is_reason(scene, d)]
    for draft in loose:
        moment = _moment_before(scene, drafts, draft) or _of_donor(_donor(dated, draft))
        if moment is not None:
            _take(draft, moment, "fill:incident", "the date of the same incident", 0.6)


def _echoed(drafts: Sequence[Draft], echo: Draft) -> Draft | None:
    """The undated event of the same kind told last before: "… واندلعت الاشتباكات مساء الاثنين"."""
    found = [
        d
        for d in drafts
        if d.inherited is None
        and d.rule.frame.name == echo.rule.frame.name
        and 0 < echo.sentence - d.sentence <= _ECHO
    ]
    return found[-1] if found else None


def _moment_before(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> Moment | None:
    """The date of the event before, where the words only count on from it: "بعد ساعات من ذلك"."""
    sentence = scene.tagged.sentences[draft.sentence]
    head = range(sentence.start, min(sentence.start + _HEAD, draft.anchor))
    if not any(scene.grammar.sequel.at(scene.tagged.tokens, n, sentence.end) for n in head):
        return None
    before = [d for d in drafts if d.sentence < draft.sentence <= d.sentence + 2]
    return next((m for m in map(_of_donor, reversed(before)) if m is not None), None)


def _of_donor(donor: Draft | None) -> Moment | None:
    if donor is None:
        return None
    moment = donor.moment or donor.inherited
    return moment if moment is not None and _is_firm(moment) else None


def _nearest(donors: Sequence[Draft], draft: Draft) -> Draft | None:
    return min(donors, key=lambda d: (abs(d.sentence - draft.sentence), d.anchor), default=None)


def _take(draft: Draft, moment: Moment, rule: str, because: str, confidence: float) -> None:
    draft.inherited = moment
    draft.note("time", rule, because)
    draft.confidence["time"] = confidence


def _is_firm(moment: Moment) -> bool:
    """Whether it tells when one thing happened, not since when things go on."""
    lasting = moment.mention.constraints.get("op") == "since" and (
        moment.value.start != moment.value.end
    )
    return moment.value.start is not None and moment.value.precision in _FIRM and not lasting


def _donor(dated: Sequence[Draft], draft: Draft) -> Draft | None:
    """The claim whose date holds for the draft too.

    The nearest of the same place; else of another quarter of the town, where the lead's day
    counts: what else is dated is told apart.
    """
    near = [d for d in dated if -_BACK <= d.sentence - draft.sentence <= _ON]
    donors = [d for d in near if _same_fight(d, draft)]
    here = [d for d in donors if _one_name(d, draft)]
    if here:
        return _nearest(here, draft)
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
