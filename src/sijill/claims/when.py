"""When a draft happened: the time of its own clause, else of its sentence."""

from sijill.claims.draft import Draft
from sijill.claims.scene import Located, Moment, Scene


def own_moment(scene: Scene, draft: Draft, previous: Draft | None) -> Moment | None:
    """The time expression that belongs to the draft.

    In its domain the nearest one, those after the trigger first; else one that opens the
    sentence and stands in no other event's domain.
    """
    inside = scene.times.within(draft.left, draft.right)
    if inside:
        return _best(draft, inside).item
    sentence = scene.tagged.sentences[draft.sentence]
    floor = previous.right if previous is not None else sentence.start
    opening = scene.times.within(sentence.start, draft.left)
    free = [moment for moment in opening if moment.start >= floor]
    if free:
        return free[-1].item
    return None


def _best(draft: Draft, inside: list[Located[Moment]]) -> Located[Moment]:
    dated = [moment for moment in inside if moment.item.value.start is not None] or inside
    return min(
        dated,
        key=lambda moment: (
            min(abs(moment.start - draft.trigger.end), abs(draft.anchor - moment.end)),
            moment.start,
        ),
    )
