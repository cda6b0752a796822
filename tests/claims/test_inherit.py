"""Inherit: what dates a claim that states no date."""

from datetime import date

from tests.claims.room import claims


def _days(text: str) -> list[tuple[date | None, date | None]]:
    return [(claim.time.start, claim.time.end) for claim in claims(text)]


def test_items_of_a_bulletin_take_the_day_of_its_head() -> None:
    text = (
        "موجز الأحداث ليوم الاثنين 13 أيار 2024\n\n"
        "▪️ قصف مدفعي للجيش السوري على بلدة كفرنبل.\n"
        "▪️ اشتباكات بين قوات سوريا الديمقراطية وتنظيم داعش في بلدة الشحيل.\n"
        "▪️ غارة روسية على مدينة جسر الشغور.\n"
        "▪️ قصف تركي على بلدة عين عيسى يوم الأحد.\n"
    )
    monday, sunday = date(2024, 5, 13), date(2024, 5, 12)
    assert _days(text) == [(monday, monday)] * 3 + [(sunday, sunday)]


def test_a_head_that_leads_to_its_items_by_a_colon_dates_them() -> None:
    text = (
        "أسفرت عمليات الجيش اليمني خلال 24 ساعة عن النتائج الآتية:\n"
        "- قصف مواقع الحوثيين في مدينة الحزم.\n"
        "- قصف تجمعات الحوثيين في مديرية صرواح.\n"
        "- أسر خمسة من مسلحي الحوثي خلال اشتباكات في مديرية نهم.\n"
        "- تدمير ثلاث عربات للحوثيين بغارة جوية في مديرية باقم.\n"
        "وتواصل القوات تقدمها نحو مواقع أخرى في المحافظة.\n"
    )
    found = [day for day in _days(text) if day[0] is not None]
    assert found == [(date(2024, 5, 14), date(2024, 5, 15))] * len(found)
    assert len(found) >= 3


def test_what_another_event_answered_takes_no_date_of_it() -> None:
    text = "قصف الجيش السوري مدينة إدلب يوم الأحد ردا على قصف الفصائل مدينة حلب."
    first, second = _days(text)
    assert (first[0], second[0]) == (date(2024, 5, 12), None)


def test_hours_later_is_the_day_of_the_event_before() -> None:
    text = (
        "أغار الطيران الروسي على بلدة احسم يوم الأحد. "
        "وبعد ساعات من ذلك، قصفت المدفعية السورية مدينة سرمين."
    )
    sunday = date(2024, 5, 12)
    assert _days(text) == [(sunday, sunday)] * 2


def test_an_event_is_dated_where_it_is_spoken_of_again() -> None:
    text = (
        "قتل 55 شخصا في اشتباكات بين الجيش السوداني وقوات الدعم السريع في مدينة نيالا. "
        "واندلعت الاشتباكات يوم الأحد."
    )
    assert _days(text)[0] == (date(2024, 5, 12), date(2024, 5, 12))


def test_a_head_that_calls_itself_a_bulletin_dates_lines_with_full_stops() -> None:
    text = (
        "موجز أحداث الاثنين 13 أيار 2024\n\n"
        "قصف الجيش السوري بلدة كفرنبل بالمدفعية.\n"
        "اندلعت اشتباكات بين قوات سوريا الديمقراطية وتنظيم داعش في بلدة الشحيل.\n"
        "أغارت طائرة روسية على مدينة جسر الشغور.\n"
        "قصفت المدفعية التركية بلدة عين عيسى.\n"
    )
    found = _days(text)
    assert found == [(date(2024, 5, 13), date(2024, 5, 13))] * len(found)
    assert len(found) >= 3
