"""GeoNames feature codes as kinds of place."""

from sijill.gazetteer.importers.naming import kind_of_settlement

_KINDS = {
    **dict.fromkeys(("PPLC", "PPLA"), "city"),
    "PPLX": "neighbourhood",
    "ADM1": "adm1",
    "ADM2": "adm2",
    "ADM3": "adm3",
    **dict.fromkeys(("CMP", "CMPRF"), "camp"),
    **dict.fromkeys(("HSP", "HSPC"), "hospital"),
    "UNIV": "university",
    **dict.fromkeys(("AIRB", "INSM", "NVB", "MILB"), "base"),
    **dict.fromkeys(("AIRP", "AIRF"), "airport"),
    **dict.fromkeys(("PRT", "HBR"), "port"),
    **dict.fromkeys(("PSTB", "PSTC", "CSTM"), "crossing"),
    "DAM": "dam",
    "BDG": "bridge",
    **dict.fromkeys(("OILF", "GASF"), "field"),
    "PRN": "prison",
    **dict.fromkeys(("OILR", "OILT", "PS", "PMPO", "MN", "SILO"), "site"),
    **dict.fromkeys(("FT", "CSTL", "RUIN", "ANS"), "site"),
    **dict.fromkeys(("RD", "HWY", "RDJCT", "TRL"), "road"),
    **dict.fromkeys(("ISL", "ISLS"), "island"),
    **dict.fromkeys(("RGN", "RGNH", "AREA", "PLN", "OAS", "LK", "RSV", "PEN"), "region"),
    **dict.fromkeys(("STM", "CNL"), "river"),
    **dict.fromkeys(("MT", "MTS", "HLL", "HLLS", "PK", "RDGE", "PLAT"), "mountain"),
    **dict.fromkeys(("VAL", "WAD", "WADS"), "valley"),
    "DSRT": "desert",
}
_ABANDONED = frozenset(("PPLH", "PPLQ", "PPLW", "PPLCH"))
_UNCERTAIN_KM = {
    "city": 5.0,
    "adm1": 60.0,
    "adm2": 20.0,
    "adm3": 10.0,
    "region": 20.0,
    "river": 50.0,
    "desert": 50.0,
    "mountain": 5.0,
    "valley": 10.0,
    "road": 20.0,
    "field": 5.0,
}


def kind_of(code: str, population: int) -> str | None:
    """The kind of a feature code; None for codes that the gazetteer has no use for."""
    kind = _KINDS.get(code)
    if kind is None and code.startswith("PPL") and code not in _ABANDONED:
        return kind_of_settlement(population)
    return kind


def uncertainty_of(kind: str) -> float:
    """A radius in km that usually holds the place's point: GeoNames gives none."""
    return _UNCERTAIN_KM.get(kind, 1.5)
