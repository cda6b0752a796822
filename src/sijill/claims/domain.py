"""Domains: the stretch of a sentence in which a trigger's own arguments stand."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.scene import Scene
from sijill.model.mention import TriggerMention
from sijill.text.sentence import Sentence
from sijill.text.token import COMMA


def drafts_of(scene: Scene, number: int, triggers: Sequence[TriggerMention]) -> list[Draft]:
    """One draft for each trigger of sentence `number`, its domain bounded by its neighbours."""
    if not triggers:
        return []
    sentence = scene.tagged.sentences[number]
    walls = walls_of(scene, sentence)
    found: list[Draft] = []
    for index, trigger in enumerate(triggers):
        anchor = _anchor(trigger)
        before = triggers[index - 1].end if index else sentence.start
        left = max([before, *(w for w in walls if w <= anchor)], default=sentence.start)
        right = _right(scene, triggers, index, walls, sentence)
        draft = Draft(trigger, scene.rules[trigger.event], number, min(left, anchor), right)
        draft.shares_left = bool(index) and left == before
        draft.limit = _anchor(triggers[index + 1]) if index + 1 < len(triggers) else sentence.end
        found.append(draft)
    return found


def _anchor(trigger: TriggerMention) -> int:
    return trigger.light_start if trigger.light_start >= 0 else trigger.start


def _right(
    scene: Scene,
    triggers: Sequence[TriggerMention],
    index: int,
    walls: Sequence[int],
    sentence: Sentence,
) -> int:
    trigger = triggers[index]
    stop = sentence.end
    for later in triggers[index + 1 :]:
        # "قتل وأسر عدد من …": two triggers side by side share what follows.
        if _anchor(later) - trigger.end <= 0 and later.form == trigger.form:
            continue
        stop = _anchor(later)
        break
    for wall in walls:
        if trigger.relative >= 0 and wall <= trigger.relative:
            continue
        if trigger.end <= wall < stop:
            return wall
    return stop


def walls_of(scene: Scene, sentence: Sentence) -> list[int]:
    """Tokens at which a new clause begins: connectors, complementizers, joined finite verbs."""
    known = scene.walls.get(sentence.start)
    if known is None:
        known = scene.walls[sentence.start] = _find_walls(scene, sentence)
    return known


def _find_walls(scene: Scene, sentence: Sentence) -> list[int]:
    tagged, grammar = scene.tagged, scene.grammar
    tokens = tagged.tokens
    found: list[int] = []
    for index in _openings(scene, sentence):
        if grammar.boundary.at(tokens, index, sentence.end):
            found.append(index)
            continue
        length = grammar.complement.at(tokens, index, sentence.end)
        if length:
            found.append(index + length)
            continue
        if index > sentence.start and (
            _opens_clause(scene, index) or _opens_relative(scene, index, sentence.end)
        ):
            found.append(index)
    return found


def _openings(scene: Scene, sentence: Sentence) -> list[int]:
    """The tokens at which a clause can begin: verbs and small words."""
    start, stop = sentence.start, sentence.end
    keys, clauses = scene.tagged.keys, scene.grammar.clauses
    words = [index for index in range(start, stop) if keys[index] in clauses]
    return sorted({*scene.tagged.starts(("verb",), start, stop), *words})


def _opens_clause(scene: Scene, index: int) -> bool:
    tagged = scene.tagged
    matches = tagged.at("verb", index)
    if not matches or all(form.doubtful for form in matches[0].entry.value):
        return False
    going_on = matches[0].proclitics == "ل" and matches[0].entry.value[0].tense == "present"
    joined = matches[0].proclitics[:1] in ("و", "ف") or going_on
    if not (tagged.tokens[index].gap >= COMMA or joined):
        return False
    if tagged.at("place", index) or tagged.at("actor", index) or tagged.at("people", index):
        return False
    return not (tagged.at("trigger", index) and not scene_verb(scene, index))


def _opens_relative(scene: Scene, index: int, stop: int) -> bool:
    """A relative pronoun with its verb: what follows belongs to that verb."""
    relative = scene.grammar.control["relative"].at(scene.tagged.tokens, index, stop)
    return bool(relative) and any(
        scene.tagged.at("verb", at) for at in range(index + 1, min(stop, index + 3))
    )


def scene_verb(scene: Scene, index: int) -> bool:
    """Whether the trigger at `index`, if any, was read as a verb."""
    trigger = scene.trigger_at(index)
    return trigger is None or trigger.form == "verb"
