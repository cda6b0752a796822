"""One place of the gazetteer, and the kinds a place can have."""

from dataclasses import dataclass

COUNTRY, ADM1, ADM2, ADM3 = "country", "adm1", "adm2", "adm3"

KINDS: tuple[str, ...] = (
    COUNTRY,
    ADM1,
    ADM2,
    ADM3,
    "city",
    "town",
    "village",
    "neighbourhood",
    "camp",
    "hospital",
    "university",
    "base",
    "airport",
    "port",
    "crossing",
    "dam",
    "bridge",
    "field",
    "prison",
    "checkpoint",
    "site",
    "road",
    "island",
    "region",
    "river",
    "mountain",
    "valley",
    "desert",
)
"""Every kind, in the order in which places of one name are offered (see `Gazetteer.lookup`).

`adm1` to `adm3` are the country's own levels (governorate, district, subdistrict); `camp` is a
camp of refugees or displaced people, `base` any military site, `field` an oil or gas field,
`crossing` a border or internal crossing, `region` an area without a fixed border.
"""

_ORDER = {
    kind: rank
    for rank, kind in enumerate(
        ("city", COUNTRY, ADM1, "town", ADM2, "village", "neighbourhood", "camp", ADM3)
    )
}


@dataclass(frozen=True, slots=True)
class Row:
    """A place: one point, one kind, and every Arabic spelling it is found by.

    `lat` and `lon` are WGS 84 degrees; the true place lies within `uncertainty_km` of them. For
    areas the point is a representative one (the seat or the middle) and the radius is rough.
    """

    id: str
    name: str
    """Arabic, in ordinary spelling: with hamza, without marks."""
    kind: str
    lat: float
    lon: float
    country: str
    """ISO 3166-1 alpha-2; empty for seas and regions that belong to no one country."""
    adm1: str | None = None
    """Row id of the first-level unit it lies in."""
    adm2: str | None = None
    population: int = 0
    """0 where unknown."""
    uncertainty_km: float = 1.0
    source: str = ""
    names: tuple[str, ...] = ()
    """Other Arabic spellings and names."""
    name_en: str = ""
    pcode: str | None = None
    """OCHA place code."""

    @property
    def rank(self) -> tuple[int, int, str]:
        """Sorts places of one name: settlements before areas, then by population, then id."""
        return (_ORDER.get(self.kind, len(_ORDER)), -self.population, self.id)
