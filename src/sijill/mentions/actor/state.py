"""States by their capital or name as the one who acts, and ministries."""

from sijill.lexicon.entry import Match
from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.head import national
from sijill.mentions.actor.phrase import Phrase
from sijill.model.mention import ActorMention
from sijill.model.span import Span


def capital_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """A capital or country beside a verb of what states do: "أعلنت أنقرة", "واشنطن تنفي"."""
    if match.proclitics not in ("", "و", "ف") or ground.quoted(match.start):
        return None
    if not (_acts(ground, match.start - 1, match.start) or _opens(ground, match)):
        return None
    side = ground.vocabulary.sides[match.entry.value.key]
    span = ground.span(match)
    rule = f"nisba-capital:{match.entry.value.key}"
    mention = ActorMention(span, span, side.forces, rule, "state", confidence=0.7)
    return Phrase(match.end, (mention,))


def _acts(ground: Ground, verb: int, second: int) -> bool:
    """Whether token `verb` is such a verb and nothing parts the two words."""
    key = ground.key(verb)
    bare = key[1:] if key.startswith(("و", "ف")) else key
    return ground.glued(second) and not ground.words["state_verbs"].isdisjoint((key, bare))


def _opens(ground: Ground, match: Match) -> bool:
    return ground.sentence_start(match.start) and _acts(ground, match.end, match.end)


def ministry_at(ground: Ground, match: Match, depth: int) -> Phrase | None:
    """A ministry or its minister by what it is for: "وزارة الصحة", "وزير العدل".

    Rule `ministry`: which state's it is the document decides.
    """
    end = match.end
    if match.enclitic or match.proclitics.endswith("ال") or not ground.glued(end):
        return None
    if not ground.key(end).startswith("ال") or ground.match(end, "nisba"):
        return None
    wide = ground.key(end) in ground.words["portfolios"]
    end += 1
    while ground.glued(end) and end < match.end + 4 and not ground.match(end, "nisba"):
        key = ground.key(end)
        if not (key[1:] in ground.words["further"] or (wide and key.startswith(("ال", "وال")))):
            break
        wide = False
        end += 1
    office = match.entry.value._replace(key="office")
    nation = national(ground, match._replace(entry=match.entry._replace(value=office)), end)
    if nation is not None:
        return nation
    span = ground.span(match, end)
    head = Span(ground.tokens[match.end].start, ground.tokens[match.end].end)
    return Phrase(
        end, (ActorMention(span, head, None, "ministry", "state_forces", confidence=0.6),)
    )
