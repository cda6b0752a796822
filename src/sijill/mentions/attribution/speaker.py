"""Who speaks at a word of saying: the actors beside it, or words that no list knows."""

from collections.abc import Sequence
from dataclasses import replace

from sijill.lexicon.entry import Match
from sijill.mentions.attribution.page import Page
from sijill.model.mention import ActorMention
from sijill.text.sentence import Sentence
from sijill.text.token import COMMA

_NAME_WORDS = 9
"""The longest name or title of a speaker without an entry."""
BEFORE_REACH = 5
"""Words before a reporting verb in which its subject may stand ("مصادر طبية قالت")."""


def speakers(after: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Those of the actors after a reporting word who speak: the first, and media joined to it."""
    named = [_as_voice(a) for a in after if a.rule != "term"] or list(after)
    return (*named[:1], *(a for a in named[1:] if a.source))


def fronted(page: Page, sentence: Sentence, match: Match) -> tuple[ActorMention, ...]:
    """The speaker right before the verb ("مصادر طبية قالت"); none before "وقالت"."""
    index = match.start
    if match.proclitics.startswith(("و", "ف")):
        return ()
    before = page.between(max(sentence.start, index - BEFORE_REACH), index)
    return tuple([a for a in before if page.adjacent(a, index)][-1:])


def unlisted(page: Page, start: int, stop: int) -> tuple[ActorMention, ...]:
    """A speaker that no list knows: the words between a word of saying and what is said."""
    tokens, grammar = page.tagged.tokens, page.grammar
    if start >= stop or tokens[start].key in grammar.before_noun or tokens[start].gap >= COMMA:
        return ()
    if grammar.prepositions.at(tokens, start, stop) or grammar.boundary.at(tokens, start, stop):
        return ()
    end = _name_end(page, start, stop)
    if end == start or (end < stop and tokens[end].gap < COMMA and end - start >= _NAME_WORDS):
        return ()
    span = page.tagged.span(start, end)
    return (
        ActorMention(
            span=span,
            head=span,
            actor=None,
            rule="attribution:unlisted",
            kind="source_generic",
            source=True,
            confidence=0.6,
        ),
    )


def _name_end(page: Page, start: int, stop: int) -> int:
    """Where a name that starts at `start` ends: before a comma, "ل…", a verb, a number, a date."""
    tagged = page.tagged
    end = start
    while end < stop and end - start < _NAME_WORDS:
        token = tagged.tokens[end]
        addressed = token.key.startswith("ل") and len(token.key) > 3
        if end > start and (token.gap >= COMMA or addressed):
            break
        if token.key[0].isdigit() or tagged.at("verb", end) or tagged.at("time", end):
            break
        end += 1
    return end


def _as_voice(actor: ActorMention) -> ActorMention:
    """Residents who are quoted are a source, not a side."""
    if actor.actor == "civilians":
        return replace(actor, actor="local-sources", source=True)
    return actor
