"""A server on a made-up Discord (simcord), our real gateway and courier in it, and a town behind them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import discord
import simcord

from adapters.courier import UNLIMITED, Courier
from adapters.discord.gateway import Desk, Gateway
from adapters.discord.sender import DiscordSender
from adapters.discord.threads import Places
from bot.messages import Incoming
from bot.talk.rendering import render
from storage import office, tables
from storage.files import HOUSE, read_file
from storage.post import Post
from storage.rooms import StoredRooms
from tests.town import Town


class Hall:
    """What a test needs at once. `submit` may be replaced, to be slow."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.submit: Callable[[Incoming], Future[None]] = town.writer.submit
        self.rooms = StoredRooms(town.writer, town.database, lambda: town.now)
        self.client = self.begins()
        self.env: simcord.Env = simcord.Env(self.client, settle_timeout=20.0)

    def begins(self) -> Gateway:
        """A process that has just started: nothing in memory."""
        town = self.town
        self.desk = Desk(self._handed, lambda: town.now, self.rooms, town.house.phrases)
        self.places = Places(lambda: self.client, self.rooms, every=0.0)
        sender = DiscordSender(lambda: self.client, self.places, lambda: town.now, lambda _: b"png", self._fetched)
        self.post = Post(town.writer, lambda: town.now)
        self.courier = Courier(
            self.post,
            sender,
            lambda parcel: render(parcel, town.house.phrases, town.now),
            lambda: town.now,
            UNLIMITED,
            at_once=1,
        )
        return Gateway(self.desk, self.places)

    def _handed(self, incoming: Incoming) -> Future[None]:
        return self.submit(incoming)

    async def _fetched(self, platform: str, ref: str) -> bytes:
        """A file the house has made."""
        assert platform == HOUSE
        return await asyncio.to_thread(read_file, self.town.database, ref)

    async def restarts(self) -> None:
        """A new process on the same database and the same Discord."""
        self.client = self.begins()
        await self.env.restart_bot(self.client)

    async def passes(self, **span: float) -> None:
        """Time goes by, here and on Discord."""
        wait = timedelta(**span)
        self.town.now += wait
        await self.env.advance_time(wait.total_seconds())

    async def delivered(self) -> None:
        """What waits is brought."""
        await self.courier.drain()
        await self.env.settle()

    async def member(self, user: Any, name: str, role: str = "mentor") -> int:
        """Somebody who enrolled, written as their conversation would; gives their number."""
        town = self.town
        await asyncio.wrap_future(self.submit(said(town, user.id, f"/start {town.invite(role)}")))
        await self.courier.drain()
        person = int(town.rows(tables.Account, external_id=str(user.id))[0].person_id)
        town.writer.do(lambda c: _joined(c, person, name, role)).result(10)
        return person

    def wrote(self, method: str, ends: str) -> list[Any]:
        """What was sent to Discord on paths that end so."""
        return [entry for entry in self.env.http_requests if entry.method == method and entry.path.endswith(ends)]


def said(town: Town, account: int, text: str) -> Incoming:
    """A private message that needs no Discord."""
    number = next(town.numbers)
    return Incoming("discord", f"x{number}", str(account), str(account), "text", town.now, text=text, name="?")


def _joined(connection: Any, person: int, name: str, role: str) -> None:
    from sqlalchemy import insert, select, update

    from storage.rows import table

    people, members, talks = table(tables.Person), table(tables.Membership), table(tables.Conversation)
    programme = connection.execute(select(table(tables.Programme).c.id)).scalars().first()
    connection.execute(update(people).where(people.c.id == person).values(name=name))
    connection.execute(update(talks).where(talks.c.person_id == person).values(state="closed"))
    row = {"person_id": person, "programme_id": programme, "role": role, "standing": "active"}
    connection.execute(
        insert(members).values(row | {"created_at": connection.execute(select(people.c.created_at)).scalars().first()})
    )


@asynccontextmanager
async def hall(town: Town) -> AsyncIterator[Hall]:
    """A hall whose clock agrees with the town's; what the bot raises fails the test. The clock and the transport of a
    test's own code are chosen by simcord's plugin, by the fixture that is an Env."""
    place = Hall(town)
    await place.env.start()
    await place.env.advance_time((town.now - place.env.now()).total_seconds())
    try:
        yield place
    finally:
        await place.env.shutdown()
    place.env.raise_errors()


def paired(town: Town, mentor: str, mentee: str) -> int:
    """Make two members a pair."""
    town.writer.do(lambda c: office.pair(c, mentor, mentee, now=town.now)).result(10)
    return int(town.rows(tables.Pair)[-1].id)


def texts(channel: Any, viewer: Any = None) -> list[str]:
    """What somebody reads in a channel."""
    return [message.content for message in channel.history(viewer=viewer)]


def buttons(message: discord.Message) -> dict[str, str]:
    """The labels under a message, with their data."""
    return {
        str(child.label): str(child.custom_id or child.url)
        for row in message.components
        if isinstance(row, discord.ActionRow)
        for child in row.children
        if isinstance(child, discord.Button)
    }
