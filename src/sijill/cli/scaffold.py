"""The empty shape of a language pack, taken from the one that ships with the program."""

import json
import re
from importlib import resources
from pathlib import Path

from sijill.errors import PackError

_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_SECTION = re.compile(r"\[[^\[\]]+\]")
_ENTRY = re.compile(r"\[\[[^\[\]]+\]\]")

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
    """Comments at the head, and what stands between sections; sections without their words.

    A repeated entry (`[[rule]]`) is shown once, as a comment.
    """
    kept: list[str] = []
    for line in text.splitlines():
        if _ENTRY.fullmatch(line):
            line = f"# {line}"
        elif not _SECTION.fullmatch(line) and not line.startswith("#"):
            continue
        if line not in kept:
            kept += ["", line] if line.startswith(("[", "# [[")) and kept else [line]
    return "\n".join(kept) + "\n"


def _csv(text: str) -> str:
    return text.splitlines()[0] + "\n"
