"""Compiled rooms: used where they were made of exactly the sources that lie here.

`scripts/compile.py` makes them. They say what the sources say, about twice as fast. Where there
are none, or where a source was changed since, the sources run. `SIJILL_NATIVE=0` passes them by.
"""

import os
from collections.abc import Iterator
from hashlib import blake2b
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

ROOMS = (
    "model",
    "ontology",
    "text",
    "lexicon",
    "gazetteer",
    "registry",
    "mentions",
    "claims",
    "incidents",
)
"""The rooms that a report walks through: these are compiled, the doors and windows are not."""
DIGEST = "digest"
"""The file beside compiled rooms that names the sources they were made of."""


def folders(package: Path) -> tuple[Path, ...]:
    """Where compiled rooms for this interpreter may lie: in a package, beside a checkout."""
    abi = EXTENSION_SUFFIXES[0].strip(".").removesuffix(".so").removesuffix(".pyd")
    return package / "_native" / abi, package.parents[1] / "build" / "native" / abi


def sources_of(package: Path) -> Iterator[Path]:
    """Every source of the rooms, and the tables that lie beside them."""
    for room in ROOMS:
        for kind in ("*.py", "*.toml"):
            yield from sorted((package / room).rglob(kind))


def digest_of(package: Path) -> str:
    """A hash of every source of the rooms."""
    digest = blake2b(digest_size=16)
    for path in sources_of(package):
        digest.update(f"{path.relative_to(package).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def compiled(package: Path) -> Path | None:
    """The folder of compiled rooms that hold for the sources in `package`; None without any."""
    if os.environ.get("SIJILL_NATIVE") == "0":
        return None
    for folder in folders(package):
        try:
            made_of = (folder / DIGEST).read_text(encoding="ascii")
        except OSError:
            continue
        if made_of == digest_of(package):
            return folder / package.name
    return None
