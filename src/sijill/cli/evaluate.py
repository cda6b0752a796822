"""`sijill evaluate`: coded reports against gold files."""

import csv
import json
from collections import Counter
from pathlib import Path

import click

from sijill.cli import exits
from sijill.cli.engine import load
from sijill.evaluate.calibration import Reliability, calibration
from sijill.evaluate.coded import Coded, GoldError, coded_from, gold_in, predictions_in
from sijill.evaluate.mistake import mistakes
from sijill.evaluate.predict import reports_on
from sijill.evaluate.score import HEADLINE, Scored, Tally, rows, score_all, total
from sijill.export.output import opened
from sijill.model.codec import dumps, to_json

_folder = click.Path(exists=True, file_okay=False, path_type=Path)
_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog=exits.EXPLAINED)
@click.argument("gold_dir", type=_folder)
@click.option("--texts", "texts", type=_folder, required=True, help="Folder of the texts.")
@click.option("--predictions", type=_file, help="Coded reports (jsonl); else code them now.")
@click.option("--save", type=click.Path(path_type=Path), help="Write what was coded, as jsonl.")
@click.option("--per-document", is_flag=True, help="A line of figures for each document.")
@click.option("--errors", is_flag=True, help="List every mistake, by kind.")
@click.option("--calibration", "calibrated", is_flag=True, help="Confidence against correctness.")
@click.option("--by", "column", help="Figures by this column of --documents: country, source …")
@click.option("--documents", type=_file, help="Table (tsv or csv) with a column `name`.")
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON.")
@click.option("--pack", type=click.Path(path_type=Path), help="Folder of a language pack.")
@click.option("--language", default="ar", show_default=True, help="Language, without --pack.")
def evaluate(
    gold_dir: Path,
    texts: Path,
    predictions: Path | None,
    save: Path | None,
    per_document: bool,
    errors: bool,
    calibrated: bool,
    column: str | None,
    documents: Path | None,
    as_json: bool,
    pack: Path | None,
    language: str,
) -> None:
    """Score claims against the gold files in GOLD_DIR: precision, recall and F1 of each field."""
    if (column is None) != (documents is None):
        raise click.UsageError("--by and --documents go together")
    if predictions is not None:
        said = predictions_in(predictions)
    else:
        said = _coded(gold_dir, texts, language, pack, save)
    scored = score_all(gold_in(gold_dir, texts), said)
    groups = {} if documents is None else _groups(scored, documents, str(column))
    if as_json:
        click.echo(json.dumps(_json(scored, groups, calibrated), ensure_ascii=False))
        return
    if per_document:
        for one in scored:
            click.echo(_line(one.document.gold.name, one.tally))
    if errors:
        _show_mistakes(scored)
    for name, group in groups.items():
        click.echo(_line(f"{name} ({len(group)})", total(group)))
    _show_figures(total(scored))
    if calibrated:
        for table in calibration(scored):
            _show_reliability(table)


def _coded(
    gold: Path, texts: Path, language: str, pack: Path | None, save: Path | None
) -> dict[str, Coded]:
    found: dict[str, Coded] = {}
    reports = reports_on(gold, texts, load(language, pack))
    if save is None:
        for report in reports:
            found[report.document.name] = coded_from(to_json(report, text=False))
        return found
    with opened(save) as put:
        for report in reports:
            found[report.document.name] = coded_from(to_json(report, text=False))
            put(dumps(report) + "\n")
    return found


def _groups(scored: list[Scored], table: Path, column: str) -> dict[str, list[Scored]]:
    """Documents by the value of a column, values in order; those not in the table are `?`."""
    delimiter = "," if table.suffix.lower() == ".csv" else "\t"
    with table.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines, delimiter=delimiter)
        for needed in ("name", column):
            if needed not in (reader.fieldnames or ()):
                raise GoldError(f"{table}: there is no column {needed!r}")
        value_of = {row["name"]: row[column] for row in reader}
    found: dict[str, list[Scored]] = {}
    for one in scored:
        found.setdefault(value_of.get(one.document.gold.name) or "?", []).append(one)
    return dict(sorted(found.items()))


def _json(
    scored: list[Scored], groups: dict[str, list[Scored]], calibrated: bool
) -> dict[str, object]:
    found: dict[str, object] = dict(rows(total(scored)))
    if groups:
        found["groups"] = {name: rows(total(group)) for name, group in groups.items()}
    if calibrated:
        found["calibration"] = {
            table.field: {"count": table.count, "ece": round(table.ece, 3)}
            for table in calibration(scored)
        }
    return found


def _line(name: str, tally: Tally) -> str:
    figures = rows(tally)
    shown = [slot for slot in (*HEADLINE, "headline") if slot in figures]
    return f"{name}: " + " ".join(f"{slot}={figures[slot]['f1']:.2f}" for slot in shown)


def _show_figures(tally: Tally) -> None:
    click.echo(f"{'slot':<12}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}")
    for slot, one in tally.figures().items():
        click.echo(f"{slot:<12}{one.precision:>7.3f}{one.recall:>7.3f}{one.f1:>7.3f}{one.gold:>7}")
    click.echo(f"headline (mean F1 of {', '.join(HEADLINE)}): {tally.headline():.3f}")


def _show_mistakes(scored: list[Scored]) -> None:
    found = sorted((mistake for one in scored for mistake in mistakes(one)), key=lambda m: m.kind)
    for mistake in found:
        click.echo(str(mistake))
    for kind, count in sorted(Counter(mistake.kind for mistake in found).items()):
        click.echo(f"{count:>5} {kind}")
    click.echo()


def _show_reliability(table: Reliability) -> None:
    click.echo(f"\n{table.field}: {table.count} with a confidence, ECE {table.ece:.3f}")
    click.echo(f"{'confidence':<14}{'count':>6}{'mean':>7}{'right':>7}")
    for one in table.bins:
        name = f"{one.low:.1f} - {one.high:.1f}"
        click.echo(f"{name:<14}{one.count:>6}{one.confidence:>7.2f}{one.right:>7.2f}")
