"""An event's standing in the news: new, ongoing, background or planned."""

from sijill.claims.control import is_headline
from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.lexicon.entry import Match

_REACH = 8
"""Words before a trigger in which a status word governs it."""
_BEHIND = 3
"""Words after an event noun in which a verb says that it goes on ("مواجهات عنيفة تدور")."""
_WAS_REACH = 4
"""Words between "كان" and the event that was before."""
_OPENING = 4
"""Words at the head of a sentence whose status word holds for all of it."""
_OLD = 7
"""Days before the publication from which on an event is background."""
_HELD_AS = {"was": "background", "former": "background", "since": "background"}
"""Kinds of status words that differ only in where they stand."""
_GROUND = frozenset(("capture", "lose"))


def settle_status(scene: Scene, draft: Draft) -> None:
    """Set `draft.status` from status words around the trigger, its tense and its date."""
    near, opening = _near(scene, draft), _opening(scene, draft)
    if _to_come(scene, draft) or ("planned" in near and draft.trigger.tense != "past"):
        draft.status = "planned"
    elif _dated_before(scene, draft) or "background" in near or _recalled(scene, draft):
        draft.status = "background"
    elif "ongoing" in near or _goes_on(scene, draft):
        draft.status = "ongoing"
    elif "background" in opening or ("was" in opening and not _lasted(draft)):
        draft.status = "background"
    else:
        draft.status = "new"


def _to_come(scene: Scene, draft: Draft) -> bool:
    """Whether the verb, or the one that carries the noun, is of the future: "ستشن", "قد تقصف"."""
    trigger = draft.trigger
    tense = trigger.tense if trigger.form == "verb" else trigger.light_tense
    if tense != "present":
        return False
    matches = scene.tagged.at("verb", draft.anchor)
    if matches and "س" in matches[0].proclitics:
        return True
    before = scene.tagged.tokens[draft.anchor - 1].key if draft.anchor else ""
    return before in scene.grammar.maybe


def _near(scene: Scene, draft: Draft) -> set[str]:
    """The kinds of status words that govern the trigger."""
    sentence = scene.tagged.sentences[draft.sentence]
    return {
        _HELD_AS.get(match.entry.id, match.entry.id)
        for match in scene.tagged.within("status", sentence.start, sentence.end)
        if _governs(draft, match)
    }


def _governs(draft: Draft, match: Match) -> bool:
    """Whether a status word stands where words of its kind speak of the draft's event."""
    trigger, kind, at = draft.trigger, match.entry.id, match.start
    if kind == "was":
        return draft.anchor - _WAS_REACH <= at < draft.anchor and not _lasted(draft)
    if kind == "former":
        return trigger.end <= at <= trigger.end + 1
    if kind == "since":
        dated = draft.moment is not None and draft.moment.value.start is not None
        here = trigger.start - 1 <= match.end <= trigger.start
        return here and trigger.form == "noun" and not dated
    if draft.left <= at < draft.right:
        return True
    behind = _BEHIND if kind == "ongoing" else 0
    return kind != "background" and draft.anchor - _REACH <= at <= trigger.end + behind


def _lasted(draft: Draft) -> bool:
    """Whether "كان" stands with a verb in the present, which tells what went on: "كانت تقصف"."""
    return "present" in (draft.trigger.tense, draft.trigger.light_tense)


def _opening(scene: Scene, draft: Draft) -> set[str]:
    start = scene.tagged.sentences[draft.sentence].start
    return {match.entry.id for match in scene.tagged.within("status", start, start + _OPENING)}


def _recalled(scene: Scene, draft: Draft) -> bool:
    """Whether the event only dates another: "بعد شهر من استعادة المدينة"; or is told of a place.

    Ground taken in a relative clause without a date of its own ("البلدة التي سيطر عليها") was
    taken before.
    """
    tokens, trigger = scene.tagged.tokens, draft.trigger
    relative = scene.grammar.control["relative"]
    if trigger.event in _GROUND and trigger.form == "verb":
        return draft.moment is None and bool(relative.before(tokens, trigger.start, 0))
    if trigger.form != "noun":
        return False
    for time in scene.times.within(trigger.start - _REACH, trigger.start):
        gap = trigger.start - time.end
        elapsed = any(m.entry.id == "elapsed" for m in scene.tagged.at("status", time.start))
        if (
            elapsed
            and 1 <= gap <= 2
            and scene.grammar.prepositions.at(tokens, time.end, trigger.start)
        ):
            return True
    return False


def _goes_on(scene: Scene, draft: Draft) -> bool:
    """Whether the verb is in the present, outside headlines, which tell news in it."""
    trigger = draft.trigger
    before = scene.tagged.within("negation", max(0, draft.anchor - 2), draft.anchor)
    if any(match.entry.id == "words" and match.end == draft.anchor for match in before):
        return False  # "لم" makes a past of the present.
    if trigger.light_tense == "present":
        return not is_headline(scene, draft.anchor)
    if trigger.tense != "present" or draft.moment is None or draft.moment.mention.span is None:
        return False
    first = scene.tagged.token_at(draft.moment.mention.span.start)
    return any(match.entry.id == "since" for match in scene.tagged.at("status", first))


def _dated_before(scene: Scene, draft: Draft) -> bool:
    """Whether the event's own date lies well before the publication date."""
    if draft.moment is None or scene.published is None:
        return False
    end = draft.moment.value.end
    return end is not None and (scene.published - end).days > _OLD
