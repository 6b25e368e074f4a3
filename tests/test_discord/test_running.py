"""Connecting: a token that is refused, words that may not be read, a network that is away."""

import asyncio
from typing import Any

import discord
import pytest
import simcord

from adapters.discord.gateway import Desk, Gateway, intents
from adapters.discord.running import Discord
from bot.errors import Setup
from storage.rooms import StoredRooms
from tests.town import Town


def desk(town: Town) -> Desk:
    rooms = StoredRooms(town.writer, town.database, lambda: town.now)
    return Desk(town.writer.submit, lambda: town.now, rooms, town.house.phrases)


class Refused(Gateway):
    """Its token is not taken."""

    async def start(self, token: str, *, reconnect: bool = True) -> None:
        raise discord.LoginFailure("Improper token has been passed.")


class Strict(Gateway):
    """Discord does not let it read words."""

    tried: list[bool]

    async def start(self, token: str, *, reconnect: bool = True) -> None:
        self.tried.append(self.intents.message_content)
        if self.intents.message_content:
            raise discord.PrivilegedIntentsRequired(None)
        await asyncio.Event().wait()


async def test_a_refused_token_is_said_at_the_start(town: Town) -> None:
    with pytest.raises(Setup, match="DISCORD_TOKEN: Discord refuses this token"):
        await Discord("x", desk(town), Refused).run()


async def test_without_the_right_to_read_words_it_connects_without(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    tried: list[bool] = []

    def make(*given: Any, **more: Any) -> Gateway:
        client = Strict(*given, **more)
        client.tried = tried
        return client

    line = Discord("x", desk(town), make)
    running = asyncio.create_task(line.run())
    while len(tried) < 2:  # noqa: ASYNC110 - another task counts
        await asyncio.sleep(0.01)
    assert tried == [True, False]
    assert "Message Content Intent" in caplog.text
    running.cancel()


async def test_private_messages_are_read_without_that_right(town: Town) -> None:
    from adapters.discord.threads import Places

    made = desk(town)
    client = Gateway(made, Places(lambda: client, made.rooms), words=False)
    granted = discord.Intents.all()
    granted.message_content = False
    env = simcord.Env(client, approved_intents=granted)
    await env.start()
    budi = env.create_user("budi")
    await budi.send_dm("halo")
    await env.shutdown()
    env.raise_errors()
    from storage import tables

    assert len(town.rows(tables.Outbox, chat=str(budi.id))) == 1


def test_intents_are_the_fewest_that_will_do() -> None:
    assert {name for name, on in intents(words=False) if on} == {"guilds", "dm_messages"}
    assert {name for name, on in intents(words=True) if on} == {
        "guilds", "dm_messages", "guild_messages", "message_content"
    }  # fmt: skip
