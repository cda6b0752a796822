"""The house: a report walks down a corridor of rooms, and rooms look back, never ahead."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "sijill"

ROOMS: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    "ontology": {"model"},
    "text": {"model"},
    "ingest": {"errors", "model", "text"},
    "lexicon": {"errors", "model", "ontology", "text"},
    "gazetteer": {"errors", "model", "text"},
    "registry": {"errors", "model", "text"},
    "mentions": {"errors", "model", "ontology", "text", "lexicon", "gazetteer", "registry"},
    "claims": {"model", "ontology", "text", "lexicon", "registry"},
    "incidents": {"errors", "model", "ontology", "text"},
    "store": {"errors", "model", "ontology", "text", "lexicon", "gazetteer", "registry"},
    "pipeline": {
        "errors",
        "model",
        "text",
        "lexicon",
        "gazetteer",
        "registry",
        "mentions",
        "claims",
        "incidents",
    },
    "export": {"errors", "model", "ontology", "gazetteer", "store"},
    "evaluate": {"errors", "model", "ontology", "text"},
    "cli": {
        "errors",
        "model",
        "ontology",
        "text",
        "ingest",
        "lexicon",
        "gazetteer",
        "registry",
        "pipeline",
        "incidents",
        "store",
        "export",
        "evaluate",
    },
}
"""What each room may import from the package. `sijill` itself gives only the version."""

MODULES = sorted(SOURCE.rglob("*.py"))


def _room(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return parts[0]


def _imports(path: Path) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "sijill":
                found += [(node.lineno, f"sijill.{alias.name}") for alias in node.names]
            else:
                found.append((node.lineno, node.module))
    return [(line, name) for line, name in found if name.startswith("sijill.")]


@pytest.mark.parametrize(
    "path", [m for m in MODULES if m.parent != SOURCE or m.stem in ROOMS], ids=str
)
def test_a_room_looks_back_never_ahead(path: Path) -> None:
    room = _room(path)
    allowed = ROOMS[room] | {room, "__version__", "__main__"}
    ahead = [
        f"{path.relative_to(SOURCE)}:{line} imports {name}"
        for line, name in _imports(path)
        if name.split(".")[1] not in allowed
    ]
    assert not ahead


def test_every_folder_is_a_room() -> None:
    folders = {p.name for p in SOURCE.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders - {"packs"} <= set(ROOMS)
