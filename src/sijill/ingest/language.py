"""Which language a text is in, by script and by the letters that only one language uses."""

from collections import Counter

_ARABIC_SCRIPT = frozenset(
    chr(c)
    for c in (*range(0x0620, 0x0640), *range(0x0641, 0x064B), *range(0x066E, 0x06D4), 0x06D5,
              *range(0x06EE, 0x06F0), *range(0x06FA, 0x0700), *range(0x0750, 0x0780))
)  # fmt: skip
_PRESENTATION = frozenset(chr(c) for c in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)))

# Letters that Arabic text does not use and that tell the languages of the script apart.
_OWN_LETTERS = {
    "ur": frozenset("ٹڈڑںےۓہھۂ"),
    "ckb": frozenset("ەۆێڕڵ"),
    "ps": frozenset("ټځڅډړږښګڼۍې"),
    "ug": frozenset("ەۆۈۇۋڭې"),
    "sd": frozenset("ٻڀٺٿڄڃڇڊڏڌڍڙڦڪڱڳ"),
}
_PERSIAN = frozenset("پچژگ")
_KEYBOARD = frozenset("یک")
"""Letter shapes of Persian keyboards, also used for Arabic text typed on them."""
_ARABIC_SIGNS = frozenset("ةأإىؤ")
"""Letters that Persian and Urdu write rarely or never."""

_SHARE = 0.02
_SAMPLE = 600


def identify(text: str) -> str:
    """ "ar", "fa", "ur", "ckb", "ps", "ug" or "sd"; "latn" for Latin script; "other" for the rest.

    Reads 600 characters at the start and 600 in the middle, without links, @names and #tags
    in Latin script. A text with a third of its letters in Arabic script counts as written in
    it, quotes or not.
    """
    sample = _sample(text)
    counts = Counter(_prose(sample))
    arabic = sum(n for char, n in counts.items() if char in _ARABIC_SCRIPT)
    arabic += sum(n for char, n in counts.items() if char in _PRESENTATION)
    if arabic == 0 and not counts:
        return "other"
    letters = sum(n for char, n in counts.items() if char.isalpha())
    if arabic * 3 >= letters > 0:
        return _of_arabic_script(sample, counts, arabic)
    latin = sum(n for char, n in counts.items() if char.isalpha() and char < "\u0250")
    return "latn" if latin * 2 > letters else "other"


def _sample(text: str) -> str:
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = max(_SAMPLE, len(text) // 2)
    return f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}"


def _prose(text: str) -> str:
    """The text without the words that say nothing about its language."""
    if "//" not in text and "@" not in text and "#" not in text and "www." not in text:
        return text
    return " ".join(word for word in text.split() if not _is_address(word))


def _is_address(word: str) -> bool:
    return (
        "//" in word
        or "@" in word
        or word.startswith("www.")
        or (word.startswith("#") and word.isascii())
    )


def _of_arabic_script(text: str, counts: Counter[str], arabic: int) -> str:
    own = {
        language: sum(counts[char] for char in letters)
        for language, letters in _OWN_LETTERS.items()
    }
    best = max(own, key=lambda language: own[language])
    signs = sum(counts[char] for char in _ARABIC_SIGNS) + text.count(" ال") + text.startswith("ال")
    if own[best] >= max(1, arabic * _SHARE) and own[best] > signs:
        return best
    persian = sum(counts[char] for char in _PERSIAN)
    typed = sum(counts[char] for char in _KEYBOARD)
    if 2 * persian + typed >= max(2, arabic * 2 * _SHARE) and 2 * persian + typed > 2 * signs:
        return "fa"
    return "ar"
