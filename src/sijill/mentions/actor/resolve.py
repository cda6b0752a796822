"""Resolve what the document decides: ambiguous names, offices and words that refer back."""

from collections.abc import Sequence
from datetime import date

from sijill.lexicon.tagged import Tagged
from sijill.mentions.actor.country import countries_of, expeditions_of
from sijill.mentions.actor.office import Offices
from sijill.mentions.actor.vocabulary import Anaphor, Vocabulary
from sijill.model.mention import ActorMention
from sijill.model.record import changed
from sijill.registry.actor import Alias, within
from sijill.registry.registry import Registry
from sijill.text.fold import fold

_STATES = frozenset(("state", "state_forces"))
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
    reader.expeditions = expeditions_of(mentions, registry, place)
    found = (reader.read(mention) for mention in mentions)
    return [mention for mention in found if mention is not None]


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
        self.speaker: str | None = None
        """The side whose voice the report last let speak."""
        self.offices = Offices(vocabulary, country, published)
        self.government = self.offices.government

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
        elif base.startswith("nisba"):
            found = self._national(mention, rule)
        elif rule == "name":
            named = self._name(mention)
            if named is None:
                return None
            found = named
        elif base == "unit":
            unit = self._unit(mention)
            if unit is None:
                return None
            found = unit
        else:
            found = self._of_document(mention, base)
        if found.kind != "civilians" and found.rule != "anaphor:both":
            self.named.append(found)
            self.speaker = self._speaker(found) or self.speaker
        return found

    def _of_document(self, mention: ActorMention, base: str) -> ActorMention:
        """The mention with an actor that its rule leaves to the document."""
        if base in ("ally", "own"):
            return self._possessed(mention, ally=base == "ally")
        if base == "own-voice":
            return self._own_voice(mention)
        if base == "client-of" and mention.actor is None:
            return self._client(mention, mention.rule)
        if base == "media-of":
            return self._media(mention, mention.rule)
        if base == "term":
            return self._term(mention)
        if base == "ministry":
            return self._ministry(mention)
        actor = mention.actor
        if base == "command":
            actor = actor or self._holder(mention) or self.government
        elif base == "loyal":
            actor = self.vocabulary.clients.get(self.government or "")
        elif base == "state-media":
            actor = self.vocabulary.state_media.get(self.country or "")
        elif base == "nationals" and self.expeditions.intersection(mention.alternatives):
            return changed(mention, actor=mention.alternatives[0], kind="state_forces")
        return changed(mention, actor=actor) if actor != mention.actor else mention

    def _speaker(self, mention: ActorMention) -> str | None:
        """The side that the mention speaks for: a spokesman's, a mouthpiece's, a bulletin's tag."""
        if mention.actor is None or mention.actor not in self.registry:
            return None
        party = self.registry.is_media_of(mention.actor, self.published)
        if party is not None:
            return party
        if self.registry.actor(mention.actor).is_source:
            return None
        tagged = self.speaker is None and self.text[mention.span.start - 1 :][:1] == "#"
        return mention.actor if mention.source or mention.kind == "person" or tagged else None

    def _own_voice(self, mention: ActorMention) -> ActorMention:
        """Forces of the one who speaks; with nobody speaking, of the state if they are its arms."""
        key = fold(mention.span.of(self.text))
        actor = self.speaker
        if actor is None and key.startswith(tuple(sorted(self.vocabulary.words["sworn"]))):
            actor = self.vocabulary.sworn_of.get(self.country or "")
        elif actor is None and key.split()[-1] in self.vocabulary.words["arms_of_state"]:
            actor = self.government
        return changed(mention, actor=actor, confidence=0.7 if actor else 0.3)

    def _unit(self, mention: ActorMention) -> ActorMention | None:
        """Whose a numbered unit is; none where both sides number theirs and bases are so called."""
        here = self.country or ""
        if here in self.vocabulary.words["contested"]:
            return None
        actor = self.vocabulary.units_of.get(here)
        if actor is None and here not in self.vocabulary.units_of:
            actor = self._holder(mention) or self.government
        return changed(mention, actor=actor or None)

    def _ministry(self, mention: ActorMention) -> ActorMention:
        """Ministries of arms are the government's forces; others speak for it and are no side."""
        if fold(mention.head.of(self.text)) in self.vocabulary.words["armed_ministries"]:
            return changed(mention, actor=self.government)
        return changed(mention, alternatives=(self.government,) if self.government else ())

    def _name(self, mention: ActorMention) -> ActorMention | None:
        """A name that means several records, by country and date."""
        options = self.vocabulary.aliases(self._key(mention))
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
        return changed(
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
        key = self._key(mention)
        nobody = changed(mention, actor=None, alternatives=(), confidence=0.3)
        if key in self.vocabulary.words["terms"]:
            return self._term(changed(nobody, rule="term", kind="state_forces"))
        if key in self.vocabulary.anaphor_of:
            return self._reread(nobody, self.vocabulary.anaphor_of[key])
        if key.split(" ", 1)[0] in self.vocabulary.words["unit_nouns"]:
            return self._unit(changed(nobody, rule="unit", kind="state_forces"))
        if key in self.vocabulary.words["kept"]:
            return nobody
        if self.country is not None and mention.kind not in ("party", "state"):
            return None
        return changed(mention, actor=None, confidence=0.3)

    def _lone(self, mention: ActorMention, options: tuple[Alias, ...]) -> ActorMention | None:
        """A name of one record that is that record only in some countries.

        A leader stands for his side only in office.
        """
        leads = [alias for alias in options if alias.kind == "leader"]
        if leads and not any(alias.valid(self.published) for alias in leads):
            return changed(mention, actor=None, confidence=0.5)
        limits = {code for alias in options for code in alias.countries}
        free = any(not alias.countries for alias in options)
        if free or not limits or self.country is None or self.country in limits:
            return mention
        return self._elsewhere(mention)

    def _reread(self, mention: ActorMention, anaphor: str) -> ActorMention | None:
        """A name of elsewhere that is also a word that refers back."""
        rule = f"anaphor:{anaphor}"
        found = self._anaphor(changed(mention, rule=rule, anaphor=True), anaphor)
        return None if found.actor is None and self._is_common(rule) else found

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
            actor = self.offices.holder(actor)
        return changed(mention, actor=actor)

    def _term(self, mention: ActorMention) -> ActorMention:
        if self._key(mention) in self.vocabulary.words["civil_terms"]:
            alternatives = (self.government,) if self.government else ()
            return changed(mention, alternatives=alternatives)
        actor = self._holder(mention) or self.government
        if self._key(mention) in self.vocabulary.words["air_terms"]:
            actor = self.offices.air() or actor
        return changed(mention, actor=actor)

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
        return next((actor for actor in named if actor in rivals and self._exists(actor)), None)

    def _exists(self, actor: str) -> bool:
        """Whether the actor was active when the report was published."""
        record = self.registry.actor(actor)
        return self.published is None or within(self.published, record.start, record.end)

    def _anaphor(self, mention: ActorMention, key: str) -> ActorMention:
        if key == "both":
            return changed(mention, rule="both-sides", alternatives=self._two_sides())
        if key == "latter":
            return self._latter(mention)
        anaphor = self.vocabulary.anaphors[key]
        earlier = self._antecedent(anaphor)
        if earlier is not None:
            return changed(
                mention,
                actor=earlier.actor,
                kind=earlier.kind,
                confidence=0.8 if earlier.actor else 0.5,
                alternatives=(),
            )
        actor = anaphor.default.get(self.country or "") or anaphor.default.get("any")
        if anaphor.air:
            actor = self.offices.air() or actor
        if anaphor.state:
            actor = actor or self.government
        if actor is None:
            return changed(mention, confidence=0.3)
        kind = self.registry.actor(actor).kind
        return changed(mention, actor=actor, kind=kind, confidence=0.6)

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
            fitting = [earlier for earlier in known if earlier.kind in anaphor.kinds]
            # "القوات" are a state's sooner than a militia's.
            return next(iter([m for m in fitting if m.kind in _STATES] or fitting), None)
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
                return changed(mention, actor=earlier.actor, kind=earlier.kind, confidence=0.6)
        return mention

    def _possessed(self, mention: ActorMention, *, ally: bool) -> ActorMention:
        """Whose allies or fighters a pronoun speaks of: the nearest side that agrees with it."""
        owner = self._owner(mention, ally=ally)
        if owner is None or owner.actor is None:
            return mention
        actor: str | None = owner.actor
        if ally:
            actor = self.vocabulary.clients.get(actor or "")
        return changed(mention, actor=actor, confidence=0.6 if actor else 0.4)

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
        party = self.registry.is_media_of(mention.actor, self.published)
        return changed(mention, actor=party) if party else None

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
        return changed(mention, actor=actor, anaphor=False)

    def _media(self, mention: ActorMention, rule: str) -> ActorMention:
        inner = rule.split(":", 1)[1]
        if inner == "own":
            owner = self._owner(mention)
            resolved = owner.actor if owner else None
        else:
            resolved = self._anaphor(mention, inner.split(":", 1)[1]).actor
        actor = self.vocabulary.media_of.get(resolved or "", resolved)
        return changed(mention, actor=actor, anaphor=False)
