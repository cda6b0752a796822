"""ACLED's event and sub-event types, the values of a claim's `type` (codebook 1)."""

EVENT_TYPES: dict[str, tuple[str, ...]] = {
    "Battles": (
        "Armed clash",
        "Government regains territory",
        "Non-state actor overtakes territory",
    ),
    "Explosions/Remote violence": (
        "Air/drone strike",
        "Shelling/artillery/missile attack",
        "Suicide bomb",
        "Remote explosive/landmine/IED",
        "Grenade",
        "Chemical weapon",
    ),
    "Violence against civilians": (
        "Attack",
        "Abduction/forced disappearance",
        "Sexual violence",
    ),
    "Protests": (
        "Peaceful protest",
        "Protest with intervention",
        "Excessive force against protesters",
    ),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}

EVENT_TYPE_OF: dict[str, str] = {sub: event for event, subs in EVENT_TYPES.items() for sub in subs}
"""Sub-event type to event type."""

LOSS_KINDS = ("killed", "injured", "captured", "missing", "displaced")
STANCES = ("reports", "claims", "denies")
STATUSES = ("new", "ongoing", "background", "planned")
TIME_PRECISIONS = ("day", "days", "week", "month", "year", "unknown")
EXTENTS = ("most", "part", "all")
"""A control statement's extent is one of these, a percentage such as `70%`, or None."""
