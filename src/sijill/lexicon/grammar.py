"""The pack's small words, as folded sets: what opens a clause, what links a party to an event."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sijill.lexicon.pack import Pack
from sijill.text.fold import fold
from sijill.text.token import COMMA, Token


class PhraseSet:
    """A set of short phrases that can be looked for at, or right before, a token.

    The first word may carry و or ف.
    """

    __slots__ = ("_by_first", "_by_last", "_whole", "openers", "phrases")

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(dict.fromkeys(tuple(fold(phrase).split()) for phrase in phrases))
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._by_last: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(self.phrases, key=len, reverse=True):
            self._by_first.setdefault(words[0], []).append(words)
            self._by_last.setdefault(words[-1], []).append(words)
        firsts, lasts = dict(self._by_first), dict(self._by_last)
        for joint in "وف":
            for first, options in firsts.items():
                self._by_first.setdefault(joint + first, options)
            for last, options in lasts.items():
                single: list[tuple[str, ...]] = [words for words in options if len(words) == 1]
                self._by_last.setdefault(joint + last, single)
        self._whole = frozenset(" ".join(words) for words in self.phrases)
        self.openers = frozenset(self._by_first)
        """The keys at which a phrase can begin: where no other stands, `at` finds nothing."""

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._whole

    def at(self, tokens: list[Token], index: int, stop: int) -> int:
        """How many tokens the longest phrase at `index` takes; 0 if none begins there."""
        options = self._by_first.get(tokens[index].key)
        if options is None:
            return 0
        for words in options:
            count = len(words)
            if index + count <= stop and (
                count == 1
                or all(
                    token.key == word and token.gap < COMMA
                    for token, word in zip(
                        tokens[index + 1 : index + count], words[1:], strict=True
                    )
                )
            ):
                return count
        return 0

    def places(self, keys: list[str], start: int, stop: int) -> list[int]:
        """The tokens from `start` up to `stop` at which a phrase may begin, by its first word."""
        openers = self.openers
        return [index for index in range(start, stop) if keys[index] in openers]

    def before(self, tokens: list[Token], index: int, floor: int) -> int:
        """How many tokens the longest phrase that ends right before `index` takes; 0 if none."""
        if index <= floor:
            return 0
        options = self._by_last.get(tokens[index - 1].key)
        if options is None:
            return 0
        for words in options:
            start = index - len(words)
            if start < floor:
                continue
            first = tokens[start].key
            if (first == words[0] or (first[1:] == words[0] and first[0] in "وف")) and all(
                tokens[start + n].key == words[n] for n in range(1, len(words))
            ):
                return len(words)
        return 0


@dataclass(frozen=True, slots=True)
class Grammar:
    """`grammar.toml`, compiled."""

    before_noun: frozenset[str]
    before_verb: frozenset[str]
    only_noun: frozenset[str]
    boundary: PhraseSet
    complement: PhraseSet
    agent: PhraseSet
    support: PhraseSet
    prepositions: PhraseSet
    side: PhraseSet
    host: frozenset[str]
    quantity: frozenset[str]
    tally: frozenset[str]
    victims: frozenset[str]
    purpose: PhraseSet
    ground: frozenset[str]
    ground_held: frozenset[str]
    ancient: PhraseSet
    deliberate: frozenset[str]
    hostile: frozenset[str]
    """Adjectives that lay an event on the enemy without naming him."""
    soldierly: frozenset[str]
    trying: frozenset[str]
    maybe: frozenset[str]
    relative_words: frozenset[str]
    motive: frozenset[str]
    cause: frozenset[str]
    passing: frozenset[str]
    reason: PhraseSet
    occasion: PhraseSet
    sequel: PhraseSet
    exception: frozenset[str]
    join: PhraseSet
    natural: frozenset[str]
    naming: frozenset[str]
    we: tuple[str, ...]
    """Endings of verbs whose subject is who speaks."""
    none: frozenset[str]
    year: frozenset[str]
    counts_masculine: frozenset[str]
    loyal: frozenset[str]
    protesters: frozenset[str]
    crowd: frozenset[str]
    gathered: frozenset[str]
    offices: frozenset[str]
    soldiers: frozenset[str]
    insurgents: frozenset[str]
    theirs: frozenset[str]
    """Pronouns of those who own ("عناصره")."""
    portfolios: frozenset[str]
    """What civil ministries are for ("الصحة")."""
    attackers: frozenset[str]
    military: frozenset[str]
    aiming: frozenset[str]
    entering: tuple[str, ...]
    """What words of going in hold: of raids and incursions."""
    offensive: frozenset[str]
    """Words for the ground that an assault is to take."""
    bodies: frozenset[str]
    finding: frozenset[str]
    forces: frozenset[str]
    """Words of ministries that have armed men."""
    lengths: frozenset[str]
    faceless: frozenset[str]
    """Gunmen of whom nothing is known."""
    suspects: frozenset[str]
    confrontations: frozenset[str]
    settlers: frozenset[str]
    again: tuple[str, ...]
    """How words begin that tell of ground taken back."""
    bulletin: frozenset[str]
    ranks: frozenset[str]
    """Words by which the fallen are a party's named before ("صفوفه", "منهم")."""
    partisan: frozenset[str]
    """Words by which a report takes a side ("بواسل")."""
    officers: frozenset[str]
    """Words of a speaker who is a soldier ("عسكري")."""
    outcome: frozenset[str]
    """Lemmas of verbs whose subject is what cost lives ("أسفر")."""
    bearers: frozenset[str]
    """Folded lemmas of verbs whose subject bears the loss."""
    both: PhraseSet
    headline_words: int
    control: Mapping[str, PhraseSet] = field(default_factory=dict)
    clauses: frozenset[str] = frozenset()
    """Keys at which a boundary, a complementizer or a relative pronoun can begin."""
    statements: frozenset[str] = frozenset()
    """Keys at which words can begin that say who holds a place."""


def compile_grammar(pack: Pack) -> Grammar:
    """The grammar of `grammar.toml`."""
    rules = pack.rules["grammar"]
    link = rules["link"]
    boundary, complement = (PhraseSet(rules["boundary"][k]) for k in ("words", "complement"))
    control = {
        name: PhraseSet(words)
        for name, words in rules["control"].items()
        if isinstance(words, list)
    }
    opening = (boundary, complement, control["relative"])
    return Grammar(
        before_noun=frozenset(fold(w) for w in rules["before"]["noun"]),
        before_verb=frozenset(fold(w) for w in rules["before"]["verb"]),
        only_noun=frozenset(fold(w) for w in rules["before"]["only"]),
        boundary=boundary,
        complement=complement,
        agent=PhraseSet(link["agent"]),
        support=PhraseSet(link["support"]),
        prepositions=PhraseSet(link["prepositions"]),
        side=PhraseSet(link["side"]),
        host=frozenset(fold(w) for w in rules["host"]["words"]),
        tally=frozenset(fold(w) for w in rules["tally"]["words"]),
        quantity=frozenset(fold(w) for w in rules["quantity"]["words"]),
        purpose=PhraseSet(rules["purpose"]["words"]),
        naming=frozenset(fold(w) for w in rules["naming"]["words"]),
        protesters=frozenset(fold(w) for w in rules["crowd"]["protesters"]),
        crowd=frozenset(fold(w) for w in rules["crowd"]["crowd"]),
        gathered=frozenset(fold(w) for w in rules["crowd"]["gathered"]),
        loyal=frozenset(fold(w) for w in rules["loyal"]["words"]),
        counts_masculine=frozenset(fold(w) for w in rules["counts"]["masculine"]),
        year=frozenset(fold(w) for w in rules["year"]["words"]),
        none=frozenset(fold(w) for w in rules["none"]["words"]),
        we=tuple(fold(w) for w in rules["we"]["endings"]),
        offices=frozenset(fold(w) for w in rules["offices"]["words"]),
        soldiers=frozenset(fold(w) for w in rules["fighters"]["soldiers"]),
        insurgents=frozenset(fold(w) for w in rules["fighters"]["insurgents"]),
        military=frozenset(fold(w) for w in rules["military"]["words"]),
        entering=tuple(fold(w) for w in rules["entering"]["stems"]),
        offensive=frozenset(fold(w) for w in rules["offensive"]["words"]),
        bodies=frozenset(fold(w) for w in rules["remains"]["words"]),
        finding=frozenset(fold(w) for w in rules["remains"]["finding"]),
        forces=frozenset(fold(w) for w in rules["offices"]["forces"]),
        lengths=frozenset(fold(w) for w in rules["lengths"]["words"]),
        faceless=frozenset(fold(w) for w in rules["unknown"]["gunmen"]),
        suspects=frozenset(fold(w) for w in rules["unknown"]["suspects"]),
        settlers=frozenset(fold(w) for w in rules["crowd"]["settlers"]),
        confrontations=frozenset(fold(w) for w in rules["crowd"]["confrontations"]),
        again=tuple(fold(w) for w in rules["again"]["stems"]),
        aiming=frozenset(fold(w) for w in rules["aiming"]["words"]),
        bulletin=frozenset(fold(w) for w in rules["bulletin"]["words"]),
        theirs=frozenset(fold(w) for w in rules["theirs"]["words"]),
        portfolios=frozenset(fold(w) for w in rules["civil"]["portfolios"]),
        attackers=frozenset(fold(w) for w in rules["fighters"]["attackers"]),
        natural=frozenset(fold(w) for w in rules["natural"]["words"]),
        join=PhraseSet(rules["join"]["words"]),
        ranks=frozenset(fold(w) for w in rules["theirs"]["ranks"]),
        partisan=frozenset(fold(w) for w in rules["voice"]["partisan"]),
        officers=frozenset(fold(w) for w in rules["voice"]["officers"]),
        outcome=frozenset(fold(w) for w in rules["outcome"]["verbs"]),
        bearers=frozenset(fold(w) for w in rules["bearers"]["subject"]),
        passing=frozenset(fold(w) for w in rules["passing"]["words"]),
        cause=frozenset(fold(w) for w in rules["cause"]["words"]),
        reason=PhraseSet(rules["reason"]["words"]),
        occasion=PhraseSet(rules["occasion"]["words"]),
        sequel=PhraseSet(rules["sequel"]["words"]),
        exception=frozenset(fold(w) for w in rules["control"]["exception"]),
        ground=frozenset(fold(w) for w in rules["ground"]["words"]),
        ground_held=frozenset(fold(w) for w in rules["ground"]["held"]),
        motive=frozenset(fold(w) for w in rules["motive"]["words"]),
        relative_words=frozenset(fold(w) for w in rules["control"]["relative"]),
        maybe=frozenset(fold(w) for w in rules["maybe"]["words"]),
        trying=frozenset(fold(w) for w in rules["trying"]["words"]),
        ancient=PhraseSet(rules["ancient"]["words"]),
        deliberate=frozenset(fold(w) for w in rules["deliberate"]["words"]),
        hostile=frozenset(fold(w) for w in rules["hostile"]["words"]),
        soldierly=frozenset(fold(w) for w in rules["soldierly"]["words"]),
        victims=frozenset(fold(w) for w in rules["victims"]["words"]),
        both=PhraseSet(rules["both"]["words"]),
        headline_words=int(rules["headline"]["words"]),
        control=control,
        clauses=frozenset().union(*(phrases.openers for phrases in opening)),
        statements=frozenset().union(
            *(control[name].openers for name in ("held", "own", "stronghold"))
        ),
    )
