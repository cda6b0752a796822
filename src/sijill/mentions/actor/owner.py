"""Whose the named are: what ties fighters, offices and groups to a side."""

from sijill.lexicon.entry import Match
from sijill.mentions.actor.ground import Ground
from sijill.mentions.actor.phrase import Phrase, spanning
from sijill.model.mention import ActorMention
from sijill.model.record import changed
from sijill.model.span import Span

PERSONAL = frozenset(("soldier", "person", "office"))


def owned_by(ground: Ground, match: Match, index: int, depth: int) -> Phrase | None:
    """The noun with the side it is tied to or part of."""
    return (
        _tied(ground, match, index, depth)
        or _of(ground, match, index, depth)
        or _for(ground, match, index, depth)
    )


def _tied(ground: Ground, match: Match, index: int, depth: int) -> Phrase | None:
    """Parts and clients of a side: "مقاتلين تابعين للتنظيم", "المليشيات الموالية لها"."""
    tie = ground.match(index, "tie") if ground.glued(index) else None
    if tie is None:
        return None
    client = tie.entry.value.key == "client"
    start, after = ground.start(match), ground.key(tie.end)
    if after in ground.words["pronouns"]:
        end = tie.end + 1
        span = Span(start, ground.tokens[end - 1].end)
        client = client or match.entry.value.key == "militia"
        rule = "ally" if client else "own"
        return Phrase(end, (referring(span, ground.span(match), rule),))
    inner = _tied_to(ground, tie, depth)
    if inner is None:
        return _loyal(ground, match, tie) if client else None
    first = inner.first
    actor = first.actor
    if client or (match.entry.value.key == "militia" and actor == "syria-government"):
        actor = ground.vocabulary.clients.get(actor or "") if actor else None
    whole = changed(
        first,
        span=Span(start, first.span.end),
        actor=actor,
        kind="militia" if client else first.kind,
        rule=f"client-of:{first.actor or first.rule}" if client else first.rule,
        source=False,
        alternatives=() if client else first.alternatives,
    )
    return Phrase(inner.end, (whole,))


def _loyal(ground: Ground, match: Match, tie: Match) -> Phrase | None:
    """Armed people loyal to a side that goes without saying: "المسلحين الموالين"."""
    if not ground.definite(match) or not ground.definite(tie) or len(tie.entry.words) > 1:
        return None
    span = Span(ground.start(match), ground.tokens[tie.end - 1].end)
    return Phrase(tie.end, (ActorMention(span, span, None, "loyal", "militia", confidence=0.5),))


def _tied_to(ground: Ground, tie: Match, depth: int) -> Phrase | None:
    """The side after the tie: "… للنظام", "… لـ“قسد”", "… من إيران", "… إلى جانب الجيش"."""
    after = ground.key(tie.end)
    joined = len(tie.entry.words) > 1 or after.startswith(("ل", "ب"))
    at = tie.end + 1 if after in ground.words["to"] else tie.end
    if not ground.glued(at) or (at == tie.end and not joined):
        return None
    return ground.phrase(at, depth + 1)


def _for(ground: Ground, match: Match, index: int, depth: int) -> Phrase | None:
    """A definite office and whose it is: "القيادة العامة للقوات المسلحة"."""
    if match.entry.value.key != "office" or not ground.definite(match) or not ground.glued(index):
        return None
    if not ground.key(index).startswith("ل"):
        return None
    inner = ground.phrase(index, depth + 1)
    if inner is None or inner.first.source or inner.first.kind == "civilians":
        return None
    roles = ground.parts[index].values()
    if not any(m.proclitics.startswith("ل") and m.end <= inner.end for m in roles):
        return None
    return extended(ground, match, inner)


def _of(ground: Ground, match: Match, index: int, depth: int) -> Phrase | None:
    """Some of a side: "عناصر من التنظيم", "مسؤولين في حزب الله", "مقاتل بتنظيم القاعدة"."""
    if not ground.glued(index):
        return None
    within = ground.key(index) in ground.words["of"]
    inner = None
    if within and ground.glued(index + 1):
        inner = ground.phrase(index + 1, depth + 1)
    elif match.entry.value.key in PERSONAL and ground.key(index).startswith("ب"):
        inner = ground.phrase(index, depth + 1)
        if inner is not None and inner.first.span.start == ground.tokens[index].start:
            inner = None
    if inner is None or inner.first.rule == "state" or inner.first.source:
        return None
    return extended(ground, match, Phrase(inner.end, inner.mentions))


def with_owner(ground: Ground, phrase: Phrase) -> Phrase:
    """`phrase` with the side it is part of or led by: "كتيبة كذا التابعة للجيش كذا".

    A name of the registry stays what it is; a name that it does not have is the owner's.
    """
    for _ in range(2):
        longer = _with_owner(ground, phrase)
        if longer is phrase:
            break
        phrase = longer
    return phrase


def _with_owner(ground: Ground, phrase: Phrase) -> Phrase:
    if len(phrase.mentions) > 1 or not ground.glued(phrase.end):
        return phrase
    if phrase.end not in ground.parts and ground.key(phrase.end) not in ground.words["leads"]:
        return phrase
    tie = ground.match(phrase.end, "tie")
    if tie is not None:
        inner = _tied_to(ground, tie, 0)
        part = tie.entry.value.key == "part"
    else:
        inner, part = _leader(ground, phrase.end), False
    if inner is None or inner.first.source:
        return phrase
    first, owner = phrase.first, inner.first
    if not part and (first.actor is None or first.kind == "civilians") and first.rule != "name":
        return phrase
    unnamed = part and (first.actor is None or first.kind == "police")
    mention = changed(first, span=Span(first.span.start, owner.span.end))
    if part and not unnamed and owner.actor and owner.actor != first.actor:
        mention = changed(mention, alternatives=(*first.alternatives, owner.actor))
    if unnamed and not first.anaphor:
        mention = changed(
            mention, actor=owner.actor, rule=owner.rule, alternatives=owner.alternatives
        )
    return Phrase(inner.end, (mention, *inner.mentions[1:]))


def _leader(ground: Ground, index: int) -> Phrase | None:
    """Who leads: "بقيادة الولايات المتحدة", "الذي تقوده السعودية"."""
    at = index + (ground.key(index) in ground.words["relative"])
    if ground.key(at) not in ground.words["led"] or not ground.glued(at + 1):
        return None
    return ground.phrase(at + 1, 1)


def extended(ground: Ground, match: Match, inner: Phrase | None) -> Phrase | None:
    """`inner` with its first mention begun at `match`."""
    if inner is None:
        return None
    first = inner.first
    if match.entry.value.key == "militia" and first.rule == "state":
        first = changed(first, actor=ground.vocabulary.clients.get(first.actor or "", first.actor))
    span = Span(ground.start(match), first.span.end)
    whole = spanning(first, span, "person" if match.entry.value.key == "office" else None)
    return Phrase(inner.end, (whole, *inner.mentions[1:]))


def referring(span: Span, head: Span, rule: str) -> ActorMention:
    kind = "militia" if rule == "ally" else "armed_group"
    return ActorMention(span, head, None, rule, kind, anaphor=True, confidence=0.6)
