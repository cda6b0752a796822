"""Control statements: claims of state, "X holds (most of) P", kept apart from events."""

from collections.abc import Iterator

from sijill.claims.domain import walls_of
from sijill.claims.finish import party_of, place_of
from sijill.claims.link import groups
from sijill.claims.scene import Located, Scene, Site
from sijill.claims.side import is_armed
from sijill.model.claim import ControlStatement
from sijill.model.mention import ActorMention, TriggerMention
from sijill.model.span import Span
from sijill.text.sentence import Sentence

_BACK = 8
"""Words between a place and the relative clause that says who holds it."""
_RESUMED = 4
"""Words after a verb of holding in which a pronoun takes up the place."""
_PLACE_REACH = 3
"""Words after "مناطق سيطرتها" in which the place begins."""
_COUNTRY = 6
"""The precision of a whole country: too wide to be held."""
_AHEAD = 10
"""Words between a verb of holding and the place held."""


def control_statements(scene: Scene) -> list[ControlStatement]:
    """Every control statement of the document, in text order, without repetition."""
    found: list[ControlStatement] = []
    seen: set[tuple[str | None, Span]] = set()
    sentences = scene.tagged.sentences
    for index in _openings(scene):
        for statement in _at(scene, sentences[scene.sentence_of(index)], index):
            key = (
                statement.actor.id or statement.actor.text,
                statement.place.span if statement.place else statement.quote_span,
            )
            if key not in seen:
                seen.add(key)
                found.append(statement)
    return found


def _openings(scene: Scene) -> list[int]:
    """The tokens at which a control statement can begin: verbs that hold, "held by" and such."""
    keys, words = scene.tagged.keys, scene.grammar.statements
    found = {index for index in scene.tagged.by_start("verb") if holds(scene, index)}
    found.update([index for index, key in enumerate(keys) if key in words])
    return sorted(found)


def is_state(scene: Scene, trigger: TriggerMention) -> bool:
    """Whether a trigger of capture says who holds a place, not that it was taken.

    A verb in the present, or a possessed noun that no verb carries ("مناطق سيطرته"). Headlines
    tell news in the present, so a verb there is an event; so it is in a text of one sentence that
    begins with its subject.
    """
    if trigger.event not in ("capture", "deployment"):
        return False
    if trigger.form == "noun":
        held = scene.grammar.control["held"].before(
            scene.tagged.tokens, trigger.end, max(0, trigger.start - 2)
        )
        return bool(held) or (bool(trigger.enclitic) and not trigger.light)
    if not holds(scene, trigger.start) or is_headline(scene, trigger.start):
        return False
    sentences = scene.tagged.sentences
    return len(sentences) > 1 or trigger.start == sentences[0].start


def is_headline(scene: Scene, index: int) -> bool:
    """Whether token `index` stands in a short line without a full stop."""
    tagged = scene.tagged
    sentence = tagged.sentences[scene.sentence_of(index)]
    if sentence.end - sentence.start > scene.grammar.headline_words:
        return False
    end = tagged.tokens[sentence.end - 1].end
    rest = tagged.text[end : end + 3].lstrip(' "”»)')
    return not rest or rest[0] in "\r\n"


def holds(scene: Scene, index: int) -> bool:
    """Whether the verb at token `index` says a state: a verb of holding in the present."""
    matches = scene.tagged.at("verb", index)
    if not matches:
        return False
    verbs = scene.grammar.control["verbs"]
    return any(form.tense == "present" and form.lemma in verbs for form in matches[0].entry.value)


def _at(scene: Scene, sentence: Sentence, index: int) -> Iterator[ControlStatement]:
    tokens = scene.tagged.tokens
    control = scene.grammar.control
    if holds(scene, index):
        yield from _verbal(scene, sentence, index)
        return
    own = control["own"].at(tokens, index, sentence.end)
    if own:
        yield from _own(scene, sentence, index, index + own)
        return
    length = control["held"].at(tokens, index, sentence.end)
    if length and control["outside"].at(tokens, index, sentence.end):
        return
    if length:
        actor = _after(scene, index + length - 1, min(sentence.end, index + length + 3))
        places = _antecedents(scene, sentence, index)
        if actor is not None:
            for place in places:
                yield _statement(scene, index, actor, place, sentence)
        return
    if control["stronghold"].at(tokens, index, sentence.end):
        actor = _after(scene, index + 1, min(sentence.end, index + 4))
        if actor is not None:
            for place in _antecedents(scene, sentence, index):
                yield _statement(scene, index, actor, place, sentence)


def _verbal(scene: Scene, sentence: Sentence, index: int) -> Iterator[ControlStatement]:
    if _resumes(scene, sentence, index):
        actor = _after(scene, index + 1, min(sentence.end, index + 6)) or _before(
            scene, sentence, index
        )
        places = _antecedents(scene, sentence, index)
    else:
        actor = _after(scene, index + 1, min(sentence.end, index + 3)) or _before(
            scene, sentence, index
        )
        places = _ahead(scene, sentence, index)
    if actor is None:
        return
    for place in places:
        yield _statement(scene, index, actor, place, sentence)


def _resumes(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether the verb is in a relative clause about a place: "البلدة التي يسيطر عليها".

    In one about who holds it the place follows: "حماس التي تسيطر على قطاع غزة".
    """
    tokens, control = scene.tagged.tokens, scene.grammar.control
    before = control["relative"].before
    relative = before(tokens, index, sentence.start) or (
        index - 1 > sentence.start and before(tokens, index - 1, sentence.start)
    )
    if not relative:
        return False
    held = scene.tagged.at("verb", index)[0].enclitic
    near = range(index + 1, min(index + _RESUMED, sentence.end))
    where = control["where"].before(tokens, index, sentence.start)
    return (
        bool(held or where)
        or any(control["resumed"].at(tokens, at, sentence.end) for at in near)
        or not _ahead(scene, sentence, index)
    )


def _own(scene: Scene, sentence: Sentence, index: int, end: int) -> Iterator[ControlStatement]:
    """ "مناطق سيطرتها في P": who was named before holds the places after "في"."""
    actor = _before(scene, sentence, index)
    inside = end < sentence.end and scene.grammar.control["inside"].at(
        scene.tagged.tokens, end, sentence.end
    )
    if actor is None or not inside:
        return
    near = scene.places.within(end, min(end + _PLACE_REACH, sentence.end))
    if not near or near[0].item.value.precision == _COUNTRY:
        return
    for place in _whole_group(scene.places.within(end, sentence.end), near[0]):
        yield _statement(scene, index, actor, place, sentence)


def _after(scene: Scene, start: int, stop: int) -> Located[ActorMention] | None:
    for group in groups(scene, start, stop):
        for located in scene.actors.within(group.start, group.start + 1):
            if is_armed(scene, located.item):
                return located
    return None


def _before(scene: Scene, sentence: Sentence, index: int) -> Located[ActorMention] | None:
    for located in reversed(scene.actors.within(sentence.start, index)):
        if is_armed(scene, located.item) and not located.item.rule.startswith("nisba-event"):
            return located
    return None


def _antecedents(scene: Scene, sentence: Sentence, index: int) -> list[Located[Site]]:
    near = [
        site
        for site in scene.places.within(max(sentence.start, index - _BACK), index)
        if site.end <= index + 1
    ]
    if not near:
        return []
    return _whole_group(near, near[-1])


def _ahead(scene: Scene, sentence: Sentence, index: int) -> list[Located[Site]]:
    """The places that follow in the clause, the whole list of them."""
    stop = next(
        (w for w in walls_of(scene, sentence) if w > index + 1 and not holds(scene, w)),
        sentence.end,
    )
    near = scene.places.within(index + 1, min(stop, sentence.end))
    if not near or near[0].start > index + _AHEAD:
        return []
    tokens, exception = scene.tagged.tokens, scene.grammar.exception
    return [
        site
        for site in near
        if site.item.mention.role == "at"
        and not any(token.key in exception for token in tokens[site.end : site.end + 2])
    ]


def _whole_group(near: list[Located[Site]], chosen: Located[Site]) -> list[Located[Site]]:
    group = chosen.item.mention.group
    if group is None:
        return [chosen]
    return [site for site in near if site.item.mention.group == group]


def _extent(scene: Scene, start: int, stop: int) -> str | None:
    tokens, control = scene.tagged.tokens, scene.grammar.control
    for index in range(start, stop):
        if tokens[index].key.endswith("%"):
            return tokens[index].key
        for name in ("most", "part", "all"):
            if control[name].at(tokens, index, stop):
                return name
    return None


def _statement(
    scene: Scene,
    index: int,
    actor: Located[ActorMention],
    place: Located[Site],
    sentence: Sentence,
) -> ControlStatement:
    start = min(index, actor.start, place.start)
    end = max(index + 1, actor.end, place.end)
    quote = scene.tagged.span(start, end)
    extent = _extent(scene, max(sentence.start, start - 3), min(sentence.end, end + 4))
    return ControlStatement(
        quote=quote.of(scene.tagged.text),
        quote_span=quote,
        actor=party_of(scene, actor.item),
        place=place_of(scene, place.item),
        extent=extent,
        rule="grammar.toml:control",
        confidence=0.7,
    )
