"""The table of weights is complete, and another can take its place."""

from pathlib import Path

import pytest

import sijill.incidents.weights as table
from sijill.errors import LinkError
from sijill.incidents.weights import weights
from sijill.ontology.types import EVENT_TYPE_OF


def own() -> str:
    return Path(table.__file__).with_name("weights.toml").read_text(encoding="utf-8")


def test_kin_are_types_of_the_ontology_and_kin_of_each_other() -> None:
    kin = weights().kin
    assert set(kin) <= set(EVENT_TYPE_OF)
    assert all(one in kin[other] for one in kin for other in kin[one])


def test_a_table_of_ones_own_is_read(tmp_path: Path) -> None:
    file = tmp_path / "weights.toml"
    file.write_text(own().replace("base = -4.2", "base = -5"), encoding="utf-8")
    assert weights(file).base == -5.0


def test_a_table_that_lacks_a_level_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "weights.toml"
    file.write_text(own().replace("same_day", "same_hour"), encoding="utf-8")
    with pytest.raises(LinkError, match=r"lacks time\.same_day"):
        weights(file)


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LinkError, match="is no table of weights"):
        weights(tmp_path / "missing.toml")
