"""`sijill add URL`, from a server on this machine."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sijill.cli import exits
from sijill.store.store import Store, create, open_
from tests.cli.conftest import Run
from tests.ingest.web import Web, answer, moved, serving

BODY = "قصفت طائرات حربية بلدة الروضة صباح اليوم ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين."
PAGE = (
    "<html><head><title>قصف الروضة</title>"
    '<meta property="article:published_time" content="2024-05-15T10:00:00+03:00"></head>'
    f"<body><article><h1>قصف الروضة</h1><p>{BODY}</p></article></body></html>"
)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A server that any name leads to."""
    with serving() as found:
        monkeypatch.setattr("sijill.ingest.fetch.RULES", found.rules())
        yield found


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = str(tmp_path / "ledger.db")
    create(path).close()
    return path


def only(store: Store) -> str:
    (report,) = store.reports()
    return report.sha256


def test_a_page_is_kept_with_its_address_its_date_and_when_it_was_had(
    run: Run, db: str, web: Web
) -> None:
    web.page("/a", PAGE)
    done = run("add", web.url("/a"), "--db", db)
    assert (done.exit_code, done.stderr) == (exits.DONE, "1 report added.\n")
    with open_(db) as store:
        (report,) = store.reports()
        assert (report.title, report.published) == ("قصف الروضة", "2024-05-15")
        assert report.published_basis == "metadata"
        (origin,) = store.origins(report.sha256)
    assert (origin.kind, origin.location, origin.record) == ("url", web.url("/a"), None)
    assert timedelta(0) <= datetime.now(UTC) - origin.retrieved < timedelta(minutes=1)


def test_the_same_page_again_is_nothing_new_and_a_changed_one_is(
    run: Run, db: str, web: Web
) -> None:
    web.page("/a", PAGE)
    run("add", web.url("/a"), "--db", db)
    assert "0 reports added; 1 there already." in run("add", web.url("/a"), "--db", db).stderr
    web.page("/a", PAGE.replace("ثلاثة", "أربعة"))
    assert run("add", web.url("/a"), "--db", db).stderr == "1 report added.\n"


def test_a_file_and_its_page_are_one_report_with_two_origins(
    run: Run, db: str, web: Web, tmp_path: Path
) -> None:
    web.page("/a", BODY, "text/plain; charset=utf-8")
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    run("add", tmp_path / "a.txt", web.url("/a"), "--db", db)
    with open_(db) as store:
        kinds = {origin.kind for origin in store.origins(only(store))}
    assert kinds == {"file", "url"}


def test_the_day_in_the_address_counts_where_the_page_names_none(
    run: Run, db: str, web: Web
) -> None:
    web.pages["/old"] = moved("/2023/04/09/story")
    web.page("/2023/04/09/story", f"<html><body><article><p>{BODY}</p></article></body></html>")
    run("add", web.url("/old"), "--db", db)
    with open_(db) as store:
        (report,) = store.reports()
    assert report.published == "2023-04-09"


def test_what_was_refused_is_kept_until_it_comes(run: Run, db: str, web: Web) -> None:
    web.pages["/a"] = answer(503)
    done = run("add", web.url("/a"), "http://10.0.0.1/x", "ftp://news.example/", "--db", db)
    assert done.exit_code == exits.NOTHING_CODED
    assert f"refused: {web.url('/a')}: the host answered with status 503" in done.stderr
    assert done.stderr.endswith("0 reports added; 3 refused (address 2, fetch 1).\n")
    web.page("/a", PAGE)
    run("add", web.url("/a"), "--db", db)
    told = json.loads(run("status", "--db", db, "--json").stdout)
    assert sorted(one["name"] for one in told["refusals"]) == [
        "ftp://news.example/",
        "http://10.0.0.1/x",
    ]


def test_without_the_rules_of_tests_this_machine_is_not_asked(run: Run, db: str) -> None:
    done = run("add", "http://127.0.0.1/", "--db", db)
    assert "not on the public internet" in done.stderr
