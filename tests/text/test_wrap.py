"""Wrapped lines: only the line ends that a width made are taken for blanks."""

from hypothesis import given

from sijill.lexicon.tagged import tag
from sijill.pipeline import document_of
from sijill.text.wrap import wrapped
from tests.claims.room import claims, engine, site
from tests.text.alphabet import LINES

WRAPPED = (
    "سقطت قذائف هاون صباح اليوم على أحياء التضامن\n"
    "والقدم في مدينة دمشق ما أدى إلى مقتل ثلاثة\n"
    "مدنيين وإصابة خمسة آخرين بجروح وفق ما قال\n"
    "طبيب في مستشفى المدينة، ثم ساد هدوء حذر بعد\n"
    "ساعات من القصف.\n"
)
ITEMS = "غارة على صور\nقصف مدفعي استهدف أطراف بلدة عيترون\nغارة على الخيام\nقصف على حولا\n"


def test_a_text_broken_to_a_width_goes_on_at_its_line_ends() -> None:
    assert len(wrapped(WRAPPED)) == 4
    assert len(tag(document_of(WRAPPED), engine().lexicon).sentences) == 1
    assert [site(claim) for claim in claims(WRAPPED)] == ["حي التضامن", "حي القدم"]


def test_a_line_that_ends_its_sentence_ends_it_in_a_wrapped_text_too() -> None:
    text = WRAPPED.replace("حذر بعد", "حذر.  ")
    assert len(wrapped(text)) == 3


def test_items_in_lines_of_their_own_stay_apart() -> None:
    assert wrapped(ITEMS) == []
    assert len(tag(document_of(ITEMS), engine().lexicon).sentences) == 4


@given(LINES)
def test_only_line_ends_are_found(text: str) -> None:
    assert all(text[at] == "\n" for at in wrapped(text))
