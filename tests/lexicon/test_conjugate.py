"""Verbs are spelled in their third persons as Arabic writes them."""

import csv
import re
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from sijill.lexicon.conjugate import Verb, ambiguities, forms, nominals, read_verbs
from sijill.lexicon.pack import bundled
from sijill.text.fold import fold

PERSONS = {
    "he": ("masculine", "singular"),
    "she": ("feminine", "singular"),
    "they two (m)": ("masculine", "dual"),
    "they two (f)": ("feminine", "dual"),
    "they (m)": ("masculine", "plural"),
    "they (f)": ("feminine", "plural"),
}
ARABIC = re.compile("[ء-غف-ي]+")


def table(name: str) -> list[Mapping[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


PACK = bundled("ar")
VERBS = read_verbs(PACK.tables["verbs"], PACK.rules["verbs"])
BY_LEMMA = {verb.lemma: verb for verb in VERBS}


@pytest.mark.parametrize("row", table("paradigms.csv"), ids=lambda r: " ".join([*r.values()][:4]))
def test_a_paradigm_is_generated_as_written_by_hand(row: Mapping[str, str]) -> None:
    sense = (row["tense"], row["voice"], row["mood"])
    made = {
        (form.gender, form.number, form.surface)
        for form in forms(BY_LEMMA[row["lemma"]])
        if (form.tense, form.voice, form.mood) == sense
    }
    for column, person in PERSONS.items():
        if row[column]:
            assert (*person, fold(row[column])) in made


def test_a_paradigm_has_no_surface_besides_those_written_by_hand() -> None:
    written: dict[tuple[str, str, str, str], set[str]] = {}
    for row in table("paradigms.csv"):
        cell = (row["lemma"], row["tense"], row["voice"], row["mood"])
        written.setdefault(cell, set()).update(fold(row[c]) for c in PERSONS if row[c])
    for cell, surfaces in written.items():
        made = {
            f.surface for f in forms(BY_LEMMA[cell[0]]) if (f.tense, f.voice, f.mood) == cell[1:]
        }
        seats = {s for s in made - surfaces if re.search("[اءو]و[ان]$", s)}
        assert made - surfaces - seats == set(), cell


@pytest.mark.parametrize("row", table("nominals.csv"), ids=lambda r: " ".join(r.values()))
def test_masdars_participles_and_plurals_are_generated(row: Mapping[str, str]) -> None:
    made = {(noun.surface, noun.kind, noun.number) for noun in nominals(BY_LEMMA[row["lemma"]])}
    assert (fold(row["surface"]), row["kind"], row["number"]) in made


def test_a_plural_denotes_what_its_singular_denotes() -> None:
    denotes = {n.surface: n.denotes for n in nominals(BY_LEMMA["قَتَلَ"])}
    assert denotes["قتلى"] == "patient"
    assert denotes["قتلة"] == "agent"
    assert denotes["قتل"] == "event"


def test_an_ambiguous_spelling_keeps_all_its_readings() -> None:
    voices = {f.voice for f in forms(BY_LEMMA["قَتَلَ"]) if f.surface == "قتل"}
    assert voices == {"active", "passive"}
    found = ambiguities([BY_LEMMA["وَقَعَ"], BY_LEMMA["أوقَعَ"], BY_LEMMA["وَقَّعَ"]])
    assert found["وقع"] == ("وَقَعَ active", "وَقَّعَ active", "وَقَّعَ passive")
    assert "يقع" not in found


@pytest.mark.parametrize("lemma", ["دارَ", "اِندَلَعَ", "وَقَعَ"])
def test_a_verb_without_object_has_no_passive(lemma: str) -> None:
    assert all(form.voice == "active" for form in forms(BY_LEMMA[lemma]))


def test_a_ta_marbuta_is_never_taken_for_a_pronoun() -> None:
    surfaces = {n.surface for n in nominals(BY_LEMMA["سَيطَرَ"])}
    assert "سيطرة" in surfaces
    assert "سيطره" not in surfaces


@pytest.mark.parametrize("name", ["دير", "عدن", "تعز", "سرت", "رام", "صور", "بين", "حول"])
def test_no_form_is_spelled_like_a_frequent_name_or_particle(name: str) -> None:
    assert [v.lemma for v in VERBS if any(f.surface == name for f in forms(v))] == []
    assert [v.lemma for v in VERBS if any(n.surface == name for n in nominals(v))] == []


def test_a_doubtful_spelling_is_marked() -> None:
    marks = {f.surface: f.doubtful for f in forms(BY_LEMMA["دَمَّرَ"])}
    assert marks["تدمر"]
    assert not marks["دمرت"]


def test_a_dual_spelled_like_an_adjective_is_doubtful() -> None:
    marks = {n.surface: n.doubtful for n in nominals(BY_LEMMA["هاجَمَ"]) if n.base == "هجوم"}
    assert marks["هجومي"]
    assert not marks["هجومين"]


def test_every_surface_is_folded_arabic_letters() -> None:
    for verb in VERBS:
        for surface in [f.surface for f in forms(verb)] + [n.surface for n in nominals(verb)]:
            assert ARABIC.fullmatch(surface), (verb.lemma, surface)
            assert fold(surface) == surface
            assert len(surface) > 1


def test_every_verb_has_both_tenses_and_agrees_with_its_lemma() -> None:
    for verb in VERBS:
        made = forms(verb)
        assert {form.tense for form in made} == {"past", "present"}
        lemma = {f.surface for f in made if f[1:5] == ("past", "active", "masculine", "singular")}
        assert verb.key in lemma | verb.never


def test_the_table_has_each_lemma_once() -> None:
    lemmas = [verb.lemma for verb in VERBS]
    assert len(set(lemmas)) == len(lemmas)


def test_every_false_friend_would_be_generated() -> None:
    unguarded = read_verbs(PACK.tables["verbs"])
    made = {f.surface for v in unguarded for f in forms(v)}
    made |= {n.surface for v in unguarded for n in nominals(v)}
    for level in ("never", "doubtful"):
        for item in PACK.rules["verbs"][level]:
            assert item["surface"] in made, f"[[{level}]] {item['surface']} is out of date"


def test_the_whole_table_is_ready_in_a_blink() -> None:
    def build() -> float:
        start = time.process_time()
        verbs: list[Verb] = read_verbs(PACK.tables["verbs"], PACK.rules["verbs"])
        assert all(forms(verb) and isinstance(nominals(verb), tuple) for verb in verbs)
        return time.process_time() - start

    assert min(build() for _ in range(3)) < 0.15 * 2  # twice the goal, for slow machines
