"""One engine for all tests of the claims room: it takes seconds to load."""

import pytest

from sijill.pipeline import Engine
from tests.claims import room


@pytest.fixture(scope="session")
def engine() -> Engine:
    return room.engine()
