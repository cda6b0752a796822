"""When a draft happened: the time of its own clause, else of its sentence."""

from sijill.claims.draft import Draft
from sijill.claims.scene import Located, Moment, Scene

_CLOSING = 2
"""Words that may follow a time at the end of a sentence in which it holds for all of it."""
_EVE = 12
"""Words from "غداة" to the event of which it says the day."""


def own_moment(scene: Scene, draft: Draft, previous: Draft | None) -> Moment | None:
    """The time expression that belongs to the draft.

    In its domain the nearest one, those after the trigger first; else the last one before it
    in the sentence; else that of the event told before it in the same sentence.
    """
    eve = _eve(scene, draft)
    if eve is not None:
        return eve.item
    first = draft.anchor if draft.shares_left else draft.left
    inside = [moment for moment in scene.times.within(first, draft.right) if not _is_eve(moment)]
    if inside:
        return _best(draft, inside).item
    if is_reason(scene, draft):
        return None
    sentence = scene.tagged.sentences[draft.sentence]
    closing = scene.times.within(draft.right, sentence.end) if draft.limit == sentence.end else []
    if closing and closing[-1].end >= sentence.end - _CLOSING:
        # "… أودى بحياة ثمانية وأوقع 20 جريحا يوم الجمعة": the time closes all that was told.
        return closing[-1].item
    opening = [
        moment
        for moment in scene.times.within(sentence.start, draft.left)
        if not _of_saying(scene, sentence.start, moment)
    ]
    if opening and (previous is None or previous.moment is None):
        return opening[-1].item
    if previous is not None and previous.moment and previous.moment.value.start is not None:
        return previous.moment
    return None


def _eve(scene: Scene, draft: Draft) -> Located[Moment] | None:
    """The words that put the event on the day before: "غداة مقتل جنديين في غارة"."""
    floor = max(scene.tagged.sentences[draft.sentence].start, draft.trigger.start - _EVE)
    before = scene.times.within(floor, draft.trigger.start)
    return before[-1] if before and _is_eve(before[-1]) else None


def _is_eve(moment: Located[Moment]) -> bool:
    return moment.item.mention.constraints.get("effect") == "eve"


def is_reason(scene: Scene, draft: Draft) -> bool:
    """Whether the event is what another answered or followed: "ردا على قصف", "منذ طرده"."""
    tokens = scene.tagged.tokens
    floor = scene.tagged.sentences[draft.sentence].start
    return bool(scene.grammar.reason.before(tokens, draft.anchor, floor))


def _of_saying(scene: Scene, start: int, moment: Located[Moment]) -> bool:
    """Whether the time says when something was said: "أعلن الجيش، الاثنين، أن …"."""
    before = scene.tagged.span(start, moment.start + 1)
    return any(
        a.verb not in ("according", "echo") and before.start <= a.span.start < before.end
        for a in scene.attributions
    )


def _best(draft: Draft, inside: list[Located[Moment]]) -> Located[Moment]:
    dated = [moment for moment in inside if moment.item.value.start is not None] or inside
    return min(
        dated,
        key=lambda moment: (
            min(abs(moment.start - draft.trigger.end), abs(draft.anchor - moment.end)),
            moment.start,
        ),
    )
