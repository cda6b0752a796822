"""`sijill gazetteer`: look places up, add your own, take in tables of others."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from sijill.gazetteer import layers, overlay
from sijill.gazetteer.importers import codab, geonames, own, pcodes, wikidata, wof
from sijill.gazetteer.importers.intake import Manifest, Origin, Skip, store
from sijill.gazetteer.row import KINDS, Row
from sijill.gazetteer.table import Gazetteer

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of your imports and places; by default SIJILL_DATA or your platform's folder.",
)
@click.pass_context
def gazetteer(ctx: click.Context, data: Path | None) -> None:
    """Look places up, add your own, take in tables of others. Never goes online."""
    ctx.obj = data


@gazetteer.command()
@click.argument("name")
@click.option("--limit", default=10, show_default=True, help="Most places to show.")
@click.option("--country", help="Only places of this country (two letters).")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def find(data: Path | None, name: str, limit: int, country: str | None, as_json: bool) -> None:
    """Places whose Arabic or English NAME is like this one, best first."""
    places = Gazetteer.load_default(data=data)
    wider = limit if country is None else limit * 20
    hits = [
        (row, score)
        for row, score in places.search(name, wider)
        if country is None or row.country == country.upper()
    ]
    if not hits:
        raise click.ClickException(
            f"no place is called {name}; `sijill gazetteer add` puts it into your own table"
        )
    for row, score in hits[:limit]:
        if as_json:
            click.echo(json.dumps({**asdict(row), "likeness": round(score)}, ensure_ascii=False))
        else:
            click.echo(f"{row.id}  {_line(places, row)}  {score:.0f} %")


def _line(places: Gazetteer, row: Row) -> str:
    unit = places.get(row.adm1)
    within = ", ".join(filter(None, (unit.name if unit else "", row.country)))
    point = f"{row.lat:.4f} {row.lon:.4f} (within {row.uncertainty_km:g} km)"
    return f"{row.name}  {row.kind}  {within}  {point}"


@gazetteer.command()
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="As a JSON object.")
@click.pass_obj
def show(data: Path | None, id_: str, as_json: bool) -> None:
    """Everything known of the place ID."""
    row = Gazetteer.load_default(data=data).get(id_)
    if row is None:
        raise click.ClickException(f"no place has the id {id_}; `sijill gazetteer find` lists ids")
    if as_json:
        click.echo(json.dumps(asdict(row), ensure_ascii=False, indent=2))
        return
    for field, value in asdict(row).items():
        text = "، ".join(value) if isinstance(value, tuple) else value
        if text not in (None, "", 0):
            click.echo(f"{field}: {text}")


@gazetteer.command()
@click.option("--name", required=True, help="Arabic name in ordinary spelling.")
@click.option("--lat", required=True, type=float, help="Latitude in degrees.")
@click.option("--lon", required=True, type=float, help="Longitude in degrees.")
@click.option("--kind", required=True, type=click.Choice(KINDS), metavar="KIND", help="What it is.")
@click.option("--country", required=True, help="ISO 3166 code of two letters.")
@click.option("--also", multiple=True, help="Another Arabic spelling; may be repeated.")
@click.option("--english", default="", help="English name.")
@click.option("--adm1", help="Id of the first-level unit that it lies in.")
@click.option("--within", default=1.0, show_default=True, help="Uncertainty in km.")
@click.option("--source", default="own knowledge", show_default=True, help="How you know.")
@click.option("--id", "id_", help="Id; an existing one corrects that place.")
@click.pass_obj
def add(data: Path | None, /, id_: str | None, **fields: Any) -> None:
    """Put a place into your own table, or correct one by its id."""
    places = Gazetteer.load_default(data=data)
    row = Row(
        id=id_ or overlay.new_id(places),
        name=fields["name"].strip(),
        kind=fields["kind"],
        lat=fields["lat"],
        lon=fields["lon"],
        country=fields["country"].upper(),
        adm1=fields["adm1"],
        uncertainty_km=fields["within"],
        source=fields["source"],
        names=fields["also"],
        name_en=fields["english"],
    )
    for other in overlay.namesakes(places, row):
        click.echo(f"note: {other.id} has that name and is close: {_line(places, other)}", err=True)
    table = overlay.add(row, places, data)
    click.echo(f"{row.id}  {_line(places, row)}")
    click.echo(f"written to {table}")


@gazetteer.command("list")
@click.pass_obj
def list_(data: Path | None) -> None:
    """The tables in use, lowest first, with their number of places."""
    places = Gazetteer.load_default(data=data)
    for layer in places.layers:
        click.echo(f"{layer.rows:>7}  {layer.name}")
    click.echo(f"{len(places):>7}  different places")


@gazetteer.command()
@click.pass_obj
def licences(data: Path | None) -> None:
    """Licence and credit of every table in use."""
    for name, licence in Gazetteer.load_default(data=data).licences():
        click.echo(f"{name}: {licence}")
        if layers.share_alike(licence):
            click.echo("  share-alike: whoever publishes data made with it is bound by it too")


@gazetteer.group("import")
def import_() -> None:
    """Take in a table from a file. Shipped places only gain spellings by it."""


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--licence-file", type=FILE, help="Licence text to keep with the table."),
        click.option("--name", help="Name of the import; an earlier one of that name is replaced."),
        click.option("--file", "file", required=True, type=FILE, help="The table."),
        click.pass_obj,
    ):
        command = option(command)
    return command


def _take_in(
    data: Path | None,
    records: Iterable[Row | Skip],
    origin: Origin,
    files: list[Path],
    name: str | None,
    licence_file: Path | None,
) -> None:
    """Store the records and tell what became of them."""
    title = name or f"{origin.format}-{files[0].name.split('.')[0]}".lower()
    manifest = store(title, records, origin, files, data, licence_file)
    _report(manifest)


def _report(manifest: Manifest) -> None:
    click.echo(f"{manifest.name}: {manifest.rows} places, {manifest.known} of them known before")
    for reason, count in manifest.skipped.items():
        click.echo(f"  left out {count}: {reason} ({', '.join(manifest.examples[reason])})")
    click.echo(f"  licence: {manifest.licence}")
    if manifest.share_alike:
        click.echo("  share-alike: whoever publishes data made with it is bound by it too")


@import_.command("geonames")
@_options
@click.option("--names", type=FILE, help="alternateNamesV2.zip or .txt: names with their language.")
def _geonames(
    data: Path | None, file: Path, name: str | None, licence_file: Path | None, names: Path | None
) -> None:
    """A country's GeoNames dump (SY.zip or SY.txt)."""
    files = [file, *([names] if names else [])]
    _take_in(data, geonames.records(file, names), geonames.ORIGIN, files, name, licence_file)


@import_.command("cod-ab")
@_options
def _codab(data: Path | None, file: Path, name: str | None, licence_file: Path | None) -> None:
    """OCHA's administrative boundaries, GeoJSON or CSV."""
    _take_in(data, codab.records(file), codab.ORIGIN, [file], name, licence_file)


@import_.command("pcodes")
@_options
def _pcodes(data: Path | None, file: Path, name: str | None, licence_file: Path | None) -> None:
    """OCHA's global list of place codes, CSV."""
    _take_in(data, pcodes.records(file), pcodes.ORIGIN, [file], name, licence_file)


@import_.command("wof")
@_options
@click.option("--country", help="ISO code of two letters, if the file does not tell it.")
def _wof(
    data: Path | None, file: Path, name: str | None, licence_file: Path | None, country: str | None
) -> None:
    """Who's On First as a tab-separated table."""
    _take_in(data, wof.records(file, country), wof.ORIGIN, [file], name, licence_file)


@import_.command("wikidata")
@_options
def _wikidata(data: Path | None, file: Path, name: str | None, licence_file: Path | None) -> None:
    """A Wikidata query's answer: CSV, JSON or JSON lines."""
    _take_in(data, wikidata.records(file), wikidata.ORIGIN, [file], name, licence_file)


@import_.command("csv")
@_options
@click.option("--source", required=True, help="Who made the table.")
@click.option("--licence", required=True, help="On what terms you have it.")
def _csv(
    data: Path | None,
    file: Path,
    name: str | None,
    licence_file: Path | None,
    source: str,
    licence: str,
) -> None:
    """A table in Sijill's own columns (docs/add-a-place.md)."""
    origin = Origin("csv", source, licence)
    _take_in(data, own.records(file), origin, [file], name, licence_file)
