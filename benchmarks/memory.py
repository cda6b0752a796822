"""Hold `sijill code` to flat memory: `python benchmarks/memory.py [--reports 1000]`.

Codes a folder of reports in a process of its own, once a tenth of them and once all. Ten times
the reports may take a tenth more memory, for the words that are remembered, and no more. Exit
code 1 if they take more.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import reports

ALLOWED = 1.1


def megabytes(folder: Path) -> float:
    """The most memory that a run of `sijill code` over the folder held, in MB."""
    run = "from sijill.cli.main import main; main()"
    command = [sys.executable, "-c", run, "code", str(folder), "-q", "-f", "jsonl"]
    with (folder.parent / "claims.jsonl").open("wb") as output:
        process = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"sijill code ended with exit code {process.returncode}")
    return usage.ru_maxrss / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--reports", type=int, default=1000)
    count = parser.parse_args().reports
    held = []
    for size in (max(1, count // 10), count):
        with tempfile.TemporaryDirectory() as parent:
            folder = Path(parent) / "reports"
            folder.mkdir()
            for document in reports(size):
                (folder / document.name).write_text(document.text, encoding="utf-8")
            held.append(megabytes(folder))
        sys.stdout.write(f"{size:6,} reports   {held[-1]:6.0f} MB\n")
    growth = held[1] / held[0]
    sys.stdout.write(f"growth           {growth:6.2f}   (at most {ALLOWED})\n")
    return 0 if growth <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
