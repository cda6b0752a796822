"""Commands run with the fake engine, so that they are tested without packs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import sijill
from sijill.cli.main import main
from tests.cli import fake
from tests.store.letters import STAMP, Places

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `sijill` with the arguments given and gives back what came of it."""
    monkeypatch.setattr(sijill, "load", fake.load, raising=False)
    # The digest of the real pack, places and actors is slow to make, and another in each release.
    for module in ("due", "status"):
        monkeypatch.setattr(f"sijill.cli.{module}.data", lambda *_: (STAMP, Places()))

    def invoke(*arguments: str | Path, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(one) for one in arguments], input=input)

    return invoke


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two reports in Arabic."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, town in (("a.txt", "الروضة"), ("b.txt", "المرج")):
        text = f"قصفت طائرات حربية بلدة {town} صباح اليوم ما أدى إلى مقتل مدنيين.\n"
        (folder / name).write_text(text, encoding="utf-8")
    return folder
