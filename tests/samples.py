"""One invented report coded by hand, for tests that need a real-looking one."""

from datetime import date
from hashlib import sha256

from sijill.model.claim import Claim, ControlStatement, Incident, Loss, Party, Place, Time, Trace
from sijill.model.document import DateBasis, Document, Residue
from sijill.model.report import Report
from sijill.model.span import Span

TEXT = (
    "الرئيسية | أخبار | رياضة\n"
    "أفادت شبكة الواحة الإعلامية بأن طائرات مجهولة قصفت أمس الثلاثاء سوق الزيتون قرب مدينة "
    "الروضة، ما أدى إلى مقتل 12 مدنيا بينهم 3 أطفال وإصابة نحو 20 آخرين.\n"
    "وقال لواء الساحل إنه سيطر على حاجز النخيل بعد اشتباكات مع كتيبة الوادي. "
    "ويسيطر لواء الساحل على معظم بلدة المرج.\n"
)


def at(words: str, after: str = "") -> Span:
    """Where `words` stand in TEXT, from the first `after` on."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def party(words: str, id: str | None, after: str = "") -> Party:
    return Party(words, at(words, after), id, rule="registry", confidence=0.9)


def report(name: str = "oasis.txt") -> Report:
    """The sample report: an air strike with losses, an advance, a control statement."""
    document = Document(
        name=name,
        text=TEXT,
        sha256=sha256(TEXT.encode("utf-8")).hexdigest(),
        title="قصف سوق قرب الروضة",
        published=date(2024, 5, 15),
        published_basis=DateBasis.METADATA,
        residue=(Residue(at("الرئيسية | أخبار | رياضة"), "menu"),),
        origin={"site": "example.org"},
    )
    return Report(
        document=document,
        claims=(_strike(), _advance()),
        incidents=(
            Incident("i1", ("c-strike",), ()),
            Incident("i2", ("c-advance",), ("one place, one day",)),
        ),
        control=(
            ControlStatement(
                quote="ويسيطر لواء الساحل على معظم بلدة المرج",
                quote_span=at("ويسيطر لواء الساحل على معظم بلدة المرج"),
                actor=party("لواء الساحل", "coast-brigade", "ويسيطر"),
                place=Place("بلدة المرج", at("بلدة المرج"), "المرج", 32.49, 20.83, 1),
                extent="most",
                rule="control.holds",
            ),
        ),
        program="0.1.0",
        pack="ar 1.0",
        notices=("the text names no year",),
    )


def _strike() -> Claim:
    child = Loss("killed", "civilians", 3, 3, False, "3 أطفال", at("3 أطفال"), rule="number")
    return Claim(
        id="c-strike",
        type="Air/drone strike",
        trigger="قصفت",
        trigger_span=at("قصفت"),
        quote=TEXT[at("طائرات").start : at("آخرين").end],
        quote_span=Span(at("طائرات").start, at("آخرين").end),
        time=Time(
            text="أمس الثلاثاء",
            span=at("أمس الثلاثاء"),
            start=date(2024, 5, 14),
            end=date(2024, 5, 14),
            precision="day",
            rule="yesterday",
            reasons=("the day before the publication date, and it is a Tuesday",),
            confidence=0.97,
        ),
        place=Place(
            text="سوق الزيتون قرب مدينة الروضة",
            span=at("سوق الزيتون قرب مدينة الروضة"),
            name="الروضة",
            lat=15.47,
            lon=44.2,
            precision=2,
            rule="near",
            country="YE",
            uncertainty_km=5.0,
            place="demo:1",
            reasons=("nearest to the places named before",),
            alternatives=(("demo:2", "الروضة (شبوة)", 0.31),),
            confidence=0.62,
        ),
        initiator=(party("طائرات مجهولة", None),),
        target=(party("مدنيا", "civilians"),),
        casualties=(
            Loss("killed", "civilians", 12, 12, False, "12 مدنيا", at("12 مدنيا"), parts=(child,)),
            Loss("injured", "civilians", 20, 20, True, "نحو 20 آخرين", at("نحو 20 آخرين")),
        ),
        sources=(party("شبكة الواحة الإعلامية", "oasis-network"),),
        stance="reports",
        status="new",
        incident="i1",
        rule="strike.verb",
        confidence=0.93,
        field_confidence={"place": 0.62, "time": 0.97},
        trace=(
            Trace(
                "type",
                "strike.verb",
                (at("طائرات"), at("قصفت")),
                "an aircraft is the subject",
                "Shelling/artillery/missile attack: no gun or rocket is named",
            ),
        ),
    )


def _advance() -> Claim:
    quote = "لواء الساحل إنه سيطر على حاجز النخيل بعد اشتباكات مع كتيبة الوادي"
    return Claim(
        id="c-advance",
        type="Non-state actor overtakes territory",
        trigger="سيطر على",
        trigger_span=at("سيطر على"),
        quote=quote,
        quote_span=at(quote),
        time=Time(),
        place=Place("حاجز النخيل", at("حاجز النخيل"), "حاجز النخيل", None, None, 7),
        initiator=(party("لواء الساحل", "coast-brigade"),),
        target=(party("كتيبة الوادي", None),),
        casualties=(),
        sources=(party("لواء الساحل", "coast-brigade"),),
        stance="claims",
        status="new",
        incident="i2",
        rule="seize.verb",
        confidence=0.48,
    )
