"""Victims: the side on which each loss fell, in reports of eight countries."""

import pytest

from tests.claims.room import claims, tolls

CASES = [
    (
        "قتل 12 عنصرا من الحشد الشعبي وأصيب 7 آخرون في هجوم لتنظيم داعش غربي صلاح الدين",
        [("killed", "pmf", 12, 12), ("injured", "pmf", 7, 7)],
    ),
    (
        "قتل وجرح العشرات من مسلحي الحوثي في مواجهات مع الجيش اليمني غربي تعز",
        [("killed", "houthis", 0, 99), ("injured", "houthis", 0, 99)],
    ),
    (
        "اندلعت اشتباكات بين قوات حفتر وقوات حكومة الوفاق جنوب طرابلس أسفرت عن مقتل 10 من الطرفين",
        [("killed", "both-sides", 10, 10)],
    ),
    (
        "تبنى تنظيم داعش هجوما على حاجز للنظام في بادية حمص قتل فيه 9 من عناصره",
        [("killed", "syria-government", 9, 9)],
    ),
    (
        "شنت طائرات التحالف غارات على مواقع الحوثيين في صنعاء خلفت قتلى وجرحى في صفوفهم",
        [("killed", "houthis", 2, None), ("injured", "houthis", 2, None)],
    ),
    (
        "قصفت المدفعية التركية مواقع قسد في عين عيسى وقتل أربعة عناصر",
        [("killed", "sdf", 4, 4)],
    ),
    (
        "نفذ طيران الاحتلال غارة على موقع لحزب الله في الهرمل أدت إلى مقتل أربعة من عناصره",
        [("killed", "hezbollah", 4, 4)],
    ),
    (
        "قتل متظاهر وأصيب 12 برصاص قوات الأمن في الناصرية",
        [("killed", "civilians", 1, 1), ("injured", "civilians", 12, 12)],
    ),
    (
        "قصفت قوات حكومة الوفاق مواقع لقوات حفتر جنوب طرابلس وقتلت سبعة من أفرادها",
        [("killed", "lna", 7, 7)],
    ),
    (
        "مقتل 12 حوثيا و4 جنود من الجيش اليمني في معارك بالضالع",
        [("killed", "houthis", 12, 12), ("killed", "yemen-government", 4, 4)],
    ),
    (
        "تمكن الجيش من صد هجوم للدعم السريع على الفاشر وتكبيدها عشرات القتلى",
        [("killed", "rsf", 20, 99)],
    ),
    (
        "قتل 11 شخصا بينهم 4 من عناصر قسد بانفجار سيارة مفخخة في منبج",
        [("killed", "unknown", 11, 11)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_losses_fall_on_the_side_that_the_words_tell(
    text: str, expected: list[tuple[str, str, int, int | None]]
) -> None:
    assert [toll for claim in claims(text) for toll in tolls(claim)] == expected


def test_attackers_who_fell_are_of_the_side_that_attacked() -> None:
    (claim,) = claims(
        "قتل جنديان من الحشد الشعبي بهجوم لتنظيم داعش غربي الأنبار، "
        "مبينا أن القوات الأمنية قتلت اثنين من المهاجمين."
    )
    assert tolls(claim)[-1] == ("killed", "isis", 2, 2)


def test_those_hit_in_a_tank_are_no_civilians() -> None:
    (claim,) = claims(
        "أعلنت كتائب القسام استهداف دبابة بقذيفة وإيقاع طاقمها بين قتيل وجريح في حي الزيتون."
    )
    assert {of for _, of, _, _ in tolls(claim)} <= {"unknown", "israel"}


def test_losses_in_their_ranks_are_those_of_the_party_before() -> None:
    (claim,) = claims("قصفت قوات التحالف مقرا للحوثيين قرب حجة، ما أوقع قتلى في صفوفهم.")
    assert [loss.of for loss in claim.casualties] == ["houthis"]


def test_a_number_beside_people_without_a_side_is_of_no_army() -> None:
    found = claims("هجوم على ثكنة للجيش العراقي في تكريت قتل فيه 20 شخصا وأصيب 33.")
    assert [loss.of for claim in found for loss in claim.casualties] == ["unknown", "unknown"]


def test_people_who_are_taken_are_civilians_where_nothing_else_is_said() -> None:
    (claim,) = claims("خطف مسلحون خمسة أشخاص في مدينة كركوك.")
    assert [loss.of for loss in claim.casualties] == ["civilians"]
