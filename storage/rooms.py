"""What an adapter with servers asks for, over the one writer and a connection that only reads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Engine

from bot.messages import Say
from bot.rooms import Blank, Door, Place, Wish
from storage import peek, servers, writes_servers
from storage.database import reading
from storage.writer import Writer
from storage.writes import Book

T = TypeVar("T")


class StoredRooms:
    """Rooms whose every verb is a commit of its own."""

    def __init__(self, writer: Writer, database: Engine, now: Callable[[], datetime]) -> None:
        self._writer, self._database, self._now = writer, database, now

    def page(self, account: str, talk: int) -> tuple[Blank, ...]:
        """The fields of an open page; reads only."""
        return peek.page(self._database, self._writer.core.house, (servers.PLATFORM, account), talk, self._now())

    async def doors(self, since: datetime) -> list[Door]:
        """Everybody who was there since then."""
        return await asyncio.to_thread(self._read, lambda connection: servers.doors(connection, since))

    async def keep_door(self, account: str, channel: str) -> None:
        """Remember somebody's private channel."""
        await self._do(lambda connection: servers.keep_door(connection, account, channel))

    async def place(self, pair: int) -> Place | None:
        """Where this pair's thread is or is to be made."""
        found = await self._do(lambda connection: servers.places(connection, [pair]))
        return found[pair][0] if pair in found else None

    async def keep_thread(self, pair: int, thread: str) -> None:
        """Remember a pair's thread, or that it is gone."""
        await self._do(lambda connection: servers.keep_thread(connection, pair, thread))

    async def lost(self, pair: int, state: str) -> None:
        """The channel of a pair's threads can't be used any more."""
        await self._do(lambda connection: writes_servers.lose(self._book(connection), pair, state))
        self._writer.committed()

    async def set_up(self, wish: Wish) -> Say:
        """Make a channel the place of a programme's threads."""
        said = await self._do(lambda connection: writes_servers.set_up(self._book(connection), wish))
        self._writer.committed()
        return said

    def _book(self, connection: Connection) -> Book:
        return Book(connection, self._writer.core.house.plans, self._now())

    def _read(self, look: Callable[[Connection], T]) -> T:
        with reading(self._database) as connection:
            return look(connection)

    async def _do(self, job: Callable[[Connection], T]) -> T:
        return await asyncio.wrap_future(self._writer.do(job))
