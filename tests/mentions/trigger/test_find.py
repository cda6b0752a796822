"""Event words: verb or noun, what carries them, and what only looks like them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mentions.trigger.room import one, tagged, triggers, words

VERB_OR_NOUN = [
    ("قصف الجيش المدينة", "verb"),
    ("قصف مستشفى المدينة", "verb"),
    ("بعد قصف الجيش المدينة", "noun"),
    ("في قصف على المدينة", "noun"),
    ("وقصف الجيش المدينة", "verb"),
    ("القصف على المدينة", "noun"),
    ("بقصف مدفعي", "noun"),
    ("قَصَفَ الجيش المدينة", "verb"),
    ("قصفا مدفعيا", "noun"),
    ("يقصفون المدينة", "verb"),
    ("هاجم المسلحون الحاجز", "verb"),
    ("هجوم المسلحين على الحاجز", "noun"),
    ("اغتيل ضابط", "verb"),
    ("اغتيال ضابط", "noun"),
]


@pytest.mark.parametrize(("text", "form"), VERB_OR_NOUN)
def test_a_word_is_verb_or_noun_by_what_stands_before_it(text: str, form: str) -> None:
    assert one(text).form == form


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("قصفت أحياء المدينة", "either"),
        ("قَصَفَت المدفعية أحياء المدينة", "active"),
        ("قُصِفَت أحياء المدينة", "passive"),
        ("تُقصف المدينة كل ليلة", "passive"),
        ("اغتيل ضابط", "passive"),
        ("هجوم على المدينة", ""),
    ],
)
def test_the_voice_is_what_marks_and_letters_tell(text: str, voice: str) -> None:
    assert one(text).voice == voice


@pytest.mark.parametrize(
    ("text", "tense", "number", "gender"),
    [
        ("قصفت المدفعية الحي", "past", "singular", "feminine"),
        ("يقصف الجيش الحي", "present", "singular", "masculine"),
        ("سيقصف الجيش الحي", "present", "singular", "masculine"),
        ("يقصفون الحي", "present", "plural", "masculine"),
        ("اعتقلوا شابا", "past", "plural", "masculine"),
    ],
)
def test_a_verb_tells_tense_number_and_gender(
    text: str, tense: str, number: str, gender: str
) -> None:
    mention = one(text)
    assert (mention.tense, mention.number, mention.gender) == (tense, number, gender)


@pytest.mark.parametrize(
    ("text", "span", "proclitics", "enclitic"),
    [
        ("وقصفت المدفعية الحي", "قصفت", "و", ""),
        ("فاستهدف القناص المارة", "استهدف", "ف", ""),
        ("سيقصف الجيش الحي", "يقصف", "س", ""),
        ("وقصفها الطيران", "قصفها", "و", "ها"),
        ("استهدفتهم طائرة", "استهدفتهم", "", "هم"),
        ("القصف على الحي", "قصف", "ال", ""),
        ("بالقصف المدفعي", "قصف المدفعي", "بال", ""),
        ("يواصل الجيش هجومه", "هجومه", "", "ه"),
        ("تعرضت البلدة لقصف", "قصف", "ل", ""),
    ],
)
def test_proclitics_are_kept_out_of_the_span_and_pronouns_in(
    text: str, span: str, proclitics: str, enclitic: str
) -> None:
    mention = one(text)
    assert mention.span.of(text) == span
    assert (mention.proclitics, mention.enclitic) == (proclitics, enclitic)


def test_marks_and_tatweel_stay_in_the_span() -> None:
    assert words("قصـف الجيش المدينة") == ["قصـف"]
    assert words("شن هجوماً عنيفا") == ["هجوماً"]
    assert words("وقَصَفَت المدفعية الحي") == ["قَصَفَت"]


@pytest.mark.parametrize(
    ("text", "definite"),
    [
        ("شن الجيش هجوما", False),
        ("شن الجيش الهجوم", True),
        ("بدأ الجيش هجومه", True),
        ("تعرضت البلدة لقصف", False),
    ],
)
def test_the_article_and_a_pronoun_make_a_noun_definite(text: str, definite: bool) -> None:
    assert one(text).definite is definite


@pytest.mark.parametrize(
    ("text", "light", "tense"),
    [
        ("نفذ الجيش هجوما على البلدة", "agent", "past"),
        ("يواصل الجيش هجومه على البلدة", "agent", "present"),
        ("تعرضت البلدة لقصف", "patient", "past"),
        ("اندلعت اشتباكات في البلدة", "event", "past"),
        ("تدور معارك في البلدة", "event", "present"),
        ("قيام الطيران بقصف البلدة", "agent", ""),
        ("اشتباكات في البلدة", "", ""),
    ],
)
def test_a_noun_hangs_on_the_verb_that_carries_it(text: str, light: str, tense: str) -> None:
    mention = one(text)
    assert (mention.light, mention.light_tense) == (light, tense)
    assert (mention.light_start >= 0) is bool(light)


def test_a_full_stop_parts_a_noun_from_the_verb_before_it() -> None:
    assert one("شن الوزير. هجوم على البلدة").light == ""


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("هجوم شنه الجيش على البلدة", 1),
        ("المعارك التي يخوضها الجيش", 2),
        ("هجوم على البلدة", -1),
    ],
)
def test_a_noun_knows_the_verb_that_resumes_it(text: str, relative: int) -> None:
    assert one(text).relative == relative


@pytest.mark.parametrize(
    ("text", "span", "event"),
    [
        ("فتح المسلحون النار على الدورية", "فتح المسلحون النار", "gunfire"),
        ("أطلق مجهولون النار على الدورية", "أطلق مجهولون النار", "gunfire"),
        ("ألقى ملثم قنبلة على المنزل", "ألقى ملثم قنبلة", "grenade"),
        ("فَجَّرَ مهاجم نفسه في السوق", "فَجَّرَ مهاجم نفسه", "suicide"),
    ],
)
def test_a_verb_with_its_complement_is_one_trigger(text: str, span: str, event: str) -> None:
    mention = one(text)
    assert (mention.span.of(text), mention.event) == (span, event)


def test_a_complement_in_the_next_sentence_is_none() -> None:
    assert words("فتح المحل أبوابه. النار بعيدة") == []


@pytest.mark.parametrize(
    "text", ["اشتباكات ومعارك في البلدة", "اشتباكات عنيفة ومعارك في البلدة", "معارك واشتباكات"]
)
def test_nouns_of_one_kind_joined_by_and_are_one_trigger(text: str) -> None:
    assert one(text).event == "clash"


def test_nouns_of_two_kinds_stay_two() -> None:
    assert [m.event for m in triggers("قصف واشتباكات في البلدة")] == ["shelling", "clash"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("قصف جوي على البلدة", "airstrike"),
        ("قصف مدفعي على البلدة", "shelling"),
        ("هجوم انتحاري على الحاجز", "suicide"),
        ("هجوم على الحاجز", "attack"),
        ("عبوة ناسفة في الطريق", "bomb"),
        ("حملة اعتقالات في البلدة", "arrest"),
    ],
)
def test_the_longest_phrase_says_what_the_event_is(text: str, event: str) -> None:
    assert one(text).event == event


@pytest.mark.parametrize(
    "text",
    [
        "خط الهجوم في المنتخب",
        "ضربة جزاء في الشوط الثاني",
        "هجوم إلكتروني على المصرف",
        "هجمات سيبرانية على الوزارة",
        "قصف إعلامي متبادل",
        "حملة تطعيم في المدينة",
        "انفجار سكاني",
        "هجوم لاذع من الوزير",
        "في مواجهة التحديات",
    ],
)
def test_an_idiom_hides_its_event_word(text: str) -> None:
    assert words(text) == []


def test_the_word_before_takes_an_event_back() -> None:
    assert words("رفع الحصار عن المدينة") == []
    assert words("وإنهاء الحصار عن المدينة") == []
    assert words("رغم الحصار على المدينة") == ["حصار"]


def test_a_verb_in_a_hashtag_is_no_event_and_a_noun_is() -> None:
    assert words("#قصفت المدينة") == []
    assert words("#القصف على المدينة") == ["قصف"]


def test_triggers_stand_in_text_order_and_never_overlap() -> None:
    text = "شن الجيش هجوما على البلدة وقصف الحي، ثم انسحب بعد اشتباكات ومعارك عنيفة."
    found = triggers(text)
    assert len(found) == 4
    assert all(earlier.end <= later.start for earlier, later in pairwise(found))


WORDS = (
    "شن الجيش هجوما على البلدة وقصف الحي , ثم . انسحب بعد اشتباكات ومعارك فتح النار نفسه "
    "الحصار فك لقصف التي استهدفت غارتين جويتين # حملة تطعيم"
)
texts = st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join)


@settings(deadline=None)
@given(texts)
def test_any_order_of_words_gives_triggers_inside_their_sentence(text: str) -> None:
    seen = tagged(text)
    for mention in triggers(text):
        assert 0 <= mention.start < mention.end <= len(seen.tokens)
        assert seen.span(mention.start, mention.end).covers(mention.span)
        assert mention.span.of(text).strip()
        assert any(s.start <= mention.start and mention.end <= s.end for s in seen.sentences)
        assert mention.light_start < mention.start
        assert mention.relative == -1 or mention.relative >= mention.end
