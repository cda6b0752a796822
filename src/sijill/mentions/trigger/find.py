"""Find the words that express events, and the verbs that carry event nouns."""

from collections.abc import Sequence

from sijill.lexicon.conjugate import evidence
from sijill.lexicon.entry import Match
from sijill.lexicon.grammar import Grammar
from sijill.lexicon.tagged import Tagged
from sijill.lexicon.verbs import VerbForm
from sijill.mentions.trigger.vocabulary import TriggerVocabulary
from sijill.model.mention import TriggerMention
from sijill.model.record import changed
from sijill.ontology.frame import EventRule
from sijill.text.token import COMMA, GLUE, STOP

_LAYERS = ("trigger", "verb")
"""Layers without whose words no trigger begins."""
_PAIR_REACH = 5
"""Words between a verb and the complement that makes it an event: a short subject."""
_MARCH_REACH = 9
"""The same for protests: who, when and where stand between ("خرج … مساء … في مسيرات")."""
_FRONT_REACH = 4
"""Words between what moves and its verb ("رتل عسكري أمريكي يدخل")."""
_RELATIVE_REACH = 12
"""Words between an event noun and the relative clause that says who did it or when."""
_HAPPENING = "event"
"""Kind of carrying verbs whose subject is the event itself: "تدور مواجهات"."""
_INDEFINITE = frozenset(("shelling",))
"""Events whose past verb looks like their noun; who does it is seldom told without an article."""
_ADJECTIVES = ("nisba:", "attribute:")
"""Beginnings of the ids of adjectives among the words of parties."""
_LIGHT_REACH = 28
"""Words between a carrying verb and its event noun: a subject with those who help it."""


def find(tagged: Tagged, vocabulary: TriggerVocabulary, grammar: Grammar) -> list[TriggerMention]:
    """Every trigger of the document in text order, none overlapping another."""
    found: list[TriggerMention] = []
    for sentence in tagged.sentences:
        floor = sentence.start
        for index in tagged.starts(_LAYERS, sentence.start, sentence.end):
            if index < floor:
                continue
            mention = _at(tagged, vocabulary, grammar, index, sentence.end)
            if mention is not None and not _undone(tagged, vocabulary, mention, sentence.start):
                found.append(mention)
                floor = mention.end
    return _carried(tagged, vocabulary, _merged(tagged, found))


def _at(
    tagged: Tagged, vocabulary: TriggerVocabulary, grammar: Grammar, index: int, stop: int
) -> TriggerMention | None:
    verb = _verb_match(tagged, index)
    if verb is not None:
        pair = _pair(tagged, vocabulary, verb, stop)
        if pair is not None:
            return pair
    nouns = [m for m in tagged.at("trigger", index) if m.end <= stop]
    known = _trigger_of(vocabulary, verb) if verb is not None else None
    if nouns and (known is None or verb is None or not is_verbal(tagged, grammar, verb, nouns[0])):
        return _noun(tagged, nouns[0])
    if verb is not None and known is not None and not _after_preposition(tagged, grammar, index):
        return _verb(tagged, verb, known)
    return None


def _after_preposition(tagged: Tagged, grammar: Grammar, index: int) -> bool:
    """Whether the word before can only be followed by a noun."""
    token = tagged.tokens[index]
    if index == 0 or token.gap >= COMMA:
        return False
    before = tagged.tokens[index - 1].key
    return before in grammar.only_noun or (before[1:] in grammar.only_noun and before[0] in "وف")


def _undone(
    tagged: Tagged, vocabulary: TriggerVocabulary, mention: TriggerMention, floor: int
) -> bool:
    """Whether the word before takes the event back ("فك الحصار"), or it stands in a hashtag."""
    idioms = tagged.within("idiom", max(0, mention.start - 2), mention.start + 1)
    if any(match.end >= mention.end for match in idioms):
        return True
    start = tagged.tokens[mention.start].start
    if start and tagged.text[start - 1] in "#_" and mention.form == "verb":
        return True
    if mention.start == floor:
        return False
    before = tagged.tokens[mention.start - 1].key
    words = vocabulary.triggers[mention.event].not_after
    return before in words or (before[1:] in words and before[0] in "ولب")


def _verb_match(tagged: Tagged, index: int) -> Match | None:
    matches = tagged.at("verb", index)
    return matches[0] if matches else None


def _trigger_of(vocabulary: TriggerVocabulary, match: Match) -> EventRule | None:
    for form in match.entry.value:
        triggers = vocabulary.verbs.get(form.lemma)
        if triggers:
            return triggers[0]
    return None


def is_verbal(tagged: Tagged, grammar: Grammar, verb: Match, noun: Match) -> bool:
    """Whether a word that can be verb or noun is the verb here."""
    if noun.end > verb.end or "ال" in noun.proclitics or noun.proclitics[-1:] in ("ب", "ك", "ل"):
        return False
    token = tagged.tokens[verb.start]
    if all(form.number == "dual" for form in verb.entry.value):
        # "قصفا" is the noun in the accusative far more often than two who shelled.
        return False
    if evidence(tagged.text[token.start : token.end]) is not None:
        return True
    if token.gap >= COMMA or verb.start == 0:
        return not (noun.entry.id in _INDEFINITE and _is_described(tagged, noun.end))
    before = tagged.tokens[verb.start - 1].key
    if before[0] in "وف" and before[1:] in grammar.before_verb:
        return True
    if before in grammar.before_noun:
        return False
    if before in grammar.before_verb:
        return True
    if _verb_match(tagged, verb.start - 1) is not None:
        return False
    return verb.proclitics in ("و", "ف")


def _noun(tagged: Tagged, match: Match) -> TriggerMention:
    plural = match.entry.words[0].endswith(("ات", "ين"))
    return TriggerMention(
        span=tagged.stem_span(match),
        start=match.start,
        end=match.end,
        event=match.entry.id,
        form="noun",
        rule=f"triggers.toml:{match.entry.id}",
        number="plural" if plural else "singular",
        definite="ال" in match.proclitics or bool(match.enclitic),
        enclitic=match.enclitic,
        proclitics=match.proclitics,
    )


def _verb(
    tagged: Tagged, match: Match, trigger: EventRule, end: int | None = None
) -> TriggerMention:
    forms: Sequence[VerbForm] = match.entry.value
    span = tagged.stem_span(match)
    if end is not None:
        span = span.join(tagged.span(match.start, end))
        span = span._replace(start=tagged.stem_span(match).start)
    token = tagged.tokens[match.start]
    return TriggerMention(
        span=span,
        start=match.start,
        end=match.end if end is None else end,
        event=trigger.id,
        form="verb",
        rule=f"triggers.toml:{trigger.id}",
        voice=_voice(forms, tagged.text[token.start : token.end]),
        tense=forms[0].tense,
        number=forms[0].number,
        gender=forms[0].gender,
        enclitic=match.enclitic,
        proclitics=match.proclitics,
    )


def _voice(forms: Sequence[VerbForm], written: str) -> str:
    marked = evidence(written)
    if marked is not None:
        return marked
    voices = {form.voice for form in forms}
    return voices.pop() if len(voices) == 1 else "either"


def _pair(
    tagged: Tagged, vocabulary: TriggerVocabulary, match: Match, stop: int
) -> TriggerMention | None:
    """A verb with the complement that makes it an event ("فتح … النار")."""
    for form in match.entry.value:
        for complements, trigger in vocabulary.pairs.get(form.lemma, ()):
            reach = _MARCH_REACH if trigger.frame.name == "protest" else _PAIR_REACH
            for index in range(match.end, min(stop, match.end + reach)):
                token = tagged.tokens[index]
                if token.gap == STOP:
                    break
                if token.key in complements or (
                    token.key[0] in "وبف" and token.key[1:] in complements
                ):
                    return _verb(tagged, match, trigger, index + 1)
            if trigger.frame.name == "deploy" and _fronted(tagged, match, complements):
                return _verb(tagged, match, trigger)
    return None


def _fronted(tagged: Tagged, match: Match, complements: frozenset[str]) -> bool:
    """Whether what moves opens the clause before its verb: "رتل عسكري يدخل المدينة"."""
    if match.proclitics:
        return False
    for index in range(match.start - 1, max(0, match.start - _FRONT_REACH) - 1, -1):
        if tagged.tokens[index + 1].gap >= COMMA:
            return False
        if tagged.keys[index] in complements:
            return True
    return False


def _merged(tagged: Tagged, mentions: list[TriggerMention]) -> list[TriggerMention]:
    """Coordinated nouns of one kind are one trigger ("اشتباكات ومعارك")."""
    found: list[TriggerMention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if (
            last is not None
            and mention.form == last.form == "noun"
            and mention.event == last.event
            and _side_by_side(tagged, last, mention)
        ):
            found[-1] = changed(last, span=last.span.join(mention.span), end=mention.end)
            continue
        found.append(mention)
    return found


def _is_described(tagged: Tagged, index: int) -> bool:
    """Whether the word at `index` is an indefinite adjective of the one before: "قصف إسرائيلي"."""
    return (
        index < len(tagged.tokens)
        and tagged.tokens[index].gap == GLUE
        and any(
            match.entry.id.startswith(_ADJECTIVES) and not match.proclitics
            for match in tagged.at("actor_part", index)
        )
    )


def _side_by_side(tagged: Tagged, last: TriggerMention, mention: TriggerMention) -> bool:
    """Whether nothing parts the two but "و", or an adjective and "و"."""
    if tagged.tokens[mention.start].gap >= STOP:
        return False
    apart = mention.start - last.end
    return apart == 0 or (apart == 1 and mention.proclitics[:1] == "و")


def _carried(
    tagged: Tagged, vocabulary: TriggerVocabulary, mentions: list[TriggerMention]
) -> list[TriggerMention]:
    """Each noun with the verb that carries it, before ("شن … هجوما") or after ("هجوم شنه")."""
    found: list[TriggerMention] = []
    for number, mention in enumerate(mentions):
        if mention.form == "noun":
            floor = mentions[number - 1].end if number else 0
            taken = found[-1].relative if number else -1
            mention = _with_light(tagged, vocabulary, mention, floor, taken)
            mention = _with_relative(tagged, vocabulary, mention)
        found.append(mention)
    return found


def _with_light(
    tagged: Tagged,
    vocabulary: TriggerVocabulary,
    mention: TriggerMention,
    floor: int,
    taken: int = -1,
) -> TriggerMention:
    """The noun with its carrying verb; one of happening at `taken` carries the noun before it."""
    tokens, keys, verbs = tagged.tokens, tagged.keys, tagged.by_start("verb")
    for index in range(mention.start - 1, max(floor, mention.start - _LIGHT_REACH) - 1, -1):
        if tokens[index + 1].gap == STOP:
            break
        if keys[index] in vocabulary.light_nouns:
            return changed(mention, light="agent", light_start=index)
        if index not in verbs:
            continue
        forms: Sequence[VerbForm] = verbs[index][0].entry.value
        if all(form.doubtful for form in forms):
            continue
        for form in forms:
            kind = vocabulary.light.get(form.lemma)
            if kind == _HAPPENING and index == taken:
                return mention
            if form.lemma in vocabulary.signed and _is_deal(vocabulary, mention):
                kind = "agent"
            if kind is not None:
                return changed(mention, light=kind, light_start=index, light_tense=form.tense)
        break
    return mention


def _is_deal(vocabulary: TriggerVocabulary, mention: TriggerMention) -> bool:
    return vocabulary.triggers[mention.event].frame.name == "deal"


def _with_relative(
    tagged: Tagged, vocabulary: TriggerVocabulary, mention: TriggerMention
) -> TriggerMention:
    """A verb with a pronoun for the noun: "هجوم [عنيف] شنه …", "المعارك التي يخوضها …"."""
    tokens, verbs = tagged.tokens, tagged.by_start("verb")
    for index in range(mention.end, min(len(tokens), mention.end + _RELATIVE_REACH)):
        if tokens[index].gap >= COMMA and index > mention.end:
            break
        if index not in verbs:
            continue
        match = verbs[index][0]
        if match.proclitics or (tokens[index].gap >= COMMA and not match.enclitic):
            continue
        near = index < mention.end + 4
        if near or any(form.lemma in vocabulary.light for form in match.entry.value):
            return changed(mention, relative=index)
        break
    return mention
