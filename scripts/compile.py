"""Compile the rooms of the engine: `python scripts/compile.py [--missing] [--into FOLDER]`.

Needs mypyc, a C compiler and Python's headers. The rooms are copied, their classes and constants
written in the way that mypyc makes fast code of (`plain_classes`), and compiled to
`build/native`, from where `sijill.native` takes them as long as no source changes. Exit code 2
says that something needed is not on this machine; then the sources run as they are.
"""

import argparse
import io
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from plain_classes import rewrite

from sijill import native

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "sijill"
GROUP = "sijill.model.rooms"
"""The library that holds all compiled modules; each of them has a small door to it."""
PLAIN = (
    "*/__init__.py",
    "*/lint.py",
    "model/claim.py",
    "model/codec.py",
    "model/document.py",
    "model/judgement.py",
    "model/report.py",
    "ontology/types.py",
    "lexicon/conjugate.py",
    "lexicon/noun.py",
    "lexicon/pack.py",
    "lexicon/verb/*.py",
    "gazetteer/*.py",
    "gazetteer/*/*.py",
    "incidents/[!w]*.py",
    "incidents/weights.py",
    "registry/lint.py",
    "registry/overlay.py",
    "registry/table.py",
    "registry/ground.py",
    "registry/actor.py",
)
"""Modules that stay as they are: what is handed out, and what runs once when an engine is made."""
_RECORD = '''"""Records: plain classes here, but for those that are handed out."""

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

_T = TypeVar("_T")
_VALUES: dict[Any, Any] = {}


def changed(item: _T, **changes: Any) -> _T:
    """A copy with some fields changed."""
    made: Any = item
    kind = made.__class__
    if hasattr(kind, "copied"):
        made = made.copied()
        for name, value in changes.items():
            setattr(made, name, value)
        return made  # type: ignore[no-any-return]
    if kind not in _VALUES:
        _VALUES[kind] = attrgetter(*[field.name for field in fields(kind)])
    made = kind(*_VALUES[kind](made))
    for name, value in changes.items():
        object.__setattr__(made, name, value)
    return made  # type: ignore[no-any-return]


def record(**_options: bool) -> Any:
    """Not used: the records are plain classes already."""
    raise NotImplementedError
'''


def say(text: str) -> None:
    sys.stderr.write(f"compile: {text}\n")


def missing() -> str:
    """What is needed and not here; empty if all is."""
    for package in ("mypyc", "setuptools"):
        if find_spec(package) is None:
            return f"no {package}"
    compiler = shlex.split(sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(compiler) is None:
        return f"no C compiler ({compiler})"
    if not (Path(sysconfig.get_path("include")) / "Python.h").is_file():
        return "no headers of Python (the package python3-dev)"
    return ""


def rewrite_rooms(into: Path) -> list[Path]:
    """Rewrite the rooms of the package at `into`; the modules to compile."""
    chosen: list[Path] = []
    for room in native.ROOMS:
        for path in sorted((into / "sijill" / room).rglob("*.py")):
            name = path.relative_to(into / "sijill")
            if name.as_posix() == "model/record.py":
                path.write_text(_RECORD, encoding="utf-8")
            elif any(name.match(pattern) for pattern in PLAIN):
                continue
            else:
                path.write_text(rewrite(path.read_text(encoding="utf-8")), encoding="utf-8")
            chosen.append(path.relative_to(into))
    return chosen


def generate(modules: list[Path]) -> list[Any]:
    """Write C for the modules of the working folder; what is to be built of it."""
    from mypyc.build import mypycify

    options = ["--ignore-missing-imports", "--follow-imports=silent", "--no-color-output"]
    told = io.StringIO()
    try:
        with redirect_stdout(told), redirect_stderr(told):
            extensions: list[Any] = mypycify(
                [*options, *map(str, modules)],
                opt_level="1",
                debug_level="0",
                multi_file=True,
                group_name=GROUP,
            )
    except SystemExit:
        # Its hints on what could be faster are no faults.
        say("\n".join(line for line in told.getvalue().splitlines() if ": warning:" not in line))
        raise
    return extensions


def build(extension: Any, pool: ThreadPoolExecutor) -> None:
    """Compile and link one extension into the working folder."""
    variables = sysconfig.get_config_vars()
    compiler = shlex.split(variables["CC"])
    flags = ["-fPIC", "-fwrapv", "-DNDEBUG", *extension.extra_compile_args, "-w"]
    headers = Path("build", *GROUP.split(".")[:-1])
    includes = [*extension.include_dirs, str(headers), sysconfig.get_path("include")]
    flags += [f"-I{folder}" for folder in includes]

    def made(source: str) -> str:
        target = source.removesuffix(".c") + ".o"
        subprocess.run([*compiler, *flags, "-c", source, "-o", target], check=True)
        return target

    objects = list(pool.map(made, extension.sources))
    suffix = variables["EXT_SUFFIX"]
    target = Path(*extension.name.split(".")).with_suffix("")
    library = target.parent / f"{target.name}{suffix}"
    library.parent.mkdir(parents=True, exist_ok=True)
    linker = shlex.split(variables["LDSHARED"])
    subprocess.run([*linker, *objects, "-o", str(library)], check=True)


def install(sources: Path, work: Path, target: Path) -> None:
    """Put the compiled rooms, beside the sources they are of, where `sijill.native` looks."""
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    for path in native.sources_of(sources):
        copy = fresh / "sijill" / path.relative_to(sources)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)
    for path in sorted((work / "sijill").rglob(f"*{sysconfig.get_config_var('EXT_SUFFIX')}")):
        shutil.copy2(path, fresh / path.relative_to(work))
    (fresh / native.DIGEST).write_text(native.digest_of(sources), encoding="ascii")
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--into", type=Path, default=native.folders(PACKAGE)[1])
    parser.add_argument("--check", action="store_true", help="only see that it can be compiled")
    parser.add_argument(
        "--missing", action="store_true", help="only where none of these sources are there"
    )
    options = parser.parse_args()
    if options.missing and native.compiled(PACKAGE) is not None:
        return 0
    lack = missing()
    if lack:
        say(f"{lack}: the sources run as they are")
        return 2
    with tempfile.TemporaryDirectory(prefix="sijill-") as folder:
        work, sources = Path(folder), Path(folder, "sources")
        # What is compiled is this copy, whatever happens to the sources meanwhile.
        shutil.copytree(PACKAGE, sources, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(sources, work / "sijill")
        modules = rewrite_rooms(work)
        os.chdir(work)
        extensions = generate(modules)
        if options.check:
            os.chdir(ROOT)
            return 0
        with ThreadPoolExecutor(options.jobs) as pool:
            for extension in extensions:
                build(extension, pool)
        install(sources, work, options.into)
        os.chdir(ROOT)
    say(f"{len(modules)} modules compiled into {options.into}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
