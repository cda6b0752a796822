"""Verbs of saying, of accusing and the participles that go on from them."""

from collections.abc import Sequence

from sijill.lexicon.entry import Match
from sijill.mentions.attribution.according import according
from sijill.mentions.attribution.page import Page
from sijill.mentions.attribution.saying import REACH, Saying
from sijill.mentions.attribution.speaker import BEFORE_REACH, fronted, quotable, speakers
from sijill.mentions.attribution.unlisted import NAME_WORDS, QUOTES, is_voice, unlisted
from sijill.model.mention import ActorMention
from sijill.text.sentence import Sentence
from sijill.text.token import COMMA


def say(page: Page, sentence: Sentence, match: Match, verb: str) -> Saying | None:
    """The saying of a verb of saying of the kind `verb`, if it has a subject or content.

    Without sources, the verb goes on with the speaker of the sentence before.
    """
    index = match.start
    stop, complement = _content(page, sentence, index + 1, verb)
    if _takes_responsibility(page, index + 1, stop):
        verb = "claimed"
    if verb == "blamed" and not _blames(page, index + 1, min(sentence.end, index + REACH)):
        return None
    if verb in ("accused", "blamed"):
        return _accusation(page, sentence, match, page.between(index + 1, stop))
    named = _carried_from(page, index + 1, stop)
    sources = _sources(page, verb, index + 1, named)
    if not sources and verb == "claimed":
        # "تبنى التفجير تنظيم كذا": who claims stands behind what he claims.
        sources = speakers(page, index + 1, _clause(page, sentence, index + 1))
    if verb == "published" and not complement and not quotable(sources):
        sources = _unlisted(page, index + 1, named, complement)
        if not sources:
            return None
    if verb == "added" and not complement and not any(a.source for a in sources):
        return None
    if not sources and not complement and _is_anybodys(page, match):
        return None
    if not sources and verb != "learnt":
        sources = fronted(page, sentence, match) or _unlisted(page, index + 1, named, complement)
    if not sources and (not complement or _is_about(page, sentence, match)):
        return None
    end = max(index + 1, page.end_of(sources[-1])) if sources else index + 1
    carriers, end = _carriers(page, sentence, end, stop) if complement else ((), end)
    first = sentence.start if verb == "claimed" else index
    return Saying(index, end, verb, (*sources, *carriers), first, backward=False)


def echo(page: Page, sentence: Sentence, index: int) -> Saying | None:
    """A participle that goes on with the sentence's own speaker: "مشيرا إلى", "، مؤكدا مقتل".

    Right behind a noun, with nothing said after it, it is an adjective ("خسائر مؤكدة").
    """
    tokens, words = page.tagged.tokens, page.vocabulary.echo
    if not words.at(tokens, index, sentence.end):
        return None
    token, end = tokens[index], index + 1
    if token.gap < COMMA and (token.key,) in words.phrases and index > sentence.start:
        said = end < sentence.end and (
            tokens[end].key in page.vocabulary.toward
            or tokens[end].gap >= COMMA
            or page.grammar.complement.at(tokens, end, sentence.end)
        )
        if not said:
            return None
    verb = "denied" if token.key in page.vocabulary.disowning else "echo"
    return Saying(index, end, verb, (), index, backward=False)


def _content(page: Page, sentence: Sentence, index: int, verb: str) -> tuple[int, bool]:
    """Where the source's part ends and what is said begins; whether a complementizer says so."""
    tagged, tokens = page.tagged, page.tagged.tokens
    denied = verb == "denied"
    limit = carried = min(sentence.end, index + REACH)
    for at in range(index, limit):
        if page.grammar.complement.at(tokens, at, limit):
            return at, True
        between = tagged.text[tokens[at - 1].end : tokens[at].start]
        if (at > index and ":" in between) or _quoted(page, between, at, sentence.end):
            return at, True
        key = tokens[at].key
        if at == index and key in page.vocabulary.toward and at + 1 < limit and page.tells(at + 1):
            # "وأشارت إلى مقتل"
            return at, True
        if key in page.vocabulary.denial or (denied and key in page.vocabulary.denied):
            return at, True
        if at > index and key in page.vocabulary.relative:
            ahead = range(at, min(sentence.end, at + REACH))
            if any(page.grammar.complement.at(tokens, far, sentence.end) for far in ahead):
                return at, True
        if page.tells(at):
            return min(at, carried), False
        if at > index and tagged.at("verb", at) and tokens[at].gap >= COMMA:
            return min(at, carried), False
        if at > index and at < carried and page.vocabulary.per.at(tokens, at, limit):
            carried = at
    return carried, False


def _clause(page: Page, sentence: Sentence, start: int) -> int:
    """The token before which the clause that goes on at `start` has no comma."""
    stop = min(sentence.end, start + REACH)
    tokens = page.tagged.tokens
    return next((at for at in range(start + 1, stop) if tokens[at].gap >= COMMA), stop)


def _quoted(page: Page, between: str, at: int, stop: int) -> bool:
    """Whether a quotation opens before the word at `at`, longer than a quoted name is."""
    mark = between[-1:]
    if mark not in QUOTES:
        return False
    last = min(at + NAME_WORDS, stop) - 1
    close = page.tagged.text.find(QUOTES[mark], page.tagged.tokens[at].start)
    return last > at and not 0 <= close <= page.tagged.tokens[last].end


def _sources(page: Page, verb: str, start: int, stop: int) -> tuple[ActorMention, ...]:
    """Who speaks; what pictures show and media carry must be named right after the verb."""
    tokens = page.tagged.tokens
    if verb == "learnt":
        at = next(
            (i for i in range(start, stop - 1) if tokens[i].key in page.vocabulary.heard), stop
        )
        sources = speakers(page, start, stop)
        if sources and sources[0].actor is not None:
            return sources
        return speakers(page, at + 1, stop)
    sources = speakers(page, start, stop)
    if verb == "published" and sources:
        at = page.first_of(sources[0])
        away = at > start and tokens[at - 1].key not in page.vocabulary.quoted
        # "عرض تسجيلا": what is shown, not who shows.
        if away or (at == start and tokens[at].key.endswith("ا")):
            return ()
        end = page.end_of(sources[-1])
        if end < stop and tokens[end].key in page.vocabulary.quoted:
            return (*sources, *speakers(page, end + 1, stop))
    return sources


def _takes_responsibility(page: Page, start: int, stop: int) -> bool:
    """Whether what is said is that the speaker did it: "أعلن مسؤوليته عن"."""
    tokens, phrases = page.tagged.tokens, page.vocabulary.responsibility
    return any(phrases.at(tokens, index, stop) for index in range(start, stop))


def _blames(page: Page, start: int, stop: int) -> bool:
    return any(token.key in page.vocabulary.blame for token in page.tagged.tokens[start:stop])


def _is_anybodys(page: Page, match: Match) -> bool:
    """Whether the verb, in the present, may be anybody's: "يرجح انتماؤهم إلى …"."""
    form = match.entry.value[0]
    return form.tense == "present" and form.lemma in page.vocabulary.anybody


def _is_about(page: Page, sentence: Sentence, match: Match) -> bool:
    """Whether the verb, with no source of its own, goes on from nobody.

    In the present it may be anybody's ("يذكر أن"); in a relative clause it is about its noun.
    """
    index, form = match.start, match.entry.value[0]
    if form.tense == "present" and (
        not match.proclitics.startswith("و") or form.lemma in page.vocabulary.anybody
    ):
        return True
    relative = page.vocabulary.relative
    return index > sentence.start and page.tagged.tokens[index - 1].key in relative


def _carried_from(page: Page, start: int, stop: int) -> int:
    """Where who carries the saying is named ("نقلا عن"), else `stop`: the speaker is before it."""
    tokens, per = page.tagged.tokens, page.vocabulary.per
    return next((at for at in range(start + 1, stop) if per.at(tokens, at, stop)), stop)


def _carriers(
    page: Page, sentence: Sentence, start: int, stop: int
) -> tuple[tuple[ActorMention, ...], int]:
    """Who carries the saying, between its speaker and what he says, and where that ends."""
    for at in range(start, stop):
        carrier = according(page, sentence, at)
        if carrier is not None and carrier.end <= stop:
            return carrier.sources, carrier.end
    return (), start


def _unlisted(page: Page, start: int, stop: int, complement: bool) -> tuple[ActorMention, ...]:
    """A speaker without an entry: before "أن", or one with a title right before what is told."""
    if not complement and not (start < stop < len(page.tagged.tokens) and is_voice(page, start)):
        return ()
    sources = unlisted(page, start, stop)
    if complement or not sources:
        return sources
    end = page.end_of(sources[0])
    while end < stop and page.dates(end):
        end += 1
    if end >= stop or page.tagged.tokens[end].gap >= COMMA:
        return sources
    after = page.tagged.tokens[end].key
    return sources if after in page.vocabulary.ends or after in page.vocabulary.news else ()


def _accusation(
    page: Page, sentence: Sentence, match: Match, after: Sequence[ActorMention]
) -> Saying | None:
    """ "اتهم X Y ب…": the first party speaks, the second is accused; one alone is accused."""
    if not after:
        return None
    sources = tuple(after[:1]) if len(after) > 1 else ()
    if not sources:
        before = page.between(max(sentence.start, match.start - BEFORE_REACH), match.start)
        sources = tuple(before[-1:])
    accused = after[1:] if len(after) > 1 else after
    return Saying(
        match.start,
        page.end_of(accused[-1]),
        "accused",
        sources,
        match.start,
        backward=False,
        accused=tuple(accused),
    )
