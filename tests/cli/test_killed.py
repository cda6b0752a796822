"""kill -9 at any point, then the same command again: nothing is lost, and nothing is double."""

import json
from pathlib import Path
from random import Random

import pytest

from sijill.model.codec import dumps
from sijill.model.judgement import Judgement, Verdict, claim_key
from sijill.store.store import Store, open_
from tests.cli.apart import KILLED, run
from tests.store.letters import NEWER, NOW

REPORTS = 14
LONGEST = 45
"""Statements after which the first run is killed at the latest: some three batches."""
MORE = 25
"""By how much longer each further run may live: it begins with what is there already."""


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of every kind: alone, twice, in a table, refused, in another language."""
    folder = tmp_path_factory.mktemp("inbox")
    for number in range(REPORTS):
        text = f"قصفت طائرات حربية الحي رقم {number} صباح اليوم ما أدى إلى مقتل مدنيين.\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "copy.txt").write_bytes((folder / "03.txt").read_bytes())
    (folder / "empty.txt").touch()
    (folder / "english.txt").write_text("Aircraft struck the town this morning.", encoding="utf-8")
    rows = [{"text": f"اشتباكات في الحي رقم {n}", "date": "2024-05-15"} for n in range(5)]
    rows[3] = {"text": ""}
    lines = "\n".join(json.dumps(row) for row in rows)
    (folder / "feed.jsonl").write_text(lines, encoding="utf-8")
    return folder


def content(store: Store) -> list[object]:
    """Everything that a reader can see, without numbers and times of this database."""
    texts = [dumps(one) for one in store.coded_reports()]
    found: list[object] = [(one.sha256, one.name, one.published) for one in store.reports()]
    found += [
        (one.kind, one.location, one.record)
        for report in store.reports()
        for one in store.origins(report.sha256)
    ]
    found += store.claim_columns("ordinal", "type", "review", "stems")
    return [*texts, *found, store.refused(), store.counts(), store.languages()]


def sound(store: Store) -> None:
    """No half batch: what is coded has its claims, and the word index agrees with the rows."""
    counts = store.counts()
    assert counts["claims"] == len(list(store.claims()))
    assert counts["coded"] == len(list(store.coded_reports()))
    if store.server:
        return
    with store.write() as connection:
        for table in ("reports", "claims"):
            check = f"INSERT INTO {table}_words ({table}_words) VALUES ('integrity-check')"
            connection.exec_driver_sql(check)
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert not connection.exec_driver_sql("PRAGMA foreign_key_check").all()


@pytest.mark.parametrize("seed", range(2))
def test_a_run_killed_again_and_again_ends_as_one_that_was_not(
    address: str, inbox: Path, tmp_path: Path, seed: int
) -> None:
    chance = Random(seed)
    commands = (["init"], ["add", str(inbox)], ["code"])
    kills = 0
    for command in commands:
        for tries in range(40):
            code, _ = run(
                [*command, "--db", address], die_at=chance.randint(1, LONGEST + MORE * tries)
            )
            if code != KILLED:
                break
            kills += 1
            if command[0] != "init":
                with open_(address) as store:
                    sound(store)
        assert code in (0, 1)
    assert kills >= 3
    whole = str(tmp_path / "whole.db")
    for command in commands:
        run([*command, "--db", whole])
    with open_(address) as store, open_(whole) as expected:
        sound(store)
        assert content(store) == content(expected)
        assert store.counts()["reports"] == REPORTS + 5


def test_points_all_along_a_run_are_points_at_which_it_may_die(inbox: Path, tmp_path: Path) -> None:
    whole = str(tmp_path / "whole.db")
    run(["init", "--db", whole])
    totals = [run([*words, "--db", whole])[1] for words in (["add", str(inbox)], ["code"])]
    assert min(totals) > 40
    with open_(whole) as store:
        expected = content(store)
    stride = 23
    for at in range(1, max(totals), stride):
        path = str(tmp_path / f"{at}.db")
        run(["init", "--db", path])
        for words, total in zip((["add", str(inbox)], ["code"]), totals, strict=True):
            code, _ = run([*words, "--db", path], die_at=at)
            assert (code == KILLED) is (at <= total)
            run([*words, "--db", path])
        with open_(path) as store:
            assert content(store) == expected


def test_a_decision_survives_a_re_coding_that_is_killed(address: str, inbox: Path) -> None:
    for words in (["init"], ["add", str(inbox)], ["code"]):
        run([*words, "--db", address])
    with open_(address) as store:
        for key in [one.key for one in store.claims()][::2]:
            subject = (claim_key(*key),)
            store.judge(Judgement("", subject, Verdict.CONFIRM, "reader-1", NOW))
        kept, reviews = store.judgements(), _reviews(store)
    chance = Random(11)
    code, kills, longest = KILLED, 0, LONGEST
    while code == KILLED:
        longest += MORE
        code, _ = run(["code", "--db", address], die_at=chance.randint(5, longest), stamp=NEWER)
        kills += code == KILLED
    assert kills > 1
    with open_(address) as store:
        assert store.judgements() == kept
        assert _reviews(store) == reviews
        assert set(reviews.values()) == {"confirmed", "none"}
        assert store.due(NEWER) == 0


def _reviews(store: Store) -> dict[tuple[str, str], str]:
    return {one.key: one.review for one in store.claims()}
