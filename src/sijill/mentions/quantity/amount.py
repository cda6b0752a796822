"""An amount as written, read by the codebook's table; docs/decisions/0008-quantities.md."""

from typing import NamedTuple

from sijill.lexicon.tagged import Tagged
from sijill.mentions.quantity.number import Number, read
from sijill.mentions.quantity.vocabulary import MEASURE, Measure, Vocabulary
from sijill.model.mention import Amount
from sijill.text.token import COMMA, STOP

ONE = Amount(1, 1, False)
TWO = Amount(2, 2, False)
SEVERAL = Amount(2, None, True)


class Quantity(NamedTuple):
    """An amount at tokens `start` up to, not including, `end`."""

    amount: Amount
    start: int
    end: int
    number: bool
    """Holds a number proper, not only "العشرات" or "عدد من"."""
    proclitics: str
    """Letters attached before its first word."""
    definite: bool = False
    needs_noun: bool = False
    """Says nothing without a noun after it ("عدد من", "أحد")."""


def read_amount(tagged: Tagged, index: int, vocabulary: Vocabulary) -> Quantity | None:
    """The amount that begins at token `index`, bounds after the number included.

    Ranges ("بين 10 و15", "10-15"), bounds ("ما لا يقل عن 10"), loose numbers ("نحو 10"),
    dozens and hundreds ("العشرات"), several ("عدد من"). None where no amount begins.
    """
    key = tagged.tokens[index].key
    if not (key[0].isdigit() or key in vocabulary.opening or tagged.at(MEASURE, index)):
        return None
    if _is_clock(tagged, index):
        return None
    between = _range(tagged, index, vocabulary)
    if between is not None:
        return between
    roles, at, proclitics = _bounds(tagged, index)
    base = _core(tagged, at, vocabulary)
    if base is None or (at > index and base.proclitics not in ("", "ل", "ب")):
        return None
    amount = base.amount
    for role in roles:
        amount = _bounded(amount, role)
    end = base.end
    after = bound_after(tagged, end)
    if after is not None:
        amount = _bounded(amount, after[0].role.removesuffix("_after"))
        end = after[1]
    return base._replace(
        amount=amount,
        start=index,
        end=end,
        proclitics=proclitics if at > index else base.proclitics,
    )


def _is_year(tagged: Tagged, number: Number) -> bool:
    """Whether digits may be a year: "منذ أكتوبر 2023 إلى 41500" is no range."""
    bare = number.end == number.start + 1 and tagged.tokens[number.start].key.isdigit()
    return bare and 1900 <= number.value < 2100


def _is_clock(tagged: Tagged, index: int) -> bool:
    """Whether the digits at token `index` are an hour or its minutes: "07:10"."""
    token, text = tagged.tokens[index], tagged.text
    if not token.key[0].isdigit():
        return False
    before, after = text[max(0, token.start - 2) : token.start], text[token.end : token.end + 2]
    return (before[1:] == ":" and before[:1].isdigit()) or (
        after[:1] == ":" and after[1:].isdigit()
    )


def bound_after(tagged: Tagged, index: int) -> tuple[Measure, int] | None:
    """A bound that follows its number or noun ("على الأقل", "بالعشرات"), and where it ends."""
    if index >= len(tagged.tokens) or tagged.tokens[index].gap == STOP:
        return None
    for match in tagged.at(MEASURE, index):
        if match.entry.value.role.endswith("_after") and not match.proclitics:
            return match.entry.value, match.end
    return None


def bounded(amount: Amount, measure: Measure) -> Amount:
    """`amount` under a bound that follows it."""
    if measure.role == "vague_after":
        return Amount(measure.low, measure.high, True)
    return _bounded(amount, measure.role.removesuffix("_after"))


def _bounded(amount: Amount, role: str) -> Amount:
    low, high, loose = amount.minimum, amount.maximum, amount.approximate
    if role == "at_least":
        return Amount(low, high if loose else None, loose)
    if role == "more":
        return amount if loose else Amount(low + 1, None, False)
    if role == "about":
        return Amount(low, high, True)
    if role == "up_to":
        return Amount(0, high, loose)
    if role == "fewer":
        return Amount(0, high if loose or high is None else max(high - 1, 0), loose)
    return amount


def _bounds(tagged: Tagged, index: int) -> tuple[list[str], int, str]:
    """The bounds before a number ("أكثر من نحو"), where the number begins, proclitics."""
    roles: list[str] = []
    at = index
    proclitics = ""
    while at < len(tagged.tokens):
        for match in tagged.at(MEASURE, at):
            role = match.entry.value.role
            if role in ("at_least", "more", "about", "up_to", "fewer"):
                if at == index:
                    proclitics = match.proclitics
                elif match.proclitics or tagged.tokens[at].gap >= COMMA:
                    continue
                roles.append(role)
                at = match.end
                break
        else:
            break
    return roles[::-1], at, proclitics


def _core(tagged: Tagged, index: int, vocabulary: Vocabulary) -> Quantity | None:
    if index >= len(tagged.tokens):
        return None
    number = read(tagged.tokens, index, vocabulary.numbers)
    if number is not None:
        if number.ordinal or (number.definite and number.value == 2):
            return None
        end = number.end
        high = None if _is_year(tagged, number) else _upper(tagged, end, vocabulary)
        if high is not None and high[0] > number.value:
            amount = Amount(_scaled(number.value, high[0]), high[0], False)
            end = high[1]
        else:
            amount = Amount(number.value, number.value, False)
        return Quantity(amount, index, end, True, number.proclitics, number.definite)
    for match in tagged.at(MEASURE, index):
        value = match.entry.value
        if value.role in ("vague", "several", "one"):
            loose = value.role != "one"
            amount = Amount(value.low, value.high, loose)
            letters = match.proclitics.removesuffix("ال")
            if value.role != "vague" and match.proclitics.endswith("ال"):
                continue
            return Quantity(
                amount,
                index,
                match.end,
                False,
                letters,
                definite=match.proclitics.endswith("ال"),
                needs_noun=value.role != "vague",
            )
    return None


def _upper(tagged: Tagged, at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """The upper end of "10-15", "35 إلى 40", "3 أو 4" whose lower end stops at token `at`."""
    tokens = tagged.tokens
    if at >= len(tokens):
        return None
    joint = tagged.text[tokens[at - 1].end : tokens[at].start]
    if joint.strip() in ("-", "–", "—", "ـ"):
        number = read(tokens, at, vocabulary.numbers)
        if number is None or number.proclitics or number.ordinal:
            return None
        after = number.end
        if after < len(tokens) and tagged.text[tokens[after - 1].end : tokens[after].start] in (
            "-",
            "/",
        ):
            return None
        return number.value, after
    key = tokens[at].key
    if key in vocabulary.range_to and key != "و" and tokens[at].gap < COMMA:
        if at + 1 >= len(tokens) or tokens[at + 1].gap >= COMMA:
            return None
        number = read(tokens, at + 1, vocabulary.numbers)
        if number is not None and not number.proclitics and not number.ordinal:
            return number.value, number.end
    return None


def _range(tagged: Tagged, index: int, vocabulary: Vocabulary) -> Quantity | None:
    """ "بين 10 و15", "ما بين عشرة وعشرين", "من 10 إلى 15"."""
    tokens = tagged.tokens
    at = index
    if tokens[at].key == "ما" and at + 1 < len(tokens):
        at += 1
    key = tokens[at].key
    if key in vocabulary.between:
        opened = True
    elif key in vocabulary.range_from and at == index:
        opened = False
    else:
        return None
    if at + 1 >= len(tokens):
        return None
    low = read(tokens, at + 1, vocabulary.numbers)
    if low is None or low.proclitics or low.ordinal:
        return None
    high = _upper(tagged, low.end, vocabulary)
    if high is None and opened:
        high = _joined(tagged, low.end, vocabulary)
    if high is None or high[0] <= low.value:
        return None
    amount = Amount(_scaled(low.value, high[0]), high[0], False)
    return Quantity(amount, index, high[1], True, "")


def _scaled(low: int, high: int) -> int:
    """The lower end in the upper one's scale: "بين 20 و30 ألفا" begins at 20 000."""
    for scale in (1_000_000, 1_000):
        if low < 1_000 and high % scale == 0 and low < high // scale:
            return low * scale
    return low


def _joined(tagged: Tagged, at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    tokens = tagged.tokens
    if at >= len(tokens) or tokens[at].gap >= COMMA:
        return None
    if tokens[at].key == "و":
        at += 1
        if at >= len(tokens):
            return None
        number = read(tokens, at, vocabulary.numbers)
        return (number.value, number.end) if number and not number.proclitics else None
    number = read(tokens, at, vocabulary.numbers)
    return (number.value, number.end) if number and number.proclitics == "و" else None
