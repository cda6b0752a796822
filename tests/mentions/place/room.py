"""A small gazetteer of eight countries and the finder over it, for the tests of places."""

from collections.abc import Sequence
from functools import cache

from sijill.gazetteer.row import Row
from sijill.gazetteer.table import Gazetteer
from sijill.lexicon.lexicon import Lexicon
from sijill.lexicon.pack import bundled
from sijill.lexicon.tagged import tag
from sijill.mentions.place.find import find
from sijill.mentions.place.resolve import resolve
from sijill.mentions.place.vocabulary import Vocabulary, compiled, entries
from sijill.model.document import Document
from sijill.model.mention import PlaceMention, PlaceValue
from sijill.model.span import Span

# id, name, kind, lat, lon, country, adm1, population
_ROWS = """
sy سوريا country 35 38.5 SY - 0
iq العراق country 33 43.8 IQ - 0
ye اليمن country 15.9 47.6 YE - 0
ly ليبيا country 27 17 LY - 0
sd السودان country 16 30 SD - 0
lb لبنان country 33.9 35.9 LB - 0
eg مصر country 27 30 EG - 0
ps فلسطين country 31.9 35.2 PS - 0
tr تركيا country 39 35 TR - 0
sy/halab حلب adm1 36.2 37.2 SY - 0
sy/idlib إدلب adm1 35.9 36.6 SY - 0
sy/homs حمص adm1 34.6 38.2 SY - 0
sy/daraa درعا adm1 32.8 36.1 SY - 0
sy/deir دير_الزور adm1 35.3 40.1 SY - 0
sy/hasaka الحسكة adm1 36.5 40.7 SY - 0
iq/anbar الأنبار adm1 33 42 IQ - 0
iq/diyala ديالى adm1 34 45 IQ - 0
ye/marib مأرب adm1 15.5 45.5 YE - 0
ye/hudayda الحديدة adm1 14.8 43 YE - 0
sd/ndarfur شمال_دارفور adm1 15 25 SD - 0
ps/gaza قطاع_غزة adm1 31.4 34.4 PS - 0
eg/nsinai شمال_سيناء adm1 30.6 33.6 EG - 0
sy:halab حلب city 36.2 37.13 SY sy/halab 1600000
sy:idlib إدلب city 35.93 36.63 SY sy/idlib 128000
sy:homs حمص city 34.73 36.71 SY sy/homs 775000
sy:damascus دمشق city 33.51 36.29 SY - 1570000
sy:deir دير_الزور city 35.34 40.14 SY sy/deir 270000
sy:daraa درعا city 32.62 36.1 SY sy/daraa 146000
sy:hasaka الحسكة city 36.5 40.75 SY sy/hasaka 188000
sy:raqqa الرقة city 35.95 39.01 SY - 220000
sy:manbij منبج town 36.53 37.95 SY sy/halab 99000
sy:bukamal البوكمال town 34.45 40.92 SY sy/deir 42000
sy:nubl نبل town 36.38 36.99 SY sy/halab 21000
sy:zahra1 الزهراء village 36.36 37.01 SY sy/halab 0
sy:zahra2 الزهراء village 34.8 36.6 SY sy/homs 0
sy:kafrtakh كفر_تخاريم town 36.12 36.51 SY sy/idlib 0
sy:kobani عين_العرب town 36.89 38.35 SY sy/halab 45000
sy:saraqib سراقب town 35.86 36.8 SY sy/idlib 32000
sy:janina جنينة village 35.4 40.07 SY sy/deir 0
iq:baghdad بغداد city 33.34 44.4 IQ - 7000000
iq:mosul الموصل city 36.33 43.12 IQ - 1700000
iq:ramadi الرمادي city 33.42 43.3 IQ iq/anbar 400000
iq:falluja الفلوجة city 33.35 43.78 IQ iq/anbar 200000
iq:jalawla جلولاء town 34.27 45.17 IQ iq/diyala 0
ye:sanaa صنعاء city 15.35 44.2 YE - 2000000
ye:taiz تعز city 13.58 44.02 YE - 600000
ye:marib مأرب city 15.46 45.33 YE ye/marib 60000
ye:qadam القدم village 15.6 43.9 YE - 0
ye:sirwah صرواح adm2 15.4 45 YE ye/marib 0
ye:jubah الجوبة adm2 15.1 45.3 YE ye/marib 0
ye:hays حيس town 13.93 43.48 YE ye/hudayda 0
ly:tripoli طرابلس city 32.89 13.19 LY - 1100000
ly:benghazi بنغازي city 32.11 20.07 LY - 650000
ly:sirte سرت city 31.2 16.59 LY - 120000
lb:tripoli طرابلس city 34.44 35.83 LB - 230000
lb:beirut بيروت city 33.89 35.5 LB - 360000
lb:khiam الخيام town 33.33 35.61 LB - 0
lb:mays ميس_الجبل town 33.17 35.51 LB - 0
sd:khartoum الخرطوم city 15.55 32.53 SD - 1900000
sd:omdurman أم_درمان city 15.64 32.48 SD - 1200000
sd:fasher الفاشر city 13.63 25.35 SD sd/ndarfur 250000
sd:geneina الجنينة city 13.45 22.44 SD - 160000
eg:arish العريش city 31.13 33.8 EG eg/nsinai 160000
eg:rafah رفح town 31.28 34.24 EG eg/nsinai 0
ps:gaza غزة city 31.5 34.47 PS ps/gaza 410000
ps:rafah رفح city 31.3 34.25 PS ps/gaza 120000
ps:jenin جنين city 32.46 35.3 PS - 40000
ps:nablus نابلس city 32.22 35.26 PS - 130000
ps:huwara حوارة town 32.15 35.26 PS - 0
ps:shujaiya الشجاعية neighbourhood 31.5 34.49 PS ps/gaza 0
sy:yarmouk مخيم_اليرموك camp 33.47 36.3 SY - 0
sy:tishrin سد_تشرين dam 36.38 38.18 SY sy/halab 0
sy:furat الفرات river 35 40 SY - 0
ye:words العشرات village 15.9 44 YE - 0
ye:army الجيش village 15.8 44.1 YE - 0
"""
_CAPITALS = {"SY": "sy:damascus", "IQ": "iq:baghdad", "LY": "ly:tripoli", "YE": "ye:sanaa"}
_NAMES = {"sy:kobani": ("كوباني",), "sy": ("سورية",)}


def _row(line: str) -> Row:
    id_, name, kind, lat, lon, country, adm1, population = line.split()
    return Row(
        id_,
        name.replace("_", " "),
        kind,
        float(lat),
        float(lon),
        country,
        adm1=None if adm1 == "-" else adm1,
        population=int(population),
        names=_NAMES.get(id_, ()),
    )


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(map(_row, _ROWS.split("\n")[1:-1]), _CAPITALS)


@cache
def vocabulary() -> Vocabulary:
    return compiled(bundled("ar"), gazetteer())


@cache
def lexicon() -> Lexicon:
    return Lexicon(entries(bundled("ar"), gazetteer()))


def mentions(text: str, masked: Sequence[str] = ()) -> list[PlaceMention]:
    """The places of a text; the words in `masked` are closed to them."""
    closed = [Span(text.index(word), text.index(word) + len(word)) for word in masked]
    return find(tag(Document("test", text, ""), lexicon()), vocabulary(), closed)


def values(text: str, countries: Sequence[str] = ()) -> list[PlaceValue]:
    return resolve(mentions(text), gazetteer(), vocabulary(), countries)


def names(text: str, masked: Sequence[str] = ()) -> list[str]:
    return [mention.full or mention.name for mention in mentions(text, masked)]


def parents(mention: PlaceMention) -> list[str]:
    """The chain of larger places the expression names, nearest first."""
    chain = []
    node = mention.parent
    while node is not None:
        chain.append(node.full or node.name)
        node = node.parent
    return chain
