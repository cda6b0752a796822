"""Which triggers of one sentence speak of one event: merge them."""

from collections.abc import Sequence

from sijill.claims.draft import Draft
from sijill.claims.link import groups
from sijill.claims.scene import Scene
from sijill.claims.side import is_armed
from sijill.model.record import changed

_RELATIVE_REACH = 9
"""Words between an event noun and the verb that resumes it ("غارة جوية … استهدفت")."""
_FEMININE_REACH = 25
_CLAUSE = 25
_REPEL_REACH = 10
_FOUND_REACH = 3
"""Words between a find and the weapon found: a number."""
_ENEMY_REACH = 3
"""Words behind "التصدي" in which those who were repelled are named."""
_USE_REACH = 3
_MEANS_REACH = 10
"""Words between a verb and the noun that tells its means."""


def merge(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that only resume another one of the same sentence."""
    found: list[Draft] = []
    skip: set[int] = set()
    for number, draft in enumerate(drafts):
        if number in skip:
            continue
        later = drafts[number + 1] if number + 1 < len(drafts) else None
        if later is not None and _blast_subject(draft, later):
            draft.trigger = changed(
                draft.trigger,
                span=draft.trigger.span.join(later.trigger.span),
                end=later.trigger.end,
            )
            draft.right, draft.limit = later.right, later.limit
            skip.add(number + 1)
        elif later is not None and _disarms(draft, later):
            draft.right, draft.limit = later.right, later.limit
            skip.add(number + 1)
        elif later is not None and _fired(draft, later):
            draft.trigger = changed(draft.trigger, relative=later.trigger.start)
            draft.right, draft.limit = later.right, later.limit
            skip.add(number + 1)
        elif later is not None and (_resumes(scene, draft, later) or _repels(draft, later)):
            draft.right = later.right
            draft.limit = later.limit
            draft.struck = later.rule.id == "hit"
            draft.struck_at = later.trigger.start
            skip.add(number + 1)
        elif later is not None and _paired(draft, later):
            draft.right, draft.limit = later.right, later.limit
            skip.add(number + 1)
            after = drafts[number + 2] if number + 2 < len(drafts) else None
            if after is not None and _is_found(draft, after, later.trigger.end):
                draft.right, draft.limit = after.right, after.limit
                skip.add(number + 2)
        elif later is not None and _is_found(draft, later, draft.trigger.end):
            draft.right, draft.limit = later.right, later.limit
            skip.add(number + 1)
        elif later is not None and (_announces(draft, later) or _specifies(draft, later)):
            later.left, later.shares_left = draft.left, draft.shares_left
            continue
        elif (completing := _completing(drafts, number)) is not None:
            draft.right, draft.limit = drafts[completing].right, drafts[completing].limit
            skip.add(completing)
        elif later is not None and _by_means(scene, draft, later):
            draft.right, draft.limit = later.right, later.limit
            if draft.rule.id in _DEEDS and draft.trigger.form == "verb":
                draft.means = later.rule
            skip.add(number + 1)
        elif _bare_repel(scene, draft) or (later is not None and _caused_by(scene, draft, later)):
            continue
        found.append(draft)
    return found


_REPELLED = frozenset(("push", "attack", "infiltration", "ambush", "clash"))


def _resumes(scene: Scene, noun: Draft, verb: Draft) -> bool:
    """ "غارات … استهدفت", "هجوم … الذي طال": the verb tells whom the noun struck."""
    if noun.trigger.form != "noun" or verb.trigger.form != "verb" or verb.rule.id != "hit":
        return False
    apart = verb.trigger.start - noun.trigger.end
    if apart <= _RELATIVE_REACH and not verb.trigger.proclitics.startswith(("و", "ف")):
        return True
    # "الغارات التي … واستهدفت مواقع": a feminine verb without a subject of its own.
    if verb.trigger.gender != "feminine" or verb.trigger.number != "singular":
        return False
    parties = groups(scene, verb.trigger.end, min(verb.right, verb.trigger.end + 3))
    subject = bool(parties) and parties[0].start == parties[0].outer == verb.trigger.end
    return apart <= _FEMININE_REACH and not subject


def _disarms(deed: Draft, weapon: Draft) -> bool:
    """ "فككت … عبوات ناسفة": the weapon is what was found, cleared or shot down."""
    return (
        deed.rule.id in _DISARMING
        and deed.trigger.form == "verb"
        and weapon.rule.id in _MUNITIONS
        and weapon.trigger.form == "noun"
        and not weapon.trigger.proclitics.startswith("ب")
        and weapon.trigger.start - deed.trigger.end <= _MEANS_REACH
    )


def _fired(noun: Draft, verb: Draft) -> bool:
    """ "صاروخ أطلقته X", "سيارة مفخخة فجرها Y": the verb tells who used the weapon."""
    return (
        noun.rule.id in _WEAPONS | _BLASTS
        and noun.trigger.form == "noun"
        and verb.trigger.form == "verb"
        and verb.rule.id in _USES
        and bool(verb.trigger.enclitic)
        and not verb.trigger.proclitics
        and verb.trigger.start - noun.trigger.end <= _USE_REACH
    )


def _repels(draft: Draft, attack: Draft) -> bool:
    """ "أحبطت … محاولة تسلل": the attack is what was repelled."""
    near = attack.trigger.start - draft.trigger.end <= _REPEL_REACH
    return _is_bare(draft) and attack.rule.id in _REPELLED and near


def _is_bare(draft: Draft) -> bool:
    """Whether the words only say that something was repelled, not what."""
    return draft.rule.id == "repel" and draft.trigger.end - draft.trigger.start == 1


def _bare_repel(scene: Scene, draft: Draft) -> bool:
    """Whether something was repelled that is no event: "صد" with no attack or enemy after it."""
    if not _is_bare(draft):
        return False
    end = draft.trigger.end
    return not any(
        is_armed(scene, located.item)
        for located in scene.actors.within(end, min(draft.right, end + _ENEMY_REACH))
    )


def _blast_subject(verb: Draft, noun: Draft) -> bool:
    """ "انفجرت عبوة ناسفة": the bomb is the verb's subject, one event in all."""
    return (
        verb.rule.id == "blast"
        and verb.trigger.form == "verb"
        and noun.rule.id in ("blast", "bomb", "mine")
        and noun.trigger.form == "noun"
        and noun.trigger.start - verb.trigger.end <= 1
    )


def _paired(one: Draft, other: Draft) -> bool:
    """ "ضبط وتدمير …", "استهداف وتدمير …": one deed in two nouns."""
    return (
        (one.rule.id == "seized-weapons" or (one.rule.id, other.rule.id) == ("hit", "destroy"))
        and one.trigger.form == other.trigger.form == "noun"
        and other.trigger.start == one.trigger.end
        and other.trigger.proclitics.startswith("و")
    )


def _is_found(draft: Draft, weapon: Draft, end: int) -> bool:
    """Whether the weapon is what was found or cleared: "تفكيك … عبوة ناسفة"."""
    return (
        draft.rule.id in _DISARMING
        and weapon.rule.id in ("bomb", "mine", "munition")
        and weapon.trigger.form == "noun"
        and weapon.trigger.start - end <= _FOUND_REACH
        and not weapon.trigger.proclitics.startswith("ب")
    )


def _announces(verb: Draft, noun: Draft) -> bool:
    """ "وطالت حملة اعتقالات …": the event noun is the verb's own subject."""
    return (
        verb.rule.id in ("hit", "destroy")
        and verb.trigger.form == "verb"
        and noun.trigger.form == "noun"
        and noun.trigger.start == verb.trigger.end
        and (verb.rule.id == "hit" or noun.rule.id == "bomb")
    )


def _specifies(massacre: Draft, deed: Draft) -> bool:
    """ "ارتكب مجزرة باستهدافه …": the second noun tells by what deed."""
    return (
        massacre.rule.id == "massacre"
        and deed.rule.id in _MASSACRED_BY
        and deed.trigger.form == "noun"
        and deed.trigger.proclitics.startswith("ب")
        and deed.trigger.start - massacre.trigger.end <= _MEANS_REACH
    )


_MASSACRED_BY = frozenset(("hit", "shelling", "airstrike", "attack", "gunfire"))


def _completing(drafts: Sequence[Draft], number: int) -> int | None:
    """The number of the draft that completes this one, one other event between at most."""
    for later in range(number + 1, min(number + 3, len(drafts))):
        if _completes(drafts[number], drafts[later]):
            return later
    return None


def _completes(verb: Draft, noun: Draft) -> bool:
    """ "انتزع … السيطرة على": the noun only completes the verb."""
    return (
        verb.rule.id == noun.rule.id == "capture"
        and verb.trigger.form == "verb"
        and noun.trigger.form == "noun"
        and not noun.trigger.proclitics.startswith(("و", "ف"))
        and noun.trigger.light_start in (-1, verb.trigger.start)
    )


def _caused_by(scene: Scene, blast: Draft, later: Draft) -> bool:
    """ "انفجار … جراء تفجير انتحاري": the second tells what the first was."""
    if blast.rule.id != "blast" or later.rule.id not in _BLASTS:
        return False
    return later.trigger.start > 0 and (
        scene.tagged.tokens[later.trigger.start - 1].key in scene.grammar.cause
    )


def _reach(noun: Draft) -> int:
    """Words up to which the noun tells the means: with "ب" on a munition the whole clause."""
    firm = noun.rule.id == "munition" and noun.trigger.proclitics.startswith("ب")
    return _CLAUSE if firm else _MEANS_REACH


def _by_means(scene: Scene, verb: Draft, noun: Draft) -> bool:
    """ "استهدفوا … بتسع ضربات جوية": the noun tells by what means the verb's deed was done."""
    if noun.trigger.form != "noun":
        return False
    if noun.rule.id in _BLASTS and verb.rule.id in _BLASTS:
        return noun.trigger.proclitics.startswith("ب")
    struck = verb.rule.id in ("hit", "attack") and verb.trigger.form == "noun"
    if struck and noun.rule.id == "munition":
        near = noun.trigger.start - verb.trigger.end <= _MEANS_REACH
        return near and noun.trigger.proclitics.startswith("ب")
    if verb.rule.id == "assassination" and noun.rule.id in _WEAPONS:
        return noun.trigger.proclitics.startswith("ب")
    if (
        verb.trigger.form != "verb"
        or verb.rule.id not in _DEEDS
        or noun.trigger.start - verb.trigger.end > _reach(noun)
    ):
        return False
    if noun.trigger.proclitics.startswith("ب"):
        return True
    tokens = scene.tagged.tokens
    before = tokens[noun.trigger.start - 1].key
    return (
        before.startswith("ب")
        and len(before) > 2
        and before not in scene.grammar.before_noun
        and not scene.tagged.at("trigger", noun.trigger.start - 1)
    )


_BLASTS = frozenset(("blast", "bomb", "suicide", "detonate"))
_WEAPONS = frozenset(("gunfire", "bullets", "munition", "blast", "bomb", "mine"))
_DISARMING = frozenset(("seized-weapons", "intercept"))
_MUNITIONS = frozenset(("bomb", "mine", "munition"))
_USES = frozenset(("launch", "detonate", "shelling", "blast", "hit"))
"""Verbs of using a weapon."""
_DEEDS = frozenset(("hit", "attack", "shelling", "detonate", "infiltration"))
