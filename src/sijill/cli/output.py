"""The options of an output, as `code` and `convert` fill them in."""

import shutil

from sijill.export.attribution import attribution
from sijill.export.options import Options
from sijill.registry import registry

_NARROWEST = 80


def output_options(
    name: str, terminal: bool, *, bom: bool, interface: str, text: bool = True
) -> Options:
    """Options for format `name`; what only some formats need is only then loaded."""
    return Options(
        text=text,
        bom=bom,
        attribution=attribution() if name in ("geojson", "html") else (),
        interface=interface,
        actors=_names() if name == "html" else {},
        width=max(_NARROWEST, shutil.get_terminal_size().columns) if terminal else 120,
        colour=terminal,
    )


def _names() -> dict[str, tuple[str, str]]:
    return {actor.id: (actor.name_ar, actor.name_en) for actor in registry.load().actors()}
