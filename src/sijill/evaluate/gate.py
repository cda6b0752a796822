"""The accuracy gate: figures may rise, and never fall below the floors that are pinned.

`evals/floors.json` names the gold sets, where they lie (relative to the repository), a digest of
each and its floors. A floor is an F1 to 3 digits: the engine gives the same output for the same
text, so there is no margin. A set that is not on this machine is named, not passed over in
silence.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from sijill.errors import SijillError
from sijill.evaluate.coded import Coded, gold_in
from sijill.evaluate.score import rows, score_all, total

FORMAT = "sijill-floors/1"

Predict = Callable[[Path, Path], dict[str, Coded]]
"""From a folder of gold files and one of texts to predictions by document name."""


class GateError(SijillError):
    """The floors could not be read, or an update would lower one."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One pinned gold set; paths are relative to the folder the gate is run for."""

    name: str
    gold: str
    texts: str
    digest: str
    floors: Mapping[str, float]
    """F1 by slot, and `headline`."""


def read_floors(file: Path) -> list[GoldSet]:
    """The pinned sets, in file order."""
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
        if value["format"] != FORMAT:
            raise GateError(f"{file}: format {value['format']!r} is not {FORMAT!r}")
        return [GoldSet(**one) for one in value["sets"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GateError(f"{file}: not a file of floors: {error!r}") from error


def write_floors(file: Path, sets: list[GoldSet]) -> None:
    """The sets as JSON, one floor a line so that a change shows what moved."""
    value = {
        "format": FORMAT,
        "sets": [
            {
                "name": one.name,
                "gold": one.gold,
                "texts": one.texts,
                "digest": one.digest,
                "floors": dict(one.floors),
            }
            for one in sets
        ],
    }
    file.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def digest_of(gold: Path, texts: Path) -> str:
    """SHA-256 over the gold files and the texts they name: what the figures rest on."""
    found = sha256()
    for file in sorted(gold.glob("*.json")):
        name = json.loads(file.read_bytes())["document"]
        text = texts / name
        if not text.is_file():
            text = texts / f"{name}.txt"
        for part in (file.name.encode(), file.read_bytes(), text.read_bytes()):
            found.update(sha256(part).digest())
    return found.hexdigest()


def measure(gold: Path, texts: Path, predict: Predict) -> dict[str, float]:
    """F1 by slot, and the headline, of predictions for one gold set."""
    found = rows(total(score_all(gold_in(gold, texts), predict(gold, texts))))
    return {slot: row["f1"] for slot, row in found.items()}


def run(
    root: Path, floors: Path, predict: Predict, say: Callable[[str], None], *, update: bool = False
) -> int:
    """Check all floors, or raise them; what is found goes to `say`, one line each.

    Returns 0 where every set holds, 1 where a figure fell, 2 where no set is here at all.
    """
    sets = read_floors(floors)
    checked, held = 0, True
    for at, pinned in enumerate(sets):
        gold, texts = root / pinned.gold, root / pinned.texts
        if not gold.is_dir():
            say(f"{pinned.name}: not here ({pinned.gold}), not checked")
            continue
        checked += 1
        measured, digest = measure(gold, texts, predict), digest_of(gold, texts)
        say(f"{pinned.name}: " + " ".join(f"{slot}={f1:.3f}" for slot, f1 in measured.items()))
        if update:
            sets[at] = raised(pinned, measured, digest)
            continue
        for failure in failures(pinned, measured, digest):
            say(failure)
            held = False
    if update:
        write_floors(floors, sets)
    if checked == 0:
        return 2
    return 0 if held else 1


def failures(pinned: GoldSet, measured: Mapping[str, float], digest: str) -> Iterator[str]:
    """One sentence for everything that is wrong; none when the gate holds."""
    if digest != pinned.digest:
        yield (
            f"{pinned.name}: the gold set is not the one that is pinned; "
            "look at what changed, then run the gate with --update"
        )
    for slot, floor in pinned.floors.items():
        if slot not in measured:
            yield f"{pinned.name}: {slot} has a floor of {floor:.3f} and was not measured"
        elif measured[slot] < floor:
            yield f"{pinned.name}: {slot} is {measured[slot]:.3f}, below its floor of {floor:.3f}"


def raised(pinned: GoldSet, measured: Mapping[str, float], digest: str) -> GoldSet:
    """The set with its floors at the measured figures.

    Raises GateError where one would be lowered or dropped: edit the file by hand, and say why in
    the commit.
    """
    lowered = [
        f"{pinned.name}: {slot} would fall from {floor:.3f} to {measured.get(slot, 0.0):.3f}"
        for slot, floor in pinned.floors.items()
        if measured.get(slot, 0.0) < floor
    ]
    if lowered:
        raise GateError("\n".join([*lowered, "floors are not lowered by --update"]))
    return replace(pinned, digest=digest, floors=dict(measured))
