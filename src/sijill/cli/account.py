"""What became of every input: counts for all, words for the refusals as they happen."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sijill.cli import exits
from sijill.ingest.refusal import Refusal, RefusalKind
from sijill.model.report import Report

FAULT = "fault"
"""Kind of a document at which the engine itself failed."""


def counted(count: int, noun: str) -> str:
    """`1 report`, `2,000 reports`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


@dataclass(slots=True)
class Account:
    """Keeps numbers, not reports, so that a long run holds no more memory than a short one."""

    language: str
    say: Callable[[str], None]
    """Where refusals go, one line each, as they happen."""
    coded: int = 0
    claims: int = 0
    control: int = 0
    other_languages: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def take(self, report: Report) -> Report:
        """Enter a report and hand it on."""
        language = report.document.language
        if language == self.language:
            self.coded += 1
            self.claims += len(report.claims)
            self.control += len(report.control)
        else:
            self.other_languages[language] += 1
        return report

    def refuse(self, refusal: Refusal) -> None:
        """Enter a refusal. Files that a folder holds besides reports are a remark, no refusal."""
        if refusal.kind == RefusalKind.SKIPPED:
            self.say(f"note: {refusal}")
            return
        self.refused[str(refusal.kind)] += 1
        self.say(f"refused: {refusal}")

    def fail(self, name: str, error: str) -> None:
        """Enter a document at which the engine failed: a fault of the program, not of the run."""
        self.refused[FAULT] += 1
        self.say(f"refused: {name}: the program failed on it ({error}); please report this")

    def summary(self) -> str:
        """One sentence that accounts for every input."""
        parts = [
            f"{counted(self.coded, 'report')} coded: {counted(self.claims, 'claim')}"
            f" and {counted(self.control, 'control statement')}"
        ]
        if self.other_languages:
            total = sum(self.other_languages.values())
            languages = listed(self.other_languages)
            parts.append(f"{total:,} passed over, in another language ({languages})")
        if self.refused:
            parts.append(f"{sum(self.refused.values()):,} refused ({listed(self.refused)})")
        return "; ".join(parts) + "."

    def code(self) -> int:
        """The exit code that this account stands for."""
        if self.coded == 0:
            return exits.NOTHING_CODED
        return exits.SOME_REFUSED if self.refused else exits.DONE


def listed(counts: Mapping[str, int]) -> str:
    """`empty 1, binary 2`, by name."""
    return ", ".join(f"{key} {count:,}" for key, count in sorted(counts.items()))
