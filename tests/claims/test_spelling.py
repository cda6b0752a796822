"""The same sentence written otherwise says the same: marks, hamzas, digits, blanks, decoration."""

import re
from collections.abc import Callable

import pytest

from tests.claims.room import claims, ids, sides, tolls

SENTENCES = (
    "قصف الجيش السوداني مواقع لقوات الدعم السريع في مدينة أم درمان صباح اليوم، "
    "ما أدى إلى مقتل 12 مدنيا.",
    "شن تنظيم داعش هجوما على نقطة للجيش العراقي قرب مدينة الرطبة.",
    "اندلعت اشتباكات عنيفة بين الجيش السوداني وقوات الدعم السريع في مدينة الفاشر.",
    "قتل 12 مدنيا، بينهم ثلاثة أطفال، في غارة إسرائيلية على مدينة خان يونس.",
    "أعلن الجيش السوداني سيطرته على مدينة بارا.",
    "اعتقلت القوات الإسرائيلية 20 فلسطينيا في مدينة نابلس أمس الثلاثاء.",
    "انسحبت قوات الدعم السريع من مدينة ود مدني.",
    "شنت طائرات حربية إسرائيلية غارات على بلدات الخيام ويارون وعيترون.",
)
JOINING = "[بتثجحخسشصضطظعغفقكلمنهي]"
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WAYS: dict[str, Callable[[str], str]] = {
    "tatweel in every word": lambda text: re.sub(f"(?<={JOINING})(?={JOINING})", "\u0640", text),
    "a mark on every alef": lambda text: text.replace("ا", "ا\u064e"),
    "tanwin written out": lambda text: re.sub(r"(\w{3,})ا(?=[ ،.])", "\\1ا\u064b", text),
    "no hamzas": lambda text: re.sub("[أإآ]", "ا", text),
    "ya without dots": lambda text: re.sub("ي(?=[ ،.])", "ى", text),
    "ta marbuta without dots": lambda text: re.sub("ة(?=[ ،.])", "ه", text),
    "eastern digits": lambda text: text.translate(EASTERN),
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "two blanks for one": lambda text: text.replace(" ", "  "),
    "a comma of another script": lambda text: text.replace("،", ","),
    "no full stop": lambda text: text.rstrip("."),
    "a hash before the town": lambda text: re.sub(r"مدينة (\w)", r"مدينة #\1", text),
    "quotation marks around a name": lambda text: text.replace("الدعم السريع", "«الدعم السريع»"),
    "isolated against its surroundings": lambda text: f"\u2067{text}\u2069",
    "in bold": lambda text: f"**{text}**",
    "behind an emoji": lambda text: f"🔴 {text}",
    "behind a call of urgency": lambda text: f"عاجل | {text}",
}


def _facts(text: str) -> list[tuple[object, ...]]:
    return [
        (
            claim.type,
            sides(claim),
            claim.place and claim.place.place,
            claim.time.start,
            tolls(claim),
            ids(claim.sources),
            claim.stance,
            claim.status,
        )
        for claim in claims(text)
    ]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_another_way_of_writing_changes_no_fact(way: Callable[[str], str]) -> None:
    for text in SENTENCES:
        assert _facts(text)
        assert _facts(way(text)) == _facts(text), way(text)


def test_the_spans_of_a_stretched_sentence_hold_what_was_written() -> None:
    text = WAYS["tatweel in every word"](SENTENCES[1])
    (claim,) = claims(text)
    assert claim.trigger == claim.trigger_span.of(text)
    assert "\u0640" in claim.trigger
