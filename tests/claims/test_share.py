"""Who did a deed is told once in an incident and holds for all that is told of it."""

from tests.claims.room import claims, ids


def test_a_shelling_told_again_has_the_doer_of_the_first_time() -> None:
    *_, last = claims(
        "قصفت قوات الدعم السريع مدينة الأبيض صباح اليوم. "
        "وقال سكان إن المدارس أغلقت. "
        "وقتل ستة مدنيين في القصف على مدينة الأبيض."
    )
    assert ids(last.initiator) == ["rsf"]


def test_another_town_is_another_incident() -> None:
    *_, last = claims(
        "قصفت قوات الدعم السريع مدينة الأبيض صباح اليوم. وقتل ستة مدنيين في قصف على مدينة كوستي."
    )
    assert ids(last.initiator) == []


def test_strikes_of_nobody_named_are_the_one_foreign_air_force_s() -> None:
    *_, last = claims("أغار الطيران الإسرائيلي على بلدة الخيام. وطالت غارات أخرى بلدة عيترون.")
    assert ids(last.initiator) == ["israel"]


def test_shelling_laid_on_the_enemy_is_the_one_foreign_air_force_s() -> None:
    _, hostile, other = claims(
        "شن الطيران الإسرائيلي غارة على بلدة عيترون. "
        "وقصف مدفعي معاد استهدف بلدة حولا. قصف مدفعي على بلدة يارون."
    )
    assert ids(hostile.initiator) == ["israel"]
    assert ids(other.initiator) == []
