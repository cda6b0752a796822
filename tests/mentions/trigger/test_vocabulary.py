"""The pack's event words, compiled: every spelling that grammar allows, and no clash."""

from dataclasses import replace

import pytest

from sijill.lexicon.pack import Pack, bundled
from sijill.mentions.trigger.vocabulary import compile_triggers, entries
from sijill.ontology.types import EVENT_TYPE_OF
from tests.mentions.trigger.room import vocabulary

ROLES = {"initiator", "target", "sides", "place", "none"}
SETTLED = {"capture", "lose", "hit", "seizure", "advance", "outrage"}
"""Types that only the parties settle."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return bundled("ar")


def _small(**rule: object) -> Pack:
    """A pack with one trigger."""
    frame = {
        "subject": "initiator",
        "genitive": "target",
        "object": "target",
        "by": {"إلى": "target"},
    }
    item = {"id": "raid", "frame": "assault", "type": "Armed clash", **rule}
    rules = {"triggers": {"frame": {"assault": frame}, "trigger": [item]}}
    return replace(bundled("ar"), rules=rules)


def _words(pack: Pack, layer: str = "trigger") -> set[str]:
    return {" ".join(entry.words) for entry in entries(pack) if entry.layer == layer}


def test_every_trigger_has_a_type_that_the_codebook_knows() -> None:
    for trigger in vocabulary().triggers.values():
        assert trigger.type in EVENT_TYPE_OF or trigger.type in SETTLED
        for _, refined in trigger.refine:
            assert refined in EVENT_TYPE_OF
        for other in (trigger.civilians, trigger.protest):
            assert other is None or other in EVENT_TYPE_OF


def test_every_position_of_a_frame_has_a_role() -> None:
    for trigger in vocabulary().triggers.values():
        frame = trigger.frame
        assert {frame.subject, frame.genitive, frame.object, *frame.by.values()} <= ROLES


def test_every_cue_that_refines_a_type_has_words(pack: Pack) -> None:
    told = {entry.id for entry in entries(pack) if entry.layer == "cue"}
    asked = {cue for trigger in vocabulary().triggers.values() for cue, _ in trigger.refine}
    assert asked <= told


def test_no_words_stand_twice_for_one_trigger(pack: Pack) -> None:
    keys = [(entry.layer, entry.id, entry.words) for entry in entries(pack)]
    assert len(keys) == len(set(keys))


def test_the_same_pack_gives_the_same_entries_in_the_same_order(pack: Pack) -> None:
    assert [entry[:4] for entry in entries(pack)] == [entry[:4] for entry in entries(pack)]


def test_a_noun_comes_in_all_its_cases() -> None:
    found = _words(_small(nouns=["غارة|غارات"]))
    assert {"غارة", "غارات", "غارتان", "غارتين"} <= found


def test_a_phrase_takes_the_article_on_its_second_word_and_the_accusative() -> None:
    found = _words(_small(nouns=["هجوم جوي|هجمات جوية"]))
    assert {"هجوم جوي", "هجوم الجوي", "هجوما جويا", "هجمات جوية", "هجمات الجوية"} <= found


def test_a_phrase_that_has_an_article_takes_no_other() -> None:
    found = _words(_small(nouns=["إطلاق النار"]))
    assert "اطلاق النار" in found
    assert not any("الالنار" in words for words in found)


def test_words_are_folded() -> None:
    assert "اغارة" in _words(_small(nouns=["إغارة"]))


def test_a_product_is_every_pair_of_its_words() -> None:
    found = _words(_small(products=[["قمع", "فض"], ["مسيرة", "اعتصام"]]))
    assert {"قمع مسيرة", "قمع اعتصام", "فض مسيرة", "فض اعتصام"} == found


def test_verbs_and_pairs_go_by_lemma() -> None:
    made = compile_triggers(_small(verbs=["هاجم"], pairs=[["فتح", ["النار"]]]))
    assert [rule.id for rule in made.verbs["هاجم"]] == ["raid"]
    ((complements, rule),) = made.pairs["فتح"]
    assert (complements, rule.id) == (frozenset({"النار"}), "raid")


def test_what_a_rule_leaves_out_is_empty() -> None:
    rule = compile_triggers(_small()).triggers["raid"]
    assert (rule.refine, rule.needs, rule.civilians, rule.protest) == ((), "", None, None)
    assert rule.not_after == frozenset()


def test_prepositions_of_a_frame_and_words_before_are_folded() -> None:
    rule = compile_triggers(_small(not_after=["إنهاء"])).triggers["raid"]
    assert rule.frame.by == {"الى": "target"}
    assert rule.not_after == frozenset({"انهاء"})
