"""The plain word lists of the pack's actor rules, by name."""

from collections.abc import Iterable, Mapping
from typing import Any

from sijill.lexicon.noun import sound_masculine
from sijill.text.fold import fold


def word_lists(rules: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Folded words by the name that the finder asks for them with."""
    return {
        "particles": folded(rules["particles"]["words"]),
        "starters": folded(rules["organisations"]["starters"]),
        "never": folded(rules["organisations"]["never"]),
        "of": folded(rules["ties"]["of"]),
        "place_before": folded(rules["states"]["place_before"]),
        "terms": folded(rules["state_terms"]["words"]),
        "governing": folded(rules["state_terms"]["governing"]),
        "civil_terms": folded(rules["state_terms"]["civil"]),
        "nationals_after": folded(rules["nationals"]["after"]),
        "made": folded(rules["nationals"]["made"]),
        "predicates": folded(rules["events"]["predicates"]),
        "auxiliary": folded(rules["attributes"]["auxiliary"]),
        "party_before": folded(rules["states"]["party_before"]),
        "party_voices": folded(rules["outlets"]["party_voices"]),
        "media_heads": folded(rules["outlets"]["media_heads"]),
        "adjectival": folded(
            word for word in sound(rules["civilians"]["sound"]) if word.endswith("ي")
        ),
        "bare": folded(_bare(rules["heads"]["person"])),
        "bare_one": folded(
            form for word in rules["heads"]["person"]["bare_plural"] for form in (word, word + "ا")
        ),
        "bare_after": folded(rules["heads"]["person"]["bare_after"]),
        "of_country": folded(rules["heads"]["force"]["of_country"]),
        "never_wraps": folded(rules["heads"]["force"]["never_wraps"]),
        "led": folded(rules["ties"]["led"]),
        "leads": folded([*rules["ties"]["led"], *rules["ties"]["relative"]]),
        "relative": folded(rules["ties"]["relative"]),
        "sheltered": folded(rules["civilians"]["sheltered"]),
        "duals": folded(rules["organisations"]["duals"]),
        "quoted_only": folded(rules["outlets"]["quoted_only"]),
        "to": folded(rules["ties"]["to"]),
        "pronouns": folded(rules["ties"]["pronouns"]),
        "same": folded(rules["ties"]["same"]),
        "feminine": folded(rules["gender"]["feminine"]),
        "masculine": folded(rules["gender"]["masculine"]),
        "name_links": folded(rules["titles"]["links"]),
        "credit": folded(rules["outlets"]["credit"]),
        "owned": folded(rules["heads"]["person"]["owned"]),
        "naming": folded(rules["organisations"]["naming"]),
        "naming_links": folded(rules["organisations"]["naming_links"]),
        "local": folded(rules["outlets"]["local"]),
        "kept": folded(rules["traps_abroad"]["kept"]),
        "unit_nouns": folded(
            form for noun in rules["units"]["numbered"] for form in (noun, "ال" + noun)
        ),
        "institutional": folded(rules["traps"]["institutional"]),
        "civil_after": folded(rules["traps"]["civil_after"]),
        "civil": folded(rules["traps"]["civil"]),
        "shaykhs": folded(rules["titles"]["shaykhs"]),
        "not_people_after": folded(rules["traps"]["not_people_after"]),
        "further": folded(rules["ministries"]["further"]),
        "dress": folded(rules["traps"]["dress"]),
        "front": folded(rules["traps"]["front"]),
        "on": folded(rules["traps"]["on"]),
        "ordinals": folded(rules["units"]["ordinals"]),
        "arms": folded(rules["units"]["arms"]),
        "counted": folded(rules["units"]["counted"]),
        "loose_units": folded(rules["units"]["loose"]),
        "compound": folded(rules["units"]["compound"]),
        "contested": frozenset(rules["units"]["contested"]),
        "state_verbs": folded(rules["capitals"]["verbs"]),
        "portfolios": folded(rules["ministries"]["portfolios"]),
        "armed_ministries": folded(rules["ministries"]["armed"]),
        "bodies": folded(rules["ministries"]["bodies"]),
        "bands": folded(rules["heads"]["force"]["bands"]),
        "of_troops": folded(rules["heads"]["force"]["of_troops"]),
        "crowds": folded(rules["civilians"]["crowds"]),
        "models": folded(rules["heads"]["force"]["models"]),
        "air_terms": folded(rules["state_terms"]["air"]),
        "arms_of_state": folded(rules["state_terms"]["arms"]),
        "fighters": folded([*rules["voice"]["fighters"], *sound(rules["voice"]["sound"])]),
        "sworn": folded(rules["voice"]["words"]),
    }


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
