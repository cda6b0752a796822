"""Measure each stage of the engine on one core: `python benchmarks/stages.py [--reports 400]`.

The stages are timed inside the engine's own walk, so that the table shows what really runs. The
floor is what no coder of these texts can do without: read the file, fold the text, walk once
over the lexicon. Times are processor time of this process; nothing else is in them. Ratios
compare figures of the same run, since a busy machine slows all alike: the engine with 60,000
places more, and the sources beside what is compiled of them, are measured in processes of
their own, turn by turn.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any

import places
from corpus import reports

import sijill
from sijill import native, pipeline
from sijill.ingest.options import Options
from sijill.ingest.read import read
from sijill.ingest.sources import Source, expand
from sijill.lexicon.lexicon import Lexicon
from sijill.model.document import Document
from sijill.text.fold import fold
from sijill.text.token import tokens_of

STAGES = {
    "residue": "residue.find",
    "tokens and lexicon": "tag",
    "dateline": "dateline.publication_date",
    "actors: find": "actor_find.find",
    "actors: masks": "actor_find.masks",
    "actors: countries": "countries_of",
    "actors: resolve": "actor_resolve.resolve",
    "places: expected": "place_expect.expected",
    "places: find": "place_find.find",
    "places: resolve": "place_resolve.resolve",
    "times: find": "time_find.find",
    "times: resolve": "time_resolve.resolve",
    "losses": "quantity_find.find",
    "triggers": "trigger_find.find",
    "attributions": "attribution_find.find",
    "claims": "assemble",
    "incidents": "group",
    "control statements": "control_statements",
}
"""For each stage, the name in `sijill.pipeline` by which the engine's walk calls it."""
GOAL = 250
"""Reports of 2,500 characters in a second of one core."""
TURNS = 3
"""How often each way to run is measured; the best turn counts."""


@contextmanager
def clocked() -> Iterator[dict[str, float]]:
    """While it holds, every stage adds the seconds it takes to the dictionary."""
    seconds = dict.fromkeys(STAGES, 0.0)
    before = []
    for stage, path in STAGES.items():
        module, _, attribute = path.rpartition(".")
        owner = getattr(pipeline, module) if module else pipeline
        function = getattr(owner, attribute)
        before.append((owner, attribute, function))
        setattr(owner, attribute, _timed(function, stage, seconds))
    try:
        yield seconds
    finally:
        for owner, attribute, function in before:
            setattr(owner, attribute, function)


def _timed(
    function: Callable[..., Any], name: str, seconds: dict[str, float]
) -> Callable[..., Any]:
    def timed(*args: Any, **kwargs: Any) -> Any:
        start = process_time()
        found = function(*args, **kwargs)
        if isinstance(found, Iterator):
            found = list(found)
        seconds[name] += process_time() - start
        return found

    return timed


def seconds_of(work: Callable[[], object]) -> float:
    """Processor seconds that `work` takes."""
    start = process_time()
    work()
    return process_time() - start


def _drain(things: Iterable[object]) -> None:
    for _ in things:
        pass


def floor(folder: Path, lexicon: Lexicon) -> float:
    """Seconds to read, fold and look up every file of `folder`."""

    def work() -> None:
        for source in expand([str(folder)]):
            assert isinstance(source, Source)
            for document in read(source, Options()):
                assert isinstance(document, Document)
                fold(document.text)
                lexicon.scan(tokens_of(document.text))

    return seconds_of(work)


def peak() -> float:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")


def measured(count: int, more: int) -> tuple[float, float]:
    """Reports in a second with `more` places, and the memory that takes, in this process."""
    documents = list(reports(count))
    engine = sijill.load("ar", gazetteer=places.gazetteer(more) if more else None)
    _drain(engine.pipe(documents[: max(1, count // 4)]))
    return count / seconds_of(lambda: _drain(engine.pipe(documents))), peak()


def compared(count: int) -> None:
    """Say how fast each way to run is: compiled and not, with few places and with many."""
    package = Path(sijill.__file__).parent
    compiled = native.compiled(package) is not None
    ways = [(setting, more) for setting in ("0", "1")[: 1 + compiled] for more in (0, places.COUNT)]
    best: dict[tuple[str, int], tuple[float, float]] = {}
    for _ in range(TURNS):
        for setting, more in ways:
            command = [sys.executable, __file__, "--reports", str(count), "--one", str(more)]
            environment = {**os.environ, "SIJILL_NATIVE": setting}
            run = subprocess.run(
                command, env=environment, capture_output=True, text=True, check=True
            )
            speed, memory = map(float, run.stdout.split())
            before, least = best.get((setting, more), (0.0, memory))
            best[setting, more] = max(speed, before), max(memory, least)
    say(f"{'way':38}{'reports/s':>10}{'of goal':>9}{'MB':>6}")
    for (setting, more), (speed, memory) in best.items():
        way = f"{'compiled' if setting == '1' else 'sources'}, {more:,} places more"
        say(f"{way:38}{speed:10,.0f}{speed / GOAL:9.0%}{memory:6.0f}")
    for setting in sorted({setting for setting, _ in best}):
        ratio = best[setting, places.COUNT][0] / best[setting, 0][0]
        way = "compiled" if setting == "1" else "sources"
        say(f"{way}: with the places, of the speed without {ratio:8.0%}")
    if compiled:
        say(f"compiled / sources {best['1', 0][0] / best['0', 0][0]:31.2f}")
    else:
        say("nothing is compiled of these sources: make compile")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--one", type=int, metavar="PLACES", help="measure one way to run")
    options = parser.parse_args()
    count = options.reports
    if options.one is not None:
        speed, memory = measured(count, options.one)
        say(f"{speed:.2f} {memory:.1f}")
        return 0
    table(count)
    compared(max(1, count // 2))
    return 0


def table(count: int) -> None:
    """Say what each stage takes, and the whole beside the floor."""
    documents = list(reports(count))
    characters = sum(len(document.text) for document in documents)
    loading = process_time()
    engine = sijill.load("ar")
    loading = process_time() - loading
    loaded = peak()
    scan = engine.lexicon.scan
    taken_apart = [tokens_of(document.text) for document in documents]
    first = seconds_of(lambda: _drain(map(scan, taken_apart)))
    again = seconds_of(lambda: _drain(map(scan, taken_apart)))
    words = {token.key for tokens in taken_apart for token in tokens}
    _drain(engine.pipe(documents[: max(1, count // 10)]))
    whole = seconds_of(lambda: _drain(engine.pipe(documents)))
    with clocked() as seconds:
        seconds_of(lambda: _drain(engine.pipe(documents)))
    with tempfile.TemporaryDirectory() as folder:
        for document in documents:
            (Path(folder) / document.name).write_text(document.text, encoding="utf-8")
        least = floor(Path(folder), engine.lexicon)

    say(f"{count} reports, {characters / count:,.0f} characters each, one core\n")
    say(f"{'stage':24}{'ms/report':>10}{'reports/s':>11}{'Mchar/s':>9}{'share':>8}")
    rest = max(0.0, whole - sum(seconds.values()))
    for name, spent in (*seconds.items(), ("rest of the walk", rest)):
        say(row(name, spent, count, characters, whole))
    say(row("whole engine", whole, count, characters, whole))
    say(row("floor", least, count, characters, whole))
    say()
    say(f"whole / floor            {whole / least:6.2f}")
    say(f"whole / goal             {whole / count * GOAL:6.2f}   (1 = {GOAL} reports a second)")
    say(f"reports a second         {count / whole:6.0f}")
    say(f"a word not seen before   {max(0.0, first - again) / len(words) * 1e6:6.1f} µs")
    say(f"words seen               {len(words):6,}")
    say(f"loading the engine       {loading:6.2f} s")
    say(f"memory, engine loaded    {loaded:6.0f} MB")
    say(f"memory, at most          {peak():6.0f} MB")
    say()


def row(name: str, spent: float, count: int, characters: int, whole: float) -> str:
    """One line of the table."""
    speed = count / spent if spent else float("inf")
    million = characters / spent / 1e6 if spent else float("inf")
    return f"{name:24}{spent / count * 1000:10.3f}{speed:11,.0f}{million:9.2f}{spent / whole:8.1%}"


if __name__ == "__main__":
    sys.exit(main())
