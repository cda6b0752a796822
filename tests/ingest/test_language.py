import pytest

from sijill.ingest.language import identify


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "عاجل"),
        ("ar", "إصابة 3 في غارة على أطراف المدينة"),
        ("ar", "#عاجل https://t.me/some_channel/1234 دوي انفجار قرب الميناء @some_channel"),
        ("ar", 'قال متحدث باسم "Operation Northern Shield" إن القافلة وصلت'),
        ("ar", "دخلت وحدات الجیش القریة بعد معرکة عنیفة"),
        ("ar", "تحدث عن كوباني و وگرى سپی والقرى المجاورة لها"),
        ("ar", "ﻭﺻﻠﺖ ﺍﻟﻘﺎﻓﻠﺔ"),
        ("ar", "وَصَلَتِ القَافِلَةُ إِلَى المَدِينَةِ"),
        ("fa", "نیروهای دولتی پس از چند ساعت درگیری وارد شهر شدند"),
        ("fa", "حمله هوایی در شمال شهر چند کشته بر جای گذاشت"),
        ("ur", "سرکاری دستوں نے قصبے کے قریب کارروائی کی اور پانچ افراد زخمی ہوئے"),
        ("ckb", "هێزەکان هێرشیان کردە سەر گوندەکە و چەند کەسێک بریندار بوون"),
        ("ps", "ځواکونو د ښار په شاوخوا کې برید وکړ او څو تنه ټپیان شول"),
        ("ug", "ئەسكەرلەر شەھەرگە كىردى ۋە ئۈچ كىشى يارىلاندى"),
        ("latn", "Government forces entered the town on Monday."),
        ("latn", "Les soldats sont entrés à l'aube."),
        ("latn", "The town of حلب was quiet on Monday, residents told reporters."),
        ("other", "Колонна вошла в город"),
        ("other", "2018-03-18 12:00"),
        ("other", ""),
    ],
)
def test_language_by_script_and_letters(language: str, text: str) -> None:
    assert identify(text) == language


def test_an_english_menu_before_a_long_report_does_not_hide_it() -> None:
    menu = "Home About Contact Subscribe " * 30
    report = "وصلت القافلة إلى مشارف البلدة بعد توقف طويل عند الحاجز. " * 60
    assert identify(menu + report) == "ar"
