"""An event's standing in the news: new, ongoing, background or planned."""

from sijill.claims.draft import Draft
from sijill.claims.scene import Scene

_REACH = 8
"""Words before a trigger in which a status word governs it."""


def settle_status(scene: Scene, draft: Draft) -> None:
    """Set `draft.status` from status words before the trigger, its tense and its date."""
    tagged = scene.tagged
    sentence = tagged.sentences[draft.sentence]
    start = max(sentence.start, draft.anchor - _REACH)
    near = {
        match.entry.id
        for match in tagged.layer("status")
        if start <= match.start <= draft.trigger.end or draft.left <= match.start < draft.right
    }
    opening = {
        match.entry.id for match in tagged.within("status", sentence.start, sentence.start + 4)
    }
    if "planned" in near and draft.trigger.tense != "past":
        draft.status = "planned"
    elif _dated_before(scene, draft) or "background" in opening | near:
        draft.status = "background"
    elif "ongoing" in near or draft.trigger.light_tense == "present":
        draft.status = "ongoing"
    else:
        draft.status = "new"


def _dated_before(scene: Scene, draft: Draft) -> bool:
    """Whether the event's own date lies well before the publication date."""
    if draft.moment is None or scene.published is None:
        return False
    end = draft.moment.value.end
    return end is not None and (scene.published - end).days > 7
