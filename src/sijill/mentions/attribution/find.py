"""Find who says so: reporting verbs, "according to", headlines with a colon, and their scope."""

from collections.abc import Sequence

from sijill.lexicon.grammar import Grammar
from sijill.lexicon.tagged import Tagged
from sijill.mentions.attribution.according import according
from sijill.mentions.attribution.after import after
from sijill.mentions.attribution.heading import colon, disowned, header, leads, list_end
from sijill.mentions.attribution.page import Page, page_of
from sijill.mentions.attribution.quotation import quotation_end
from sijill.mentions.attribution.saying import Saying
from sijill.mentions.attribution.speaker import clause_subject
from sijill.mentions.attribution.verb import echo, say
from sijill.mentions.attribution.vocabulary import AttributionVocabulary
from sijill.model.mention import ActorMention, AttributionMention
from sijill.model.span import Span
from sijill.text.sentence import Sentence
from sijill.text.token import COMMA

_GO_ON = frozenset({"added", "echo", "said", "denied"})
"""Words of saying that, without a source of their own, have the last speaker go on."""


def find(
    tagged: Tagged,
    vocabulary: AttributionVocabulary,
    grammar: Grammar,
    actors: Sequence[ActorMention],
) -> list[AttributionMention]:
    """Every attribution of the document, in text order, each with the text it covers.

    A verb of saying covers what follows it in its sentence, up to the next one with a source
    of its own; "according to" covers its sentence up to itself, or all of it when it opens it.
    """
    page = page_of(tagged, vocabulary, grammar, actors)
    found: list[AttributionMention] = []
    last: tuple[ActorMention, ...] = ()
    spoke = -2
    for number, sentence in enumerate(tagged.sentences):
        over = header(page, sentence)
        if over is not None:
            found.append(over)
            last, spoke = over.sources, number
            continue
        sayings = _sayings(page, sentence)
        near = last if spoke >= number - 1 else ()
        denial = disowned(page, sentence, near if not sayings else ())
        if denial is not None:
            found.append(denial)
        if near and page.vocabulary.openers.at(tagged.tokens, sentence.start, sentence.end):
            sayings.insert(0, _going_on(sentence))
        for place, saying in enumerate(sayings):
            own = any(not one.backward for one in sayings[:place])
            subject = () if own or saying.sources else clause_subject(page, sentence, saying.index)
            sources = _sources(page, saying, subject or last)
            if not sources:
                continue
            if not saying.backward:
                last, spoke = sources, number
            scope = _scope(page, sentence, sayings, place)
            found.append(_mention(tagged, saying, sources, scope))
    return found


def _going_on(sentence: Sentence) -> Saying:
    """The saying of a sentence that goes on from the one before ("وأن …")."""
    start = sentence.start
    return Saying(start, start + 1, "echo", (), start, backward=False)


def _sayings(page: Page, sentence: Sentence) -> list[Saying]:
    found: list[Saying] = []
    floor = sentence.start
    for index in _openings(page, sentence):
        if index < floor:
            continue
        saying = according(page, sentence, index)
        if saying is None:
            match, verb = page.says(index)
            if match is not None:
                saying = after(page, sentence, match, verb) or say(page, sentence, match, verb)
        saying = saying or echo(page, sentence, index) or colon(page, sentence, index)
        if saying is not None:
            found.append(saying)
            floor = saying.end
    return found


def _openings(page: Page, sentence: Sentence) -> list[int]:
    """The tokens at which words of saying can begin: the first, verbs, "according to", echoes."""
    start, stop, keys = sentence.start, sentence.end, page.tagged.keys
    return sorted(
        {
            start,
            *page.tagged.starts(("verb",), start, stop),
            *page.vocabulary.per.places(keys, start, stop),
            *page.vocabulary.echo.places(keys, start, stop),
        }
    )


def _sources(
    page: Page, saying: Saying, last: tuple[ActorMention, ...]
) -> tuple[ActorMention, ...]:
    """The saying's own sources, or the last speaker where the words go on from him.

    He goes on too where only the medium that he speaks to is named ("وقال لوكالة كذا").
    """
    sources = saying.sources or (last if saying.verb in _GO_ON else ())
    if not saying.sources or saying.backward:
        return sources
    if all(page.addressed(source) for source in sources) and saying.verb in _GO_ON:
        return (*(s for s in last if not _spoke(s, sources)), *sources)
    if len(sources) == 1 and sources[0].anaphor and last:
        return _again(sources[0], last)
    return sources


def _again(source: ActorMention, last: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Who speaks at "المصدر" after `last` has spoken: all of them, if it is one of them."""
    if _spoke(source, last):
        return (source, *(s for s in last if s.actor != source.actor))
    return (source,)


def _spoke(source: ActorMention, last: Sequence[ActorMention]) -> bool:
    """Whether "المصدر" is one of those who spoke last: then all of them speak again."""
    return any(source.actor == one.actor for one in last)


def _scope(page: Page, sentence: Sentence, sayings: Sequence[Saying], number: int) -> Span:
    """What the saying covers: to the next one with a source, or to where its quotation closes."""
    saying, tagged = sayings[number], page.tagged
    if saying.backward:
        return tagged.span(_clause_start(page, saying), _resumed(page, sentence, saying))
    stop = sentence.end
    for later in sayings[number + 1 :]:
        if not later.backward and (later.sources or later.verb == "echo"):
            stop = later.index
            break
    scope = tagged.span(saying.first, max(stop, saying.end))
    if stop < sentence.end:
        return scope
    end = list_end(page, scope.end) if leads(page, scope.end) else quotation_end(page, scope)
    return Span(scope.start, end)


def _clause_start(page: Page, saying: Saying) -> int:
    """Where the clauses begin that a source named behind them speaks of.

    A finite verb joined by "و" behind a comma, with an event behind it, tells of something
    else; what stands before it was told by the report itself.
    """
    tokens = page.tagged.tokens
    for at in range(saying.index - 1, saying.first, -1):
        joined = tokens[at].gap >= COMMA and tokens[at].key[0] == "و"
        # "قتل خمسة في غارة، وأصيب سبعة، بحسب ناشطين": a loss goes on with the event before.
        other = joined and page.is_verb(at) and not page.tagged.at("loss", at)
        if other and any(page.tells(i) for i in range(at, saying.index)):
            return at
    return saying.first


def _resumed(page: Page, sentence: Sentence, saying: Saying) -> int:
    """Where the clause ends that an "according to" between commas interrupts, else its own end.

    "قتل، بحسب ناشطين، خمسة مدنيين في غارة": after the second comma the clause goes on, unless
    a word that begins a new one stands there.
    """
    tokens, boundary, end = page.tagged.tokens, page.grammar.boundary, saying.end
    if tokens[saying.index].gap < COMMA:
        return end
    for at in range(end, sentence.end):
        begins = tokens[at].key[0] in "وف" or boundary.at(tokens, at, sentence.end)
        if tokens[at].gap >= COMMA and begins:
            return at
        if at == end and tokens[at].gap < COMMA:
            return end
    return sentence.end


def _mention(
    tagged: Tagged, saying: Saying, sources: tuple[ActorMention, ...], scope: Span
) -> AttributionMention:
    return AttributionMention(
        span=tagged.span(saying.index, saying.end),
        sources=sources,
        scope=scope,
        verb=saying.verb,
        denial=saying.verb == "denied",
        rule=f"attribution.toml:{saying.verb}",
        accused=saying.accused,
    )
