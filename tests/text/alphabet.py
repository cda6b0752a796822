"""Texts for properties: plain Arabic, and all that Unicode and careless pages can hold."""

from hypothesis import strategies as st

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ"
ODD = st.sampled_from(
    "\u064b\u0651\u0640\u0670\u200f\u202b\ufeff\u00ad\u06d6"  # marks, tatweel, controls
    "ٱیکگ\ufefb\ufdf2\ufdfa\ufee1"  # Persian letters, ligatures, presentation forms
    "0٣۴٫٬%٪ \t\n\r\u2028\u0085\u00a0.،؛؟!…\"'«»()[]|/*-_#"  # digits, blanks, marks of all kinds
    "AéÀßİ×😀𐎀\0"
)
CHARACTERS = st.one_of(st.sampled_from(ARABIC), ODD, st.characters(exclude_categories=["Cs"]))
TEXTS = st.text(CHARACTERS, max_size=60)
LINES = st.lists(
    st.lists(st.text(st.sampled_from(ARABIC), min_size=1, max_size=6), max_size=8).map(" ".join)
    | TEXTS,
    max_size=12,
).map("\n".join)
