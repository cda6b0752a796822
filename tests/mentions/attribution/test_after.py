"""Words of saying that stand after what is told cover what stands before them."""

import pytest

from tests.mentions.attribution.room import covered, told, voices

BEHIND = {
    "behind على ما": "على ما روى تجار",
    "behind كما": "كما ذكرت مصادر طبية",
    "behind هذا ما": "هذا ما أعلنه مصدر أمني",
    "behind a comma": "قالت مصادر طبية",
    "behind a comma, in the present": "يقول مصدر أمني",
    "according to": "بحسب ناشطين",
    "according to what a verb says": "وفق ما ذكره مصدر أمني",
    "by one that names itself so": "وفقا لمصدر أمني",
}


@pytest.mark.parametrize("words", BEHIND.values(), ids=BEHIND)
def test_it_covers_the_sentence_before_it(words: str) -> None:
    text = f"سقطت قذائف على السوق وأصيب رجل، {words}."
    ((sources, scope),) = told(text)
    assert scope == text.removesuffix(".")
    assert scope.endswith(sources[-1])


def test_a_pronoun_takes_up_what_was_told() -> None:
    text = "جاء ذلك بعد غارة أعلن عنها الجيش السوداني في المدينة."
    assert told(text) == [(("الجيش السوداني",), "جاء ذلك بعد غارة أعلن عنها الجيش السوداني")]


@pytest.mark.parametrize(
    "text",
    [
        "كما أعلن الجيش السوداني أن مسلحين هاجموا الحاجز.",
        "كما أعلن الجيش السوداني مقتل ثلاثة مسلحين.",
    ],
)
def test_also_says_what_follows(text: str) -> None:
    assert covered(text) == [text.removesuffix(".").removeprefix("كما ")]


def test_an_according_to_that_opens_covers_its_sentence() -> None:
    text = "وبحسب شهود عيان فإن الجنود أطلقوا النار."
    assert told(text) == [(("شهود عيان",), text.removesuffix("."))]


def test_an_according_to_that_opens_a_clause_covers_the_clause() -> None:
    text = "هاجم مسلحون الحاجز فجرا، وبحسب شهود عيان أصيب جنديان."
    assert covered(text) == ["وبحسب شهود عيان أصيب جنديان"]


def test_an_according_to_between_commas_covers_the_clause_it_interrupts() -> None:
    text = "وقتل في البلدة، بحسب ناشطين، خمسة مدنيين في غارة، وأصيب طفل."
    assert covered(text) == ["وقتل في البلدة، بحسب ناشطين، خمسة مدنيين في غارة"]


@pytest.mark.parametrize(
    "words", ["وفق المادة الرابعة", "حسب الاتفاق", "استنادا إلى معلومات", "وفقا للقانون"]
)
def test_laws_and_bare_news_are_no_source(words: str) -> None:
    assert voices(f"اعتقلت القوات ثلاثة رجال {words}.") == []


def test_of_news_somebody_is_the_source() -> None:
    assert voices("بحسب معلومات مصادر أمنية، اعتقل رجلان.") == [("مصادر أمنية",)]


def test_a_pronoun_before_the_speaker_takes_up_what_was_told() -> None:
    text = "استعادت القوات الجبل، وفق ما صرح به مصدر عسكري."
    assert voices(text) == [("مصدر عسكري",)]


def test_a_source_named_last_speaks_of_its_own_clause() -> None:
    text = "قصفت طائرات الحي فجرا، ونفذت القوات غارة على البلدة ليلا، وفق مصدر طبي."
    assert covered(text)[0].startswith("ونفذت القوات")
