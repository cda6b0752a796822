"""A verb as a language pack holds it: one row of its table, read."""

from dataclasses import dataclass

from sijill.text.fold import fold


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the table. Empty `masdars` and participles are formed by rule."""

    lemma: str
    """Third person masculine singular of the past, as written in the table."""
    root: tuple[str, ...]
    form: str
    present_vowel: str
    past_vowel: str
    masdars: tuple[str, ...]
    active_participles: tuple[str, ...]
    passive_participles: tuple[str, ...]
    plurals: tuple[tuple[str, str], ...]
    """Pairs of a noun of this row and its broken plural; the noun is empty for the masdar."""
    has_passive: bool
    gloss: str
    never: frozenset[str] = frozenset()
    """Folded surfaces that must not be generated."""
    doubtful: frozenset[str] = frozenset()
    """Folded surfaces that are more often another word."""

    @property
    def key(self) -> str:
        """The folded lemma."""
        return fold(self.lemma)

    @property
    def hollow(self) -> bool:
        """The middle radical is a long vowel: "قال", "استعاد"; not "استحوذ"."""
        return (
            len(self.root) == 3
            and self.root[1] in "وي"
            and self.root[2] not in "وي"
            and self.form in ("I", "IV", "VII", "VIII", "X")
            and self.key[-2:-1] == "ا"
        )

    @property
    def doubled(self) -> bool:
        """The last two radicals are drawn together: "شن", "احتل"; not "حدد"."""
        return (
            len(self.root) == 3
            and self.root[1] == self.root[2]
            and self.form not in ("II", "V", "IX")
        )

    @property
    def defective(self) -> bool:
        """The last radical is weak: "نفى", "دعا", "لقي"."""
        return self.root[-1] in "وي"
