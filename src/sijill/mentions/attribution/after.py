"""Verbs of saying that stand after what is told: "، على ما أفاد مصدر طبي", "تبناه التنظيم"."""

from sijill.lexicon.entry import Match
from sijill.mentions.attribution.page import Page
from sijill.mentions.attribution.saying import REACH, Saying
from sijill.mentions.attribution.speaker import quotable, speakers
from sijill.mentions.attribution.unlisted import is_voice, unlisted
from sijill.model.mention import ActorMention
from sijill.text.sentence import Sentence
from sijill.text.token import COMMA

_OBJECT = frozenset(("ه", "ها", "هم", "هما"))
_OWN_STANCE = frozenset(("claimed", "denied"))


def after(page: Page, sentence: Sentence, match: Match, verb: str) -> Saying | None:
    """The saying of a verb that looks back: it covers its sentence up to its source.

    It does where a pronoun on it or after it takes up what was told; behind words like "على ما";
    and behind a comma, when nothing follows but who says it.
    """
    if verb in ("accused", "blamed", "learnt", "added"):
        return None
    index = match.start
    start = index + 1
    if _takes_up(page, match):
        stop = _clause_end(page, sentence, start, told_ends=True)
    elif start < sentence.end and page.tagged.tokens[start].key in page.vocabulary.pronouns:
        start += 1
        stop = _clause_end(page, sentence, start, told_ends=True)
    elif _stands_behind(page, sentence, match):
        stop = _clause_end(page, sentence, start, told_ends=False)
    else:
        return None
    sources = _sources(page, start, stop)
    if not sources or (verb == "published" and not quotable(sources)):
        return None
    kind = verb if verb in _OWN_STANCE else "according"
    return Saying(index, page.end_of(sources[-1]), kind, sources, sentence.start, backward=True)


def _sources(page: Page, start: int, stop: int) -> tuple[ActorMention, ...]:
    if start >= stop:
        return ()
    return speakers(page, start, stop) or (
        unlisted(page, start, stop) if is_voice(page, start) or stop - start <= 3 else ()
    )


def _takes_up(page: Page, match: Match) -> bool:
    """Whether the verb's pronoun is what was told: "أعلنته الوزارة"."""
    if match.enclitic not in _OBJECT:
        return False
    return not any(form.lemma in page.vocabulary.told for form in match.entry.value)


def _stands_behind(page: Page, sentence: Sentence, match: Match) -> bool:
    """Whether the verb follows "على ما" or the like, or a comma, with nothing told after it."""
    tokens, index = page.tagged.tokens, match.start
    words = page.vocabulary.before.before(tokens, index, sentence.start)
    if words:
        behind = index - words > sentence.start
    else:
        behind = (
            index > sentence.start + 2
            and tokens[index].gap >= COMMA
            and not match.proclitics
            and _in_the_past(page, match)
        )
    return behind and _clause_end(page, sentence, index + 1, told_ends=False) > index + 1


def _in_the_past(page: Page, match: Match) -> bool:
    form = match.entry.value[0]
    return form.tense == "past" or form.lemma in page.vocabulary.present


def _clause_end(page: Page, sentence: Sentence, start: int, told_ends: bool) -> int:
    """The token where the clause from `start` ends: at a comma, or the sentence's end.

    What is told in it ends it before that; or, unless `told_ends`, makes it no such clause: the
    result is then `start`.
    """
    tokens = page.tagged.tokens
    limit = min(sentence.end, start + REACH)
    for at in range(start, limit):
        if at > start and tokens[at].gap >= COMMA:
            return at
        told = (
            page.tells(at)
            or page.grammar.complement.at(tokens, at, limit)
            or tokens[at].key in page.vocabulary.denial
        )
        if told:
            return at if told_ends else start
    return limit
