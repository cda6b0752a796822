"""The sub-event type: by the words, the weapon, the victims and who takes the ground."""

import pytest

from tests.claims.room import claims, one

TYPES = [
    ("اشتبك الجيش اللبناني مع مسلحين في مدينة طرابلس.", "Armed clash"),
    ("نصب مسلحون كمينا لدورية من الجيش العراقي قرب مدينة الرطبة.", "Armed clash"),
    ("استعاد الجيش السوداني السيطرة على مدينة سنجة.", "Government regains territory"),
    ("سيطرت قوات الدعم السريع على مدينة النهود.", "Non-state actor overtakes territory"),
    ("طردت القوات العراقية مسلحي داعش من بلدة الشرقاط.", "Government regains territory"),
    ("قصفت طائرات روسية بلدة كفرنبل.", "Air/drone strike"),
    ("استهدفت طائرة مسيرة تركية سيارة قرب مدينة القامشلي.", "Air/drone strike"),
    ("قصفت قوات الدعم السريع مدينة الأبيض بالمدفعية.", "Shelling/artillery/missile attack"),
    ("أطلقت جماعة الحوثي صواريخ على مدينة مأرب.", "Shelling/artillery/missile attack"),
    ("فجر انتحاري نفسه عند حاجز للجيش المصري في مدينة العريش.", "Suicide bomb"),
    ("انفجرت سيارة مفخخة في مدينة أعزاز.", "Remote explosive/landmine/IED"),
    ("اقتحم انتحاري بسيارة مفخخة معسكرا للجيش اليمني في مدينة عدن.", "Suicide bomb"),
    ("رشقت كتائب القسام مدينة عسقلان بالصواريخ.", "Shelling/artillery/missile attack"),
    ("انهالت القذائف على بلدة اللطامنة منذ الصباح.", "Shelling/artillery/missile attack"),
    ("أجهز مقاتلو القسام على جندي إسرائيلي في مدينة رفح.", "Armed clash"),
    ("وضعت قوات الدعم السريع يدها على مدينة النهود.", "Non-state actor overtakes territory"),
    ("خرق الطيران الإسرائيلي جدار الصوت فوق مدينة صيدا.", "Other"),
    ("نصبت قوات سوريا الديمقراطية حواجز في بلدة الشحيل.", "Headquarters or base established"),
    ("صادرت جماعة الحوثي شاحنات في مدينة إب.", "Looting/property destruction"),
    ("أعدم تنظيم داعش سبعة مدنيين في مدينة الموصل.", "Attack"),
    ("خطف مسلحون مجهولون طبيبا في مدينة الزاوية.", "Abduction/forced disappearance"),
    ("اعتقلت القوات الإسرائيلية عشرين فلسطينيا في مدينة نابلس.", "Arrests"),
    ("خرجت مظاهرة في مدينة السويداء تطالب بتحسين الأوضاع المعيشية.", "Peaceful protest"),
    ("توصل الجيش السوداني وقوات الدعم السريع إلى هدنة في مدينة الأبيض.", "Agreement"),
    ("انسحبت قوات الدعم السريع من مدينة ود مدني.", "Change to group/activity"),
    ("انتشر الجيش اللبناني في بلدة كفركلا.", "Change to group/activity"),
    ("أسقطت الدفاعات الجوية السودانية طائرة مسيرة فوق مدينة عطبرة.", "Disrupted weapons use"),
    ("أحرق مستوطنون منازل فلسطينيين في بلدة حوارة.", "Looting/property destruction"),
    (
        "سلمت قوات الدعم السريع مدينة كادوقلي إلى الجيش السوداني.",
        "Non-violent transfer of territory",
    ),
    ("حاصرت قوات الدعم السريع مدينة الفاشر.", "Other"),
    ("أغار الطيران الحربي الإسرائيلي على بلدة عيتا الشعب.", "Air/drone strike"),
    ("ألقت مروحيات النظام السوري براميل متفجرة على مدينة داريا.", "Air/drone strike"),
    ("استهدف هجوم بغاز الكلور بلدة سراقب.", "Chemical weapon"),
    ("ألقى مجهولون قنبلة يدوية على منزل في مدينة السويداء.", "Grenade"),
    ("استهدف تفجير بسيارة مفخخة مقرا في مدينة أعزاز.", "Remote explosive/landmine/IED"),
    ("اغتال مجهولون عنصرا سابقا في الجيش الحر بمدينة نوى.", "Attack"),
    ("انفجرت ثلاث قذائف قرب ميناء طرابلس.", "Shelling/artillery/missile attack"),
    ("ألقى الطيران الحربي قنابل عنقودية على بلدة مران.", "Air/drone strike"),
    ("ألقى مجهولون رمانة يدوية على مقهى في مدينة بعقوبة.", "Grenade"),
    ("نهب مسلحون مستودعا للأغذية في مدينة ود مدني.", "Looting/property destruction"),
    ("احتجزت القوات المسلحة المصرية 12 مشتبها بهم في رفح.", "Arrests"),
    ("احتجز مسلحو الحركة ضابطا في مدينة الزاوية.", "Abduction/forced disappearance"),
    ("دمر التحالف زورقا مفخخا قبالة ميناء الحديدة.", "Disrupted weapons use"),
    (
        "استهدف هجوم بصواريخ وطائرات مسيرة مدينة أبوظبي.",
        "Shelling/artillery/missile attack",
    ),
    ("أطلق ملثمان النار على سالم الزعبي في بلدة نوى.", "Attack"),
    ("لقي أربعة سائقين مصرعهم في كمين لمسلحين مجهولين قرب مدينة العريش.", "Attack"),
    ("استهدف مسلحون شابين مدنيين بالرصاص في بلدة المسيفرة.", "Attack"),
    ("استهدف قناص حوثي امرأة في حي الروضة بتعز.", "Attack"),
    ("أصيب مستوطنان بجروح في عملية إطلاق نار قرب مستوطنة عيلي.", "Attack"),
    ("استولى مستوطنون على أراض في قرية قريوت.", "Looting/property destruction"),
    ("قصفت مروحيات الجيش السوداني حي الموظفين بالصواريخ.", "Air/drone strike"),
    (
        "قصفت بوارج حربية إسرائيلية شاطئ خان يونس بالصواريخ.",
        "Shelling/artillery/missile attack",
    ),
    (
        "قصفت الطائرات والمدفعية التركية قرى في قضاء العمادية.",
        "Shelling/artillery/missile attack",
    ),
    ("سقط صاروخ أطلقته طائرة حربية على منزل في بلدة بليلا.", "Air/drone strike"),
    (
        "تفجير ثلاث سيارات مفخخة يقودها انتحاريون قرب حاجز للجيش الليبي في سرت.",
        "Suicide bomb",
    ),
    ("قتل ستة مدنيين في القصف الجوي والبري على بلدة سراقب.", "Shelling/artillery/missile attack"),
    ("فجر الحوثيون منزل شيخ قبلي في مديرية همدان.", "Looting/property destruction"),
    ("فجر مسلحون خط أنابيب الغاز في العريش.", "Looting/property destruction"),
    ("نفذت قوات الاحتلال عمليات نسف في حي التفاح.", "Looting/property destruction"),
    ("حطم مستوطنون زجاج سيارات في بلدة حوارة.", "Looting/property destruction"),
    ("هدمت جرافات الاحتلال بناية في بلدة سلوان.", "Looting/property destruction"),
    ("دمر مقاتلو حزب الله دبابة إسرائيلية في بلدة الخيام.", "Armed clash"),
    ("استهدف مقاتلو القسام دبابة بقذيفة الياسين شرق مدينة غزة.", "Armed clash"),
    ("تقدمت قوات من البيشمركة باتجاه قضاء مخمور.", "Change to group/activity"),
    ("تقدمت قوات الجيش السوري كيلومترين في بلدة كفرنبودة.", "Government regains territory"),
    ("سيطرت قوات الحشد الشعبي على بلدة تل عبطة.", "Government regains territory"),
    ("اندلعت مواجهات بين مستوطنين وأهالي قرية جالود.", "Mob violence"),
    ("اعتقلت قوات الاحتلال أسيرا محررا من مدينة طوباس.", "Arrests"),
    ("اعتدى مستوطنون على مزارعين في بلدة بورين جنوب نابلس.", "Mob violence"),
    ("اغتصب عناصر من قوات الدعم السريع ثلاث فتيات في مدينة الجنينة.", "Sexual violence"),
    ("فرقت قوات الأمن العراقية مظاهرة في مدينة الناصرية.", "Protest with intervention"),
    ("وصلت تعزيزات عسكرية للجيش اليمني إلى مدينة مأرب.", "Change to group/activity"),
    ("ضبطت قوات الأمن اليمنية شحنة أسلحة في مدينة المهرة.", "Disrupted weapons use"),
    ("هدمت جرافات الاحتلال الإسرائيلي ثلاثة منازل في بلدة سلوان.", "Looting/property destruction"),
    ("حلق الطيران الإسرائيلي على علو منخفض فوق مدينة صيدا.", "Other"),
]


@pytest.mark.parametrize(("text", "expected"), TYPES)
def test_the_type_is(text: str, expected: str) -> None:
    assert one(text).type == expected


def test_ground_taken_in_a_fight_is_a_second_claim_of_the_incident() -> None:
    found = claims("سيطرت قوات الدعم السريع على مدينة النهود بعد معارك مع الجيش السوداني.")
    assert [claim.type for claim in found] == ["Non-state actor overtakes territory", "Armed clash"]
    assert len({claim.incident for claim in found}) == 1


def test_a_bomb_that_explodes_is_one_event() -> None:
    claim = one("انفجرت عبوة ناسفة بدورية للشرطة العراقية في مدينة بعقوبة.")
    assert claim.trigger == "انفجرت عبوة ناسفة"


def test_what_gives_the_means_is_no_event_of_its_own() -> None:
    claim = one("استهدف الجيش السوداني مواقع قوات الدعم السريع في مدينة بارا بغارات جوية.")
    assert (claim.trigger, claim.type) == ("استهدف", "Air/drone strike")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كسر مقاتلو الحوثي زحفا للقوات الحكومية في مديرية نهم.", "Armed clash"),
        ("دفعت القوات الحكومية بتعزيزات كبيرة إلى مدينة الضالع.", "Change to group/activity"),
        ("عبر رتل عسكري تركي إلى مدينة إدلب.", "Change to group/activity"),
        ("نزل آلاف المتظاهرين إلى شوارع الخرطوم.", "Peaceful protest"),
        ("عثر على جثة شاب مقتولا بالرصاص في مدينة الباب.", "Attack"),
        (
            "فتحت قوات الأمن العراقية النار على المعتصمين في الناصرية لتفريقهم.",
            "Excessive force against protesters",
        ),
        ("استولى مقاتلو داعش على دبابات في مدينة تدمر.", "Disrupted weapons use"),
        ("انفجرت رمانة يدوية في مدينة البصرة.", "Grenade"),
    ],
)
def test_more_words_for_deeds(text: str, expected: str) -> None:
    assert expected in {claim.type for claim in claims(text)}


def test_a_bomb_that_strikes_is_one_blast() -> None:
    assert [c.type for c in claims("استهدفت عبوة ناسفة رتلا للجيش العراقي في مدينة بيجي.")] == [
        "Remote explosive/landmine/IED"
    ]
