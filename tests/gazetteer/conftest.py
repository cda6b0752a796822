from pathlib import Path

import pytest


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder that the program uses as the user's."""
    monkeypatch.setenv("SIJILL_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the project; the test is skipped without it."""
    folder = Path(__file__).resolve().parents[2] / "../shared/geo"
    if not folder.is_dir():
        pytest.skip("the reference material is not there")
    return folder
