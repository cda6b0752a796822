"""The finder of triggers over the bundled pack, for the tests of event words."""

from functools import cache

from sijill.lexicon import verbs
from sijill.lexicon.grammar import Grammar, compile_grammar
from sijill.lexicon.lexicon import Lexicon
from sijill.lexicon.pack import bundled
from sijill.lexicon.tagged import Tagged, tag
from sijill.mentions.trigger.find import find
from sijill.mentions.trigger.vocabulary import TriggerVocabulary, compile_triggers, entries
from sijill.model.document import Document
from sijill.model.mention import TriggerMention


@cache
def lexicon() -> Lexicon:
    return Lexicon([*verbs.entries(bundled("ar")), *entries(bundled("ar"))])


@cache
def vocabulary() -> TriggerVocabulary:
    return compile_triggers(bundled("ar"))


@cache
def grammar() -> Grammar:
    return compile_grammar(bundled("ar"))


def tagged(text: str) -> Tagged:
    return tag(Document("test", text, ""), lexicon())


def triggers(text: str) -> list[TriggerMention]:
    return find(tagged(text), vocabulary(), grammar())


def one(text: str) -> TriggerMention:
    """The trigger of a text that has one."""
    (mention,) = triggers(text)
    return mention


def words(text: str) -> list[str]:
    """The words of every trigger, as written."""
    return [mention.span.of(text) for mention in triggers(text)]
