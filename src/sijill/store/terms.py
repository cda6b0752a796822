"""What a person types, as terms: words, names of actors and places, `-word` for without."""

import re
from collections.abc import Sequence

from sijill.store.names import LONGEST, Names
from sijill.store.query import Phrase, Term
from sijill.text.stem import forms
from sijill.text.token import tokens_of

_PIECE = re.compile(r'(-?)(?:"([^"]*)"|“([^”]*)”|«([^»]*)»|(\S+))')


def parse(text: str, names: Names) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The terms that must hold, and those that must not.

    A name of an actor or a place, of one word or of several, stands for the actor or place under
    any of its names. Words in quotes are taken together, as one name or as words that all must
    be there.
    """
    wanted: list[Term] = []
    unwanted: list[Term] = []
    run: list[str] = []
    for minus, *quoted, bare in _PIECE.findall(text):
        whole = "".join(quoted)
        if bare and not minus:
            run.append(bare)
            continue
        wanted += _named(run, names)
        run = []
        term = _term(whole or bare, names)
        if term is not None:
            (unwanted if minus else wanted).append(term)
    wanted += _named(run, names)
    return tuple(wanted), tuple(unwanted)


def _named(words: Sequence[str], names: Names) -> list[Term]:
    """Terms of words in a row: the longest name at each place, else the word."""
    found: list[Term] = []
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length])
            if length == 1 or names.actors(name) or names.places(name):
                term = _term(name, names)
                if term is not None:
                    found.append(term)
                at += length
                break
    return found


def _term(text: str, names: Names) -> Term | None:
    """The term of a word, a name or a quotation; None where no letter is in it.

    A name's own phrase is among the names of what it means, or is left out: either language then
    finds the same.
    """
    actors, places = names.actors(text), names.places(text)
    spelt = [word for actor in actors for word in names.actor_words(actor)]
    spelt += [name for row in places for name in (row.name, *row.names)]
    if not text.isascii() or not spelt:
        spelt.insert(0, text)
    phrases = sorted({phrase for name in spelt if (phrase := _phrase(name))})
    if not phrases:
        return None
    return Term(tuple(phrases), actors, tuple(row.id for row in places))


def _phrase(text: str) -> Phrase:
    return tuple(tuple(found) for token in tokens_of(text) if (found := forms(token.key)))
