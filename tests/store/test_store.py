"""What the store promises, on both databases."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from sijill.errors import StoreError
from sijill.model.document import DateBasis
from sijill.model.judgement import Judgement, Verdict, claim_key
from sijill.store import schema
from sijill.store.record import Added, Failure, LinkedIncident, Member
from sijill.store.store import Store, create, open_
from tests import samples
from tests.store.letters import (
    NEWER,
    NOW,
    STAMP,
    Places,
    claim,
    document,
    received,
    report,
    reread,
)

PLACES = Places()
ONE = document("اشتباكات عنيفة في حلب", published=date(2024, 5, 15))
TWO = document("قصف على الرقة فجر اليوم")


def judgement(subject: str, verdict: Verdict, **rest: str) -> Judgement:
    return Judgement("", (subject,), verdict, "reader-1", NOW, **rest)


# ---------------------------------------------------------------------- reports


def test_a_text_is_kept_as_it_is(store: Store) -> None:
    odd = document("\ufeffقصف\r\nعلى\u200fحلب\t\\N 'a' 😀 \u2028 ﷲ\n", title="عنوان")
    store.add([received(odd)])
    (kept,) = store.pending(STAMP)
    assert kept.text == odd.text
    assert (kept.title, kept.origin, kept.sha256) == ("عنوان", odd.origin, odd.sha256)


def test_the_same_report_twice_is_one_report_with_both_origins(store: Store) -> None:
    assert store.add([received(ONE), received(TWO, "b.txt")]) == Added(new=2)
    assert store.add([received(ONE, "copy.txt")]) == Added(again=1)
    assert store.add([received(ONE), received(ONE, "copy.txt")]) == Added(known=2)
    assert [one.location for one in store.origins(ONE.sha256)] == ["a.txt", "copy.txt"]
    assert store.counts()["reports"] == 2


def test_the_same_report_twice_in_one_batch_is_one_report(store: Store) -> None:
    pair = [received(ONE), received(ONE, "feed.jsonl", record="feed.jsonl#2")]
    assert store.add(pair) == Added(new=1, again=1)


def test_a_report_is_as_old_as_its_first_publication_in_whatever_order_it_came(
    store: Store,
) -> None:
    dated = [
        received(replace(TWO, published=day, published_basis=basis), f"{number}.txt")
        for number, (day, basis) in enumerate(
            [
                (None, None),
                (date(2024, 5, 20), DateBasis.METADATA),
                (date(2024, 5, 18), DateBasis.METADATA),
                (date(2024, 5, 19), DateBasis.OPTION),
            ]
        )
    ]
    found = []
    for one in dated:
        store.add([one])
        found.append(next(store.reports()).published)
    assert found == [None, "2024-05-20", "2024-05-18", "2024-05-19"]
    store.add([received(replace(dated[0].document), "4.txt")])
    assert next(store.reports()).published == "2024-05-19"


@pytest.mark.parametrize(
    "statement", ["UPDATE reports SET text = 'x'", "DELETE FROM reports", "DELETE FROM judgements"]
)
def test_a_report_and_a_judgement_are_never_changed(store: Store, statement: str) -> None:
    store.add([received(ONE)])
    store.enter([report(ONE, claim(ONE.text, "اشتباكات"))], STAMP, PLACES)
    store.judge(judgement(claim_key(ONE.sha256, "c-1"), Verdict.CONFIRM))
    with pytest.raises(StoreError, match="is never"), store.write() as connection:
        connection.exec_driver_sql(statement)


# ---------------------------------------------------------------------- codings


def test_a_coding_comes_back_as_it_went_in(store: Store) -> None:
    whole = samples.report()
    store.add([received(whole.document, whole.document.name)])
    assert store.coded(whole.document.sha256) is None
    assert store.enter([whole], STAMP, PLACES) == 1
    assert store.coded(whole.document.sha256) == whole
    assert [one.claim for one in store.claims()] == list(whole.claims)
    assert [one.statement for one in store.control()] == list(whole.control)
    assert list(store.coded_reports()) == [whole]


def test_what_this_program_and_pack_have_coded_is_not_pending(store: Store) -> None:
    store.add([received(ONE), received(TWO, "b.txt")])
    first, second = store.pending(STAMP)
    assert first.sha256 < second.sha256
    store.enter([report(first)], STAMP, PLACES)
    assert store.pending(STAMP) == [second]
    assert store.pending(STAMP, after=second.sha256) == []
    assert store.pending(NEWER) == [first, second]


def test_entering_a_coding_again_changes_nothing(store: Store) -> None:
    store.add([received(ONE)])
    coded = report(ONE, claim(ONE.text, "اشتباكات"))
    assert [store.enter([coded], STAMP, PLACES) for _ in range(2)] == [1, 0]
    assert (store.counts()["codings"], store.counts()["claims"]) == (1, 1)


def test_a_newer_coding_is_current_and_the_older_one_is_kept(store: Store) -> None:
    store.add([received(ONE)])
    old = report(ONE, claim(ONE.text, "اشتباكات"), held=True)
    store.enter([old], STAMP, PLACES)
    new = reread(old, type="Attack")
    assert store.enter([new], NEWER, PLACES) == 1
    assert [one.claim.type for one in store.claims()] == ["Attack"]
    ((program, pack, _, claims),) = store.past_codings(ONE.sha256)
    assert (program, pack, claims) == ("0.1.0", "ar 1.0", list(old.claims))
    assert store.stamps() == [("0.2.0", "ar 1.1", "d2", 1)]


def test_an_older_coding_can_be_current_again(store: Store) -> None:
    store.add([received(ONE)])
    old = report(ONE, claim(ONE.text, "اشتباكات"))
    for stamp, coded in ((STAMP, old), (NEWER, reread(old, type="Attack")), (STAMP, old)):
        assert store.enter([coded], stamp, PLACES) == 1
    assert store.coded(ONE.sha256) == old
    assert [claims[0].type for *_, claims in store.past_codings(ONE.sha256)] == ["Attack"]
    assert store.counts()["codings"] == 2


def test_a_report_that_gets_a_date_is_pending_again(store: Store) -> None:
    store.add([received(TWO)])
    store.enter([report(TWO)], STAMP, PLACES)
    assert store.pending(STAMP) == []
    dated = replace(TWO, published=date(2024, 5, 14), published_basis=DateBasis.OPTION)
    assert store.add([received(dated)]) == Added(again=1, redated=1)
    assert [one.published for one in store.pending(STAMP)] == [date(2024, 5, 14)]


def test_a_date_that_the_engine_read_in_the_text_does_not_make_it_pending(store: Store) -> None:
    store.add([received(TWO)])
    read = replace(TWO, published=date(2024, 5, 14), published_basis=DateBasis.DATELINE)
    store.enter([report(read)], STAMP, PLACES)
    assert store.pending(STAMP) == []


def test_columns_hold_what_search_and_linking_ask_for(store: Store) -> None:
    store.add([received(ONE)])
    store.enter([report(ONE, claim(ONE.text, "اشتباكات", killed=12))], STAMP, PLACES)
    names = ("type", "event_type", "day", "place", "country", "adm1", "lat", "killed_min")
    (found,) = store.claim_columns(*names)
    assert found[:2] == (ONE.sha256, "c-1")
    assert found[2:] == (
        *("Armed clash", "Battles", date(2024, 5, 15).toordinal()),
        *("sy-aleppo", "SY", "sy/aleppo", 36.2, 12),
    )
    with store.read() as connection:
        query = select(schema.parties.c.role, schema.parties.c.actor)
        sides = {tuple(row) for row in connection.execute(query)}
    assert sides == {("initiator", "isis"), ("target", "~لوا نخيل"), ("source", "sohr")}


def test_streams_come_in_one_order_whatever_the_order_of_arrival(store: Store) -> None:
    documents = [document(f"قصف رقم {number} على حلب") for number in range(9)]
    for one in reversed(documents):
        store.add([received(one, one.sha256[:5])])
        store.enter([report(one, claim(one.text, "قصف"), held=True)], STAMP, PLACES)
    expected = sorted(one.sha256 for one in documents)
    assert [one.sha256 for one in store.reports()] == expected
    assert [one.key for one in store.claims()] == [(sha, "c-1") for sha in expected]
    assert [one.report.sha256 for one in store.control()] == expected


# ---------------------------------------------------------------------- decisions


def judged(store: Store, **rest: str) -> Judgement:
    store.add([received(ONE)])
    store.enter([report(ONE, claim(ONE.text, "اشتباكات"))], STAMP, PLACES)
    verdict = Verdict.CORRECT if rest else Verdict.CONFIRM
    return store.judge(judgement(claim_key(ONE.sha256, "c-1"), verdict, **rest))


def reviews(store: Store) -> list[str]:
    return [one.review for one in store.claims()]


def test_a_judgement_is_laid_over_its_claim_and_the_claim_stays_as_it_was(store: Store) -> None:
    made = judged(store, field="type", value='"Attack"')
    assert reviews(store) == ["corrected"]
    assert next(store.claims()).claim.type == "Armed clash"
    assert made.seen == '{"type":"Armed clash"}'
    assert store.judge(made) == made
    assert store.judgements() == [made]


def test_undoing_takes_the_mark_off_and_undoing_that_brings_it_back(store: Store) -> None:
    made = judged(store)
    undone = store.judge(judgement(made.id, Verdict.UNDO))
    assert reviews(store) == ["none"]
    store.judge(judgement(undone.id, Verdict.UNDO))
    assert reviews(store) == ["confirmed"]
    assert len(store.judgements()) == 3


def test_a_judgement_holds_after_a_coding_that_reads_the_same(store: Store) -> None:
    judged(store)
    store.enter([report(ONE, claim(ONE.text, "اشتباكات"))], NEWER, PLACES)
    assert reviews(store) == ["confirmed"]
    assert [one.state for one in store.standing(ONE.sha256)] == ["holds"]


def test_a_judgement_whose_ground_has_moved_is_kept_and_shown_again(store: Store) -> None:
    judged(store)
    store.enter([reread(report(ONE, claim(ONE.text, "اشتباكات")), type="Attack")], NEWER, PLACES)
    assert reviews(store) == ["again"]
    assert [one.state for one in store.standing(ONE.sha256)] == ["moved"]


def test_a_correction_of_one_field_holds_when_another_is_read_otherwise(store: Store) -> None:
    judged(store, field="stance", value='"denies"')
    store.enter([reread(report(ONE, claim(ONE.text, "اشتباكات")), type="Attack")], NEWER, PLACES)
    assert reviews(store) == ["corrected"]


def test_a_judgement_whose_claim_is_gone_is_offered_for_the_one_with_its_trigger(
    store: Store,
) -> None:
    judged(store)
    wider = claim(ONE.text, "اشتباكات عنيفة", id="c-2")
    store.enter([report(ONE, wider)], NEWER, PLACES)
    (found,) = store.standing(ONE.sha256)
    assert (found.state, found.offered) == ("lost", claim_key(ONE.sha256, "c-2"))
    assert reviews(store) == ["again"]
    store.enter([report(ONE)], replace(NEWER, digest="d3"), PLACES)
    (found,) = store.standing(ONE.sha256)
    assert (found.state, found.offered) == ("lost", None)


def test_nobody_judges_a_claim_that_is_not_there(store: Store) -> None:
    judged(store)
    with pytest.raises(StoreError, match="c-9: no such claim"):
        store.judge(judgement(claim_key(ONE.sha256, "c-9"), Verdict.REJECT))
    with pytest.raises(StoreError, match="j-0: no such judgement"):
        store.judge(judgement("j-0", Verdict.UNDO))


# ---------------------------------------------------------------------- incidents, runs, faults


def test_incidents_are_put_in_place_whole(store: Store) -> None:
    judged(store)
    member = Member(ONE.sha256, "c-1", 0.75, ("one place, one day",))
    first = LinkedIncident("i-1", (member,), {"killed": [10, 12]})
    assert store.replace_incidents([first]) == 1
    assert list(store.incidents()) == [first]
    second = replace(first, id="i-2")
    assert store.replace_incidents(iter([second])) == 1
    assert list(store.incidents()) == [second]


def test_an_incident_that_fails_leaves_the_old_ones(store: Store) -> None:
    judged(store)
    first = LinkedIncident("i-1", (Member(ONE.sha256, "c-1"),))
    store.replace_incidents([first])
    with pytest.raises(StoreError):
        store.replace_incidents([replace(first, id="i-2"), replace(first, id="i-2")])
    assert list(store.incidents()) == [first]


def test_runs_are_kept_newest_first(store: Store) -> None:
    for kind in ("add", "code"):
        job = store.begin(kind, ["archive", "--jobs", "2"])
        store.end(job, {"new": 3})
    newest, older = store.jobs()
    assert (newest.kind, newest.state, newest.counts) == ("code", "done", {"new": 3})
    assert (older.kind, older.words) == ("add", ("archive", "--jobs", "2"))


def test_a_run_that_was_killed_is_told_so(store: Store) -> None:
    job = store.begin("add", [])
    with store.write() as connection:
        dead = schema.jobs.update().where(schema.jobs.c.id == job).values(process=2**22 + 1)
        connection.execute(dead)
    store.begin("add", [])
    assert [one.state for one in store.jobs()] == ["running", "broken off"]


def test_refusals_are_kept_until_their_input_is_read_anew(store: Store) -> None:
    bad = Failure("feed.csv", "feed.csv, record 3 (line 4)", "empty", "it holds no text")
    store.add([], refused=[bad, bad])
    store.add([received(ONE)], refused=[bad])
    other = Failure("b.txt", "b.txt", "binary", "no text")
    store.add([], refused=[other], anew=["b.txt"])
    assert store.refused() == [other, bad]
    assert store.refused_by_kind() == {"binary": 1, "empty": 1}
    store.add([], anew=["feed.csv", "a.txt"])
    assert store.refused() == [other]


def test_a_report_at_which_the_engine_failed_is_told_until_it_is_coded(store: Store) -> None:
    store.add([received(ONE)])
    fault = Failure(ONE.sha256, "a.txt", "fault", "boom")
    store.enter([], STAMP, PLACES, failed=[fault])
    assert (store.refused(), store.due(STAMP)) == ([fault], 1)
    store.enter([report(ONE)], STAMP, PLACES)
    assert (store.refused(), store.due(STAMP)) == ([], 0)


def test_a_block_that_fails_writes_nothing(store: Store) -> None:
    with pytest.raises(KeyError), store.write() as connection:
        connection.execute(schema.incidents.insert().values(id="i-1", record="{}"))
        raise KeyError
    assert list(store.incidents()) == []


def test_a_reader_sees_one_moment(store: Store) -> None:
    store.add([received(ONE)])
    seen = store.reports()
    assert next(seen).sha256 == ONE.sha256
    with store.read() as connection:
        before = connection.execute(select(schema.reports.c.id)).all()
        store.add([received(TWO, "b.txt")])
        assert connection.execute(select(schema.reports.c.id)).all() == before
    assert store.counts()["reports"] == 2


def test_a_store_opened_again_holds_what_it_held(store: Store, address: str) -> None:
    store.add([received(ONE)])
    with open_(address) as again, create(address) as third:
        assert again.counts() == third.counts() == store.counts()


def test_no_driver_error_leaves_the_store(store: Store) -> None:
    with pytest.raises(StoreError) as told, store.read() as connection:
        connection.exec_driver_sql("SELECT nothing FROM nowhere")
    assert isinstance(told.value.__cause__, DBAPIError)
