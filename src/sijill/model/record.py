"""Records: data classes that nobody changes once they are made."""

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import replace as changed
else:

    def record(*, frozen: bool, slots: bool):
        """`dataclass(frozen=True, slots=True)` for the type checker, which forbids every change.

        Forbidding it once more when the program runs makes a record thrice as dear to build,
        and a report is read by way of hundreds: there it is a plain data class with a hash. For
        what the engine makes for itself; what it hands out (`model.claim`) is frozen for good.
        """
        return dataclasses.dataclass(slots=slots, unsafe_hash=frozen)

    def changed(item: Any, **changes: Any) -> Any:
        """A copy of a record with some fields changed, as `dataclasses.replace` makes one.

        In a fifth of its time, for classes of two fields or more whose making checks nothing.
        """
        kind = item.__class__
        values = _VALUES.get(kind)
        if values is None:
            names = [field.name for field in dataclasses.fields(kind)]
            values = _VALUES[kind] = attrgetter(*names)
        made = kind(*values(item))
        for name, value in changes.items():
            object.__setattr__(made, name, value)
        return made

    _VALUES: dict[type, attrgetter] = {}
    """For each kind of record, what gives all its fields."""


__all__ = ["changed", "record"]
