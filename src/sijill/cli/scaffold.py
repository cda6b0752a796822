"""The empty shape of a language pack, taken from the one that ships with the program."""

import json
import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from sijill.errors import PackError

_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_KEY = re.compile(r"([\w\x22-]+) *=")
_HEADING = re.compile(r"\[{1,2}[^\[\]]+\]{1,2}")

HEAD = """\
# A language pack: one file for each kind of word. Fill a file, run `sijill pack check`, go on.
language = {code}
name = {name}
version = "0.1"
direction = {direction}
"""


def bundled_folder(language: str) -> Path:
    """Where the bundled pack of a language lies."""
    return Path(str(resources.files("sijill") / "packs" / language))


def scaffold(into: Path, code: str, name: str, *, rtl: bool) -> Path:
    """A new folder `into/code` with every file of a pack, its sections there and its words not.

    Raises PackError for a code that is no language code and where the folder is there already.
    """
    if not _CODE.fullmatch(code):
        raise PackError([f"{code!r} is not a language code; write it as ckb or ar-sy"])
    folder = into / code
    try:
        folder.mkdir(parents=True)
    except FileExistsError as error:
        message = f"{folder}: is there already; choose another place with --into"
        raise PackError([message]) from error
    except OSError as error:
        raise PackError([f"{folder}: cannot be made: {error.strerror}"]) from error
    head = HEAD.format(
        code=json.dumps(code),
        name=json.dumps(name, ensure_ascii=False),
        direction=json.dumps("rtl" if rtl else "ltr"),
    )
    (folder / "pack.toml").write_text(head, encoding="utf-8")
    for model in sorted(bundled_folder("ar").iterdir()):
        if model.suffix in (".toml", ".csv") and model.name != "pack.toml":
            shape = _toml if model.suffix == ".toml" else _csv
            text = shape(model.read_text(encoding="utf-8"))
            (folder / model.name).write_text(text, encoding="utf-8")
    return folder


def _toml(text: str) -> str:
    """Comments, sections and keys, without the words: see `_emptied`.

    Of repeated entries (`[[rule]]`) the first stands for all.
    """
    whole = tomllib.loads(text)
    kept: list[str] = []
    section: dict[str, Any] | None = whole
    for line in text.splitlines():
        if _HEADING.fullmatch(line):
            section = None if line in kept else _at(whole, tomllib.loads(line))
            kept += [] if section is None else ["", line]
        elif line.startswith("#"):
            kept.append(line)
        elif section is not None and (found := _KEY.match(line)):
            (key,) = tomllib.loads(f"{found[1]} = 0")
            if key in section and key.isascii():
                kept.append(f"{found[1]} = {_emptied(section[key])}")
    return "\n".join(kept) + "\n"


def _at(value: Any, path: Any) -> dict[str, Any]:
    """The table, or first of several, that a heading, parsed by itself, leads to."""
    if isinstance(value, list):
        return _at(value[0], path[0] if isinstance(path, list) else path)
    for key, rest in path.items():
        return _at(value[key], rest)
    found: dict[str, Any] = value
    return found


def _emptied(value: Any) -> str:
    """A value as TOML without words of the language: lists empty, words to be written `TODO`."""
    if isinstance(value, dict):
        names = [key for key in value if key.isascii()]
        return "{" + ", ".join(f"{json.dumps(key)} = {_emptied(value[key])}" for key in names) + "}"
    if isinstance(value, list):
        return "[]"
    if isinstance(value, str) and not value.isascii():
        return '"TODO"'
    return json.dumps(value)


def _csv(text: str) -> str:
    return text.splitlines()[0] + "\n"
