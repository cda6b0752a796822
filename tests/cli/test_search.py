"""`sijill search`: the commands of the pages, on both databases, with the same results."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sijill.cli import exits
from sijill.cli.main import main
from tests.server import Server

SAMPLES = Path(__file__).parents[2] / "samples" / "ar"
SEARCHES = (
    ["قصف"],
    ["قصف", "--without", "المدفعية"],
    ["--actor", "ISIS"],
    ["--actor", "داعش", "--type", "battles"],
    ["--place", "دمشق"],
    ["--place", "Damascus"],
    ["--place", "Syria", "--from", "2018-01-01", "--to", "2018-12-31"],
    ["--country", "YE", "--losses", "killed"],
    ["--box", "30,30,40,45"],
    ["--near", "Damascus", "--km", "8"],
    ["--near", "15.35,44.2", "--km", "300"],
    ["--confidence", "0.8", "--stance", "reports", "--status", "new"],
    ["--in-report", "مدنيين"],
    ["--reports", "قتل"],
    ["--reports", "--country", "LY"],
    ["--by", "actor"],
    ["--by", "month", "--source", "وكالة"],
    ["--review", "confirmed"],
)


def sijill(*words: str) -> Result:
    done = CliRunner().invoke(main, list(words))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture(scope="module")
def databases(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The samples, added and coded with the real engine, in an SQLite file and on a server."""
    server.run("CREATE DATABASE searched")
    found = [str(tmp_path_factory.mktemp("searched") / "l.db"), server.address("searched")]
    for db in found:
        assert sijill("init", "--db", db).exit_code == exits.DONE
        assert sijill("add", str(SAMPLES), "--db", db).exit_code == exits.DONE
        assert sijill("code", "--db", db).exit_code == exits.DONE
    yield found


@pytest.mark.parametrize("words", SEARCHES, ids=" ".join)
def test_both_databases_answer_alike(databases: list[str], words: list[str]) -> None:
    answers = [sijill("search", *words, "--limit", "0", "--db", db) for db in databases]
    assert [one.exit_code for one in answers] == [exits.DONE, exits.DONE]
    assert answers[0].output == answers[1].output
    assert bool(answers[0].stdout) is (words != ["--review", "confirmed"])


@pytest.mark.parametrize("words", [["قصف"], ["--reports", "قتل"], ["--by", "actor"]])
def test_tables_are_alike_too(databases: list[str], words: list[str]) -> None:
    answers = [sijill("search", *words, "-f", "table", "--db", db) for db in databases]
    assert answers[0].output == answers[1].output
    assert len(answers[0].stdout.splitlines()) > 3


def test_a_found_claim_tells_its_report_and_is_whole(databases: list[str]) -> None:
    done = sijill("search", "--country", "YE", "--limit", "1", "--db", databases[0])
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert (found["format"], found["review"]) == ("sijill-found/1", "none")
    assert found["report"]["document"].endswith("02-yemen.txt")
    start, end = found["claim"]["trigger_span"]
    text = (SAMPLES / "02-yemen.txt").read_text(encoding="utf-8")
    assert text[start:end] == found["claim"]["trigger"]


def test_a_table_tells_how_many_there_are_beyond_the_limit(databases: list[str]) -> None:
    done = sijill("search", "--limit", "2", "-f", "table", "--db", databases[0])
    shown, total = done.stdout.splitlines()[-1].removesuffix(" claims").split(" of ")
    assert (shown, int(total) > 2) == ("2", True)


def test_how_a_name_was_understood_is_told_beside_the_results(databases: list[str]) -> None:
    done = sijill("search", "--place", "Damascus", "--actor", "Houthi", "--db", databases[0])
    assert "note: Damascus: دمشق (" in done.stderr
    assert "note: Houthi: houthis" in done.stderr
    done = sijill("search", "--actor", "لواء لا وجود له", "--db", databases[0])
    assert "note: nobody is called لواء لا وجود له" in done.stderr or "nearest" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--type", "war"], "'war' is no type; the types are Battles"),
        (["--losses", "dead:3"], "write KIND or KIND:N, such as killed:10"),
        (["--losses", "killed:many"], "write KIND or KIND:N"),
        (["--box", "1,2,3"], "write the degrees south,west,north,east"),
        (["--near", "Nowhere-at-all"], "no place is called Nowhere-at-all"),
        (["--from", "yesterday"], "is not a date"),
        (["--stance", "lies"], "'lies' is not one of"),
    ],
)
def test_what_cannot_be_meant_is_2_and_says_why(
    databases: list[str], words: list[str], told: str
) -> None:
    done = sijill("search", *words, "--db", databases[0])
    assert done.exit_code == exits.USAGE
    assert told in done.stderr


def test_no_database_is_told(tmp_path: Path) -> None:
    done = sijill("search", "قصف", "--db", str(tmp_path / "none.db"))
    assert done.exit_code == exits.USAGE
    assert "make it with `sijill init`" in done.stderr
