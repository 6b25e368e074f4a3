"""Telegram brings updates to us: who knows the secret is heard, and told 200 once all of it is on the disk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web

from adapters.telegram.inbox import Inbox
from adapters.telegram.line import Line, dial
from adapters.telegram.webhook import HEADER, PATH, Webhook, announce, door, place
from bot.errors import Setup
from storage import tables
from storage.database import open_database
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram
from tests.postgres import Server
from tests.town import Town, settled

SECRET = "sixteen_letters_at_least"
RIGHT = {HEADER: SECRET}
SARI = 5_000_000_001


@pytest.fixture
def server() -> Iterator[FakeTelegram]:
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def sari(server: FakeTelegram) -> Person:
    return server.person(SARI, "Sari")


@pytest.fixture
async def line(server: FakeTelegram) -> AsyncIterator[Line]:
    line = dial(server.token, f"http://127.0.0.1:{server.port}")
    yield line
    await line.bot.initialize()  # shutting down takes a bot that was started
    await line.bot.shutdown()


class Door:
    """A webhook that listens on loopback, and whoever knocks."""

    def __init__(self, town: Town, line: Line, session: ClientSession) -> None:
        self.inbox = Inbox(line.bot, town.writer.submit, lambda: datetime.now(UTC))
        self.runner, self.session = web.AppRunner(door(Webhook(self.inbox, SECRET)), access_log=None), session
        self.address = ""

    async def opens(self) -> None:
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        self.address = f"http://127.0.0.1:{self.runner.addresses[0][1]}"

    async def knock(self, body: Any, at: str = place(SECRET), how: str = "POST", **headers: str) -> tuple[int, str]:
        """What is answered: the status, and all it says."""
        given = {"json": body} if isinstance(body, dict) else {"data": body}
        there = f"{self.address}{PATH}/{at}"
        async with self.session.request(how, there, headers=headers or RIGHT, **given) as answer:
            return answer.status, await answer.text()


@pytest.fixture
async def entry(town: Town, line: Line) -> AsyncIterator[Door]:
    async with opened(town, line) as found:
        yield found


@asynccontextmanager
async def opened(town: Town, line: Line) -> AsyncIterator[Door]:
    """A door for as long as it is needed."""
    async with ClientSession() as session:
        found = Door(town, line, session)
        await found.opens()
        yield found
        await found.inbox.settle(3)
        await found.runner.cleanup()


def newest(server: FakeTelegram) -> dict[str, Any]:
    return server.updates.history[-1]


async def test_an_update_is_kept_before_it_is_answered_and_once_however_often_it_comes(
    entry: Door, town: Town, server: FakeTelegram, sari: Person
) -> None:
    sari.starts(town.invite())
    assert await entry.knock(newest(server)) == (200, "")
    assert [row.event for row in town.rows(tables.Seen)] == [str(newest(server)["update_id"])]
    assert len(town.rows(tables.Outbox)) == 1
    again = await asyncio.gather(*(entry.knock(newest(server)) for _ in range(5)))
    assert set(again) == {(200, "")}
    assert (len(town.rows(tables.Seen)), len(town.rows(tables.Outbox))) == (1, 1)


@pytest.mark.parametrize(
    ("at", "how", "headers"),
    [
        (place(SECRET), "POST", {HEADER: "another_secret_of_ours"}),
        (place(SECRET), "POST", {HEADER: SECRET[:-1]}),
        (place(SECRET), "POST", {"X-Other": "1"}),
        (place(SECRET), "POST", {HEADER: "ümläut"}),
        (place(SECRET), "GET", RIGHT),
        ("somewhere", "POST", RIGHT),
        ("%ff%fe", "POST", RIGHT),
        (SECRET, "POST", RIGHT),
    ],
)
async def test_who_does_not_know_the_secret_learns_nothing_and_changes_nothing(
    entry: Door, town: Town, server: FakeTelegram, sari: Person, at: str, how: str, headers: dict[str, str]
) -> None:
    """All are answered alike, as any place where nothing is."""
    sari.writes("halo")
    nothing = await entry.knock(newest(server), at="../elsewhere")
    assert (await entry.knock(newest(server), at, how, **headers))[0] == nothing[0] == 404
    assert town.rows(tables.Seen) == []


def test_the_path_does_not_tell_the_secret() -> None:
    assert (SECRET in place(SECRET), place(SECRET) == place(SECRET + "x"), len(place(SECRET))) == (False, False, 32)


@pytest.mark.parametrize("body", [b"", b"not json", b"[1]", b"null", b"\xff\xfe", b"[" * 900_000, b" " * 1_000_001])
async def test_what_is_no_update_is_refused_without_a_word(entry: Door, town: Town, body: bytes) -> None:
    assert await entry.knock(body) == (400, "")
    assert town.rows(tables.Seen) == []


@pytest.mark.parametrize(
    "update",
    [{}, {"update_id": 5}, {"update_id": "x", "message": 3}, {"message": {"from": {"id": {}}}}, {"callback_query": {}}],
)
async def test_an_update_nobody_can_read_does_not_come_for_ever(
    entry: Door, town: Town, update: dict[str, Any]
) -> None:
    assert (await entry.knock(update))[0] == 200
    assert town.rows(tables.Outbox) == []


async def test_a_tap_is_acknowledged_at_once(entry: Door, server: FakeTelegram, sari: Person, town: Town) -> None:
    sari.starts(town.invite())
    await entry.knock(newest(server))
    sari.taps_data("c:1:consent:yes", 1)
    assert (await entry.knock(newest(server)))[0] == 200
    server.wait_for(lambda _: server.calls("answerCallbackQuery"))


async def test_the_bot_tells_telegram_the_address_and_what_it_wants_to_hear(server: FakeTelegram, line: Line) -> None:
    server.fault("setWebhook", kind="500")
    assert await announce(line.bot, "https://tuntun.example/", SECRET, again=0.01) == "tuntun_bot"
    told = server.calls("setWebhook")[-1].params
    assert (told["url"], told["secret_token"]) == (f"https://tuntun.example{PATH}/{place(SECRET)}", SECRET)
    assert {"message", "callback_query"} <= set(told["allowed_updates"])
    assert "drop_pending_updates" not in told


async def test_a_refused_token_is_said(server: FakeTelegram) -> None:
    line = dial("7000000001:another", f"http://127.0.0.1:{server.port}")
    with pytest.raises(Setup, match="TELEGRAM_TOKEN"):
        await announce(line.bot, "https://tuntun.example", SECRET)
    await line.polls.shutdown()
    await line.bot.request.shutdown()


@pytest.mark.postgres
async def test_with_the_database_away_telegram_is_asked_to_come_again(
    postgres_server: Server, migrated: str, tmp_path: Path, server: FakeTelegram, sari: Person, line: Line
) -> None:
    """503 while nobody can be connected, 200 and kept afterwards; nothing has to be started anew."""
    name = postgres_server.create(migrated)
    with settled(tmp_path, url=postgres_server.url(name)) as town:
        town.programme()
        sari.starts(town.invite())
        async with opened(town, line) as entry:
            _shuts(postgres_server, name)
            assert await entry.knock(newest(server)) == (503, "")
            _opens(postgres_server, name)
            assert await entry.knock(newest(server)) == (200, "")
        assert (len(town.rows(tables.Seen)), len(town.rows(tables.Outbox))) == (1, 1)
    postgres_server.drop(name)


def _shuts(server: Server, name: str) -> None:
    _says(server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    _says(server, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")


def _opens(server: Server, name: str) -> None:
    _says(server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


def _says(server: Server, statement: str) -> None:
    engine = open_database(server.url())
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
