"""Hold the engine to its accuracy floors: `python scripts/gate.py [--update] [--language ar]`.

Exit code 0: every set that is here holds. 1: a figure fell below its floor. 2: no set is here,
so that nothing was checked.
"""

import argparse
import sys
from pathlib import Path

from sijill.errors import SijillError
from sijill.evaluate.gate import run
from sijill.evaluate.predict import predict_with

ROOT = Path(__file__).resolve().parents[1]


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--floors", type=Path, default=ROOT / "evals" / "floors.json")
    parser.add_argument("--language", default="ar")
    parser.add_argument("--update", action="store_true", help="raise the floors, never lower one")
    options = parser.parse_args(arguments)
    try:
        predict = predict_with(options.language)
        return run(ROOT, options.floors, predict, say, update=options.update)
    except SijillError as error:
        say(str(error))
        return 1


if __name__ == "__main__":
    sys.exit(main())
