"""The plain word lists of the pack's actor rules, by name."""

from collections.abc import Iterable, Mapping
from typing import Any

from sijill.lexicon.noun import sound_masculine
from sijill.text.fold import fold

_LISTS = {
    "particles": "particles.words",
    "starters": "organisations.starters",
    "never": "organisations.never",
    "of": "ties.of",
    "place_before": "states.place_before",
    "terms": "state_terms.words",
    "governing": "state_terms.governing",
    "civil_terms": "state_terms.civil",
    "nationals_after": "nationals.after",
    "made": "nationals.made",
    "predicates": "events.predicates",
    "auxiliary": "attributes.auxiliary",
    "party_before": "states.party_before",
    "party_voices": "outlets.party_voices",
    "media_heads": "outlets.media_heads",
    "bare_after": "heads.person.bare_after",
    "of_country": "heads.force.of_country",
    "never_wraps": "heads.force.never_wraps",
    "led": "ties.led",
    "relative": "ties.relative",
    "sheltered": "civilians.sheltered",
    "duals": "organisations.duals",
    "quoted_only": "outlets.quoted_only",
    "to": "ties.to",
    "pronouns": "ties.pronouns",
    "same": "ties.same",
    "feminine": "gender.feminine",
    "masculine": "gender.masculine",
    "name_links": "titles.links",
    "credit": "outlets.credit",
    "owned": "heads.person.owned",
    "naming": "organisations.naming",
    "naming_links": "organisations.naming_links",
    "local": "outlets.local",
    "kept": "traps_abroad.kept",
    "institutional": "traps.institutional",
    "civil_after": "traps.civil_after",
    "civil": "traps.civil",
    "shaykhs": "titles.shaykhs",
    "not_people_after": "traps.not_people_after",
    "further": "ministries.further",
    "dress": "traps.dress",
    "front": "traps.front",
    "on": "traps.on",
    "ordinals": "units.ordinals",
    "arms": "units.arms",
    "counted": "units.counted",
    "loose_units": "units.loose",
    "compound": "units.compound",
    "state_verbs": "capitals.verbs",
    "portfolios": "ministries.portfolios",
    "armed_ministries": "ministries.armed",
    "bodies": "ministries.bodies",
    "bands": "heads.force.bands",
    "of_troops": "heads.force.of_troops",
    "crowds": "civilians.crowds",
    "models": "heads.force.models",
    "air_terms": "state_terms.air",
    "arms_of_state": "state_terms.arms",
    "sworn": "voice.words",
}
"""Name that the finder asks with, and where the list stands in the pack."""


def word_lists(rules: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Folded words by the name that the finder asks for them with."""
    return {
        **{name: folded(_at(rules, path)) for name, path in _LISTS.items()},
        "adjectival": folded(
            word for word in sound(rules["civilians"]["sound"]) if word.endswith("ي")
        ),
        "bare": folded(_bare(rules["heads"]["person"])),
        "bare_one": folded(
            form for word in rules["heads"]["person"]["bare_plural"] for form in (word, word + "ا")
        ),
        "leads": folded([*rules["ties"]["led"], *rules["ties"]["relative"]]),
        "unit_nouns": folded(
            form for noun in rules["units"]["numbered"] for form in (noun, "ال" + noun)
        ),
        "contested": frozenset(rules["units"]["contested"]),
        "fighters": folded([*rules["voice"]["fighters"], *sound(rules["voice"]["sound"])]),
    }


def _at(rules: Mapping[str, Any], path: str) -> Any:
    for key in path.split("."):
        rules = rules[key]
    return rules


def sound(words: Iterable[str]) -> list[str]:
    """Nouns in the singular, the dual and the sound masculine plural."""
    forms: list[str] = []
    for word in words:
        forms += [word, word + "ا", word + "ان", *sound_masculine(word)]
    return forms


def _bare(row: Mapping[str, Any]) -> list[str]:
    plurals = [form for word in row["bare_plural"] for form in (word + "ون", word + "ين")]
    return [*row["bare"], *plurals]


def folded(words: Iterable[str]) -> frozenset[str]:
    """The words as tokens have them."""
    return frozenset(fold(word) for word in words)
