"""How a party hangs on its clause: the preposition that governs it, the others joined to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sijill.claims.scene import Located, Scene
from sijill.model.mention import ActorMention
from sijill.text.fold import fold
from sijill.text.token import COMMA

GENITIVE, BARE, AGENT, SUPPORT, LOYAL = "genitive", "", "agent", "support", "loyal"

_QUANTITY_REACH = 3
"""Words between "من" and the noun that says how much of the party is meant."""
_JOIN_REACH = 3
"""Words between two joined parties: a possession of the second ("ونقاط حلفائه")."""


_AGAINST = frozenset(("على", "ضد", "نحو"))
"""Prepositions of what is struck."""


@dataclass(slots=True)
class Group:
    """Parties joined by "and", with the link of the first."""

    start: int
    end: int
    actors: list[ActorMention]
    link: str
    """Folded preposition, or GENITIVE, AGENT, SUPPORT, LOYAL, BARE."""
    outer: int
    """Token where the phrase begins: possessions included ("مواقع …")."""


def groups(scene: Scene, start: int, end: int) -> list[Group]:
    """The groups of parties whose names begin in tokens `start` up to `end`, in text order."""
    found: list[Group] = []
    for located in scene.actors.within(start, end):
        actor = located.item
        if actor.span in scene.speakers or (actor.source and actor.rule != "party"):
            continue
        if (actor.kind == "person" and actor.actor is None) or actor.rule.startswith("both-sides"):
            continue
        link, outer = _link(scene, located, start)
        last = found[-1] if found else None
        if last is not None and link == BARE and _joined(scene, last.end, outer, located.start):
            last.actors.append(actor)
            last.end = located.end
            continue
        found.append(Group(located.start, located.end, [actor], link, outer))
    return found


def _joined(scene: Scene, end: int, outer: int, start: int) -> bool:
    """Whether the party at `start` continues the enumeration that ended at `end`."""
    tokens = scene.tagged.tokens
    if start - end > _JOIN_REACH or end >= len(tokens):
        return False
    if start == end and tokens[start].gap < COMMA and not tokens[start].key.startswith("و"):
        return False
    opener = tokens[end].key
    return (opener.startswith("و") and outer <= end + 1) or (
        outer == end and tokens[end].gap >= COMMA
    )


def _link(scene: Scene, located: Located[ActorMention], floor: int) -> tuple[str, int]:
    tagged, grammar = scene.tagged, scene.grammar
    tokens = tagged.tokens
    index = located.start
    attached = _attached(scene, located)
    if attached == "ب" and index > floor and tokens[index - 1].key in grammar.naming:
        attached = ""
    while True:
        if attached[:1] in ("ل", "ب", "ك") and attached:
            return _governed(scene, attached[0], index, floor)
        if index <= floor:
            return BARE, index
        if tokens[index - 1].key in ("ل", "ب"):
            # The letter may stand apart from a quoted name: لـ "قسد".
            return tokens[index - 1].key, index - 1
        if tokens[index].gap >= COMMA:
            return BARE, index
        if tokens[index].key.startswith("و") and not attached and _is_conjoined(scene, index):
            return BARE, index
        length = grammar.agent.before(tokens, index, floor)
        if length:
            return AGENT, index - length
        length = grammar.support.before(tokens, index, floor)
        if length:
            return SUPPORT, index - length
        length = grammar.prepositions.before(tokens, index, floor)
        counted = _quantity(scene, index, floor) if length == 1 else None
        if counted is not None:
            attached = ""
            index = counted
            continue
        if length:
            words = " ".join(token.key for token in tokens[index - length : index])
            return words[1:] if words[:1] in "وف" and len(words) > 2 else words, index - length
        owner = _possession(scene, tokens[index - 1].key)
        if owner is None:
            return BARE, index
        attached = owner
        index -= 1


def _governed(scene: Scene, letter: str, index: int, floor: int) -> tuple[str, int]:
    """The link of a preposition that is written on the party's first word."""
    tokens, grammar = scene.tagged.tokens, scene.grammar
    if index > floor and tokens[index - 1].key in grammar.loyal:
        return LOYAL, index
    if letter == "ب" and grammar.support.before(tokens, index, floor):
        return SUPPORT, index - 1
    struck = _struck_thing(scene, index, floor) if letter == "ل" else None
    return struck if struck is not None else (letter, index)


def _struck_thing(scene: Scene, index: int, floor: int) -> tuple[str, int] | None:
    """The link of a belonging that a preposition governs: "على موقع لـX" is a blow at X."""
    tokens, grammar = scene.tagged.tokens, scene.grammar
    host = index - 1
    if host < floor or tokens[index].gap >= COMMA or tokens[host].key not in grammar.host:
        return None
    if host == scene.tagged.sentences[scene.sentence_of(index)].start:
        # "حاجز للجيش …" opens its sentence: it is what the sentence is about.
        return BARE, host
    if tokens[host].gap >= COMMA:
        return None
    length = grammar.prepositions.before(tokens, host, floor)
    word = tokens[host - 1].key if length else ""
    if length == 1 and word in _AGAINST:
        return word, host - 1
    return None


def _quantity(scene: Scene, index: int, floor: int) -> int | None:
    """The token of the noun that says how much of a party "من" means; None if none does."""
    tokens, grammar = scene.tagged.tokens, scene.grammar
    if tokens[index - 1].key != "من":
        return None
    for back in range(index - 2, max(floor - 1, index - 2 - _QUANTITY_REACH), -1):
        key = tokens[back].key
        if key in grammar.quantity or (key[:1] == "و" and key[1:] in grammar.quantity):
            return back
        if tokens[back].gap >= COMMA or key in grammar.before_noun:
            return None
    return None


def _attached(scene: Scene, located: Located[ActorMention]) -> str:
    """The preposition written on the party's first word; "لل" hides it inside the name."""
    token = scene.tagged.tokens[located.start]
    letters = fold(scene.tagged.text[token.start : located.item.span.start]).lstrip("وف")
    if not letters and token.key.lstrip("وف").startswith("لل"):
        return "ل"
    return letters


def _is_conjoined(scene: Scene, index: int) -> bool:
    """Whether token `index` begins with the conjunction, not with a letter of its own word."""
    for located in scene.actors.within(index, index + 1):
        token = scene.tagged.tokens[index]
        if located.item.span.start > token.start:
            return True
    return False


def _possession(scene: Scene, key: str) -> str | None:
    """The preposition on a possession noun ("لمواقع"), empty if it has none; None if not one."""
    host = scene.grammar.host
    if key in host or key in scene.grammar.naming:
        return ""
    for proclitic in ("وب", "ول", "ب", "ل", "و", "ف", "ك"):
        if key.startswith(proclitic):
            rest = key[len(proclitic) :]
            if rest in host or ("ال" + rest[1:] in host and rest.startswith("ل")):
                return proclitic.lstrip("وف")
    return None


def texts(actors: Sequence[ActorMention]) -> list[str | None]:
    """The ids, for a quick comparison of two sides."""
    return [actor.actor for actor in actors]
