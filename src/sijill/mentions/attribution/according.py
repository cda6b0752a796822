""" "According to": phrases that take their source after them ("بحسب المرصد")."""

from sijill.mentions.attribution.page import Page
from sijill.mentions.attribution.saying import REACH, Saying
from sijill.mentions.attribution.speaker import speakers
from sijill.mentions.attribution.unlisted import unlisted
from sijill.text.sentence import Sentence
from sijill.text.token import COMMA

_ADJECTIVES = 2
"""Words between a phrase and the "ل" it asks for: "في بيان آخر للجيش"."""

_PRONOUN = 3
"""Letters of "ل" with a pronoun: "في بيان لها"."""


def according(page: Page, sentence: Sentence, index: int) -> Saying | None:
    """The saying of the phrase at `index`: it covers what stands before it in the sentence.

    One that opens the sentence covers all of it; one that opens a clause of its own ("، وبحسب")
    or is followed by "أن" covers what follows.
    """
    tagged, tokens = page.tagged, page.tagged.tokens
    length = page.vocabulary.per.at(tokens, index, sentence.end)
    if not length or tokens[index - 1 + length].end == tokens[sentence.end - 1].end:
        return None
    start = index + length
    if _is_mute(page, tokens[start].key) or not _takes(page, index, start):
        return None
    stop = min(sentence.end, start + REACH)
    for at in range(start + 1, stop):
        told = page.grammar.complement.at(tokens, at, sentence.end)
        if told or (tokens[at].gap >= COMMA and not tagged.at("verb", at - 1)):
            stop = at
            break
    if start + 1 < sentence.end and page.says(start)[0] is not None:
        start += 1
    while start + 1 < stop and tokens[start].key in page.vocabulary.taken_up:
        start += 1
    news = tokens[start].key in page.vocabulary.news
    sources = speakers(page, start + news, stop) or (() if news else unlisted(page, start, stop))
    if not sources:
        return None
    end = max(start, page.end_of(sources[-1]))
    if index - sentence.start <= 2:
        return Saying(index, end, "according", sources, sentence.start, backward=False)
    if _opens_clause(page, index) or _goes_on(page, sentence, end):
        return Saying(index, end, "according", sources, index, backward=False)
    return Saying(index, end, "according", sources, sentence.start, backward=True)


def _is_mute(page: Page, key: str) -> bool:
    """Whether the word can say nothing ("المادة", "للقانون")."""
    mute = page.vocabulary.mute
    return key in mute or (key.startswith("ل") and (key[1:] in mute or "ا" + key[1:] in mute))


def _takes(page: Page, index: int, start: int) -> bool:
    """Whether the word after the phrase can be its source: with "ل" where it asks for it."""
    words = tuple(token.key for token in page.tagged.tokens[index:start])
    bare = (words[0][1:], *words[1:])
    if words not in page.vocabulary.per_to and bare not in page.vocabulary.per_to:
        return True
    ahead = page.tagged.tokens[start : start + _ADJECTIVES + 1]
    return any(token.key.startswith("ل") and len(token.key) > _PRONOUN for token in ahead)


def _opens_clause(page: Page, index: int) -> bool:
    """Whether the phrase begins with "و" behind a comma."""
    token = page.tagged.tokens[index]
    return token.gap >= COMMA and page.vocabulary.joined(token.key)


def _goes_on(page: Page, sentence: Sentence, end: int) -> bool:
    """Whether what is told follows with "أن" or "فإن", words of the source's title between."""
    tokens = page.tagged.tokens
    for at in range(end, min(end + 4, sentence.end)):
        if page.grammar.complement.at(tokens, at, sentence.end):
            return True
        if at > end and tokens[at].gap >= COMMA:
            return tokens[at].key.startswith("ف") and bool(
                page.grammar.complement.at(tokens, at, sentence.end)
            )
    return False
