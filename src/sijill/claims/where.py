"""Where a draft happened: its own places, else what the text around it says."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.scene import Located, Scene, Site
from sijill.model.record import changed
from sijill.text.token import COMMA

_FROM_FRAMES = frozenset(("move", "expel", "capture", "lose"))
"""Events whose place is what is left or taken: "انسحب من P", "طرد … من P"."""
_WITHIN = frozenset(("في", "ب"))
_COUNTRY = 6
"""Precision of a whole country."""
_PLACE_WORDS = ("place", "place_type", "place_operator", "place_preposition")
_JOIN_REACH = 4
"""Words between two joined places: a preposition, the rest of the first one's name."""
_OBJECT_FRAMES = frozenset(("strike", "hit", "capture"))
_AIMED_FRAMES = frozenset(("assault", "strike", "hit"))
"""Events whose place is told by "باتجاه P" as well as by "على P"."""
_TOWARD_FRAMES = frozenset(("deploy", "move", "handover", "strike", "hit", "assault"))


def own_places(scene: Scene, draft: Draft) -> list[Site]:
    """The places of the draft's own domain: one, or the members of one enumeration."""
    located = scene.places.within(draft.left, draft.right)
    if draft.shares_left:
        located = [site for site in located if site.start >= draft.anchor]
    located = [
        site for site in located if not (_of_speaker(scene, site) or _acts(scene, site))
    ] or located
    added = [site for site in located if _is_added(scene, site)]
    frame = draft.rule.frame.name
    roles = ["at"]
    if frame in _FROM_FRAMES:
        roles.append("from")
        located = [site for site in located if not _is_passed(scene, site)] or located
    if frame in _TOWARD_FRAMES:
        roles.append("toward")
    aimed = ("at", "toward") if frame in _AIMED_FRAMES else ()
    for wanted in ((aimed,) if aimed else ()) + tuple((role,) for role in roles):
        chosen = _event_places(
            scene,
            draft,
            [site for site in located if site.item.mention.role in wanted or site in added],
        )
        if chosen:
            return [site.item for site in (*chosen, *_resumed(scene, draft, chosen[0]))]
    return []


def _is_passed(scene: Scene, site: Located[Site]) -> bool:
    """Whether the place is only passed through: "انسحبوا من P عبر Q"."""
    return site.start > 0 and scene.tagged.tokens[site.start - 1].key in scene.grammar.passing


def opening_place(scene: Scene, draft: Draft) -> list[Site]:
    """The place that opens the sentence and frames all of it: "وفي P، احتجزت …"."""
    sentence = scene.tagged.sentences[draft.sentence]
    for site in scene.places.within(sentence.start, min(draft.anchor, sentence.start + 2)):
        if site.item.mention.role == "at" and _preposition(scene, site) in _WITHIN:
            return [] if _of_saying(scene, site) else [site.item]
    return []


def _of_saying(scene: Scene, site: Located[Site]) -> bool:
    """Whether the place says where something was said: "وفي P، قالت وزارة الدفاع …"."""
    tokens = scene.tagged.tokens
    after = tokens[site.end : site.end + 2]
    return any(
        token.start == attribution.span.start
        for token in after
        for attribution in scene.attributions
    )


def passing_places(scene: Scene, draft: Draft) -> list[Site]:
    """Where the draft's clause comes from or goes to, as near as an event without a place gets."""
    located = scene.places.within(draft.left, draft.right)
    return [_nearby(site.item) for site in _event_places(scene, draft, located)][:1]


def sentence_place(scene: Scene, draft: Draft, start: int, end: int) -> Site | None:
    """A place between two tokens around the draft's trigger: the next one, else the last."""
    found = [
        site
        for site in scene.places.within(start, end)
        if site.item.mention.role == "at"
        and site.item.value.precision < _COUNTRY
        and not _of_speaker(scene, site)
        and not _of_saying(scene, site)
    ]
    after = [site for site in found if site.start >= draft.trigger.end]
    return after[0].item if after else found[-1].item if found else None


def _of_speaker(scene: Scene, site: Located[Site]) -> bool:
    """Whether the place says where a source sits: "بحسب مصدر طبي في P"."""
    ends = scene.once("speaker ends", lambda: _speaker_ends(scene))
    return site.start in ends or (site.start - 1 in ends and bool(_preposition(scene, site)))


def _acts(scene: Scene, site: Located[Site]) -> bool:
    """Whether a country's name is the party that acts, not where it happened."""
    return (
        site.item.value.precision == _COUNTRY
        and not _preposition(scene, site)
        and bool(scene.actors.within(site.start, site.end))
    )


def _speaker_ends(scene: Scene) -> frozenset[int]:
    """The tokens behind those who are quoted."""
    return frozenset(scene.tagged.range_of(span)[1] for span in scene.speakers)


def _event_places(
    scene: Scene, draft: Draft, located: Sequence[Located[Site]]
) -> list[Located[Site]]:
    """The place after the trigger with those joined to it; else the last one before it.

    What is struck or taken goes before where that lies: "قصفت … في ريف P قرية Q" is at Q.
    """
    after = [site for site in located if site.start >= draft.trigger.end]
    before = [site for site in located if site.start < draft.trigger.end]
    first = after[0] if after else before[-1] if before else None
    if first is None:
        return []
    suffering = [s for s in before if s.start > draft.anchor and not _preposition(scene, s)]
    if draft.trigger.light == "patient" and suffering:
        first = suffering[0]
    if draft.rule.frame.name in _OBJECT_FRAMES:
        objects = [site for site in after if _preposition(scene, site) in ("", "على", "ل")]
        first = objects[0] if objects else first
    found = [first]
    if _preposition(scene, first) == "بين":
        return found  # "بين P وQ" is one place on the way.
    for site in located:
        if site.start > found[-1].start and _joined(scene, found[-1], site):
            found.append(site)
    return found


def _is_added(scene: Scene, site: Located[Site]) -> bool:
    """Whether the place, or the enumeration it belongs to, is joined by "إضافة إلى"."""
    tokens, join = scene.tagged.tokens, scene.grammar.join
    first = site
    for other in scene.places.within(max(0, site.start - 12), site.start):
        if other.item.mention.group is not None and (
            other.item.mention.group == site.item.mention.group
        ):
            first = other
            break
    return bool(join.before(tokens, first.start, max(0, first.start - 3)))


def _resumed(scene: Scene, draft: Draft, first: Located[Site]) -> list[Located[Site]]:
    """Places that go on after a relative clause: "على قرية P التي …، وعلى قرية Q"."""
    preposition = _preposition(scene, first)
    if not preposition:
        return []
    tokens = scene.tagged.tokens
    return [
        site
        for site in scene.places.within(draft.right, draft.limit)
        if site.start > first.end and tokens[site.start - 1].key == "و" + preposition
    ]


def _preposition(scene: Scene, site: Located[Site]) -> str:
    """The preposition before a place, or on its first word; empty if it has none."""
    tokens = scene.tagged.tokens
    attached = tokens[site.start].key
    span = site.item.mention.span
    if span.start > tokens[site.start].start:
        letters = attached[: span.start - tokens[site.start].start].lstrip("وف")
        if letters:
            return letters
    before = tokens[site.start - 1].key if site.start else ""
    if scene.grammar.prepositions.before(tokens, site.start, max(0, site.start - 2)):
        return before.lstrip("و") if len(before) > 2 else before
    return ""


def _joined(scene: Scene, one: Located[Site], other: Located[Site]) -> bool:
    """Whether the two are members of one enumeration."""
    if _says_where(scene, one, other):
        return False
    group = one.item.mention.group
    if group is not None and group == other.item.mention.group:
        return True
    tokens = scene.tagged.tokens
    if not 0 <= other.start - one.end <= _JOIN_REACH:
        return False
    if any(
        scene.tagged.at("verb", at) or scene.tagged.at("trigger", at)
        for at in range(one.end, other.start)
    ):
        return False
    return any(
        _conjoined(scene, at) or scene.grammar.join.at(tokens, at, other.start)
        for at in range(one.end, min(other.start + 1, len(tokens)))
    )


def _conjoined(scene: Scene, at: int) -> bool:
    """Whether the word is joined by و, and not one that begins with that letter ("وسط")."""
    return scene.tagged.tokens[at].key.startswith("و") and not any(
        not match.proclitics for layer in _PLACE_WORDS for match in scene.tagged.at(layer, at)
    )


def _says_where(scene: Scene, one: Located[Site], other: Located[Site]) -> bool:
    """Whether the second place only says where the first lies: "بلدة س، جنوبي مدينة ص"."""
    token = scene.tagged.tokens[other.start]
    if token.gap < COMMA or token.key[0] == "و" or other.start - one.end > 1:
        return False
    return other.item.value.precision == 2 != one.item.value.precision


def _nearby(site: Site) -> Site:
    """A destination or origin read as "near there": the event lies on the way."""
    value = site.value
    if value.precision != 1:
        return site
    reasons = (*value.reasons, "a destination or origin: the event lies near it")
    return Site(site.mention, changed(value, precision=2, reasons=reasons))
