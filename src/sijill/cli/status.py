"""`sijill status`: what a database holds, what is due, and what was refused."""

import json
from pathlib import Path
from typing import Any

import click

from sijill.cli import exits
from sijill.cli.engine import data
from sijill.cli.parameters import in_database
from sijill.export.bidi import plain
from sijill.store.store import Store, open_
from sijill.store.work import Job

_RUNS = 5


@click.command(epilog=exits.EXPLAINED)
@in_database
@click.option("--pack", type=click.Path(path_type=Path), help="Folder of a language pack.")
@click.option("--language", default="ar", show_default=True, help="Language, without --pack.")
@click.option("--refused", is_flag=True, help="List every input that was refused, and why.")
@click.option("--json", "as_json", is_flag=True, help="As a JSON object.")
def status(
    db: str, wait: float, pack: Path | None, language: str, refused: bool, as_json: bool
) -> None:
    """Tell what the database DB holds, what is due for coding, and what was refused."""
    with open_(db, wait=wait) as store:
        facts = _facts(store, language, pack)
        if as_json:
            facts["refusals"] = [
                {"name": one.name, "kind": one.kind, "message": one.message}
                for one in store.refused()
            ]
            click.echo(json.dumps(facts, ensure_ascii=False))
            return
        if refused:
            for one in store.refused():
                click.echo(plain(f"{one.name}: {one.message}"))
            return
        for line in _lines(facts, store.jobs(_RUNS)):
            click.echo(line)


def _facts(store: Store, language: str, pack: Path | None) -> dict[str, Any]:
    stamp, _ = data(language, pack)
    return {
        "database": store.name,
        "version": store.version,
        **store.counts(),
        "due": store.due(stamp),
        "languages": store.languages(),
        "coded_by": [
            {"program": program, "pack": label, "data": digest[:12], "reports": count}
            for program, label, digest, count in store.stamps()
        ],
        "refused": store.refused_by_kind(),
    }


def _lines(facts: dict[str, Any], jobs: list[Job]) -> list[str]:
    shown = [f"{facts['database']}, version {facts['version']}"]
    notes = {
        "reports": _listed(facts["languages"]),
        "coded": ", ".join(
            f"{one['reports']:,} by {one['program']} with {one['pack']}, data {one['data']}"
            for one in facts["coded_by"]
        ),
        "due": "`sijill code --db` codes them" if facts["due"] else "",
    }
    names = ("reports", "origins", "coded", "due", "claims", "control", "judgements", "incidents")
    for name in names:
        shown.append(f"  {name:<12}{facts[name]:>10,}  {notes.get(name, '')}".rstrip())
    total = sum(facts["refused"].values())
    if total:
        shown.append(f"  {'refused':<12}{total:>10,}  {_listed(facts['refused'])}; see --refused")
    if jobs:
        shown.append("  last runs")
    for job in jobs:
        counts = ", ".join(f"{name} {count:,}" for name, count in job.counts.items() if count)
        shown.append(f"    {job.started}  {job.kind:<6}{job.state}  {counts}".rstrip())
    return shown


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items())
