"""A fake Telegram, a person who has pressed Start, and the real python-telegram-bot asking."""

from collections.abc import AsyncIterator, Iterator, Sequence

import pytest
from telegram import Bot, Update
from telegram import InlineKeyboardButton as Key
from telegram import InlineKeyboardMarkup as Keys
from telegram.request import HTTPXRequest

from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram

SARI = 5_000_000_001
YES = Keys([[Key("Yes", callback_data="a:1"), Key("No", callback_data="a:2")]])


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeTelegram]:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it making a RetryAfter is a deprecation warning
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def sari(server: FakeTelegram) -> Person:
    """Has pressed Start; the bot has confirmed it."""
    sari = server.person(SARI, "Sari")
    sari.starts()
    server.updates.drop()
    return sari


def make_bot(server: FakeTelegram, token: str | None = None) -> Bot:
    polls, calls = (HTTPXRequest(connection_pool_size=8, read_timeout=0.6) for _ in range(2))
    return Bot(token or server.token, server.base_url, server.base_file_url, get_updates_request=polls, request=calls)


@pytest.fixture
async def bot(server: FakeTelegram) -> AsyncIterator[Bot]:
    async with make_bot(server) as bot:
        yield bot


def texts(updates: Sequence[Update]) -> list[str | None]:
    return [update.effective_message.text for update in updates if update.effective_message]
