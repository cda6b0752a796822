""" "According to": phrases that take their source after them ("بحسب المرصد")."""

from sijill.mentions.attribution.page import Page
from sijill.mentions.attribution.saying import REACH, Saying
from sijill.mentions.attribution.speaker import speakers, unlisted
from sijill.text.sentence import Sentence
from sijill.text.token import COMMA


def according(page: Page, sentence: Sentence, index: int) -> Saying | None:
    """The saying of the phrase at `index`: it covers what stands before it in the sentence.

    One that opens the sentence covers all of it.
    """
    tagged = page.tagged
    length = page.vocabulary.per.at(tagged.tokens, index, sentence.end)
    if not length:
        return None
    start = index + length
    stop = min(sentence.end, start + REACH)
    for at in range(start + 1, stop):
        if tagged.tokens[at].gap >= COMMA and not tagged.at("verb", at - 1):
            stop = at
            break
    sources = speakers(page.between(start, stop)) or unlisted(page, start, stop)
    if not sources:
        return None
    end = max(start, page.end_of(sources[-1]))
    backward = index - sentence.start > 2
    return Saying(index, end, "according", sources, sentence.start, backward)
