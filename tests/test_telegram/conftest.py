"""A fake Telegram, a person who has pressed Start, and our line to it."""

from collections.abc import AsyncIterator, Iterator

import pytest

from adapters.telegram.line import Line, dial
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.world import Moment

SARI = 5_000_000_001


@pytest.fixture
def server() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def sari(server: FakeTelegram) -> Person:
    """Has pressed Start; the bot has confirmed it."""
    sari = server.person(SARI, "Sari")
    sari.starts()
    server.updates.drop()
    return sari


def ring(server: FakeTelegram, patience: float = 0.6) -> Line:
    return dial(server.token, f"http://127.0.0.1:{server.port}", patience)


@pytest.fixture
async def line(server: FakeTelegram) -> AsyncIterator[Line]:
    line = ring(server)
    yield line
    await line.bot.initialize()  # shutting down takes a bot that was started
    await line.bot.shutdown()


@pytest.fixture
def now() -> Moment:
    return Moment()
