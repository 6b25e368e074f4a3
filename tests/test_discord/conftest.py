"""A town with a programme, and the hall it meets in."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import simcord

from tests.test_discord.hall import Hall, hall
from tests.town import Town, settled


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with settled(tmp_path) as town:
        town.programme()
        yield town


@pytest.fixture
async def place(town: Town) -> AsyncIterator[Hall]:
    async with hall(town) as place:
        yield place


@pytest.fixture(autouse=True)
def simulated(request: pytest.FixtureRequest) -> simcord.Env | None:
    """Tells simcord's plugin which Discord a test is in."""
    if "place" not in request.fixturenames:
        return None
    place: Hall = request.getfixturevalue("place")
    return place.env
