"""The hall in which a town meets."""

from collections.abc import AsyncIterator

import pytest
import simcord

from tests.test_discord.hall import Hall, hall
from tests.town import Town


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
