"""Speakers that a line names before a colon, and sentences that deny what they tell."""

import re

from sijill.mentions.attribution.page import Page
from sijill.mentions.attribution.saying import REACH, Saying
from sijill.mentions.attribution.speaker import speakers
from sijill.mentions.attribution.unlisted import is_voice, unlisted, voice
from sijill.model.mention import ActorMention, AttributionMention
from sijill.model.span import Span
from sijill.text.sentence import Sentence

_LEAD = re.compile(r"[\s»”):]+")
_LINE_END = re.compile(r"\n\s*")
_BLANK_LINE = re.compile(r"\n\s*\n\s*")
_POINT = re.compile(r"[-–—•▪●*◾🔻🔴✅]|[0-9٠-٩]+ ?[-.)]")
"""What begins a point of a list."""
_DATELINE = 3
"""The most words of a place or an hour that a line opens with."""
_OPENS = 8
"""Words at the head of a line in which the one who speaks is named."""


def header(page: Page, sentence: Sentence) -> AttributionMention | None:
    """A line that only names a speaker, "X:", and covers the lines under it to a blank one."""
    tagged = page.tagged
    if sentence.end - sentence.start > REACH:
        return None
    end = tagged.tokens[sentence.end - 1].end
    if not leads(page, end):
        return None
    sources = speakers(page, sentence.start, sentence.end)
    if not sources or _tells(page, sentence, sources[0]):
        return None
    span = tagged.span(sentence.start, sentence.end)
    return AttributionMention(
        span=span,
        sources=sources,
        scope=Span(span.start, list_end(page, end)),
        verb="said",
        rule="attribution.toml:header",
    )


def _tells(page: Page, sentence: Sentence, first: ActorMention) -> bool:
    """Whether the line opens with an event, of which the list is: "غارات العدو اليوم:"."""
    start = sentence.start
    return bool(page.tagged.at("trigger", start)) and (
        first.span.start >= page.tagged.tokens[start].end
    )


def leads(page: Page, end: int) -> bool:
    """Whether a colon after the line that ends at character `end` leads in what is said."""
    return page.tagged.text[end : end + 4].lstrip(" »”)").startswith(":")


def list_end(page: Page, start: int) -> int:
    """Where what a line's colon at `start` leads in ends.

    A list of points ("- …", "2. …") ends with its last point, other lines at a blank one.
    """
    text = page.tagged.text
    lead = _LEAD.match(text, start)
    begin = lead.end() if lead else start
    ends = _LINE_END if _POINT.match(text, begin) else _BLANK_LINE
    for close in ends.finditer(text, begin):
        if ends is _BLANK_LINE or not _POINT.match(text, close.end()):
            return close.start()
    return len(text)


def colon(page: Page, sentence: Sentence, index: int) -> Saying | None:
    """A line's "المرصد: …", "بيان صادر عن X: …": who opens the line and is followed by a colon."""
    if index != sentence.start:
        return None
    tagged = page.tagged
    limit = min(sentence.end, index + REACH)
    issued = tagged.tokens[index].key in page.vocabulary.statements
    start = index
    for end in range(index + 1, limit):
        between = tagged.text[tagged.tokens[end - 1].end : tagged.tokens[end].start]
        if ":" in between or (start == index and "|" in between):
            if _is_dateline(page, start, end):
                start = end
                continue
            sources = _named(page, start, end)
            return Saying(index, end, "said", sources, index, backward=False) if sources else None
        if not issued and (page.is_verb(end) or tagged.at("trigger", end)):
            return None
    return None


def _is_dateline(page: Page, start: int, end: int) -> bool:
    """Whether the words before a colon only say when or where: "09:15", "نينوى:"."""
    tokens = page.tagged.tokens
    if all(tokens[at].key[0].isdigit() for at in range(start, end)):
        return True
    return end - start <= _DATELINE and not page.between(start, end) and not is_voice(page, start)


def _named(page: Page, start: int, end: int) -> tuple[ActorMention, ...]:
    """Who is named before the colon: an actor, a voice without an entry, the outlet's own man."""
    stop = min(end, start + _OPENS)
    sources = speakers(page, start, stop)
    if not sources and is_voice(page, start):
        sources = unlisted(page, start, stop)
    if not sources and page.tagged.tokens[start].key in page.vocabulary.own and end - start <= 2:
        sources = (voice(page.tagged.span(start, end)),)
    return tuple(actor for actor in sources if actor.kind not in ("civilians", "state"))


def disowned(
    page: Page, sentence: Sentence, last: tuple[ActorMention, ...]
) -> AttributionMention | None:
    """The denial of a whole sentence by a phrase ("لا صحة لما يشاع عن …")."""
    tokens = page.tagged.tokens
    for index in page.vocabulary.disowned.places(page.tagged.keys, sentence.start, sentence.end):
        length = page.vocabulary.disowned.at(tokens, index, sentence.end)
        if length:
            return AttributionMention(
                span=page.tagged.span(index, index + length),
                sources=last,
                scope=sentence.span(tokens),
                verb="denied",
                denial=True,
                rule="attribution.toml:disowned",
            )
    return None
