"""One fight told twice in a sentence is one claim; another place, time or voice is another."""

import pytest

from tests.claims.room import claims, one, sides, site


def test_an_attack_and_the_fight_it_became_are_one_claim() -> None:
    claim = one("شنت جماعة الحوثي هجوما على مواقع الجيش اليمني غربي مأرب وخاضت معارك معه.")
    assert sides(claim) == (["houthis"], ["yemen-government"])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "هاجم تنظيم داعش مواقع الجيش العراقي في مدينة الرطبة "
            "وهاجم مواقع الجيش العراقي في مدينة هيت.",
            ["الرطبة", "هيت"],
        ),
        (
            "دارت اشتباكات بين الجيش السوداني وقوات الدعم السريع في مدينة الفاشر "
            "واشتباكات أخرى في مدينة بارا.",
            ["الفاشر", "بارا"],
        ),
    ],
)
def test_another_place_is_another_claim(text: str, places: list[str]) -> None:
    assert [site(claim) for claim in claims(text)] == places


def test_shelling_is_never_joined() -> None:
    text = "قصفت قوات الدعم السريع مدينة الأبيض وقصفت قوات الدعم السريع مطار المدينة."
    assert len(claims(text)) == 2


def test_two_types_stay_two_claims() -> None:
    text = "اشتبك الجيش اللبناني مع مسلحين في مدينة طرابلس واعتقل خمسة منهم."
    assert [claim.type for claim in claims(text)] == ["Armed clash", "Arrests"]


def test_another_day_is_another_claim() -> None:
    text = (
        "اشتبك الجيش السوداني مع قوات الدعم السريع في مدينة بارا أمس واشتبك معها في المدينة اليوم."
    )
    assert len(claims(text)) == 2
