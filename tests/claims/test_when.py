"""When: the time of a claim's own clause or sentence."""

from datetime import date

from tests.claims.room import claims


def test_a_time_that_closes_a_sentence_holds_for_all_that_it_tells() -> None:
    (claim,) = claims(
        "قصفت قوات الدعم السريع مخيم أبو شوك ما أودى بحياة ثمانية نازحين "
        "وأوقع عشرين جريحا يوم الجمعة."
    )
    assert claim.time.start == date(2024, 5, 10)


def test_the_time_nearest_to_the_words_of_an_event_is_its_own() -> None:
    first, second = claims(
        "أغار الطيران الروسي السبت على مدينة إدلب، وقصفت المدفعية السورية الأحد مدينة سرمين."
    )
    assert (first.time.start, second.time.start) == (date(2024, 5, 11), date(2024, 5, 12))


def test_the_eve_of_what_is_told_dates_the_event_behind_it() -> None:
    (claim,) = claims("شيع الأهالي القتلى الاثنين غداة غارة روسية على مدينة إدلب.")
    assert claim.time.start == date(2024, 5, 12)


def test_a_time_in_an_earlier_clause_of_the_sentence_holds_on() -> None:
    found = claims(
        "أوقف مسلحون مساء الأحد حافلة صغيرة كانت تقل ركابا عائدين من عطلتهم قرب مدينة بعقوبة، "
        "ثم أعدموا ثلاثة مدنيين بالرصاص."
    )
    assert found[-1].time.start == date(2024, 5, 12)


def test_the_clock_at_the_head_of_an_item_dates_it() -> None:
    found = claims("09:15 غارة إسرائيلية على مخيم جباليا.\n10:40 قصف إسرائيلي على مدينة رفح.")
    assert [claim.time.start for claim in found] == [date(2024, 5, 15)] * 2
