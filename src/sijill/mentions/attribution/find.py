"""Find who says so: reporting verbs, "according to", headlines with a colon, and their scope."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sijill.lexicon.entry import Match
from sijill.lexicon.grammar import Grammar
from sijill.lexicon.tagged import Tagged
from sijill.mentions.attribution.vocabulary import AttributionVocabulary
from sijill.model.mention import ActorMention, AttributionMention
from sijill.model.span import Span
from sijill.text.sentence import Sentence
from sijill.text.token import COMMA, STOP

_SOURCE_REACH = 16
"""Words after a reporting verb in which its source may stand: a title, a name, an agency."""
_OPENS = 8
"""Words at the head of a line in which the one who speaks is named."""
_NAME_WORDS = 9
"""The longest name or title of a speaker without an entry."""
_BEFORE_REACH = 5
"""Words before a reporting verb in which its subject may stand ("مصادر طبية قالت")."""


@dataclass(slots=True)
class _Saying:
    index: int
    end: int
    verb: str
    sources: tuple[ActorMention, ...]
    first: int
    """Token where the attribution's scope starts."""
    backward: bool
    accused: tuple[ActorMention, ...] = ()


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
    by_start = sorted(actors, key=lambda actor: actor.span)
    starts = [actor.span.start for actor in by_start]
    found: list[AttributionMention] = []
    last: tuple[ActorMention, ...] = ()
    for sentence in tagged.sentences:
        header = _header(tagged, sentence, by_start, starts)
        if header is not None:
            found.append(header)
            last = header.sources
            continue
        sayings = _sayings(tagged, vocabulary, grammar, sentence, by_start, starts)
        disowned = _disowned(tagged, vocabulary, sentence, last if not sayings else ())
        if disowned is not None:
            found.append(disowned)
        for number, saying in enumerate(sayings):
            sources = saying.sources or (last if saying.verb in ("added", "echo", "said") else ())
            if len(sources) == 1 and sources[0].anaphor and _spoke(sources[0], last):
                sources = (*sources, *(s for s in last if s.actor != sources[0].actor))
            if not sources:
                continue
            if not saying.backward:
                last = sources
            scope = _scope(tagged, sentence, sayings, number)
            found.append(
                AttributionMention(
                    span=tagged.span(saying.index, saying.end),
                    sources=sources,
                    scope=scope,
                    verb=saying.verb,
                    denial=saying.verb == "denied",
                    rule=f"attribution.toml:{saying.verb}",
                    accused=saying.accused,
                )
            )
    return found


def _spoke(source: ActorMention, last: Sequence[ActorMention]) -> bool:
    """Whether "المصدر" is one of those who spoke last: then all of them speak again."""
    return any(source.actor == one.actor for one in last)


def _scope(tagged: Tagged, sentence: Sentence, sayings: Sequence[_Saying], number: int) -> Span:
    saying = sayings[number]
    if saying.backward:
        return tagged.span(saying.first, saying.end)
    stop = sentence.end
    for later in sayings[number + 1 :]:
        if not later.backward and (later.sources or later.verb == "echo"):
            stop = later.index
            break
    return tagged.span(saying.first, max(stop, saying.end))


def _sayings(
    tagged: Tagged,
    vocabulary: AttributionVocabulary,
    grammar: Grammar,
    sentence: Sentence,
    actors: Sequence[ActorMention],
    starts: Sequence[int],
) -> list[_Saying]:
    found: list[_Saying] = []
    index = sentence.start
    while index < sentence.end:
        saying = (
            _per(tagged, vocabulary, grammar, sentence, index, actors, starts)
            or _say(tagged, vocabulary, grammar, sentence, index, actors, starts)
            or _echo(tagged, vocabulary, index)
            or _colon(tagged, sentence, index, actors, starts)
        )
        if saying is None:
            index += 1
            continue
        found.append(saying)
        index = max(saying.end, index + 1)
    return found


def _say(
    tagged: Tagged,
    vocabulary: AttributionVocabulary,
    grammar: Grammar,
    sentence: Sentence,
    index: int,
    actors: Sequence[ActorMention],
    starts: Sequence[int],
) -> _Saying | None:
    matches = tagged.at("verb", index)
    if not matches:
        return None
    if _denied_saying(tagged, index):
        return None
    kinds = [vocabulary.say[f.lemma] for f in matches[0].entry.value if f.lemma in vocabulary.say]
    if not kinds:
        return None
    verb = kinds[0]
    stop, complement = _content(tagged, vocabulary, grammar, sentence, index + 1)
    after = _between(tagged, actors, starts, index + 1, stop)
    if verb in ("published", "added") and not complement and not any(a.source for a in after):
        return None
    if verb == "accused":
        return _accusation(tagged, sentence, matches[0], after, actors, starts)
    sources = _speakers(tagged, after)
    end = index + 1
    if sources:
        end = max(end, _token_after(tagged, sources[-1].span.end))
    else:
        sources = _fronted(tagged, sentence, matches[0], actors, starts)
        if not sources and complement:
            sources = _unlisted(tagged, grammar, index + 1, stop)
    if not sources and (not complement or matches[0].entry.value[0].tense == "present"):
        return None
    return _Saying(index, end, verb, sources, index, backward=False)


def _unlisted(tagged: Tagged, grammar: Grammar, start: int, stop: int) -> tuple[ActorMention, ...]:
    """A speaker that no list knows: the words between a verb of saying and what is said."""
    tokens = tagged.tokens
    end = start
    if start >= stop or tokens[start].key in grammar.before_noun or tokens[start].gap >= COMMA:
        return ()
    if grammar.prepositions.at(tokens, start, stop) or grammar.boundary.at(tokens, start, stop):
        return ()
    while end < stop and end - start < _NAME_WORDS:
        token = tokens[end]
        if end > start and (
            token.gap >= COMMA or (token.key.startswith("ل") and len(token.key) > 3)
        ):
            break
        if token.key[0].isdigit() or tagged.at("verb", end) or tagged.at("time", end):
            break
        end += 1
    if end == start or (end < stop and tokens[end].gap < COMMA and end - start >= _NAME_WORDS):
        return ()
    span = tagged.span(start, end)
    return (
        ActorMention(
            span=span,
            head=span,
            actor=None,
            rule="attribution:unlisted",
            kind="source_generic",
            source=True,
            confidence=0.6,
        ),
    )


def _accusation(
    tagged: Tagged,
    sentence: Sentence,
    match: Match,
    after: Sequence[ActorMention],
    actors: Sequence[ActorMention],
    starts: Sequence[int],
) -> _Saying | None:
    """ "اتهم X Y ب…": the first party speaks, the second is accused; one alone is accused."""
    if not after:
        return None
    speakers = tuple(after[:1]) if len(after) > 1 else ()
    if not speakers:
        before = _between(
            tagged, actors, starts, max(sentence.start, match.start - _BEFORE_REACH), match.start
        )
        speakers = tuple(before[-1:])
    accused = after[1:] if len(after) > 1 else after
    end = _token_after(tagged, accused[-1].span.end)
    return _Saying(
        match.start, end, "accused", speakers, match.start, backward=False, accused=tuple(accused)
    )


def _denied_saying(tagged: Tagged, index: int) -> bool:
    """Whether the verb is negated: "ولم تذكر الشرطة"."""
    return index > 0 and any(match.end == index for match in tagged.at("negation", index - 1))


def _as_voice(actor: ActorMention) -> ActorMention:
    """Residents who are quoted are a source, not a side."""
    if actor.actor == "civilians":
        return replace(actor, actor="local-sources", source=True)
    return actor


def _fronted(
    tagged: Tagged,
    sentence: Sentence,
    match: Match,
    actors: Sequence[ActorMention],
    starts: Sequence[int],
) -> tuple[ActorMention, ...]:
    """The speaker right before the verb ("مصادر طبية قالت"); none before "وقالت"."""
    index = match.start
    if match.proclitics.startswith(("و", "ف")):
        return ()
    before = _between(tagged, actors, starts, max(sentence.start, index - _BEFORE_REACH), index)
    return tuple([a for a in before if _adjacent(tagged, a, index)][-1:])


def _speakers(tagged: Tagged, after: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Those of the actors after a reporting verb who speak: the first, and media joined to it."""
    named = [_as_voice(a) for a in after if a.rule != "term"] or list(after)
    return (*named[:1], *(a for a in named[1:] if a.source))


def _content(
    tagged: Tagged,
    vocabulary: AttributionVocabulary,
    grammar: Grammar,
    sentence: Sentence,
    index: int,
) -> tuple[int, bool]:
    """Where the source's part ends and what is said begins; whether a complementizer says so."""
    tokens = tagged.tokens
    limit = min(sentence.end, index + _SOURCE_REACH)
    for at in range(index, limit):
        if grammar.complement.at(tokens, at, limit):
            return at, True
        if at > index and ":" in tagged.text[tokens[at - 1].end : tokens[at].start]:
            return at, True
        if tokens[at].key in vocabulary.denial:
            return at, True
        if tagged.at("trigger", at):
            return at, False
        if at > index and tagged.at("verb", at) and tokens[at].gap >= COMMA:
            return at, False
        if tagged.at("loss", at):
            return at, False
    return limit, False


def _per(
    tagged: Tagged,
    vocabulary: AttributionVocabulary,
    grammar: Grammar,
    sentence: Sentence,
    index: int,
    actors: Sequence[ActorMention],
    starts: Sequence[int],
) -> _Saying | None:
    length = vocabulary.per.at(tagged.tokens, index, sentence.end)
    if not length:
        return None
    stop = min(sentence.end, index + length + _SOURCE_REACH)
    for at in range(index + length + 1, stop):
        if tagged.tokens[at].gap >= COMMA and not tagged.at("verb", at - 1):
            stop = at
            break
    after = _between(tagged, actors, starts, index + length, stop)
    sources = _speakers(tagged, after) or _unlisted(tagged, grammar, index + length, stop)
    if not sources:
        return None
    end = max(index + length, _token_after(tagged, sources[-1].span.end))
    opens = index - sentence.start <= 2
    if opens:
        return _Saying(index, end, "according", sources, sentence.start, backward=False)
    return _Saying(index, end, "according", sources, sentence.start, backward=True)


def _echo(tagged: Tagged, vocabulary: AttributionVocabulary, index: int) -> _Saying | None:
    key = tagged.tokens[index].key
    if key in vocabulary.echo or (key[1:] in vocabulary.echo and key[0] in "وف"):
        return _Saying(index, index + 1, "echo", (), index, backward=False)
    return None


def _colon(
    tagged: Tagged,
    sentence: Sentence,
    index: int,
    actors: Sequence[ActorMention],
    starts: Sequence[int],
) -> _Saying | None:
    """A line's "المرصد: …", "بيان صادر عن X: …": who opens the line and is followed by a colon."""
    if index != sentence.start:
        return None
    limit = min(sentence.end, index + _SOURCE_REACH)
    for end in range(index + 1, limit):
        between = tagged.text[tagged.tokens[end - 1].end : tagged.tokens[end].start]
        if ":" in between:
            here = _between(tagged, actors, starts, index, min(end, index + _OPENS))
            here = [a for a in here if a.actor != "civilians" and a.kind != "state"]
            sources = _speakers(tagged, here)
            return _Saying(index, end, "said", sources, index, backward=False) if sources else None
        if tagged.at("verb", end) or tagged.at("trigger", end):
            return None
    return None


def _disowned(
    tagged: Tagged,
    vocabulary: AttributionVocabulary,
    sentence: Sentence,
    last: tuple[ActorMention, ...],
) -> AttributionMention | None:
    """The denial of a whole sentence by a phrase ("لا صحة لما يشاع عن …")."""
    for index in range(sentence.start, sentence.end):
        length = vocabulary.disowned.at(tagged.tokens, index, sentence.end)
        if length:
            return AttributionMention(
                span=tagged.span(index, index + length),
                sources=last,
                scope=sentence.span(tagged.tokens),
                verb="denied",
                denial=True,
                rule="attribution.toml:disowned",
            )
    return None


def _header(
    tagged: Tagged, sentence: Sentence, actors: Sequence[ActorMention], starts: Sequence[int]
) -> AttributionMention | None:
    """A line that only names a speaker, "X:", and covers the lines under it to a blank one."""
    if sentence.end - sentence.start > _SOURCE_REACH:
        return None
    end = tagged.tokens[sentence.end - 1].end
    rest = tagged.text[end : end + 4].lstrip(" »”)")
    if not rest.startswith(":"):
        return None
    sources = _speakers(tagged, _between(tagged, actors, starts, sentence.start, sentence.end))
    if not sources:
        return None
    close = tagged.text.find("\n\n", end)
    stop = close if close >= 0 else len(tagged.text)
    span = tagged.span(sentence.start, sentence.end)
    return AttributionMention(
        span=span,
        sources=sources,
        scope=Span(span.start, stop),
        verb="said",
        rule="attribution.toml:header",
    )


def _between(
    tagged: Tagged,
    actors: Sequence[ActorMention],
    starts: Sequence[int],
    first: int,
    stop: int,
) -> list[ActorMention]:
    """The actors whose first character lies in tokens `first` up to `stop`."""
    if first >= stop:
        return []
    low = bisect_left(starts, tagged.tokens[first].start)
    high = bisect_left(starts, tagged.tokens[stop - 1].end)
    return list(actors[low:high])


def _adjacent(tagged: Tagged, actor: ActorMention, index: int) -> bool:
    """Whether nothing but the actor's own modifiers stands between it and token `index`."""
    end = _token_after(tagged, actor.span.end)
    return index - end <= 2 and all(
        tagged.tokens[at].gap < STOP and not tagged.at("verb", at) for at in range(end, index)
    )


def _index_of(tagged: Tagged, offset: int) -> int:
    return tagged.token_at(offset)


def _token_after(tagged: Tagged, offset: int) -> int:
    return tagged.token_at(offset - 1) + 1
