"""`sijill link`: incidents across reports, and how well they are found."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import click

from sijill.cli import exits
from sijill.cli.linking import link_store, sayings_in
from sijill.cli.linkscore import show_cases, show_made
from sijill.cli.parameters import in_database
from sijill.errors import StoreError
from sijill.gazetteer.table import Gazetteer
from sijill.incidents.holding import timelines
from sijill.model.judgement import Judgement, Verdict, claim_of
from sijill.registry.registry import Registry
from sijill.registry.registry import load as load_registry
from sijill.store.store import Store, open_
from sijill.store.work import BROKEN
from sijill.text.fold import fold, loosen

_folder = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(epilog=exits.EXPLAINED)
@in_database
@click.option("--control", metavar="PLACE", help="Tell who is said to hold PLACE; or all.")
@click.option("--merge", nargs=2, metavar="CLAIM CLAIM", help="These two are of one incident.")
@click.option("--split", nargs=2, metavar="CLAIM CLAIM", help="These two are not of one incident.")
@click.option("--by", "author", help="Who decides; needed with --merge and --split.")
@click.option("--reason", default="", help="Why.")
@click.option("--evaluate", "cases", type=_folder, help="Score on the cases in this folder.")
@click.option("--made", type=click.IntRange(1), help="Score on so many made-up claims.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the made-up claims.")
@click.option("--errors", is_flag=True, help="List every pair that was decided wrongly.")
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON.")
def link(
    db: str,
    wait: float,
    control: str | None,
    merge: tuple[str, ...] | None,
    split: tuple[str, ...] | None,
    author: str | None,
    reason: str,
    cases: Path | None,
    made: int | None,
    seed: int,
    errors: bool,
    as_json: bool,
) -> None:
    """Link the claims of all reports in the database DB into incidents, and settle these.

    What people merged, split, corrected and rejected is laid over. Run it again after coding or
    reviewing; the same claims and decisions give the same incidents. A CLAIM is named as
    REPORT:CLAIM, by the report's SHA-256 and the claim's id.

    \b
      sijill link
      sijill link --control تدمر
      sijill link --split REPORT:CLAIM REPORT:CLAIM --by lina
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
        for verdict, keys in ((Verdict.MERGE, merge), (Verdict.SPLIT, split)):
            _decide(store, verdict, keys, author, reason)
        counts = _linked(store, registry)
    click.echo(json.dumps(counts) if as_json else _sentence(counts))


def _decide(
    store: Store, verdict: Verdict, keys: tuple[str, ...] | None, author: str | None, reason: str
) -> None:
    if not keys:
        return
    if not author:
        raise click.UsageError("say --by whom it is decided")
    for key in keys:
        if claim_of(key) is None:
            raise click.BadParameter(f"{key!r}: write REPORT:CLAIM, the report by its SHA-256")
    store.judge(Judgement("", keys, verdict, author, datetime.now(UTC), reason=reason))


def _linked(store: Store, registry: Registry) -> dict[str, int]:
    job = store.begin("link", [])
    try:
        counts = link_store(store, registry, Gazetteer.load_default())
    except BaseException:
        # The database may be what failed; then it will be told of the run by the next one.
        with suppress(StoreError):
            store.end(job, {}, state=BROKEN)
        raise
    store.end(job, counts)
    return counts


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
