"""`sijill link`: incidents across reports, and how well they are found."""

import json
from pathlib import Path

import click

from sijill.cli import exits
from sijill.cli.linking import link_store, sayings_in
from sijill.cli.linkscore import show_cases, show_made
from sijill.cli.parameters import in_database
from sijill.gazetteer.table import Gazetteer
from sijill.incidents.holding import timelines
from sijill.registry.registry import load as load_registry
from sijill.store.store import open_
from sijill.text.fold import fold, loosen

_folder = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(epilog=exits.EXPLAINED)
@in_database
@click.option("--control", metavar="PLACE", help="Tell who is said to hold PLACE; or all.")
@click.option("--evaluate", "cases", type=_folder, help="Score on the cases in this folder.")
@click.option("--made", type=click.IntRange(1), help="Score on so many made-up claims.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the made-up claims.")
@click.option("--errors", is_flag=True, help="List every pair that was decided wrongly.")
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON.")
def link(
    db: str,
    wait: float,
    control: str | None,
    cases: Path | None,
    made: int | None,
    seed: int,
    errors: bool,
    as_json: bool,
) -> None:
    """Link the claims of all reports in the database DB into incidents, and settle these.

    What people merged, split, corrected and rejected is laid over. Run it again after coding or
    reviewing; the same claims and decisions give the same incidents.

    \b
      sijill link
      sijill link --control تدمر
      sijill link --evaluate evals/links --errors
      sijill link --made 4000
    """
    if cases is not None:
        show_cases(cases, errors=errors, as_json=as_json)
    if made is not None:
        show_made(made, seed, errors=errors, as_json=as_json)
    if cases is not None or made is not None:
        return
    with open_(db, wait=wait) as store:
        registry = load_registry()
        if control is not None:
            wanted = loosen(fold(control))
            for one in timelines(sayings_in(store, registry), registry):
                if wanted == "all" or wanted in (one.place, loosen(fold(one.name))):
                    click.echo(json.dumps(one.record(), ensure_ascii=False))
            return
        job = store.begin("link", [])
        counts = link_store(store, registry, Gazetteer.load_default())
        store.end(job, counts)
    click.echo(json.dumps(counts) if as_json else _sentence(counts))


def _sentence(counts: dict[str, int]) -> str:
    parts = [
        f"{counts['claims']:,} claims in {counts['incidents']:,} incidents, "
        f"{counts['linked']:,} of them told by more than one report"
    ]
    if counts["copies"]:
        parts.append(f"{counts['copies']:,} reports have near-copies")
    for name, words in (
        ("rejected", "claims rejected by people left out"),
        ("overruled", "earlier merges or splits overruled by later ones"),
        ("unread", "corrections that fit no claim passed over"),
    ):
        if counts[name]:
            parts.append(f"{counts[name]:,} {words}")
    return "; ".join(parts) + "."
