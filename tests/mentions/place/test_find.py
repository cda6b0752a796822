"""Finding places: every construction, over all eight countries."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions.place.room import mentions, names, parents

# text, the span of each mention, the full name of each
NAMED = [
    ("دخلت الدورية مدينة منبج مساء", ["مدينة منبج"], ["منبج"]),
    ("نزح السكان من قرية طيبلة", ["قرية طيبلة"], ["طيبلة"]),
    ("سقطت قذيفة على حي الورود", ["حي الورود"], ["حي الورود"]),
    ("انفجار في مخيم الأمعري", ["مخيم الأمعري"], ["مخيم الأمعري"]),
    ("احترق مشفى الرازي الجامعي", ["مشفى الرازي الجامعي"], ["مشفى الرازي الجامعي"]),
    ("إطلاق نار عند حاجز مفرق الزيتون", ["عند حاجز مفرق الزيتون"], ["حاجز مفرق الزيتون"]),
    ("تسلل إلى تلة أم الرجوم", ["تلة أم الرجوم"], ["تلة أم الرجوم"]),
    ("غارة على مطار النخيل الدولي", ["مطار النخيل الدولي"], ["مطار النخيل الدولي"]),
    ("قصف سد تشرين", ["سد تشرين"], ["سد تشرين"]),
    ("اقتحام سجن الواحة المركزي", ["سجن الواحة المركزي"], ["سجن الواحة المركزي"]),
    ("هجوم على اللواء 93", ["اللواء 93"], ["اللواء 93"]),
    ("هجوم على مدينة عين العرب (كوباني)", ["مدينة عين العرب (كوباني)"], ["عين العرب"]),
    ("معارك في مدينة “الرقة”", ["مدينة “الرقة"], ["الرقة"]),
    ("قصف على كفرتخاريم وحدها", ["كفرتخاريم"], ["كفرتخاريم"]),
    ("بيان من العاصمة اليمنية صنعاء", ["العاصمة اليمنية صنعاء"], ["صنعاء"]),
    ("تحليق فوق الأراضي اللبنانية", ["الأراضي اللبنانية"], ["لبنان"]),
    ("غارات على بلدات لبنانية عدة", ["بلدات لبنانية"], ["لبنان"]),
    ("هدوء في المدن والبلدات السورية", ["المدن والبلدات السورية"], ["سوريا"]),
    ("عملية في #حوض_العاصي فجرا", ["حوض_العاصي"], ["حوض العاصي"]),
    ("قصف على الفاشر، عاصمة شمال دارفور", ["الفاشر، عاصمة شمال دارفور"], ["الفاشر"]),
    ("قصف على مدينة الرمادي، غربي العراق", ["مدينة الرمادي، غربي العراق"], ["الرمادي"]),
    ("دخلوا ثاني مدن ليبيا", [], []),
    ("قصف حارة البرانية", ["حارة البرانية"], ["حارة البرانية"]),
    ("هاجموا مركز شرطة الطويشة", ["مركز شرطة الطويشة"], ["مركز شرطة الطويشة"]),
    (
        "لغم على الطريق الواصل بين منبج وسراقب",
        ["الطريق الواصل بين منبج وسراقب"],
        ["طريق منبج - سراقب"],
    ),
    ("قتلوا خارج نطاق القانون", [], []),
    ("سقطت على حاجز للجيش", [], []),
    ("معارك في نقطة مراقبة", [], []),
]
# text, operator, direction, name
SHIFTED = [
    ("قصف محيط مدينة حيس", "environs", None, "حيس"),
    ("قصف على أطراف الخيام", "environs", None, "الخيام"),
    ("كمين على مشارف مدينة سرت", "environs", None, "سرت"),
    ("انفجار بالقرب من الفلوجة", "near", None, "الفلوجة"),
    ("انفجار قرب مدينة العريش", "near", None, "العريش"),
    ("نقطة قريبة من جنين", "near", None, "جنين"),
    ("اشتباك وسط مدينة بنغازي", "inside", None, "بنغازي"),
    ("معارك شمال غرب الفاشر", "direction", "NW", "الفاشر"),
    ("معارك جنوبي تعز", "direction", "S", "تعز"),
    ("غارات في جنوب لبنان", "direction", "S", "لبنان"),
    ("غارات في الشمال السوري", "direction", "N", "سوريا"),
    ("تعزيزات في ريف حلب الشرقي", "countryside", "E", "حلب"),
    ("تعزيزات في الريف الشمالي لمحافظة إدلب", "countryside", "N", "إدلب"),
    ("اشتباك في القسم الجنوبي من مدينة الرمادي", "part", "S", "الرمادي"),
    ("عبوة في الأطراف الغربية لمدينة الموصل", "environs", "W", "الموصل"),
]
# text, full names of one list
LISTED = [
    ("في بلدتي نبل والزهراء", ["نبل", "الزهراء"]),
    (
        "قصف أحياء الورود والبستان والنور ومخيم السلام",
        ["حي الورود", "حي البستان", "حي النور", "مخيم السلام"],
    ),
    ("في محيط قرى طيبلة، وقوسنان، وسراقب بريف إدلب", ["طيبلة", "قوسنان", "سراقب"]),
    ("في أرياف حلب والحسكة والرقة", ["ريف حلب", "ريف الحسكة", "ريف الرقة"]),
    ("في ريفي حمص الشرقي ودير الزور", ["ريف حمص الشرقي", "ريف دير الزور"]),
    ("في محافظتي مأرب والحديدة", ["محافظة مأرب", "محافظة الحديدة"]),
    ("في مديريتي صرواح والجوبة", ["مديرية صرواح", "مديرية الجوبة"]),
    ("حقل الرماد، ومشفى النور، ومعمل الإسمنت", ["حقل الرماد", "مشفى النور", "معمل الإسمنت"]),
    ("غارات على الخيام وميس الجبل", ["الخيام", "ميس الجبل"]),
    ("هدوء في الخرطوم وأم درمان", ["الخرطوم", "أم درمان"]),
    ("قصف على سيلانة وقوسنان بريف إدلب", ["سيلانة", "قوسنان"]),
]
# text, name, chain of parents
WITHIN = [
    ("قرية طيبلة بسهل الروج غرب إدلب", "طيبلة", ["سهل الروج", "غرب إدلب"]),
    ("مدينة منبج بريف حلب الشرقي", "منبج", ["ريف حلب الشرقي"]),
    ("سد البعث في ريف المنصورة غربي الرقة", "سد البعث", ["ريف المنصورة", "غربي الرقة"]),
    ("حي الورود جنوبي دمشق", "حي الورود", ["جنوبي دمشق"]),
    ("حي الورود الدمشقي", "حي الورود", ["دمشق"]),
    ("ناحية جلولاء التابعة لمحافظة ديالى", "ناحية جلولاء", ["محافظة ديالى"]),
    ("مخيم الرشيد الواقع غربي مدينة الرقة", "مخيم الرشيد", ["غربي الرقة"]),
    ("حي الشجاعية شرق مدينة غزة", "حي الشجاعية", ["شرق غزة"]),
    ("بلدة حوارة جنوب نابلس", "حوارة", ["جنوب نابلس"]),
]
NOTHING = [
    "قتل العشرات في الجيش",
    "أعلن علي حسن ذلك في الصباح",
    "نحو عشرين مبنى سكنيا",
    "عند الساعة السابعة",
    "منطقة آمنة خالية من السلاح",
    "أحياء سكنية ومناطق جبلية",
    "سوق شعبي مكتظ",
    "فإن الهدنة هشة",
]


@pytest.mark.parametrize(("text", "spans", "full"), NAMED)
def test_a_name_is_read_with_its_noun(text: str, spans: list[str], full: list[str]) -> None:
    found = mentions(text)
    assert [mention.span.of(text) for mention in found] == spans
    assert [mention.full or mention.name for mention in found] == full


@pytest.mark.parametrize(("text", "operator", "point", "name"), SHIFTED)
def test_an_operator_is_kept_apart_from_the_name(
    text: str, operator: str, point: str | None, name: str
) -> None:
    (mention,) = mentions(text)
    assert (mention.operator, mention.direction, mention.name) == (operator, point, name)


@pytest.mark.parametrize(("text", "members"), LISTED)
def test_every_member_of_a_list_is_a_mention(text: str, members: list[str]) -> None:
    found = mentions(text)
    assert [mention.full or mention.name for mention in found] == members
    assert len({mention.group for mention in found}) == 1
    assert found[0].group is not None


@pytest.mark.parametrize(("text", "name", "chain"), WITHIN)
def test_a_parent_belongs_to_the_mention(text: str, name: str, chain: list[str]) -> None:
    (mention,) = mentions(text)
    assert (mention.full or mention.name) == name
    assert parents(mention) == chain
    assert mention.span.of(text) == text


@pytest.mark.parametrize("text", NOTHING)
def test_everyday_words_are_no_places(text: str) -> None:
    assert names(text) == []


def test_the_operator_of_a_list_holds_for_every_member() -> None:
    found = mentions("سقطت قذائف في محيط قرى طيبلة وسراقب")
    assert [mention.operator for mention in found] == ["environs", "environs"]


def test_a_parent_after_the_last_member_belongs_to_all() -> None:
    found = mentions("في بلدتي نبل والزهراء بريف حلب الشمالي")
    assert [parents(mention) for mention in found] == [["ريف حلب الشمالي"]] * 2


def test_the_direction_before_one_member_leaves_the_next_alone() -> None:
    found = mentions("غربي البوكمال، وحي الورود في دمشق")
    assert [mention.direction for mention in found] == ["W", None]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("تقدمت القوات نحو مدينة سرت", "toward"),
        ("توجه الرتل باتجاه الموصل", "toward"),
        ("وصل الرتل إلى تعز", "toward"),
        ("انسحبت من مدينة الرقة", "from"),
        ("قتال في أم درمان", "at"),
        ("قتال بأم درمان", "at"),
    ],
)
def test_the_preposition_gives_the_role(text: str, role: str) -> None:
    assert [mention.role for mention in mentions(text)] == [role]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("نقلت شبكة دير الزور 24 الخبر", "دير الزور 24"),
        ("أعلن لواء شهداء اليرموك النفير", "لواء شهداء اليرموك"),
        ("قتل أبو خالد السوداني", "أبو خالد السوداني"),
        ("بيان كتائب درعا البلد", "كتائب درعا البلد"),
    ],
)
def test_no_place_is_found_in_a_masked_name(text: str, masked: str) -> None:
    assert names(text, [masked]) == []


def test_a_definite_noun_alone_refers_back() -> None:
    found = mentions("دخلوا المدينة ثم الحي ثم محيط المشفى")
    assert [(mention.name, mention.anaphor) for mention in found] == [
        ("المدينة", True),
        ("الحي", True),
        ("المشفى", True),
    ]


def test_a_country_acts_unless_a_preposition_makes_it_a_place() -> None:
    assert names("دعت تركيا إلى هدنة") == []
    assert names("هدنة في تركيا") == ["تركيا"]


def test_an_everyday_word_does_not_swallow_the_place_after_it() -> None:
    assert names("هجوم من الجيش في مدينة الرقة شرقي حلب") == ["الرقة"]


def test_a_name_after_a_plural_of_another_kind_is_what_holds_them() -> None:
    (mention,) = mentions("في قرى محافظة إدلب")
    assert (mention.operator, mention.full) == ("inside", "محافظة إدلب")


def test_a_bank_of_a_river_is_not_a_land_of_that_name() -> None:
    (mention,) = mentions("عند الضفة الغربية من نهر الفرات")
    assert mention.full == "الضفة الغربية من نهر الفرات"


def test_the_ends_of_a_line_are_one_place() -> None:
    text = "في المناطق الممتدة بين ريفي حلب الجنوبي وإدلب"
    (mention,) = mentions(text)
    assert mention.operator == "between"
    assert mention.full == "المناطق الممتدة بين ريف حلب الجنوبي وريف إدلب"


def test_a_road_takes_both_its_ends() -> None:
    assert names("انفجار على طريق دمشق - حلب") == ["طريق دمشق - حلب"]


@pytest.mark.parametrize("words", ["حي ", "محيط ", "حاجز مفرق ", "المدن والأحياء ", "في ريف "])
def test_endless_nesting_comes_to_an_end(words: str) -> None:
    assert len(mentions(words * 2000)) <= 2000


_WORDS = """
مدينة بلدتي أحياء قرى محيط ريف ريفي شمال غربي في من إلى باتجاه بين حي مخيم المدينة العاصمة وحلب
حلب دمشق ودمشق، البوكمال والزهراء نبل طيبلة وقوسنان، الفرات لنهر الضفة الجنوبية اللواء 82 (كوباني)
الدمشقي السوري و ، . سد تشرين التابعة بريف بمحافظة طريق الحدود السورية مع تركيا #حوض_ا قتل اليوم
مَدينَة لـلمدينة للمدينة وبالقرب
"""
_PIECES = st.sampled_from(_WORDS.split())


@given(st.lists(_PIECES, max_size=25), st.integers(0, 40))
def test_spans_are_in_the_text_and_heads_in_their_spans(pieces: list[str], cut: int) -> None:
    text = " ".join(pieces)
    masked = [text[cut : cut + 9]] if text[cut : cut + 9].strip() else []
    found = mentions(text, masked)
    closed = text.index(masked[0]) if masked else 0
    groups: dict[int, list[tuple[int, int]]] = {}
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.covers(mention.head)
        assert mention.head.start < mention.head.end
        if masked:
            assert not (mention.head.start < closed + len(masked[0]) and closed < mention.head.end)
        if mention.group is not None:
            groups.setdefault(mention.group, []).append(mention.span)
    for spans in groups.values():
        ordered = sorted(spans)
        assert all(a[1] <= b[0] for a, b in pairwise(ordered))
