"""Names that no list has: where an event's words let a place follow, and what is no name."""

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.lexicon import verbs
from sijill.lexicon.grammar import Grammar, compile_grammar
from sijill.lexicon.lexicon import Lexicon
from sijill.lexicon.pack import bundled
from sijill.lexicon.tagged import Tagged, tag
from sijill.mentions.place.expect import expected
from sijill.mentions.place.find import find
from sijill.mentions.place.refer import Reading, shortened
from sijill.mentions.place.resolve import resolve
from sijill.mentions.place.vocabulary import entries
from sijill.mentions.trigger import find as trigger_find
from sijill.mentions.trigger import vocabulary as trigger_vocabulary
from sijill.model.document import Document
from sijill.model.mention import PlaceMention
from sijill.model.span import Span
from tests.mentions.place.room import gazetteer, vocabulary

# text, the names found in it
NAMED = [
    ("غارة على زبدلين", ["زبدلين"]),
    ("غارات على زبدلين وكفرشعيا", ["زبدلين", "كفرشعيا"]),
    ("قصف مدفعي عنيف على أطراف الطهرية", ["الطهرية"]),
    ("قصف على كل من زبدلين والطهرية", ["زبدلين", "الطهرية"]),
    ("سلسلة غارات طالت الطهرية وزبدلين وجرماشا الشرقية", ["الطهرية", "زبدلين", "جرماشا الشرقية"]),
    ("اشتباكات في الحمضة بين مسلحين", ["الحمضة"]),
    ("انفجار عبوة ناسفة في سرعيت أمس", ["سرعيت"]),
    ("اشتباكات على جبهة الكلخة جنوبي تعز", ["الكلخة"]),
    ("سيطر الثوار على عين قطرة بعد معارك", ["عين قطرة"]),
    ("انسحب المسلحون من جرف الزيتون", ["جرف الزيتون"]),
    ("وفي سرعيت، اقتحم الجنود منازل", ["سرعيت"]),
    ("تعرضت الطهرية لقصف مدفعي", ["الطهرية"]),
    ("معركة الطهرية مستمرة", ["الطهرية"]),
    ("غارة على طريق كفرشعيا – سرعيت", ["طريق كفرشعيا - سرعيت"]),
    ("هجوم على حاجز في حي 14 رمضان", ["حي 14 رمضان"]),
    ("صلية صاروخية على مستوطنة كفر هنوت", ["كفر هنوت"]),
    ("مظاهرة في شارع الحبيب زعفران", ["شارع الحبيب زعفران"]),
]
# texts in which no name is found although one could stand where an everyday word does
NAMELESS = [
    "غارة على منزل",
    "غارات على أهداف",
    "قصف على مواقع للجيش",
    "قصف استهدف المدنيين",
    "قصف استهدف تجمعات",
    "هجوم على حافلة",
    "اشتباكات في الأثناء",
    "انفجار في غضون ساعة",
    "اشتباكات عنيفة في بيان",
    "هجوم على الديمقراطية",
    "معارك طاحنة",
    "مجزرة مروعة",
    "قصف على مستودعاتهم",
    "غارة على سيارته",
    "سيطر على الوضع",
    "اقتحم متظاهرون",
    "هجوم على تنفيذ",
    "قصف براجمات",
]


@cache
def _lexicon() -> tuple[Lexicon, trigger_vocabulary.TriggerVocabulary, Grammar]:
    pack = bundled("ar")
    words = [
        *verbs.entries(pack),
        *trigger_vocabulary.entries(pack),
        *entries(pack, gazetteer()),
    ]
    return Lexicon(words), trigger_vocabulary.compile_triggers(pack), compile_grammar(pack)


def _read(text: str, masked: Sequence[Span] = ()) -> tuple[Tagged, list[int]]:
    lexicon, triggers, grammar = _lexicon()
    tagged = tag(Document("test", text, ""), lexicon)
    found = trigger_find.find(tagged, triggers, grammar)
    return tagged, expected(tagged, vocabulary(), found, masked)


def _mentions(text: str) -> list[PlaceMention]:
    tagged, indices = _read(text)
    return find(tagged, vocabulary(), (), indices)


def _names(text: str) -> list[str]:
    return [mention.full or mention.name for mention in _mentions(text)]


@pytest.mark.parametrize(("text", "names"), NAMED, ids=[text for text, _ in NAMED])
def test_a_name_that_no_list_has_is_read_where_the_event_lets_a_place_follow(
    text: str, names: list[str]
) -> None:
    found = _names(text)
    assert [name for name in names if name not in found] == []


@pytest.mark.parametrize("text", NAMELESS)
def test_an_everyday_word_is_no_name(text: str) -> None:
    assert _names(text) == []


def test_without_an_event_nothing_is_expected() -> None:
    assert _read("اجتماع في زبدلين")[1] == []


def test_the_subject_of_a_verb_is_passed_over() -> None:
    text = "دخل الأحرار زبدلين فجرا"
    start = text.index("الأحرار")
    tagged, indices = _read(text, [Span(start, start + len("الأحرار"))])
    assert "زبدلين" in [tagged.tokens[index].key for index in indices]


def test_an_unlisted_name_gets_no_point() -> None:
    found = _mentions("غارة على زبدلين")
    value = resolve(found, gazetteer(), vocabulary())[0]
    assert (value.name, value.lat, value.precision) == ("زبدلين", None, 1)


def test_a_road_between_two_places_is_one_line_without_a_point() -> None:
    found = _mentions("انفجار على طريق سراقب – زبدلين")
    value = resolve(found, gazetteer(), vocabulary())[0]
    assert (len(found), value.lat, value.precision) == (1, None, 5)


def test_a_shortened_name_refers_to_the_place_named_in_full() -> None:
    [mention] = _mentions("سيطر المسلحون على الطاحون")
    full = Reading(mention, None, None, "طاحون الساحل")
    found = shortened(mention, [full])
    assert found is not None
    assert found.name == "طاحون الساحل"


def test_the_city_a_report_is_sent_from_is_no_place_of_its_event() -> None:
    found = _mentions("حلب – قصف على مدينة سراقب")
    assert [(m.name, m.role) for m in found] == [("حلب", "dateline"), ("سراقب", "at")]


def test_a_headline_that_names_one_city_is_about_it() -> None:
    assert [m.role for m in _mentions("حلب – قصف عنيف")] == ["at"]


def test_the_city_a_report_is_sent_from_is_not_what_the_city_means() -> None:
    found = _mentions("حلب – قصف على مدينة إدلب. شهدت المدينة هدوءا.")
    values = resolve(found, gazetteer(), vocabulary())
    assert [value.name for value in values][-1] == "إدلب"


@pytest.mark.parametrize(
    ("word", "everyday"),
    [
        ("منزل", True),
        ("المنازل", True),
        ("منازلهم", True),
        ("سيارات", True),
        ("تنفيذ", True),
        ("الاجتماع", True),
        ("زبدلين", False),
        ("الطهريه", False),
        ("كفرشعيا", False),
    ],
)
def test_everyday_words_are_told_in_all_their_forms(word: str, everyday: bool) -> None:
    assert (word in vocabulary().everyday) is everyday


@given(st.text(alphabet="ابتلمنويةهسر ،.–في على", max_size=60))
def test_expected_tokens_exist_and_are_in_order(text: str) -> None:
    tagged, indices = _read(f"قصف على {text}")
    assert indices == sorted(set(indices))
    assert all(0 <= index < len(tagged.tokens) for index in indices)
    spans = [m.span for m in find(tagged, vocabulary(), (), indices)]
    assert all(0 <= span.start < span.end <= len(tagged.text) for span in spans)
