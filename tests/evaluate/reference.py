"""The reference gold files and scorer, which lie outside the repository; tests skip without."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2] / "../shared"
SCORER = SHARED / "gold" / "score.py"
SETS = {
    "seeds": (SHARED / "gold" / "seeds", SHARED / "seeds"),
    "dev": (SHARED / "gold" / "dev", SHARED / "gold" / "dev" / "text"),
}
needs_reference = pytest.mark.skipif(
    not SCORER.is_file(), reason="the reference gold files are not beside the repository"
)


def gold_files(name: str) -> Iterator[dict[str, Any]]:
    for file in sorted(SETS[name][0].glob("*.json")):
        yield json.loads(file.read_text(encoding="utf-8"))


def reference_scores(name: str, predictions: Path, *flags: str) -> str:
    """What the reference scorer prints for a file of predictions."""
    gold, texts = SETS[name]
    command = [sys.executable, str(SCORER), str(gold), str(predictions), str(texts), *flags]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
