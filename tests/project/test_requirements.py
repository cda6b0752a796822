"""What Sijill depends on is declared, pinned, hashed and free to use."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))

_PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_COPYLEFT = re.compile(r"(?<!L)\bA?GPL|(?<!Lesser )General Public|Affero", re.IGNORECASE)


def pins(name: str) -> dict[str, str]:
    """Package and version of every pin in a lock file."""
    return dict(_PIN.findall((ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")))


def names(requirements: list[str]) -> set[str]:
    found = (_NAME.match(one) for one in requirements)
    return {normal(match.group()) for match in found if match}


def normal(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def licences(package: str) -> list[str]:
    """What the package says of its licence: an expression, else text and classifiers."""
    stated = metadata.metadata(package)
    expression = stated.get_all("License-Expression")
    if expression:
        return list(expression)
    classifiers = [c for c in stated.get_all("Classifier") or [] if c.startswith("License")]
    texts = stated.get_all("License") or []
    return [*classifiers, *(text.split("\n")[0] for text in texts)]


def binds(licence: str) -> bool:
    """Whether the licence leaves no choice but GPL or AGPL. "MPL-1.1 OR GPL-2.0" leaves one."""
    return all(_COPYLEFT.search(choice) for choice in re.split(r"\bOR\b", licence))


@pytest.mark.parametrize("package", sorted(pins("run")))
def test_no_package_needed_to_run_is_under_gpl_or_agpl(package: str) -> None:
    stated = [one for one in licences(package) if one]
    assert stated, f"{package} states no licence"
    assert not any(binds(one) for one in stated), stated


@pytest.mark.parametrize(
    ("licence", "bound"),
    [
        ("GPL-3.0-only", True),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", True),
        ("AGPL-3.0-or-later", True),
        ("GPL-2.0-only OR AGPL-3.0-only", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", False),
        ("LGPL-3.0-only", False),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", False),
        ("Apache-2.0", False),
    ],
)
def test_a_licence_binds_where_it_leaves_no_other_choice(licence: str, bound: bool) -> None:
    assert binds(licence) is bound


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_pin_has_hashes_and_no_lock_names_an_index(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text and "--find-links" not in text and "--extra" not in text
    entries = re.split(r"(?m)^(?=[a-z0-9])", text)[1:]
    assert entries
    for entry in entries:
        assert _PIN.match(entry), entry
        assert "--hash=sha256:" in entry, entry


def test_what_runs_is_pinned_alike_for_users_and_developers() -> None:
    developers = pins("dev").items()
    assert pins("run").items() <= developers


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    assert names(PROJECT["project"]["dependencies"]) <= pins("run").keys()
    assert names(PROJECT["dependency-groups"]["dev"]) <= pins("dev").keys()


def imports(folder: Path) -> Iterator[str]:
    """The packages of others that the modules below `folder` import."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def test_every_package_that_is_imported_is_declared_and_the_other_way_round() -> None:
    homes = metadata.packages_distributions()
    others = {
        normal(home)
        for name in imports(ROOT / "src")
        if name not in sys.stdlib_module_names and name != "sijill"
        for home in homes.get(name, ())
    }
    assert others == names(PROJECT["project"]["dependencies"])


def test_every_dependency_is_explained() -> None:
    page = (ROOT / "docs" / "decisions" / "0004-dependencies.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([a-z0-9-]+)`", page))
    declared = names(PROJECT["project"]["dependencies"])
    assert (declared | names(PROJECT["dependency-groups"]["dev"]) | {"uv"}) - told == set()
    assert pins("run").keys() - told == set()
