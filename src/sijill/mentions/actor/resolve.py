"""Resolve what the document decides: ambiguous names, offices and words that refer back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sijill.lexicon.tagged import Tagged
from sijill.mentions.actor.country import countries_of
from sijill.mentions.actor.vocabulary import Anaphor, Vocabulary
from sijill.model.mention import ActorMention
from sijill.model.span import Span
from sijill.registry.actor import Alias, within
from sijill.registry.registry import Registry
from sijill.text.fold import fold

_ABROAD = ("nisba-asset", "nisba-soldier")
_FIELDED = ("nisba-force", "nisba-soldier")
"""Rules that found troops, who can be a state's or its militias'."""


def resolve(
    mentions: Sequence[ActorMention],
    tagged: Tagged,
    vocabulary: Vocabulary,
    registry: Registry,
    country: str | None,
    published: date | None,
) -> list[ActorMention]:
    """The mentions with their actors as the document decides them, in the same order.

    `country` is where the report speaks of (ISO alpha-2); None to judge by the actors named.
    What nothing decides keeps no actor: it is never guessed.
    """
    guessed = countries_of(mentions, registry)
    place = country or (guessed[0] if guessed else None)
    reader = _Reader(tagged, vocabulary, registry, place, published)
    reader.expeditions = _expeditions(mentions, registry, place)
    found = (reader.read(mention) for mention in mentions)
    return [mention for mention in found if mention is not None]


def _expeditions(
    mentions: Sequence[ActorMention], registry: Registry, country: str | None
) -> frozenset[str]:
    """States at work away from home: their nationals in the report are most likely troops."""
    return frozenset(
        mention.actor
        for mention in mentions
        if mention.actor is not None
        and mention.rule.startswith(_ABROAD)
        and country is not None
        and country not in registry.countries(mention.actor)[:1]
        and registry.actor(mention.actor).kind == "state"
    )


class _Reader:
    """Reads the mentions in order and remembers who was named."""

    def __init__(
        self,
        tagged: Tagged,
        vocabulary: Vocabulary,
        registry: Registry,
        country: str | None,
        published: date | None,
    ) -> None:
        self.text = tagged.text
        self.vocabulary = vocabulary
        self.registry = registry
        self.country = country
        self.published = published
        self.named: list[ActorMention] = []
        self.expeditions: frozenset[str] = frozenset()
        """Foreign states whose troops or property the report speaks of."""
        self.government = self._government()

    def read(self, mention: ActorMention) -> ActorMention | None:
        """The mention resolved, None if it names nobody where the report speaks of.

        Parties and sources are remembered for later words.
        """
        rule = mention.rule
        base = rule.split(":", 1)[0]
        if base == "anaphor":
            found = self._anaphor(mention, rule.split(":", 1)[1])
            if found.actor is None and self._is_common(rule):
                return None
        elif base in ("ally", "own"):
            found = self._possessed(mention, ally=base == "ally")
        elif base == "client-of" and mention.actor is None:
            found = self._client(mention, rule)
        elif base == "media-of":
            found = self._media(mention, rule)
        elif base == "term":
            found = self._term(mention)
        elif base == "state-media":
            state = self.vocabulary.state_media.get(self.country or "")
            found = replace(mention, actor=state, confidence=0.7 if state else 0.4)
        elif base.startswith("nisba"):
            found = self._national(mention, rule)
        elif rule == "nationals" and self.expeditions.intersection(mention.alternatives):
            found = replace(mention, actor=mention.alternatives[0], kind="state_forces")
        elif rule == "name":
            named = self._name(mention)
            if named is None:
                return None
            found = named
        else:
            found = mention
        if found.kind != "civilians" and found.rule != "anaphor:both":
            self.named.append(found)
        return found

    def _government(self) -> str | None:
        for actor, start, end in self.vocabulary.governments.get(self.country or "", ()):
            if self.published is None:
                held = self.vocabulary.governments[self.country or ""]
                return actor if len(held) == 1 or actor == "syria-government" else None
            if within(self.published, start, end):
                return actor
        return None

    def _name(self, mention: ActorMention) -> ActorMention | None:
        """A name that means several records, by country and date."""
        options = self.registry.lookup(self._key(mention))
        if mention.actor is not None and len({alias.actor for alias in options}) < 2:
            return self._lone(mention, options)
        options = tuple(alias for alias in options if alias.valid(self.published))
        here = [alias for alias in options if self.country in alias.countries]
        anywhere = [alias for alias in options if not alias.countries]
        chosen = here or anywhere
        if self.published is None:
            chosen = [alias for alias in chosen if alias.start is None] or chosen
        elif any(alias.start for alias in chosen):
            chosen = [alias for alias in chosen if alias.start] or chosen
        if not chosen:
            return self._elsewhere(mention)
        actor = chosen[0].actor
        known = tuple(dict.fromkeys((mention.actor, *mention.alternatives)))
        return replace(
            mention,
            actor=actor,
            kind=self.registry.actor(actor).kind if mention.kind != "person" else mention.kind,
            confidence=0.85,
            alternatives=tuple(a for a in known if a is not None and a != actor),
        )

    def _key(self, mention: ActorMention) -> str:
        """The name as the registry has it: of "للنظام" it is "النظام"."""
        key = fold(mention.head.of(self.text))
        return "ا" + key[1:] if key.startswith("لل") else key

    def _elsewhere(self, mention: ActorMention) -> ActorMention | None:
        """A name that means somebody only in other countries."""
        if self._key(mention) in self.vocabulary.words["terms"]:
            return self._term(replace(mention, rule="term", kind="state_forces"))
        if self.country is not None and mention.kind not in ("party", "state"):
            return None
        return replace(mention, actor=None, confidence=0.3)

    def _lone(self, mention: ActorMention, options: tuple[Alias, ...]) -> ActorMention | None:
        """A name of one record that is that record only in some countries."""
        limits = {code for alias in options for code in alias.countries}
        free = any(not alias.countries for alias in options)
        if free or not limits or self.country is None or self.country in limits:
            return mention
        return self._elsewhere(mention)

    def _national(self, mention: ActorMention, rule: str) -> ActorMention:
        side = self.vocabulary.sides.get(rule.split(":", 1)[1])
        if side is None:
            return mention
        actor = mention.actor
        here = self.country or ""
        if side.by_country:
            actor = side.by_country.get(here, actor)
        elif here in side.abroad and actor == side.forces and rule.startswith(_FIELDED):
            actor = side.abroad[here]
        elif actor is not None and mention.framing is None:
            actor = self._in_office(actor)
        return replace(mention, actor=actor)

    def _in_office(self, actor: str) -> str:
        """The actor, or whoever held its state on the day of publication."""
        for periods in self.vocabulary.governments.values():
            if any(actor == held for held, _, _ in periods) and self.published is not None:
                for held, start, end in periods:
                    if within(self.published, start, end):
                        return held
        return actor

    def _term(self, mention: ActorMention) -> ActorMention:
        if self._key(mention) in self.vocabulary.words["civil_terms"]:
            alternatives = (self.government,) if self.government else ()
            return replace(mention, alternatives=alternatives)
        return replace(mention, actor=self._holder(mention) or self.government)

    def _holder(self, mention: ActorMention) -> str | None:
        """Of rival armies of one country, the one the report has named last.

        The government's own forces are not asked: they are the government's.
        """
        periods = self.vocabulary.governments.get(self.country or "", ())
        rivals = {actor for actor, _, _ in periods}
        key = self._key(mention)
        if len(rivals) < 3 or any(word in key for word in self.vocabulary.words["governing"]):
            return None
        named = (earlier.actor for earlier in reversed(self.named))
        return next((actor for actor in named if actor in rivals), None)

    def _anaphor(self, mention: ActorMention, key: str) -> ActorMention:
        if key == "both":
            return replace(mention, rule="both-sides", alternatives=self._two_sides())
        if key == "latter":
            return self._latter(mention)
        anaphor = self.vocabulary.anaphors[key]
        earlier = self._antecedent(anaphor)
        if earlier is not None:
            return replace(
                mention,
                actor=earlier.actor,
                kind=earlier.kind,
                confidence=0.8 if earlier.actor else 0.5,
                alternatives=(),
            )
        actor = anaphor.default.get(self.country or "") or anaphor.default.get("any")
        if anaphor.state:
            actor = actor or self.government
        return replace(mention, actor=actor, confidence=0.6 if actor else 0.3)

    def _antecedent(self, anaphor: Anaphor) -> ActorMention | None:
        """The last mention named with the anaphor's noun or known as such; else by kind."""
        known = [
            earlier
            for earlier in reversed(self.named)
            if (earlier.actor is not None or earlier.rule == "outlet")
            and (earlier.source or not anaphor.source)
        ]
        for earlier in known:
            if earlier.actor in anaphor.ids or self._built_with(earlier, anaphor):
                return earlier
        if anaphor.source or anaphor.loose or not anaphor.nouns:
            for earlier in known:
                if earlier.kind in anaphor.kinds:
                    return earlier
        return None

    def _built_with(self, earlier: ActorMention, anaphor: Anaphor) -> bool:
        if not anaphor.nouns:
            return False
        words = fold(earlier.span.of(self.text)).split(" ", 3)[:3]
        return any(word in anaphor.nouns for word in words)

    def _is_common(self, rule: str) -> bool:
        anaphor = self.vocabulary.anaphors.get(rule.split(":", 1)[1])
        return anaphor is not None and anaphor.common

    def _two_sides(self) -> tuple[str, ...]:
        """The last two sides named, the earlier first."""
        found: list[str] = []
        for earlier in reversed(self.named):
            actor = earlier.actor
            if actor and actor not in found and not self.registry.actor(actor).is_source:
                found.append(actor)
            if len(found) == 2:
                break
        return tuple(reversed(found))

    def _latter(self, mention: ActorMention) -> ActorMention:
        for earlier in reversed(self.named):
            if earlier.actor is not None and not earlier.source:
                return replace(mention, actor=earlier.actor, kind=earlier.kind, confidence=0.6)
        return mention

    def _possessed(self, mention: ActorMention, *, ally: bool) -> ActorMention:
        """Whose allies or fighters a pronoun speaks of: the nearest side that agrees with it."""
        owner = self._owner(mention, ally=ally)
        if owner is None or owner.actor is None:
            return mention
        actor: str | None = owner.actor
        if ally:
            actor = self.vocabulary.clients.get(actor or "")
        return replace(mention, actor=actor, confidence=0.6 if actor else 0.4)

    def _owner(self, mention: ActorMention, *, ally: bool = False) -> ActorMention | None:
        """The last side named that the pronoun agrees with; else the last one at all.

        Of an ally only sides that have such clients are asked.
        """
        feminine = "ها" in mention.span.of(self.text)
        sides = [side for m in self.named if (side := self._side(m)) is not None]
        if ally:
            clients = self.vocabulary.clients
            sides = [m for m in sides if clients.get(m.actor or "", m.actor) != m.actor]
        for earlier in reversed(sides):
            if feminine in self._genders(earlier):
                return earlier
        return sides[-1] if sides else None

    def _side(self, mention: ActorMention) -> ActorMention | None:
        """The mention as a side: a mouthpiece stands for its party, other sources for nobody."""
        if mention.actor is None:
            return None
        if not self.registry.actor(mention.actor).is_source:
            return mention
        party = self.registry.is_media_of(mention.actor)
        return replace(mention, actor=party) if party else None

    def _genders(self, mention: ActorMention) -> set[bool]:
        """Whether a pronoun for the side may be feminine: its first noun, and what that is of."""
        if mention.rule == "state":
            return {True}
        words = fold(mention.span.of(self.text)).replace("#", "").split()[:2]
        lists = self.vocabulary.words
        found = {word.endswith(("ة", "ات")) or word in lists["feminine"] for word in words[:1]}
        if len(words) > 1 and words[1] in lists["masculine"]:
            found.add(False)
        return found

    def _client(self, mention: ActorMention, rule: str) -> ActorMention:
        """A client of a side that was itself named by a word that refers back."""
        owner = rule.split(":", 1)[1]
        if owner.startswith("anaphor:"):
            resolved = self._anaphor(mention, owner.split(":", 1)[1]).actor
        elif owner == "term":
            resolved = self.government
        else:
            return mention
        actor = self.vocabulary.clients.get(resolved or "")
        return replace(mention, actor=actor, anaphor=False)

    def _media(self, mention: ActorMention, rule: str) -> ActorMention:
        inner = rule.split(":", 1)[1]
        if inner == "own":
            owner = self._owner(mention)
            resolved = owner.actor if owner else None
        else:
            resolved = self._anaphor(mention, inner.split(":", 1)[1]).actor
        actor = self.vocabulary.media_of.get(resolved or "", resolved)
        return replace(mention, actor=actor, anaphor=False)


def overlapping(mentions: Sequence[ActorMention], span: Span) -> list[ActorMention]:
    """The mentions that share characters with `span`, in text order."""
    return [mention for mention in mentions if mention.span.overlaps(span)]
