"""What a caller can choose about an output."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sijill.export.attribution import Attribution


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of all formats; each uses what concerns it."""

    text: bool = True
    """jsonl: keep each report's text in its record, so that spans can be read."""
    bom: bool = False
    """csv: begin with a byte order mark, without which Excel takes Arabic for Latin."""
    attribution: tuple[Attribution, ...] = ()
    """geojson and html: sources of the coordinates."""
    interface: str = "ar"
    """html: language that the page opens in, `ar` or `en`; a reader can switch."""
    actors: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """html: (Arabic, English) name by actor id; an id without names is shown itself."""
    width: int = 120
    """table: columns of the terminal."""
    colour: bool = False
    """table: styled for a terminal, Arabic kept apart by direction marks."""
