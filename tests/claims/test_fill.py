"""What a clause leaves out is taken from the text around it: subject, place, date, opponent."""

from datetime import date

from tests.claims.room import claims, ids, sides, site, tolls


def test_the_organisation_is_the_one_named_before() -> None:
    _, second = claims(
        "هاجم تنظيم داعش نقطة لقوات سوريا الديمقراطية في مدينة الشدادي. "
        "ثم انسحب التنظيم من المدينة."
    )
    assert (second.type, ids(second.initiator)) == ("Change to group/activity", ["isis"])
    assert site(second) == "الشدادي"


def test_a_verb_without_a_subject_goes_on_with_the_subject_before() -> None:
    _, second = claims("قصف الجيش السوداني مدينة نيالا أمس، وقصفها اليوم مجددا.")
    assert sides(second) == (["saf"], [])
    assert site(second) == "نيالا"


def test_filled_values_are_less_sure_than_told_ones_and_say_why() -> None:
    first, second = claims("قصف الجيش السوداني مدينة نيالا أمس، وقصفها اليوم مجددا.")
    assert "initiator" not in first.field_confidence
    assert second.field_confidence["initiator"] < 1.0
    rules = [trace.rule for trace in second.trace if trace.field == "initiator"]
    assert rules == ["fill:topic"]


def test_two_days_of_one_place_are_two_incidents() -> None:
    first, second = claims("قصف الجيش السوداني مدينة نيالا أمس، وقصفها اليوم مجددا.")
    assert (first.time.start, second.time.start) == (date(2024, 5, 14), date(2024, 5, 15))
    assert first.incident != second.incident


def test_the_shelling_told_again_keeps_its_side_and_place() -> None:
    first, second = claims(
        "قصفت قوات الدعم السريع مدينة الأبيض. "
        "وقالت لجان المقاومة إن القصف أوقع خمسة قتلى من المدنيين."
    )
    assert ids(second.initiator) == ids(first.initiator) == ["rsf"]
    assert site(second) == site(first) == "الأبيض"
    assert tolls(second) == [("killed", "civilians", 5, 5)]
    assert first.incident == second.incident


def test_the_other_side_of_a_fight_told_again_is_filled_in() -> None:
    _, second = claims(
        "خاض الجيش السوداني معارك مع قوات الدعم السريع في مدينة الفاشر. "
        "وقتل عشرون من قوات الدعم السريع يوم السبت."
    )
    assert sides(second) == (["saf"], ["rsf"])
    assert tolls(second) == [("killed", "rsf", 20, 20)]


def test_nothing_is_filled_where_the_text_names_nobody() -> None:
    (claim,) = claims("قصفت مدينة نيالا بالمدفعية صباح اليوم.")
    assert sides(claim) == ([], [])


def test_fighters_of_the_organisation_are_its_own() -> None:
    _, second = claims(
        "شن الجيش العراقي عملية عسكرية ضد تنظيم داعش في وادي حوران. "
        "وقتل سبعة من عناصر التنظيم يوم السبت خلال العملية."
    )
    assert sides(second) == (["iraq-government"], ["isis"])
    assert tolls(second) == [("killed", "isis", 7, 7)]


def test_a_second_deed_joined_by_and_has_the_same_doer() -> None:
    _, second = claims(
        "شن الطيران الروسي غارتين على بلدة كفرنبل وغارة على بلدة معرة حرمة في ريف إدلب."
    )
    assert ids(second.initiator) == ["russia"]


def test_who_took_a_town_did_also_what_is_told_of_him_next() -> None:
    _, second = claims("سيطر تنظيم داعش على مدينة هيت، وأعدم ستة مدنيين.")
    assert sides(second) == (["isis"], ["civilians"])


def test_the_fallen_are_no_antecedent_of_a_missing_doer() -> None:
    (claim,) = claims("قتل ثلاثة من عناصر تنظيم داعش في غارة نفذتها طائرة في بادية السخنة.")
    assert "isis" not in ids(claim.initiator)


def test_what_follows_a_preposition_is_not_whom_the_text_goes_on_with() -> None:
    found = claims(
        "سيطر الجيش السوداني على مدينة سنار بعد انسحاب الدعم السريع منها مساء، واعتقل سبعة شبان."
    )
    assert ids(found[-1].initiator) == ["saf"]


def test_what_blows_up_has_no_doer_that_the_text_goes_on_with() -> None:
    *_, last = claims("انتشر الجيش العراقي في مدينة بعقوبة. وانفجرت سيارة مفخخة قرب سوق المدينة.")
    assert ids(last.initiator) == []
