"""Words that only resume, complete or carry another trigger make no claim of their own."""

import pytest

from sijill.claims.domain import drafts_of
from sijill.claims.draft import Draft
from sijill.claims.select import merge
from tests.claims.room import scene


def _merged(text: str) -> tuple[list[Draft], list[Draft]]:
    """The drafts of the text's first sentence, and what is left of them."""
    seen = scene(text)
    drafts = drafts_of(seen, 0, seen.triggers)
    return list(drafts), merge(seen, drafts)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("غارات إسرائيلية استهدفت مواقع لحزب الله في بلدة الخيام.", ["غارات"]),
        ("انتزع الجيش السوداني السيطرة على مدينة بارا.", ["انتزع"]),
        ("استهدف الجيش السوداني مواقع قوات الدعم السريع بغارات جوية.", ["استهدف"]),
        ("صد الجيش اليمني هجوما لجماعة الحوثي غربي مأرب.", ["صد"]),
        ("وطالت حملة اعتقالات عشرة شبان في مدينة جنين.", ["حملة اعتقالات"]),
        ("قصف الجيش السوداني مدينة نيالا وقصفت قوات الدعم السريع مدينة الأبيض.", ["قصف", "قصفت"]),
        ("اعتقلت الشرطة ناشطا وخطف مسلحون طبيبا.", ["اعتقلت", "خطف"]),
    ],
)
def test_what_is_left_of_the_triggers_of_a_sentence(text: str, left: list[str]) -> None:
    _, found = _merged(text)
    assert [draft.trigger.span.of(text) for draft in found] == left


def test_a_bomb_that_explodes_joins_its_verb_in_one_span() -> None:
    text = "انفجرت عبوة ناسفة بدورية للشرطة."
    before, after = _merged(text)
    assert len(before) == 2
    assert [draft.trigger.span.of(text) for draft in after] == ["انفجرت عبوة ناسفة"]


def test_the_verb_that_is_left_reaches_over_what_it_took_in() -> None:
    text = "استهدف الجيش السوداني مواقع قوات الدعم السريع بغارات جوية في مدينة بارا."
    _, (draft,) = _merged(text)
    assert draft.means is not None
    assert draft.means.id == "airstrike"
    assert draft.right == len(scene(text).tagged.tokens)


def test_a_resumed_noun_knows_that_whom_follows_was_struck() -> None:
    _, (draft,) = _merged("غارات إسرائيلية استهدفت مواقع لحزب الله في بلدة الخيام.")
    assert draft.struck


def test_the_order_of_the_text_is_kept() -> None:
    _, found = _merged("قصف الجيش مدينة نيالا، وهاجم مدينة بارا، ثم انسحب من مدينة سنجة.")
    starts = [draft.trigger.start for draft in found]
    assert len(starts) == 3
    assert starts == sorted(starts)


def test_no_trigger_is_no_draft() -> None:
    assert _merged("افتتح المعرض أبوابه أمام الزوار.") == ([], [])
