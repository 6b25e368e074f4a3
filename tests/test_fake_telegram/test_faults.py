"""Limits, faults on order, outages, and a bot that is killed."""

import asyncio
import json
import subprocess
import sys

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from tests.fakes.telegram_faults import Kind
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_rules import Limits
from tests.fakes.telegram_server import FakeTelegram
from tests.test_fake_telegram.conftest import SARI, texts


async def test_too_many_messages_are_held_back(server: FakeTelegram, bot: Bot, sari: Person) -> None:
    server.limits = Limits(chat_rate=5, chat_burst=2)
    await bot.send_message(SARI, "1")
    await bot.send_message(SARI, "2")
    with pytest.raises(RetryAfter):
        await bot.send_message(SARI, "3")
    await asyncio.sleep(0.25)
    await bot.send_message(SARI, "3")
    assert (server.count_429, [m.text for m in sari.received]) == (1, ["1", "2", "3"])


@pytest.mark.parametrize(
    "limits", [Limits(4, chat_rate=100, chat_burst=100), Limits(chat_rate=100, chat_burst=100, group_per_minute=4)]
)
async def test_the_whole_bot_and_groups_have_limits_too(server: FakeTelegram, bot: Bot, limits: Limits) -> None:
    server.limits = limits
    group = server.group(-1_002_000_000_005)
    for number in range(4):
        await bot.send_message(group.id, str(number))
    with pytest.raises(RetryAfter):
        await bot.send_message(group.id, "x")


@pytest.mark.parametrize(
    ("kind", "error", "delivered"),
    [
        ("hang", TimedOut, 0),
        ("late", TimedOut, 1),
        ("cut_before", NetworkError, 0),
        ("cut_after", NetworkError, 1),
        ("500", NetworkError, 0),
        ("502_html", NetworkError, 0),
        ("bad_json", TelegramError, 1),
        ("429", RetryAfter, 0),
        ("401", InvalidToken, 0),
        ("403_blocked", Forbidden, 0),
        ("403_deactivated", Forbidden, 0),
        ("403_not_started", Forbidden, 0),
        ("400_chat_not_found", BadRequest, 0),
        ("400_parse", BadRequest, 0),
        ("migrate", ChatMigrated, 0),
    ],
)
async def test_a_fault_strikes_once_and_may_have_delivered(
    server: FakeTelegram, bot: Bot, sari: Person, kind: Kind, error: type[Exception], delivered: int
) -> None:
    fault = server.fault("sendMessage", chat=sari, kind=kind, after=0.9)
    with pytest.raises(error) as raised:
        await bot.send_message(SARI, "x")
    assert raised.type is error
    assert (len(server.deliveries(sari)), len(sari.received), fault.hits) == (delivered, delivered, 1)
    await bot.send_message(SARI, "y")
    assert sari.last.text == "y"


async def test_faults_fit_their_chat_and_can_last(server: FakeTelegram, bot: Bot, sari: Person) -> None:
    server.fault("*", chat=1, kind="403_blocked", times=None)
    await bot.send_message(SARI, "1")
    server.fault("*", kind="502_html", times=None, accept=True)
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.send_message(SARI, "x")
    server.clear_faults()
    await bot.send_message(SARI, "2")
    assert [message.text for message in sari.received] == ["1", "x", "x", "x", "2"]


async def test_an_outage_refuses_connections_and_forgets_nothing(server: FakeTelegram, bot: Bot, sari: Person) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    with server.outage():
        with pytest.raises(NetworkError):
            await poll
        with pytest.raises(NetworkError, match="ConnectError"):
            await bot.send_message(SARI, "x")
        sari.writes("while you were away")
    assert texts(await bot.get_updates()) == ["while you were away"]


ECHO = """
import asyncio, json, sys
from telegram import Bot
async def main(token, base_url):
    async with Bot(token, base_url=base_url) as bot:
        offset = 0
        while True:
            for update in await bot.get_updates(offset=offset, timeout=20):
                await bot.send_message(update.message.chat_id, update.message.text)
                offset = update.update_id + 1
asyncio.run(main(*json.loads(sys.argv[1])))
"""


def start_echo(server: FakeTelegram) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", ECHO, json.dumps([server.token, server.base_url])])


@pytest.mark.slow
async def test_a_killed_process_gets_its_unconfirmed_update_again(server: FakeTelegram, sari: Person) -> None:
    server.fault("sendMessage", kind="hang", accept=True)
    for text in ("one", "two"):
        sari.writes(text)
    first = start_echo(server)
    await asyncio.to_thread(sari.sees, "one", 20)
    first.kill()
    first.wait()
    second = start_echo(server)
    try:
        await asyncio.to_thread(server.wait_confirmed, 20)
        assert [message.text for message in sari.received] == ["one", "one", "two"]
    finally:
        second.kill()
        second.wait()
