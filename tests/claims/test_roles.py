"""Who did it to whom: by voice, construction and preposition."""

import pytest

from tests.claims.room import one, sides

VERBS = {
    "the subject of an active verb did it, its object suffered it": (
        "قصف الجيش السوداني مواقع لقوات الدعم السريع في مدينة أم درمان صباح اليوم.",
        (["saf"], ["rsf"]),
    ),
    "a subject before its verb is the subject all the same": (
        "القوات العراقية طردت مسلحي تنظيم داعش من بلدة الشرقاط.",
        (["iraq-government"], ["isis"]),
    ),
    "the subject of a passive verb suffered it, and من قبل names who did it": (
        "قُصفت مواقع قوات الدعم السريع في مدينة أم درمان من قبل الجيش السوداني.",
        (["saf"], ["rsf"]),
    ),
    "على يد names who did it": (
        "اغتيل ضابط في الشرطة العراقية وسط مدينة البصرة على يد مسلحين مجهولين.",
        (["unidentified-armed-group"], ["police"]),
    ),
    "a clash with somebody has him on the other side": (
        "اشتبك الجيش اللبناني مع مسلحين في مدينة طرابلس.",
        (["lebanon-government"], ["unidentified-armed-group"]),
    ),
    "who loses a town suffers it, and لصالح names who takes it": (
        "خسر الجيش السوداني مدينة سنجة لصالح قوات الدعم السريع.",
        (["rsf"], ["saf"]),
    ),
    "ground that falls has no side of its own, and بيد names who takes it": (
        "سقطت مدينة الفولة بيد قوات الدعم السريع.",
        (["rsf"], []),
    ),
    "who hands a town over is named first": (
        "سلمت قوات الدعم السريع مدينة كادوقلي إلى الجيش السوداني.",
        (["rsf"], ["saf"]),
    ),
    "people without weapons are civilians": (
        "خطف مسلحون مجهولون طبيبا في مدينة الزاوية.",
        (["unidentified-armed-group"], ["civilians"]),
    ),
    "owners of what is burnt suffer it": (
        "أحرق مستوطنون منازل فلسطينيين في بلدة حوارة.",
        (["settlers"], ["civilians"]),
    ),
    "who withdraws did it, and أمام names nobody to whom": (
        "انسحب تنظيم داعش من مدينة الباب أمام تقدم الجيش السوري الحر.",
        (["isis"], []),
    ),
    "who manages to do a thing did it": (
        "تمكنت القوات العراقية من تحرير بلدة القيارة من تنظيم داعش.",
        (["iraq-government"], ["isis"]),
    ),
    "قام with its noun is as good as the verb": (
        "قام عناصر من تنظيم داعش بإعدام ثلاثة رعاة أغنام في بادية حمص.",
        (["isis"], ["civilians"]),
    ),
    "who shoots a drone down did it to its owner": (
        "أسقط حزب الله مسيرة إسرائيلية فوق بلدة مركبا.",
        (["hezbollah"], ["israel"]),
    ),
    "whoever says that he repelled an attack suffered it": (
        "قال الجيش السوداني إنه صد هجوما لقوات الدعم السريع في مدينة بابنوسة.",
        (["rsf"], ["saf"]),
    ),
    "who carried out the attack that was repelled did it": (
        "تصدت البيشمركة لهجوم شنه تنظيم داعش على بلدة مخمور.",
        (["isis"], ["peshmerga"]),
    ),
    "who denies a deed is who is said to have done it": (
        "نفى الجيش السوداني قصف سوق مدينة نيالا.",
        (["saf"], []),
    ),
    "a subject in the nominative is not who was taken": (
        "خطف مسلحون يستقلون حافلة بيضاء قاضيا وسط مدينة صبراتة.",
        (["unidentified-armed-group"], ["civilians"]),
    ),
    "cases tell who took whom": (
        "خطف مسلحون مهندسين في مدينة أوباري.",
        (["unidentified-armed-group"], ["civilians"]),
    ),
    "a subject inside the verb's own words did it": (
        "أطلق مسلحون النار على جندي عراقي وسط مدينة بعقوبة.",
        (["unidentified-armed-group"], ["iraq-government"]),
    ),
    "who opens the sentence did it, also if a place stands between": (
        "حاجز للجيش العراقي قرب مدخل بلدة الضلوعية اعتقل أربعة شبان.",
        (["iraq-government"], ["civilians"]),
    ),
    "who was driven out of his own bases is no doer": (
        "طردت القوات العراقية من قواعدها في مدينة الفلوجة.",
        ([], ["iraq-government"]),
    ),
    "a number after the occupation's forces counts whom they took": (
        "اعتقلت قوات الاحتلال 17 فلسطينيا في مدينة طوباس.",
        (["israel"], ["civilians"]),
    ),
    "على يد names who did it, past another clause too": (
        "اغتيل محام في مدينة المكلا التي تشهد توترا على يد مسلحين مجهولين.",
        (["unidentified-armed-group"], ["civilians"]),
    ),
    "who opens the clause of another's attack met it": (
        "الجيش السوداني يكسر هجمة جديدة لقوات الدعم السريع على مدينة الأبيض.",
        (["rsf"], ["saf"]),
    ),
    "who backs the doer did it with him": (
        "استعاد الجيش اليمني مسنودا بألوية العمالقة بلدة حريب من الحوثيين.",
        (["yemen-government", "giants"], ["houthis"]),
    ),
    "aircraft of a make are the air force's of the country": (
        "قصفت طائرات ميغ مواقع قوات الدعم السريع في مدينة بحري السودانية.",
        (["saf"], ["rsf"]),
    ),
    "those who are led away are the target": (
        "اقتادت قوات الدعم السريع عشرين شابا إلى جهة مجهولة من بلدة الهلالية.",
        (["rsf"], ["civilians"]),
    ),
}

NOUNS = {
    "a verb with a pronoun for the weapon says who fired it": (
        "أصيب ثلاثة مدنيين بصاروخ أطلقته قوات الدعم السريع على مدينة كوستي.",
        (["rsf"], ["civilians"]),
    ),
    "على before a belonging makes its owner the target": (
        "هجوم على معسكر للجيش العراقي في مدينة بيجي.",
        ([], ["iraq-government"]),
    ),
    "who announces strikes with a pronoun for them did them": (
        "غارات أعلن عنها التحالف الدولي لمواقع تنظيم داعش في مدينة هجين.",
        (["coalition"], ["isis"]),
    ),
    "who laid the mines that are cleared is the target": (
        "تفكيك عبوات ناسفة زرعها تنظيم داعش في مدينة الرمادي.",
        ([], ["isis"]),
    ),
    "the subject of the verb that carries the noun did it": (
        "شن تنظيم داعش هجوما على نقطة للجيش العراقي قرب مدينة الرطبة.",
        (["isis"], ["iraq-government"]),
    ),
    "a noun's ل names who did it, its على who suffered it": (
        "هجوم لتنظيم داعش على نقطة للجيش العراقي في مدينة الرطبة.",
        (["isis"], ["iraq-government"]),
    ),
    "the genitive of a shelling did it, and its ل names what was shelled": (
        "قصف الجيش الإسرائيلي لبلدة الخيام أدى إلى مقتل خمسة مدنيين.",
        (["israel"], ["civilians"]),
    ),
    "clashes between two have the first-named as initiator": (
        "اندلعت اشتباكات عنيفة بين الجيش السوداني وقوات الدعم السريع في مدينة الفاشر.",
        (["saf"], ["rsf"]),
    ),
    "fighters stand for their party on both sides": (
        "دارت معارك بين قوات الجيش اليمني ومسلحي جماعة الحوثي غربي مدينة تعز.",
        (["yemen-government"], ["houthis"]),
    ),
    "a nationality of the noun names who did it": (
        "تعرضت بلدة الخيام لقصف مدفعي إسرائيلي.",
        (["israel"], []),
    ),
    "a relative verb's subject did it": (
        "أصيب خمسة مدنيين بقصف صاروخي نفذته قوات النظام السوري على مدينة إدلب.",
        (["syria-government"], ["civilians"]),
    ),
    "a relative verb without الذي is one too": (
        "قتل ثلاثة جنود يمنيين في كمين نصبته جماعة الحوثي غربي مأرب.",
        (["houthis"], ["yemen-government"]),
    ),
    "those who fell are the target where no other is named": (
        "قتل خمسة عناصر من قوات سوريا الديمقراطية في هجوم لتنظيم داعش قرب بلدة البصيرة.",
        (["isis"], ["sdf"]),
    ),
    "of two who come to terms the second is the first one's partner": (
        "توصل الجيش السوداني وقوات الدعم السريع إلى هدنة في مدينة الأبيض.",
        (["saf"], ["rsf"]),
    ),
    "a bomb that nobody claims has a target alone": (
        "انفجرت عبوة ناسفة بدورية للشرطة العراقية في مدينة بعقوبة.",
        ([], ["police"]),
    ),
    "two who strike together are both initiators": (
        "شنت الولايات المتحدة وبريطانيا غارات على مواقع للحوثيين في مدينة الحديدة.",
        (["usa", "uk"], ["houthis"]),
    ),
    "fire exchanged between two has the first-named as initiator": (
        "قصف مدفعي متبادل بين قوات سوريا الديمقراطية والجيش الوطني السوري في ريف مدينة منبج.",
        (["sdf"], ["snf"]),
    ),
    "a shelling that is itself the subject of استهدف keeps its party": (
        "استهدف قصف مدفعي لقوات الدعم السريع سوقا في مدينة الفاشر، فقتل تسعة مدنيين.",
        (["rsf"], ["civilians"]),
    ),
    "a bomb's owner is not known, its target is": (
        "استهدف تفجير بسيارة مفخخة مقرا للجبهة الشامية في مدينة أعزاز.",
        ([], ["levant-front"]),
    ),
    "losses inflicted on a party make it the target": (
        "كبد الجيش السوداني قوات الدعم السريع خسائر فادحة في مدينة الفاشر.",
        (["saf"], ["rsf"]),
    ),
}


@pytest.mark.parametrize(("text", "expected"), VERBS.values(), ids=VERBS)
def test_the_parties_of_a_verb(text: str, expected: tuple[list[str], list[str]]) -> None:
    assert sides(one(text)) == expected


@pytest.mark.parametrize(("text", "expected"), NOUNS.values(), ids=NOUNS)
def test_the_parties_of_an_event_noun(text: str, expected: tuple[list[str], list[str]]) -> None:
    assert sides(one(text)) == expected


def test_active_and_passive_tell_the_same_parties() -> None:
    active = "هاجمت قوات الدعم السريع مواقع الجيش السوداني في مدينة بارا."
    passive = "هوجمت مواقع الجيش السوداني في مدينة بارا من قبل قوات الدعم السريع."
    assert sides(one(active)) == sides(one(passive)) == (["rsf"], ["saf"])


def test_civilians_never_shell() -> None:
    text = "قصف مدنيين في مدينة نيالا أوقع عشرة قتلى."
    assert sides(one(text)) == ([], ["civilians"])


def test_a_party_is_where_it_is_written() -> None:
    text = "قصف الجيش السوداني مواقع لقوات الدعم السريع في مدينة أم درمان."
    claim = one(text)
    assert [party.span.of(text) for party in claim.initiator] == [claim.initiator[0].text]
    assert claim.initiator[0].text == "الجيش السوداني"
    assert claim.target[0].text == "قوات الدعم السريع"
