"""The pack and the registry agree, and a pack that does not is refused with every fault."""

import re
from dataclasses import replace

import pytest

from sijill.errors import PackError
from sijill.lexicon.pack import bundled
from sijill.mentions.actor.vocabulary import nisba_forms, read
from tests.mentions.actor.room import registry, vocabulary


def test_names_are_looked_for_in_both_spellings() -> None:
    names = vocabulary().names
    assert names["قوات سوريا الديموقراطية"].actor == names["قوات سوريا الديمقراطية"].actor == "sdf"
    assert names["الجيش الاميركي"].actor == "usa"


def test_an_adjective_has_gender_and_number() -> None:
    assert {"روسي", "روسية", "روسيون", "روسيين", "روسيتين"} <= set(nisba_forms("روسي"))


def test_a_rule_that_names_an_unknown_actor_is_refused() -> None:
    pack = bundled("ar")
    rules = dict(pack.rules["actors"])
    rules["clients"] = {"no-such-one": "hezbollah", "iran": "nor-this"}
    with pytest.raises(PackError) as caught:
        read(replace(pack, rules={**pack.rules, "actors": rules}), registry())
    assert len(caught.value.problems) == 2
    assert all(re.search("no-such-one|nor-this", line) for line in caught.value.problems)


def test_a_pack_without_actors_is_refused() -> None:
    with pytest.raises(PackError, match=r"actors\.toml is missing"):
        read(replace(bundled("ar"), rules={}), registry())
