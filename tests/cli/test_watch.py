"""`sijill watch`, over feeds from a server on this machine."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from sijill.cli import exits
from sijill.ingest.manners import Manners
from sijill.store import feeds
from sijill.store.store import create, open_
from tests.cli.conftest import Run
from tests.ingest.web import Web, answer, serving

BODY = "قصفت طائرات حربية بلدة {} صباح اليوم ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين."
TOWNS = ("الروضة", "المرج", "الزهراء")


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A server that any name leads to, with a feed of three reports; nobody waits."""
    with serving() as found:
        monkeypatch.setattr("sijill.ingest.fetch.RULES", found.rules())
        hasty = partial(Manners, sleep=lambda _: None)
        monkeypatch.setattr("sijill.ingest.manners.Manners", hasty)
        for number, town in enumerate(TOWNS):
            text = f"<html><body><article><p>{BODY.format(town)}</p></article></body></html>"
            found.page(f"/{number}", text)
        found.page("/rss", rss(), "application/rss+xml", ETag='"1"', Last_Modified="Thu")
        yield found


def rss(count: int = 3) -> str:
    entries = "".join(
        f"<item><title>خبر {TOWNS[n]}</title><link>/{n}</link><guid>{n}</guid>"
        f"<pubDate>Wed, 1{n} May 2024 23:30:00 +0300</pubDate>"
        f"<description>&lt;p&gt;مقتطف من {TOWNS[n]}&lt;/p&gt;</description></item>"
        for n in range(count)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{entries}</channel></rss>'


@pytest.fixture
def db(address: str) -> str:
    create(address).close()
    return address


@pytest.fixture
def plan(web: Web, tmp_path: Path) -> Path:
    path = tmp_path / "feeds.toml"
    path.write_text(
        f'contact = "archive@example.org"\n[[feed]]\nurl = "{web.url("/rss")}"\n', encoding="utf-8"
    )
    return path


def test_what_a_feed_names_is_kept_once(run: Run, db: str, web: Web, plan: Path) -> None:
    done = run("watch", plan, "--once", "--db", db)
    assert (done.exit_code, done.stderr) == (exits.DONE, "3 reports added.\n")
    assert web.paths == ["/robots.txt", "/rss", "/0", "/1", "/2"]
    assert {headers["user-agent"] for _, headers in web.asked} == {
        "Sijill/0.1.0 (archive of news reports; archive@example.org)"
    }
    with open_(db) as store:
        reports = {report.title: report for report in store.reports()}
        assert sorted(str(one.published) for one in reports.values()) == [
            "2024-05-10",
            "2024-05-11",
            "2024-05-12",
        ]
        first = reports["خبر الروضة"]
        (origin,) = store.origins(first.sha256)
    assert (origin.kind, origin.location) == ("feed", web.url("/rss"))
    assert origin.record == web.url("/0")
    web.asked.clear()
    done = run("watch", plan, "--once", "--db", db)
    assert (done.exit_code, web.paths) == (exits.DONE, ["/robots.txt", "/rss"])
    assert done.stderr == "0 reports added.\n"


def test_an_unchanged_feed_is_not_sent_again(run: Run, db: str, web: Web, plan: Path) -> None:
    run("watch", plan, "--once", "--db", db)
    web.pages["/rss"] = answer(304)
    web.asked.clear()
    done = run("watch", plan, "--once", "--db", db)
    assert (done.exit_code, done.stderr) == (
        exits.DONE,
        "0 reports added. 1 of 1 feeds unchanged.\n",
    )
    path, headers = web.asked[-1]
    assert path == "/rss"
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"1"', "Thu")


def test_what_cannot_be_had_now_is_had_later(run: Run, db: str, web: Web, plan: Path) -> None:
    there = web.pages["/1"]
    web.pages["/1"] = answer(500)
    web.pages["/2"] = answer(404)
    done = run("watch", plan, "--once", "--db", db)
    assert done.exit_code == exits.SOME_REFUSED
    assert done.stderr.endswith("1 report added; 2 refused (fetch 2).\n")
    web.pages["/1"] = there
    web.asked.clear()
    done = run("watch", plan, "--once", "--db", db)
    assert (done.exit_code, done.stderr) == (exits.DONE, "1 report added.\n")
    assert web.paths == ["/robots.txt", "/rss", "/1"]
    assert "if-none-match" not in web.asked[1][1]
    with open_(db) as store:
        assert [one.name for one in store.refused()] == [web.url("/2")]


def test_a_round_that_was_broken_off_goes_on(
    run: Run, db: str, web: Web, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = feeds.see
    calls = iter(range(99))

    def see(*words: object) -> None:
        if next(calls) == 1:  # The second report is written, the note of it is not.
            raise KeyboardInterrupt
        own(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(feeds, "see", see)
    assert run("watch", plan, "--once", "--db", db).exit_code == exits.INTERRUPTED
    done = run("watch", plan, "--once", "--db", db)
    assert (done.exit_code, done.stderr) == (exits.DONE, "1 report added; 1 there already.\n")
    with open_(db) as store:
        assert store.counts()["reports"] == store.counts()["origins"] == 3


def test_robots_are_obeyed(run: Run, db: str, web: Web, plan: Path) -> None:
    web.page("/robots.txt", "User-agent: *\nDisallow: /1\n", "text/plain")
    done = run("watch", plan, "--once", "--db", db)
    assert "asks programs not to read it" in done.stderr
    assert "/1" not in web.paths and "/2" in web.paths


def test_a_busy_host_is_left_alone(run: Run, db: str, web: Web, plan: Path) -> None:
    web.pages["/0"] = answer(429)
    done = run("watch", plan, "--once", "--db", db)
    assert done.exit_code == exits.SOME_REFUSED
    assert web.paths == ["/robots.txt", "/rss", "/0"]
    web.pages["/robots.txt"] = answer(500)
    web.asked.clear()
    run("watch", plan, "--once", "--db", db)
    assert web.paths == ["/robots.txt"]


def test_the_feeds_own_text_is_taken_where_that_is_asked(
    run: Run, db: str, web: Web, plan: Path
) -> None:
    with plan.open("a", encoding="utf-8") as file:
        file.write("pages = false\n")
    run("watch", plan, "--once", "--db", db)
    assert web.paths == ["/robots.txt", "/rss"]
    with open_(db) as store, store.read() as connection:
        texts = connection.exec_driver_sql("SELECT text FROM reports").scalars().all()
    assert "خبر الروضة\nمقتطف من الروضة" in texts


@pytest.mark.parametrize("where", ["http://10.0.0.1/a", "http://[::1]/", "file:///etc/passwd"])
def test_a_feed_cannot_lead_inside(run: Run, db: str, web: Web, plan: Path, where: str) -> None:
    web.page("/rss", rss(1).replace("<link>/0<", f"<link>{where}<"), "text/xml")
    done = run("watch", plan, "--once", "--db", db)
    assert done.exit_code == exits.SOME_REFUSED
    assert "0 reports added; 1 refused (address 1)." in done.stderr


@pytest.mark.parametrize("body", ["<html></html>", "", "not XML", "{}"])
def test_what_is_no_feed_is_told(run: Run, db: str, web: Web, plan: Path, body: str) -> None:
    web.page("/rss", body)
    done = run("watch", plan, "--once", "--db", db)
    assert done.exit_code == exits.SOME_REFUSED
    assert "neither RSS nor Atom" in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names no feed"),
        ("x = ", "is not TOML"),
        ("[[feed]]\nname = 'x'\n", "a feed has no url"),
        ("[[feed]]\nurl = 'x'\npage = 1\n", "'page' cannot be taken"),
        ("delay = 0\n[[feed]]\nurl = 'x'\n", "'delay' must be a number, at least 1"),
        ("often = 1\n[[feed]]\nurl = 'x'\n", "'often' is no setting"),
        ('contact = "a\\nb"\n[[feed]]\nurl = "x"\n', "'contact' must be"),
    ],
)
def test_faults_of_the_feeds_file_are_told(run: Run, tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(text, encoding="utf-8")
    done = run("watch", path, "--once", "--db", tmp_path / "x.db")
    assert done.exit_code == exits.USAGE
    assert said in done.stderr


def test_a_host_has_its_pause_and_its_crawl_delay(web: Web) -> None:
    now, slept = [100.0], []

    def sleep(seconds: float) -> None:
        slept.append(round(seconds, 3))
        now[0] += seconds

    web.page("/robots.txt", "User-agent: *\nCrawl-delay: 9\n", "text/plain")
    manners = Manners(web.rules(), 5.0, sleep, lambda: now[0])
    manners.ask(web.url("/0"))
    manners.ask(web.url("/1"))
    manners.ask(web.url("/2", host="other.example"))
    assert slept == [9.0, 9.0, 9.0]
