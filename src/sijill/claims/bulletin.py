"""Bulletins: lists of items whose head states the day of all of them."""

from collections.abc import Iterable

from sijill.claims.scene import Moment, Scene

_ITEMS, _ITEM_SHARE = 5, 0.6
"""Lines, and the part of them without a full stop, that make a text a list."""
_BULLETS = 3
"""Lines with a mark before them that make a list."""
_SHORT = frozenset(("day", "days", "week"))
_NO_MARKS = "«“\"'([{"
"""What may stand before a line that is no item."""


def day_of_items(scene: Scene) -> tuple[Moment, range] | None:
    """The time that a head states for the sentences of its list; None where there is none.

    "الموقف ليوم الثلاثاء 13 تموز", then items: lines with a bullet or a number, lines
    without a full stop, or any after a head that calls itself a bulletin.

    The head is what stands before the first item; a sentence of it that tells an event of its
    own dates the items only if it leads to them by a colon ("… خلال 24 ساعة: - …").
    """
    sentences = scene.tagged.sentences
    items = _items(scene)
    if items is not None:
        moment = _of_head(scene, range(items.start))
        return None if moment is None else (moment, items)
    if len(sentences) < _ITEMS:
        return None
    head = sentences[1].end
    if not (_is_named(scene) or _is_unstopped(scene)):
        return None
    for located in scene.times.within(0, head):
        value = located.item.value
        if value.start is not None and value.precision == "day":
            return located.item, range(len(sentences))
    return None


def _items(scene: Scene) -> range | None:
    """The sentences from the first line with a bullet to the last."""
    count = len(scene.tagged.sentences)
    bullets = [n for n in range(1, count) if _is_bullet(scene, n)]
    if len(bullets) < _BULLETS:
        return None
    lines = [n for n in range(bullets[0], bullets[-1] + 1) if "\n" in _before(scene, n)]
    if len(bullets) < _ITEM_SHARE * len(lines):
        return None
    last = bullets[-1] + 1
    while last < count and "\n" not in _before(scene, last):
        last += 1
    return range(bullets[0], last)


def _is_named(scene: Scene) -> bool:
    """Whether a line at the top, one that tells no event, calls the text a bulletin."""
    tagged = scene.tagged
    return any(
        tagged.tokens[at].key in scene.grammar.bulletin
        for sentence in tagged.sentences[:2]
        if not scene.triggers_in(sentence)
        for at in range(sentence.start, sentence.end)
    )


def _is_unstopped(scene: Scene) -> bool:
    """Whether most sentences end without a full stop."""
    tagged = scene.tagged
    ends = [tagged.tokens[s.end - 1].end for s in tagged.sentences]
    items = sum(1 for end in ends if not tagged.text[end : end + 2].strip(' »”"').startswith("."))
    return items >= _ITEM_SHARE * len(ends)


def _of_head(scene: Scene, head: Iterable[int]) -> Moment | None:
    for number in head:
        sentence = scene.tagged.sentences[number]
        end = scene.tagged.tokens[sentence.end - 1].end
        leads = scene.tagged.text[end : end + 2].strip().startswith(":")
        tells = bool(scene.triggers_in(sentence))
        if tells and not leads:
            continue
        for located in scene.times.within(sentence.start, sentence.end):
            value = located.item.value
            if value.start is not None and value.precision in _SHORT:
                return located.item
    return None


def _is_bullet(scene: Scene, number: int) -> bool:
    """Whether a sentence begins a line with a mark that is no quote or bracket."""
    joint = _before(scene, number)
    if "\n" not in joint:
        return False
    mark = joint.rpartition("\n")[2].strip()
    if mark:
        return mark[0] not in _NO_MARKS
    first = scene.tagged.tokens[scene.tagged.sentences[number].start]
    after = scene.tagged.text[first.end : first.end + 2].strip()
    return first.key.isdigit() and after[:1] in tuple("-.)–")


def _before(scene: Scene, number: int) -> str:
    """The characters between a sentence and the one before it."""
    tokens = scene.tagged.tokens
    first = scene.tagged.sentences[number].start
    return scene.tagged.text[tokens[first - 1].end : tokens[first].start]
