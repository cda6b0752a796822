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
