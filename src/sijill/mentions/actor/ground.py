"""What the actor finder knows of a text: its words by the part they can play in a name."""

from collections.abc import Callable

from sijill.lexicon.entry import Match
from sijill.lexicon.tagged import Tagged
from sijill.mentions.actor.phrase import Phrase
from sijill.mentions.actor.vocabulary import LAYERS, Vocabulary
from sijill.model.span import Span
from sijill.registry.registry import Registry
from sijill.text.token import GLUE

_QUOTES = frozenset("\"'“”«»‘’„‟`")
_HYPHENS = frozenset("-–‑")
_OPENING = frozenset("\"'“«‘„‟`")


_PAST_KEYS = [""] * 16
_PAST_GLUE = [False] * 16
"""What is asked a few words past the end of a text, or before its start."""


class Ground:
    """Lexicon matches of this room by token and role, with the questions asked of them."""

    __slots__ = (
        "_glue",
        "_keys",
        "_known",
        "_read",
        "parts",
        "registry",
        "tagged",
        "text",
        "tokens",
        "vocabulary",
        "words",
    )

    def __init__(
        self,
        tagged: Tagged,
        vocabulary: Vocabulary,
        registry: Registry,
        read: Callable[["Ground", int, int], Phrase | None],
    ) -> None:
        self._read = read
        self._known: dict[int, Phrase | None] = {}
        self.tagged = tagged
        self.text = tagged.text
        self.tokens = tagged.tokens
        self._keys = [token.key for token in tagged.tokens] + _PAST_KEYS
        self._glue = [token.gap == GLUE for token in tagged.tokens] + _PAST_GLUE
        self._glue[0] = False
        self.vocabulary = vocabulary
        self.words = vocabulary.words
        self.registry = registry
        self.parts: dict[int, dict[str, Match]] = {}
        parts = self.parts
        for layer in LAYERS:
            for match in tagged.layer(layer):
                role = match.entry.value.role
                roles = parts.get(match.start)
                if roles is None:
                    parts[match.start] = {role: match}
                    continue
                known = roles.get(role)
                if known is None or _rank(match) < _rank(known):
                    roles[role] = match

    def phrase(self, index: int, depth: int = 0) -> Phrase | None:
        """The longest phrase that names an actor from token `index` on."""
        if index in self._known:
            return self._known[index]
        found = self._known[index] = self._read(self, index, depth)
        return found

    def match(self, index: int, role: str) -> Match | None:
        """The longest reading of the token as `role`, of equals the one with fewest clitics."""
        roles = self.parts.get(index)
        return roles.get(role) if roles else None

    def key(self, index: int) -> str:
        """The folded token, or nothing outside the text."""
        return self._keys[index]

    def glued(self, index: int) -> bool:
        """Whether only blanks or quotes part the token from the one before it."""
        return self._glue[index]

    def hyphened(self, index: int) -> bool:
        """Whether a hyphen alone parts the token from the one before it: "F-16"."""
        if not 0 < index < len(self.tokens):
            return False
        between = self.text[self.tokens[index - 1].end : self.tokens[index].start]
        return between in _HYPHENS

    def start(self, match: Match) -> int:
        """Where the match's first word starts, particles cut, article kept.

        A written لل is kept whole: its second letter is the article's.
        """
        token = self.tokens[match.start]
        if not match.proclitics:
            return token.start
        bare = match.proclitics.removesuffix("ال")
        if bare.endswith("ل") and token.key.startswith(bare + "ل"):
            bare = bare[:-1]
        at = token.start
        if not bare:
            return at
        if self.text.startswith(bare, at):
            return at + len(bare)
        left = len(bare)
        while left and at < token.end:
            left -= self.text[at].isalpha() and self.text[at] != "\u0640"
            at += 1
        while at < token.end and not self.text[at].isalnum():
            at += 1
        return at

    def span(self, match: Match, end: int | None = None) -> Span:
        """From the match's first letter to the end of token `end - 1` (its own end if None)."""
        start = self.start(match)
        return Span(start, self.stop(start, end or match.end))

    def stop(self, start: int, end: int) -> int:
        """The character after token `end - 1`, with the quotation mark it closes."""
        return self.closing(start, self.tokens[end - 1].end)

    def closing(self, start: int, end: int) -> int:
        """`end`, or past the quotation mark there that closes one opened since `start`."""
        if end >= len(self.text) or self.text[end] not in _QUOTES:
            return end
        opened = any(char in _OPENING for char in self.text[start:end])
        return end + 1 if opened else end

    def bare(self, match: Match) -> bool:
        """Whether the match carries no particle (an article is none)."""
        return not match.proclitics.removesuffix("ال")

    def joined(self, match: Match) -> bool:
        """Whether the match is joined to what stands before it by و."""
        return match.proclitics.removesuffix("ال") == "و"

    def definite(self, match: Match) -> bool:
        """Whether the word carries the article."""
        return match.proclitics.endswith("ال") or self.key(match.start).startswith(("ال", "لل"))

    def quoted(self, index: int) -> bool:
        """Whether an opening quotation mark stands straight before the token."""
        at = self.tokens[index].start
        return at > 0 and self.text[at - 1] in _OPENING

    def quotation(self, index: int, limit: int = 6) -> int:
        """The token after a quotation that opens at token `index`; `index` if none closes."""
        if not self.quoted(index):
            return index
        for end in range(index + 1, min(index + limit, len(self.tokens)) + 1):
            after = self.tokens[end - 1].end
            until = self.tokens[end].start if end < len(self.tokens) else len(self.text)
            if any(char in _QUOTES for char in self.text[after:until]):
                return end
        return index

    def sentence_start(self, index: int) -> bool:
        return index == 0 or self.tokens[index].gap == 3


def _rank(match: Match) -> tuple[int, int, int]:
    return -match.end, len(match.enclitic), len(match.proclitics)
