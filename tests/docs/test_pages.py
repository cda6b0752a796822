"""The pages tell the truth: their commands, links and targets exist."""

import re
from pathlib import Path

import click
import pytest

from sijill.cli.main import main
from tests.docs.pages import PAGES, ROOT, blocks, commands, name_of

_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)|src=\"([^\"]+)\"")
_MAKE = re.compile(r"`make ([a-z]+)")
_RULE = re.compile(r"^([a-z][a-z ]*):", re.MULTILINE)

SHELL = [
    (name_of(page), words)
    for page in PAGES
    for block in blocks(page)
    if block.kind == "sh"
    for words in commands(block)
]
COMMANDS = [(page, words[1:]) for page, words in SHELL if words[0] == "sijill"]


@pytest.mark.parametrize(
    ("page", "words"), COMMANDS, ids=[f"{page}: {' '.join(words)}" for page, words in COMMANDS]
)
def test_a_command_in_the_pages_is_one_that_the_program_takes(page: str, words: list[str]) -> None:
    parse(main, words)


def parse(command: click.Command, words: list[str], parent: click.Context | None = None) -> None:
    """Read the words as the command line does, without running anything.

    Raises UsageError for what the program would not take. Files need not be there.
    """
    context = click.Context(command, info_name=command.name, parent=parent)
    given, rest, _ = command.make_parser(context).parse_args(list(words))
    if isinstance(command, click.Group):
        _, found, rest = command.resolve_command(context, rest)
        assert found is not None
        parse(found, rest, context)
        return
    for parameter in command.params:
        if not isinstance(parameter.type, click.Path | click.File):
            _, rest = parameter.handle_parse_result(context, given, rest)
    assert not rest, f"too many words: {rest}"


def test_make_targets_in_the_pages_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {name for rule in _RULE.findall(makefile) for name in rule.split()}
    for page in PAGES:
        assert set(_MAKE.findall(page.read_text(encoding="utf-8"))) <= targets, page
        for block in blocks(page):
            for words in commands(block) if block.kind == "sh" else ():
                assert words[0] != "make" or words[-1] in targets, (page, words)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    for pair in _LINK.findall(page.read_text(encoding="utf-8")):
        link = pair[0] or pair[1]
        if "://" not in link:
            assert (page.parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_pages_name_no_package_index_and_no_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"https?://[^ )]*(pypi|pythonhosted)|/(root|home|work)/", text)


@pytest.mark.parametrize("page", ["README.md", "docs/api.md"])
def test_the_python_in_the_pages_runs_from_top_to_bottom(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for block in blocks(ROOT / page):
        if block.kind == "python":
            exec(compile(block.text, page, "exec"), names)
    assert names


def test_every_page_is_reached_from_the_first() -> None:
    reached = {ROOT / "README.md"}
    waiting = list(reached)
    while waiting:
        page = waiting.pop()
        for pair in _LINK.findall(page.read_text(encoding="utf-8")):
            target = (page.parent / (pair[0] or pair[1])).resolve()
            if target.suffix == ".md" and target.exists() and target not in reached:
                reached.add(target)
                waiting.append(target)
    pages = {page for page in PAGES if page.parent != ROOT / "benchmarks"}
    assert pages - reached == set()
