import time
from datetime import date

import pytest

from sijill.ingest.html import article, declared_charset, plain

SENTENCES = (
    "وصلت فرق الدفاع المدني إلى الموقع بعد نصف ساعة من سقوط القذيفة على السوق القديم.",
    "ونقل شهود أن أصحاب المحال أغلقوا أبوابها خوفا من تجدد القصف في ساعات المساء.",
    "ولم تصدر السلطات المحلية أي تعليق على الحادثة حتى ساعة إعداد هذا التقرير.",
    "وكانت المدينة قد شهدت هدوءا نسبيا خلال الأسبوع الماضي بعد اتفاق بين الوجهاء.",
)
MAIN = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
TITLE = "قذيفة على السوق القديم في المدينة"


def page(head: str = "", body: str = MAIN) -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


FULL = page(
    f"<title>{TITLE} - شبكة الواحة</title>"
    "<meta property='og:site_name' content='شبكة الواحة'>"
    "<meta name='author' content='سمير الخطيب'>"
    "<meta property='article:published_time' content='2018-03-18T23:10:00+03:00'>"
    "<link rel='canonical' href='https://news.example/reports/77'>",
    "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/s'>رياضة</a></li></ul></nav>"
    f"<article><h1>{TITLE}</h1>{MAIN}</article><footer>© 2024 جميع الحقوق محفوظة</footer>",
)


def test_main_text_and_metadata_of_a_page() -> None:
    found = article(FULL)
    assert found.text.split("\n") == [TITLE, *SENTENCES]
    assert found.title == TITLE
    assert found.published == date(2018, 3, 18)
    assert (found.author, found.site) == ("سمير الخطيب", "شبكة الواحة")
    assert found.url == "https://news.example/reports/77"
    assert found.notes == ()


def test_the_title_begins_the_text_where_the_main_text_lacks_it() -> None:
    found = article(page(f"<title>{TITLE}</title>"))
    assert found.text.split("\n") == [TITLE, *SENTENCES]


def test_a_title_that_stands_in_the_text_in_other_spelling_is_not_repeated() -> None:
    body = f"<article><h2>«قَذيفةٌ» على السّوق القديم في المدينة</h2>{MAIN}</article>"
    found = article(page(f"<title>{TITLE}</title>", body))
    assert TITLE not in found.text.split("\n")


@pytest.mark.parametrize(
    "head",
    [
        "<meta name='pubdate' content='2015-02-03'>",
        "<meta itemprop='datePublished' content='2015-02-03T10:00:00Z'>",
        "<meta name='DC.date.issued' content='3 February 2015'>",
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2015-02-03"}'
        "</script>",
        '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","datePublished":'
        '"2001-01-01"},{"@type":["NewsArticle"],"datePublished":"2015-02-03"}]}</script>',
        "<link rel='canonical' href='https://news.example/2015/02/03/market'>",
    ],
)
def test_publication_dates_that_the_metadata_state(head: str) -> None:
    assert article(page(head)).published == date(2015, 2, 3)


@pytest.mark.parametrize(
    "extra",
    [
        "<footer>© 2024 جميع الحقوق محفوظة</footer>",
        "<p>نشر في 2017-05-06 10:22</p>",
        "<p>آخر تحديث 06/05/2017</p>",
        "<time datetime='2017-05-06'>x</time><time datetime='2016-01-01'>y</time>",
    ],
)
def test_years_and_dates_on_the_page_are_no_publication_date(extra: str) -> None:
    assert article(page("", MAIN + extra)).published is None


def test_the_day_of_the_last_change_is_no_publication_date() -> None:
    head = "<meta property='article:modified_time' content='2019-01-01'>"
    assert article(page(head)).published is None


def test_a_date_that_needs_a_guess_is_left_unread_and_noted() -> None:
    found = article(page("<meta name='date' content='03/04/2018'>"))
    assert found.published is None
    assert "day-month" in dict(found.notes)["published"]


def test_a_page_without_main_text_gives_all_visible_text() -> None:
    found = article("<p>خبر</p><script>x()</script><style>p{}</style>")
    assert found.text == "خبر"


@pytest.mark.parametrize("markup", ["", "<html></html>", "<!-- only -->", "<script>1</script>"])
def test_a_page_with_nothing_to_see_gives_no_text(markup: str) -> None:
    assert article(markup).text == ""


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + MAIN + "</div>" * 100_000,
        "<b>" * 100_000 + MAIN,
        "<table><tr><td>" * 30_000 + MAIN,
        f"<p title='{'x' * 3_000_000}'>كلمة</p>{MAIN}",
        "<p " + "a='b' " * 100_000 + f">كلمة</p>{MAIN}",
        MAIN + "<!--" * 100_000,
        MAIN + "<" * 100_000,
        "<p>" + "<b>س</b> " * 100_000 + MAIN,
        MAIN + "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
    ],
    ids=["div", "b", "table", "attribute", "attributes", "comments", "signs", "wide", "json"],
)
def test_hostile_pages_keep_their_words_and_take_no_long_time(body: str) -> None:
    start = time.process_time()
    found = article(page("", body))
    assert all(sentence in found.text for sentence in SENTENCES)
    assert time.process_time() - start < 5


def test_control_characters_do_not_spoil_a_page() -> None:
    assert article(page("", MAIN.replace(" ", "\x01 ", 3))).text.split("\n") == [*SENTENCES]


def test_the_charset_that_a_page_declares() -> None:
    assert declared_charset(b"<html><meta charset=windows-1256>") == "windows-1256"
    assert (
        declared_charset(
            b"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=ISO-8859-6'>"
        )
        == "ISO-8859-6"
    )
    assert declared_charset(b"<?xml version='1.0' encoding='utf-16'?>") == "utf-16"
    assert declared_charset(b"<html>") is None


def test_a_fragment_without_its_markup() -> None:
    assert plain("<p>سطر <b>أول</b></p><p>سطر&nbsp;ثان<br>ثالث</p>") == "سطر أول\nسطر ثان\nثالث"


def test_the_same_page_gives_the_same_article() -> None:
    assert article(FULL) == article(FULL)
