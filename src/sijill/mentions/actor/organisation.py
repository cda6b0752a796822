"""Organisations that the registry does not have, by the noun they are built with."""

from sijill.lexicon.entry import Match
from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.head import wrapped
from sijill.mentions.actor.phrase import Phrase
from sijill.model.mention import ActorMention
from sijill.model.record import changed
from sijill.model.span import Span


def organisation_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """An organisation that the registry does not have, by the noun it is built with."""
    if match.enclitic or ground.match(match.start, "name"):
        return None
    if match.proclitics.endswith("ال") or not ground.glued(match.end):
        return _tribes(ground, match)
    if match.entry.value.key != "tribe":
        inner = wrapped(ground, match, match.end, depth)
        if inner is not None and not (inner.first.anaphor or inner.first.source):
            return inner
    end = ground.quotation(match.end)
    head = Span(ground.tokens[match.end].start, ground.tokens[end - 1].end)
    if end == match.end:
        end = name_run(ground, match.end)
        if end == match.end and len(match.entry.words) > 1:
            end += ground.key(end) not in ground.words["particles"]
        if end == match.end:
            return None
        head = ground.span(match, end)
    mention = ActorMention(
        span=ground.span(match, end),
        head=head,
        actor=None,
        rule="organisation",
        kind=match.entry.value.key,
        confidence=0.5,
    )
    if match.entry.words[0] not in ground.words["duals"] or not ground.glued(end):
        return Phrase(end, (mention,))
    second = _second(ground, end)
    if second is None:
        return Phrase(end, (mention,))
    other = changed(mention, span=second[1], head=second[1])
    return Phrase(second[0], (mention, other))


def _second(ground: Ground, index: int) -> tuple[int, Span] | None:
    """The second name after a dual noun, joined by و: "قبيلتي كذا وكذا"."""
    token = ground.tokens[index]
    if not token.key.startswith("و") or len(token.key) < 4 or ground.match(index, "name"):
        return None
    return index + 1, Span(token.start + 1, token.end)


def _tribes(ground: Ground, match: Match) -> Phrase | None:
    """Tribes as a party, without a name: "العشائر"."""
    if match.entry.value.key != "tribe" or not match.proclitics.endswith("ال"):
        return None
    span = ground.span(match)
    mention = ActorMention(span, span, None, "described", "tribe", confidence=0.4)
    return Phrase(match.end, (mention,))


def name_run(ground: Ground, index: int, limit: int = 4) -> int:
    """The token after the words of an unlisted name that begins at `index`.

    A name's words are definite, or stand after a word that names are begun with ("شهداء").
    """
    starters, never = ground.words["starters"], ground.words["never"]
    end, open_ended = index, False
    while end < index + limit and (end == index or ground.glued(end)) and ground.key(end):
        key = ground.key(end)
        if key in never or key in ground.words["particles"]:
            break
        starter = key in starters
        if not (starter or open_ended or (key.startswith("ال") and len(key) > 4)):
            break
        open_ended = starter
        end += 1
    return end
