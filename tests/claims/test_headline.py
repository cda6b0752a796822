"""Headlines repeat what the body tells: where it is silent, and only there, they count."""

from tests.claims.room import claims, one, sides, site

BODY = "قصفت طائرات روسية، اليوم الأربعاء، بلدة كفرنبل جنوبي إدلب، ما أدى إلى مقتل ثلاثة مدنيين."


def test_a_headline_that_the_body_tells_again_is_no_second_claim() -> None:
    text = f"قصف الطيران الروسي بلدة كفرنبل\n{BODY}"
    claim = one(text)
    assert claim.trigger_span.start > text.index("\n")


def test_a_headline_of_another_event_type_stays() -> None:
    text = f"خطف طبيب في مدينة حماة\n{BODY}"
    assert [claim.type for claim in claims(text)] == [
        "Abduction/forced disappearance",
        "Air/drone strike",
    ]


def test_a_headline_of_another_place_stays() -> None:
    text = f"غارات للتحالف الدولي على مدينة الرقة\n{BODY}"
    assert [site(claim) for claim in claims(text)] == ["الرقة", "كفرنبل"]


def test_a_full_sentence_in_a_line_of_its_own_is_no_headline() -> None:
    text = f"قصف الجيش السوداني مدينة نيالا.\n{BODY}"
    assert [site(claim) for claim in claims(text)] == ["نيالا", "كفرنبل"]


def test_words_that_repeat_the_body_after_it_are_no_headline_of_it() -> None:
    text = f"{BODY}\nقصف الطيران الروسي بلدة كفرنبل"
    assert len(claims(text)) == 2


def test_a_headline_in_the_present_tells_news() -> None:
    claim = one("الجيش السوداني يستعيد مدينة سنجة من الدعم السريع")
    assert claim.type == "Government regains territory"
    assert sides(claim) == (["saf"], ["rsf"])
    assert claim.status == "new"


def test_a_headline_alone_has_the_places_of_its_list() -> None:
    text = "الطيران الحربي الإسرائيلي يقصف بلدتي كفركلا والعديسة"
    assert [site(claim) for claim in claims(text)] == ["كفركلا", "العديسة"]
