"""Verbs of saying: who speaks, what the words cover, and what is no saying."""

import pytest

from tests.mentions.attribution.room import covered, found, told, voices

SPEAKERS = {
    "a source and the agency he speaks to": (
        "قال شهود لوكالة رويترز إن مسلحين هاجموا نقطة تفتيش.",
        ("شهود", "وكالة رويترز"),
    ),
    "a medium and whom it quotes": (
        'ونقل موقع "مدار" عن مصدر عسكري أن طائرات قصفت شحنة سلاح.',
        ('موقع "مدار"', "مصدر عسكري"),
    ),
    "a medium that carries, between commas": (
        "أكدت مصادر إعلامية، وفق عنب بلدي، أن مسلحين هاجموا الحاجز.",
        ("مصادر إعلامية", "عنب بلدي"),
    ),
    "a medium in quotes that no list knows": (
        'قال سكان لـ"ضفة النهر" إن الجنود اعتقلوا شابين.',
        ("سكان", "ضفة النهر"),
    ),
    "a counted group": ("وقال عدد من سكان الحي إن قذيفة سقطت.", ("سكان",)),
    "an office that no list knows": (
        "أكد رئيس بلدية عبسان أن قذيفة سقطت.",
        ("رئيس بلدية عبسان",),
    ),
    "an office right before what it tells": (
        "أعلن رئيس بلدية عبسان إصابة عامل.",
        ("رئيس بلدية عبسان",),
    ),
    "a name before its office": (
        "روى سعيد، أحد سكان القرية، أن مسلحين خطفوا شقيقه.",
        ("سعيد",),
    ),
    "a name described by a clause": (
        "قال الأب الذي نجا من القصف إن طائرة هدمت منزله.",
        ("الأب",),
    ),
    "a name that looks like a verb": ("وذكرت فتح أن مسلحين خطفوا شابا.", ("فتح",)),
    "who issued a statement": (
        "أفاد بيان للجيش السوداني بأن الطيران أغار.",
        ("بيان للجيش السوداني",),
    ),
    "who speaks in a statement, not the statement": (
        "وقالت الشرطة في بيان لها إن مسلحين خطفوا طبيبا.",
        ("الشرطة",),
    ),
    "pictures that show": ("وأظهر تسجيل مصور مسلحين يطلقون النار.", ("تسجيل مصور",)),
    "who speaks in pictures, not the pictures": (
        "وأعلن ناشط، في تسجيل مصور، أن مسلحين خطفوا شقيقه.",
        ("ناشط",),
    ),
    "who speaks, not where he sits": (
        "لكن المرصد السوري لحقوق الإنسان، ومقره بريطانيا، قال إن قذيفة سقطت.",
        ("المرصد السوري لحقوق الإنسان",),
    ),
    "who claims, behind what he claims": (
        "وتبنى التفجير على منصة تلغرام تنظيم ولاية سيناء.",
        ("تنظيم ولاية سيناء",),
    ),
    "who blames": ("وحملت حركة حماس الاحتلال مسؤولية القصف.", ("حركة حماس",)),
    "who tells who told it": (
        'وعلمت صحيفة "النهار" من مصادر مطلعة أن طائرة قصفت قافلة.',
        ("مصادر مطلعة",),
    ),
}


@pytest.mark.parametrize(("text", "sources"), SPEAKERS.values(), ids=SPEAKERS)
def test_who_speaks_is(text: str, sources: tuple[str, ...]) -> None:
    assert sources in voices(text)


@pytest.mark.parametrize(
    "text",
    [
        "ولم تذكر الشرطة عدد القتلى.",
        "نقلت سيارات الإسعاف ستة جرحى إلى المستشفى.",
        "خلفت المعارك خسائر مؤكدة في صفوف الطرفين.",
        "نشر الجيش السوداني دبابات على الحدود.",
        "تشير المعلومات إلى أن الهجوم بدأ فجرا.",
        "حملت الشاحنة مساعدات إلى المدينة.",
    ],
)
def test_what_nobody_says_has_no_source(text: str) -> None:
    assert voices(text) == []


def test_an_outlet_that_names_itself_is_no_source() -> None:
    assert voices("قال شهود للصحيفة إن مسلحين هاجموا الحاجز.") == [("شهود",)]


def test_a_saying_covers_its_sentence_up_to_the_next_one() -> None:
    text = "قال شهود إن مسلحين هاجموا الحاجز، فيما أكدت الشرطة أن الهجوم فشل."
    assert told(text) == [
        (("شهود",), "قال شهود إن مسلحين هاجموا الحاجز، فيما"),
        (("الشرطة",), "أكدت الشرطة أن الهجوم فشل"),
    ]


@pytest.mark.parametrize(
    "follow",
    [
        "وأضاف أن قذائف سقطت",
        "ويضيف أن قذائف سقطت",
        "وقال: إن قذائف سقطت",
        "وأن قذائف سقطت",
        "ونفى سقوط قذائف",
    ],
)
def test_the_last_speaker_goes_on(follow: str) -> None:
    assert voices(f"قال مصدر طبي إن الحي قصف. {follow}.") == [("مصدر طبي",), ("مصدر طبي",)]


def test_what_is_worth_noting_goes_on_from_nobody() -> None:
    text = "قال مصدر طبي إن الحي قصف. ويذكر أن قذائف سقطت أمس."
    assert voices(text) == [("مصدر طبي",)]


def test_the_last_speaker_goes_on_where_only_a_medium_is_named() -> None:
    text = "قال مصدر طبي إن الحي قصف. وقال لوكالة رويترز إن قذائف سقطت."
    assert voices(text)[1] == ("مصدر طبي", "وكالة رويترز")


def test_who_acts_in_a_sentence_speaks_in_it() -> None:
    text = "واصل الجيش السوداني تقدمه في المدينة، وأعلن أنه سيطر على الجسر."
    assert voices(text) == [("الجيش السوداني",)]


def test_a_participle_goes_on_from_the_speaker() -> None:
    text = "أوضح مصدر طبي أن الحي قصف، مشيرا إلى سقوط قتلى."
    assert told(text)[1] == (("مصدر طبي",), "مشيرا إلى سقوط قتلى")


def test_what_a_relative_clause_says_of_the_news_is_nobody_s_word() -> None:
    text = "نفت وزارة الدفاع التركية الأنباء التي تحدثت عن قصف المشفى."
    (denial,) = found(text)
    assert denial.denial
    assert denial.scope.of(text) == text.removesuffix(".")


def test_who_takes_responsibility_claims_what_the_sentence_tells() -> None:
    text = "انفجرت سيارة في السوق، وأعلن تنظيم داعش مسؤوليته عن الهجوم."
    (claim,) = found(text)
    assert claim.verb == "claimed"
    assert covered(text) == [text.removesuffix(".")]


def test_one_party_accuses_another() -> None:
    (saying,) = found("اتهم الجيش السوداني قوات الدعم السريع بقصف السوق.")
    assert [one.actor for one in saying.sources] == ["saf"]
    assert [one.actor for one in saying.accused] == ["rsf"]


def test_whom_a_preposition_leads_to_does_not_speak() -> None:
    assert found("داهم مسلحون يرجح انتماؤهم إلى تنظيم داعش البوابة.") == []


def test_a_participle_denies_what_follows_it() -> None:
    denial = found("وقال مصدر طبي إن الحي قصف، نافيا أن تكون المدرسة أصيبت.")[-1]
    assert (denial.denial, [source.actor for source in denial.sources]) == (True, ["local-sources"])


def test_the_last_speaker_points_to_a_loss() -> None:
    text = "قالت الشرطة إن مسلحين خطفوا طبيبا. وأشارت إلى مقتل حارسه."
    assert voices(text) == [("الشرطة",), ("الشرطة",)]
