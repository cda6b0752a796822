"""RSS and Atom, as feeds write them."""

import time
from datetime import date

from sijill.ingest.feed import entries

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>موقع</title>
<entry><title type="html">&lt;b&gt;قصف&lt;/b&gt; بلدة</title><id>tag:x,1</id>
<link rel="self" href="https://news.example/self"/><link href="/a"/>
<published>2024-05-15T23:30:00+03:00</published><updated>2024-06-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>سقط قتلى.</p></div></content>
</entry>
<entry><id>tag:x,2</id><updated>2024-06-01T00:00:00Z</updated><summary>بلا رابط</summary></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<item><title>خبر</title><link>https://news.example/r</link><dc:date>2011-03-18</dc:date></item>
</rdf:RDF>"""
BASE = "https://news.example/feed"


def test_atom() -> None:
    one, two = entries(ATOM.encode(), BASE)
    assert (one.link, one.key) == ("https://news.example/a", "https://news.example/a")
    assert (one.title, one.published, one.text) == ("قصف بلدة", date(2024, 5, 15), "سقط قتلى.")
    assert (two.link, two.key, two.published) == (None, "tag:x,2", None)
    assert two.document().text == "بلا رابط"


def test_rss_1() -> None:
    (one,) = entries(RDF.encode(), BASE)
    assert (one.link, one.published) == ("https://news.example/r", date(2011, 3, 18))


def test_an_entry_that_comes_twice_is_one() -> None:
    item = "<item><link>https://news.example/1</link></item>"
    assert len(entries(f"<rss><channel>{item}{item}</channel></rss>".encode(), BASE)) == 1


def test_a_guid_that_is_an_address_is_one() -> None:
    guid = "<rss><channel><item><guid{}>https://news.example/1</guid></item></channel></rss>"
    assert entries(guid.format("").encode(), BASE)[0].link == "https://news.example/1"
    assert entries(guid.format(' isPermaLink="false"').encode(), BASE)[0].link is None


def test_nothing_that_a_feed_refers_to_is_loaded() -> None:
    hostile = (
        '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY a "ha">'
        '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
        "<rss><channel><item><link>https://news.example/1</link><title>x&f;&c;</title></item>"
        "</channel></rss>"
    )
    began = time.monotonic()
    (one,) = entries(hostile.encode(), BASE)
    assert one.title is None or len(one.title) < 20
    assert time.monotonic() - began < 2
