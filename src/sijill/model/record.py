"""Records: data classes that nobody changes once they are made."""

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, slots: bool):
        """`dataclass(frozen=True, slots=True)` for the type checker, which forbids every change.

        Forbidding it once more when the program runs makes a record thrice as dear to build,
        and a report is read by way of hundreds: there it is a plain data class with a hash. For
        what the engine makes for itself; what it hands out (`model.claim`) is frozen for good.
        """
        return dataclasses.dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["record"]
