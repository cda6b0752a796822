"""A long run holds no more memory than a short one: reports pass through, none is kept."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="the system does not tell a process's peak memory")

FEW, MANY = 200, 1_000
GROWTH = 12 << 20
"""Bytes by which the long run may peak higher: words seen for the first time are remembered, and
the system gives memory out in pieces. Kept reports would take several times as much."""
PROGRAM = """
import atexit, resource, sys
from pathlib import Path

def peak():
    status = Path("/proc/self/status")
    if status.exists():  # Of this program alone; the other figure begins with its parent's.
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return highest if sys.platform == "darwin" else highest * 1024

place = Path(sys.argv.pop(1))
atexit.register(lambda: place.write_text(str(peak())))
from sijill.cli.main import main
main()
"""
TOWNS = ("الأبيض", "نيالا", "الفاشر", "مأرب", "تعز", "إدلب", "الرقة", "سرت", "بعقوبة", "الخيام")


def _report(number: int) -> str:
    town, other = TOWNS[number % 10], TOWNS[number // 10 % 10]
    return (
        f"قصفت طائرات حربية مدينة {town} صباح اليوم، ما أدى إلى مقتل {number % 40 + 2} مدنيا "
        f"وإصابة {number % 70 + 3} آخرين. وقال شهود عيان إن اشتباكات اندلعت بين الجيش ومسلحين "
        f"في محيط مدينة {other}، وأسفرت عن مقتل {number % 9 + 2} جنود. "
        f"وأعلن مصدر عسكري يحمل الرقم {number} أن قواته استعادت السيطرة على بلدة قرب {town}. "
    ) * 3


def _peak(feed: Path) -> tuple[int, str]:
    """Peak memory in bytes of a run of `sijill code`, and what it said in the end."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(feed.with_suffix(".peak")), "code", str(feed)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return int(feed.with_suffix(".peak").read_text()), done.stderr.splitlines()[-1]


def _feed(folder: Path, count: int) -> Path:
    file = folder / f"{count}.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            out.write(json.dumps({"id": str(number), "text": _report(number)}) + "\n")
    return file


def test_a_thousand_reports_of_a_feed_take_the_memory_of_two_hundred(tmp_path: Path) -> None:
    few, said = _peak(_feed(tmp_path, FEW))
    assert said.startswith("200 reports coded")
    many, said = _peak(_feed(tmp_path, MANY))
    assert said.startswith("1,000 reports coded")
    assert many - few < GROWTH
