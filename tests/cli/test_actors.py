"""`sijill actors`: looking up, listing, checking and adding; the guide followed to the letter."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sijill.cli import exits
from sijill.cli.actors import actors
from sijill.cli.main import main
from sijill.registry.registry import load

_GUIDE = Path(__file__).parents[2] / "docs" / "add-an-actor.md"


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["actors", *arguments])


def test_find_prints_the_best_match_first() -> None:
    done = _run("find", "الدعم السريع")
    assert done.exit_code == exits.DONE
    assert done.stdout.splitlines()[0].split("\t")[:3] == ["rsf", "armed_group", "SD"]


def test_find_without_a_match_says_what_to_do() -> None:
    done = _run("find", "قثضصشسيبلات")
    assert done.exit_code == exits.SOME_REFUSED
    assert "sijill actors add" in done.stderr


def test_show_tells_names_relations_and_codes() -> None:
    told = _run("show", "hezbollah").stdout
    for piece in ("حزب الله", "sponsored by:", "ucdp:", "366", "framing"):
        assert piece in told


def test_show_of_an_unknown_id_is_an_error() -> None:
    assert _run("show", "nobody").exit_code == exits.USAGE


def test_list_narrows_by_country_and_kind() -> None:
    rows = [
        line.split("\t")
        for line in _run("list", "--country", "sd", "--kind", "militia").stdout.splitlines()
    ]
    assert "janjaweed" in {row[0] for row in rows}
    assert all(row[1] == "militia" and "SD" in row[2].split() for row in rows)


def test_check_of_the_bundled_tables_finds_nothing() -> None:
    done = _run("check")
    assert done.exit_code == exits.DONE
    assert "no faults" in done.stdout


def test_check_tells_every_fault(tmp_path: Path) -> None:
    header = "actor,relation,target,from,to"
    (tmp_path / "relations.csv").write_text(f"{header}\nhamas,likes,x,,\n", encoding="utf-8")
    done = _run("check", "--overlay", str(tmp_path))
    assert done.exit_code == exits.SOME_REFUSED
    assert len(done.stdout.splitlines()) == 2


def test_add_refuses_a_known_id_and_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    names = ["--kind", "media", "--name-en", "X", "--name-ar", "اسم"]
    assert _run("add", "reuters", "--overlay", str(tmp_path), *names).exit_code == exits.USAGE
    assert _run("add", "Not An Id", "--overlay", str(tmp_path), *names).exit_code == exits.USAGE
    assert list(tmp_path.iterdir()) == []


def test_the_guide_works_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```sh\n(.*?)```", _GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    commands = [
        shlex.split(line)
        for block in blocks
        for line in block.replace("\\\n", " ").splitlines()
        if line.strip()
    ]
    assert [command[:2] for command in commands] == [["sijill", "actors"]] * len(commands)
    for command in commands:
        done = CliRunner().invoke(actors, command[2:], catch_exceptions=False)
        assert done.exit_code == exits.DONE, (command, done.output)
    registry = load([tmp_path / "my-actors"])
    assert registry.lookup("كتائب حرس الوادي")[0].actor == "wadi-guards"


def test_the_guide_lists_every_kind_and_column() -> None:
    from sijill.registry.actor import ALIAS_KINDS, KINDS, RELATIONS
    from sijill.registry.table import COLUMNS

    text = _GUIDE.read_text(encoding="utf-8")
    words = set(re.findall(r"[a-z_]+", text))
    assert words >= {*KINDS, *ALIAS_KINDS, *RELATIONS, *COLUMNS["aliases.csv"]}
