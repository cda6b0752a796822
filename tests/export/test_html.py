"""The page: whole in itself, safe whatever a report holds, and complete in both languages."""

import base64
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from sijill.export.attribution import Attribution
from sijill.export.html import amount_label, pieces
from sijill.export.options import Options
from sijill.export.segment import segments
from sijill.export.view import view
from sijill.model.claim import Loss
from sijill.model.report import Report
from sijill.model.span import Span
from sijill.ontology import types
from tests import samples, strategies

PAGE = Path(__file__).parents[2] / "src" / "sijill" / "export" / "page"
LABELS = tomllib.loads((PAGE / "labels.toml").read_text(encoding="utf-8"))
TURNING = re.compile(r"U\+20(2[A-E]|6[6-9])")


class Read(HTMLParser):
    """Tags, attributes, and the text of the papers that reports are shown on."""

    VOID = ("meta", "br")

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.papers: list[str] = []
        self.open: list[str] = []
        self._paper = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)
        if ("class", "paper") in attrs:
            self.papers.append("")
            self._paper = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if len(self.open) < self._paper:
            self._paper = 0

    def handle_data(self, data: str) -> None:
        if self._paper:
            self.papers[-1] += data


def page(*reports: Report, interface: str = "ar") -> str:
    credit = Attribution("places", "Example, CC BY 4.0")
    return "".join(pieces(reports, Options(interface=interface, attribution=(credit,))))


def test_the_text_stands_on_the_page_letter_for_letter() -> None:
    read = Read(page(samples.report(), samples.report("b")))
    assert read.papers == [samples.TEXT, samples.TEXT]
    assert read.open == []


def test_every_value_of_a_claim_is_marked_in_the_text_and_named_in_its_card() -> None:
    written = page(samples.report())
    for value in ("1-1e", "1-1who0", "1-1whom0", "1-1time", "1-1place", "1-1loss1", "1-1source0"):
        assert re.search(rf'<span class="s \w+" data-v="[^"]*\b{value} ', written), value
        assert f'<dd data-v="{value}">' in written, value


def test_values_are_shown_with_what_they_mean() -> None:
    written = page(samples.report())
    for shown in ("2024-05-14", "15.470, 44.200 ±5 km", "about 20", "civilians", "oasis-network"):
        assert shown in written
    assert "near a known place" in written
    assert "قرب موقع معروف" in written
    assert "Example, CC BY 4.0" in written


def test_actors_have_their_names_in_both_languages_where_they_are_known() -> None:
    names = {"coast-brigade": ("لواء الساحل الأول", "First Coast Brigade")}
    written = "".join(pieces([samples.report()], Options(actors=names)))
    assert '<span lang="en">First Coast Brigade</span>' in written
    assert "coast-brigade" not in written


def test_the_page_does_not_tell_the_folders_of_the_machine() -> None:
    report = samples.report("/home/someone/secret/oasis.txt")
    for title in ("عنوان", None):
        written = page(replace(report, document=replace(report.document, title=title)))
        assert "oasis.txt" in written
        assert "someone" not in written


def test_the_address_of_a_report_is_shown_and_is_no_link() -> None:
    report = samples.report("https://example.org/news/5")
    document = replace(report.document, origin={"url": "javascript:alert(1)"})
    read = Read(page(replace(report, document=document)))
    assert [value for name, value in read.attributes if name == "href"] == ["#reports"]


def test_what_is_unsure_asks_for_a_check() -> None:
    assert page(samples.report()).count('class="doubt"') == 1


@pytest.mark.parametrize(("interface", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_the_page_opens_in_the_language_asked_for(interface: str, direction: str) -> None:
    assert f'<html lang="{interface}" dir="{direction}">' in page(interface=interface)


def test_a_report_without_claims_says_so() -> None:
    assert "No claims were read" in page(replace(samples.report(), claims=(), control=()))


def test_the_page_loads_nothing_and_its_policy_names_its_own_style_and_script() -> None:
    written = page(samples.report())
    read = Read(written)
    targets = [value for name, value in read.attributes if name in ("src", "href", "action")]
    assert targets == ["#reports"]
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", written, re.DOTALL)
        digest = base64.b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in written
        assert "url(" not in content
        assert "@import" not in content
    assert "default-src 'none'" in written
    assert not any(name == "style" for name, _ in read.attributes)


HOSTILE = "</div><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} \" ' & \u202eabc"


def test_hostile_text_is_shown_and_does_nothing() -> None:
    report = samples.report(name=HOSTILE)
    document = replace(report.document, text=HOSTILE + samples.TEXT, title=HOSTILE, residue=())
    party = replace(report.claims[0].sources[0], text=HOSTILE, id=HOSTILE)
    claim = replace(report.claims[0], trigger=HOSTILE, rule=HOSTILE, id=HOSTILE, sources=(party,))
    hostile = replace(report, document=document, claims=(claim,), notices=(HOSTILE,), pack=HOSTILE)
    written = page(hostile)
    read = Read(written)
    assert read.tags.count("script") == 1
    assert "img" not in read.tags
    assert not any(name.startswith("on") for name, _ in read.attributes)
    assert "\u202e" not in written
    assert "{{ 7*7 }}" in read.papers[0]
    assert read.open == []


TAGS = set(Read(page(samples.report())).tags) | {"i", "ul", "li", "br"}


@settings(max_examples=12, deadline=None)
@given(strategies.reports())
def test_no_report_brings_a_tag_of_its_own(report: Report) -> None:
    read = Read(page(report))
    assert set(read.tags) <= TAGS
    assert read.open == []
    shown = TURNING.sub("?", read.papers[0])
    plain = re.sub("[\u202a-\u202e\u2066-\u2069]", "?", report.document.text)
    # One character for one: what no page can hold is U+FFFD.
    assert len(shown.replace("\r\n", "\n")) == len(plain.replace("\r\n", "\n"))


def test_every_coded_value_has_words_in_both_languages() -> None:
    needed: dict[str, Iterable[str]] = {
        "type": types.EVENT_TYPE_OF,
        "event": types.EVENT_TYPES,
        "status": types.STATUSES,
        "stance": types.STANCES,
        "loss": types.LOSS_KINDS,
        "when": types.TIME_PRECISIONS,
        "extent": types.EXTENTS,
        "precision": [str(n) for n in range(1, 8)],
        "basis": ["option", "metadata", "dateline"],
    }
    for group, keys in needed.items():
        assert set(keys) <= set(LABELS[group]), group
    for group in LABELS.values():
        for words in group.values():
            assert set(words) == {"ar", "en"}
            assert all(words.values())


@pytest.mark.parametrize(
    ("low", "high", "approximate", "english"),
    [
        (12, 12, False, "12"),
        (20, 20, True, "about 20"),
        (12, None, False, "at least 12"),
        (10, 15, False, "between 10 and 15"),
        (20, 99, True, "roughly 20 to 99"),
        (0, 30, True, "up to 30"),
    ],
)
def test_numbers_keep_their_bounds_in_words(
    low: int, high: int | None, approximate: bool, english: str
) -> None:
    loss = Loss("killed", "unknown", low, high, approximate, "", Span(0, 0))
    assert f">{english}<" in amount_label(loss)


def test_style_and_script_are_small() -> None:
    assert sum((PAGE / name).stat().st_size for name in ("page.css", "page.js")) < 20_000


def test_the_view_marks_all_spans_of_a_report() -> None:
    seen = view(samples.report(), 1)
    assert "".join(one.text for one in seen.segments) == samples.TEXT
    kinds = {mark.kind for one in seen.segments for mark in one.marks}
    assert kinds == {
        *("quote", "event", "who", "whom", "time", "place", "loss", "source"),
        *("control", "residue"),
    }
    assert list(segments("نص", [])) != []


CHROMIUM = shutil.which("chromium")


def in_browser(written: str, folder: Path) -> str:
    """The page as it stands after its script has run."""
    file = folder / "page.html"
    file.write_text(written, encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    done = subprocess.run(
        [*command, f"--user-data-dir={folder}/profile", f"{file.as_uri()}#en"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
def test_in_a_browser_the_script_runs_under_the_policy_and_no_other_does(tmp_path: Path) -> None:
    written = page(samples.report()).replace(
        "</body>", "<script>document.title='x'</script></body>"
    )
    seen = in_browser(written, tmp_path)
    assert '<html lang="en" dir="ltr">' in seen
    assert "<title>Sijill" in seen


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
def test_a_click_on_a_value_lights_its_words_and_a_click_on_words_their_claim(
    tmp_path: Path,
) -> None:
    clicks = """<script>
    const lit = (name) => [...document.querySelectorAll(".paper ." + name)]
      .map((one) => one.textContent).join("");
    document.querySelector("dd[data-v='1-1place'] q").click();
    const words = lit("on");
    document.querySelector(".paper [data-v~='1-2e']").click();
    const pinned = document.querySelector(".claim[aria-current]").id;
    document.title = [words, lit("near"), pinned].join("|");
    </script></body>"""
    written = re.sub("<meta http-equiv[^>]*>", "", page(samples.report()))
    seen = in_browser(written.replace("</body>", clicks), tmp_path)
    advance = samples.report().claims[1].quote
    assert f"<title>سوق الزيتون قرب مدينة الروضة|{advance}|claim-1-2</title>" in seen
