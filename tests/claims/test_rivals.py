"""The other side of a fight that names one or none is taken from the rest of the text."""

from tests.claims.room import claims, ids, sides


def test_a_fight_and_the_town_it_won_have_one_pair_of_sides() -> None:
    taken, fought = claims("سيطر الجيش السوداني على بلدة الدندر بعد معارك مع قوات الدعم السريع.")
    assert sides(taken) == (["saf"], ["rsf"])
    assert sides(fought) == (["saf"], ["rsf"])


def test_the_only_foe_that_the_report_names_is_the_other_side() -> None:
    first, _ = claims(
        "اندلعت معارك خاضها الجيش السوداني في مدينة بارا. "
        "وأعلنت قوات الدعم السريع انسحابها من المدينة."
    )
    assert sides(first) == (["saf"], ["rsf"])


def test_with_several_foes_none_is_guessed() -> None:
    first = claims(
        "اندلعت معارك خاضها الجيش العراقي في مدينة بيجي. "
        "وانسحب تنظيم داعش من المدينة. ووصلت تعزيزات لجيش المهدي."
    )[0]
    assert ids(first.target) == []


def test_both_sides_are_the_two_that_were_named() -> None:
    found = claims(
        "هاجمت قوات الدعم السريع معسكرا للجيش السوداني في مدينة النهود. "
        "ودارت اشتباكات تكبد فيها الطرفان خسائر في مدينة الخوي."
    )
    assert sides(found[-1]) == (["rsf"], ["saf"])


def test_those_who_fell_in_a_fight_are_no_side_of_it() -> None:
    claim = claims(
        "قتل سبعة مدنيين في اشتباكات في مدينة الجنينة بين الجيش السوداني وقوات الدعم السريع."
    )[0]
    assert sides(claim) == (["saf"], ["rsf"])
