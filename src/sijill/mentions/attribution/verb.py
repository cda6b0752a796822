"""Verbs of saying, of accusing and the participles that go on from them."""

from collections.abc import Sequence

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.attribution.page import Page
from sijill.mentions.attribution.saying import REACH, Saying
from sijill.mentions.attribution.speaker import BEFORE_REACH, fronted, speakers, unlisted
from sijill.model.mention import ActorMention
from sijill.text.sentence import Sentence
from sijill.text.token import COMMA


def say(page: Page, sentence: Sentence, index: int) -> Saying | None:
    """The saying of the reporting verb at `index`, if one with a subject or content stands there.

    Without sources, the verb goes on with the speaker of the sentence before.
    """
    matches = page.tagged.at("verb", index)
    if not matches:
        return None
    if _denied_saying(page.tagged, index):
        return None
    kinds = page.vocabulary.say
    verb = next((kinds[f.lemma] for f in matches[0].entry.value if f.lemma in kinds), None)
    if verb is None:
        return None
    stop, complement = _content(page, sentence, index + 1)
    after = page.between(index + 1, stop)
    if verb in ("published", "added") and not complement and not any(a.source for a in after):
        return None
    if verb == "accused":
        return _accusation(page, sentence, matches[0], after)
    sources = speakers(after)
    end = index + 1
    if sources:
        end = max(end, page.end_of(sources[-1]))
    else:
        sources = fronted(page, sentence, matches[0])
        if not sources and complement:
            sources = unlisted(page, index + 1, stop)
    if not sources and (not complement or matches[0].entry.value[0].tense == "present"):
        return None
    return Saying(index, end, verb, sources, index, backward=False)


def echo(page: Page, index: int) -> Saying | None:
    """A participle that goes on with the sentence's own speaker ("مشيرا إلى")."""
    tokens = page.tagged.tokens
    length = page.vocabulary.echo.at(tokens, index, len(tokens))
    return Saying(index, index + length, "echo", (), index, backward=False) if length else None


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


def _denied_saying(tagged: Tagged, index: int) -> bool:
    """Whether the verb is negated: "ولم تذكر الشرطة"."""
    return index > 0 and any(match.end == index for match in tagged.at("negation", index - 1))


def _content(page: Page, sentence: Sentence, index: int) -> tuple[int, bool]:
    """Where the source's part ends and what is said begins; whether a complementizer says so."""
    tagged, tokens = page.tagged, page.tagged.tokens
    limit = min(sentence.end, index + REACH)
    for at in range(index, limit):
        if page.grammar.complement.at(tokens, at, limit):
            return at, True
        if at > index and ":" in tagged.text[tokens[at - 1].end : tokens[at].start]:
            return at, True
        if tokens[at].key in page.vocabulary.denial:
            return at, True
        if tagged.at("trigger", at):
            return at, False
        if at > index and tagged.at("verb", at) and tokens[at].gap >= COMMA:
            return at, False
        if tagged.at("loss", at):
            return at, False
    return limit, False
