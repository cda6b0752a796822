"""The terminal table: readable rows, and no report can steer the terminal."""

from dataclasses import replace

from hypothesis import given, settings

from sijill.export.bidi import isolated, plain
from sijill.export.options import Options
from sijill.export.table import pieces
from sijill.model.report import Report
from tests import samples, strategies


def shown(report: Report, **options: bool | int) -> str:
    return "".join(pieces([report], Options(**options)))  # type: ignore[arg-type]


def test_a_claim_is_a_row_with_its_values() -> None:
    table = shown(samples.report(), width=200)
    assert "oasis.txt  2024-05-15   2 claims, 2 incidents, 1 control statement" in table
    strike = next(row for row in table.splitlines() if "Air/drone strike" in row)
    for value in ("2024-05-14", "15.470,44.200 (2)", "killed 12 (civilians)"):
        assert value in strike


def test_a_report_without_claims_says_so_and_why() -> None:
    empty = replace(samples.report(), claims=(), incidents=(), notices=("not in Arabic",))
    table = shown(empty)
    assert "0 claims" in table
    assert "note: not in Arabic" in table


def test_on_a_terminal_neighbouring_arabic_columns_are_kept_apart() -> None:
    assert isolated("الروضة   مدنيا 12 شخصا  text") == (
        "\u2068الروضة\u2069   \u2068مدنيا 12 شخصا\u2069  text"
    )
    assert "\u2068" in shown(samples.report(), colour=True)
    assert "\u2068" not in shown(samples.report(), colour=False)


def test_controls_and_overrides_of_a_text_do_not_reach_the_terminal() -> None:
    assert plain("أ\x1b]0;x\x07\u202eب\nج") == "أ?]0;x??ب ج"


@settings(max_examples=12, deadline=None)
@given(strategies.reports())
def test_any_report_prints_without_control_characters(report: Report) -> None:
    table = shown(report)
    assert not set(table) & {"\x1b", "\x07", "\u202e", "\x00"}
