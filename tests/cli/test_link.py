"""`sijill link`: a store's claims into incidents, with people's decisions laid over."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest
from click.testing import CliRunner, Result

import sijill
from sijill import __version__
from sijill.cli.main import main
from sijill.gazetteer.table import Gazetteer
from sijill.model.document import DateBasis, Document
from sijill.model.judgement import Judgement, Verdict, claim_key
from sijill.model.report import Report
from sijill.store.record import Origin, Received, Stamp
from sijill.store.store import Store
from sijill.store.work import BROKEN

NOW = datetime(2024, 1, 1, tzinfo=UTC)
TEXTS = (
    ("2019-07-22", "قتل عشرة مدنيين في غارات روسية على مدينة أريحا بريف إدلب اليوم الاثنين."),
    (
        "2019-07-23",
        "قال الدفاع المدني إن 14 مدنيا قتلوا في غارات روسية أمس الاثنين على أريحا بريف إدلب.",
    ),
    ("2019-07-25", "قتل مدني بانفجار عبوة ناسفة في مدينة عفرين اليوم الخميس."),
    ("2017-06-08", "سيطرت قوات سوريا الديمقراطية على بلدة المنصورة بريف الرقة اليوم الخميس."),
)


@pytest.fixture(scope="module")
def coded() -> list[Report]:
    """The texts as the engine codes them."""
    engine = sijill.load("ar")
    return [engine(_document(day, text)) for day, text in TEXTS]


def _document(day: str, text: str) -> Document:
    digest = sha256(text.encode()).hexdigest()
    published = date.fromisoformat(day)
    return Document(day, text, digest, published=published, published_basis=DateBasis.METADATA)


def fill(store: Store, reports: list[Report], digest: str = "d") -> None:
    store.add([Received(one.document, Origin("file", one.document.name, NOW)) for one in reports])
    store.enter(reports, Stamp(__version__, "ar 1.0", digest), Gazetteer.load_default())


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["link", *arguments])
    assert result.exit_code == 0, result.output
    return result


def grouped(store: Store, coded: list[Report]) -> list[list[int]]:
    """The incidents as numbers of the texts whose claims they hold."""
    numbers = {one.document.sha256: number for number, one in enumerate(coded)}
    return sorted(
        sorted({numbers[member.report] for member in one.members}) for one in store.incidents()
    )


def key(report: Report, number: int = 0) -> str:
    return claim_key(report.document.sha256, report.claims[number].id)


Judge = Callable[..., Judgement]


@pytest.fixture
def judge(store: Store) -> Judge:
    def made(verdict: Verdict, *subject: str, **more: Any) -> Judgement:
        return store.judge(Judgement("", subject, verdict, "lina", NOW, **more))

    return made


def test_reports_of_one_thing_become_one_incident(
    store: Store, address: str, coded: list[Report]
) -> None:
    fill(store, coded)
    said = run("--db", address).output
    assert "in 3 incidents, 1 of them told by more than one report" in said
    assert grouped(store, coded) == [[0, 1], [2], [3]]
    assert store.jobs()[0].kind == "link"


def test_an_incident_is_settled_with_its_voices(
    store: Store, address: str, coded: list[Report]
) -> None:
    fill(store, coded)
    run("--db", address)
    (one,) = (one for one in store.incidents() if len(one.members) > 1)
    losses: Any = one.record["losses"]
    assert [(x["low"], x["best"], x["high"]) for x in losses if x["of"] == "total"] == [
        (10, 14, 14)
    ]
    assert one.members[0].score is not None
    assert any(reason.startswith("place: ") for reason in one.members[0].reasons)


def test_linking_again_gives_the_same_incidents(
    store: Store, address: str, coded: list[Report]
) -> None:
    fill(store, coded)
    run("--db", address)
    first = list(store.incidents())
    run("--db", address)
    assert list(store.incidents()) == first


def test_the_order_of_arrival_makes_no_difference(
    store: Store, address: str, coded: list[Report]
) -> None:
    for one in reversed(coded):
        fill(store, [one])
    run("--db", address)
    assert grouped(store, coded) == [[0, 1], [2], [3]]


def test_a_split_holds_and_can_be_undone(
    store: Store, address: str, coded: list[Report], judge: Judge
) -> None:
    fill(store, coded)
    made = judge(Verdict.SPLIT, key(coded[0]), key(coded[1]))
    run("--db", address)
    assert grouped(store, coded) == [[0], [1], [2], [3]]
    judge(Verdict.UNDO, made.id)
    run("--db", address)
    assert grouped(store, coded) == [[0, 1], [2], [3]]


def test_a_person_can_split_and_merge_by_command(
    store: Store, address: str, coded: list[Report]
) -> None:
    fill(store, coded)
    run("--db", address, "--split", key(coded[0]), key(coded[1]), "--by", "lina")
    assert grouped(store, coded) == [[0], [1], [2], [3]]
    run("--db", address, "--merge", key(coded[0]), key(coded[1]), "--by", "lina")
    assert grouped(store, coded) == [[0, 1], [2], [3]]
    assert [one.verdict for one in store.judgements()] == [Verdict.SPLIT, Verdict.MERGE]
    words = ["link", "--db", address, "--merge", "c-1", "c-2", "--by", "lina"]
    assert "write REPORT:CLAIM" in CliRunner().invoke(main, words).output


def test_a_run_that_fails_leaves_the_incidents_that_were_there(
    store: Store, address: str, coded: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, coded)
    run("--db", address)
    before = list(store.incidents())

    def broken(*_: object) -> dict[str, Any]:
        raise KeyboardInterrupt

    monkeypatch.setattr("sijill.cli.linking.settle", broken)
    result = CliRunner().invoke(main, ["link", "--db", address])
    assert result.exit_code == 130
    assert list(store.incidents()) == before
    assert store.jobs()[0].state == BROKEN


def test_a_merge_survives_a_re_coding(
    store: Store, address: str, coded: list[Report], judge: Judge
) -> None:
    fill(store, coded)
    judge(Verdict.MERGE, key(coded[0]), key(coded[2]))
    fill(store, coded, digest="another")
    run("--db", address)
    assert grouped(store, coded) == [[0, 1, 2], [3]]


def test_a_rejected_claim_is_in_no_incident(
    store: Store, address: str, coded: list[Report], judge: Judge
) -> None:
    fill(store, coded)
    judge(Verdict.REJECT, key(coded[2]))
    assert "1 claims rejected by people left out" in run("--db", address).output
    assert grouped(store, coded) == [[0, 1], [3]]


def test_a_corrected_claim_is_linked_as_corrected(
    store: Store, address: str, coded: list[Report], judge: Judge
) -> None:
    fill(store, coded)
    judge(Verdict.CORRECT, key(coded[1]), field="type", value=json.dumps("Arrests"))
    run("--db", address)
    assert grouped(store, coded) == [[0], [1], [2], [3]]


def test_a_correction_that_fits_no_claim_is_told(
    store: Store, address: str, coded: list[Report], judge: Judge
) -> None:
    fill(store, coded)
    judge(Verdict.CORRECT, key(coded[1]), field="place", value=json.dumps("somewhere"))
    assert "1 corrections that fit no claim passed over" in run("--db", address).output


def test_who_holds_a_place_is_told_with_who_says_so(
    store: Store, address: str, coded: list[Report]
) -> None:
    fill(store, coded)
    found = json.loads(run("--db", address, "--control", "المنصورة").output)
    (span,) = found["spans"]
    assert (span["actor"], span["from"], span["beginning"]) == ("sdf", "2017-06-08", "taken")
    assert run("--db", address, "--control", "لا مكان").output == ""


def test_an_empty_store_has_no_incidents(store: Store, address: str) -> None:
    assert run("--db", address).output.startswith("0 claims in 0 incidents")
