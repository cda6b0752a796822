"""How many, as short text."""

from sijill.model.claim import Loss


def amount(loss: Loss) -> str:
    """`12`, `10-15`, `12+` without an upper bound, `~` before what is approximate."""
    about = "~" if loss.approximate else ""
    if loss.maximum is None:
        return f"{about}{loss.minimum}+"
    if loss.maximum == loss.minimum:
        return f"{about}{loss.minimum}"
    return f"{about}{loss.minimum}-{loss.maximum}"
