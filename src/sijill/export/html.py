"""One page that needs nothing else: reports with their claims, in Arabic and English.

The page loads nothing, and its security policy forbids it to: style and script are inside and
named by their hashes, so that nothing that came in with a report could run.
"""

import base64
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from hashlib import sha256
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from sijill.export.options import Options
from sijill.export.view import HIGH, LOW, level, view
from sijill.model.claim import Loss
from sijill.model.report import Report
from sijill.ontology.types import EVENT_TYPE_OF

# Characters that turn the direction of what follows: shown by name, never let loose.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def pieces(reports: Iterable[Report], options: Options) -> Iterator[str]:
    """Head, one piece for each report, foot: a page once all are joined."""
    page = _page()
    yield page.get_template("head.html.jinja").render(interface=options.interface)
    article = page.get_template("report.html.jinja")
    actor = partial(actor_label, names=options.actors)
    count = claims = 0
    made_by: dict[str, None] = {}
    for count, report in enumerate(reports, 1):
        claims += len(report.claims)
        made_by[f"Sijill {report.program}, {report.pack}"] = None
        yield article.render(report=view(report, count), actor=actor)
    yield page.get_template("foot.html.jinja").render(
        count=count, claims=claims, made_by=list(made_by), attribution=options.attribution
    )


@cache
def _page() -> Environment:
    """The templates with everything that they call."""
    style, script = _shipped("page.css"), _shipped("page.js")
    page = Environment(
        loader=PackageLoader("sijill.export", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
    )
    page.globals.update(
        t=label,
        amount=amount_label,
        level=level,
        event_type=lambda type_: EVENT_TYPE_OF.get(type_, type_),
        LOW=LOW,
        HIGH=HIGH,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        kinds=("event", "who", "whom", "time", "place", "loss", "source"),
    )
    return page


def shown(value: Any) -> Any:
    """What a template puts out for a value: escaped, and unable to steer the page.

    Direction overrides and isolates become visible codes; characters that no page can hold
    become U+FFFD.
    """
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    safe = str(escape(_UNSHOWN.sub("\ufffd", value)))
    return Markup(_TURNING.sub(lambda c: f"<i class=turn>U+{ord(c.group()):04X}</i>", safe))


@lru_cache(maxsize=4096)
def both(arabic: str, english: str) -> Markup:
    """Words in both languages; the page shows those of its language."""
    if arabic == english:
        return Markup("<bdi>{}</bdi>").format(shown(english))
    return Markup('<span lang="ar">{}</span><span lang="en">{}</span>').format(
        shown(arabic), shown(english)
    )


@lru_cache(maxsize=1024)
def label(group: str, key: object) -> Markup:
    """The page's words for a coded value; the value itself where there are none."""
    words = _labels()[group].get(str(key))
    return both(words["ar"], words["en"]) if words else both(str(key), str(key))


def actor_label(actor: str, names: Mapping[str, tuple[str, str]]) -> Markup:
    """An actor's names, or its id where `names` has none."""
    if actor in _labels()["of"]:
        return label("of", actor)
    return both(*names.get(actor, (actor, actor)))


def amount_label(loss: Loss) -> Markup:
    """How many, in words that keep what is bounded and what is not."""
    low, high = loss.minimum, loss.maximum
    if high is None:
        form = "at_least"
    elif low == high:
        form = "about" if loss.approximate else ""
    elif low == 0:
        form = "up_to"
    else:
        form = "roughly" if loss.approximate else "between"
    if form == "":
        return both(str(low), str(low))
    words = _labels()["amount"][form]
    return both(*(words[one].format(low=low, high=high) for one in ("ar", "en")))


@cache
def _labels() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(_shipped("labels.toml"))


def _shipped(name: str) -> str:
    file = resources.files("sijill") / "export" / "page" / name
    return file.read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """The content as a security policy names it."""
    return "sha256-" + base64.b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
