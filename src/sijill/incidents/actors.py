"""What linking asks about actors; the registry answers it."""

from typing import Protocol


class Actors(Protocol):
    """Knows kinds of actors and who speaks or acts for whom."""

    def kind(self, actor_id: str | None) -> str | None: ...

    def is_media_of(self, source_id: str) -> str | None: ...

    def affiliated(self, one: str, other: str) -> bool: ...


class Strangers:
    """Knows nobody: every actor stands for itself."""

    def kind(self, actor_id: str | None) -> str | None:
        return None

    def is_media_of(self, source_id: str) -> str | None:
        return None

    def affiliated(self, one: str, other: str) -> bool:
        return one == other
