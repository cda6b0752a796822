"""Written forms of Arabic nouns and adjectives, from their dictionary form."""


def forms(noun: str, *, dual: bool = True) -> tuple[str, ...]:
    """Folded forms of a singular or broken plural: case endings and the dual.

    Covers the accusative alef ("هجوما"), the dual ("هجومين", "هجوما") and its construct, and the
    construct of ة before a suffix in the dual ("عمليتين").
    """
    found = [noun]
    if noun.endswith("ة"):
        stem = noun[:-1] + "ت"
    else:
        stem = noun
        if not noun.endswith(("اء", "ا", "ى", "ات")):
            found.append(noun + "ا")
    if dual and not noun.endswith(("ى", "ا", "ات")):
        found += [stem + "ان", stem + "ين", stem + "ي"]
    return tuple(dict.fromkeys(found))


def sound_masculine(singular: str) -> tuple[str, ...]:
    """The sound plural in ون and ين, with the construct in و and ي (also misspelt وا)."""
    return tuple(singular + ending for ending in ("ون", "ين", "و", "ي", "وا"))


def sound_feminine(singular: str) -> str:
    """The sound plural in ات."""
    return (singular[:-1] if singular.endswith("ة") else singular) + "ات"
