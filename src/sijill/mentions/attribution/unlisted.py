"""Speakers that no list knows: names, titles and quoted media at a word of saying."""

from sijill.mentions.attribution.page import Page
from sijill.model.mention import ActorMention
from sijill.model.span import Span
from sijill.text.token import COMMA

NAME_WORDS = 9
"""The longest name or title of a speaker without an entry."""
_TITLE_WORDS = 4
"""The most words of a name before a title that is known: "قال سعيد النمر وهو قائد ميداني"."""
_MEDIUM_WORDS = 4
_APPOSED = 1
"""Words between the comma and the actor that says more of a name: "أحد"."""
QUOTES = {"«": "»", "“": "”", '"': '"'}
"""What opens a quoted name, and what closes it."""


def unlisted(page: Page, start: int, stop: int) -> tuple[ActorMention, ...]:
    """A speaker that no list knows: the words between a word of saying and what is said."""
    tokens, grammar = page.tagged.tokens, page.grammar
    while start < stop and tokens[start].key in page.vocabulary.asides:
        start += 1
    if start >= stop or tokens[start].key in grammar.before_noun or tokens[start].gap >= COMMA:
        return ()
    if tokens[start].key in page.vocabulary.news:
        return ()
    if grammar.prepositions.at(tokens, start, stop) or grammar.boundary.at(tokens, start, stop):
        return ()
    # A name alone may look like a verb: "وذكرت فتح أن".
    end = stop if start + 1 == stop else name_end(page, start, stop)
    if end == start or (end < stop and tokens[end].gap < COMMA and end - start >= NAME_WORDS):
        return ()
    return (voice(page.tagged.span(start, end)),)


def is_voice(page: Page, index: int) -> bool:
    """Whether the word at `index` is one that a speaker's title begins with."""
    key, voices = page.tagged.tokens[index].key, page.vocabulary.voices
    return key in voices or (key.startswith("ال") and key[2:] in voices)


def is_title(page: Page, start: int, at: int) -> bool:
    """Whether tokens `start` up to `at` are a name or title that the actor at `at` goes on from."""
    if start >= at or page.tagged.tokens[start].key in page.vocabulary.statements:
        return False
    if not unlisted(page, start, at) or name_end(page, start, at) != at:
        return False
    if is_voice(page, start):
        return True
    prepositions = page.grammar.prepositions
    return at - start <= _TITLE_WORDS and not any(
        prepositions.at(page.tagged.tokens, index, at) for index in range(start, at)
    )


def before_comma(page: Page, start: int, at: int) -> Span | None:
    """The name before a comma that the actor at `at` says more of: "محمد، أحد سكان القرية"."""
    tokens = page.tagged.tokens
    comma = next((i for i in range(start + 1, at + 1) if tokens[i].gap >= COMMA), at + 1)
    if comma > at or at - comma > _APPOSED or comma - start > _TITLE_WORDS:
        return None
    return page.tagged.span(start, comma) if is_title(page, start, comma) else None


def medium(page: Page, speaker: ActorMention, stop: int) -> tuple[ActorMention, ...]:
    """A medium that no list knows, spoken to and named in quotes: قال سكان لـ"صوت المدينة"."""
    tokens, text = page.tagged.tokens, page.tagged.text
    for at in range(page.end_of(speaker), stop - 1):
        if tokens[at].key != "ل":
            continue
        first = tokens[at + 1].start
        mark = next((c for c in text[tokens[at].end : first] if c in QUOTES), "")
        close = text.find(QUOTES[mark], first) if mark else -1
        if close < 0 or close > tokens[min(at + _MEDIUM_WORDS, stop - 1)].end + 1:
            return ()
        span = Span(first, close)
        own = tokens[at + 1].key in page.vocabulary.own or speaker.span.overlaps(span)
        return () if own else (voice(span),)
    return ()


def voice(span: Span) -> ActorMention:
    """The speaker that these words name."""
    return ActorMention(
        span=span,
        head=span,
        actor=None,
        rule="attribution:unlisted",
        kind="source_generic",
        source=True,
        confidence=0.6,
    )


def name_end(page: Page, start: int, stop: int) -> int:
    """Where a name that starts at `start` ends: before a comma, "ل…", a verb, a number, a date."""
    tagged = page.tagged
    end = start
    while end < stop and end - start < NAME_WORDS:
        quoted = _quoted(page, start, end, stop)
        if quoted:
            end = quoted
            continue
        token = tagged.tokens[end]
        addressed = token.key.startswith("ل") and len(token.key) != 2
        if end > start and (token.gap >= COMMA or addressed):
            break
        if token.key[0].isdigit() or page.is_verb(end) or tagged.at("time", end):
            break
        if token.key in page.vocabulary.ends or (end > start and token.key in page.vocabulary.news):
            break
        end += 1
    return end


def _quoted(page: Page, start: int, index: int, stop: int) -> int:
    """The token after the quoted name that opens before the one at `index`, 0 if none does."""
    tokens, text = page.tagged.tokens, page.tagged.text
    if index == start:
        return 0
    between = text[tokens[index - 1].end : tokens[index].start]
    mark = next((c for c in between if c in QUOTES), "")
    close = text.find(QUOTES[mark], tokens[index].start) if mark else -1
    last = min(index + _MEDIUM_WORDS, stop) - 1
    if close < 0 or close > tokens[last].end + 1:
        return 0
    return next(at for at in range(index, stop + 1) if at == stop or tokens[at].start > close)
