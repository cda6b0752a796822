"""Measure linking: `python benchmarks/linking.py [--claims 10000 100000] [--sample 3000]`.

Made-up claims with known truth are linked and settled in a process of their own for each size, so
that the most memory it held is its own. `--a-day` incidents begin each day: a larger archive is a
longer one, as archives are. The last lines compare with a matcher that looks at all pairs, on a
sample that it can manage.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from time import perf_counter, process_time
from typing import Any

from sijill.cli.linking import units
from sijill.cli.linkscore import sites
from sijill.evaluate.linking import b_cubed, pairwise
from sijill.evaluate.made import made
from sijill.gazetteer.table import Gazetteer
from sijill.incidents.compare import Comparer
from sijill.incidents.link import link
from sijill.incidents.node import Node, Rarity
from sijill.incidents.settle import Context, settle
from sijill.incidents.telling import Telling, tellings_of
from sijill.incidents.weights import weights
from sijill.registry.registry import load as load_registry

A_REPORT = 10
"""Claims a report."""
TRUTH_UP_TO = 200_000
"""Claims whose truth is held in memory to be compared with what was found."""


def tellings(claims: int, a_day: int, truth: dict[str, str]) -> Iterator[Telling]:
    """Made-up tellings one by one; fills in the truth as it goes, as far as memory is for it."""
    places = Gazetteer.load_default()
    area, keep = units(places), claims <= TRUTH_UP_TO
    for one in made(claims, 1, sites(places), a_day=a_day, a_report=A_REPORT):
        if keep:
            truth.update((f"{one.report}:{id_}", label) for id_, label in one.truth.items())
        yield from tellings_of(one.report, one.published, one.claims, area)


def measure(claims: int, a_day: int) -> dict[str, Any]:
    """Link so many claims in this process."""
    truth: dict[str, str] = {}
    start = process_time()
    count = sum(len(one.said) for one in tellings(claims, a_day, {}))
    making = process_time() - start
    registry = load_registry()
    context = Context({}, {}, registry)
    start, clock = process_time(), perf_counter()
    incidents = 0
    found: dict[str, str] = {}
    for one in link(tellings(claims, a_day, truth), registry):
        settle(one, context)
        incidents += 1
        if truth:
            found.update(
                (f"{part.telling.report}:{said.id}", one.id)
                for part in one.links
                for said in part.telling.said
            )
    seconds = process_time() - start - making
    figures = {"pairwise": pairwise(truth, found).f1, "b_cubed": b_cubed(truth, found).f1}
    return {
        "claims": count,
        "incidents": incidents,
        "seconds": seconds,
        "clock": perf_counter() - clock,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        **(figures if truth else {}),
    }


def quadratic(count: int, a_day: int) -> tuple[float, float]:
    """Seconds to link a sample, and to score all its pairs."""
    some = list(tellings(count, a_day, {}))
    registry = load_registry()
    start = process_time()
    for _ in link(some, registry):
        pass
    linking = process_time() - start
    comparer, rarity = Comparer(weights(), registry), Rarity()
    for one in some:
        rarity.add(one.words)
    nodes = [Node(one, rarity) for one in some]
    start = process_time()
    for one_node, other in combinations(nodes, 2):
        comparer.score(one_node, other)
    return linking, process_time() - start


def apart(claims: int, a_day: int) -> dict[str, Any]:
    """`measure` in a process of its own."""
    words = [sys.executable, __file__, "--one", str(claims), "--a-day", str(a_day)]
    result = subprocess.run(words, stdout=subprocess.PIPE, check=True, env=dict(os.environ))
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--a-day", type=int, default=100)
    parser.add_argument("--sample", type=int, default=3000)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        say(json.dumps(measure(options.one, options.a_day)))
        return 0
    say(f"{'claims':>10}{'incidents':>11}{'cpu s':>9}{'ms/claim':>10}{'clock s':>9}{'MB':>7}  F1")
    for claims in options.claims:
        one = apart(claims, options.a_day)
        f1 = f"{one['pairwise']:.3f} {one['b_cubed']:.3f}" if "pairwise" in one else ""
        each = one["seconds"] / one["claims"] * 1000
        say(
            f"{one['claims']:>10,}{one['incidents']:>11,}{one['seconds']:>9.1f}{each:>10.3f}"
            f"{one['clock']:>9.1f}{one['mb']:>7.0f}  {f1}"
        )
    linking, pairs = quadratic(options.sample, options.a_day)
    say(
        f"\n{options.sample:,} claims: linked in {linking:.2f} s, all pairs scored in {pairs:.2f} s"
    )
    say(f"all pairs / linking  {pairs / linking:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
