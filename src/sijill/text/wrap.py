"""Wrapped lines: the line ends at which a text was only broken to fit a width."""

from itertools import pairwise

_WIDEST, _NARROWEST = 120, 30
"""Characters of the longest line of a wrapped text."""
_JOINTS, _SHARE = 3, 0.8
"""Line ends that a wrapped text must have, and the part of them that must be full."""
_ENDS = (".", "!", "؟", "?", ":", "؛", "…")
"""What ends a line that ends its sentence too."""
_MARKS = frozenset("-–—*•▪●#")
"""What begins a line that is an item."""


def wrapped(text: str) -> list[int]:
    """The offsets of line ends that end no sentence; none unless the text was broken to a width.

    A line was broken there if the first word of the next one would not have fitted: in a text
    of free lines few are so full.
    """
    if text.count("\n") < _JOINTS:
        return []
    lines = text.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return []
    found: list[int] = []
    joints = full = 0
    at = -1
    for line, following in pairwise(lines):
        at += len(line) + 1
        words = following.split(None, 1)
        if not words or not line.strip():
            continue
        joints += 1
        if len(line.rstrip()) + 1 + len(words[0]) > width:
            full += 1
            if not line.rstrip().endswith(_ENDS) and words[0][0] not in _MARKS:
                found.append(at)
    return found if joints >= _JOINTS and full >= _SHARE * joints else []
