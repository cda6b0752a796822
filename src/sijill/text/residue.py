"""Residue: the lines of a page that are not its report, set aside but kept."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sijill.model.document import Residue
from sijill.model.span import Span
from sijill.text.fold import fold, loosen

_LINE = re.compile(r"[^\r\n]+")
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_CUT = ("...", "…", "..")
_OPENER_WORDS = 12
"""The most words of a line that an opening phrase begins."""
_REPEAT_SHARE, _REPEAT_WORDS = 0.8, 60
_LEAD_SHARE = 0.8
"""Of a cut line, the part that must stand again in a later line to be its teaser."""


@dataclass(frozen=True, slots=True)
class ResidueRules:
    """`residue.toml`, folded."""

    opens: tuple[str, ...]
    labels: tuple[str, ...]
    label_words: int
    headline_words: int
    list_lines: int


def compile_rules(rules: Mapping[str, Any]) -> ResidueRules:
    """The rules of a pack; rules that a pack leaves out set nothing aside."""
    return ResidueRules(
        opens=tuple(loosen(fold(text)) for text in rules.get("opens", ())),
        labels=tuple(loosen(fold(text)) for text in rules.get("labels", ())),
        label_words=int(rules.get("label_words", 0)),
        headline_words=int(rules.get("headline_words", 0)),
        list_lines=int(rules.get("list_lines", 1 << 30)),
    )


@dataclass(slots=True)
class _Line:
    span: Span
    text: str
    """Folded and loosened, one blank between words."""
    words: int
    kind: str = ""


def find(text: str, rules: ResidueRules) -> tuple[Residue, ...]:
    """The stretches to leave out, in text order: labels, lists of headlines, teasers."""
    lines = [_line(match) for match in _LINE.finditer(text)]
    lines = [line for line in lines if line.text]
    _mark_labels(lines, rules)
    _mark_blocks(lines, rules)
    _mark_lists(lines, rules)
    _spare_bulletins(lines)
    _mark_teasers(lines)
    _mark_repeats(lines)
    return tuple(Residue(line.span, line.kind) for line in lines if line.kind)


def _line(match: re.Match[str]) -> _Line:
    words = [word for raw in match.group().split() if (word := _word(raw))]
    return _Line(Span(*match.span()), " ".join(words), len(words))


@lru_cache(maxsize=1 << 16)
def _word(raw: str) -> str:
    """What stands between two blanks, loosened; empty if nothing of it is left.

    Words come again and again while lines do not, so it is words that are remembered.
    """
    return loosen(fold(raw)).strip()


def _mark_labels(lines: Sequence[_Line], rules: ResidueRules) -> None:
    for line in lines:
        if not _ARABIC.search(line.text):
            if _LETTER.search(line.text):
                line.kind = "foreign"
            elif line.words <= 2:
                line.kind = "ornament"
        elif line.words <= rules.label_words and any(
            f" {label} " in f" {line.text} " for label in rules.labels
        ):
            line.kind = "label"


def _mark_blocks(lines: Sequence[_Line], rules: ResidueRules) -> None:
    """From an opening phrase on, all short lines; a full paragraph ends the block."""
    inside = False
    for number, line in enumerate(lines):
        if number and line.words <= _OPENER_WORDS and line.text.startswith(rules.opens):
            inside = True
        elif inside and line.words > 2 * rules.headline_words:
            inside = False
        if inside and not line.kind:
            line.kind = "related"


def _mark_lists(lines: Sequence[_Line], rules: ResidueRules) -> None:
    """Runs of headline-like lines beside a label, a lone date or a line without letters.

    The report's own headline may open the page: the first line is never a list's.
    """
    start = 1
    while start < len(lines):
        end = start
        while end < len(lines) and _headline(lines[end], rules) and not _dated(lines[end]):
            end += 1
        run = [line for line in lines[start:end] if not line.kind and line.words >= 3]
        fenced = any(
            lines[n].kind in ("label", "foreign", "related") or _dated(lines[n])
            for n in (start - 1, *range(start, min(len(lines), end + 1)))
        )
        if fenced and len(run) >= rules.list_lines:
            for line in run:
                line.kind = "list"
        start = max(end, start) + 1


def _spare_bulletins(lines: Sequence[_Line]) -> None:
    """Give back the list that a post consists of: without a page's furniture it is the report."""
    if any(line.kind in ("related", "foreign") for line in lines):
        return
    listed = [line for line in lines if line.kind == "list"]
    rest = sum(line.words for line in lines if not line.kind)
    if rest < sum(line.words for line in listed):
        for line in listed:
            line.kind = ""


def _headline(line: _Line, rules: ResidueRules) -> bool:
    return line.words <= rules.headline_words and not line.text.endswith((".", "؟", "!", ":"))


def _dated(line: _Line) -> bool:
    """Whether the line is short and ends in a year: a page's date."""
    return line.words <= 6 and bool(re.search(r"\b(19|20)\d\d$", line.text))


def _mark_repeats(lines: Sequence[_Line]) -> None:
    """A line that says again, in nearly the same words, what an earlier one says."""
    seen: list[frozenset[str]] = []
    for line in lines:
        if line.kind or line.words > _REPEAT_WORDS:
            continue
        words = frozenset([w for w in line.text.split() if w[0] != "#"])
        count = len(words)
        if count < 6:
            continue
        for other in seen:
            small, large = (count, len(other)) if count < len(other) else (len(other), count)
            if large <= 1.5 * small and len(words & other) >= _REPEAT_SHARE * small:
                line.kind = "repeat"
                break
        seen.append(words)


def _mark_teasers(lines: Sequence[_Line]) -> None:
    """A line cut with dots whose beginning stands again, whole, in another line."""
    for line in lines:
        if line.kind or not line.text.endswith(_CUT):
            continue
        stem = line.text.rstrip(".… ")
        head = stem[: int(len(stem) * _LEAD_SHARE)]
        if len(head) > 40 and any(
            other is not line and other.text.startswith(head) for other in lines
        ):
            line.kind = "teaser"
