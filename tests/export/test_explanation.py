"""The explanation: every value with its words, offsets and rule, and what lost."""

from hypothesis import given, settings

from sijill.export.explanation import explanation
from sijill.model.report import Report
from tests import samples, strategies


def test_each_value_names_its_words_their_offsets_and_the_rule() -> None:
    told = " ".join(explanation(samples.report()).split())
    for said in (
        "published 2024-05-15 (metadata)",
        "1. Air/drone strike [new, reports] confidence 0.93 c-strike",
        "trigger «قصفت» [71-75] by strike.verb",
        "type by strike.verb: an aircraft is the subject «طائرات» [57-63] «قصفت» [71-75]",
        "lost: Shelling/artillery/missile attack: no gun or rocket is named",
        "who not in the registry from «طائرات مجهولة» [57-70] by registry",
        "when 2024-05-14 (day) from «أمس الثلاثاء» [76-88] by yesterday",
        "because the day before the publication date, and it is a Tuesday",
        "± 5 km (precision 2, YE, demo:1)",
        "lost: الروضة (شبوة) (demo:2), score 0.31",
        "of these killed 3 (civilians)",
        "according to oasis-network",
        "extent most",
        "menu «الرئيسية | أخبار | رياضة» [0-24]",
    ):
        assert said in told, said


def test_offsets_are_those_of_the_text() -> None:
    assert samples.TEXT[71:75] == "قصفت"


def test_lines_keep_to_the_width() -> None:
    assert max(map(len, explanation(samples.report(), 80).splitlines())) <= 82


@settings(max_examples=12, deadline=None)
@given(strategies.reports())
def test_any_report_can_be_explained_and_cannot_steer_the_terminal(report: Report) -> None:
    told = explanation(report)
    assert not set(told) & {"\x1b", "\x07", "\u202e", "\x00", "\r"}
    told.encode("utf-8")
