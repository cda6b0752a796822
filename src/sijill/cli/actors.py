"""`sijill actors`: look up, list, check and add actors and sources."""

from pathlib import Path

import click

from sijill.cli import exits
from sijill.errors import RegistryError
from sijill.registry.actor import KINDS, Actor
from sijill.registry.overlay import add_actor
from sijill.registry.registry import Registry, load

_OVERLAY = click.option(
    "--overlay",
    "overlays",
    multiple=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with your own tables; may be given several times, later ones win.",
)


@click.group()
def actors() -> None:
    """Look up, list, check and add actors and sources."""


@actors.command(epilog=exits.EXPLAINED)
@click.argument("query")
@click.option("--limit", default=10, show_default=True, help="At most so many.")
@_OVERLAY
def find(query: str, limit: int, overlays: tuple[Path, ...]) -> None:
    """Find actors whose id or name, in any language, resembles QUERY."""
    found = load(overlays).search(query, limit)
    for actor in found:
        click.echo(_line(actor))
    if not found:
        click.echo(f"nobody is called {query!r}; `sijill actors add` adds an actor", err=True)
        exits.leave(exits.SOME_REFUSED)


@actors.command(epilog=exits.EXPLAINED)
@click.argument("actor_id", metavar="ID")
@_OVERLAY
def show(actor_id: str, overlays: tuple[Path, ...]) -> None:
    """Show everything that is known of the actor with that ID."""
    registry = load(overlays)
    for label, value in _facts(registry, registry.actor(actor_id)):
        click.echo(f"{label + ':':<12}{value}")


@actors.command("list")
@click.option("--country", help="Only those at work in this country (ISO code, such as SY).")
@click.option("--kind", type=click.Choice(KINDS), help="Only this kind.")
@_OVERLAY
def list_(country: str | None, kind: str | None, overlays: tuple[Path, ...]) -> None:
    """List actors, one a line: id, kind, countries, names."""
    for actor in load(overlays).actors():
        if country is not None and country.upper() not in actor.countries:
            continue
        if kind is not None and actor.kind != kind:
            continue
        click.echo(_line(actor))


@actors.command(epilog=exits.EXPLAINED)
@_OVERLAY
def check(overlays: tuple[Path, ...]) -> None:
    """Check the tables; every fault is told, one a line, with exit code 1."""
    try:
        registry = load(overlays)
    except RegistryError as error:
        for fault in str(error).splitlines():
            click.echo(fault)
        exits.leave(exits.SOME_REFUSED)
        return
    click.echo(f"{len(registry)} actors, {len(registry.aliases())} names, no faults")


@actors.command(epilog=exits.EXPLAINED)
@click.argument("actor_id", metavar="ID")
@click.option("--overlay", required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--kind", required=True, type=click.Choice(KINDS))
@click.option("--name-en", required=True, help="Its name in English.")
@click.option("--name-ar", required=True, help="Its name in Arabic.")
@click.option("--alias", "aliases", multiple=True, help="Another name; may be repeated.")
@click.option("--country", "countries", multiple=True, help="ISO code, home first; repeatable.")
@click.option("--from", "start", default="", help="First day: 2014, 2014-06 or 2014-06-10.")
@click.option("--to", "end", default="", help="Last day, written like --from.")
def add(
    actor_id: str,
    overlay: Path,
    kind: str,
    name_en: str,
    name_ar: str,
    aliases: tuple[str, ...],
    countries: tuple[str, ...],
    start: str,
    end: str,
) -> None:
    """Add an actor ID to the tables in the folder OVERLAY, which is made if need be."""
    if actor_id in load([overlay] if overlay.is_dir() and any(overlay.iterdir()) else []):
        raise RegistryError(f"actor {actor_id!r} is there already; choose another id")
    row = [actor_id, kind, name_en, name_ar, " ".join(countries).upper(), start, end]
    add_actor(overlay, row, [name_ar, *aliases])
    click.echo(f"{overlay}: {actor_id} added with {1 + len(aliases)} names")


def _line(actor: Actor) -> str:
    where = " ".join(actor.countries) or "-"
    return "\t".join((actor.id, actor.kind, where, actor.name_en, actor.name_ar))


def _facts(registry: Registry, actor: Actor) -> list[tuple[str, str]]:
    found = [
        ("id", actor.id),
        ("kind", actor.kind),
        ("English", actor.name_en),
        ("Arabic", actor.name_ar),
        ("countries", " ".join(actor.countries) or "any"),
        ("active", f"{actor.start or '?'} to {actor.end or 'today'}"),
    ]
    for alias in registry.names(actor.id):
        limits = " ".join(alias.countries)
        dates = f"{alias.start or ''}..{alias.end or ''}" if alias.start or alias.end else ""
        note = ", ".join(part for part in (alias.kind, limits, dates) if part)
        found.append(("name", f"{alias.text} ({note})"))
    for relation in registry.relations(actor.id):
        dates = f" ({relation.start or ''}..{relation.end or ''})" if relation.start else ""
        found.append((relation.relation.replace("_", " "), f"{relation.target}{dates}"))
    for row in registry.crosswalk(actor.id):
        found.append((row.scheme, f"{row.code} {row.name} ({row.relation})"))
    return found
