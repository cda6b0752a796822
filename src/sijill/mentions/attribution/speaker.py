"""Who speaks at a word of saying: the actors beside it, or words that no list knows."""

from collections.abc import Sequence

from sijill.lexicon.entry import Match
from sijill.mentions.attribution.page import Page
from sijill.mentions.attribution.unlisted import before_comma, is_title, medium, unlisted
from sijill.model.mention import ActorMention
from sijill.model.record import changed
from sijill.model.span import Span
from sijill.text.sentence import Sentence

BEFORE_REACH = 5
"""Words before a reporting verb in which its subject may stand ("مصادر طبية قالت")."""
_CHAIN = 8
"""Words between a speaker and the medium that he speaks to or that carries him."""


def speakers(page: Page, start: int, stop: int) -> tuple[ActorMention, ...]:
    """Those named in tokens `start` up to `stop` who speak: the first, and media joined to him.

    A title or name before the first actor belongs to the speaker; before one that is spoken to
    ("قال فلان لوكالة كذا") it is the speaker.
    """
    after = [a for a in page.between(start, stop) if not _is_mute(page, a)]
    issued = start < stop and page.tagged.tokens[start].key in page.vocabulary.statements
    if issued and len(after) > 1 and _is_statement(page, after[0]):
        after = after[1:]
    named = [_as_voice(a) for a in after if a.rule != "term"] or after
    if not named:
        return ()
    first, at = named[0], page.first_of(named[0])
    if at > start and page.tagged.tokens[at - 1].key in page.vocabulary.away:
        # "يرجح انتماؤهم إلى تنظيم كذا": whom a preposition leads to does not speak.
        return ()
    chain = [first]
    named_from = page.tagged.tokens[start].start
    if issued and at - start <= BEFORE_REACH:
        chain = [changed(first, span=Span(named_from, first.span.end), head=first.span)]
    elif page.addressed(first):
        unnamed = unlisted(page, start, at)
        chain = [*unnamed, *([first] if first.source or not unnamed else [])]
    elif name := before_comma(page, start, at):
        chain = [changed(first, span=name, head=first.span)]
    elif is_title(page, start, at):
        chain = [changed(first, span=Span(named_from, first.span.end), head=first.span)]
    for actor in named[1:]:
        if actor.source and _joined(page, chain[-1], actor):
            chain.append(actor)
    return (*chain, *medium(page, chain[-1], stop))


def fronted(page: Page, sentence: Sentence, match: Match) -> tuple[ActorMention, ...]:
    """The speaker right before the verb ("مصادر طبية قالت"); none before "وقالت"."""
    index = match.start
    if match.proclitics.startswith(("و", "ف")):
        return ()
    before = page.between(max(sentence.start, index - BEFORE_REACH), index)
    seated = [a for a in before if _is_seat(page, a)]
    if seated:
        # "المرصد …، ومقره بريطانيا، قال": where the speaker sits is an aside.
        edge = page.first_of(seated[0]) - 1
        owner = page.between(max(sentence.start, edge - BEFORE_REACH), edge)
        return tuple(_as_voice(a) for a in owner[-1:])
    if before and page.tagged.tokens[index - 1].key in page.vocabulary.relative:
        words = range(page.end_of(before[-1]), index)
        return () if any(_is_news(page, at) for at in words) else (_as_voice(before[-1]),)
    return tuple([_as_voice(a) for a in before if page.adjacent(a, index)][-1:])


def _is_seat(page: Page, actor: ActorMention) -> bool:
    """Whether the actor is only the place where the speaker has his seat."""
    at = page.first_of(actor)
    return at > 0 and page.tagged.tokens[at - 1].key in page.vocabulary.seats


def _is_news(page: Page, index: int) -> bool:
    """Whether the word is of what is told, which a relative clause may be about: "الأنباء التي"."""
    key, vocabulary = page.tagged.tokens[index].key.removeprefix("ال"), page.vocabulary
    return key in vocabulary.news or key in vocabulary.denied or key in vocabulary.denial


def clause_subject(page: Page, sentence: Sentence, index: int) -> tuple[ActorMention, ...]:
    """Who acts in the sentence before a verb of saying without a subject, and so speaks.

    "واصل الجيش تقدمه، وأعلن أنه …": the first party of the sentence, right behind its verb.
    """
    if index - sentence.start <= BEFORE_REACH:
        return ()
    for actor in page.between(sentence.start, min(sentence.start + BEFORE_REACH, index)):
        at = page.first_of(actor)
        behind = at > sentence.start and page.is_verb(at - 1)
        if behind and not page.addressed(actor) and actor.kind != "civilians":
            return (actor,)
    return ()


def quotable(sources: Sequence[ActorMention]) -> bool:
    """Whether the first of the sources can be quoted by what it is."""
    return bool(sources) and sources[0].source


def _is_statement(page: Page, actor: ActorMention) -> bool:
    return page.tagged.tokens[page.first_of(actor)].key in page.vocabulary.statements


def _is_mute(page: Page, actor: ActorMention) -> bool:
    """Whether the words name no speaker: "في بيان", "المعلومات"."""
    at = page.first_of(actor)
    if page.tagged.tokens[at].key in page.vocabulary.news:
        return True
    shown = page.tagged.tokens[at].key in page.vocabulary.shown
    if at == 0 or not (shown or _is_statement(page, actor)):
        return False
    return page.tagged.tokens[at - 1].key in page.vocabulary.manner


def _joined(page: Page, before: ActorMention, actor: ActorMention) -> bool:
    """Whether a medium named after a speaker carries him: spoken to, or with no verb between."""
    start, at = page.end_of(before), page.first_of(actor)
    if _belongs(page, at):
        return False
    if page.tagged.tokens[at].key in page.vocabulary.own or at - start > _CHAIN:
        return False
    return page.addressed(actor) or not any(page.is_verb(i) for i in range(start, at))


def _belongs(page: Page, at: int) -> bool:
    """Whether the words before say whose the speaker is, or that it is no speaker.

    "غرفة العمليات التابعة ل", "في مؤتمر صحفي".
    """
    if at == 0:
        return False
    tokens, vocabulary = page.tagged.tokens, page.vocabulary
    lead = at - 1 - (tokens[at - 1].key == "ل")
    return tokens[lead].key in vocabulary.belonging or tokens[at - 1].key in vocabulary.statements


def _as_voice(actor: ActorMention) -> ActorMention:
    """Residents who are quoted are a source, not a side."""
    if actor.actor == "civilians":
        return changed(actor, actor="local-sources", source=True)
    return actor
